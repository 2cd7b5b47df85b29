"""Badges: a state in icon and word, a count in a pill."""

import pytest
from painted import colours_in
from PySide6.QtCore import Qt

from desktop.ui.badges import Badge, CountBadge, badge_colours


@pytest.mark.parametrize("tone", ["ok", "warn", "danger", "neutral"])
def test_a_tone_has_its_ground_and_ink(theme, shown, tone):
    badge = shown(Badge(theme, "Connected", tone))
    fill, _ink = badge_colours(theme, tone)

    assert fill.name() in colours_in(badge)
    assert badge.text() == "Connected"


def test_a_badge_tells_another_state(theme, shown):
    badge = shown(Badge(theme, "Connected", "ok"))
    badge.show_state("Sign in again", "warn")

    assert badge.text() == "Sign in again"
    assert theme.tokens.warn_soft.name() in colours_in(badge)


def test_badges_are_plain_text(theme, shown):
    for badge in (Badge(theme, "<b>x</b>\n<i>y</i>"), CountBadge(theme, "<b>9</b>")):
        shown(badge)

        assert badge.textFormat() == Qt.TextFormat.PlainText
        assert "\n" not in badge.text()


def test_a_word_is_never_cut(theme):
    badge = Badge(theme, "Needs score 40 · you have 32", icon="lock")

    assert badge.minimumSizeHint() == badge.sizeHint()


def test_an_alarm_is_red_and_a_plain_count_is_not(theme, shown):
    assert theme.tokens.danger.name() in colours_in(shown(CountBadge(theme, "14", is_alarm=True)))
    assert theme.tokens.danger.name() not in colours_in(shown(CountBadge(theme, "3")))


def test_no_count_is_no_pill(theme, shown):
    count = shown(CountBadge(theme, "3"))
    count.setText("")

    assert count.isHidden()


def test_strong_contrast_gives_badges_an_edge(theme, shown):
    theme.set_high_contrast(True)

    assert theme.tokens.border.name() in colours_in(shown(Badge(theme, "Connected", "ok")))
