"""Everything that the palette of one workspace can find."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.account import Account
from desktop.services.workspaces import Workspace
from desktop.ui.commands import Commands
from desktop.ui.palette_rows import Found
from desktop.views.palette import instant
from desktop.views.palette.doors import Doors
from desktop.views.palette.stored import StoredSources
from desktop.views.session import Session
from desktop.views.settings.option_index import options, sections
from desktop.views.shell_commands import PLACES

translate = QCoreApplication.translate


class PaletteBook:
    """The sources of a palette as long as it is open."""

    def __init__(
        self,
        session: Session,
        accounts: Sequence[Account],
        workspaces: Iterable[Workspace],
        commands: Commands,
        doors: Doors,
    ) -> None:
        self._accounts = accounts
        self._others = tuple(each for each in workspaces if not each.is_open or session.is_demo)
        self._commands = commands
        self._doors = doors
        self._options = options()
        self._sections = sections()
        self.slow = StoredSources(session, accounts, doors).all()

    def found(self, typed: str) -> list[Found]:
        """Return what is known at once."""
        doors = self._doors
        return [
            *instant.commands_found(self._commands, typed),
            *instant.options_found(doors, self._options, self._sections, typed),
            *instant.accounts_found(doors, self._accounts, typed),
            *instant.workspaces_found(doors, self._others, typed),
            *instant.offers(doors, self._commands, self._accounts, typed),
        ]

    def resting(self, lately: Sequence[str]) -> list[Found]:
        """Return what is listed while nothing is typed: what was used lately, and the places."""
        commands = instant.every_command(self._commands)
        known = {each.key: each for each in commands}
        for option in instant.every_option(self._doors, self._options, self._sections):
            known[option.key] = option
        heading = translate("Palette", "Used recently")
        used = [replace(known[key], group=heading) for key in lately if key in known]
        keys = {instant.COMMAND + each.key for each in self._commands.all() if each.group == PLACES}
        return [*used, *(each for each in commands if each.key in keys)]
