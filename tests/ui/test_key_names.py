"""Key sequences are kept in one form, and named as the keyboard in front of the user has them."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.ui import key_names
from desktop.ui.key_names import is_letter, of_event, portable, shown
from desktop.ui.languages import install_language

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def pressed(key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = NONE) -> str:
    return of_event(QKeyEvent(QEvent.Type.KeyPress, key, held, text))


@pytest.mark.parametrize("keys", ["R", "?", "Shift+A", ".", "7"])
def test_one_key_that_writes_is_a_letter(keys):
    assert is_letter(keys)


@pytest.mark.parametrize("keys", ["Ctrl+R", "F5", "Esc", "Alt+1", "G, C", "", "Space", "Up"])
def test_anything_else_is_not(keys):
    assert not is_letter(keys)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("ctrl+n", "Ctrl+N"),
        ("Shift+?", "?"),
        ("Shift+A", "A"),
        ("Num+5", "5"),
        ("Ctrl+Shift++", "Ctrl++"),
        ("Ctrl+Shift+1", "Ctrl+1"),
        ("Ctrl+Shift+Z", "Ctrl+Shift+Z"),
        ("Shift+F6", "Shift+F6"),
        ("G, C", ""),
        ("nonsense+", ""),
    ],
)
def test_a_sequence_has_one_form_however_it_was_written(qapp, written, kept):
    assert portable(written) == kept
    assert portable(kept) == kept


def test_a_letter_is_found_by_what_it_writes(qapp):
    # On a Russian keyboard the key of the letter R writes another one.
    assert pressed(Qt.Key.Key_R, "к") == "К"
    assert pressed(Qt.Key.Key_Question, "?", SHIFT) == "?"
    assert pressed(Qt.Key.Key_R, "R", SHIFT) == "R"
    assert pressed(Qt.Key.Key_Eacute, "é") == "É"


def test_with_ctrl_it_is_found_by_its_key(qapp):
    assert pressed(Qt.Key.Key_R, "\x12", CONTROL) == "Ctrl+R"
    assert pressed(Qt.Key.Key_F6, "", SHIFT) == "Shift+F6"
    assert pressed(Qt.Key.Key_Space, " ") == "Space"
    assert pressed(Qt.Key.Key_Return, "\r") == "Return"


def test_keys_are_named_with_spaces_between_them(qapp):
    assert shown("Ctrl+N") == "Ctrl N"
    assert shown("Ctrl++") == "Ctrl +"
    assert shown("+") == "+"
    assert shown("Ctrl+Return") == "Ctrl Enter"
    assert shown("Shift+Down") == "Shift ↓"
    assert shown("") == ""


def test_keys_are_named_in_the_users_language(qapp):
    install_language(qapp, "fr")
    named = shown("Ctrl+Shift+Z")
    install_language(qapp, "en")

    assert named == "Ctrl Maj Z"


def test_a_mac_names_its_keys_by_their_signs(qapp, monkeypatch):
    class MacSequence(QKeySequence):
        def toString(self, written: QKeySequence.SequenceFormat) -> str:
            native = QKeySequence.SequenceFormat.NativeText
            return "⇧⌘Z" if written is native else super().toString(written)

    monkeypatch.setattr(key_names, "QKeySequence", MacSequence)
    monkeypatch.setattr("sys.platform", "darwin")

    assert shown("Ctrl+Shift+Z") == "⇧⌘Z"


@pytest.mark.parametrize("keys", ["\ufeff", "Shift+\ufffe", "Ctrl+\ud800", "\0", "x" * 100_000])
def test_what_cannot_be_read_again_is_no_sequence(qapp, keys):
    kept = portable(keys)

    assert portable(kept) == kept
    assert shown(kept) == kept


def test_a_key_beyond_all_letters_writes_nothing(qapp):
    beyond = QKeyEvent(QEvent.Type.KeyPress, sys.maxunicode + 1, CONTROL, "")

    assert not is_letter(of_event(beyond))
