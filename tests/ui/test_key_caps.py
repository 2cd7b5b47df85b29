"""Keys are shown in frames, and named to who cannot see them."""

from painted import colours_in

from desktop.ui.key_caps import KeyCaps
from desktop.ui.theme import Theme


def test_each_sequence_has_a_frame_of_its_own(theme, shown):
    one, two = shown(KeyCaps(theme, ["F5"])), shown(KeyCaps(theme, ["F5", "Ctrl R"]))

    assert two.sizeHint().width() > 2 * one.sizeHint().width()
    assert two.sizeHint().height() == one.sizeHint().height() == theme.line("body")
    assert theme.tokens.text2.name() in colours_in(one)


def test_all_of_them_are_read_out(theme, shown):
    assert shown(KeyCaps(theme, ["F5", "Ctrl R"])).accessibleName() == "F5, Ctrl R"


def test_they_grow_with_the_text(shown):
    theme = Theme()
    caps = shown(KeyCaps(theme, ["F5"]))
    before = caps.sizeHint()
    theme.set_text_size(150)

    assert caps.sizeHint().width() > before.width()
    assert caps.sizeHint().height() > before.height()
