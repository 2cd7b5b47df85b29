"""The sign in the tray: its count is legible on any panel, and without a tray nothing fails."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from screens import heard

from desktop.ui.theme import Theme
from desktop.ui.tray import SIZES, TrayIcon, has_tray, tray_pixmap


@pytest.fixture
def theme(qapp) -> Theme:
    worn = Theme()
    worn.set_look("light")
    yield worn
    worn.deleteLater()


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def tray(theme, window) -> TrayIcon:
    return TrayIcon(theme, window)


def picture(theme: Theme, size: int, count: int) -> QImage:
    return tray_pixmap(theme, size, count).toImage()


def colours(image: QImage) -> set[str]:
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 250
    }


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_a_count_stands_on_the_sign_in_two_colours_that_differ_enough(theme, size, look):
    theme.set_look(look)
    for count in (1, 8, 12, 250):
        drawn = picture(theme, size, count)
        assert (drawn.width(), drawn.height()) == (size, size)
        assert theme.tokens.danger.name() in colours(drawn)
        assert theme.tokens.on_danger.name() in colours(drawn), f"{count} at {size}"
        assert drawn != picture(theme, size, 0)


@pytest.mark.parametrize("size", [16, 22, 24])
def test_counts_look_different_until_they_are_too_many_to_be_told(theme, size):
    most = 9 if size < 22 else 99
    told = [picture(theme, size, count) for count in range(1, most + 2)]
    assert all(one != other for one, other in pairwise(told))
    assert told[-1] == picture(theme, size, most + 200)


def test_the_sign_offers_every_size_and_is_drawn_again_in_another_look(tray, theme):
    assert {size.width() for size in tray.icon().availableSizes()} == set(SIZES)
    tray.set_count(3)
    light = tray.icon().pixmap(32, 32).toImage()
    theme.set_look("dark")
    assert tray.count == 3
    assert tray.icon().pixmap(32, 32).toImage() != light
    tray.set_count(0)
    assert tray.icon().pixmap(32, 32).toImage() == picture(theme, 32, 0)


def test_its_words_are_plain(tray):
    tray.set_words(["Crieur", "3 unread <b>mentions</b>"])
    first, second = tray.toolTip().split("\n")
    assert first == "Crieur"
    assert second.replace("\u2060", "") == "3 unread <b>mentions</b>"
    assert "<b>" not in second


@pytest.mark.parametrize(("system", "times"), [("linux", 1), ("darwin", 0)])
def test_a_press_opens_the_program_except_where_it_shows_the_menu(tray, monkeypatch, system, times):
    monkeypatch.setattr("sys.platform", system)
    opened = heard(tray.opened)
    tray.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    tray.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert len(opened) == times


def test_a_pressed_pop_up_is_the_one_that_was_shown_last(tray):
    pressed = heard(tray.pop_up_pressed)
    tray.pop_up("mentions", "3 new mentions", "")
    tray.pop_up("account 1", "@shop needs you to sign in again", "")
    tray.messageClicked.emit()
    assert pressed == [("account 1",)]


def test_nothing_in_a_pop_up_is_markup(tray, monkeypatch):
    shown = []
    monkeypatch.setattr(tray, "showMessage", lambda *told: shown.extend(told[:2]))
    hostile = '<img src="https://spy.test/x"> <a href="file:///">Ann</a> &amp; \u202eevil'

    tray.pop_up("mentions", hostile, hostile)

    for told in shown:
        assert "<img" not in told
        assert "<a" not in told
        assert "&amp" not in told
        assert "\u202e" not in told
        assert told.replace("\u2060", "") == hostile.replace("\u202e", "")


def test_without_a_tray_it_is_known_and_nothing_fails(tray):
    assert not has_tray()
    tray.appear()
    tray.set_count(2)
    tray.pop_up("mentions", "3 new mentions", "")
    assert not tray.isVisible()
    assert tray.contextMenu() is tray.menu
