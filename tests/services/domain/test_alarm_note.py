"""Which addresses may be told of an alarm, and what exactly they are told."""

import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.alarm_note import LONGEST_NOTE, alarm_note, channel_address
from desktop.services.domain.errors import InvalidField


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://alarms.example/shop", "https://alarms.example/shop"),
        ("  alarms.example/shop ", "https://alarms.example/shop"),
        ("https://alarms.example", "https://alarms.example"),
        ("https://alarms.example:8443/a?key=1", "https://alarms.example:8443/a?key=1"),
        ("https://alarms.example/a#part", "https://alarms.example/a"),
        ("https://Bäcker.example/a", "https://xn--bcker-gra.example/a"),
        ("https://192.168.1.20/a", "https://192.168.1.20/a"),
        ("https://[fd00::1]:8443/a", "https://[fd00::1]:8443/a"),
        ("https://localhost:8443/a", "https://localhost:8443/a"),
    ],
)
def test_an_address_is_read_as_a_person_types_it(typed: str, address: str):
    assert channel_address(typed) == address
    assert channel_address(address) == address


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("https://a.example/" + "x" * 2_000, "too_long"),
        ("http://alarms.example/shop", "not_secure"),
        ("http://192.168.1.20/shop", "not_secure"),
        ("ftp://alarms.example", "not_an_address"),
        ("mailto:me@example.org", "has_name"),
        ("alarms", "not_an_address"),
        ("https://", "not_an_address"),
        ("https:///shop", "not_an_address"),
        ("https://alarms.example:port/", "not_an_address"),
        ("https://alarms.example:99999/", "not_an_address"),
        ("https://alarms..example/", "not_an_address"),
        ("https://[fd00::/", "not_an_address"),
        ("https://alarms.example/two words", "not_an_address"),
        ("https://alarms.example\\@other.example/", "not_an_address"),
        ("https://alarms.example/\u202eshop", "not_an_address"),
        ("https://me:word@alarms.example/", "has_name"),
        ("https://me@alarms.example/", "has_name"),
    ],
)
def test_what_will_not_do_says_why(typed: str, reason: str):
    with pytest.raises(InvalidField) as refusal:
        channel_address(typed)
    assert (refusal.value.field, refusal.value.reason) == ("second_channel", reason)


@given(st.text())
def test_whatever_is_typed_is_an_address_or_refused(typed: str):
    with suppress(InvalidField):
        assert channel_address(typed).startswith("https://")


def test_a_note_is_its_title_and_its_text():
    assert alarm_note("31 mentions", "Usual: 4 a day.") == "31 mentions\nUsual: 4 a day."
    assert alarm_note("31 mentions", "") == "31 mentions"


def test_a_note_holds_nothing_that_cannot_be_read():
    assert alarm_note("a\nb\0", "\u202ec\r\n\n  d\x1b[0m ") == "a b\nc\nd[0m"


def test_a_note_keeps_the_spaces_of_its_language():
    assert (
        alarm_note("Essai\u202f: 1\u202f284\xa0mentions", "")
        == "Essai\u202f: 1\u202f284\xa0mentions"
    )


@given(st.text(), st.text())
def test_a_note_is_never_longer_than_what_is_taken_whole(title: str, text: str):
    note = alarm_note(title, text * 500)
    assert len(note.encode()) <= LONGEST_NOTE
    spaces = {character for character in note if unicodedata.category(character) == "Zs"}
    assert all(each == "\n" or each in spaces or each.isprintable() for each in note)


def test_a_long_note_is_cut_between_letters():
    note = alarm_note("é" * 3_000, "")
    assert note.endswith("é…")
    assert len(note.encode()) > LONGEST_NOTE - 5
