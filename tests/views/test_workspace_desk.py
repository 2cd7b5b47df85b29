"""What is asked before a workspace is made or renamed."""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from screens import choose, find, heard, open_dialog, press, read

from desktop.ui.rail import Rail
from desktop.views.session import Session
from desktop.views.workspace_desk import WorkspaceDesk
from desktop.views.workspace_menu import NameDialog


@dataclass
class FakeShell:
    """As much of the open workspace as its menu asks for."""

    session: Session
    rail: Rail


@pytest.fixture
def desk(stage, window) -> WorkspaceDesk:
    return WorkspaceDesk(stage.theme, stage.hub, window)


@pytest.fixture
def shell(stage, shown) -> FakeShell:
    return FakeShell(stage.session, shown(Rail(stage.theme)))


def name(window: QWidget, words: str) -> NameDialog:
    """Type a name into the dialog and press its verb."""
    dialog = open_dialog(window, NameDialog)
    find(dialog, "workspaceName", QLineEdit).setText(words)
    press(dialog, "verb")
    return dialog


def test_a_new_workspace_is_made_and_opened(desk, stage, window):
    chosen = heard(desk.chosen)

    desk.act(stage.session, "new")
    name(window, "Garage")

    assert [workspace.name for (workspace,) in chosen] == ["Garage"]
    assert [each.name for each in stage.hub.workspaces()] == ["My shop", "Garage"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("My shop", "Another workspace has this name already."),
        ("  ", "Type a name"),
        ("x" * 61, "at most 60 characters"),
    ],
)
def test_a_name_that_cannot_be_is_mended_in_place(desk, stage, window, words, sentence):
    chosen = heard(desk.chosen)
    desk.act(stage.session, "new")

    dialog = name(window, words)
    assert sentence in read(dialog)
    assert chosen == []

    name(window, "Garage")
    assert len(chosen) == 1


def test_a_workspace_gets_another_name_and_stays_open(desk, stage, window):
    renamed, chosen = heard(desk.renamed), heard(desk.chosen)

    desk.act(stage.session, "rename")
    assert find(open_dialog(window), "workspaceName", QLineEdit).text() == "My shop"
    name(window, "Lumière")

    assert renamed == [("Lumière",)]
    assert chosen == []
    assert [each.name for each in stage.hub.workspaces()] == ["Lumière"]


def test_another_workspace_is_opened_from_the_menu(desk, shell, stage, monkeypatch):
    stage.hub.create_workspace("Garage")
    chosen = heard(desk.chosen)
    choose(monkeypatch, "Garage")

    desk.show_menu(stage.session, shell)

    assert [workspace.slug for (workspace,) in chosen] == ["garage"]


def test_the_demo_is_opened_and_left(desk, stage):
    opened, left = heard(desk.demo_chosen), heard(desk.demo_left)

    desk.act(stage.session, "demo")
    desk.act(stage.session, "leave-demo")

    assert (len(opened), len(left)) == (1, 1)
