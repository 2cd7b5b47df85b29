"""The sheet a card is laid out on: measures, columns, and how far down it is filled."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from desktop.ui.post_card import Card, Glyph, Ground, Part, Prose, Setting, Words, Zone
from desktop.ui.post_prose import Hand, LaidText
from desktop.ui.theme import Theme

NARROW = 420
_LEFT, _RIGHT, _TOP = 20, 20, 14
_KEPT_WIDTHS = 4_096
_LEAST_COLUMN = 200
_INDENT, _DEEPEST = 16, 4


class Measures:
    """The sizes of one look, worked out once: fonts are slow to ask about themselves."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._metrics: dict[str, QFontMetrics] = {}
        self._widths: dict[tuple[str, str], int] = {}
        self.px = theme.px
        self.line = theme.line

    def width(self, text: str, role: str) -> int:
        """Return the room that one line of text takes; remembered, as words come back often."""
        known = self._widths.get((text, role))
        if known is None:
            if len(self._widths) > _KEPT_WIDTHS:
                self._widths.clear()
            known = self._of(role).horizontalAdvance(text) + 1 if text else 0
            self._widths[text, role] = known
        return known

    def elided(self, text: str, role: str, width: int) -> str:
        """Return `text`, ended with an ellipsis when it is wider than `width`."""
        if self.width(text, role) <= width:
            return text
        return self._of(role).elidedText(text, Qt.TextElideMode.ElideRight, width)

    def hand(self, role: str, token: str = "text") -> Hand:
        """Return how prose of that role is written."""
        theme = self._theme
        return Hand(
            theme.font(role), theme.line(role), theme.tokens.named(token), theme.tokens.link
        )

    def _of(self, role: str) -> QFontMetrics:
        if role not in self._metrics:
            self._metrics[role] = QFontMetrics(self._theme.font(role))
        return self._metrics[role]


class Sheet:
    """Collects the parts and zones of one card from top to bottom."""

    def __init__(self, measures: Measures, width: int, setting: Setting) -> None:
        self.measures = measures
        self.setting = setting
        self.width = width
        self.parts: list[Part] = []
        self.zones: list[Zone] = []
        is_narrow = width < NARROW
        self.face_side = 36 if is_narrow else 40
        spare = width - _LEFT - self.face_side - 16 - _LEAST_COLUMN - _RIGHT
        self.indent = max(0, min(min(setting.depth, _DEEPEST) * _INDENT, spare))
        self.face_left = _LEFT + self.indent
        self.left = self.face_left + self.face_side + 16
        self.right = max(width - _RIGHT, self.left + 80)
        self.y = _TOP

    @property
    def column(self) -> int:
        """Return the width of the column that holds the text."""
        return self.right - self.left

    def words(self, x: int, y: int, text: str, role: str, token: str, *, most: int = 0) -> QRect:
        """Write one line, elided at `most` pixels, and return the box it takes."""
        if most:
            text = self.measures.elided(text, role, most)
        box = QRect(x, y, self.measures.width(text, role), self.measures.line(role))
        self.parts.append(Words(box, text, role, token))
        return box

    def glyph(self, x: int, middle: int, name: str, token: str, side: int) -> QRect:
        """Draw an icon whose middle is at that height, and return its box."""
        side = self.measures.px(side)
        box = QRect(x, middle - side // 2, side, side)
        self.parts.append(Glyph(box, name, token))
        return box

    def ground(self, box: QRect, fill: str, edge: str = "", radius: int = 0) -> None:
        """Lay a rounded box under what follows."""
        self.parts.append(Ground(box, fill, edge, radius))

    def prose(self, laid: LaidText, x: int, y: int, width: int) -> QRect:
        """Set laid out paragraphs and return the box they take."""
        box = QRect(x, y, width, laid.height)
        self.parts.append(Prose(box, tuple(laid.paragraphs)))
        return box

    def press(
        self, action: str, box: QRect, tip: str = "", *, enabled: bool = True, shape: str = "area"
    ) -> None:
        """Make a box answer to the pointer."""
        self.zones.append(Zone(action, (box,), tip, enabled, shape))

    def finished(self, card: Card) -> Card:
        """Return `card` with everything that was collected."""
        bar = QRect(0, 0, 3, card.height) if self.setting.is_focus else None
        if self.setting.band and bar is None:
            self.ground(QRect(0, 6, 3, max(0, card.height - 13)), self.setting.band, radius=1)
        rule = QRect(self.face_left, card.height - 1, self.width - self.face_left - _RIGHT, 1)
        return Card(
            card.entry, self.width, card.height, tuple(self.parts), tuple(self.zones),
            card.dot, rule, bar,
        )  # fmt: skip
