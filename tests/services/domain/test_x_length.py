"""How X counts a text, and what it takes for a link."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.account import Limits
from desktop.services.domain.text_length import count
from desktop.services.domain.x_length import LINK_UNITS, has_link, x_links, x_weighted


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("", 0),
        ("Pain frais à midi", 17),
        ("L’œuf — là", 10),
        ("cre\u0300me", 5),
        ("A\u0301B", 2),
        ("4 €", 4),
        ("demain…", 8),
        ("₁†", 4),
        ("Привет", 6),
        ("שלום", 4),
        ("こんにちは", 10),
        ("한국어", 6),
        ("a\u200db\u2028", 5),
        ("ﬁn", 3),
    ],
)
def test_letters_weigh_one_or_two(text: str, units: int) -> None:
    assert x_weighted(text) == units


@pytest.mark.parametrize(
    "emoji",
    [
        "🥖",
        "❤️",
        "❤",
        "👍🏽",
        "👩‍👩‍👧‍👦",
        "🧑🏿‍🚀",
        "🤦🏽‍♂️",
        "🏳️‍🌈",
        "🇫🇷",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "1️⃣",
        "#⃣",
        "©️",
        "™",
        "🫩",
    ],
)
def test_an_emoji_weighs_two_however_it_is_put_together(emoji: str) -> None:
    assert x_weighted(emoji) == 2
    assert x_weighted(f"Bon{emoji}{emoji}") == 7


@pytest.mark.parametrize(
    ("text", "units"), [("12 # *", 6), ("© 2026", 6), ("1\ufe0f", 3), ("❤\ufe0e", 4), ("🇫", 2)]
)
def test_what_only_looks_like_an_emoji_weighs_what_its_signs_weigh(text: str, units: int) -> None:
    assert x_weighted(text) == units


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("https://boulangerie-lumiere.fr/menu?jour=lundi#midi", 1),
        ("Menu : boulangerie-lumiere.fr", 1),
        ("lumiere.shop, lumiere.みんな et lumière.fr.", 3),
        ("(voir http://a.b.fr/x_(y)).", 1),
        ("HTTPS://LUMIERE.FR", 1),
        ("http://😀.la http://été.fr http://münchen.de", 3),
        ("abc例.com", 0),
    ],
)
def test_a_link_weighs_twenty_three_wherever_it_leads(text: str, links: int) -> None:
    found = x_links(text)
    rest = text
    for link in found:
        rest = rest.replace(link, "", 1)

    assert len(found) == links
    assert x_weighted(text) == links * LINK_UNITS + x_weighted(rest)
    assert has_link(text) == bool(links)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Voir https://lumiere.fr/.", "https://lumiere.fr/"),
        ("Voir https://lumiere.fr/pain!!!", "https://lumiere.fr/pain"),
        ("« https://lumiere.fr/menu »", "https://lumiere.fr/menu"),
        (
            "(https://fr.wikipedia.org/wiki/Pain_(aliment))",
            "https://fr.wikipedia.org/wiki/Pain_(aliment)",
        ),
        ("https://lumiere.fr:8443/a?b=c&d=%20#e, puis", "https://lumiere.fr:8443/a?b=c&d=%20#e"),
        ("https://lumiere.fr? Oui", "https://lumiere.fr"),
        ("https://lumiere.fr?x=1. Oui", "https://lumiere.fr?x=1"),
        ("https://lumiere.fr-annexe", "https://lumiere.fr"),
        ("パンはlumiere.fr/menuで", "lumiere.fr/menu"),
        ("sub_1.lumiere.fr", "1.lumiere.fr"),
        ("http://sub_1.lumiere.fr", "http://sub_1.lumiere.fr"),
        ("https://t.co/abc123's", "https://t.co/abc123"),
        ("https://t.co/abc123?amp=1.", "https://t.co/abc123?amp=1"),
        ("http://lumiere.frです", "http://lumiere.fr"),
        ("http://xn--lumire-6ua.xn--p1ai/x", "http://xn--lumire-6ua.xn--p1ai/x"),
        ("http:// lumiere.fr", "lumiere.fr"),
        ("\u202alumiere.fr\u202c", "lumiere.fr"),
        ("lumiere.fr.inconnu", "lumiere.fr"),
    ],
)
def test_a_link_ends_where_x_ends_it(text: str, link: str) -> None:
    assert x_links(text) == (link,)


@pytest.mark.parametrize(
    "text",
    [
        "bonjour@lumiere.fr",
        "@lumiere.fr #lumiere.fr $lumiere.fr",
        "#https://lumiere.fr",
        "12.50 € et 3.5 %",
        "fin.Début",
        "prix.txt2",
        "http://localhost:8000/",
        "http://192.168.0.1/",
        "ftp.",
        "...fr",
        ".fr",
        "_lumiere.fr",
        "-lumiere.fr",
        "lumiere_.fr",
        "lumiere-.fr",
        "http://-lumiere.fr",
        "http://_a.lumiere.fr",
        "http://lumi_ere.fr",
        "http://xn--lumière.fr",
        f"https://{'a' * 64}.fr",
        f"https://{'é' * 60}.fr",
        f"https://t.co/{'a' * 41}",
        f"https://lumiere.fr/{'a' * 4096}",
        "jean.martin.fr@lumiere.fr",
    ],
)
def test_what_x_does_not_take_for_a_link_counts_letter_by_letter(text: str) -> None:
    assert x_links(text) == ()
    assert not has_link(text)
    assert x_weighted(text) == len(text) + text.count("€")


def test_the_longest_label_and_address_are_still_links() -> None:
    assert has_link(f"https://{'a' * 63}.fr")
    assert has_link("https://lumiere.fr/" + "a" * (4096 - 19))
    assert has_link(f"https://t.co/{'a' * 40}")


def test_the_counter_is_known_by_its_name() -> None:
    limits = Limits(280, "x_weighted", url_units=LINK_UNITS)

    assert count("a" * 257 + " lumiere.fr", limits).left == -1
    assert count("a" * 256 + " lumiere.fr", limits).fits
    assert count("パ" * 141, limits).over == 2


@given(st.text(), st.text())
def test_texts_apart_from_each_other_weigh_as_much_as_each_alone(a: str, b: str) -> None:
    assert x_weighted(f"{a}\n\n{b}") == x_weighted(a) + 2 + x_weighted(b)


@given(st.text(alphabet="ab.co/:htps-_@#é例😀 ()", max_size=80))
def test_whatever_is_written_has_a_length(text: str) -> None:
    links = x_links(text)

    assert has_link(text) == bool(links)
    assert 0 <= x_weighted(text) <= 2 * len(text) + LINK_UNITS * len(links)


@pytest.mark.parametrize(
    "text",
    ["a." * 12_500, "http://" * 3_500, "http://" + "a." * 12_500, "x.co/" + "(a" * 12_500],
    ids=["dots", "schemes", "hosts", "brackets"],
)
def test_no_text_of_25_000_letters_holds_up_who_writes_it(text: str) -> None:
    began = time.perf_counter()
    x_weighted(text)
    assert time.perf_counter() - began < 1
