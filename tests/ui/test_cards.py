"""Cards, rules and grounds take the colours of the look."""

import pytest
from painted import colours_in
from PySide6.QtCore import QSize

from desktop.ui.cards import Card, Ground, Rule


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_card_has_a_surface_and_a_thin_edge(theme, shown, look):
    theme.set_look(look)
    card = shown(Card(theme))
    card.resize(60, 40)

    assert {theme.tokens.surface.name(), theme.tokens.border.name()} <= colours_in(card)


def test_a_sunken_card_is_sunken(theme, shown):
    card = shown(Card(theme, tone="sunken"))
    card.resize(60, 40)

    assert theme.tokens.sunken.name() in colours_in(card)


@pytest.mark.parametrize("is_upright", [False, True])
def test_a_rule_is_one_pixel_of_the_edge_colour(theme, shown, is_upright):
    rule = shown(Rule(theme, is_upright=is_upright))

    assert rule.sizeHint() == QSize(1, 1)
    assert colours_in(rule) == {theme.tokens.border.name()}


def test_a_ground_repaints_with_the_look(theme, shown):
    ground = shown(Ground(theme, "rail"))
    ground.resize(20, 20)
    assert colours_in(ground) == {theme.tokens.rail.name()}

    theme.set_look("dark")
    assert colours_in(ground) == {theme.tokens.rail.name()}
