"""Chips: chosen or not, with a count, and a warning in words."""

from painted import colours_in

from desktop.ui.chips import Chip


def test_a_chosen_chip_has_a_soft_fill_and_an_edge(theme, shown):
    chip = shown(Chip(theme, "Bluesky", "bluesky"))
    assert theme.tokens.accent_soft.name() not in colours_in(chip)

    chip.click()
    assert chip.isChecked()
    assert theme.tokens.accent_soft.name() in colours_in(chip)


def test_its_count_is_seen_and_said(theme, shown):
    chip = shown(Chip(theme, "Bluesky", "bluesky"))
    before = chip.sizeHint().width()
    chip.set_count("12")

    assert chip.sizeHint().width() > before
    assert chip.accessibleName().endswith("12")

    chip.setText("Blue")
    assert chip.accessibleName().endswith("12")


def test_an_account_that_needs_the_user_says_why(theme, shown):
    chip = shown(Chip(theme, "Bluesky", "bluesky"))
    before = chip.grab().toImage()
    chip.set_warning("Sign in again")

    assert chip.accessibleDescription() == "Sign in again"
    assert chip.grab().toImage() != before


def test_an_icon_can_stand_where_a_mark_does(theme):
    assert (
        Chip(theme, "All", icon="list").sizeHint().width() > Chip(theme, "All").sizeHint().width()
    )
