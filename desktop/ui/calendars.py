"""A month to choose a day from, with weeks that begin where the language begins them."""

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.buttons import Button, IconButton
from desktop.ui.labels import Label
from desktop.ui.painting import RING, antialiased, panel, words
from desktop.ui.theme import Theme
from desktop.ui.wording import month_name, weekday_date

_CELL = QSize(40, 34)
_WEEKS_AND_HEAD = 7
_DAYS = 7


class Calendar(QCalendarWidget):
    """A real calendar painted from the theme; arrows move by days, PageUp and PageDown by months.

    A screen reader hears the chosen day in full rather than a bare number.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.today = QDate.currentDate()
        self.setNavigationBarVisible(False)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setLocale(QLocale())
        self.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        self._view = self.findChild(QAbstractItemView)
        self.setAccessibleName(self.tr("Calendar"))
        self._view.setAccessibleName(self.tr("Day"))
        self.selectionChanged.connect(self._on_selected)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_today(self, today: QDate) -> None:
        """Mark another day as today."""
        self.today = today
        self.updateCells()

    def sizeHint(self) -> QSize:
        """Return the room for six weeks and the names of the days."""
        px = self._theme.px
        return QSize(_DAYS * px(_CELL.width()), _WEEKS_AND_HEAD * px(_CELL.height()))

    def minimumSizeHint(self) -> QSize:
        """Return the same: no day is squeezed."""
        return self.sizeHint()

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:
        """Paint one day: the chosen one filled, today with an edge, what is out of reach pale."""
        tokens, px = self._theme.tokens, self._theme.px
        antialiased(painter)
        painter.fillRect(rect, tokens.raised)
        side = min(rect.width(), rect.height()) - px(4)
        box = QRectF(0, 0, min(side + px(6), rect.width() - px(2)), side)
        box.moveCenter(QRectF(rect).center())
        ink, role = tokens.text, "body"
        if date.month() != self.monthShown():
            ink = tokens.text3
        if not self.minimumDate() <= date <= self.maximumDate():
            ink = tokens.disabled
        if date == self.selectedDate():
            ink, role = tokens.on_accent, "strong"
            panel(painter, box, px(7), tokens.accent)
            if self._view.hasFocus():
                panel(painter, box, px(7), None, tokens.focus, RING)
                inner = box.adjusted(RING, RING, -RING, -RING)
                # The ring is seen against the gap, not against the fill.
                panel(painter, inner, px(5), None, tokens.raised, RING)
        elif date == self.today:
            panel(painter, box, px(7), None, tokens.accent, 1.4)
        day = self.locale().toString(date.day())
        words(painter, box, day, self._theme.font(role), ink, Qt.AlignmentFlag.AlignHCenter)

    def _on_selected(self) -> None:
        day = weekday_date(self.selectedDate().toPython())
        self._view.setAccessibleDescription(day)
        if self.isVisible():
            told = QAccessibleAnnouncementEvent(self._view, day)
            QAccessible.updateAccessibility(told)

    def _on_theme_changed(self) -> None:
        tokens = self._theme.tokens
        palette = self._theme.palette()
        palette.setColor(palette.ColorRole.Base, tokens.raised)
        palette.setColor(palette.ColorRole.AlternateBase, tokens.raised)
        self.setPalette(palette)
        self.setFont(self._theme.font("caption"))
        head = QTextCharFormat()
        head.setForeground(tokens.text2)
        head.setBackground(tokens.raised)
        self.setHeaderTextFormat(head)
        # Qt paints week-ends red; red means alarm here.
        plain = QTextCharFormat()
        plain.setForeground(tokens.text2)
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, plain)
        self.updateGeometry()
        self.update()


class CalendarPopup(QFrame):
    """A calendar that opens over the page and closes with a choice or with Escape.

    Signals:
        chosen: The user chose this day (a QDate).
    """

    chosen = Signal(QDate)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self.setAccessibleName(self.tr("Choose a day"))
        self.calendar = Calendar(theme)
        self._month = Label(theme, "", "strong")
        self._before = IconButton(theme, "chevron-left", self.tr("Previous month"))
        self._after = IconButton(theme, "chevron-right", self.tr("Next month"))
        self._today = Button(theme, self.tr("Today"), "ghost", size="compact")
        self._before.clicked.connect(self.calendar.showPreviousMonth)
        self._after.clicked.connect(self.calendar.showNextMonth)
        self._today.clicked.connect(self._on_today)
        self.calendar.currentPageChanged.connect(self._on_page)
        self.calendar.clicked.connect(self._on_chosen)
        self.calendar.activated.connect(self._on_chosen)
        self._build()
        theme.changed.connect(self.update)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._before)
        head.addStretch(1)
        head.addWidget(self._month)
        head.addStretch(1)
        head.addWidget(self._after)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.calendar)
        column.addWidget(self._today, 0, Qt.AlignmentFlag.AlignHCenter)

    def open_at(self, beside: QRect, chosen: QDate, least: QDate) -> None:
        """Open below `beside`, in global coordinates, or above it where there is no room."""
        self.calendar.setMinimumDate(least)
        self.calendar.setSelectedDate(chosen)
        self._today.setEnabled(self.calendar.today >= least)
        self._on_page(self.calendar.yearShown(), self.calendar.monthShown())
        self.adjustSize()
        self.move(self._corner(beside))
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape, having changed nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface that popups stand on."""
        panel(QPainter(self), self.rect(), 0, self._theme.tokens.raised, self._theme.tokens.border)

    def _corner(self, beside: QRect) -> QPoint:
        room = QGuiApplication.primaryScreen().availableVirtualGeometry()
        size = self.sizeHint()
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = beside.right() + 1 - size.width() if is_mirrored else beside.left()
        left = max(room.left(), min(left, room.right() + 1 - size.width()))
        below, above = beside.bottom() + 3, beside.top() - 2 - size.height()
        has_room = below + size.height() <= room.bottom() or above < room.top()
        return QPoint(left, below if has_room else above)

    def _on_page(self, year: int, month: int) -> None:
        self._month.setText(month_name(f"{year:04}-{month:02}"))

    def _on_today(self) -> None:
        self._on_chosen(self.calendar.today)

    def _on_chosen(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(day)
