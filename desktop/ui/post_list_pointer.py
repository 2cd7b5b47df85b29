"""Find what the pointer is on in a list of posts, and what a press there means."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from desktop.ui.post_card import Card, Zone

NOTHING = -1


@dataclass(frozen=True, slots=True)
class Spot:
    """A row, and the zone in it; -1 for none."""

    row: int = NOTHING
    zone: int = NOTHING


class Pointer:
    """Remembers where the pointer is and where a button went down."""

    def __init__(self) -> None:
        self.spot = Spot()
        self._pressed: Spot | None = None

    def press(self) -> None:
        """Note that the button went down here."""
        self._pressed = self.spot

    def release(self) -> Spot | None:
        """Return what was pressed: the button went down and up on the same thing."""
        pressed, self._pressed = self._pressed, None
        return self.spot if pressed == self.spot and self.spot.row != NOTHING else None

    def leave(self) -> None:
        """Note that the pointer is nowhere in the list."""
        self.spot = Spot()
        self._pressed = None


def zone_of(card: Card, index: int) -> Zone | None:
    """Return a card's zone by its index."""
    return card.zones[index] if 0 <= index < len(card.zones) else None


def cursor_for(zone: Zone | None) -> Qt.CursorShape:
    """Return the shape of the pointer over a zone."""
    if zone is None:
        return Qt.CursorShape.ArrowCursor
    if not zone.is_enabled:
        return Qt.CursorShape.ForbiddenCursor
    if zone.action == "open" and zone.shape == "area":
        return Qt.CursorShape.ArrowCursor
    return Qt.CursorShape.PointingHandCursor
