"""Whatever fails and whenever the program dies, a post is public once and no post is lost."""

import random
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, repeat
from pathlib import Path

import pytest
from fake_server import lose_answer
from hypothesis import given, settings
from hypothesis import strategies as st
from workbench import Workbench, workbench

from desktop.services.domain.draft import Draft, OutboxItem, OutboxState, PublishKey
from desktop.services.domain.errors import (
    BadAnswer,
    NetworkTrouble,
    OutcomeUnknown,
    RateLimited,
    Unreachable,
)
from desktop.services.ingest import Ingest

Fault = Callable[[str], None]


class Crash(BaseException):
    """The program dies here: nothing catches it, nothing is put in order."""


def crash_before(step: str) -> None:
    """Die before the server does anything."""
    if step == "before":
        raise Crash


def crash_after(step: str) -> None:
    """Die when the server has done it and before we know."""
    if step == "after":
        raise Crash


def garble(step: str) -> None:
    """Answer with something unreadable after doing it."""
    if step == "after":
        raise BadAnswer


def refuse_service(step: str) -> None:
    """Fail without doing it, and without saying so."""
    if step == "before":
        raise OutcomeUnknown


def hang_up(step: str) -> None:
    """Be unreachable."""
    if step == "before":
        raise Unreachable


def nothing(step: str) -> None:
    """Work."""


CALL_FAULTS: dict[str, Fault] = {
    "ok": nothing,
    "answer lost": lose_answer,
    "answer garbled": garble,
    "not done, unsaid": refuse_service,
    "unreachable": hang_up,
    "crash before": crash_before,
    "crash after": crash_after,
}
STEPS = [*CALL_FAULTS, "limited", "crash before commit", "crash after commit"]


class World:
    """The program on a bench, where each call and each commit takes the next fault, if any."""

    def __init__(self, bench: Workbench, faults: Iterator[str]) -> None:
        self.bench = bench
        self._faults = faults
        self.publishing = bench.publishing()
        self._move = bench.rows.outbox.move
        bench.rows.outbox.move = self._move_with_fault  # type: ignore[method-assign] # the fault

    def start_anew(self) -> None:
        """Start the program after it died."""
        self.bench.restart()
        self.publishing = self.bench.publishing()
        self.publishing.recover()

    def try_to_send(self) -> None:
        """Let what waits leave, with faults, until the program is done or dead."""
        for method in ("publish", "find_published"):
            self.bench.server.faults[method] = [self._fault] * 4
        try:
            self.publishing.send_waiting(self.bench.account.id)
        except Crash:
            self.start_anew()
        self.bench.clock.advance(hours=25)

    def _fault(self, step: str) -> None:
        if step == "before":
            name = next(self._faults)
            if name == "limited":
                raise RateLimited(self.bench.clock())
            self._now = CALL_FAULTS.get(name, nothing)
        self._now(step)

    def _move_with_fault(self, *where: object, **more: object) -> OutboxItem:
        name = next(self._faults)
        if name == "crash before commit":
            raise Crash
        moved = self._move(*where, **more)  # type: ignore[arg-type] # handed through
        if name == "crash after commit":
            raise Crash
        return moved


def publish_all(bench: Workbench, texts: list[str], faults: list[str]) -> Counter[str]:
    """Send the texts while the faults last and then in peace; count what became public."""
    world = World(bench, chain(faults, repeat("ok")))
    for text in texts:
        world.publishing.queue(bench.account.id, Draft(text))
    for _ in range(len(faults) + 2 * len(texts) + 5):
        if not world.publishing.waiting_count():
            break
        world.try_to_send()
    states = {item.state for item in world.publishing.outbox(1000)}
    assert states <= {OutboxState.SENT}, states
    return Counter(draft.text for _, draft in bench.server.published)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(STEPS), max_size=25), st.integers(1, 3))
def test_no_sequence_of_faults_posts_twice_or_loses_a_post(
    tmp_path_factory: pytest.TempPathFactory, faults: list[str], posts: int
) -> None:
    texts = [f"Post {number}" for number in range(posts)]
    with workbench(tmp_path_factory.mktemp("bench")) as bench:
        public = publish_all(bench, texts, faults)
        assert public == Counter(texts)
        Ingest(bench.rows, bench.accounts, bench.clock).refresh(bench.account.id)
        assert sorted(bench.shown()) == sorted(texts)


def storm(seed: int, length: int) -> list[str]:
    """Return faults at about one step in three."""
    chance = random.Random(seed)
    return [chance.choice(STEPS) if chance.random() < 0.35 else "ok" for _ in range(length)]


def test_two_hundred_posts_survive_a_storm(tmp_path: Path) -> None:
    texts = [f"Post {number}" for number in range(200)]
    with workbench(tmp_path) as bench:
        assert publish_all(bench, texts, storm(1, 1500)) == Counter(texts)


def publish_naively(bench: Workbench, texts: list[str], faults: list[str]) -> Counter[str]:
    """Do what the outbox is there to avoid: note a post as sent afterwards, new key per try."""
    world = World(bench, chain(faults, repeat("ok")))
    network = bench.accounts.network(bench.account.id)
    for text in texts:
        is_sent = False
        while not is_sent:
            bench.server.faults["publish"] = [world._fault]
            key = PublishKey(str(uuid.uuid4()), uuid.uuid4().hex, bench.clock())
            try:
                network.publish(Draft(text), key)
                is_sent = next(world._faults) not in ("crash before commit", "crash before")
            except (NetworkTrouble, Crash):
                continue
    return Counter(draft.text for _, draft in bench.server.published)


def test_the_naive_way_posts_twice_in_the_same_storm(tmp_path: Path) -> None:
    """Without this control nobody would know whether the tests above can fail."""
    texts = [f"Post {number}" for number in range(200)]
    with workbench(tmp_path) as bench:
        public = publish_naively(bench, texts, storm(1, 1500))
    assert sum(times > 1 for times in public.values()) > 20
