"""Real fields for a number and for a time of day, with buttons that are large enough to press."""

from datetime import time

from PySide6.QtCore import QLocale, QSize, Qt, QTime
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSpinBox, QTimeEdit, QWidget

from desktop.ui.spin_faces import (
    dress_spin_box,
    paint_spin_box,
    place_buttons,
    spin_box_size,
    step_buttons,
)
from desktop.ui.theme import Theme


class NumberBox(QSpinBox):
    """A whole number between two limits, written as the language writes it."""

    def __init__(self, theme: Theme, name: str = "", least: int = 0, most: int = 99) -> None:
        super().__init__()
        self._theme = theme
        self._has_problem = False
        self.setLocale(QLocale())
        self.setGroupSeparatorShown(True)
        self.setAccessibleName(name)
        self.setRange(least, most)
        self._buttons = step_buttons(theme, self, self.tr("Less"), self.tr("More"))
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_problem(self, has_problem: bool) -> None:
        """Show the edge and the sign of something that needs mending, or take them away."""
        self._has_problem = has_problem
        self._lay_out()

    def sizeHint(self) -> QSize:
        """Return the room for the longest number."""
        written = (self.textFromValue(each) for each in (self.minimum(), self.maximum()))
        longest = self.prefix() + max(written, key=len) + self.suffix()
        return spin_box_size(self._theme, longest, len(self._buttons))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a number is never cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons at the end."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field; the text paints itself."""
        paint_spin_box(self._theme, self, self._buttons, self._has_problem)

    def _lay_out(self) -> None:
        place_buttons(self._theme, self, self._buttons, self._has_problem)
        self.update()

    def _on_theme_changed(self) -> None:
        dress_spin_box(self._theme, self)
        self._lay_out()


class TimeBox(QTimeEdit):
    """A time of day, to the minute, written as the language writes it."""

    def __init__(self, theme: Theme, name: str = "", at: time | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._has_problem = False
        self.setLocale(QLocale())
        # From right to left Qt writes the parts backwards, 20:00 as 00:20, which nobody does.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        self.setAccessibleName(name)
        self._buttons = step_buttons(theme, self, self.tr("Earlier"), self.tr("Later"))
        self.setWrapping(True)
        if at is not None:
            self.set_time_of_day(at)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def time_of_day(self) -> time:
        """Return the time that is shown, to the minute."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def set_time_of_day(self, at: time) -> None:
        """Show another time, to the minute."""
        self.setTime(QTime(at.hour, at.minute))

    def set_problem(self, has_problem: bool) -> None:
        """Show the edge and the sign of something that needs mending, or take them away."""
        self._has_problem = has_problem
        self._lay_out()

    def sizeHint(self) -> QSize:
        """Return the room for the longest time."""
        longest = self.locale().toString(QTime(22, 58), self.displayFormat())
        return spin_box_size(self._theme, longest, len(self._buttons))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a time is never cut."""
        return self.sizeHint()

    def focusNextPrevChild(self, goes_on: bool) -> bool:
        """Leave the field with Tab; Qt would first stop at each of its parts."""
        return QWidget.focusNextPrevChild(self, goes_on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons at the end."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field; the text paints itself."""
        paint_spin_box(self._theme, self, self._buttons, self._has_problem)

    def _lay_out(self) -> None:
        place_buttons(self._theme, self, self._buttons, self._has_problem)
        self.update()

    def _on_theme_changed(self) -> None:
        dress_spin_box(self._theme, self)
        self._lay_out()
