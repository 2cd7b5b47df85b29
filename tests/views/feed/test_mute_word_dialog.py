"""A word is muted once it is one."""

import pytest
from PySide6.QtWidgets import QLineEdit
from screens import find, heard, press, read

from desktop.views.feed.mute_word_dialog import MuteWordDialog


@pytest.fixture
def dialog(stage, window) -> MuteWordDialog:
    made = MuteWordDialog(stage.theme, stage.session, stage.tasks, window)
    made.open()
    return made


def test_a_word_is_muted_and_the_dialog_goes(dialog, stage):
    muted = heard(dialog.muted)
    assert "Nobody is told." in read(dialog)
    find(dialog, "mutedWord", QLineEdit).setText(" Black  Friday ")

    press(dialog, "verb")

    assert [mute.label for mute in stage.session.mutes.all()] == ["Black Friday"]
    assert len(muted) == 1
    assert dialog.isHidden()


@pytest.mark.parametrize(
    ("typed", "sentence"), [("!!", "at least one letter"), ("x" * 101, "too long")]
)
def test_what_is_no_word_is_told_beside_the_field(dialog, stage, typed, sentence):
    find(dialog, "mutedWord", QLineEdit).setText(typed)

    press(dialog, "verb")

    assert sentence in read(dialog)
    assert stage.session.mutes.all() == ()
