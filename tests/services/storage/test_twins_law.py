"""Whatever comes and goes, the merged feed shows each post once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stored import account as make_account
from stored import arrival

from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows

MERGED = FeedFilter()
TEXT = "The best sourdough in Lyon"
PLACES = ("kiosk", "forum", "place")


@dataclass(frozen=True)
class Said:
    """One post of the made-up feeds."""

    place: int
    minute: int
    words: int

    @property
    def name(self) -> str:
        return f"{self.place}-{self.minute}-{self.words}"


SAID = st.builds(Said, st.integers(0, 2), st.integers(0, 30), st.integers(0, 1))
STEPS = st.lists(st.tuples(st.sampled_from("+++-x"), st.lists(SAID, max_size=6)), max_size=8)


@pytest.fixture
def three(rows: Rows) -> Rows:
    """Return a workspace of three accounts on three networks."""
    for network in PLACES:
        rows.accounts.add(make_account("shop", network))
    return rows


def is_hidden(said: Said, everything: Iterable[Said]) -> bool:
    """Say whether a feed shows a twin of it on a network that was connected earlier."""
    return any(
        other.words == said.words
        and other.place < said.place
        and abs(other.minute - said.minute) <= 10
        for other in everything
    )


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS, st.integers(1, 9))
def test_whatever_comes_and_goes_the_merged_feed_is_everything_but_the_later_twins(
    three: Rows, database: Database, steps: list[tuple[str, list[Said]]], span: int
):
    with database.writing() as connection:
        for table in ("feed_source", "feed_item"):
            connection.execute(f"DELETE FROM {table}")
    posts: set[Said] = set()
    for what, some in steps:
        for place, network in enumerate(PLACES):
            here = [said for said in some if said.place == place]
            if what == "-":
                three.posts.remove(network, [f"at:{said.name}" for said in here])
            else:
                words = "Something else altogether" if what == "x" else TEXT
                posted = [
                    arrival(s.name, s.minute, network=network, text=f"{words} {s.words}")
                    for s in here
                ]
                three.feed.add(place + 1, posted, kind=FeedKind.HOME)
        gone = {(said.place, said.minute, said.words % 2) for said in some}
        posts = {s for s in posts if (s.place, s.minute, s.words % 2) not in gone}
        if what != "-":
            posts |= {replace(s, words=s.words + 2 * (what == "x")) for s in some}

    whole = list(three.feed.window(MERGED).ids)
    expected = {f"{s.place}-{s.minute}-{s.words % 2}" for s in posts if not is_hidden(s, posts)}
    assert {each.post.native_id[3:] for each in three.feed.entries(whole) if each.post} == expected
    assert len(whole) == len(expected)
    walked = list(three.feed.window(MERGED, span=span).ids)
    while walked and three.feed.newer_than(MERGED, walked[-1] - 1) < len(whole):
        walked += three.feed.window(MERGED, anchor=walked[-1] - 1, span=1).ids
    assert walked == sorted(whole, reverse=True)
