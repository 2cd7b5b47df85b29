"""The table of colours: everything that is read or must be seen has enough contrast."""

import json
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from desktop.ui.tokens import DARK, LIGHT, TYPE, Tokens, in_high_contrast

DESIGN = Path(__file__).parents[3] / "shared" / "design" / "tokens.json"

READ = (
    ("text", "surface window rail selected sunken hover raised"),
    ("text2", "surface window rail sunken selected hover raised pressed"),
    ("text3", "surface window rail sunken hover selected raised"),
    ("on_accent", "accent accent_hover accent_pressed"),
    ("accent_text", "accent_soft surface window selected"),
    ("link", "surface window raised"),
    ("on_danger", "danger danger_hover"),
    ("danger_text", "danger_soft surface raised window"),
    ("warn_text", "warn_soft surface window rail raised"),
    ("ok_text", "ok_soft surface window raised"),
    ("on_toast", "toast"),
    ("toast_action", "toast"),
)
SEEN = (
    ("control", "surface window sunken raised"),
    ("accent", "surface window rail selected pressed"),
    ("danger", "surface window pressed"),
    ("warn", "surface window warn_soft pressed"),
    ("focus", "surface window rail raised sunken selected"),
    ("toast_focus", "toast"),
    ("chart1", "surface"),
    ("chart2", "surface"),
    ("chart3", "surface"),
    ("chart_neg", "surface"),
    # The band of a column or a button in its account's colour; the name stands beside it.
    *((f"account{number}", "surface window rail raised") for number in range(1, 7)),
)
# The table of the design: what is in front, its ground, the least ratio, and the figures given.
DESIGNED = (
    ("text", "surface", 4.5, 16.51, 14.63),
    ("text", "window", 4.5, 15.21, 16.22),
    ("text", "rail", 4.5, 14.26, 16.86),
    ("text", "selected", 4.5, 14.00, 11.78),
    ("text2", "surface", 4.5, 7.34, 8.92),
    ("text2", "window", 4.5, 6.76, 9.89),
    ("text2", "rail", 4.5, 6.34, 10.28),
    ("text2", "sunken", 4.5, 6.57, 9.56),
    ("text2", "selected", 4.5, 6.22, 7.18),
    ("text2", "hover", 4.5, 6.62, 8.23),
    ("text3", "surface", 4.5, 5.49, 6.47),
    ("text3", "window", 4.5, 5.06, 7.18),
    ("text3", "rail", 4.5, 4.74, 7.46),
    ("text3", "sunken", 4.5, 4.92, 6.94),
    ("text3", "hover", 4.5, 4.95, 5.97),
    ("text3", "selected", 4.5, 4.66, 5.21),
    ("on_accent", "accent", 4.5, 7.44, 8.41),
    ("on_accent", "accent_hover", 4.5, 10.00, 9.79),
    ("on_accent", "accent_pressed", 4.5, 12.96, 6.42),
    ("accent_text", "accent_soft", 4.5, 6.89, 7.92),
    ("accent_text", "surface", 4.5, 8.32, 9.84),
    ("accent_text", "window", 4.5, 7.66, 10.91),
    ("link", "surface", 4.5, 8.32, 9.84),
    ("on_danger", "danger", 4.5, 6.54, 6.94),
    ("danger_text", "danger_soft", 4.5, 6.93, 7.75),
    ("danger_text", "surface", 4.5, 8.13, 8.51),
    ("warn_text", "warn_soft", 4.5, 6.43, 8.73),
    ("warn_text", "surface", 4.5, 7.26, 10.27),
    ("ok_text", "ok_soft", 4.5, 6.89, 7.92),
    ("control", "surface", 3, 3.54, 4.24),
    ("control", "window", 3, 3.26, 4.70),
    ("control", "sunken", 3, 3.17, 4.54),
    ("accent", "surface", 3, 7.44, 8.65),
    ("accent", "window", 3, 6.85, 9.58),
    ("accent", "border", 3, 5.66, 6.43),
    ("danger", "surface", 3, 6.54, 6.76),
    ("warn", "surface", 3, 5.28, 8.60),
    ("focus", "surface", 3, 6.39, 7.95),
    ("focus", "window", 3, 5.88, 8.81),
    ("focus", "rail", 3, 5.52, 9.16),
    ("focus", "accent", 3, 1.17, 1.09),
    ("chart1", "surface", 3, 7.44, 8.65),
    ("chart2", "surface", 3, 5.28, 8.60),
    ("chart3", "surface", 3, 6.11, 8.61),
    ("chart_neg", "surface", 3, 6.54, 6.76),
)
LOOKS = {
    "light": LIGHT,
    "dark": DARK,
    "light, strong contrast": in_high_contrast(LIGHT),
    "dark, strong contrast": in_high_contrast(DARK),
}
NO_PAIR = {
    # Filled buttons leave a gap between the ring and the fill.
    "focus on accent": tuple(LOOKS),
    # A strong border is an edge: the trough of a bar stays as pale as it was.
    "accent on border": ("light, strong contrast", "dark, strong contrast"),
}


def luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(tokens: Tokens, front: str, ground: str) -> float:
    darker, lighter = sorted((luminance(tokens.named(front)), luminance(tokens.named(ground))))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("front", "ground", "needed", "light", "dark"), DESIGNED)
def test_every_pair_has_the_figures_of_the_design(front, ground, needed, light, dark):
    assert contrast(LIGHT, front, ground) == pytest.approx(light, abs=0.01)
    assert contrast(DARK, front, ground) == pytest.approx(dark, abs=0.01)


@pytest.mark.parametrize("look", LOOKS)
def test_every_pair_of_the_design_has_the_contrast_it_needs(look):
    weak = [
        f"{front} on {ground}: {contrast(LOOKS[look], front, ground):.2f}"
        for front, ground, needed, _light, _dark in DESIGNED
        if look not in NO_PAIR.get(f"{front} on {ground}", ())
        and contrast(LOOKS[look], front, ground) < needed
    ]

    assert not weak


@pytest.mark.parametrize("look", LOOKS)
def test_words_can_be_read_on_every_ground_they_stand_on(look):
    weak = [
        f"{front} on {ground}: {contrast(LOOKS[look], front, ground):.2f}"
        for front, grounds in READ
        for ground in grounds.split()
        if contrast(LOOKS[look], front, ground) < 4.5
    ]

    assert not weak


@pytest.mark.parametrize("look", LOOKS)
def test_edges_icons_and_charts_can_be_seen(look):
    weak = [
        f"{front} on {ground}: {contrast(LOOKS[look], front, ground):.2f}"
        for front, grounds in SEEN
        for ground in grounds.split()
        if contrast(LOOKS[look], front, ground) < 3
    ]

    assert not weak


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])([A-Z])", lambda capital: "_" + capital[1].lower(), name)


@pytest.fixture(scope="module")
def designed() -> dict:
    if not DESIGN.is_file():
        pytest.skip("the design's own table is not on this computer")
    return json.loads(DESIGN.read_text("utf-8"))


@pytest.mark.parametrize(("look", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_every_colour_is_the_one_of_the_design(designed, look, tokens):
    other = {
        name: tokens.named(snake(name)).name()
        for name, colour in designed[look].items()
        if tokens.named(snake(name)) != QColor(colour)
    }

    assert not other


def test_every_size_of_type_is_the_one_of_the_design(designed):
    ours = {
        name: {"px": role.px, "weight": role.weight, "line": role.line}
        for name, role in ((name, TYPE[snake(name)]) for name in designed["type"])
    }

    assert ours == designed["type"]
