"""The keys that work anywhere in an open workspace."""

from PySide6.QtWidgets import QLineEdit
from screens import find, press_keys


def test_looking_in_the_page_leads_to_a_feed_first(shell):
    shell.go_to("digest")
    press_keys(shell, "Ctrl+F")

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
    shell.feeds.home.header.setFocus()
    press_keys(shell, "Esc")

    assert shell.feeds.home.panel.list.hasFocus()


def test_every_command_says_what_it_does_in_words(shell):
    for command in shell.commands.all():
        assert command.text
        assert command.text != command.key


def test_every_place_of_the_rail_is_gone_to_by_command(shell):
    for place in ("mentions", "digest", "bookmarks", "outbox", "home"):
        shell.commands.run(place)
        assert shell.rail.place == place
