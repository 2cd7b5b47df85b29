"""The keys that work anywhere in an open workspace."""

import pytest
from PySide6.QtWidgets import QLineEdit
from screens import find, press_keys


@pytest.mark.parametrize("key", ["Ctrl+F", "Ctrl+K"])
def test_looking_for_something_leads_to_a_feed(shell, key):
    shell.go_to("digest")

    press_keys(shell, key)

    assert shell.rail.place == "home"


def test_looking_in_the_page_begins_in_its_own_field(shell):
    press_keys(shell, "Ctrl+F")

    assert find(shell.feeds.home, "findInPage", QLineEdit).isVisible()


def test_escape_closes_what_was_opened_last(shell):
    home = shell.feeds.home
    home.open_entry(home.panel.list.model().entry(0))
    press_keys(shell, "Esc")

    assert not home.side.is_open


def test_escape_with_nothing_open_leads_to_the_list(shell):
    press_keys(shell, "Ctrl+K")
    press_keys(shell, "Esc")

    assert shell.feeds.home.panel.list.hasFocus()
