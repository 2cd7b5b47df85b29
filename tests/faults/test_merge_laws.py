"""Whatever a server does between refreshes: nothing lost, nothing doubled, gaps where they belong.

Two accounts share one workspace. Their servers write, delete, fail half-way and swallow pages in
any order, and after each step the stored feed is held against what the servers hold.
"""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from fake_server import FakeServer, author, post
from hypothesis import example, given, settings
from hypothesis import strategies as st
from workbench import SIGN_IN, Workbench, workbench

from desktop.services.deletions import Deletions
from desktop.services.domain.errors import NetworkTrouble, Unreachable
from desktop.services.domain.feed import FeedEntry, FeedFilter
from desktop.services.domain.post import Arrival, Post
from desktop.services.ingest import Ingest, Reach

PAGE = 3
REACH = Reach(first=2, refresh=2)
Step = tuple[str, int]
History = list[tuple[int, list[Step]]]
# A day of one account: people write, delete what is fresh, and then somebody looks. Numbers are
# chosen to meet the edges of pages.
DAY = st.builds(
    lambda burst, gone, more, look: [burst, *gone, *more, look],
    st.tuples(st.just("write"), st.sampled_from([0, 0, 1, 2, 4, 7, 8])),
    st.lists(st.tuples(st.just("delete"), st.integers(0, 4)), max_size=2),
    st.lists(
        st.one_of(
            st.tuples(st.just("say"), st.booleans()),
            st.tuples(st.just("repost"), st.integers(0, 9)),
            st.tuples(st.just("fill"), st.integers(0, 3)),
            st.tuples(st.just("older"), st.just(0)),
            st.tuples(st.just("write"), st.integers(1, 3)),
        ),
        max_size=2,
    ),
    st.tuples(st.just("refresh"), st.sampled_from([3, 3, 3, 2, 1, 1, 0])),
)
HISTORIES = st.lists(st.tuples(st.sampled_from([0, 0, 0, 1]), DAY), min_size=3, max_size=8)


@dataclass
class Line:
    """One account, its server, and what is known about how far it was fetched."""

    account_id: int
    address: str
    unshown: list[Arrival] = field(default_factory=list)
    """What the account said and its server does not show yet."""
    reached: int = -1
    """The newest minute up to which a fetch has looked at the server."""


class Merge:
    """A workspace that goes through a history, step by step."""

    def __init__(self, bench: Workbench) -> None:
        self.bench = bench
        other = bench.accounts.connect(
            replace(SIGN_IN, server="https://other.test", identifier="other")
        )
        self.lines = [
            Line(bench.account.id, SIGN_IN.server),
            Line(other.id, "https://other.test"),
        ]
        for line in self.lines:
            self.server(line).page_size = PAGE
        self.ingest = Ingest(bench.rows, bench.accounts, bench.clock, REACH)
        self.deletions = Deletions(bench.rows, bench.accounts, self.ingest, bench.clock)
        self.minute = 0

    def server(self, line: Line) -> FakeServer:
        """Return the server of a line."""
        return self.bench.registry.server(line.address)

    def feed(self, line: Line) -> list[FeedEntry]:
        """Return what is stored of a line, newest first."""
        rows = self.bench.rows.feed
        return rows.entries(rows.window(FeedFilter(account_ids=(line.account_id,))).ids)

    def do(self, line: Line, what: str, how: int) -> None:
        """Take one step."""
        getattr(self, f"_{what}")(line, how)
        self.bench.clock.advance(hours=1)

    def _next(self) -> int:
        self.minute += 1
        return self.minute

    def _write(self, line: Line, how: int) -> None:
        for _ in range(how):
            made = post(self._next(), by="anna")
            arrivals = [Arrival(made, made.created_at)]
            self.server(line).write(*arrivals)
            if how % 4 == 0:
                # Both accounts follow Anna: one entry, two sources.
                other = self.lines[1 - self.lines.index(line)]
                self.server(other).write(*arrivals)

    def _repost(self, line: Line, how: int) -> None:
        home = self.server(line).home
        if home:
            told = home[how % len(home)]
            moment = post(self._next()).created_at
            again = replace(told, reposter=author(f"fan{how % 2}"), at=moment)
            if not any(_name(each) == _name(again) for each in home):
                self.server(line).write(again)

    def _delete(self, line: Line, how: int) -> None:
        home = self.server(line).home
        if home:
            gone = home[how % len(home)].post.native_id
            for each in self.lines:
                self.server(each).take_away(gone)
                each.unshown = [said for said in each.unshown if said.post.native_id != gone]

    def _say(self, line: Line, how: int) -> None:
        """Publish something; servers differ in how soon the feed shows it."""
        made = post(self._next(), by="shop" if line.account_id == 1 else "other")
        self.server(line).posts[made.native_id] = made
        self.ingest.add_own(line.account_id, made)
        said = Arrival(made, made.created_at)
        if how:
            self.server(line).write(said)
        else:
            line.unshown.append(said)

    def _refresh(self, line: Line, how: int) -> None:
        """Refresh; `how` pages work before one fails, three mean that none does."""
        server = self.server(line)
        if how == 2:
            server.write(*line.unshown)
            line.unshown = []
        top = self.minute
        server.faults["home"] = [] if how == 3 else [*[_work] * how, Unreachable()]
        before = server.called("home")
        with suppress(NetworkTrouble):
            brought = self.ingest.refresh(line.account_id)
            self.deletions.follow(line.account_id, brought.arrivals)
        failed_at_once = how == 0 and server.called("home") == before + 1
        server.faults.clear()
        if not failed_at_once:
            line.reached = top

    def _fill(self, line: Line, how: int) -> None:
        gaps = [entry.id for entry in self.feed(line) if entry.gap]
        if gaps:
            self.server(line).faults["home"] = [] if how == 3 else [*[_work] * how, Unreachable()]
            with suppress(NetworkTrouble):
                self.ingest.fill_gap(gaps[how % len(gaps)])
            self.server(line).faults.clear()

    def _older(self, line: Line, _how: int) -> None:
        with suppress(NetworkTrouble):
            self.ingest.load_older(line.account_id)

    def missing(self, line: Line) -> list[str]:
        """Return what the server holds, was there to be fetched, and no gap stands for."""
        feed = self.feed(line)
        stored = {_name_of(entry) for entry in feed if entry.post}
        own = self.ingest.unconfirmed(line.account_id)
        known = [
            entry for entry in feed if entry.gap or (entry.post and entry.post.native_id not in own)
        ]
        lost = []
        for each in self.server(line).home:
            minute = (each.at - post(0).created_at).total_seconds() / 60
            if _name(each) in stored or minute > line.reached:
                continue
            above = [entry for entry in known if entry.at > each.at]
            below = [entry for entry in known if entry.at <= each.at]
            in_gap = bool(above and above[-1].gap) or bool(below and _is_cut(below[0], each))
            is_past = not any(entry.post for entry in below) and bool(
                self.bench.rows.sync.cursor(line.account_id, "home")
            )
            if not in_gap and not is_past:
                lost.append(each.post.text)
        return lost


