"""A post is held back for as long as was said, and never for longer."""

from datetime import timedelta

import pytest
from fakes import START

from desktop.services.domain.grace import GRACE, Grace


@pytest.fixture
def grace() -> Grace:
    held = Grace()
    held.begin("post", START, GRACE)
    return held


@pytest.mark.parametrize(("seconds", "is_held"), [(0, True), (9.9, True), (10, False), (99, False)])
def test_it_lasts_ten_seconds(grace, seconds, is_held):
    assert grace.holds("post", START + timedelta(seconds=seconds)) is is_held


def test_no_time_at_all_holds_nothing(grace):
    grace.begin("other", START, timedelta())

    assert not grace.holds("other", START)
    assert grace.holds("post", START)


def test_a_clock_that_is_set_back_ends_it(grace):
    assert not grace.holds("post", START - timedelta(hours=1))
    assert not grace.holds("post", START)


def test_it_can_be_ended_for_all(grace):
    grace.end()

    assert not grace.holds("post", START)
