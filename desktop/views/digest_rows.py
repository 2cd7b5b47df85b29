"""The rows of a digest: a portrait, a few words and why they are there, pressed as one."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.services.domain.post import Author
from desktop.ui.cards import Card, Rule
from desktop.ui.labels import Label
from desktop.ui.painting import antialiased, hover_fill, panel, ring
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.portraits import Portrait
from desktop.ui.pressable import Pressable
from desktop.ui.text import isolate
from desktop.ui.theme import Theme
from desktop.views.digest_words import name_of
from desktop.views.networks import network_name

_PORTRAIT = 36
_MARGIN = 12


class DigestRow(Pressable):
    """One entry of a digest; the whole of it is a button.

    `said` is what the person wrote and `note` why it stands here; either may be empty.
    """

    def __init__(
        self,
        theme: Theme,
        pictures: PictureLoader,
        author: Author,
        *,
        said: str = "",
        note: str = "",
        beside: str = "",
    ) -> None:
        """Make the row; `beside` stands at the end of the name's line."""
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        portrait = Portrait(theme, pictures, theme.px(_PORTRAIT))
        portrait.show_author(author)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, _MARGIN, 16, _MARGIN)
        row.setSpacing(12)
        row.addWidget(portrait, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        name, where = name_of(author), network_name(author.network)
        head.addWidget(Label(theme, name, "strong", elides=True))
        head.addStretch(1)
        head.addWidget(Label(theme, beside or where, "caption", "text3"))
        words.addLayout(head)
        if said:
            words.addWidget(Label(theme, said, "body", "text", wraps=True, quotes=True))
        if note:
            words.addWidget(Label(theme, note, "small", "text2", wraps=True))
        row.addLayout(words, 1)
        told = (isolate(name), beside or where, note, isolate(said))
        self.setAccessibleName(", ".join(each for each in told if each))

    def sizeHint(self) -> QSize:
        """Return the room that the words ask for."""
        return self.layout().totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least width of the words, and the height that a portrait needs."""
        width = self.layout().totalMinimumSize().width()
        return QSize(width, self.theme.px(_PORTRAIT) + 2 * _MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground under the pointer, and the ring."""
        painter = antialiased(QPainter(self))
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        if self.is_hovered or self.isDown():
            panel(painter, box, 8, hover_fill(self.theme))
        if self.shows_ring:
            ring(painter, self.theme, box, 8)


class DigestPart(QWidget):
    """A heading with a card of rows below it."""

    def __init__(self, theme: Theme, heading: str) -> None:
        super().__init__()
        self._theme = theme
        self._card = Card(theme, padding=0)
        self._card.column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        column.addWidget(Label(theme, heading, "heading"))
        column.addWidget(self._card)
        self.setAccessibleName(heading)

    def add(self, widget: QWidget) -> None:
        """Put one more row at the end."""
        if self._card.column.count():
            self._card.column.addWidget(Rule(self._theme))
        self._card.column.addWidget(widget)

    def add_words(self, sentence: str) -> None:
        """Put a sentence at the end."""
        label = Label(self._theme, sentence, "small", "text2", wraps=True)
        label.setContentsMargins(16, 12, 16, 12)
        self.add(label)
