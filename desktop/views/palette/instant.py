"""What the palette knows without reading: what can be done, places, settings, accounts."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.account import Account
from desktop.services.domain.matching import match, terms
from desktop.services.workspaces import Workspace
from desktop.ui.commands import Command, Commands
from desktop.ui.palette_rows import OFFERED, Found
from desktop.ui.text import clean_name
from desktop.views.feed.network_search import is_searched
from desktop.views.networks import account_handle, network_name
from desktop.views.palette.doors import Doors
from desktop.views.settings.option_index import Option, Section
from desktop.views.shell_commands import ACTIONS, PLACES

COMMAND, OPTION = "command ", "option "
"""How the keys of these rows begin."""
_LONGEST = 40
"""Typed letters that are shown again in a row."""

translate = QCoreApplication.translate


def group_of(command: Command) -> str:
    """Return the heading that a command stands under."""
    if command.group == ACTIONS:
        return translate("Palette", "Actions")
    if command.group == PLACES:
        return translate("Palette", "Places")
    return translate("Palette", "Settings")


def every_command(commands: Commands) -> list[Found]:
    """Return what can be done now, each with its keys."""
    return list(_of_command(commands, each) for each in commands.all() if each.is_listed)


def _of_command(
    commands: Commands,
    command: Command,
    rank: int = 0,
    marks: tuple[tuple[int, int], ...] = (),
) -> Found:
    return Found(
        COMMAND + command.key,
        group_of(command),
        command.icon,
        command.text,
        partial(commands.run, command.key),
        keys=commands.keys_of(command.key),
        rank=rank,
        marks=marks,
    )


def commands_found(commands: Commands, typed: str) -> Iterator[Found]:
    """Find what can be done."""
    for command in commands.all():
        found = match(typed, command.text) if command.is_listed else None
        if found is not None:
            yield _of_command(commands, command, found.rank, found.spans)


def offers(
    doors: Doors, commands: Commands, accounts: Sequence[Account], typed: str
) -> list[Found]:
    """Offer what any words can be used for."""
    if not terms(typed):
        return []
    group = translate("Palette", "Actions")
    shown = typed if len(typed) <= _LONGEST else f"{typed[: _LONGEST - 1].rstrip()}…"
    rows = [
        Found(
            "search",
            group,
            "search",
            translate("Palette", "Search posts for “{words}”").format(words=shown),
            partial(doors.search, typed),
            rank=OFFERED,
        ),
        Found(
            "write",
            group,
            "pen-line",
            translate("Palette", "New post about “{words}”").format(words=shown),
            partial(doors.write, typed),
            keys=commands.keys_of("new_post"),
            rank=OFFERED,
        ),
    ]
    asked = dict.fromkeys(network_name(each.network) for each in accounts if is_searched(each))
    if asked:
        rows.append(
            Found(
                "ask",
                group,
                "globe",
                translate("Palette", "Ask the networks for “{words}”").format(words=shown),
                partial(doors.ask_networks, typed),
                detail=", ".join(asked),
                rank=OFFERED,
            )
        )
    return rows


def every_option(
    doors: Doors, options: Sequence[Option], sections: Sequence[Section]
) -> list[Found]:
    """Return every option of the settings."""
    return [_of_option(doors, each, sections) for each in options]


def options_found(
    doors: Doors, options: Sequence[Option], sections: Sequence[Section], typed: str
) -> Iterator[Found]:
    """Find options and sections of the settings."""
    for option in options:
        found = match(typed, option.title, option.also)
        if found is not None:
            yield _of_option(doors, option, sections, found.rank, found.spans)
    group = translate("Palette", "Settings")
    for section in sections:
        found = match(typed, section.name)
        if found is not None:
            go = partial(doors.go_to, section.key)
            key = f"{OPTION}{section.key}"
            yield Found(
                key,
                group,
                section.icon,
                section.name,
                go,
                detail=group,
                marks=found.spans,
                rank=found.rank,
            )


def _of_option(
    doors: Doors,
    option: Option,
    sections: Sequence[Section],
    rank: int = 0,
    marks: tuple[tuple[int, int], ...] = (),
) -> Found:
    section = next(each for each in sections if each.key == option.section)
    return Found(
        f"{OPTION}{option.section} {option.title}",
        translate("Palette", "Settings"),
        section.icon,
        option.title,
        partial(doors.show_option, option.section, option.title),
        detail=section.name,
        rank=rank,
        marks=marks,
    )


def accounts_found(doors: Doors, accounts: Sequence[Account], typed: str) -> Iterator[Found]:
    """Find the user's own accounts; the way leads to their settings."""
    for account in accounts:
        handle, name = account_handle(account), clean_name(account.name)
        network = network_name(account.network)
        found = match(typed, handle, f"{name} {network}")
        if found is not None:
            yield Found(
                f"account {account.id}",
                translate("Palette", "Your accounts"),
                "user",
                handle,
                partial(doors.go_to, "accounts"),
                detail=network,
                marks=found.spans,
                rank=found.rank,
                network=account.network,
            )


def workspaces_found(doors: Doors, workspaces: Sequence[Workspace], typed: str) -> Iterator[Found]:
    """Find the other workspaces."""
    for workspace in workspaces:
        name = clean_name(workspace.name)
        found = match(typed, name, translate("Palette", "Switch workspace"))
        if found is not None:
            yield Found(
                f"workspace {workspace.slug}",
                translate("Palette", "Workspaces"),
                "store",
                name,
                partial(doors.open_workspace, workspace),
                detail=translate("Palette", "Open this workspace"),
                marks=found.spans,
                rank=found.rank,
            )
