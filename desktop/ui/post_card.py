"""One post as it lies on the page: what is painted where, and what can be pressed where."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextLayout

from desktop.services.domain.feed import FeedEntry

_NEVER = datetime.min.replace(tzinfo=UTC)


class Words(NamedTuple):
    """A single line of text that fits its box."""

    box: QRect
    text: str
    role: str
    token: str


class Prose(NamedTuple):
    """Wrapped paragraphs, each with its distance from the top of the box."""

    box: QRect
    paragraphs: tuple[tuple[QTextLayout, int], ...]


class Glyph(NamedTuple):
    """An icon."""

    box: QRect
    name: str
    token: str


class Ground(NamedTuple):
    """A rounded box; an empty token leaves out its filling or its edge."""

    box: QRect
    fill: str
    edge: str = ""
    radius: int = 0


class Face(NamedTuple):
    """A person's round picture, or their initials until it is there."""

    box: QRect
    url: str
    letters: str
    identity: str


class Mark(NamedTuple):
    """A network's mark at the corner of a face."""

    box: QRect
    network: str


class Corners(NamedTuple):
    """Which corners of a picture are round; those in the middle of a group are not."""

    top_left: bool = True
    top_right: bool = True
    bottom_right: bool = True
    bottom_left: bool = True


class Photo(NamedTuple):
    """A picture; `standby` is what is read in its place until it is there."""

    box: QRect
    url: str
    corners: Corners
    standby: "Prose | None" = None
    is_film: bool = False


class Plate(NamedTuple):
    """A word on a dark plate over a picture."""

    box: QRect
    text: str


Part = Words | Prose | Glyph | Ground | Face | Mark | Photo | Plate


class Zone(NamedTuple):
    """A place that can be pressed: `action` is what `PostList.action_asked` then says.

    `shape` tells how it answers the pointer: "link" underlines, "button" gets a ground, "area"
    changes the pointer only.
    """

    action: str
    boxes: tuple[QRect, ...]
    tip: str = ""
    is_enabled: bool = True
    shape: str = "area"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a card's look depends on besides its entry."""

    at: datetime = _NEVER
    """When the post was written, as far as that can be believed."""
    time: str = ""
    """The same, as short as a list wants it."""
    can: int = 0
    """The value of the capabilities of the account that would act."""
    depth: int = 0
    is_in_thread: bool = False
    is_focus: bool = False
    is_revealed: bool = False
    is_fetching: bool = False
    newer_ms: int = 0
    older_ms: int = 0
    band: str = ""
    """The token of the colour of the account that received the post; empty for none."""


@dataclass(frozen=True, slots=True)
class Card:
    """A laid out row; positions count from its top left corner."""

    entry: FeedEntry | None
    width: int
    height: int
    parts: tuple[Part, ...] = ()
    zones: tuple[Zone, ...] = ()
    dot: QRect | None = None
    rule: QRect | None = None
    bar: QRect | None = None

    def zone_at(self, x: int, y: int) -> int:
        """Return the index of the zone under a point, the smallest last laid; -1 for none."""
        for index in range(len(self.zones) - 1, -1, -1):
            if any(box.contains(x, y) for box in self.zones[index].boxes):
                return index
        return -1

    def zone(self, action: str) -> Zone | None:
        """Return the first zone with that action."""
        return next((zone for zone in self.zones if zone.action == action), None)

    def mirrored(self) -> "Card":
        """Return the same card for people who read from right to left."""
        flip = _mirror(self.width)
        return replace(
            self,
            parts=tuple(_flipped(part, flip) for part in self.parts),
            zones=tuple(zone._replace(boxes=tuple(map(flip, zone.boxes))) for zone in self.zones),
            dot=self.dot and flip(self.dot),
            rule=self.rule and flip(self.rule),
            bar=self.bar and flip(self.bar),
        )


def _mirror(width: int) -> Callable[[QRect], QRect]:
    def flip(box: QRect) -> QRect:
        return QRect(width - box.x() - box.width(), box.y(), box.width(), box.height())

    return flip


def _flipped(part: Part, flip: Callable[[QRect], QRect]) -> Part:
    part = part._replace(box=flip(part.box))
    if isinstance(part, Photo):
        c = part.corners
        corners = Corners(c.top_right, c.top_left, c.bottom_left, c.bottom_right)
        standby = part.standby and part.standby._replace(box=flip(part.standby.box))
        return part._replace(corners=corners, standby=standby)
    return part
