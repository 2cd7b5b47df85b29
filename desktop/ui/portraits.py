"""A person's round picture as a widget, with their initials until it is there."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.services.domain.post import Author
from desktop.ui.avatars import initials
from desktop.ui.painting import antialiased
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.post_card import Face
from desktop.ui.post_pictures import PicturePainter
from desktop.ui.theme import Theme


class Portrait(QWidget):
    """The picture of a person; decoration, since the name stands beside it."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, theme: Theme, pictures: PictureLoader, size: int = 56) -> None:
        super().__init__()
        self._painter = PicturePainter(theme, pictures)
        self._side = size
        self._author: Author | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        pictures.arrived.connect(self._on_arrived)

    def show_author(self, author: Author) -> None:
        """Show another person."""
        self._author = author
        self.update()

    def sizeHint(self) -> QSize:
        """Return the picture's square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture or the initials."""
        author = self._author
        if author is None:
            return
        face = Face(
            QRect(0, 0, self._side, self._side),
            author.avatar_url,
            initials(author.name, author.handle),
            author.native_id,
        )
        painter = antialiased(QPainter(self))
        self._painter.paint(painter, face, QRectF(self.rect()))
        painter.end()

    def _on_arrived(self, url: str) -> None:
        if self._author is not None and url == self._author.avatar_url:
            self.update()
