"""What a network's rules want forgotten with its account, in this file and in every older copy.

X lets nobody keep its data after its account is disconnected. Copies of the workspace still hold
it, so a list beside the file says what is to be forgotten again when one of them is opened.
"""

import contextlib
import json
import logging
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop.services.domain.account import Account
from desktop.services.storage.copies import make_private_file
from desktop.services.storage.purging import is_left, purge
from desktop.services.storage.rows import Rows
from desktop.services.storage.troubles import translated

LOG = logging.getLogger(__name__)
LIST = "purged.json"
PURGED_NETWORKS = frozenset({"x"})
"""Whose data goes with the last account that may see it; elsewhere what the user chose stays."""


@dataclass(frozen=True, slots=True)
class Purged:
    """One account whose data is to be forgotten wherever it turns up.

    `account_id` is its row in the workspace: connected again, the account has another one.
    """

    network: str
    native_id: str
    server: str
    account_id: int
    at: str
    is_done: bool = False


class Purges:
    """Removes accounts of whichever workspace is open, as their networks' rules want it."""

    def __init__(
        self,
        rows: Rows,
        clock: Callable[[], datetime],
        forget_pictures: Callable[[], None] = lambda: None,
    ) -> None:
        self._rows = rows
        self._clock = clock
        self._forget_pictures = forget_pictures

    def remove(self, account: Account) -> None:
        """Forget an account and what its network wants forgotten with it.

        The list is written first, so that an interrupted removal is finished at the next start.

        Raises:
            StoreTrouble: the list or the workspace cannot be written; nothing is lost then.
        """
        if account.network not in PURGED_NETWORKS:
            self._rows.accounts.remove(account.id)
            return
        entry = Purged(
            account.network,
            account.native_id,
            account.server,
            account.id,
            self._clock().astimezone(UTC).isoformat(),
        )
        self._write([*self._listed(), entry])
        self._purge(entry)

    def catch_up(self) -> int:
        """Forget again what an opened copy still holds; return how many accounts that were.

        To be called whenever a workspace was opened or restored, before anything is shown of it.
        """
        found = 0
        for entry in self._listed():
            account = self._rows.accounts.get(entry.account_id)
            is_back = account is not None and _is_it(account, entry)
            if is_back or not entry.is_done or is_left(self._rows.database, entry.network):
                LOG.info("An opened copy still held data of a disconnected account")
                self._purge(entry, keep_account=account is not None and not is_back)
                found += 1
        return found

    def _purge(self, entry: Purged, *, keep_account: bool = False) -> None:
        purge(self._rows.database, entry.network, 0 if keep_account else entry.account_id)
        self._forget_pictures()
        done = replace(entry, is_done=True)
        self._write([done if each == entry else each for each in self._listed()])

    def _listed(self) -> list[Purged]:
        try:
            told = json.loads(self._path().read_text(encoding="utf-8"))
        except FileNotFoundError:
            return []
        except (OSError, ValueError, RecursionError) as error:
            LOG.warning("The list of what to forget cannot be read: %s", type(error).__name__)
            return []
        known = told if isinstance(told, list) else []
        return [entry for raw in known if (entry := _read(raw)) is not None]

    def _write(self, entries: list[Purged]) -> None:
        path = self._path()
        unfinished = path.with_name(f".{path.name}.part")
        with translated():
            try:
                make_private_file(unfinished)
                with unfinished.open("w", encoding="utf-8") as file:
                    json.dump([asdict(entry) for entry in entries], file, indent=2)
                    file.flush()
                    os.fsync(file.fileno())
                os.replace(unfinished, path)
            except OSError:
                with contextlib.suppress(OSError):
                    unfinished.unlink()
                raise

    def _path(self) -> Path:
        return self._rows.database.path.parent / LIST


def _is_it(account: Account, entry: Purged) -> bool:
    """Say whether this is the account as it was when it was disconnected, not connected anew."""
    known = account.network, account.native_id, account.server
    if known != (entry.network, entry.native_id, entry.server):
        return False
    return account.connected_at is None or account.connected_at <= datetime.fromisoformat(entry.at)


def _read(raw: Any) -> Purged | None:
    try:
        entry = Purged(**raw)
        datetime.fromisoformat(entry.at)
    except (TypeError, ValueError):
        return None
    return entry
