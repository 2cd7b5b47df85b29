"""The ground, the edge and the palette that all fields share."""

from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from desktop.ui.painting import antialiased, panel
from desktop.ui.theme import Theme


def field_panel(painter: QPainter, theme: Theme, widget: QWidget, has_problem: bool) -> None:
    """Paint the ground and the edge of a field in its present state."""
    tokens, width = theme.tokens, 1.0
    is_locked = not widget.isEnabled() or bool(widget.property("readOnly"))
    fill, edge = tokens.surface, tokens.control
    if is_locked:
        fill, edge = tokens.sunken, tokens.border
    painter = antialiased(painter)
    if has_problem:
        edge, width = tokens.danger, 2.0
    elif widget.hasFocus():
        edge, width = tokens.focus, 2.0
    panel(painter, widget.rect(), theme.px(7), fill, edge, width)
    if has_problem and widget.hasFocus():
        # Whoever is about to mend it sees both: where the keyboard is and that it is wrong.
        inner = widget.rect().adjusted(2, 2, -2, -2)
        panel(painter, inner, theme.px(7) - 2, None, tokens.focus, 2.0)


def field_palette(theme: Theme) -> QPalette:
    """Return the palette of a field whose ground is painted by `field_panel`."""
    palette = theme.palette()
    for group in (
        QPalette.ColorGroup.Active,
        QPalette.ColorGroup.Inactive,
        QPalette.ColorGroup.Disabled,
    ):
        palette.setColor(group, QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
    palette.setColor(
        QPalette.ColorGroup.Disabled, QPalette.ColorRole.PlaceholderText, theme.tokens.disabled
    )
    return palette
