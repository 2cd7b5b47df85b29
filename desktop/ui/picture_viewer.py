"""The full-size viewer of a post's pictures, with what each one shows in words under it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.domain.post import Media
from desktop.ui.buttons import Button, IconButton
from desktop.ui.dialogs import Scrim
from desktop.ui.key_names import shown
from desktop.ui.keymap import Keymap
from desktop.ui.labels import Label
from desktop.ui.panes import ScrollPane
from desktop.ui.picture_canvas import PictureCanvas
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.text import clean, set_tooltip
from desktop.ui.theme import Theme
from desktop.ui.wording import percent

_SIZE = (960, 680)
_DESCRIPTION_HEIGHT = 96
_PAN = 60.0


class PictureViewer(QDialog):
    """Shows one picture of a post at a time.

    Arrows change the picture and Escape closes; the keys of its size are "picture.…" in the keymap.
    """

    def __init__(
        self,
        theme: Theme,
        pictures: PictureLoader,
        media: Sequence[Media],
        index: int = 0,
        parent: QWidget | None = None,
        *,
        keymap: Keymap,
    ) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self._theme = theme
        self._pictures = pictures
        self._media = list(media)
        self._index = max(0, min(index, len(self._media) - 1))
        self.setModal(True)
        self.setWindowTitle(self.tr("Picture"))
        room = parent.window().size() if parent is not None else QSize(*_SIZE)
        self.resize(QSize(*_SIZE).boundedTo(room))
        self._canvas = PictureCanvas(theme)
        self._canvas.setObjectName("picture")
        self._canvas.zoomed.connect(self._on_zoomed)
        self._number = Label(theme, "", "label", "text2")
        self._scale = Label(theme, "", "label", "text2")
        self._description = Label(theme, "", "body", wraps=True)
        self._description.setObjectName("description")
        self._description.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._again = Button(theme, self.tr("Try again"), "secondary", "refresh-cw")
        self._again.clicked.connect(self._on_try_again)
        self._build()
        pictures.arrived.connect(self._on_picture)
        pictures.failed.connect(self._on_picture)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._show_current()

    @property
    def index(self) -> int:
        """Return the number of the picture shown, from 0."""
        return self._index

    def show_next(self) -> None:
        """Show the picture after this one."""
        self._go_to(self._index + 1)

    def show_previous(self) -> None:
        """Show the picture before this one."""
        self._go_to(self._index - 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Veil the window behind."""
        super().showEvent(event)
        behind = self.parentWidget()
        if behind is not None:
            Scrim(self._theme, behind.window(), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the picture, its size or its place."""
        key, command = event.key(), self._keymap.command_of(event)
        ways = {
            Qt.Key.Key_PageDown: self.show_next,
            Qt.Key.Key_PageUp: self.show_previous,
        }
        sizes = {
            "picture.larger": self._canvas.zoom_in,
            "picture.smaller": self._canvas.zoom_out,
            "picture.fit": self._canvas.fit,
            "picture.true_size": self._canvas.show_true_size,
        }
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._on_arrow(Qt.Key(key))
        elif key in ways:
            ways[Qt.Key(key)]()
        elif command in sizes:
            sizes[command]()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self._theme
        self._previous = IconButton(theme, "chevron-left", self.tr("Previous picture"))
        self._next = IconButton(theme, "chevron-right", self.tr("Next picture"))
        keys = self._keymap.shown
        smaller = IconButton(theme, "zoom-out", self.tr("Smaller"), keys("picture.smaller"))
        larger = IconButton(theme, "zoom-in", self.tr("Larger"), keys("picture.larger"))
        fit = Button(theme, self.tr("Fit"), "ghost", size="compact")
        set_tooltip(fit, keys("picture.fit"))
        close = IconButton(theme, "x", self.tr("Close"), shown("Esc"))
        for button, act in (
            (self._previous, self.show_previous),
            (self._next, self.show_next),
            (smaller, self._canvas.zoom_out),
            (larger, self._canvas.zoom_in),
            (fit, self._canvas.fit),
            (close, self.reject),
        ):
            button.clicked.connect(act)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 10, 12, 10)
        bar.setSpacing(4)
        for widget in (self._previous, self._number, self._next):
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in (self._again, smaller, self._scale, larger, fit, close):
            bar.addWidget(widget)
        words = ScrollPane(theme, "surface", margin=16)
        words.setMaximumHeight(theme.px(_DESCRIPTION_HEIGHT))
        words.column.addWidget(self._description)
        words.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._canvas, 1)
        column.addWidget(words)

    def _on_arrow(self, key: Qt.Key) -> None:
        if not self._canvas.is_fitted:
            across = {Qt.Key.Key_Left: _PAN, Qt.Key.Key_Right: -_PAN}.get(key, 0.0)
            down = {Qt.Key.Key_Up: _PAN, Qt.Key.Key_Down: -_PAN}.get(key, 0.0)
            self._canvas.move_by(QPointF(across, down))
            return
        is_onward = key == Qt.Key.Key_Down or (
            key == (Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right)
        )
        self._go_to(self._index + (1 if is_onward else -1))

    def _go_to(self, index: int) -> None:
        if 0 <= index < len(self._media) and index != self._index:
            self._index = index
            self._show_current()

    def _show_current(self) -> None:
        media = self._media[self._index]
        count = len(self._media)
        words = self.tr("{number} of {count}").format(number=self._index + 1, count=count)
        self._number.setText(words)
        for widget in (self._number, self._previous, self._next):
            widget.setVisible(count > 1)
        self._previous.setEnabled(self._index > 0)
        self._next.setEnabled(self._index < count - 1)
        alt = clean(media.alt).strip()
        self._description.setText(alt or self.tr("The author gave no description."))
        self._description.set_token("text" if alt else "text3")
        self._canvas.setAccessibleName(alt or self.tr("Picture without description"))
        self._renew_picture()

    def _renew_picture(self) -> None:
        url = self._address()
        picture = self._pictures.whole(url)
        has_failed = picture is None and self._pictures.has_failed(url)
        if has_failed:
            standby = self.tr("This picture could not be loaded.")
        elif not self._pictures.is_on:
            standby = self.tr("Pictures are switched off in the settings.")
        else:
            standby = self.tr("Loading…")
        self._again.setVisible(has_failed)
        self._canvas.show_picture(picture, standby)

    def _address(self) -> str:
        media = self._media[self._index]
        # Of a film the still image is shown; the film itself plays in the browser.
        return media.url if media.kind == "image" and media.url else media.thumb_url

    def _on_picture(self, url: str) -> None:
        if url == self._address():
            self._renew_picture()

    def _on_try_again(self) -> None:
        self._pictures.try_again(self._address())
        self._renew_picture()

    def _on_zoomed(self) -> None:
        self._scale.setText(percent(self._canvas.zoom))

    def _on_theme_changed(self) -> None:
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.Window, self._theme.tokens.surface)
        self.setPalette(palette)
