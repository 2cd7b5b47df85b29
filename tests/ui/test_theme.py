"""The theme: looks, sizes, live switching, and type that is the same everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetrics, QPalette

from desktop.ui.theme import Theme
from desktop.ui.tokens import DARK, LIGHT, TYPE


def test_a_computer_that_does_not_say_is_light(qapp):
    fresh = Theme()

    assert fresh.look == "system"
    assert not fresh.is_dark
    assert fresh.tokens == LIGHT


def test_the_look_is_changed_live_for_the_whole_application(theme, qapp, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.set_look("dark")

    assert theme.tokens == DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.window
    assert qapp.palette().color(QPalette.ColorRole.Base) == DARK.surface


def test_another_look_makes_nobody_lay_out_again(theme, qtbot):
    with qtbot.assertNotEmitted(theme.resized):
        theme.set_look("dark")


def test_another_size_is_laid_out_before_it_is_painted(theme):
    told = []
    theme.changed.connect(lambda: told.append("changed"))
    theme.resized.connect(lambda: told.append("resized"))
    theme.set_text_size(120)

    assert told == ["resized", "changed"]


def test_an_unknown_look_is_a_mistake(theme):
    with pytest.raises(ValueError, match="sepia"):
        theme.set_look("sepia")


def test_the_computer_is_told_so_that_title_bars_follow(theme, qapp, monkeypatch):
    told = []
    hints = qapp.styleHints()
    monkeypatch.setattr(type(hints), "setColorScheme", lambda _self, scheme: told.append(scheme))
    theme.set_look("dark")
    theme.set_look("system")

    assert told == [Qt.ColorScheme.Dark, Qt.ColorScheme.Unknown]


def test_text_stays_between_90_and_150_percent(theme):
    for asked, given in ((50, 90), (90, 90), (120, 120), (150, 150), (400, 150)):
        theme.set_text_size(asked)

        assert theme.text_size == given
        assert theme.px(100) == given


def test_steps_of_text_size_come_back_to_where_they_began(theme):
    theme.enlarge_text()
    theme.enlarge_text()
    theme.reduce_text()

    assert theme.text_size == 110
    theme.reset_text()
    assert theme.text_size == 100


@pytest.mark.parametrize("role", TYPE)
def test_type_is_the_bundled_one_in_the_size_and_weight_of_the_scale(theme, role):
    font = theme.font(role)

    assert QFontInfo(font).family() == "Inter"
    assert font.pixelSize() == TYPE[role].px
    assert QFontInfo(font).weight() == TYPE[role].weight


def test_figures_are_all_of_one_width(theme):
    metrics = QFontMetrics(theme.font("body"))

    assert len({metrics.horizontalAdvance(figure * 20) for figure in "0123456789"}) == 1


def test_no_text_is_ever_smaller_than_twelve_pixels(theme):
    theme.set_text_size(90)

    assert min(theme.font(role).pixelSize() for role in TYPE) >= 12


def test_a_font_that_was_handed_out_can_be_changed_without_harm(theme):
    theme.font("body").setUnderline(True)

    assert not theme.font("body").underline()


def test_the_computers_own_type_can_be_used_instead(theme):
    theme.set_own_font(False)
    assert theme.font("body").family() != "Inter"

    theme.set_own_font(True)
    assert theme.font("body").family() == "Inter"


def test_strong_contrast_leaves_no_soft_fill_and_no_third_grey(theme):
    theme.set_high_contrast(True)
    tokens = theme.tokens

    assert theme.is_high_contrast
    assert tokens.border == LIGHT.control
    assert tokens.text3 == LIGHT.text2
    assert tokens.accent_soft == tokens.danger_soft == tokens.warn_soft == LIGHT.surface


def test_nothing_moves_when_movement_is_not_wanted(theme):
    theme.set_reduced_motion(True)
    assert theme.duration(150) == 0

    theme.set_reduced_motion(False)
    assert theme.duration(150) == 150
