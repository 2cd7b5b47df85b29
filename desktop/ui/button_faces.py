"""What each kind of button looks like in each state, and how large it is."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from desktop.ui.painting import hover_fill, soft_edge
from desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Size:
    """The designed lengths of a button, in pixels at 100 %, and the role of its word."""

    height: int
    padding: int
    icon: int
    gap: int
    role: str


SIZES = {
    "compact": Size(28, 10, 14, 6, "button"),
    "normal": Size(32, 12, 16, 6, "button"),
    "main": Size(36, 14, 16, 7, "button"),
    "large": Size(40, 16, 16, 7, "strong"),
}


@dataclass(frozen=True, slots=True)
class Face:
    """The colours of a button in one state."""

    fill: QColor | None
    edge: QColor | None
    ink: QColor


@dataclass(frozen=True, slots=True)
class Touch:
    """What the user is doing to a button."""

    can_be: bool
    is_hovered: bool = False
    is_down: bool = False


def face_of(theme: Theme, kind: str, touch: Touch) -> Face:
    """Return the colours of a "primary", "secondary", "ghost", "danger" or "quiet_danger" button.

    Danger has no darker red for being held: the pointer's has the strongest contrast already.
    """
    if kind in ("primary", "danger"):
        return _filled(theme, kind, touch)
    tokens = theme.tokens
    is_edged = kind == "secondary"
    if not touch.can_be:
        return Face(None, tokens.border if is_edged else None, tokens.disabled)
    fill = tokens.surface if is_edged else None
    if touch.is_hovered:
        fill = tokens.hover if is_edged else hover_fill(theme)
    if touch.is_down:
        fill = tokens.pressed
    edge = soft_edge(theme, tokens.control, 0.65) if is_edged else None
    ink = {"secondary": tokens.text, "quiet_danger": tokens.danger_text}
    return Face(fill, edge, ink.get(kind, tokens.text2))


def _filled(theme: Theme, kind: str, touch: Touch) -> Face:
    tokens = theme.tokens
    if not touch.can_be:
        return Face(tokens.pressed, None, tokens.disabled)
    if kind == "danger":
        is_dark = touch.is_hovered and not touch.is_down
        return Face(tokens.danger_hover if is_dark else tokens.danger, None, tokens.on_danger)
    fill = tokens.accent_hover if touch.is_hovered else tokens.accent
    return Face(tokens.accent_pressed if touch.is_down else fill, None, tokens.on_accent)
