"""Buttons: one face a state, busy without moving, icons with a name."""

import pytest
from painted import colours_in
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.buttons import Button, IconButton


@pytest.mark.parametrize(
    ("kind", "fill"), [("primary", "accent"), ("danger", "danger"), ("secondary", "surface")]
)
def test_each_kind_has_its_fill(theme, shown, kind, fill):
    button = shown(Button(theme, "Publish", kind))

    assert theme.tokens.named(fill).name() in colours_in(button)


def test_pressing_changes_the_face(theme, shown):
    for kind in ("primary", "secondary", "ghost"):
        button = shown(Button(theme, "Publish", kind))
        before = button.grab().toImage()
        button.setDown(True)

        assert button.grab().toImage() != before


def test_the_pointer_changes_the_face(theme, shown):
    for kind in ("primary", "secondary", "ghost", "danger"):
        button = shown(Button(theme, "Publish", kind))
        before = button.grab().toImage()
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)

        assert button.grab().toImage() != before


@pytest.mark.parametrize(
    ("size", "height"), [("compact", 28), ("normal", 32), ("main", 36), ("large", 40)]
)
def test_sizes_are_those_of_the_scale(theme, size, height):
    assert Button(theme, "Publish", size=size).sizeHint().height() == height


def test_a_busy_button_says_what_happens_and_is_deaf(theme, shown, qtbot):
    button = shown(Button(theme, "Publish", "primary", "send"))
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    button.set_busy("Sending…")

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert button.is_busy
    assert button.accessibleName() == "Sending…"
    assert not pressed

    button.set_busy(None)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [1]
    assert button.accessibleName() == "Publish"


def test_a_busy_button_never_gets_narrower(theme, shown):
    button = shown(Button(theme, "Publish on three networks at once", "primary"))
    before = button.sizeHint().width()
    button.set_busy("Wait…")

    assert button.sizeHint().width() >= before


def test_a_busy_button_turns_only_where_movement_is_wanted(theme, shown, qtbot):
    still = shown(Button(theme, "Publish"))
    still.set_busy("Sending…")
    before = still.grab().toImage()
    assert still.grab().toImage() == before

    theme.set_reduced_motion(False)
    turning = shown(Button(theme, "Publish"))
    turning.set_busy("Sending…")
    first = turning.grab().toImage()
    qtbot.waitUntil(lambda: turning.grab().toImage() != first)
    turning.set_busy(None)


def test_a_buttons_word_is_never_cut(theme, qtbot):
    for percent in (90, 100, 150):
        theme.set_text_size(percent)
        page = QWidget()
        qtbot.addWidget(page)
        row = QHBoxLayout(page)
        button = Button(theme, "Reconnectez-vous à ce compte", "primary", "refresh-cw")
        row.addWidget(button)
        page.resize(10, 10)
        page.show()

        assert button.width() >= button.sizeHint().width()


def test_a_key_hint_has_its_own_room(theme):
    plain = Button(theme, "Open the demo", "primary", "play", size="large")
    hinted = Button(theme, "Open the demo", "primary", "play", size="large", shortcut_hint="↵")

    assert hinted.sizeHint().width() > plain.sizeHint().width() + 20


def test_an_icon_button_says_its_name_with_its_key(theme, shown):
    button = shown(IconButton(theme, "refresh-cw", "Refresh", "F5"))

    assert button.accessibleName() == "Refresh"
    assert button.toolTip() == "Refresh (F5)"


def test_an_icon_button_is_never_smaller_than_a_target_may_be(theme):
    theme.set_text_size(90)

    assert IconButton(theme, "x", "Close", size=16).sizeHint().height() >= 24


def test_a_chosen_icon_button_looks_chosen(theme, shown):
    button = shown(IconButton(theme, "eye", "Show"))
    button.setCheckable(True)
    button.setChecked(True)

    assert theme.tokens.accent_soft.name() in colours_in(button)


def test_kind_and_icon_can_change(theme, shown):
    button = shown(Button(theme, "Delete"))
    before = button.sizeHint().width()
    button.set_kind("danger")
    button.set_icon("trash-2")

    assert button.sizeHint().width() > before
    assert theme.tokens.danger.name() in colours_in(button)


@pytest.mark.parametrize("kind", ["primary", "secondary"])
def test_a_band_says_whose_button_it_is(theme, shown, kind: str):
    button = shown(Button(theme, "Publish", kind))
    wish, colour = button.sizeHint(), theme.tokens.named("account3").name()
    assert colour not in colours_in(button)

    button.set_band("account3")
    assert colour in colours_in(button)
    assert button.sizeHint() == wish
    button.set_band("")
    assert colour not in colours_in(button)


def test_a_band_stands_where_reading_begins(theme, shown):
    button = shown(Button(theme, "Publish"))
    button.set_band("account3")
    colour = theme.tokens.named("account3").rgb()

    def columns() -> list[int]:
        image = button.grab().toImage()
        middle = image.height() // 2
        return [x for x in range(image.width()) if image.pixel(x, middle) == colour]

    left = columns()
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = columns()
    assert max(left) < button.width() // 2 < min(right)


def test_a_screen_reader_presses_it(theme, shown, qtbot):
    button = shown(Button(theme, "Publish"))
    spoken = QAccessible.queryAccessibleInterface(button)
    actions = spoken.actionInterface()

    with qtbot.waitSignal(button.clicked):
        actions.doAction(actions.pressAction())
    qtbot.waitUntil(lambda: not button.isDown())
