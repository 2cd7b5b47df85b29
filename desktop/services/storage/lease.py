"""Keep a workspace to one process, and remember whether the last one ended cleanly.

The lease is a lock of the operating system on a small file beside the workspace, so a killed
process lets go of it by itself. What is written in that file says that a process has the
workspace open; found without its lock, it says that the process was cut off.
"""

import contextlib
import os
import re
import sys
from pathlib import Path

from desktop.services.domain.errors import StoreTrouble
from desktop.services.storage.copies import PRIVATE_FILE

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, 1 << 20, os.SEEK_SET)  # a byte that nobody writes
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lease:
    """The right to use one workspace file, held until `end`."""

    def __init__(self, workspace: Path) -> None:
        """Take the lease.

        Raises:
            StoreTrouble: "locked", another process has the workspace open.
        """
        path = lease_of(workspace)
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        try:
            _lock(self._handle)
        except OSError as error:
            os.close(self._handle)
            raise StoreTrouble("locked") from error
        self.was_cut_off = os.fstat(self._handle).st_size > 0

    def mark_open(self) -> None:
        """Write down that the workspace is in use from here on."""
        os.write(self._handle, b"open\n")
        os.fsync(self._handle)

    def end(self, *, clean: bool) -> None:
        """Let go; after a clean end the next start has nothing to check."""
        if clean:
            os.ftruncate(self._handle, 0)
        os.close(self._handle)


def lease_of(workspace: Path) -> Path:
    """Return the file that carries the lease of a workspace."""
    return workspace.with_name(workspace.name + ".lease")


def belongs_to_workspace(path: Path) -> bool:
    """Say whether a file is a workspace, or what SQLite and a lease keep beside one."""
    name = re.sub(r"(-wal|-shm|-journal|\.lease)$", "", path.name)
    return lease_of(path.with_name(name)).exists()


def is_in_use(workspace: Path) -> bool:
    """Say whether a process, this one included, has the workspace open."""
    with contextlib.suppress(FileNotFoundError):
        handle = os.open(lease_of(workspace), os.O_RDWR)
        try:
            _lock(handle)
        except OSError:
            return True
        finally:
            os.close(handle)
    return False
