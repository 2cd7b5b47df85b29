import pytest
from painted import colours_in
from PySide6.QtCore import QDate, QLocale, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from wholeness import missed_by_tab

from desktop.ui.calendars import Calendar, CalendarPopup
from desktop.ui.theme import Theme

DAY = QDate(2026, 11, 18)


@pytest.fixture
def popup(theme: Theme, in_english, qtbot) -> CalendarPopup:
    opened = CalendarPopup(theme, None)
    qtbot.addWidget(opened)
    opened.calendar.set_today(QDate(2026, 11, 22))
    opened.open_at(QRect(40, 40, 200, 32), DAY, QDate(2026, 11, 12))
    return opened


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("fr_FR", Qt.DayOfWeek.Monday),
        ("en_GB", Qt.DayOfWeek.Monday),
        ("en_US", Qt.DayOfWeek.Sunday),
        ("ar_EG", Qt.DayOfWeek.Saturday),
    ],
)
def test_a_week_begins_where_the_language_begins_it(theme, qtbot, language, first):
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    calendar = Calendar(theme)
    qtbot.addWidget(calendar)
    QLocale.setDefault(before)

    assert calendar.firstDayOfWeek() == first


@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_colour_of_a_month_is_the_theme_s_and_no_week_end_is_red(theme, popup, look):
    theme.set_look(look)
    seen = colours_in(popup.calendar)
    tokens = theme.tokens

    assert {tokens.raised.name(), tokens.accent.name()} <= seen
    assert tokens.danger.name() not in seen
    assert QColor(Qt.GlobalColor.red).name() not in seen
    assert QColor(Qt.GlobalColor.white).name() not in seen or tokens.raised.name() == "#ffffff"


def test_the_days_have_a_size_that_can_be_pressed(popup):
    calendar = popup.calendar

    assert calendar.height() / 7 >= 24
    assert calendar.width() / 7 >= 24


def test_the_buttons_turn_the_month(popup):
    popup._after.click()
    assert popup._month.text() == "December 2026"

    popup._before.click()
    assert popup._month.text() == "November 2026"


def test_today_is_one_press_away(popup, qtbot):
    with qtbot.waitSignal(popup.chosen) as heard:
        popup._today.click()

    assert heard.args == [QDate(2026, 11, 22)]
    assert popup.isHidden()


def test_a_day_that_is_out_of_reach_cannot_be_chosen_as_today(popup):
    popup.close()
    popup.open_at(QRect(40, 40, 200, 32), QDate(2026, 12, 2), QDate(2026, 12, 1))

    assert not popup._today.isEnabled()


def test_the_day_under_the_keyboard_is_told_in_full(popup):
    view = QApplication.focusWidget()

    QTest.keyClick(view, Qt.Key.Key_Right)

    assert "19 November 2026" in view.accessibleDescription()
    assert view.accessibleName() == "Day"


def test_a_popup_without_room_below_opens_above(popup):
    popup.close()
    bottom = QApplication.primaryScreen().availableGeometry().bottom()

    popup.open_at(QRect(40, bottom - 40, 200, 32), DAY, DAY)

    assert popup.geometry().bottom() < bottom - 40


def test_tab_goes_round_in_the_popup(popup):
    assert not missed_by_tab(popup)
