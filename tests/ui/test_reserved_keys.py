"""What moves about or edits in every program is not taken for anything else."""

import pytest

from desktop.ui.reserved_keys import edits_text, moves_about


@pytest.mark.parametrize(
    "keys", ["Tab", "Shift+Tab", "Return", "Enter", "Esc", "Up", "Shift+Down", "Ctrl+Left", "Space"]
)
def test_what_moves_about_is_known(qapp, keys):
    assert moves_about(keys)


@pytest.mark.parametrize("keys", ["Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Shift+Ins"])
def test_what_edits_text_is_known(qapp, keys):
    assert edits_text(keys)
    assert not moves_about("Ctrl+K")


@pytest.mark.parametrize("keys", ["R", "?", "F6", "Ctrl+N", "Ctrl+Return", "Alt+Left", ""])
def test_everything_else_is_free(qapp, keys):
    assert not moves_about(keys)
    assert not edits_text(keys)
