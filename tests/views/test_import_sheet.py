"""What the import dialog shows, a state at a time."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QComboBox
from screens import find, offers, read

from desktop.services.domain.account import Account
from desktop.services.domain.imported import Found, Imported
from desktop.views.import_sheet import ImportSheet

AT = datetime(2023, 2, 18, tzinfo=UTC)
FOUND = Found("x", "lumiere", "La Lumière", AT, AT, 3, 0, 0, None, None, ("likes",))
ONE = Account(1, "mastodon", "one@a", "one@a", "One", "https://a")
TWO = Account(2, "mastodon", "two@a", "two@a", "Two", "https://a")


@pytest.fixture
def sheet(theme, shown) -> ImportSheet:
    return shown(ImportSheet(theme))


def test_first_it_says_where_archives_come_from(sheet):
    words = read(sheet)
    assert all(name in words for name in ("X", "Mastodon", "Bluesky"))
    assert not offers(sheet, "stop")
    assert sheet.account_id == 0


def test_what_was_found_takes_the_place_of_that(sheet):
    sheet.show_found(FOUND, ("3 posts",))
    words = read(sheet)
    assert "3 posts" in words
    assert "@lumiere is not connected here" in words
    assert "likes" in words
    assert "Settings" not in words

    sheet.show_found(FOUND, ("4 posts",))
    assert "3 posts" not in read(sheet)


def test_a_list_that_may_be_of_several_accounts_asks_which(sheet):
    sheet.show_found(replace(FOUND, handle="", accounts=(ONE, TWO)), ())
    choice = find(sheet, "account", QComboBox)
    assert [choice.itemText(each) for each in range(choice.count())] == ["@one@a", "@two@a"]

    choice.setCurrentIndex(1)
    assert sheet.account_id == 2

    sheet.set_busy(True)
    assert not choice.isEnabled()


def test_how_far_it_is_takes_the_place_of_what_can_wait(sheet):
    sheet.show_found(FOUND, ("3 posts",))
    sheet.show_progress("Storing", 1, 3)
    words = read(sheet)
    assert "1 of 3" in words
    assert "3 posts" in words
    assert "likes" not in words
    assert offers(sheet, "stop")


def test_the_outcome_is_told_with_what_was_left_out(sheet):
    sheet.show_progress("Storing", 1, 3)
    sheet.show_outcome(Imported(FOUND, ONE, 3), ("3 new posts",))
    words = read(sheet)
    assert "3 new posts" in words
    assert "likes" in words
    assert not offers(sheet, "stop")
