"""Save a picture of every screen in every size, look and language, with or without a display."""

import argparse
import sys
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from studio import Studio
from tour import DEMO, FRESH, Screen, as_it_is, refused

from desktop.app import Desk
from desktop.program import Program

SIZES = ("1280x800", "1366x690", "900x600")
LOOKS = ("light", "dark")
LANGUAGES = ("en", "fr")


class Album:
    """A folder of pictures of one window."""

    def __init__(self, studio: Studio, wanted: argparse.Namespace) -> None:
        self._stage = studio
        self._wanted = wanted
        self._folder: Path = wanted.folder
        self._folder.mkdir(parents=True, exist_ok=True)
        self.saved = 0

    def take(self, name: str, screen: Screen) -> None:
        """Save a screen in every size and look that is wanted."""
        if not name.startswith(tuple(self._wanted.only or ("",))):
            return
        for size in self._wanted.size or SIZES:
            width, height = (int(side) for side in size.split("x"))
            self._stage.window.resize(width, height)
            screen(self._stage, partial(self._save, f"{name}-{size}"))

    def _save(self, name: str) -> None:
        for look in self._wanted.look or LOOKS:
            self._stage.desk.theme.set_look(look)
            self._stage.settle()
            picture = self._stage.window.grab()
            with QPainter(picture) as painter:
                for above in QApplication.topLevelWidgets():
                    if above.isVisible() and above is not self._stage.window:
                        painter.drawPixmap(self._place_of(above), above.grab())
            picture.save(str(self._folder / f"{name}-{look}-{self._stage.language}.png"))
            self.saved += 1

    def _place_of(self, above: QWidget) -> QPoint:
        window = self._stage.window
        if isinstance(above, QMenu):
            return above.pos() - window.pos()
        # Where a desktop would put a dialog; the screen that is not there is too small for that.
        return window.rect().center() - above.rect().center()


def main() -> int:
    """Take the pictures and say how many."""
    wanted = _options()
    program = Program(Path(tempfile.mkdtemp(prefix="crieur-pictures-")))
    app = QApplication.instance() or QApplication(["crieur"])
    studio = Studio(program, Desk(program, app, LANGUAGES[0]))
    album = Album(studio, wanted)
    studio.desk.theme.set_text_size(wanted.text)
    studio.desk.start(demo=False, workspace=None)
    for language in wanted.lang or LANGUAGES:
        studio.speak(language)
        album.take("first-run", as_it_is)
    studio.open_demo()
    for language in wanted.lang or LANGUAGES:
        studio.speak(language)
        for name, screen in DEMO.items():
            album.take(name, screen)
    studio.open_fresh()
    for language in wanted.lang or LANGUAGES:
        studio.speak(language)
        for name, screen in FRESH.items():
            album.take(name, screen)
    for language in wanted.lang or LANGUAGES:
        studio.speak(language)
        album.take("refused", refused)
    studio.window.close()
    studio.desk.finish()
    print(f"{album.saved} pictures are in {wanted.folder}.")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", action="append", help="screens whose name begins so")
    parser.add_argument("--size", action="append", help="a size such as 1280x800")
    parser.add_argument("--look", action="append", choices=LOOKS)
    parser.add_argument("--text", type=int, default=100, help="size of the text in percent")
    parser.add_argument("--lang", action="append", choices=LANGUAGES)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
