"""What keys do besides the commands of a window: in a list, on the page, over a picture."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.ui.commands import Command
from desktop.ui.keymap import Keymap
from desktop.views.shell_commands import ACTIONS, LOOK, PLACES, SETTINGS

LISTS, WRITING, PICTURES = "lists", "writing", "pictures"

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A command in words, and the keys that always do it too, as portable text.

    `key` is empty where there are no other keys than those.
    """

    key: str
    text: str
    fixed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Commands that work in the same place."""

    name: str
    rows: tuple[KeyRow, ...]


def page_commands() -> tuple[Command, ...]:
    """Return the commands that go round a page, in words."""
    return (
        Command("unread", translate("Commands", "Show unread only"), "circle-dot", ACTIONS),
        Command("next_pane", translate("Commands", "Next pane"), "arrow-right", ACTIONS, False),
        Command(
            "previous_pane", translate("Commands", "Previous pane"), "arrow-left", ACTIONS, False
        ),
        Command("help", translate("Commands", "Keyboard shortcuts"), "keyboard", SETTINGS),
    )


def groups(offered: Iterable[Command], keymap: Keymap) -> tuple[KeyGroup, ...]:
    """Return every command that can have keys, where it works, in the order of the keymap."""
    order = {key: at for at, key in enumerate(keymap.commands)}
    held = sorted((each for each in offered if each.key in order), key=lambda c: order[c.key])
    by_place = {
        place: tuple(KeyRow(each.key, each.text) for each in held if each.group in kinds)
        for place, kinds in (
            (ACTIONS, (ACTIONS,)),
            (PLACES, (PLACES, SETTINGS)),
            (LOOK, (LOOK,)),
        )
    }
    return (
        KeyGroup(translate("Shortcuts", "Anywhere"), by_place[ACTIONS]),
        KeyGroup(translate("Shortcuts", "Places and settings"), by_place[PLACES]),
        KeyGroup(translate("Shortcuts", "In a list of posts"), _in_lists()),
        KeyGroup(translate("Shortcuts", "While writing"), _in_writing()),
        KeyGroup(translate("Shortcuts", "Over a picture"), _over_pictures()),
        KeyGroup(translate("Shortcuts", "Look"), by_place[LOOK]),
    )


def _in_lists() -> tuple[KeyRow, ...]:
    return (
        KeyRow("list.next", translate("Shortcuts", "Next post"), ("Down",)),
        KeyRow("list.previous", translate("Shortcuts", "Previous post"), ("Up",)),
        KeyRow("", translate("Shortcuts", "Newest or oldest post"), ("Home", "End")),
        KeyRow("", translate("Shortcuts", "One page on, one page back"), ("Space", "Shift+Space")),
        KeyRow("", translate("Shortcuts", "Open the post"), ("Return",)),
        KeyRow("list.reply", translate("Shortcuts", "Reply")),
        KeyRow("list.like", translate("Shortcuts", "Like")),
        KeyRow("list.repost", translate("Shortcuts", "Repost")),
        KeyRow("list.bookmark", translate("Shortcuts", "Bookmark on this computer")),
        KeyRow("list.author", translate("Shortcuts", "Open the author")),
        KeyRow("list.picture", translate("Shortcuts", "Open the picture")),
        KeyRow("list.warning", translate("Shortcuts", "Show what a warning hides")),
        KeyRow("list.more", translate("Shortcuts", "More actions"), ("Menu",)),
    )


def _in_writing() -> tuple[KeyRow, ...]:
    return (KeyRow("send", translate("Shortcuts", "Post or reply")),)


def _over_pictures() -> tuple[KeyRow, ...]:
    return (
        KeyRow("", translate("Shortcuts", "Next or previous picture"), ("Right", "Left")),
        KeyRow("picture.larger", translate("Shortcuts", "Larger")),
        KeyRow("picture.smaller", translate("Shortcuts", "Smaller")),
        KeyRow("picture.fit", translate("Shortcuts", "Fit to the window")),
        KeyRow("picture.true_size", translate("Shortcuts", "True size")),
    )
