"""A hint of keys tells what the keymap says now."""

import weakref

from PySide6.QtWidgets import QPushButton
from screens import settle

from desktop.ui.buttons import IconButton
from desktop.ui.key_hints import KeyHint, hint_on_button, with_keys
from desktop.ui.keymap import Keymap
from desktop.ui.theme import Theme


def test_a_hint_follows_the_keymap(qtbot):
    keymap = Keymap({"new_post": ("Ctrl+N",)})
    button = QPushButton()
    qtbot.addWidget(button)
    KeyHint(keymap, "new_post", button, button.setText)
    assert button.text() == "Ctrl N"

    keymap.choose("new_post", "Ctrl+M")
    assert button.text() == "Ctrl M"

    keymap.choose("new_post", "")
    assert button.text() == ""


def test_a_hint_goes_with_its_widget(qapp):
    keymap = Keymap({"new_post": ("Ctrl+N",)})
    button = QPushButton()
    hint = weakref.ref(KeyHint(keymap, "new_post", button, button.setText))
    button.deleteLater()
    del button
    settle()
    keymap.choose("new_post", "Ctrl+M")

    assert hint() is None


def test_a_picture_on_a_button_says_its_keys_beside_its_name(qtbot):
    keymap, button = Keymap({"back": ("Esc",)}), IconButton(Theme(), "arrow-left", "Back")
    qtbot.addWidget(button)
    hint_on_button(keymap, "back", button)
    assert button.toolTip() == "Back (Esc)"
    assert button.accessibleName() == "Back"

    keymap.choose("back", "")
    assert button.toolTip() == "Back"


def test_words_stand_before_their_keys():
    assert with_keys("Reply", "R") == "Reply (R)"
    assert with_keys("Reply", "") == "Reply"
