"""Keys do their work in their window; letters only while a list has the focus."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget
from screens import press_keys, settle

from desktop.ui.key_bindings import KeyBinding
from desktop.ui.keymap import Keymap


class Bench(QWidget):
    """A window with a list, a field and a button."""

    def __init__(self) -> None:
        super().__init__()
        self.keymap = Keymap({"help": ("?", "F1"), "new_post": ("Ctrl+N",)}, parent=self)
        self.done: list[str] = []
        self.list, self.field, self.button = QListWidget(), QLineEdit(), QPushButton()
        column = QVBoxLayout(self)
        for each in (self.list, self.field, self.button):
            column.addWidget(each)
        for command in self.keymap.commands:
            KeyBinding(self.keymap, command, self, lambda which=command: self.done.append(which))


@pytest.fixture
def bench(qtbot):
    window = Bench()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return window


def press(bench: Bench, where: QWidget, keys: str) -> list[str]:
    """Press keys while something has the focus; return what was done."""
    where.setFocus()
    settle()
    bench.done.clear()
    QTest.keySequence(where, keys)
    return [*bench.done]


def test_keys_with_ctrl_work_everywhere(bench):
    for where in (bench.list, bench.field, bench.button):
        assert press(bench, where, "Ctrl+N") == ["new_post"]
        assert press(bench, where, "F1") == ["help"]


def test_a_letter_works_only_while_a_list_has_the_focus(bench):
    assert press(bench, bench.list, "?") == ["help"]
    assert press(bench, bench.button, "?") == []
    QTest.keyClicks(bench.field, "?")
    assert bench.done == []
    assert bench.field.text() == "?"


def test_letters_rest_while_they_are_switched_off(bench):
    bench.keymap.set_letters(False)
    assert press(bench, bench.list, "?") == []
    assert press(bench, bench.list, "F1") == ["help"]

    bench.keymap.set_letters(True)
    assert press(bench, bench.list, "?") == ["help"]


def test_other_keys_work_at_once_and_the_former_no_longer(bench):
    bench.list.setFocus()
    bench.keymap.choose("new_post", "N")
    press_keys(bench, "Ctrl+N")
    press_keys(bench, "N")

    assert bench.done == ["new_post"]
