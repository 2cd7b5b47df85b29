"""A person without a picture has initials on a colour of their own, always readable."""

import subprocess
import sys

import pytest
from PySide6.QtGui import QColor

from desktop.ui.avatars import initials, pastel


@pytest.mark.parametrize(
    ("name", "handle", "expected"),
    [
        ("Claire Fontaine", "clairef", "CF"),
        ("Marché Saint-Antoine", "marche", "MS"),
        ("Ville de Lyon", "ville", "VL"),
        ("élodie", "elo", "É"),
        ("🥐 Boulangerie 🥖 Lumière ✨", "b", "BL"),
        ("✨🥐✨", "@lumiere.fr", "L"),
        ("", "", "?"),
        ("\u202e", "\x00", "?"),
        ("ß straße", "s", "SS"),
        ("<b>Bold</b>", "x", "B"),
        ("صباح الخير", "x", "صا"),
        ("小林 花子", "x", "小花"),
    ],
)
def test_initials_come_from_letters(name, handle, expected):
    assert initials(name, handle) == expected


def test_a_person_keeps_their_colour_at_every_start(qapp):
    command = (
        "from desktop.ui.avatars import pastel; print(pastel('did:plc:zoé', False).ground.name())"
    )
    elsewhere = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )

    assert elsewhere.stdout.strip() == pastel("did:plc:zoé", False).ground.name()


@pytest.mark.parametrize("is_dark", [False, True])
def test_initials_are_readable_on_every_colour(is_dark):
    pairs = [pastel(str(number), is_dark) for number in range(60)]

    assert len({pair.ground.name() for pair in pairs}) == 6
    for pair in pairs:
        assert contrast(pair.ground, pair.letters) >= 4.5


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
