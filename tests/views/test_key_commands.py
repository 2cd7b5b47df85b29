"""Everything that keys can do is said in words, once, where it works."""

from desktop.ui.commands import Commands
from desktop.ui.keymap import Keymap
from desktop.views.designed_keys import DESIGNED
from desktop.views.key_commands import KeyGroup, groups
from desktop.views.shell_commands import add_window_commands


def shown_of(shell) -> tuple[KeyGroup, ...]:
    around = Commands(shell.commands.keymap, shell)
    add_window_commands(around, shell.feeds.home._theme, shell.update)
    return groups((*shell.commands.offered(), *around.offered()), shell.commands.keymap)


def test_every_command_with_keys_is_in_words_once(shell):
    rows = [row.key for group in shown_of(shell) for row in group.rows if row.key]

    # Without its place in the table a command could never be given keys.
    assert sorted(rows) == sorted(DESIGNED)


def test_every_command_of_the_window_can_be_given_keys(shell):
    assert {each.key for each in shell.commands.offered()} <= set(DESIGNED)


def test_no_two_rows_say_the_same(shell):
    rows = [(group.name, row.text) for group in shown_of(shell) for row in group.rows]

    assert len(rows) == len(set(rows))


def test_keys_of_pages_that_are_still_to_come_are_left_free(qapp):
    keymap = Keymap(DESIGNED)

    assert [keymap.holder_of(keys) for keys in ("T", "A", "I", "Ctrl+S", "Ctrl+E")] == [""] * 5
