"""What is worth telling rings once, at a time when it may, and where it is heard."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from fake_hub import FakeHub, FakeSecondChannel
from fakes import FakeClock, TasksNow
from screens import heard

from desktop.services.domain.announcement import Announcement
from desktop.services.domain.errors import Unreachable
from desktop.views.notifier import Notifier

SIGNED_OUT = Announcement(
    "account 1", "@shop needs you", "All is safe.", "accounts", 1, is_alarm=True
)
STUCK = Announcement("outbox", "A post could not be sent", "", "outbox", is_alarm=True)
ADDRESS = "https://alarms.test/shop"


def mentions(count: int) -> Announcement:
    return Announcement("mentions", f"{count} new mentions", place="mentions", count=count)


@dataclass
class Room:
    """A notifier with everything round it, in the night or by day."""

    notifier: Notifier
    hub: FakeHub
    clock: FakeClock
    post: FakeSecondChannel
    popped: list[tuple[Announcement]]
    spoken: list[tuple[str]]
    is_in_front: bool = False

    def choose(self, **choices: object) -> None:
        self.hub.preferences = replace(self.hub.preferences, **choices)

    def let_pass(self, **how_long: float) -> None:
        self.clock.advance(**how_long)
        self.notifier._timer.timeout.emit()

    def be_quiet(self, *, hours: float = 10) -> None:
        """Begin quiet hours now."""
        now = self.clock.now.astimezone()
        begin, end = (f"{at:%H:%M}" for at in (now, now + timedelta(hours=hours)))
        self.choose(quiet_hours=True, quiet_from=begin, quiet_until=end)
        self.notifier.look()


@pytest.fixture
def room(theme, tmp_path, clock) -> Room:
    hub = FakeHub(tmp_path)
    hub.now, post = clock, hub.second_channel
    notifier = Notifier(hub, TasksNow(), lambda: made.is_in_front)
    asked, spoken = heard(notifier.pop_up_asked), heard(notifier.spoken)
    made = Room(notifier, hub, clock, post, asked, spoken)
    made.choose(second_channel=ADDRESS)
    yield made
    notifier.deleteLater()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def test_an_alarm_rings_once_on_both_ways_however_often_it_is_told(room):
    for _ in range(3):
        room.notifier.tell(SIGNED_OUT)
    assert room.popped == [(SIGNED_OUT,)]
    assert room.post.sent == [(ADDRESS, SIGNED_OUT.title, SIGNED_OUT.text)]
    assert room.notifier.count == 1


def test_it_rings_again_when_it_comes_back_after_it_was_settled(room):
    room.notifier.tell(SIGNED_OUT)
    room.notifier.settle("account 1")
    assert room.notifier.waiting == ()
    room.notifier.tell(SIGNED_OUT)
    assert len(room.popped) == len(room.post.sent) == 2


def test_what_is_no_alarm_stays_here_and_rings_again_only_when_more_waits(room):
    for count in (1, 3, 3, 2):
        room.notifier.tell(mentions(count))
    assert room.popped == [(mentions(1),), (mentions(3),)]
    assert room.post.sent == []
    assert room.notifier.count == 2


def test_what_is_noted_counts_and_does_not_ring(room):
    changes = heard(room.notifier.changed)
    room.notifier.note(mentions(5))
    room.notifier.note(mentions(5))
    assert (room.notifier.count, room.popped, len(changes)) == (5, [], 1)
    room.notifier.note(replace(mentions(5), title="Five"))
    assert room.notifier.waiting[0].title == "Five"


def test_alarms_stand_before_everything_else(room):
    room.notifier.note(mentions(2))
    room.notifier.note(STUCK)
    assert room.notifier.waiting == (STUCK, mentions(2))


def test_in_front_of_the_window_nothing_pops_up_and_an_alarm_is_spoken_once(room):
    room.is_in_front = True
    for _ in range(2):
        room.notifier.tell(mentions(2))
        room.notifier.tell(SIGNED_OUT)
    assert room.popped == []
    assert room.spoken == [("@shop needs you\nAll is safe.",)]
    assert len(room.post.sent) == 1


def test_switched_off_nothing_pops_up_and_the_second_channel_goes_on(room):
    room.choose(notifications=False)
    room.notifier.tell(SIGNED_OUT)
    assert room.popped == []
    assert len(room.post.sent) == 1
    assert room.notifier.count == 1


def test_without_an_address_nothing_is_sent(room):
    room.choose(second_channel="")
    room.notifier.tell(SIGNED_OUT)
    assert (len(room.popped), room.post.sent) == (1, [])


def test_an_alarm_that_was_not_taken_is_told_and_not_sent_again(room):
    failures = heard(room.notifier.failed)
    room.post.trouble = Unreachable()
    room.notifier.tell(SIGNED_OUT)
    room.notifier.tell(SIGNED_OUT)
    assert failures == [(room.post.trouble,)]


def test_quiet_hours_hold_everything_back_and_still_count(room):
    room.be_quiet()
    room.notifier.tell(SIGNED_OUT)
    room.notifier.tell(mentions(2))
    room.let_pass(hours=9, minutes=59)
    assert (room.popped, room.post.sent, room.notifier.count) == ([], [], 3)


def test_one_summary_follows_when_the_quiet_hours_end(room):
    room.be_quiet()
    for announcement in (mentions(1), SIGNED_OUT, STUCK, mentions(2)):
        room.notifier.tell(announcement)
    room.let_pass(hours=10)
    ((summary,),) = room.popped
    assert summary.title.startswith("3 thing")
    assert summary.text == "2 new mentions\n@shop needs you\nA post could not be sent"
    assert summary.place == "accounts"
    ((_, title, text),) = room.post.sent
    assert title.startswith("2 thing")
    assert text == "@shop needs you\nA post could not be sent"
    room.let_pass(minutes=1)
    room.notifier.tell(SIGNED_OUT)
    assert len(room.popped) == len(room.post.sent) == 1


def test_one_thing_alone_is_its_own_summary_and_what_was_settled_is_left_out(room):
    room.be_quiet()
    room.notifier.tell(SIGNED_OUT)
    room.notifier.tell(STUCK)
    room.notifier.settle("account 1")
    room.let_pass(hours=10)
    assert room.popped == [(STUCK,)]
    assert room.post.sent == [(ADDRESS, STUCK.title, STUCK.text)]


def test_what_was_seen_in_the_window_is_not_summed_up(room):
    room.be_quiet()
    room.notifier.tell(SIGNED_OUT)
    room.notifier.see()
    room.let_pass(hours=10)
    assert (room.popped, room.post.sent, room.notifier.count) == ([], [], 1)


def test_what_a_pause_held_back_rings_when_it_is_taken_back(room):
    room.notifier.pause_until_tomorrow()
    room.notifier.tell(SIGNED_OUT)
    assert room.popped == []
    room.notifier.resume()
    assert room.popped == [(SIGNED_OUT,)]


def test_a_pause_ends_by_itself(room):
    room.notifier.pause_until_tomorrow()
    room.notifier.tell(STUCK)
    room.let_pass(days=2)
    assert room.popped == [(STUCK,)]


def test_what_is_over_once_it_was_seen_waits_no_longer_then(room):
    room.notifier.tell(Announcement("spending", "The cap is reached", count=0))
    room.notifier.tell(SIGNED_OUT)
    assert room.notifier.count == 1
    room.notifier.see()
    assert room.notifier.waiting == (SIGNED_OUT,)


def test_a_pop_up_leads_to_what_it_was_about(room):
    opened = heard(room.notifier.opened)
    room.notifier.tell(SIGNED_OUT)
    room.notifier.follow("account 1")
    room.notifier.settle("account 1")
    room.notifier.follow("account 1")
    room.notifier.follow("another")
    assert opened == [(SIGNED_OUT,), (SIGNED_OUT,), (None,)]


def test_a_summary_leads_to_the_first_alarm_in_it(room):
    opened = heard(room.notifier.opened)
    room.be_quiet()
    room.notifier.tell(mentions(1))
    room.notifier.tell(STUCK)
    room.let_pass(hours=10)
    room.notifier.follow(room.popped[0][0].group)
    assert opened[0][0].place == "outbox"


def test_another_workspace_begins_with_nothing(room):
    room.be_quiet()
    room.notifier.tell(SIGNED_OUT)
    room.notifier.note(mentions(2))
    room.notifier.clear()
    room.let_pass(hours=10)
    assert (room.notifier.waiting, room.popped) == ((), [])


def test_it_is_told_when_it_becomes_quiet_and_when_it_is_so_no_longer(room):
    changes: Callable = heard(room.notifier.changed)
    room.be_quiet()
    room.let_pass(hours=1)
    assert len(changes) == 1
    room.let_pass(hours=10)
    assert len(changes) == 2
