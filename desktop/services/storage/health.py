"""How a workspace file is, found without opening it for writing or mending anything."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from desktop.services.storage.copies import is_sound, reading
from desktop.services.storage.migrations import APPLICATION_ID, MIGRATIONS, version_of
from desktop.services.storage.troubles import reason_of


@dataclass(frozen=True, slots=True)
class Health:
    """The state of one workspace file; `reason` is a key of `StoreTrouble`, empty when sound."""

    path: Path
    reason: str = ""
    megabytes: float = 0
    servers: tuple[str, ...] = ()
    """The base addresses that the workspace's accounts live on."""


def health_of(path: Path) -> Health:
    """Examine one workspace file, which may be open elsewhere."""
    try:
        size = path.stat().st_size
        with reading(path) as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return Health(path, "not_a_workspace")
            if version_of(connection) > len(MIGRATIONS):
                return Health(path, "newer_version")
            if not is_sound(connection):
                return Health(path, "damaged")
            rows = connection.execute("SELECT DISTINCT server FROM account ORDER BY server")
            return Health(path, "", size / 1_000_000, tuple(server for (server,) in rows))
    except sqlite3.Error as error:
        return Health(path, reason_of(error) or "damaged")
    except OSError:
        return Health(path, "read_only")
