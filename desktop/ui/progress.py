"""Progress of a long work: what happens, how far it is, and a way to stop it."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimerEvent, Signal
from PySide6.QtGui import QAccessible, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.buttons import Button
from desktop.ui.labels import Label
from desktop.ui.painting import antialiased, mirrored, panel, spinner
from desktop.ui.theme import Theme
from desktop.ui.wording import count

_FRAME_MS = 40
_TURN = 18


class Spinner(QWidget):
    """A turning arc for what takes a moment; it stands still where movement is not wanted."""

    accessible_role = QAccessible.Role.Animation

    def __init__(self, theme: Theme, size: int = 16, token: str = "text2") -> None:
        super().__init__()
        self._theme = theme
        self._side = size
        self._token = token
        self._turn = 0
        self._timer = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        theme.resized.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(self._theme.px(self._side), self._theme.px(self._side))

    def showEvent(self, event: QShowEvent) -> None:
        """Turn while it is seen."""
        super().showEvent(event)
        if self._theme.duration(1):
            self._timer = self.startTimer(_FRAME_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while it is not."""
        super().hideEvent(event)
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0

    def timerEvent(self, event: QTimerEvent) -> None:
        """Turn a little."""
        self._turn = (self._turn + _TURN) % 360
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arc."""
        ink = self._theme.tokens.named(self._token)
        spinner(antialiased(QPainter(self)), QRectF(self.rect()), ink, self._turn)


class Bar(QProgressBar):
    """A real progress bar under our own paint."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a thin line."""
        return QSize(120, 4)

    def minimumSizeHint(self) -> QSize:
        """Return a thin short line."""
        return QSize(40, 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the trough and what is done."""
        painter, box = antialiased(QPainter(self)), QRectF(self.rect())
        edge = self._theme.tokens.control if self._theme.is_high_contrast else None
        panel(painter, box, 2, self._theme.tokens.pressed, edge)
        span = self.maximum() - self.minimum()
        if span > 0 and self.value() > self.minimum():
            done = QRectF(box)
            done.setWidth(box.width() * (self.value() - self.minimum()) / span)
            panel(
                painter, mirrored(done, box, self.layoutDirection()), 2, self._theme.tokens.accent
            )


class Progress(QWidget):
    """A sentence, a count, a bar and Stop.

    Signals:
        stop_asked: The user wants the work to end.
    """

    accessible_role = QAccessible.Role.Grouping

    stop_asked = Signal()

    def __init__(self, theme: Theme, *, can_stop: bool = True) -> None:
        super().__init__()
        self._label = Label(theme, "", "body", "text2", wraps=True)
        self._count = Label(theme, "", "small", "text2")
        self._bar = Bar(theme)
        self.stop_button = Button(theme, self.tr("Stop"), "ghost", size="compact")
        self.stop_button.clicked.connect(self.stop_asked)
        self.stop_button.setVisible(can_stop)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Spinner(theme))
        row.addWidget(self._label, 1)
        row.addWidget(self.stop_button)
        course = QHBoxLayout()
        course.setSpacing(12)
        course.addWidget(self._bar, 1)
        course.addWidget(self._count)
        course.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addLayout(course)

    def show_progress(self, text: str, done: int = 0, total: int = 0) -> None:
        """Say what happens and how far it is; a `total` of 0 means that nobody knows."""
        self._label.setText(text)
        self._bar.setAccessibleName(text)
        self._bar.setRange(0, total)
        self._bar.setValue(min(done, total))
        self._bar.setVisible(total > 0)
        if total:
            shown = self.tr("{done} of {total}").format(done=count(done), total=count(total))
        else:
            shown = count(done) if done else ""
        self._count.setText(shown)
        self._count.setAlignment(Qt.AlignmentFlag.AlignVCenter)
