"""What every screen of an open workspace is given: its use cases, its name and its file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from desktop.services.accounts import Accounts
from desktop.services.backups import Backup
from desktop.services.columns import Columns
from desktop.services.digest import Digest
from desktop.services.gathering import Gathering
from desktop.services.imports import Imports
from desktop.services.interactions import Interactions
from desktop.services.mutes import Mutes
from desktop.services.people import People
from desktop.services.publishing import Publishing
from desktop.services.retention import Retention
from desktop.services.spending import Spending
from desktop.services.timeline import Timeline


class Keys(Protocol):
    """What a screen may do about the place where secrets are kept."""

    @property
    def is_session_only(self) -> bool:
        """Say whether secrets are forgotten when the program ends."""

    def keep_for_this_session_only(self) -> None:
        """Keep secrets in memory from now on: the user's explicit choice."""

    def check(self) -> None:
        """Raise `VaultTrouble` unless a secret can be kept and read back now."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """The workspace's file: where it is, its size in bytes, when it was last copied."""

    path: Path
    size: int
    copied_at: datetime | None


@dataclass(frozen=True)
class Session:
    """One open workspace, or the demonstration."""

    slug: str
    name: str
    is_demo: bool
    accounts: Accounts
    timeline: Timeline
    people: People
    interactions: Interactions
    publishing: Publishing
    columns: Columns
    gathering: Gathering
    mutes: Mutes
    imports: Imports
    digest: Digest
    spending: Spending
    keys: Keys
    clock: Callable[[], datetime]
    data_file: Callable[[], DataFile]
    save_copy: Callable[[Path], None]
    fill: Callable[[], None] | None = None
    """What goes on storing behind the open window: the rest of the demonstration."""
    stop: Callable[[], None] | None = None
    """Ends `fill` and `erase_old` early."""
    back_up: Callable[[], object] | None = None
    """Makes today's copy of the file, unless it exists."""
    erase_old: Callable[[], int] | None = None
    """Erases, once a day, other people's posts that are older than they are kept; says how many."""
    retention: Retention | None = None
    """What would go if other people's posts were kept for a shorter time; the demo keeps all."""
    copies: Callable[[], tuple[Backup, ...]] = tuple
    """The copies that were made of the file, newest first."""
    damaged_kept: Path | None = None
    """Where the damaged file is, when a copy took its place."""
