"""What looks like a field on every page and opens the palette."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.ui.icons import draw_icon
from desktop.ui.painting import (
    antialiased,
    keycap,
    keycap_size,
    panel,
    ring,
    text_width,
    words,
)
from desktop.ui.panes import Header
from desktop.ui.pressable import Pressable
from desktop.ui.theme import Theme

WIDTH, HEIGHT = 244, 32
WHOLE, WITHOUT_KEYS, BARE = range(3)
"""With words and keys, with words alone, as an icon: what the bar has room for."""


class SearchOpener(Pressable):
    """A button in the shape of a search field, at the end of a page's bar.

    It gives its room up to the page's title and controls: first its keys, then its words.
    """

    def __init__(self, theme: Theme, header: Header, keys: str = "") -> None:
        self._keys = ""
        self._form = WHOLE
        super().__init__(theme, self.tr("Search or jump to…"))
        self._header = header
        self.setObjectName("searchOpener")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_keys(keys)
        header.add(self)
        header.installEventFilter(self)
        self._fold()

    def set_keys(self, keys: str) -> None:
        """Show which keys do the same; empty for none."""
        self._keys = keys
        self.set_name(self.text().rstrip("….").strip(), keys)
        self.updateGeometry()
        self.update()

    @property
    def form(self) -> int:
        """Return how much of it is shown."""
        return self._form

    def sizeHint(self) -> QSize:
        """Return the room of what is shown."""
        return QSize(self._width_of(self._form), self.theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same: its words are never cut."""
        return self.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again how much room there is when the bar or something in it changes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fold()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a field with a glass, words and keys, as far as there is room."""
        painter = antialiased(QPainter(self))
        tokens, px, height = self.theme.tokens, self.theme.px, self.height()
        fill = tokens.pressed if self.isDown() else tokens.surface
        if self.is_hovered and not self.isDown():
            fill = tokens.hover
        panel(painter, self.rect(), px(7), fill, tokens.control)
        if self.shows_ring:
            ring(painter, self.theme, self.rect(), px(7))
        left = (self.width() - px(16)) / 2 if self._form == BARE else px(10)
        glass = QRectF(left, (height - px(16)) / 2, px(16), px(16))
        draw_icon(painter, "search", self.placed(glass), tokens.text2)
        if self._form == BARE:
            return
        area = self.placed(QRectF(px(33), 0, self._text_width(), height))
        words(painter, area, self.text(), self.theme.font("body"), tokens.text3)
        if self._form == WHOLE and self._keys:
            size = keycap_size(self.theme, self._keys)
            cap = QRectF(self.width() - size.width() - px(8), 0, size.width(), size.height())
            cap.moveTop((height - size.height()) / 2)
            keycap(painter, self.theme, self.placed(cap), self._keys, tokens.text2)

    def _width_of(self, form: int) -> int:
        px = self.theme.px
        if form == BARE:
            return px(36)
        width = px(33) + self._text_width() + px(12)
        if form == WITHOUT_KEYS:
            return width
        keys = keycap_size(self.theme, self._keys).width() + px(8) if self._keys else 0
        return max(px(WIDTH), width + keys)

    def _text_width(self) -> int:
        return text_width(self.theme.font("body"), self.text()) + 1

    def _fold(self) -> None:
        room = self._room()
        form = next((each for each in (WHOLE, WITHOUT_KEYS) if self._width_of(each) <= room), BARE)
        if form != self._form:
            self._form = form
            self.updateGeometry()
            self.update()

    def _room(self) -> int:
        """Return what the bar has left once everything else has all that it asks for."""
        row = self._header.row
        margins = row.contentsMargins()
        items = [row.itemAt(number) for number in range(row.count())]
        others = [
            each.sizeHint().width()
            for each in items
            if each.widget() is not self and not each.isEmpty()
        ]
        taken = sum(others) + row.spacing() * len(others) + margins.left() + margins.right()
        return self._header.width() - taken
