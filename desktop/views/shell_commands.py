"""What can be done anywhere in an open workspace, in words."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.ui.commands import Command, Commands
from desktop.ui.history import History
from desktop.ui.theme import LOOKS, Theme

ACTIONS, PLACES, SETTINGS, LOOK = "actions", "places", "settings", "look"
Work = Callable[[], object]

translate = QCoreApplication.translate


def add_shell_commands(
    commands: Commands, works: Mapping[str, Work], go_to: Callable[[str], None], history: History
) -> None:
    """Offer what a workspace can do: `works` by the command's key, and `go_to` for its places.

    Steps are taken back and done again while the `history` has any.
    """
    possible = {"undo": lambda: history.can_undo, "redo": lambda: history.can_redo}
    for command in _actions():
        commands.add(command, works[command.key], possible.get(command.key, _always))
    for command in _places():
        place = "look" if command.key == "settings" else command.key
        commands.add(command, partial(go_to, place))


def add_window_commands(commands: Commands, theme: Theme, leave: Work) -> None:
    """Offer what the window can do whether a workspace is open or not; `leave` ends it."""
    works: dict[str, Work] = {look: partial(theme.set_look, look) for look in LOOKS}
    works |= {
        "larger": theme.enlarge_text,
        "smaller": theme.reduce_text,
        "designed_size": theme.reset_text,
        "quit": leave,
    }
    for command in _of_the_window():
        commands.add(command, works[command.key])


def _always() -> bool:
    return True


def _actions() -> tuple[Command, ...]:
    return (
        Command("new_post", translate("Commands", "Write a post"), "pen-line", ACTIONS),
        Command("refresh", translate("Commands", "Fetch new posts"), "refresh-cw", ACTIONS),
        Command("find", translate("Commands", "Find in this page"), "search", ACTIONS),
        Command("palette", translate("Commands", "Search or jump to…"), "search", ACTIONS, False),
        Command("connect", translate("Commands", "Connect an account"), "plug", ACTIONS),
        Command("import", translate("Commands", "Import an archive"), "upload", ACTIONS),
        Command("tour", translate("Commands", "Take the tour"), "sparkles", ACTIONS),
        Command("undo", translate("Commands", "Undo the last step"), "undo-2", ACTIONS),
        Command("redo", translate("Commands", "Redo the step"), "redo-2", ACTIONS),
        Command("back", translate("Commands", "Close, or back to the list"), "x", ACTIONS, False),
    )


def _places() -> tuple[Command, ...]:
    return (
        Command("home", translate("Commands", "Go to Home"), "house", PLACES),
        Command("mentions", translate("Commands", "Go to Mentions"), "at-sign", PLACES),
        Command("digest", translate("Commands", "Go to the digest"), "book-open", PLACES),
        Command("bookmarks", translate("Commands", "Go to Bookmarks"), "bookmark", PLACES),
        Command("outbox", translate("Commands", "Go to the outbox"), "send", PLACES),
        Command("accounts", translate("Commands", "Accounts"), "users", SETTINGS),
        Command("settings", translate("Commands", "Settings"), "settings", SETTINGS),
    )


def _of_the_window() -> tuple[Command, ...]:
    return (
        Command("system", translate("Commands", "Colours like the computer"), "monitor", LOOK),
        Command("light", translate("Commands", "Light colours"), "sun", LOOK),
        Command("dark", translate("Commands", "Dark colours"), "moon", LOOK),
        Command("larger", translate("Commands", "Larger text"), "zoom-in", LOOK),
        Command("smaller", translate("Commands", "Smaller text"), "zoom-out", LOOK),
        Command("designed_size", translate("Commands", "Text at 100%"), "type", LOOK),
        Command("quit", translate("Commands", "Quit Crieur"), "log-out", ACTIONS),
    )
