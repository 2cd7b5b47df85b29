"""What the palette finds at once: commands, options, accounts, workspaces, and what it offers."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from screens import Stage

from desktop.services.domain.account import Cap
from desktop.services.workspaces import Workspace
from desktop.ui.commands import Command, Commands
from desktop.ui.keymap import Keymap
from desktop.ui.palette_rows import in_groups
from desktop.views.palette.book import PaletteBook
from desktop.views.palette.doors import Doors


class Walked:
    """Doors that only note who went through them."""

    def __init__(self) -> None:
        self.ways: list[tuple[object, ...]] = []
        names = Doors.__dataclass_fields__
        self.doors = Doors(**{name: self._door(name) for name in names})

    def _door(self, name: str):
        return lambda *where: self.ways.append((name, *where))


@pytest.fixture
def walked() -> Walked:
    return Walked()


@pytest.fixture
def commands(window: QWidget, walked: Walked) -> Commands:
    keymap = Keymap({"new_post": ("Ctrl+N",), "home": ("Ctrl+1",)}, parent=window)
    made = Commands(keymap, window)
    for key, text, group, is_listed in (
        ("new_post", "Write a post", "actions", True),
        ("back", "Close", "actions", False),
        ("home", "Go to Home", "places", True),
        ("dark", "Dark colours", "look", True),
    ):
        made.add(
            Command(key, text, "house", group, is_listed),
            lambda key=key: walked.ways.append(("command", key)),
        )
    return made


OTHERS = (
    Workspace("here", "Here", Path("here"), is_open=True),
    Workspace("market", "Market stall", Path("market")),
)


@pytest.fixture
def book(stage: Stage, commands: Commands, walked: Walked) -> PaletteBook:
    return PaletteBook(stage.session, stage.book.all(), OTHERS, commands, walked.doors)


def found(book: PaletteBook, typed: str):
    return in_groups(book.found(typed))


def texts(rows) -> list[str]:
    return [row.text for row in rows]


def test_what_is_offered_for_any_words_comes_first_where_nothing_is_called_so(book, walked):
    rows = found(book, "brio")

    assert texts(rows) == [
        "Search posts for “brio”",
        "New post about “brio”",
        "Ask the networks for “brio”",
    ]
    assert [row.keys for row in rows] == ["", "Ctrl N", ""]
    assert rows[2].detail == "Bluesky"
    for row in rows:
        row.work()
    assert walked.ways == [("search", "brio"), ("write", "brio"), ("ask_networks", "brio")]


def test_long_words_are_shortened_on_the_screen_and_whole_in_the_search(book, walked):
    words = "very " * 30 + "long"
    first = found(book, words)[0]
    first.work()

    assert len(first.text) < 70
    assert walked.ways == [("search", words)]


@pytest.mark.parametrize("typed", ["?", "…", "🥐"])
def test_nothing_is_offered_for_no_letter(book, typed):
    assert found(book, typed) == ()


def test_networks_that_cannot_search_for_nothing_are_not_offered(
    stage: Stage, commands: Commands, walked: Walked
):
    account = stage.book.all()[0]
    for caps in (account.caps & ~Cap.SEARCH, account.caps | Cap.METERED):
        accounts = (replace(account, caps=caps),)
        book = PaletteBook(stage.session, accounts, OTHERS, commands, walked.doors)
        assert len(found(book, "brio")) == 2


def test_a_command_is_found_under_its_heading_with_its_keys(book, walked):
    row = found(book, "home")[0]

    assert (row.group, row.text, row.keys, row.marks) == (
        "Places",
        "Go to Home",
        "Ctrl 1",
        ((6, 10),),
    )
    row.work()
    assert walked.ways == [("command", "home")]
    assert found(book, "dark")[0].group == "Settings"
    assert "Close" not in texts(found(book, "close"))


def test_initials_find_a_command(book):
    assert found(book, "wp")[0].text == "Write a post"


def test_an_option_is_found_by_its_title_and_by_what_else_people_call_it(book, walked):
    for typed in ("strong edges", "high contrast"):
        row = next(row for row in found(book, typed) if row.text == "Strong edges")
        assert (row.group, row.detail) == ("Settings", "Look and language")
    row.work()
    assert walked.ways == [("show_option", "look", "Strong edges")]


def test_a_section_is_found_by_its_name(book, walked):
    row = next(row for row in found(book, "privacy") if row.text == "Privacy")
    row.work()

    assert walked.ways == [("go_to", "privacy")]


def test_an_own_account_is_found_by_its_handle_and_its_network(book, walked):
    for typed in ("shop.test", "bluesky"):
        row = next(row for row in found(book, typed) if row.group == "Your accounts")
        assert (row.text, row.detail, row.network) == ("@shop.test", "Bluesky", "bluesky")
    row.work()
    assert walked.ways == [("go_to", "accounts")]


def test_another_workspace_is_found_but_not_the_one_that_is_open(book, walked):
    row = found(book, "market")[0]
    row.work()

    assert row.text == "Market stall"
    assert walked.ways == [("open_workspace", OTHERS[1])]
    assert not [row for row in found(book, "here") if row.group == "Workspaces"]
    assert [row.text for row in found(book, "switch") if row.group == "Workspaces"] == [
        "Market stall"
    ]


def test_the_demo_leads_to_every_workspace(stage: Stage, commands: Commands, walked: Walked):
    stage.be_demo()
    book = PaletteBook(stage.session, stage.book.all(), OTHERS, commands, walked.doors)

    assert found(book, "here")[0].group == "Workspaces"


def test_nothing_typed_lists_what_was_used_lately_and_the_places(book):
    lately = ("option look Language", "command dark", "command gone")

    assert [(row.group, row.text) for row in book.resting(lately)] == [
        ("Used recently", "Language"),
        ("Used recently", "Dark colours"),
        ("Places", "Go to Home"),
    ]
