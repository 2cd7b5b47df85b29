"""Both vocabularies of X's answers lead to the same values."""

from datetime import UTC, datetime

import pytest

from desktop.services.networks.hostile_json import Unreadable
from desktop.services.networks.x_answer import (
    Includes,
    Problem,
    either,
    handle_of,
    id_of,
    problems,
    read_buckets,
    referenced,
    renamed,
    required_id,
    time_of,
)

HOUR = {"start": "2026-11-21T10:00:00.000Z", "end": "2026-11-21T11:00:00.000Z"}


@pytest.mark.parametrize("name", ["tweets", "posts"])
def test_what_comes_beside_the_data_is_found_by_its_id(name: str):
    answer = {
        "data": [{"id": "1", "text": "one"}],
        "includes": {
            name: [{"id": "2"}, {"id": "1", "text": "less"}, {"text": "no id"}, "rubbish"],
            "users": [{"id": "3"}],
            "media": [{"media_key": "3_4"}],
        },
    }
    includes = Includes.of(answer)
    assert set(includes.posts) == {"1", "2"}
    assert includes.posts["1"]["text"] == "one"
    assert set(includes.users) == {"3"}
    assert set(includes.media) == {"3_4"}


def test_a_single_post_is_among_what_it_refers_to():
    assert set(Includes.of({"data": {"id": "1"}}).posts) == {"1"}
    assert Includes.of({}) == Includes({}, {}, {})


@pytest.mark.parametrize("count", ["tweet_count", "post_count"])
def test_buckets_are_read_from_old_to_new(count: str):
    later = {"start": "2026-11-21T11:00:00Z", "end": "2026-11-21T11:20:00Z", count: 2}
    backwards = {"start": later["end"], "end": later["start"], count: 1}
    answer = {"data": [later, HOUR | {count: 7}, HOUR | {count: -1}, HOUR, backwards, None]}
    found = read_buckets(answer)
    assert [bucket.count for bucket in found] == [7, 2]
    assert found[0].start == datetime(2026, 11, 21, 10, tzinfo=UTC)
    assert found[0].end == found[1].start
    assert read_buckets({}) == ()


def test_problems_beside_the_data_name_what_is_missing():
    gone = {"type": "https://api.x.com/2/problems/resource-not-found", "resource_id": "20"}
    named = {"type": "https://api.twitter.com/2/problems/not-authorized-for-resource", "value": "7"}
    assert problems({"errors": [gone, named, {}]}) == (
        Problem("resource-not-found", "20"),
        Problem("not-authorized-for-resource", "7"),
        Problem("", ""),
    )
    assert problems({"data": []}) == ()


def test_an_id_tells_when_it_was_given_out():
    assert time_of("1346889436626259968") == datetime(2021, 1, 6, 18, 40, 40, 344_000, UTC)
    assert time_of("20") is None
    assert time_of("") is None


@pytest.mark.parametrize("value", ["", "12a", "-1", "1" * 20, "１２", 12, None, ["1"], "1\n"])
def test_what_is_no_id_is_told_from_one(value: object):
    assert id_of(value) == ""
    with pytest.raises(Unreadable):
        required_id(value)


@pytest.mark.parametrize("value", ["", "a/b", "../x", "é", None, "a b"])
def test_a_handle_that_leads_elsewhere_is_none(value: object):
    assert handle_of(value) == ""


def test_the_newer_name_goes_first():
    assert either({"new": 0, "old": 1}, "new", "old") == 0
    assert either({"new": None, "old": 1}, "new", "old") == 1
    assert renamed({"note_tweet": 1}, "note_{}") == 1


@pytest.mark.parametrize("name", ["referenced_posts", "referenced_tweets"])
def test_references_are_told_apart(name: str):
    raw = {name: [{"type": "quoted", "id": "1"}, {"type": "replied_to", "id": "2"}, None]}
    assert referenced(raw, "quoted") == "1"
    assert referenced(raw, "replied_to") == "2"
    assert referenced(raw, "retweeted") == ""
