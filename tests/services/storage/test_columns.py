import sqlite3
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.storage.columns import (
    LARGEST,
    TEXT_LIMIT,
    count,
    from_ms,
    storable,
    to_json,
    to_ms,
    to_optional_ms,
)

ANY_TEXT = st.text(st.characters(), max_size=80)


@given(ANY_TEXT)
def test_whatever_a_network_sends_comes_back_as_it_was_stored(text: str):
    kept = storable(text)

    with sqlite3.connect(":memory:") as memory:
        back, length = memory.execute("SELECT ?1, length(?1)", (kept,)).fetchone()
    memory.close()

    assert back == kept
    assert length == len(kept)


@given(ANY_TEXT)
def test_making_a_text_storable_twice_changes_nothing(text: str):
    assert storable(storable(text)) == storable(text)


def test_ordinary_text_is_stored_untouched():
    for text in ("Fresh bread", "Pain frais à l'été 🥐", "שלום", ""):
        assert storable(text) == text


def test_a_lone_surrogate_and_a_nul_are_dropped_or_replaced():
    assert storable("a\0b") == "ab"
    assert storable("é\0b") == "éb"
    assert storable("a\ud800b") == "a?b"


def test_a_huge_text_is_cut():
    assert len(storable("x" * 10_000_000)) == TEXT_LIMIT


@pytest.mark.parametrize(
    ("told", "kept"), [(None, None), (3, 3), (-5, 0), (10**30, LARGEST), (LARGEST, LARGEST)]
)
def test_a_counter_fits_its_column(told: int | None, kept: int | None):
    assert count(told) == kept


@given(st.datetimes(timezones=st.timezones()))
def test_a_time_survives_to_the_millisecond(moment: datetime):
    back = from_ms(to_ms(moment))

    assert timedelta(0) <= moment - back < timedelta(milliseconds=1) or to_ms(moment) in {
        -62_135_596_800_000,
        253_402_300_799_999,
    }


def test_times_at_the_ends_of_the_calendar_are_storable():
    first = datetime.min.replace(tzinfo=timezone(timedelta(hours=14)))
    last = datetime.max.replace(tzinfo=timezone(timedelta(hours=-12)))

    assert from_ms(to_ms(first)) == datetime.min.replace(tzinfo=UTC)
    assert from_ms(to_ms(last)).year == 9999
    assert to_optional_ms(None) is None


def test_json_is_compact_and_plain():
    assert to_json(["é", 1]) == '["\\u00e9",1]'
