"""A command is offered once, and reached by its keys, its name and whoever lists it."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from screens import press_keys

from desktop.ui.commands import Command, Commands
from desktop.ui.keymap import Keymap

WRITE = Command("new_post", "Write a post", "pen-line", "actions")
REPLY = Command("reply", "Reply", "reply", "list")
ABOUT = Command("about", "About Crieur", "info", "settings")


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    QVBoxLayout(widget).addWidget(QLineEdit())
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    return widget


@pytest.fixture
def commands(window):
    return Commands(Keymap({"new_post": ("Ctrl+N",), "reply": ("R",)}, parent=window), window)


def test_keys_run_a_command_from_anywhere_in_the_window(commands, window):
    done = []
    commands.add(WRITE, lambda: done.append("written"))
    press_keys(window, "Ctrl+N")

    assert done == ["written"]


def test_other_keys_take_the_place_of_the_former_at_once(commands, window):
    done = []
    commands.add(WRITE, lambda: done.append("written"))
    commands.keymap.choose("new_post", "Ctrl+M")
    press_keys(window, "Ctrl+N")
    press_keys(window, "Ctrl+M")

    assert done == ["written"]
    assert commands.keys_of("new_post") == "Ctrl M"


def test_what_cannot_be_done_now_is_neither_listed_nor_done(commands, window):
    done = []
    commands.add(WRITE, lambda: done.append("written"), lambda: False)
    press_keys(window, "Ctrl+N")
    commands.run("new_post")

    assert commands.all() == ()
    assert done == []


def test_a_command_without_keys_is_listed_all_the_same(commands):
    commands.add(WRITE, lambda: None)
    commands.add(ABOUT, lambda: None)

    assert commands.all() == (WRITE, ABOUT)
    assert commands.keys_of("about") == ""


def test_what_the_whole_window_can_do_is_listed_and_done_from_within_it(commands, window):
    done = []
    inner = Commands(commands.keymap, window, commands)
    commands.add(ABOUT, lambda: done.append("told"))
    inner.add(WRITE, lambda: done.append("written"))
    inner.run("about")

    assert inner.all() == (WRITE, ABOUT)
    assert done == ["told"]


def test_a_command_offered_again_takes_the_place_of_the_former(commands, window):
    done = []
    commands.add(WRITE, lambda: done.append("before"))
    french = Command("new_post", "Écrire une publication", "pen-line", "actions")
    commands.add(french, lambda: done.append("after"))
    press_keys(window, "Ctrl+N")

    assert commands.all() == (french,)
    assert done == ["after"]
