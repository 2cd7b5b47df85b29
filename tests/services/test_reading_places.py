"""The place that was read goes both ways, and never backwards."""

import pytest
from fake_server import arrival
from workbench import Workbench

from desktop.services.domain.account import Cap
from desktop.services.domain.errors import Unreachable
from desktop.services.domain.feed import FeedFilter
from desktop.services.timeline import Timeline


@pytest.fixture
def timeline(bench: Workbench) -> Timeline:
    bench.server.caps |= Cap.READING_PLACE
    bench.server.write(arrival(0))
    timeline = bench.timeline()
    timeline.refresh(bench.account.id)
    bench.server.write(*(arrival(number) for number in range(1, 6)))
    timeline.refresh(bench.account.id)
    return timeline


def unread(bench: Workbench) -> list[str]:
    return [each.post.text for each in bench.feed() if each.is_unread and each.post]


def read_up_to(bench: Workbench, timeline: Timeline, text: str) -> None:
    timeline.mark_read([e.id for e in bench.feed() if e.post and e.post.text == text])
    timeline.sync_reading_place(bench.account.id)


def test_what_was_read_elsewhere_is_read_here_after_a_refresh(
    bench: Workbench, timeline: Timeline
) -> None:
    assert len(unread(bench)) == 5
    bench.server.reading_place = "at://anna/3"
    timeline.refresh(bench.account.id)
    assert unread(bench) == ["Post 5", "Post 4"]
    assert bench.server.called("keep_reading_place") == 0


def test_how_far_the_user_read_is_told_and_what_was_skipped_stays_unread(
    bench: Workbench, timeline: Timeline
) -> None:
    read_up_to(bench, timeline, "Post 4")
    assert bench.server.reading_place == "at://anna/4"
    assert timeline.sync_reading_place(bench.account.id) == 0
    assert unread(bench) == ["Post 5", "Post 3", "Post 2", "Post 1"]
    assert bench.server.called("keep_reading_place") == 1


def test_the_place_never_moves_backwards(bench: Workbench, timeline: Timeline) -> None:
    bench.server.reading_place = "at://anna/5"
    read_up_to(bench, timeline, "Post 2")
    assert bench.server.reading_place == "at://anna/5"
    assert unread(bench) == []
    read_up_to(bench, timeline, "Post 1")
    assert bench.server.reading_place == "at://anna/5"


def test_connecting_tells_the_server_nothing(bench: Workbench, timeline: Timeline) -> None:
    assert bench.server.called("reading_place") == 2
    assert bench.server.called("keep_reading_place") == 0


def test_a_place_that_is_not_stored_is_an_old_one(bench: Workbench, timeline: Timeline) -> None:
    bench.server.reading_place = "at://anna/gone"
    read_up_to(bench, timeline, "Post 3")
    assert bench.server.reading_place == "at://anna/3"


def test_everything_marked_as_read_counts_as_well(bench: Workbench, timeline: Timeline) -> None:
    timeline.mark_all_read(FeedFilter())
    timeline.sync_reading_place(bench.account.id)
    assert bench.server.reading_place == "at://anna/5"


def test_a_server_that_does_not_answer_costs_no_refresh(
    bench: Workbench, timeline: Timeline
) -> None:
    bench.server.fail("reading_place", Unreachable())
    assert timeline.refresh(bench.account.id).new_entries == 0
    bench.server.fail("reading_place", Unreachable())
    bench.clock.advance(hours=1)
    with pytest.raises(Unreachable):
        timeline.sync_reading_place(bench.account.id)


def test_a_server_without_a_place_is_not_asked(bench: Workbench) -> None:
    timeline = bench.timeline()
    timeline.refresh(bench.account.id)
    assert timeline.sync_reading_place(bench.account.id) == 0
    assert bench.server.called("reading_place") == 0
