"""The palette: type what you look for, go there with Enter."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.services.domain.matching import terms
from desktop.ui.dialogs import Scrim
from desktop.ui.field_face import field_palette
from desktop.ui.icons import draw_icon
from desktop.ui.key_names import shown
from desktop.ui.painting import antialiased, keycap, keycap_size, mirrored, panel, ring
from desktop.ui.palette_answers import PaletteAnswers, SlowSource, Source
from desktop.ui.palette_list import STEPS, PaletteList
from desktop.ui.palette_rows import Found
from desktop.ui.pressable import Pressable
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme

WIDTH, TOP, FIELD = 620, 96, 52
"""How wide it is, how far below the top of the window, and how high its field."""
_RADIUS = 14
_MARGIN = 24
_SIDE = 20


class _Field(QLineEdit):
    """A bare line; the dialog paints what is round it."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setFrame(False)
        self.setAccessibleName(name.rstrip("….").strip())
        self.setPlaceholderText(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        """Return the height of a control."""
        return QSize(self._theme.px(320), self._theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """Return the height of a control and room for a word."""
        return QSize(self._theme.px(96), self._theme.px(32))

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("reading"))
        self.setPalette(field_palette(self._theme))
        self.updateGeometry()


class _EscKey(Pressable):
    """The key that closes, which the pointer can press as well."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, shown("Esc"))
        self.setObjectName("closePalette")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(self.tr("Close"), shown("Esc"))

    def sizeHint(self) -> QSize:
        """Return a target large enough round the key."""
        size = keycap_size(self.theme, self.text())
        return QSize(size.width() + self.theme.px(8), max(size.height(), self.theme.px(28), 24))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a key's name is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key, stronger under the pointer."""
        painter, tokens = antialiased(QPainter(self)), self.theme.tokens
        box = QRectF(0, 0, 0, 0)
        box.setSize(keycap_size(self.theme, self.text()).toSizeF())
        box.moveCenter(QRectF(self.rect()).center())
        ink = tokens.text if self.is_hovered or self.isDown() else tokens.text2
        keycap(painter, self.theme, box, self.text(), ink)
        if self.shows_ring:
            ring(painter, self.theme, self.rect(), self.theme.px(6))


class Palette(QDialog):
    """A field over the window, and below it what the sources find for what is typed.

    `resting` returns what is listed while nothing is typed.

    Signals:
        chosen: A row was chosen; carries the `Found`, whose work is yet to be done.
        failed: The file could not be read; carries the exception.
    """

    chosen = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        *,
        instant: Sequence[Source],
        slow: Sequence[SlowSource],
        resting: Callable[[], Iterable[Found]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._resting = resting
        self._window = parent.window()
        name = self.tr("Search or jump to…")
        self.setWindowTitle(name.rstrip("….").strip())
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self._is_masked = QGuiApplication.platformName() == "xcb"
        # Without a compositing manager, which X11 need not have, transparent corners are black.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self._is_masked)
        self.field = _Field(theme, name)
        self.field.setObjectName("paletteField")
        self.field.setAccessibleDescription(
            self.tr("Arrow keys move among what is found, Enter goes there.")
        )
        self.field.installEventFilter(self)
        self.list = PaletteList(theme, self.field)
        self.list.setObjectName("paletteList")
        self._close = _EscKey(theme)
        self._answers = PaletteAnswers(instant, slow, tasks, self)
        self._build()
        self._connect()
        self._rest()

    def _build(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(_SIDE + 30) - 2, 0, px(12), 0)
        head.setSpacing(8)
        head.addWidget(self.field, 1)
        head.addWidget(self._close)
        self._head = QWidget()
        self._head.setLayout(head)
        self._head.setFixedHeight(px(FIELD))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(1)
        column.addWidget(self._head)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        self._close.clicked.connect(self.reject)
        self.list.chosen.connect(self._choose)
        self.list.grown.connect(self._fit)
        self._answers.begun.connect(self.list.show_found)
        self._answers.added.connect(self.list.append)
        self._answers.ended.connect(self._on_ended)
        self._answers.failed.connect(self.failed)
        self._window.installEventFilter(self)
        self._theme.changed.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead the field's keys into the list, and stay where the window is."""
        if watched is self.field:
            is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
            return is_key and self._take_key(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._fit()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Come up over the darkened window."""
        super().showEvent(event)
        Scrim(self._theme, self._window, self)
        self._fit()
        self.field.setFocus()
        QTimer.singleShot(0, self, self._answers.warm_up)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Round the corners."""
        super().resizeEvent(event)
        if self._is_masked:
            path, radius = QPainterPath(), self._theme.px(_RADIUS)
            path.addRoundedRect(QRectF(self.rect()), radius, radius)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the glass and the line below the field."""
        painter = antialiased(QPainter(self))
        tokens, px = self._theme.tokens, self._theme.px
        panel(painter, self.rect(), px(_RADIUS), tokens.raised, tokens.border)
        glass = QRectF(px(_SIDE), (self._head.height() - px(18)) / 2, px(18), px(18))
        glass = mirrored(glass, self.rect(), self.layoutDirection())
        draw_icon(painter, "search", glass, tokens.text2)
        painter.fillRect(1, self._head.height(), self.width() - 2, 1, tokens.border)

    def done(self, result: int) -> None:
        """Go, and want no answer any more."""
        self._answers.forget()
        self._window.removeEventFilter(self)
        super().done(result)

    def _take_key(self, event: QKeyEvent) -> bool:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            found = self.list.current()
            if found is not None:
                self._choose(found)
            return True
        if is_plain and (step := STEPS.get(Qt.Key(event.key()))):
            self.list.step(step)
            return True
        return False

    def _on_typed(self, typed: str) -> None:
        if typed.strip():
            self._answers.ask(typed.strip())
        else:
            self._rest()

    def _rest(self) -> None:
        self._answers.forget()
        self.list.show_found(self._resting())

    def _on_ended(self, has_found: bool) -> None:
        if not has_found:
            self.list.note(self.tr("Nothing found"))
        elif terms(self.field.text()):
            self.list.announce_current(self.tr("%n result(s)", "", self.list.count()))

    def _choose(self, found: Found) -> None:
        self.accept()
        self.chosen.emit(found)

    def _fit(self) -> None:
        """Take the height of what is found, as far as the window has it."""
        px, window = self._theme.px, self._window
        width = min(px(WIDTH), window.width() - 2 * _MARGIN)
        top = min(px(TOP), window.height() * TOP // 800)
        head = self._head.height() + 2
        room = window.height() - top - _MARGIN - head
        corner = window.mapToGlobal(QPoint((window.width() - width) // 2, top))
        self.setGeometry(
            corner.x(), corner.y(), width, head + min(room, self.list.content_height())
        )
