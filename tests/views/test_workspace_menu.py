"""The menu of the workspaces, and the dialog that asks for a name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from screens import choose, find, press, read

from desktop.services.domain.errors import InvalidField, StoreTrouble
from desktop.services.workspaces import Workspace
from desktop.views.workspace_menu import NameDialog, show_workspace_menu


@pytest.fixture
def held(tmp_path) -> tuple[Workspace, ...]:
    return (
        Workspace("bakery", "Bakery & Co", tmp_path, is_open=True),
        Workspace("garage", "Garage", tmp_path),
    )


def show(theme, window: QWidget, held, *, is_demo: bool = False) -> list[object]:
    """Show the menu, and return what it told."""
    told: list[object] = []
    show_workspace_menu(theme, window, held, is_demo=is_demo, choose=told.append, act=told.append)
    return told


def test_the_open_workspace_is_named_but_cannot_be_chosen(theme, window, held, monkeypatch):
    offered = choose(monkeypatch, "Garage")

    assert show(theme, window, held) == [held[1]]
    assert offered == [["Garage", "New workspace…", "Rename this workspace…", "Open the demo shop"]]


def test_from_the_demo_every_workspace_can_be_opened(theme, window, held, monkeypatch):
    offered = choose(monkeypatch, "Bakery && Co")

    assert show(theme, window, held, is_demo=True) == [held[0]]
    assert offered == [["Bakery && Co", "Garage", "New workspace…", "Leave the demo"]]


@pytest.mark.parametrize(
    ("words", "is_demo", "what"),
    [
        ("New workspace…", False, "new"),
        ("Rename this workspace…", False, "rename"),
        ("Open the demo shop", False, "demo"),
        ("Leave the demo", True, "leave-demo"),
    ],
)
def test_each_line_does_what_it_says(theme, window, held, monkeypatch, words, is_demo, what):
    choose(monkeypatch, words)

    assert show(theme, window, held, is_demo=is_demo) == [what]


def test_a_menu_that_is_left_does_nothing(theme, window, held, monkeypatch):
    choose(monkeypatch, "nothing of it")

    assert show(theme, window, held) == []


def name_dialog(theme, window, keep, name: str = "") -> NameDialog:
    made = NameDialog(theme, "New workspace", "Create", name, keep, parent=window)
    made.open()
    return made


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("empty", "Type a name, such as the name of your shop."),
        ("too_long", "Choose a name of at most 60 characters."),
        ("taken", "Another workspace has this name already."),
        ("something new", "Choose another name."),
    ],
)
def test_each_problem_is_told_beside_the_name(theme, window, reason, sentence):
    def keep(_name: str) -> None:
        raise InvalidField("name", reason)

    dialog = name_dialog(theme, window, keep, "Garage")
    press(dialog, "verb")

    assert sentence in read(dialog)
    assert dialog.isVisible()
    assert find(dialog, "workspaceName", QLineEdit).text() == "Garage"


def test_a_name_is_kept_with_the_button_and_with_enter(theme, window):
    kept: list[str] = []
    dialog = name_dialog(theme, window, kept.append, "Garage")
    press(dialog, "verb")
    assert dialog.isHidden()

    dialog = name_dialog(theme, window, kept.append)
    field = find(dialog, "workspaceName", QLineEdit)
    QTest.keyClicks(field, "Bakery")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert kept == ["Garage", "Bakery"]
    assert dialog.isHidden()


def test_typing_replaces_the_former_name(theme, window):
    dialog = name_dialog(theme, window, lambda _name: None, "Garage")

    assert find(dialog, "workspaceName", QLineEdit).selectedText() == "Garage"


def test_a_full_disk_is_told_in_the_dialog(theme, window):
    def keep(_name: str) -> None:
        raise StoreTrouble("disk_full")

    dialog = name_dialog(theme, window, keep, "Garage")
    press(dialog, "verb")

    assert "The disk is full." in read(dialog)
    assert dialog.isVisible()
