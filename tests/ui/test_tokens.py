"""The table of colours: everything that is read or must be seen has enough contrast."""

import pytest
from PySide6.QtGui import QColor

from desktop.ui.tokens import DARK, LIGHT, Tokens, in_high_contrast

READ = (
    ("text", "surface window rail selected sunken hover raised"),
    ("text2", "surface window rail sunken selected hover raised pressed"),
    ("text3", "surface window rail sunken hover selected"),
    ("on_accent", "accent accent_hover accent_pressed"),
    ("accent_text", "accent_soft surface window selected"),
    ("link", "surface window raised"),
    ("on_danger", "danger"),
    ("danger_text", "danger_soft surface raised"),
    ("warn_text", "warn_soft surface window rail"),
    ("ok_text", "ok_soft surface"),
    ("on_toast", "toast"),
    ("toast_action", "toast"),
)
SEEN = (
    ("control", "surface window sunken raised"),
    ("accent", "surface window rail selected"),
    ("danger", "surface window"),
    ("warn", "surface warn_soft"),
    ("focus", "surface window rail raised sunken selected"),
    ("chart1", "surface"),
    ("chart2", "surface"),
    ("chart3", "surface"),
    ("chart_neg", "surface"),
)
"""`focus` on `accent` is no pair: filled buttons leave a gap between ring and fill."""
# Figures of the design, so that the formula itself is checked.
KNOWN = (
    (LIGHT, "text", "surface", 16.51),
    (LIGHT, "text3", "selected", 4.66),
    (DARK, "text", "rail", 16.86),
    (DARK, "on_accent", "accent_pressed", 6.42),
    (LIGHT, "focus", "accent", 1.17),
)
LOOKS = {
    "light": LIGHT,
    "dark": DARK,
    "light, strong contrast": in_high_contrast(LIGHT),
    "dark, strong contrast": in_high_contrast(DARK),
}


def luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(tokens: Tokens, front: str, ground: str) -> float:
    darker, lighter = sorted((luminance(tokens.named(front)), luminance(tokens.named(ground))))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("tokens", "front", "ground", "figure"), KNOWN)
def test_the_formula_gives_the_figures_of_the_design(tokens, front, ground, figure):
    assert contrast(tokens, front, ground) == pytest.approx(figure, abs=0.01)


@pytest.mark.parametrize("look", LOOKS)
def test_words_can_be_read_on_every_ground_they_stand_on(look):
    weak = [
        f"{front} on {ground}: {contrast(LOOKS[look], front, ground):.2f}"
        for front, grounds in READ
        for ground in grounds.split()
        if contrast(LOOKS[look], front, ground) < 4.5
    ]

    assert not weak


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_done_can_be_told_from_what_is_not_in_a_bar(tokens):
    assert contrast(tokens, "accent", "border") >= 3


@pytest.mark.parametrize("look", LOOKS)
def test_edges_icons_and_charts_can_be_seen(look):
    weak = [
        f"{front} on {ground}: {contrast(LOOKS[look], front, ground):.2f}"
        for front, grounds in SEEN
        for ground in grounds.split()
        if contrast(LOOKS[look], front, ground) < 3
    ]

    assert not weak
