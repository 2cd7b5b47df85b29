from collections.abc import Iterable
from dataclasses import replace

import pytest
from stored import account as make_account
from stored import arrival, at, author

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedEntry, FeedFilter, FeedKind
from desktop.services.domain.post import Arrival
from desktop.services.storage import leftovers, twins
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows

HOME, MENTION = FeedKind.HOME, FeedKind.MENTION
MERGED = FeedFilter()
TEXT = "The best sourdough in Lyon"


@pytest.fixture
def kiosk(rows: Rows) -> Account:
    return rows.accounts.add(make_account("shop", "kiosk"))


@pytest.fixture
def forum(rows: Rows, kiosk: Account) -> Account:
    return rows.accounts.add(make_account("shop", "forum"))


@pytest.fixture
def place(rows: Rows, forum: Account) -> Account:
    return rows.accounts.add(make_account("shop", "place"))


def told(account: Account, name: str, minutes: float = 0, text: str = TEXT) -> Arrival:
    """Return a post on the account's network."""
    return arrival(name, minutes, network=account.network, text=text)


def receive(rows: Rows, account: Account, *arrivals: Arrival, kind: FeedKind = HOME) -> int:
    return rows.feed.add(account.id, arrivals, kind=kind)


def entries(rows: Rows, shown: FeedFilter = MERGED) -> list[FeedEntry]:
    return rows.feed.entries(rows.feed.window(shown).ids)


def names(found: Iterable[FeedEntry]) -> list[str]:
    return [entry.post.native_id.removeprefix("at:") for entry in found if entry.post]


def test_the_same_post_on_two_networks_is_shown_once(rows: Rows, kiosk: Account, forum: Account):
    receive(rows, forum, told(forum, "b", 0))
    receive(rows, kiosk, told(kiosk, "a", 1), told(kiosk, "other", 2, text="Another text"))

    other, shown = entries(rows)

    assert names([other, shown]) == ["other", "a"]
    assert shown.also_on == ("forum",)
    assert other.also_on == ()
    assert rows.feed.newer_than(MERGED, 0) == 2


@pytest.mark.parametrize("kiosk_is_first", [True, False])
def test_the_account_that_was_connected_first_shows_it_whichever_was_asked_first(
    rows: Rows, kiosk: Account, forum: Account, kiosk_is_first: bool
):
    sides = [(kiosk, told(kiosk, "a", 5)), (forum, told(forum, "b", 0))]
    for account, post in sides if kiosk_is_first else sides[::-1]:
        receive(rows, account, post)

    assert names(entries(rows)) == ["a"]


def test_an_account_that_is_chosen_shows_all_its_own_posts(
    rows: Rows, kiosk: Account, forum: Account
):
    receive(rows, kiosk, told(kiosk, "a"))
    receive(rows, forum, told(forum, "b", 1))

    (hidden,) = entries(rows, FeedFilter(account_ids=(forum.id,)))

    assert names([hidden]) == ["b"]
    assert hidden.also_on == ()
    (found,) = entries(rows, FeedFilter(search="sourdough"))
    assert names([found]) == ["a"]
    assert found.also_on == (forum.network,)
    assert names(entries(rows, FeedFilter(search="sourdough", account_ids=(forum.id,)))) == ["b"]


@pytest.mark.parametrize(
    ("minutes", "text", "who"),
    [
        (10.001, TEXT, {}),
        (0, TEXT + "!", {}),
        (0, TEXT, {"author": author("bob", "forum")}),
        (0, TEXT, {"author": replace(author("bob", "forum"), name="")}),
    ],
    ids=["later", "another text", "another person", "nobody"],
)
def test_what_only_resembles_is_shown(
    rows: Rows, kiosk: Account, forum: Account, minutes: float, text: str, who: dict[str, object]
):
    receive(rows, kiosk, told(kiosk, "a"))
    receive(rows, forum, arrival("b", minutes, network="forum", text=text, **who))

    assert sorted(names(entries(rows))) == ["a", "b"]


def test_the_same_words_again_on_the_same_network_are_shown_again(
    rows: Rows, kiosk: Account, forum: Account
):
    receive(rows, kiosk, told(kiosk, "a", 0), told(kiosk, "again", 5))
    receive(rows, forum, told(forum, "b", 1), told(forum, "b again", 6))

    assert names(entries(rows)) == ["again", "a"]


def test_a_short_word_is_nobodys_twin(rows: Rows, kiosk: Account, forum: Account):
    receive(rows, kiosk, told(kiosk, "a", text="Bonjour !"))
    receive(rows, forum, told(forum, "b", 1, text="Bonjour !"))

    assert names(entries(rows)) == ["b", "a"]


