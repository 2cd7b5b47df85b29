import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stored import arrival, at, author, post

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.domain.post import Counts, Media, Post, Viewer
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows

EVERYTHING = FeedFilter()


def index_is_whole(database: Database) -> bool:
    """Say whether the word index agrees with the posts; SQLite raises when it does not."""
    with database.writing() as connection:
        connection.execute("INSERT INTO post_fts (post_fts) VALUES ('integrity-check')")
    return True


def test_a_post_comes_back_as_it_was_saved(rows: Rows):
    saved = post(
        "one",
        "Pain frais",
        version="v1",
        url="https://x.test/1",
        lang="fr",
        reply_to="at:0",
        reply_to_author="bob.test",
        root="at:0",
        visibility="unlisted",
        warning="Food",
        paid=True,
        counts=Counts(1, 2, 3, 4),
        edited_at=at(5),
        indexed_at=at(1),
    )

    ids = rows.posts.save([saved])

    assert rows.posts.get(ids["at:one"]) == saved
    assert rows.posts.id_of("bluesky", "at:one") == ids["at:one"]


def test_what_is_not_stored_is_not_found(rows: Rows):
    assert rows.posts.get(1) is None
    assert rows.posts.id_of("bluesky", "at:none") is None
    assert rows.posts.save([]) == {}


def test_the_same_native_id_on_two_networks_is_two_posts(rows: Rows, database: Database):
    rows.posts.save([post("one", network="bluesky")])
    rows.posts.save([post("one", network="mastodon")])

    assert rows.posts.id_of("bluesky", "at:one") != rows.posts.id_of("mastodon", "at:one")


def test_a_second_save_adds_nothing_and_keeps_the_key(rows: Rows, database: Database):
    first = rows.posts.save([post("one")])
    second = rows.posts.save([post("one", minutes=90), post("one")])

    assert first == second
    assert database.rows("SELECT count(*) FROM post") == [(1,)]


def test_an_edit_is_followed_and_can_be_searched(rows: Rows, database: Database):
    key = rows.posts.save([post("one", "Old bread", version="v1")])["at:one"]
    rows.posts.save([post("one", "New cake", version="v2", edited_at=at(9))])

    kept = rows.posts.get(key)
    assert kept is not None
    assert (kept.text, kept.version, kept.edited_at) == ("New cake", "v2", at(9))
    assert rows.feed.search("cake", EVERYTHING) == [key]
    assert rows.feed.search("bread", EVERYTHING) == []
    assert index_is_whole(database)


def test_an_older_page_does_not_undo_an_edit(rows: Rows, database: Database):
    edited = post("one", "New cake", version="v2", edited_at=at(9))
    key = rows.posts.save([edited])["at:one"]

    rows.posts.save([post("one", "Old bread", version="v1")])
    rows.posts.save([post("one", "Older", edited_at=at(3))])

    assert rows.posts.get(key) == edited
    assert rows.feed.search("cake", EVERYTHING) == [key]
    assert index_is_whole(database)


def test_of_two_states_in_one_page_the_latest_edit_counts(rows: Rows):
    edited = post("one", "New", edited_at=at(9))

    key = rows.posts.save([edited, post("one", "Old")])["at:one"]

    assert rows.posts.get(key) == edited


def test_a_changed_text_without_a_mark_is_followed(rows: Rows):
    key = rows.posts.save([post("one", "Old", version="v1")])["at:one"]
    rows.posts.save([post("one", "New", version="v2")])

    kept = rows.posts.get(key)
    assert kept is not None
    assert kept.text == "New"


def test_new_counts_are_kept_and_missing_ones_do_not_erase(rows: Rows):
    key = rows.posts.save([post("one", counts=Counts(1, 2, 3, 4))])["at:one"]
    rows.posts.save([post("one", counts=Counts(likes=9))])

    kept = rows.posts.get(key)
    assert kept is not None
    assert kept.counts == Counts(1, 2, 9, 4)


def test_a_deletion_leaves_no_feed_entry_and_no_word_behind(
    rows: Rows, account: Account, database: Database
):
    rows.feed.add(account.id, [arrival("one"), arrival("two", 1)], kind=FeedKind.HOME)
    rows.bookmarks.put(rows.posts.id_of("bluesky", "at:one") or 0)

    rows.posts.remove("bluesky", ["at:one", "at:never"])

    assert rows.posts.id_of("bluesky", "at:one") is None
    assert len(rows.feed.window(EVERYTHING).ids) == 1
    assert rows.feed.unread_counts(FeedKind.HOME) == {account.id: 1}
    assert len(rows.feed.search("bread", EVERYTHING)) == 1
    for table in ("feed_item", "feed_source", "post"):
        assert database.rows(f"SELECT count(*) FROM {table}") == [(1,)]
    assert database.rows("SELECT count(*) FROM bookmark") == [(0,)]
    assert index_is_whole(database)


