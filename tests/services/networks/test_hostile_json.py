"""JSON that an enemy wrote becomes values that every database takes, or a foreseen error."""

import json
import math
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.errors import BadAnswer
from desktop.services.networks.hostile_json import (
    Unreadable,
    items,
    mapping,
    moment,
    parse,
    read_each,
    required_text,
    text,
    web_address,
    whole,
)

LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
TREES = st.recursive(LEAVES, lambda t: st.lists(t) | st.dictionaries(st.text(), t), max_leaves=20)


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b"1", b'"text"', b"{", b'{"a":', b"\xff\xfe", b"<html>", b'{"a": 1} {}'],
)
def test_what_is_not_an_object_is_a_bad_answer(body: bytes):
    with pytest.raises(BadAnswer):
        parse(body)


def test_numbers_that_are_none_become_nothing():
    found = parse(b'{"a": NaN, "b": Infinity, "c": -Infinity, "d": 1e999, "e": 1.5, "f": 12}')
    assert found == {"a": None, "b": None, "c": None, "d": None, "e": 1.5, "f": 12}
    assert parse(b'{"a": ' + b"9" * 100_000 + b"}") == {"a": None}
    assert parse(b'{"a": 0.' + b"9" * 100_000 + b"}") == {"a": 1.0}


@pytest.mark.parametrize("opening", [b"[", b'{"a":'])
def test_endless_nesting_costs_the_nested_part_and_not_the_page(opening: bytes):
    closing = {b"[": b"]", b'{"a":': b"}"}[opening]
    bomb = opening * 50_000 + b"1" + closing * 50_000
    found = parse(b'{"feed": [1, ' + bomb + b', "]}\\"["], "cursor": "next"}')
    assert found["cursor"] == "next"
    assert items(found["feed"])[0] == 1
    assert items(found["feed"])[2] == ']}"['


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"a":' * 100_000, b'{"a": "' + b"\\" * 99_999])
def test_nesting_that_never_ends_is_a_bad_answer(body: bytes):
    with pytest.raises(BadAnswer):
        parse(body)


@given(st.binary())
def test_any_bytes_are_an_object_or_a_bad_answer(body: bytes):
    try:
        assert isinstance(parse(body), dict)
    except BadAnswer:
        return


@given(st.text(st.characters(codec=None)))
def test_any_text_can_be_stored_and_keeps_its_byte_offsets(said: str):
    clean = text(said)
    assert clean.encode() is not None
    assert "\0" not in clean
    assert len(clean.encode()) == len(said.encode("utf-8", "surrogatepass"))


def test_a_text_is_cut_at_its_limit_and_nothing_else_is_a_text():
    assert text("x" * 100, 10) == "x" * 10
    assert [text(value) for value in (None, 1, True, ["a"], {"a": "b"})] == [""] * 5
    for value in ("", "  \n", None, 7):
        with pytest.raises(Unreadable):
            required_text(value)


def test_a_count_is_a_whole_number_that_a_database_takes():
    assert [whole(value) for value in (0, 7, 2**53)] == [0, 7, 2**53]
    bad = (-1, 2**53 + 1, 2**63, 1.0, True, "7", None, [], math.inf)
    assert [whole(value) for value in bad] == [None] * len(bad)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026-11-21T19:32:24.051Z", datetime(2026, 11, 21, 19, 32, 24, 51_000, UTC)),
        ("2026-11-21T20:32:24.051726+01:00", datetime(2026, 11, 21, 19, 32, 24, 51_726, UTC)),
        ("2026-11-21T19:32:24", datetime(2026, 11, 21, 19, 32, 24, tzinfo=UTC)),
        ("2014-55-11T01:55:28Z", None),
        ("0001-01-01T00:00:00+23:59", None),
        ("9999-12-31T23:59:59-23:59", None),
        ("1969-12-31T23:59:59Z", None),
        ("yesterday", None),
        ("2026" * 100, None),
        (1_700_000_000, None),
        (None, None),
    ],
)
def test_a_time_is_one_or_nothing(said: object, meant: datetime | None):
    assert moment(said) == meant


@given(st.text() | st.datetimes(timezones=st.timezones()).map(datetime.isoformat))
def test_any_time_is_in_utc_and_after_1970(said: str):
    found = moment(said)
    assert found is None or (found.utcoffset() == timedelta(0) and found.timestamp() > 0)


def test_a_bad_item_is_put_aside_with_what_the_server_sent():
    good, bad = read_each(
        [{"id": "a"}, {"id": 7}, "rubbish", {"id": "\ud800"}, {"id": "skip"}],
        lambda view: None if view["id"] == "skip" else required_text(view["id"]),
    )
    assert good == ("a", "\ufffd")
    assert bad == ('{"id": 7}', '"rubbish"')


@given(st.lists(TREES))
def test_whatever_lies_in_a_page_no_item_costs_another(trees: list[object]):
    body = json.dumps({"feed": [{"id": "first"}, *trees, {"id": "last"}]}).encode()
    found = items(parse(body)["feed"])
    good, bad = read_each(found, lambda view: required_text(view.get("id")))
    assert (good[0], good[-1]) == ("first", "last")
    assert len(good) + len(bad) == len(trees) + 2


def test_only_objects_and_lists_pass_for_such():
    assert mapping({"a": 1}) == {"a": 1}
    assert [mapping(value) for value in (None, [], "a", 1)] == [{}] * 4
    assert items([1]) == [1]
    assert [items(value) for value in (None, {}, "a", 1)] == [[]] * 4


def test_only_web_addresses_pass():
    assert web_address("https://a.fr/x?y=1#z") == "https://a.fr/x?y=1#z"
    for value in ("file:///x", "https://u@a.fr", "at://did:x", "https://", "", None, 7, "//a.fr"):
        assert web_address(value) == ""
