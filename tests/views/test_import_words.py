"""What an archive holds, in words: counts, periods, and what stays in the file and why."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.services.domain.account import Account
from desktop.services.domain.imported import Found, Imported
from desktop.views import import_words

FIRST, LAST = datetime(2012, 3, 3, 12, tzinfo=UTC), datetime(2023, 2, 18, 12, tzinfo=UTC)
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
X = Found("x", "lumiere", "La Lumière", FIRST, LAST, 12_345, 0, 0, 20, 5, ())
LIST = Found("mastodon", "", "", None, None, 0, 0, 0, None, 9, ())
MINE = Account(1, "x", "9001", "lumiere", "La Lumière", "https://x.com")

pytestmark = pytest.mark.usefixtures("english")


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(
    ("found", "title"),
    [
        (X, "X archive of @lumiere"),
        (LIST, "A list of people followed, from Mastodon"),
        (replace(LIST, followers=3, following=None), "A list of followers from Mastodon"),
        (replace(X, network="bluesky", handle="did:plc:x"), "Bluesky archive of did:plc:x"),
    ],
)
def test_the_title_says_what_the_file_is(found, title):
    assert plain(import_words.title_of(found)) == title


def test_contents_are_counted_with_their_period():
    lines = import_words.contents(X, NOW)
    assert lines[0].startswith("12,345 posts")
    assert lines[0].endswith("from 3 Mar 2012 to 18 Feb 2023")
    assert lines[1].startswith("20 follower")
    assert len(lines) == 3
    assert len(import_words.contents(LIST, NOW)) == 1


def test_where_it_goes_is_said_before_it_goes_there():
    assert "@lumiere is not connected here" in plain(import_words.destination(X))
    known = replace(X, accounts=(MINE,))
    assert plain(import_words.destination(known)) == "It goes to your account @lumiere."
    assert import_words.destination(replace(LIST, accounts=(MINE, MINE))) == ""
    assert import_words.account_name(MINE) == "@lumiere"


def test_what_stays_in_the_file_is_named_in_one_sentence():
    keys = ("messages", "likes", "advertising", "reposts")
    first, second, third = import_words.left_aside(
        replace(X, left_aside=keys, reposts=4, unreadable=2)
    )
    assert first == ("Left in the file and not read: private messages, likes and advertising data.")
    assert second.startswith("4 repost")
    assert third.startswith("2 item")
    assert import_words.left_aside(X) == ()


def test_every_key_of_what_is_left_aside_has_words():
    for key in (
        "messages",
        "likes",
        "bookmarks",
        "pictures",
        "advertising",
        "blocks",
        "deleted",
        "details",
    ):
        assert len(import_words.left_aside(replace(X, left_aside=(key,)))) == 1


def test_the_outcome_says_what_is_new_and_what_was_there():
    outcome = Imported(X, MINE, 12_000, 345, 20, 5)
    lines = import_words.outcome_lines(outcome, NOW)

    assert lines[0].startswith("12,000 new posts")
    assert lines[1].startswith("345 post")
    assert "Nothing was sent anywhere." in import_words.outcome_text(outcome)
    assert import_words.outcome_title(outcome) == "Your archive is imported"
    assert len(import_words.outcome_lines(Imported(LIST, MINE, following=9), NOW)) == 1


def test_a_stopped_import_says_how_to_go_on():
    outcome = Imported(X, MINE, 500, was_stopped=True)
    assert import_words.outcome_title(outcome) == "The import was stopped"
    assert "nothing is doubled" in import_words.outcome_text(outcome)
    assert not any("2012" in line for line in import_words.outcome_lines(outcome, NOW))


def test_every_network_says_where_one_gets_ones_archive():
    assert [network for network, _ in import_words.ways_to_get_it()] == ["x", "mastodon", "bluesky"]