def test_a_post_from_the_future_stands_where_it_was_seen(rows: Rows):
    early = rows.posts.save([post("early", minutes=60 * 24 * 365, indexed_at=at(1))])["at:early"]
    late = rows.posts.save([post("late", minutes=2)])["at:late"]

    assert early < late


def test_what_an_account_did_to_a_post_is_kept_with_it(rows: Rows, account: Account):
    liked = post("one", viewer=Viewer(like_id="like:1"))
    key = rows.posts.save([liked], account.id)["at:one"]
    assert rows.reactions.act_id(account.id, key, "like") == "like:1"

    rows.posts.save([post("one")])
    assert rows.reactions.act_id(account.id, key, "like") == "like:1"

    rows.posts.save([post("one", viewer=Viewer(repost_id="repost:1"))], account.id)
    assert rows.reactions.act_id(account.id, key, "like") is None
    assert rows.reactions.act_id(account.id, key, "repost") == "repost:1"


def test_a_conversation_is_its_root_and_what_answers_it_oldest_first(rows: Rows):
    root, late, early = (
        post("root"),
        post("late", minutes=9, root="at:root", reply_to="at:early"),
        post("early", minutes=3, root="at:root", reply_to="at:root"),
    )
    ids = rows.posts.save([late, root, early, post("apart", minutes=4)])

    found = rows.posts.conversation("bluesky", "at:root")

    assert found == (ids["at:root"], ids["at:early"], ids["at:late"])
    assert rows.posts.conversation("bluesky", "") == ()


HOSTILE = [
    post("\ud800\udfff\0", "lone \udc00 surrogate and \0 NUL"),
    post("x" * 5_000, "y" * 2_000_000),
    post("big", counts=Counts(2**63, 2**64, 10**40, -1)),
    post("early", minutes=-60 * 24 * 365 * 1000),
    post("media", media=(Media("image", "\ud800", "\0", "\udfff alt", 2**70, -3),)),
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_posts_are_stored_and_read_back(rows: Rows, account: Account, hostile: Post):
    rows.feed.add(account.id, [replace(arrival(), post=hostile)], kind=FeedKind.HOME)

    (entry,) = rows.feed.entries(rows.feed.window(EVERYTHING).ids)

    assert entry.post is not None
    entry.post.text.encode()
    assert "\0" not in entry.post.text


@pytest.mark.parametrize("native_id", ["9" * 40, str(2**63), "-1", "'; DROP TABLE post; --", ""])
def test_any_native_id_is_an_identity(rows: Rows, native_id: str):
    one = replace(post(), native_id=native_id)

    assert rows.posts.save([one]) == rows.posts.save([one])
    assert rows.posts.id_of("bluesky", native_id) is not None


NAMES = st.sampled_from("abcdefgh")
PAGES = st.lists(
    st.lists(st.tuples(NAMES, st.integers(0, 3), st.integers(0, 4)), max_size=8), max_size=6
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(PAGES, st.randoms(use_true_random=False))
def test_saving_any_pages_in_any_order_gives_the_same_posts(
    rows: Rows, database: Database, pages: list[list[tuple[str, int, int]]], chance: random.Random
):
    def fill(told: list[list[tuple[str, int, int]]]) -> dict[str, str]:
        with database.writing() as connection:
            connection.execute("INSERT INTO post_fts (post_fts) VALUES ('delete-all')")
            connection.execute("DELETE FROM post")
        for page in told:
            rows.posts.save(
                post(name, f"{name} edit {edit}", minutes=minute, edited_at=at(edit))
                for name, minute, edit in page
            )
        assert index_is_whole(database)
        return dict(database.rows("SELECT native_id, text FROM post ORDER BY native_id"))

    straight = fill(pages)
    shuffled = [chance.sample(page, len(page)) for page in chance.sample(pages, len(pages))]

    assert fill(shuffled) == straight
    assert set(straight) == {f"at:{name}" for page in pages for name, _, _ in page}


def test_authors_are_kept_once_and_followed(rows: Rows, database: Database):
    full = author(bio="Bakes", followers=10, following=2, posts=7)
    rows.people.save([full])
    rows.posts.save([post("one"), post("two", author=replace(author(), name="Ana Maria"))])

    kept = rows.people.person(1, 0)
    assert kept is not None
    assert (kept.author.name, kept.author.bio, kept.author.followers) == ("Ana Maria", "Bakes", 10)
    assert database.rows("SELECT count(*) FROM author") == [(1,)]
    assert kept.first_seen == at(0)
