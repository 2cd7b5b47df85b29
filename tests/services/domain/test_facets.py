"""What is found in a text, and what is left alone."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.facets import find_facets
from desktop.services.domain.post import Facet, FacetKind


def found(text: str) -> list[tuple[str, str, str]]:
    """Return kind, shown text and target of each facet."""
    data = text.encode("utf-8", "surrogatepass")
    return [(f.kind.value, _shown(data, f), f.target) for f in find_facets(text)]


def _shown(data: bytes, facet: Facet) -> str:
    return data[facet.start : facet.end].decode("utf-8", "surrogatepass")


@pytest.mark.parametrize(
    ("text", "shown", "target"),
    [
        ("see https://shop.example/menu now", "https://shop.example/menu", None),
        ("HTTP stays: http://shop.example", "http://shop.example", None),
        ("(https://shop.example/a_(b)).", "https://shop.example/a_(b)", None),
        ("https://shop.example/?q=é&x=1…", "https://shop.example/?q=é&x=1", None),
        ("Voir «https://shop.example/»", "https://shop.example/", None),
        ("https://boulangerie-lumière.fr", "https://boulangerie-lumière.fr", None),
        ("ouvert: boulangerie.fr!", "boulangerie.fr", "https://boulangerie.fr"),
        ("l’adresse: shop.boulangerie.fr/menu.", "shop.boulangerie.fr/menu", None),
        ("docs.example.com:8080/x?y=1", "docs.example.com:8080/x?y=1", None),
        ("the notes.md/raw file", "notes.md/raw", "https://notes.md/raw"),
    ],
)
def test_a_link_is_found_without_the_punctuation_round_it(
    text: str, shown: str, target: str | None
) -> None:
    address = target or (shown if shown.startswith("http") else f"https://{shown}")
    assert found(text) == [("link", shown, address)]


@pytest.mark.parametrize(
    "text",
    [
        "write to me@shop.fr or to first.last@shop.example.com",
        "fini.Et on recommence",
        "e.g. or 3.14 or v1.2.3 or 10.0.0.1",
        "the files notes.md, run.sh and app.py",
        "unknown.endingxyz",
        "https://",
        "https://...",
        "https://bank.com@evil.com/login",
        "ftp://shop.example",
        "x.fr@y",
    ],
)
def test_what_only_looks_like_a_link_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_mentions_lead_to_handles_only() -> None:
    assert found("@alice.test, (@bob.bsky.social) .@carol.example: @nobody a@b.test") == [
        ("mention", "@alice.test", "alice.test"),
        ("mention", "@bob.bsky.social", "bob.bsky.social"),
        ("mention", "@carol.example", "carol.example"),
    ]


def test_a_mention_ends_before_the_stop_of_its_sentence() -> None:
    assert found("Merci @alice.test.") == [("mention", "@alice.test", "alice.test")]


def test_hashtags_may_be_of_any_script_but_not_only_digits() -> None:
    text = "#Noël2026 #été, (#हिन्दी) #123 #_ a#b ＃東京 #️⃣ #1er"
    assert [target for _, _, target in found(text)] == ["Noël2026", "été", "हिन्दी", "東京", "1er"]


def test_a_hashtag_longer_than_networks_take_is_plain_text() -> None:
    assert found("#" + "a" * 64) != []
    assert found("#" + "a" * 65) == []


def test_offsets_count_bytes_and_not_characters() -> None:
    facets = find_facets("🥐 crème: #pain à boulangerie.fr")
    assert facets == (
        Facet(FacetKind.TAG, 13, 18, "pain"),
        Facet(FacetKind.LINK, 22, 36, "https://boulangerie.fr"),
    )


def test_a_mention_inside_an_address_belongs_to_the_address() -> None:
    assert [kind for kind, _, _ in found("https://medium.com/@alice.test/#top")] == ["link"]


_SEEDS = """
https://a.fr b.com/x @c.test #tag . ) ( @ # é 🥐 :// / x 1 - ' \u200d \ufe0f http @d.e@f.g » \ud83d
"""
PIECES = st.sampled_from([*_SEEDS.split(), " ", "\n"])
TEXTS = st.lists(PIECES, max_size=25).map("".join) | st.text(st.characters(), max_size=120)


@given(TEXTS)
def test_facets_are_in_order_apart_and_inside_the_text(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    at = 0
    for facet in find_facets(text):
        assert at <= facet.start < facet.end <= len(data)
        at = facet.end


@given(TEXTS)
def test_each_facet_cuts_whole_characters_and_shows_its_target(text: str) -> None:
    for kind, shown, target in found(text):
        if kind == "link":
            assert target in (shown, f"https://{shown}")
        else:
            assert shown[1:] == target
        assert not any(character.isspace() for character in shown)


@given(TEXTS, TEXTS)
def test_a_text_after_a_blank_line_keeps_its_facets(first: str, second: str) -> None:
    start = len(f"{first}\n\n".encode("utf-8", "surrogatepass"))
    moved = [
        Facet(facet.kind, facet.start + start, facet.end + start, facet.target)
        for facet in find_facets(second)
    ]
    assert list(find_facets(f"{first}\n\n{second}"))[len(find_facets(first)) :] == moved


@pytest.mark.parametrize("piece", ["a.", "https://a)", "#a", "@a.", ")", "a-", "@", "https://a@"])
def test_a_long_hostile_text_is_read_in_time(piece: str) -> None:
    started = time.monotonic()
    find_facets(piece * 200_000)
    assert time.monotonic() - started < 10
