"""Each kind of button has a face for each touch, and its word can be read on all of them."""

import pytest
from PySide6.QtGui import QColor

from desktop.ui.button_faces import SIZES, Touch, face_of

KINDS = ("primary", "secondary", "ghost", "danger", "quiet_danger")
TOUCHES = {
    "rest": Touch(True),
    "hovered": Touch(True, is_hovered=True),
    "down": Touch(True, is_hovered=True, is_down=True),
    "disabled": Touch(False),
}


def luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def over(front: QColor, ground: QColor) -> QColor:
    share = front.alphaF()
    mixed = [
        a * share + b * (1 - share)
        for a, b in zip(front.getRgbF()[:3], ground.getRgbF()[:3], strict=True)
    ]
    return QColor.fromRgbF(*mixed)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("touch", ["rest", "hovered", "down"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_word_can_be_read_in_every_state_on_every_ground(theme, look, touch, kind):
    theme.set_look(look)
    face = face_of(theme, kind, TOUCHES[touch])
    for ground in (theme.tokens.surface, theme.tokens.window, theme.tokens.raised):
        fill = ground if face.fill is None else over(face.fill, ground)
        darker, lighter = sorted((luminance(face.ink), luminance(fill)))

        assert (lighter + 0.05) / (darker + 0.05) >= 4.5


@pytest.mark.parametrize("kind", ["primary", "secondary", "ghost"])
def test_each_touch_has_a_face_of_its_own(theme, kind):
    faces = [face_of(theme, kind, touch) for touch in TOUCHES.values()]

    assert all(one != other for place, one in enumerate(faces) for other in faces[place + 1 :])


def test_sizes_grow_from_compact_to_large():
    heights = [SIZES[name].height for name in ("compact", "normal", "main", "large")]

    assert heights == sorted(set(heights))


@pytest.mark.parametrize("look", ["light", "dark"])
def test_strong_contrast_gives_an_edge_its_whole_colour(theme, look):
    theme.set_look(look)
    theme.set_high_contrast(True)

    assert face_of(theme, "secondary", Touch(True)).edge == theme.tokens.control
    theme.set_high_contrast(None)
