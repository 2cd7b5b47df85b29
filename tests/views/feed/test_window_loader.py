"""Of two questions only the last is answered, and a kept place is where one begins."""

import pytest
from fake_server import arrival
from fakes import TasksLater
from screens import heard

from desktop.services.domain.feed import FeedFilter, FeedKind, Place
from desktop.views.feed.window_loader import WindowLoader


@pytest.fixture
def ids(stage) -> list[int]:
    """Five entries, newest first; every second one is an answer."""
    told = [arrival(n, reply_to="at://bob/1" if n % 2 else "") for n in range(5)]
    stage.bench.rows.feed.add(stage.bench.account.id, told, kind=FeedKind.HOME)
    return list(stage.bench.rows.feed.window(FeedFilter()).ids)


@pytest.fixture
def lane() -> TasksLater:
    return TasksLater()


@pytest.fixture
def loader(stage, lane, window) -> WindowLoader:
    return WindowLoader(stage.session.timeline, lane, window)


def test_only_the_last_of_two_filters_is_shown(loader, lane, ids):
    opened = heard(loader.opened)
    loader.open(FeedFilter(), "")
    loader.open(FeedFilter(hide_replies=True), "")
    lane.work_off()

    ((window, place),) = opened
    assert list(window.ids) == ids[::2]
    assert place is None


def test_a_list_that_is_read_again_is_not_shown_over_another_that_was_chosen(loader, lane, ids):
    opened, reloaded = heard(loader.opened), heard(loader.reloaded)
    loader.reload(FeedFilter(), None)
    loader.open(FeedFilter(), "")
    lane.work_off()

    assert (len(opened), reloaded) == (1, [])


def test_the_place_of_the_last_time_comes_with_the_entries(loader, lane, stage, ids):
    opened = heard(loader.opened)
    stage.session.timeline.keep_place("home", Place(ids[3], 12))
    loader.open(FeedFilter(), "home")
    lane.work_off()

    ((window, place),) = opened
    assert place == Place(ids[3], 12)
    assert window.ids[window.anchor_row] == ids[3]


def test_entries_are_read_again_round_the_place(loader, lane, ids):
    reloaded = heard(loader.reloaded)
    loader.reload(FeedFilter(), Place(ids[2]))
    lane.work_off()

    ((window,),) = reloaded
    assert window.ids[window.anchor_row] == ids[2]


def test_looking_for_words_does_not_disturb_the_list(loader, lane, ids):
    opened, sought = heard(loader.opened), heard(loader.sought)
    loader.open(FeedFilter(), "")
    loader.seek(FeedFilter(search="Post 3"))
    lane.work_off()

    assert len(opened) == 1
    assert [list(window.ids) for (window,) in sought] == [[ids[1]]]
