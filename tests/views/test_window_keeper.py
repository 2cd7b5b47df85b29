"""What was chosen about the window is there again at the next start."""

import pytest
from PySide6.QtWidgets import QWidget

from desktop.views.window_keeper import FIRST_SIZE, WindowKeeper


@pytest.fixture
def window(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def keeper(stage, window) -> WindowKeeper:
    return WindowKeeper(stage.theme, stage.hub, window)


def test_the_first_window_fits_the_screen(keeper, window):
    keeper.restore_place()

    assert 0 < window.width() <= FIRST_SIZE[0]
    assert 0 < window.height() <= FIRST_SIZE[1]


def test_the_place_of_the_window_is_kept(stage, keeper, window, qtbot):
    window.resize(640, 480)
    keeper.keep_place()
    again = QWidget()
    qtbot.addWidget(again)
    WindowKeeper(stage.theme, stage.hub, again).restore_place()

    assert (again.width(), again.height()) == (640, 480)


def test_the_look_is_kept_when_it_is_chosen(stage, keeper):
    stage.theme.set_text_size(120)
    stage.theme.set_high_contrast(True)
    stage.theme.set_look("dark")

    kept = stage.hub.preferences
    assert (kept.text_size, kept.high_contrast, kept.look) == (120, True, "dark")


def test_keys_are_kept_when_they_are_chosen(stage, keeper, window):
    keeper.keymap.choose("new_post", "Ctrl+M")
    keeper.keymap.set_letters(False)

    again = WindowKeeper(stage.theme, stage.hub, window).keymap
    assert again.keys_of("new_post") == ("Ctrl+M",)
    assert not again.with_letters
