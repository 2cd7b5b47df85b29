"""What was read is stored a few posts at a time, or all at once and back again."""

import pytest
from fake_server import arrival
from screens import heard
from steps import remember

from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.views.feed.reading import ReadKeeper


@pytest.fixture
def ids(stage) -> list[int]:
    """Four unread entries, newest first."""
    told = [arrival(number) for number in range(4)]
    feed = stage.bench.rows.feed
    feed.add(stage.bench.account.id, told, kind=FeedKind.HOME)
    return list(feed.window(FeedFilter()).ids)


@pytest.fixture
def reading(stage, window) -> ReadKeeper:
    return ReadKeeper(stage.session.timeline, stage.tasks, window)


def unread(stage) -> int:
    return stage.session.timeline.unread_counts(FeedKind.HOME)[stage.bench.account.id]


def test_posts_are_gathered_until_scrolling_pauses(reading, stage, ids):
    kept = heard(reading.kept)
    reading.add(ids[:2])
    reading.add(ids[1:3])
    assert unread(stage) == 4
    assert reading._pause.isActive()
    reading._pause.timeout.emit()

    assert unread(stage) == 1
    assert kept == [(tuple(sorted(ids[:3])),)]


def test_nothing_gathered_stores_nothing(reading, stage, ids):
    kept = heard(reading.kept)
    reading.add(ids[:1])
    reading.keep()
    reading.keep()

    assert len(kept) == 1
    assert stage.tasks.lanes.count("store") == 2, "the account book and one keeping"


def test_everything_is_marked_and_brought_back(reading, stage, ids):
    steps, changed = remember(stage.tasks, reading, reading.stepped), heard(reading.many_changed)
    stage.session.timeline.mark_read(ids[:1])
    reading.mark_all(FeedFilter())
    assert (steps.sentences, unread(stage)) == (["3 posts marked as read"], 0)
    steps.undo()
    assert unread(stage) == 3

    steps.redo()
    assert unread(stage) == 0
    assert len(changed) == 3


def test_when_all_was_read_there_is_nothing_to_undo(reading, stage, ids):
    stepped = heard(reading.stepped)
    stage.session.timeline.mark_read(ids)
    reading.mark_all(FeedFilter())

    assert stepped == []


def test_one_post_is_told_as_one(reading, stage, ids):
    stepped = heard(reading.stepped)
    stage.session.timeline.mark_read(ids[1:])
    reading.mark_all(FeedFilter())

    assert stepped[0][0].done == "1 post marked as read"
