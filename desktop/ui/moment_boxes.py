"""A field for a day with its time, typed, stepped or chosen from a calendar."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QLocale, QSize, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from desktop.ui.buttons import IconButton
from desktop.ui.calendars import CalendarPopup
from desktop.ui.spin_faces import (
    dress_spin_box,
    paint_spin_box,
    place_buttons,
    spin_box_size,
)
from desktop.ui.theme import Theme
from desktop.ui.wording import full_date

_LONGEST = QDateTime(QDate(2028, 12, 28), QTime(22, 58))


def _wall_clock() -> datetime:
    return datetime.now(UTC)


class MomentBox(QDateTimeEdit):
    """A moment to the minute, in the language's own order of day, month and hour.

    It takes and gives aware datetimes and shows them in the computer's zone. Typing goes on from
    part to part, the up and down arrows step the part where the cursor is; Alt and the down arrow,
    F4 or the button open a calendar.

    Signals:
        moment_chosen: The moment is another one; carries it as an aware datetime.
    """

    moment_chosen = Signal(object)

    def __init__(
        self, theme: Theme, name: str, at: datetime, *, now: Callable[[], datetime] = _wall_clock
    ) -> None:
        super().__init__()
        self._theme = theme
        self._now = now
        self._has_problem = False
        self._note = ""
        self._popup: CalendarPopup | None = None
        self.setLocale(QLocale())
        # From right to left Qt writes the parts backwards, 20:00 as 00:20, which nobody does.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setDisplayFormat(moment_format(QLocale()))
        self.setAccessibleName(name)
        self._button = IconButton(
            theme, "calendar", self.tr("Choose from a calendar"), size=26, icon_size=16
        )
        self._button.setParent(self)
        self._button.clicked.connect(self.open_calendar)
        self.set_moment(at)
        self.dateTimeChanged.connect(self._on_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def moment(self) -> datetime:
        """Return the moment that is shown, aware and to the minute."""
        shown = self.dateTime().toSecsSinceEpoch()
        return datetime.fromtimestamp(shown - shown % 60, UTC).astimezone()

    def set_moment(self, at: datetime) -> None:
        """Show another moment, or the least one where it is earlier."""
        self.setDateTime(_to_qt(at))
        self._describe()

    def set_least(self, at: datetime) -> None:
        """Refuse every moment before this one, which counts from its next full minute."""
        part = timedelta(seconds=at.second, microseconds=at.microsecond)
        self.setMinimumDateTime(_to_qt(at + timedelta(minutes=1) - part if part else at))
        self._describe()

    def set_problem(self, has_problem: bool) -> None:
        """Show the edge and the sign of something that needs mending, or take them away."""
        self._has_problem = has_problem
        self._lay_out()

    def setAccessibleDescription(self, note: str) -> None:
        """Tell something after the day in full, such as what needs mending."""
        self._note = note
        self._describe()

    def open_calendar(self) -> None:
        """Open the calendar at the day that is shown."""
        if self.isReadOnly():
            return
        if self._popup is None:
            self._popup = CalendarPopup(self._theme, self)
            self._popup.chosen.connect(self._on_day_chosen)
        today = _to_qt(self._now()).date()
        self._popup.calendar.set_today(today)
        beside = self.rect()
        beside.moveTopLeft(self.mapToGlobal(beside.topLeft()))
        self._popup.open_at(beside, self.date(), self.minimumDate())

    def sizeHint(self) -> QSize:
        """Return the room for the longest moment."""
        longest = self.locale().toString(_LONGEST, self.displayFormat())
        return spin_box_size(self._theme, longest, 1)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a moment is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with the keys that open any box of choices."""
        is_down = event.key() == Qt.Key.Key_Down
        if event.key() == Qt.Key.Key_F4 or (
            is_down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, goes_on: bool) -> bool:
        """Leave the field with Tab; Qt would first stop at each of its parts."""
        return QWidget.focusNextPrevChild(self, goes_on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the end."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field; the text paints itself."""
        paint_spin_box(self._theme, self, [self._button], self._has_problem)

    def _lay_out(self) -> None:
        place_buttons(self._theme, self, [self._button], self._has_problem)
        self.update()

    def _describe(self) -> None:
        # Figures alone do not say which day of the week it is.
        told = (full_date(self.moment), self._note)
        super().setAccessibleDescription("\n".join(each for each in told if each))

    def _on_changed(self) -> None:
        self._describe()
        self.moment_chosen.emit(self.moment)

    def _on_day_chosen(self, day: QDate) -> None:
        self.setDate(day)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_theme_changed(self) -> None:
        dress_spin_box(self._theme, self)
        self._lay_out()


def moment_format(locale: QLocale) -> str:
    """Return how the language writes a day in figures, with the whole year, and a time."""
    day = locale.dateFormat(QLocale.FormatType.ShortFormat)
    if "yyyy" not in day:
        day = day.replace("yy", "yyyy")
    return f"{day}  {locale.timeFormat(QLocale.FormatType.ShortFormat)}"


def _to_qt(at: datetime) -> QDateTime:
    shown = int(at.timestamp())
    return QDateTime.fromSecsSinceEpoch(shown - shown % 60)
