"""Words in the colour of links that do something when pressed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.ui.painting import antialiased, ring, text_width, words
from desktop.ui.pressable import Pressable
from desktop.ui.theme import Theme

_AIR = 4


class LinkButton(Pressable):
    """Words that lead somewhere, in the colour of links; underlined under the pointer.

    With `elides` they end in "…" where there is no room for all of them.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        role: str = "label",
        token: str = "link",
        *,
        elides: bool = False,
    ) -> None:
        super().__init__(theme, text)
        self._elides = elides
        self._role = role
        self._token = token
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for the word with a little air for the ring."""
        width = text_width(self.theme.font(self._role), self.text()) + 2 * self.theme.px(_AIR) + 1
        return QSize(max(24, width), max(24, self.theme.line(self._role) + self.theme.px(4)))

    def minimumSizeHint(self) -> QSize:
        """Return the same, or a few letters where the words may be cut."""
        hint = self.sizeHint()
        if self._elides:
            hint.setWidth(min(hint.width(), self.theme.px(60)))
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the word."""
        painter = antialiased(QPainter(self))
        tokens = self.theme.tokens
        font = QFont(self.theme.font(self._role))
        if self.is_hovered:
            font.setUnderline(True)
        ink = tokens.named(self._token) if self.isEnabled() else tokens.disabled
        inner = self.rect().adjusted(self.theme.px(_AIR), 0, -self.theme.px(_AIR), 0)
        words(painter, inner, self.text(), font, ink)
        if self.shows_ring:
            ring(painter, self.theme, self.rect(), self.theme.px(6))
