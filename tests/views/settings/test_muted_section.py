"""What was muted is listed, and comes back with one press."""

import pytest
from PySide6.QtWidgets import QLineEdit
from screens import find, heard, press, read
from steps import remember

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
    changed = heard(section.changed)
    steps = remember(stage.tasks, section, section.stepped)

    press(section, f"bringBack{word.id}")

    assert [mute.label for mute in mutes.all()] == ["anna.test"]
    assert "soldes" not in read(section)
    assert len(changed) == 1
    assert steps.sentences == ["“\u2068soldes\u2069” is shown again"]
    steps.undo()
    assert "soldes" in read(section)
    steps.redo()
    assert "soldes" not in read(section)


def test_a_word_is_muted_from_here(section, stage):
    changed = heard(section.changed)
    steps = remember(stage.tasks, section, section.stepped)
    press(section, "muteWord")
    dialog = section.findChild(QLineEdit, "mutedWord").window()
    find(dialog, "mutedWord", QLineEdit).setText("promo")
    press(dialog, "verb")

    assert "promo" in read(section)
    assert len(changed) == 1
    steps.undo()
    assert stage.session.mutes.all() == ()
    assert "promo" not in read(section)
