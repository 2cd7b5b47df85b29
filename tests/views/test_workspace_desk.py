"""What is asked before a workspace is left, made or renamed."""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from screens import answer, choose, find, heard, open_dialog, press, read

from desktop.ui.rail import Rail
from desktop.views.session import Session
from desktop.views.workspace_desk import WorkspaceDesk
from desktop.views.workspace_menu import NameDialog

DESK = "desktop.views.workspace_desk"


@dataclass
class FakeShell:
    """As much of the open workspace as leaving it asks for."""

    session: Session
    rail: Rail
    waiting: int = 0


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


def test_a_new_workspace_is_made_and_opened(desk, shell, stage, window):
    chosen = heard(desk.chosen)

    desk.act(stage.session, shell, "new")
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
def test_a_name_that_cannot_be_is_mended_in_place(desk, shell, stage, window, words, sentence):
    chosen = heard(desk.chosen)
    desk.act(stage.session, shell, "new")

    dialog = name(window, words)
    assert sentence in read(dialog)
    assert chosen == []

    name(window, "Garage")
    assert len(chosen) == 1


def test_a_workspace_gets_another_name_and_stays_open(desk, shell, stage, window):
    renamed, chosen = heard(desk.renamed), heard(desk.chosen)

    desk.act(stage.session, shell, "rename")
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


def test_the_demo_is_opened_and_left(desk, shell, stage):
    opened, left = heard(desk.demo_chosen), heard(desk.demo_left)

    desk.act(stage.session, shell, "demo")
    desk.act(stage.session, shell, "leave-demo")

    assert (len(opened), len(left)) == (1, 1)


@pytest.mark.parametrize("way", ["demo", "Garage", "new"])
def test_posts_that_still_wait_are_told_before_the_workspace_is_left(
    desk, shell, stage, window, monkeypatch, way
):
    stage.hub.create_workspace("Garage")
    shell.waiting = 2
    gone = [*map(heard, (desk.chosen, desk.demo_chosen))]
    asked = answer(monkeypatch, DESK, wanted=False)

    def leave() -> None:
        if way == "Garage":
            choose(monkeypatch, "Garage")
            desk.show_menu(stage.session, shell)
        else:
            desk.act(stage.session, shell, way)

    leave()
    assert asked[0][0] == "2 posts wait in the outbox"
    assert "They stay safe until then." in asked[0][1]
    assert gone == [[], []]

    answer(monkeypatch, DESK, wanted=True)
    leave()
    if way == "new":
        name(window, "Bookshop")
    assert sum(map(len, gone)) == 1


def test_one_post_is_told_as_one(desk, shell, monkeypatch):
    shell.waiting = 1
    asked = answer(monkeypatch, DESK, wanted=True)

    assert desk.may_leave(shell, "Close the window")
    assert asked[0][0] == "1 post waits in the outbox"
    assert asked[0][2] == "Close the window"


def test_nothing_is_asked_where_nothing_waits_or_all_is_invented(desk, shell, stage, monkeypatch):
    asked = answer(monkeypatch, DESK, wanted=False)
    assert desk.may_leave(shell, "Close the window")

    stage.be_demo()
    assert desk.may_leave(FakeShell(stage.session, shell.rail, waiting=3), "Close the window")

    assert asked == []
