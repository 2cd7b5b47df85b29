"""A workspace that is not there is named, and those that are there are offered."""

from pathlib import Path

import pytest
from screens import heard, offers, press, read

from desktop.services.workspaces import Workspace
from desktop.views.unknown_workspace import UnknownWorkspace


def held(*names: str) -> list[Workspace]:
    return [Workspace(name.lower(), name, Path("/data") / name / "crieur.db") for name in names]


def test_those_that_are_there_are_named_and_the_first_is_offered(theme, shown):
    workspaces = held("Garage", "Bakery")
    page = shown(UnknownWorkspace(theme, "Butcher", workspaces))
    opened = heard(page.opened)

    assert "There is no workspace called Butcher." in read(page)
    assert "These are on this computer: Garage and Bakery" in read(page)
    press(page, "openWorkspace")
    assert opened == [(workspaces[0],)]


def test_without_any_there_is_the_first_screen_only(theme, shown):
    page = shown(UnknownWorkspace(theme, "Butcher", []))
    left = heard(page.secondary_asked)

    assert "There is no workspace on this computer yet." in read(page)
    assert not offers(page, "openWorkspace")
    press(page, "Go to the first screen")
    assert len(left) == 1


@pytest.mark.parametrize("name", ["<img src=x>", "a\u202eb", "x\ny"])
def test_a_name_that_tries_something_is_made_harmless(theme, shown, name):
    page = shown(UnknownWorkspace(theme, name, held("Garage")))

    assert "\u202e" not in page.words
    assert "\n" not in page.words
    assert page.words.startswith("There is no workspace called ")