def test_mentions_are_all_shown_because_each_can_be_answered(
    rows: Rows, kiosk: Account, forum: Account
):
    receive(rows, kiosk, told(kiosk, "a"), kind=MENTION)
    receive(rows, forum, told(forum, "b", 1), kind=MENTION)

    assert names(entries(rows, FeedFilter(kind=MENTION))) == ["b", "a"]


def test_a_repost_is_shown_beside_the_twin(rows: Rows, kiosk: Account, forum: Account):
    receive(rows, kiosk, told(kiosk, "a"))
    receive(rows, forum, replace(told(forum, "b", 1), reposter=author("bob", "forum")))

    assert names(entries(rows)) == ["b", "a"]


def test_without_the_shown_one_the_other_appears(rows: Rows, kiosk: Account, forum: Account):
    receive(rows, kiosk, told(kiosk, "a"))
    receive(rows, forum, told(forum, "b", 1))

    rows.posts.remove("kiosk", ["at:a"])

    (left,) = entries(rows)
    assert names([left]) == ["b"]
    assert left.also_on == ()


def test_of_three_the_other_two_are_still_one_when_the_shown_one_is_deleted(
    rows: Rows, kiosk: Account, forum: Account, place: Account
):
    for account, name in ((place, "c"), (kiosk, "a"), (forum, "b")):
        receive(rows, account, told(account, name))
    (before,) = entries(rows)
    rows.posts.remove("kiosk", ["at:a"])
    (after,) = entries(rows)

    assert sorted(before.also_on) == ["forum", "place"]
    assert (names([after]), after.also_on) == (["b"], ("place",))


def test_an_edit_parts_twins_and_joins_them(rows: Rows, kiosk: Account, forum: Account):
    receive(rows, kiosk, told(kiosk, "a"))
    receive(rows, forum, told(forum, "b", 1))
    original, edited = told(forum, "b", 1).post, told(forum, "b", 1, text="Sold out today").post

    rows.posts.save([replace(edited, edited_at=at(2))])
    assert names(entries(rows)) == ["b", "a"]
    rows.posts.save([replace(original, edited_at=at(3))])
    assert names(entries(rows)) == ["a"]


def test_removing_the_account_shows_the_twin_of_the_other(
    rows: Rows, kiosk: Account, forum: Account
):
    receive(rows, kiosk, told(kiosk, "a"))
    receive(rows, forum, told(forum, "b", 1))

    rows.accounts.remove(kiosk.id)

    assert names(entries(rows)) == ["b"]


def test_who_is_shown_follows_when_an_account_goes_whose_post_another_received(
    rows: Rows, kiosk: Account, forum: Account, database: Database
):
    second = rows.accounts.add(make_account("atelier", "kiosk"))
    for account, name in ((kiosk, "a"), (second, "a"), (forum, "b")):
        receive(rows, account, told(account, name))

    rows.accounts.remove(kiosk.id)
    leftovers.sweep(database)

    (shown,) = entries(rows)
    assert (names([shown]), shown.also_on) == (["b"], ("kiosk",))


def test_reading_one_reads_both_and_undo_brings_both_back(
    rows: Rows, kiosk: Account, forum: Account, place: Account
):
    for account, name in ((kiosk, "a"), (forum, "b"), (place, "c")):
        receive(rows, account, told(account, name))
    assert set(rows.feed.unread_counts(HOME).values()) == {1}
    assert names(entries(rows, FeedFilter(unread_only=True))) == ["a"]

    marked = rows.feed.mark_all_read(MERGED)
    assert len(marked) == 1
    assert set(rows.feed.unread_counts(HOME).values()) == {0}
    rows.feed.mark_unread(marked)
    assert set(rows.feed.unread_counts(HOME).values()) == {1}
    hidden = rows.feed.window(FeedFilter(account_ids=(place.id,))).ids
    rows.feed.mark_read(hidden)
    assert set(rows.feed.unread_counts(HOME).values()) == {0}


def test_a_twin_that_arrives_later_is_as_read_as_the_first(
    rows: Rows, kiosk: Account, forum: Account
):
    receive(rows, forum, told(forum, "b", 1))
    rows.feed.mark_read(rows.feed.window(MERGED).ids)

    receive(rows, kiosk, told(kiosk, "a"))

    assert rows.feed.unread_counts(HOME) == {kiosk.id: 0, forum.id: 0}


def test_no_look_up_of_twins_scans_the_feed(database: Database):
    few = {"wanted", "c", "account", "json_each"}
    for sql in (
        twins.PAIRS,
        twins.RECEIVERS,
        twins.BEHIND,
        twins.IN_FRONT,
        twins.FRONTS,
        twins.SAID,
        twins.OF_POSTS,
    ):
        values = (0, 9) if sql is twins.FRONTS else ("[]",)
        plan = [row[3] for row in database.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
        scans = [step for step in plan if step.startswith("SCAN")]
        assert not [step for step in scans if step.split()[1] not in few], plan
