"""The room that is left is counted by the network's own rule, the warning included."""

import pytest

from desktop.services.domain.account import Limits
from desktop.views.characters_left import CharactersLeft

MASTODON = Limits(20, "mastodon", url_units=10)


@pytest.fixture
def left(theme, shown) -> CharactersLeft:
    return shown(CharactersLeft(theme))


def test_a_link_counts_what_the_network_says(left):
    assert left.measure("See https://lumiere-lyon.example/brioche", MASTODON)
    assert left.text() == "6 characters left"


def test_a_warning_takes_its_room(left):
    assert left.measure("Fresh bread", MASTODON, "Gluten")
    assert left.text() == "3 characters left"


def test_too_long_a_text_says_by_how_much(left):
    assert not left.measure("x" * 23, MASTODON)
    assert left.text() == "3 too many"
