"""Draw every control of the kit in every state, light and dark, into pictures to look at.

python tools/gallery FOLDER [--scale 2] [--text 150] [--lang fr] [--right-to-left] [--contrast]
"""

import argparse
import os
from pathlib import Path

from bare import bare
from controls import controls
from figures import figures
from nothing import nothing
from places import places, welcome
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.ui.languages import install_language
from desktop.ui.line_edits import LineEdit
from desktop.ui.theme import Theme

PAGES = (
    ("controls", controls, 900),
    ("figures", figures, 900),
    ("nothing", nothing, 800),
    ("places", places, 800),
    ("welcome", welcome, 800),
    ("bare", bare, 700),
)


def main() -> None:
    """Draw all pages in both looks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--text", type=int, default=100)
    parser.add_argument("--lang", default="en")
    parser.add_argument("--right-to-left", action="store_true")
    parser.add_argument("--contrast", action="store_true")
    asked = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = asked.scale
    app = QApplication([])
    install_language(app, asked.lang)
    if asked.right_to_left:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme = Theme(app)
    theme.apply(app)
    theme.set_text_size(asked.text)
    theme.set_high_contrast(asked.contrast)
    asked.folder.mkdir(parents=True, exist_ok=True)
    for look in ("light", "dark"):
        theme.set_look(look)
        for name, make, height in PAGES:
            page = make(theme)
            wanted = page.layout().heightForWidth(1280)
            page.resize(1280, max(height, wanted))
            page.show()
            page.activateWindow()
            field = page.findChild(LineEdit, "focusHere")
            if field is not None:
                field.setFocus(Qt.FocusReason.TabFocusReason)
            app.processEvents()
            page.grab().save(str(asked.folder / f"{name}-{look}.png"))
            page.close()
            page.deleteLater()


if __name__ == "__main__":
    main()
