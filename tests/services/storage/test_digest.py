"""The digest's questions to the store walk indexes, however full it is."""

from datetime import timedelta

import pytest
import stored
from stored import arrival, author, post

from desktop.services.domain.feed import FeedKind
from desktop.services.domain.muting import MuteKind
from desktop.services.domain.post import Counts
from desktop.services.storage import digest
from desktop.services.storage.rows import Rows

SOON = stored.START + timedelta(hours=1)


@pytest.fixture
def rows(database) -> Rows:
    return Rows(database)


@pytest.mark.parametrize(
    ("sql", "values"),
    [
        (digest.POSTS, (0, 1, "tag")),
        (digest.USUAL, ("[1]", 1, 20)),
        (digest.SPOKEN, (0, 1)),
        (digest.ANSWERED, (0,)),
        (digest.FOLLOWERS, (0, 1)),
        (digest.ENTRIES, ("[1]",)),
    ],
)
def test_no_question_walks_all_that_is_stored(database, sql, values):
    plan = [row[3] for row in database.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
    large = ("SCAN p", "SCAN f", "SCAN n", "SCAN a")

    assert plan
    assert not [step for step in plan if step in large or step.startswith(("SCAN p ", "SCAN n "))]


def test_a_twin_speaks_where_the_one_in_front_is_muted(rows):
    first = rows.accounts.add(stored.account("shop")).id
    second = rows.accounts.add(stored.account("shop", network="mastodon")).id
    words = "The first stollen of the year comes out of the oven on Saturday."
    rows.feed.add(first, [arrival("one", text=words)], kind=FeedKind.HOME)
    rows.feed.add(second, [arrival("two", 1, text=words, network="mastodon")], kind=FeedKind.HOME)
    assert [each.network for each in rows.digest.posts(stored.START, SOON)] == ["bluesky"]

    rows.mutes.add(MuteKind.PERSON, "bluesky", "did:ana", "Ana", stored.START)

    assert [each.network for each in rows.digest.posts(stored.START, SOON)] == ["mastodon"]


def test_what_is_for_named_people_only_is_marked_as_private(rows):
    shop = rows.accounts.add(stored.account("shop")).id
    rows.feed.add(shop, [arrival("one", visibility="direct")], kind=FeedKind.HOME)

    assert [each.is_private for each in rows.digest.posts(stored.START, SOON)] == [True]


def test_only_what_is_earlier_tells_what_is_usual(rows):
    told = {"author": author("ana")}
    rows.posts.save(
        [post(f"p{n}", minutes=n - 3, counts=Counts(likes=n), **told) for n in range(6)]
    )
    (ana,) = [row[0] for row in rows.database.rows("SELECT id FROM author")]

    assert rows.digest.usual([ana], stored.START) == {ana: [2, 1, 0]}


def test_the_end_of_a_stretch_is_not_in_it(rows):
    shop = rows.accounts.add(stored.account("shop")).id
    rows.feed.add(shop, [arrival("in", 0), arrival("out", 60)], kind=FeedKind.HOME)

    assert len(rows.digest.posts(stored.START, SOON)) == 1


def test_a_post_in_no_feed_is_shown_by_itself(rows):
    shop = rows.accounts.add(stored.account("shop")).id
    rows.feed.add(shop, [arrival("fed")], kind=FeedKind.HOME)
    rows.posts.save([post("alone")])
    fed, alone = (rows.posts.id_of("bluesky", f"at:{name}") for name in ("fed", "alone"))

    shown = rows.digest.entries([fed, alone])

    assert shown[alone] == alone
    assert rows.feed.entries([shown[fed]])[0].post.native_id == "at:fed"
