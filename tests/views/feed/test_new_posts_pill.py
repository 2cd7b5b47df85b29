"""The pill counts what stands above the newest post that was ever at the top."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget

from desktop.services.domain.feed import Place
from desktop.views.feed.new_posts_pill import NewPostsPill


@pytest.fixture
def pill(theme, window: QWidget) -> NewPostsPill:
    return NewPostsPill(theme, window)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sets(st.integers(1, 60), min_size=1), st.integers(0, 59)), max_size=8))
def test_it_counts_the_entries_newer_than_any_that_was_at_the_top(pill, looks):
    pill.forget()
    newest_seen = 0
    for numbers, at in looks:
        ids = sorted(numbers, reverse=True)
        top = ids[at % len(ids)]
        newest_seen = max(newest_seen, top)
        above = sum(each > newest_seen for each in ids)
        pill.look(ids, Place(top))

        assert pill.isVisible() is (above > 0)
        if above:
            assert pill.text() == ("1 new post" if above == 1 else f"{above} new posts")


def test_without_a_place_everything_that_was_not_seen_is_new(pill):
    pill.look([3, 2, 1], None)
    assert pill.text() == "3 new posts"

    pill.look([], None)
    assert not pill.isVisible()


def test_begun_anew_it_knows_nothing_and_hides(pill):
    pill.look([9, 8], Place(8))
    assert pill.isVisible()
    pill.forget()

    assert not pill.isVisible()
    pill.look([9, 8], Place(9))
    assert not pill.isVisible()
