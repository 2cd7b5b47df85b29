"""How texts are measured before they leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.account import Limits
from desktop.services.domain.text_length import count, graphemes

BLUESKY = Limits(300, "graphemes", 3000)
MASTODON = Limits(500, "mastodon", url_units=23)


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


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("", 0),
        ("Voilà 👩‍👩‍👧‍👦", 7),
        ("https://a.fr", 23),
        ("https://example.com/" + "x" * 200, 23),
        ("Lire http://example.com/a?b=c#d.", 5 + 23 + 1),
        ("(https://fr.wikipedia.org/wiki/Pain_(aliment))", 1 + 23 + 1),
        ("https://a.fr https://b.fr", 23 + 1 + 23),
        ("example.com/menu", 16),
        ("http://localhost/x", 18),
        ("xhttps://a.fr", 13),
        ("ftp://a.fr/x", 12),
        ("@martin", 7),
        ("@martin@boulangerie.example !", 9),
        ("Merci @mar.tin@a.example, @eve@b.example.", 21),
        ("moi@boulangerie.example", 23),
        ("https://a.fr/@martin@b.example", 23),
        ("@martin@", 8),
        ("\ud83d", 1),
    ],
)
def test_mastodon_counts_links_and_people_elsewhere_by_rules_of_its_own(
    text: str, units: int
) -> None:
    assert count(text, MASTODON).units == units


def test_a_server_says_itself_what_a_link_counts_for() -> None:
    text = "https://example.com/menu"
    assert count(text, Limits(500, "mastodon", url_units=40)).units == 40
    assert count(text, Limits(500, "mastodon")).units == 23


def test_mastodon_counts_the_warning_too() -> None:
    assert count("Chut", MASTODON, "Fête 🎂 https://a.fr").units == 4 + 19
    assert count("Chut", BLUESKY, "Fête").units == 4


@given(st.text(), st.text())
def test_mastodon_never_counts_more_than_a_reader_sees_but_for_links(a: str, b: str) -> None:
    whole = f"{a} https://boulangerie.example/carte {b}"
    links = whole.count("http")
    assert 23 <= count(whole, MASTODON).units <= graphemes(whole) + 23 * links
