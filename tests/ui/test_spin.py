from datetime import time

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from desktop.ui.buttons import IconButton
from desktop.ui.spin_boxes import NumberBox, TimeBox


@pytest.fixture
def number(theme, in_english, shown) -> NumberBox:
    return shown(NumberBox(theme, "Months kept", 1, 12_000))


@pytest.fixture
def clock(theme, in_english, shown) -> TimeBox:
    return shown(TimeBox(theme, "From", time(23, 59)))


def test_the_arrows_and_the_buttons_step_a_number(number):
    number.setValue(5)
    less, more = number.findChildren(IconButton)

    QTest.keyClick(number, Qt.Key.Key_Up)
    more.click()
    less.click()
    less.click()

    assert number.value() == 5


def test_a_number_is_written_as_the_language_writes_it(number):
    number.setValue(1_284)
    assert number.text() == "1,284"

    number.setLocale(QLocale("fr_FR"))
    assert number.text().replace("\u202f", " ") == "1 284"


def test_a_time_goes_in_and_out_to_the_minute(clock):
    assert clock.time_of_day == time(23, 59)

    clock.set_time_of_day(time(8, 30, 12))

    assert clock.time_of_day == time(8, 30)


def test_after_the_last_hour_comes_the_first(clock):
    clock.setCurrentSectionIndex(0)

    QTest.keyClick(clock, Qt.Key.Key_Up)

    assert clock.time_of_day == time(0, 59)


def test_the_buttons_can_be_pressed_and_have_names_and_are_no_stop_of_tab(number, clock):
    for box in (number, clock):
        for button in box.findChildren(IconButton):
            assert min(button.width(), button.height()) >= 24
            assert button.accessibleName()
            assert button.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_longest_value_fits_with_the_sign_of_a_problem(number, theme):
    for percent in (100, 150):
        theme.set_text_size(percent)
        number.setValue(12_000)
        number.resize(number.sizeHint())
        number.set_problem(True)
        margins = number.lineEdit().textMargins()
        room = number.lineEdit().width() - margins.left() - margins.right()

        assert number.fontMetrics().horizontalAdvance(number.text()) <= room
    theme.set_text_size(100)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_ground_and_the_edge_are_the_theme_s(number, theme, look):
    theme.set_look(look)
    number.clearFocus()
    picture = number.grab().toImage()
    middle = picture.height() // 2

    assert picture.pixelColor(picture.width() // 2, 4).name() == theme.tokens.surface.name()
    assert picture.pixelColor(0, middle).name() == theme.tokens.control.name()


def test_a_screen_reader_is_told_the_role_and_the_value(number):
    number.setValue(24)
    told = QAccessible.queryAccessibleInterface(number)

    assert told.role() == QAccessible.Role.SpinBox
    assert told.text(QAccessible.Text.Name) == "Months kept"
    assert told.text(QAccessible.Text.Value) == "24"


def test_a_time_is_not_turned_round_where_one_reads_from_right_to_left(theme, qapp, in_english):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    clock = TimeBox(theme, "From", time(20, 5))
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    assert clock.text() == "20:05"
    clock.deleteLater()
