"""How texts are measured before they leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.account import Limits
from desktop.services.domain.text_length import count, graphemes

BLUESKY = Limits(300, "graphemes", 3000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("Pain", 4),
        ("crème", 5),
        ("cre\u0300me", 5),
        ("👩‍👩‍👧‍👦", 1),
        ("🇫🇷🇬🇧", 2),
        ("👍🏽!", 2),
        ("नमस्ते", 3),
        ("a\r\nb", 3),
    ],
)
def test_a_character_is_what_a_reader_sees(text: str, expected: int) -> None:
    assert graphemes(text) == expected


def test_a_text_at_the_limit_fits_and_one_more_character_does_not() -> None:
    assert count("a" * 300, BLUESKY).fits
    assert count("a" * 300, BLUESKY).left == 0
    longer = count("a" * 301, BLUESKY)
    assert (longer.fits, longer.left, longer.over) == (False, -1, 1)


def test_family_emoji_run_out_of_bytes_before_they_run_out_of_characters() -> None:
    families = count("👩‍👩‍👧‍👦" * 121, BLUESKY)
    assert families.units == 121
    assert families.bytes == 3025
    assert families.over == 25


def test_bytes_do_not_matter_where_the_network_does_not_count_them() -> None:
    assert count("👩‍👩‍👧‍👦" * 500, Limits(500, "graphemes")).fits


@given(st.text(), st.text())
def test_joining_two_texts_never_makes_more_characters_than_both_have(a: str, b: str) -> None:
    assert max(graphemes(a), graphemes(b)) <= graphemes(a + b) <= graphemes(a) + graphemes(b)


@given(st.text(alphabet=st.characters(), max_size=400))
def test_left_and_over_tell_the_same_story(text: str) -> None:
    measured = count(text, Limits(100, "graphemes", 300))
    assert measured.fits == (measured.over == 0)
    assert measured.fits == (measured.units <= 100 and measured.bytes <= 300)
    assert measured.over == max(0, -measured.left)


def test_a_lone_surrogate_is_counted_rather_than_crashing() -> None:
    assert count("\ud83d", BLUESKY).units == 1
