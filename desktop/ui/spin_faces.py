"""What the fields with steps share: the ground of a field, and small buttons at its end."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractSpinBox, QSizePolicy

from desktop.ui.buttons import IconButton
from desktop.ui.field_face import field_palette, field_panel
from desktop.ui.icons import draw_icon
from desktop.ui.painting import mirrored, text_width
from desktop.ui.theme import Theme

_HEIGHT = 32
_SIDE = 26
_LEADING = 10
_SIGN = 16


def step_buttons(theme: Theme, box: QAbstractSpinBox, less: str, more: str) -> list[IconButton]:
    """Return buttons that step the box; the arrow keys do the same, so Tab passes them by."""
    buttons = []
    for icon, name, step in (("minus", less, box.stepDown), ("plus", more, box.stepUp)):
        button = IconButton(theme, icon, name, size=_SIDE, icon_size=_SIGN)
        button.setParent(box)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAutoRepeat(True)
        button.clicked.connect(step)
        buttons.append(button)
    return buttons


def dress_spin_box(theme: Theme, box: QAbstractSpinBox) -> None:
    """Give a box the font, the colours and the bare text that its painted ground expects."""
    box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    box.setFrame(False)
    box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    box.setFont(theme.font("body"))
    box.setPalette(field_palette(theme))
    box.updateGeometry()
    box.update()


def spin_box_size(theme: Theme, longest: str, buttons: int) -> QSize:
    """Return the room for the longest words, a sign of trouble and the buttons."""
    px = theme.px
    width = text_width(theme.font("body"), longest) + px(_LEADING) + px(8) + px(_SIGN + 6)
    return QSize(width + buttons * max(24, px(_SIDE)), px(_HEIGHT))


def place_buttons(
    theme: Theme, box: QAbstractSpinBox, buttons: Sequence[IconButton], has_problem: bool
) -> None:
    """Put the buttons at the end of the box and keep the text clear of them."""
    px = theme.px
    end = float(box.width() - px(3))
    for button in reversed(buttons):
        size = button.sizeHint()
        end -= size.width()
        place = QRectF(end, (box.height() - size.height()) / 2, size.width(), size.height())
        button.setGeometry(mirrored(place, box.rect(), box.layoutDirection()).toAlignedRect())
    trailing = round(box.width() - end) + (px(_SIGN + 6) if has_problem else 0)
    margins = QMargins(px(_LEADING) - 2, 0, trailing, 0)
    if box.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        margins = QMargins(trailing, 0, px(_LEADING) - 2, 0)
    box.lineEdit().setTextMargins(margins)


def paint_spin_box(
    theme: Theme, box: QAbstractSpinBox, buttons: Sequence[IconButton], has_problem: bool
) -> None:
    """Paint the ground, the edge and, where something needs mending, its sign."""
    painter = QPainter(box)
    field_panel(painter, theme, box, has_problem)
    if has_problem:
        px = theme.px
        ends = sum(button.width() for button in buttons) + px(3)
        side = px(_SIGN)
        sign = QRectF(box.width() - ends - side - px(4), (box.height() - side) / 2, side, side)
        place = mirrored(sign, box.rect(), box.layoutDirection())
        draw_icon(painter, "triangle-alert", place, theme.tokens.danger)
