"""The digest's rules: which day it is, what moves people, and which hashtags count."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.digest import (
    MOVED,
    PER_PERSON,
    DailyDigest,
    DayPost,
    Why,
    local_day,
    most_moving,
    top_tags,
)

ZONES = (
    "UTC",
    "Europe/Paris",
    "America/Santiago",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
)
USUAL = [4, 5, 5, 6, 5]


def day_post(post_id: int, author_id: int = 1, **fields: object) -> DayPost:
    return DayPost(post_id, author_id, "bluesky", **fields)


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Paris", date(2026, 11, 21), 24),
        ("Europe/Paris", date(2026, 3, 29), 23),
        ("Europe/Paris", date(2026, 10, 25), 25),
        ("America/Santiago", date(2026, 9, 6), 23),  # midnight itself does not exist
        ("Australia/Lord_Howe", date(2026, 10, 4), 23.5),
    ],
)
def test_a_day_lasts_as_long_as_its_clocks_say(zone, day, hours):
    asked = local_day(day, ZoneInfo(zone))

    assert asked.date == day
    assert asked.end - asked.start == timedelta(hours=hours)


@given(st.integers(0, 60 * 365 * 24 * 3600), st.sampled_from(ZONES))
def test_every_moment_is_in_the_day_its_clock_shows(seconds, zone):
    at, here = datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds), ZoneInfo(zone)
    shown = local_day(at.astimezone(here).date(), here)

    assert shown.start <= at < shown.end


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.sampled_from(ZONES))
def test_days_follow_one_another_without_a_gap(day, zone):
    here = ZoneInfo(zone)

    assert local_day(day, here).end == local_day(day + timedelta(days=1), here).start


def test_without_a_zone_a_day_is_this_computers():
    day = local_day(date(2026, 11, 21))

    assert day.start.tzinfo is UTC
    assert day.start.astimezone() == datetime(2026, 11, 21).astimezone()


def test_a_post_is_weighed_against_what_its_author_usually_gets():
    small, big = day_post(1, 1, likes=15), day_post(2, 2, likes=500)

    chosen = most_moving([small, big], {1: USUAL, 2: [500] * 5})

    assert chosen == ((1, Why("times", 3)), (2, Why("likes", 500)))


def test_with_too_little_known_of_an_author_the_days_posts_are_the_measure():
    posts = [day_post(n, n, likes=likes) for n, likes in ((1, 4), (2, 40), (3, 6))]

    chosen = most_moving(posts, {2: [1, 1]})

    assert [post_id for post_id, _ in chosen] == [2, 3, 1]
    assert chosen[0][1] == Why("likes", 40)


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        ({"replies": 12, "likes": 20}, Why("replies", 12)),
        ({"replies": 1, "reposts": 30, "likes": 20}, Why("reposts", 30)),
        ({"replies": 1, "reposts": 20, "likes": 20}, Why("likes", 20)),
    ],
)
def test_the_reason_is_what_stands_out(counts, why):
    assert most_moving([day_post(1, **counts)], {})[0][1] == why


def test_what_moved_nobody_and_what_is_private_is_left_out():
    posts = [day_post(1, likes=2), day_post(2, likes=90, is_private=True)]

    assert most_moving(posts, {}) == ()


@given(
    st.lists(
        st.builds(
            day_post,
            st.integers(1, 10_000),
            st.integers(1, 6),
            replies=st.integers(0, 99),
            reposts=st.integers(0, 99),
            likes=st.integers(0, 999),
        ),
        max_size=60,
        unique_by=lambda each: each.post_id,
    ),
    st.dictionaries(st.integers(1, 6), st.lists(st.integers(0, 500), max_size=9)),
)
def test_nobody_fills_the_digest_alone(posts, usual):
    chosen = [post_id for post_id, _ in most_moving(posts, usual)]
    wrote = [each.author_id for each in posts if each.post_id in chosen]

    assert len(chosen) == len(set(chosen)) <= MOVED
    assert all(wrote.count(each) <= PER_PERSON for each in wrote)
    assert all(why.number >= 1 for _, why in most_moving(posts, usual))


def test_hashtags_count_people_and_take_the_usual_spelling():
    posts = [
        day_post(1, 1, tags=("Bread", "ads")),
        day_post(2, 2, tags=("bread",)),
        day_post(3, 3, tags=("Bread",)),
        *(day_post(n, 9, tags=("ads",)) for n in range(4, 9)),
    ]

    assert top_tags(posts) == (("Bread", 3), ("ads", 2))


def test_only_the_five_first_hashtags_are_told():
    assert len(top_tags([day_post(1, tags=tuple("abcdefg"))])) == 5


def test_a_day_without_anything_is_empty():
    day = local_day(date(2026, 11, 21), UTC)

    assert DailyDigest(day).is_empty
    assert not DailyDigest(day, came=(("bluesky", 1),)).is_empty