def _work(step: str) -> None:
    """Answer a call."""


def _is_cut(entry: FeedEntry, arrival: Arrival) -> bool:
    """Say whether a gap begins at the very moment of an arrival."""
    return entry.gap is not None and entry.at == arrival.at


def _name(arrival: Arrival) -> tuple[str, str]:
    return arrival.post.native_id, arrival.reposter.native_id if arrival.reposter else ""


def _name_of(entry: FeedEntry) -> tuple[str, str]:
    assert entry.post is not None
    return entry.post.native_id, entry.reposter.native_id if entry.reposter else ""


REACH_INTO_A_GAP: History = [
    (0, [("write", 1), ("refresh", 3)]),
    (0, [("write", 8), ("refresh", 1)]),
    (0, [("delete", 1), ("refresh", 3)]),
]


@settings(max_examples=25, deadline=None)
@given(HISTORIES)
@example(REACH_INTO_A_GAP)
def test_nothing_is_lost_nothing_doubled_and_filled_gaps_are_gone(
    tmp_path_factory: pytest.TempPathFactory, history: History
) -> None:
    live_through(tmp_path_factory.mktemp("bench"), history)


@pytest.mark.hard
@pytest.mark.timeout(900)
@settings(max_examples=1500, deadline=None)
@given(HISTORIES)
def test_many_more_histories_lose_nothing_and_double_nothing(
    tmp_path_factory: pytest.TempPathFactory, history: History
) -> None:
    live_through(tmp_path_factory.mktemp("bench"), history)


def live_through(folder: Path, history: History) -> None:
    """Take each step of a history and hold the store against the servers after it."""
    with workbench(folder) as bench:
        merge = Merge(bench)
        for which, day in history:
            for what, how in day:
                merge.do(merge.lines[which], what, how)
            for line in merge.lines:
                feed = merge.feed(line)
                assert merge.missing(line) == []
                names = [_name_of(entry) for entry in feed if entry.post]
                assert len(names) == len(set(names))
                assert _gaps_stand_alone(feed)
        for line in merge.lines:
            _fill_everything(merge, line)
            assert merge.missing(line) == []


def _gaps_stand_alone(feed: list[FeedEntry]) -> bool:
    """Say whether each gap has something fetched above it and no other gap right below."""
    kinds = "".join("g" if entry.gap else "p" for entry in feed)
    return "gg" not in kinds


def _fill_everything(merge: Merge, line: Line) -> None:
    merge.do(line, "refresh", 3)
    for _ in range(300):
        gaps = [entry.id for entry in merge.feed(line) if entry.gap]
        if not gaps:
            break
        merge.ingest.fill_gap(gaps[0])
    assert not any(entry.gap for entry in merge.feed(line))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=6))
def test_a_gap_is_left_exactly_when_more_came_than_one_refresh_fetches(
    tmp_path_factory: pytest.TempPathFactory, amounts: list[int]
) -> None:
    with workbench(tmp_path_factory.mktemp("bench")) as bench:
        merge = Merge(bench)
        line = merge.lines[0]
        merge.do(line, "write", 1)
        merge.do(line, "refresh", 3)
        gaps = 0
        for amount in amounts:
            merge.server(line).write(
                *(Arrival(made, made.created_at) for made in _posts(merge, amount))
            )
            gaps += amount >= REACH.refresh * PAGE
            merge.do(line, "refresh", 3)
            assert sum(entry.gap is not None for entry in merge.feed(line)) == gaps


def _posts(merge: Merge, amount: int) -> list[Post]:
    return [post(merge._next()) for _ in range(amount)]
