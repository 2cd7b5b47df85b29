"""What was muted is listed, and comes back with one press."""

import pytest
from PySide6.QtWidgets import QLineEdit
from screens import find, heard, press, read

from desktop.views.settings.muted_section import MutedSection


@pytest.fixture
def section(stage, shown) -> MutedSection:
    made = shown(MutedSection(stage.theme, stage.session, stage.tasks))
    made.refresh()
    return made


def test_nothing_is_muted_at_first(section):
    assert "Nothing is muted." in read(section)


def test_what_is_muted_says_what_it_is_and_comes_back(section, stage):
    mutes = stage.session.mutes
    mutes.mute_person("bluesky", "did:anna", "anna.test")
    word = mutes.mute_word("soldes")
    section.refresh()
    assert "@anna.test" in read(section)
    assert "Person on Bluesky · " in read(section)
    changed, said = heard(section.changed), heard(section.said)

    press(section, f"bringBack{word.id}")

    assert [mute.label for mute in mutes.all()] == ["anna.test"]
    assert "soldes" not in read(section)
    assert len(changed) == 1
    assert "soldes" in said[0][0]


def test_a_word_is_muted_from_here(section, stage):
    changed = heard(section.changed)
    press(section, "muteWord")
    dialog = section.findChild(QLineEdit, "mutedWord").window()
    find(dialog, "mutedWord", QLineEdit).setText("promo")
    press(dialog, "verb")

    assert "promo" in read(section)
    assert len(changed) == 1
