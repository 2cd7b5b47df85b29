import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.post import FacetKind
from desktop.services.networks.demo.material import Material, pattern
from desktop.services.networks.demo.wording import Deck, Scene, Wording, facets

SCENE = Scene("boulangerie_lumiere", 11, "fr", "Nadia")


@pytest.fixture
def wording(material: Material) -> Wording:
    return Wording(material, random.Random(1))


@given(st.lists(st.integers(), min_size=1, unique=True), st.integers(1, 5))
def test_a_deck_deals_everything_before_anything_again(items: list[int], rounds: int):
    deck = Deck(items, random.Random(3))
    dealt = [deck.deal() for _ in range(rounds * len(items))]

    assert Counter(dealt) == {item: rounds for item in items}


def test_slots_are_filled(wording: Wording):
    text = wording.fill(pattern("Bonjour {first}, {shop} : {site_brioche}"), SCENE)

    assert text == "Bonjour Nadia, @boulangerie_lumiere : lumiere-lyon.example/brioche"


def test_a_slot_can_begin_a_sentence(wording: Wording):
    assert wording.fill(pattern("{vien_maj} !"), SCENE)[0] == "L"


def test_the_season_decides_what_the_market_sells(wording: Wording, material: Material):
    sold = {wording.fill(pattern("{produit_marche}"), Scene("x", 7, "fr")) for _ in range(30)}

    assert sold == set(material.slots["fr"]["produit_marche_ete"])


def test_no_sentence_is_said_a_third_time_while_there_are_others(wording: Wording):
    family = tuple(pattern(f"Phrase {number}") for number in range(10))
    said = Counter(wording.say("family", family, SCENE)[0] for _ in range(20))

    assert set(said.values()) == {2}


def test_facets_count_bytes():
    text = "Café d’ici chez @lumiere@parvis.example, lumiere-lyon.example/brioche?c=ines #Été"
    found = facets(text, {"lumiere@parvis.example": "id"}.get)
    shown = [text.encode()[one.start : one.end].decode() for one in found]

    assert [one.kind for one in found] == [FacetKind.MENTION, FacetKind.LINK, FacetKind.TAG]
    assert shown == ["@lumiere@parvis.example", "lumiere-lyon.example/brioche?c=ines", "#Été"]
    assert [one.target for one in found] == [
        "id",
        "https://lumiere-lyon.example/brioche?c=ines",
        "Été",
    ]


def test_a_handle_that_nobody_has_is_plain_text():
    assert facets("Merci @personne", lambda _: None) == ()


def test_the_stop_of_a_sentence_is_not_part_of_a_handle():
    found = facets("Bravo @lumiere.", {"lumiere": "id"}.get)

    assert (found[0].start, found[0].end) == (6, 14)
