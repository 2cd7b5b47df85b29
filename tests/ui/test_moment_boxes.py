from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.fields import Field
from desktop.ui.moment_boxes import MomentBox, moment_format
from desktop.ui.theme import Theme

AT = datetime(2026, 11, 22, 9, 30, 40, tzinfo=UTC)
TO_THE_MINUTE = AT.replace(second=0)


@pytest.fixture
def box(theme: Theme, in_english, shown) -> MomentBox:
    return shown(MomentBox(theme, "When", AT, now=lambda: AT))


def open_popup() -> QWidget:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    return popup


def test_a_moment_comes_back_as_it_went_in_to_the_minute(box):
    assert box.moment == TO_THE_MINUTE
    assert box.moment.tzinfo is not None


def test_nothing_before_the_least_moment_can_be_chosen(box):
    box.set_least(AT)

    box.set_moment(AT - timedelta(days=3))

    assert box.moment == TO_THE_MINUTE + timedelta(minutes=1)


def test_a_least_moment_on_the_minute_may_itself_be_chosen(box):
    box.set_least(TO_THE_MINUTE)
    box.set_moment(TO_THE_MINUTE)

    assert box.moment == TO_THE_MINUTE


@pytest.mark.parametrize(
    ("language", "shown_as"),
    [
        ("en_GB", "dd/MM/yyyy  HH:mm"),
        ("fr_FR", "dd/MM/yyyy  HH:mm"),
        ("en_US", "M/d/yyyy  h:mm\u202fAp"),
        ("de_DE", "dd.MM.yyyy  HH:mm"),
    ],
)
def test_the_day_is_written_as_the_language_writes_it_with_its_whole_year(language, shown_as):
    assert moment_format(QLocale(language)) == shown_as


def test_the_arrows_step_the_part_where_the_keyboard_is(box, qtbot):
    heard = []
    box.moment_chosen.connect(heard.append)
    box.setFocus()
    box.setCurrentSectionIndex(0)

    QTest.keyClick(box, Qt.Key.Key_Up)

    assert box.moment == TO_THE_MINUTE + timedelta(days=1)
    assert heard == [box.moment]


@pytest.mark.parametrize(
    ("key", "with_key"),
    [
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_a_key_opens_the_calendar_and_enter_takes_the_day_with_the_same_time(box, key, with_key):
    QTest.keyClick(box, key, with_key)
    popup = open_popup()
    view = QApplication.focusWidget()

    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)

    assert popup.isHidden()
    assert box.moment == TO_THE_MINUTE + timedelta(days=1)
    assert box.hasFocus()


def test_escape_closes_the_calendar_and_changes_nothing(box):
    box.open_calendar()
    popup = open_popup()

    QTest.keyClick(popup.calendar, Qt.Key.Key_Right)
    QTest.keyClick(popup, Qt.Key.Key_Escape)

    assert popup.isHidden()
    assert box.moment == TO_THE_MINUTE


def test_the_calendar_reaches_no_further_back_than_the_least_moment(box):
    box.set_least(AT)
    box.open_calendar()

    assert open_popup().calendar.minimumDate() == box.date()
    assert open_popup().calendar.today == QDate(2026, 11, 22)
    open_popup().close()


def test_a_screen_reader_hears_the_day_of_the_week(box):
    told = QAccessible.queryAccessibleInterface(box)

    assert told.role() == QAccessible.Role.SpinBox
    assert box.accessibleName() == "When"
    assert box.accessibleDescription().startswith("Sunday")


def test_a_problem_keeps_the_whole_moment_in_sight(box):
    before = box.lineEdit().textMargins().right()

    box.set_problem(True)

    room = box.lineEdit().width() - box.lineEdit().textMargins().right()
    assert box.lineEdit().textMargins().right() > before
    assert box.fontMetrics().horizontalAdvance(box.text()) <= room


def test_from_right_to_left_the_button_stands_at_the_left(box):
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box.resize(box.width() + 1, box.height())

    assert box._button.x() < box.width() / 2


def test_larger_text_asks_for_more_room(box, theme):
    before = box.sizeHint()

    theme.set_text_size(150)

    assert box.sizeHint().width() > before.width() * 1.3
    theme.set_text_size(100)


def test_typing_goes_on_from_part_to_part(box):
    box.setFocus()
    box.setCurrentSectionIndex(0)
    box.setSelectedSection(box.currentSection())

    QTest.keyClicks(box, "241220270815")

    assert box.moment.strftime("%Y-%m-%d %H:%M") == "2027-12-24 08:15"


def test_tab_leaves_the_field_at_once(box):
    box.setFocus()

    QTest.keyClick(box, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is box._button


def test_what_needs_mending_is_told_after_the_day(theme, in_english, shown):
    field = shown(Field(theme, "When", MomentBox(theme, "", AT)))

    field.set_problem("This moment is past.")

    day, problem = field.editor.accessibleDescription().split("\n")
    assert day.startswith("Sunday")
    assert problem == "This moment is past."
