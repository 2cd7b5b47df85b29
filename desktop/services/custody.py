"""What is done to all the data while no workspace is open: it moves, goes back, or is deleted."""

from collections.abc import Callable
from pathlib import Path

from desktop.services.accounts import Accounts
from desktop.services.backups import Backup, Backups
from desktop.services.data_place import DataPlace, IsStopped, Move, Report, plan
from desktop.services.workspaces import Workspaces


class Custody:
    """The data of every workspace, in one folder.

    Everything but `plan_move` and `look_at` wants every lane ended and every workspace closed.
    """

    def __init__(
        self,
        place: DataPlace,
        workspaces: Workspaces,
        backups: Backups,
        *,
        accounts: Callable[[], Accounts],
        forget_pictures: Callable[[], None],
        settle: Callable[[Path], None],
        given: Path | None = None,
    ) -> None:
        """Take what it cares for; `settle` makes the program use another folder from now on.

        `given` is the folder that this start was told to use, whatever the user's place is.
        """
        self._place = place
        self._workspaces = workspaces
        self._backups = backups
        self._accounts = accounts
        self._forget_pictures = forget_pictures
        self._settle = settle
        self._given = given

    @property
    def folder(self) -> Path:
        """Return where everything is kept."""
        return self._given or self._place.folder

    @property
    def may_move(self) -> bool:
        """Say whether the folder is the user's own choice and not this start's."""
        return self._given is None

    @property
    def is_missing(self) -> bool:
        """Say whether the folder that the user chose is not there at present."""
        return self._given is None and self._place.is_missing

    def look_again(self) -> bool:
        """Use the folder if it is there by now, and say whether it is."""
        if self.is_missing:
            return False
        self._settle(self.folder)
        return True

    def start_afresh(self) -> None:
        """Use the folder that every user has; what is in the missing one stays there."""
        self._place.forget()
        self._settle(self.folder)

    def plan_move(self, parent: Path) -> Move:
        """Return how everything would move into a new folder in `parent`; see `data_place.plan`."""
        return plan(self.folder, parent)

    def move(self, move: Move, report: Report, is_stopped: IsStopped) -> None:
        """Move everything and use the new folder; see `DataPlace.move` for what can go wrong."""
        self._place.move(move, report, is_stopped)
        self._settle(move.target)

    def look_at(self, path: Path) -> Backup:
        """Return a copy that was saved elsewhere; see `Backups.look_at` for what can be wrong."""
        return self._backups.look_at(path)

    def restore(self, slug: str, backup: Backup) -> None:
        """Make a workspace what it is in a copy; what it is now is copied first.

        Raises:
            StoreTrouble: the copy cannot be used; the workspace is as it was.
        """
        self._workspaces.open(slug)
        try:
            self._backups.restore(backup)
        finally:
            self._workspaces.close()

    def mend(self, slug: str, path: Path) -> None:
        """Let a workspace that cannot be opened begin again from a copy that was saved elsewhere.

        Raises:
            StoreTrouble: the copy cannot be used; the workspace's file is as it was.
        """
        self._workspaces.mend(slug, self._backups.look_at(path).path)

    def delete(self, slug: str) -> None:
        """Delete a workspace: its keys, its copies, its file, and every kept picture.

        Raises:
            VaultTrouble: "locked", a key would stay behind; nothing is deleted then.
            StoreTrouble: something cannot be deleted; it can be asked for again.
        """
        self._workspaces.open(slug)
        accounts = self._accounts()
        try:
            for account in accounts.all():
                accounts.sign_out(account)
        finally:
            accounts.close()
            self._workspaces.close()
        self._workspaces.delete(slug)
        self._forget_pictures()
