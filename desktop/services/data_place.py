"""Where everything lies on this computer, and its move to another folder.

A move copies all of it beside its new place, reads the copy back, and only then lets it take that
place and switches over: whatever stops it earlier leaves everything where it was.
"""

import contextlib
import hashlib
import json
import logging
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.services.domain.errors import GivenUp, InvalidField, StoreTrouble
from desktop.services.storage.copies import make_private_file, make_private_folder, sync
from desktop.services.storage.lease import Lease
from desktop.services.storage.troubles import translated

LOG = logging.getLogger(__name__)
CARRIED = ("workspaces", "preferences.json*")
"""What a move takes along; other people's files in the same folder stay where they are."""
LEFT_BEHIND = ("crieur.log*",)
"""What is of no use elsewhere and goes with the old folder."""
NOT_COPIED = "window.lock"
NAME = "Crieur"
_PIECE = 1 << 20

Report = Callable[[int, int], object]
IsStopped = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Move:
    """A move that can be made: from where, to where, and how many bytes that is."""

    source: Path
    target: Path
    size: int


class DataPlace:
    """The folder that the user chose for everything, or `home` as long as none was chosen.

    The choice is one line in a file of its own, because it must be found before the folder is.
    """

    def __init__(self, pointer: Path, home: Path) -> None:
        self._pointer = pointer
        self._home = home

    @property
    def folder(self) -> Path:
        """Return where everything is kept, whether it is there at present or not."""
        try:
            chosen = json.loads(self._pointer.read_text(encoding="utf-8"))["folder"]
            return Path(chosen) if chosen else self._home
        except FileNotFoundError:
            return self._home
        except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
            LOG.warning("Where the data lies cannot be read: %s", type(error).__name__)
            return self._home

    @property
    def is_missing(self) -> bool:
        """Say whether the chosen folder is not there: its drive may not be connected.

        Something may have made an empty one of that name since: only what moved in counts.
        """
        return self.folder != self._home and not (self.folder / CARRIED[0]).is_dir()

    def choose(self, folder: Path) -> None:
        """Keep everything in `folder` from the next start on."""
        with translated():
            if folder == self._home:
                self._pointer.unlink(missing_ok=True)
                return
            make_private_folder(self._pointer.parent)
            unfinished = self._pointer.with_name(f".{self._pointer.name}.part")
            make_private_file(unfinished)
            unfinished.write_text(json.dumps({"folder": str(folder)}), encoding="utf-8")
            sync(unfinished)
            os.replace(unfinished, self._pointer)

    def forget(self) -> None:
        """Keep everything in the folder that every user has; what is elsewhere stays there."""
        self.choose(self._home)

    def move(self, move: Move, report: Report, is_stopped: IsStopped) -> None:
        """Copy everything, check the copy, switch over; no workspace may be open.

        Raises:
            StoreTrouble: "locked", a workspace is open in another window; "disk_full",
                "read_only" or "damaged", the copy cannot be made or does not read back.
            GivenUp: it was stopped. In each case everything is where it was.
        """
        with translated(), _held(move.source):
            _carry(move, report, is_stopped)
            try:
                self.choose(move.target)
            except StoreTrouble:
                shutil.rmtree(move.target, ignore_errors=True)
                raise
            _clear(move.source)
        # Some systems keep what is held; it is let go by now.
        _clear(move.source)


def plan(source: Path, parent: Path) -> Move:
    """Return how everything in `source` would move into a new folder inside `parent`.

    Raises:
        InvalidField: "inside", the new folder would lie in the one that moves.
        StoreTrouble: "read_only", nothing can be written there; "disk_full", there is not twice
            the room that everything takes.
    """
    parent = parent.resolve()
    if parent.is_relative_to(source.resolve()):
        raise InvalidField("folder", "inside")
    with translated():
        if not os.access(parent, os.W_OK | os.X_OK):
            raise StoreTrouble("read_only")
        size = sum(path.stat().st_size for path in _files(source))
        if shutil.disk_usage(parent).free < 2 * size:
            raise StoreTrouble("disk_full")
    return Move(source, _free_place(parent), size)


def size_of(folder: Path) -> int:
    """Return how many bytes everything takes."""
    with translated():
        return sum(path.stat().st_size for path in _files(folder))


def _carry(move: Move, report: Report, is_stopped: IsStopped) -> None:
    unfinished = move.target.with_name(f".{move.target.name}.part")
    shutil.rmtree(unfinished, ignore_errors=True)
    done, whole = 0, 2 * move.size

    def went(size: int) -> None:
        nonlocal done
        done += size
        report(done, whole)
        if is_stopped():
            raise GivenUp

    try:
        make_private_folder(unfinished)
        for path in list(_files(move.source)):
            copy = unfinished / path.relative_to(move.source)
            for folder in reversed(copy.relative_to(unfinished).parents):
                make_private_folder(unfinished / folder)
            if _copied(path, copy, went) != _sum_of(copy, went):
                raise StoreTrouble("damaged")
        os.replace(unfinished, move.target)
        sync(move.target.parent)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _clear(source: Path) -> None:
    """Delete what has moved away, and the folder itself when nothing else is in it.

    What cannot be deleted stays, which does no harm.
    """
    for path in [path for name in (*CARRIED, *LEFT_BEHIND) for path in source.glob(name)]:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                path.unlink()
    with contextlib.suppress(OSError):
        source.rmdir()


def _files(folder: Path) -> Iterator[Path]:
    for name in CARRIED:
        for found in sorted(folder.glob(name)):
            within = sorted(found.rglob("*")) if found.is_dir() else [found]
            yield from (path for path in within if path.is_file() and path.name != NOT_COPIED)


def _copied(source: Path, target: Path, went: Callable[[int], None]) -> bytes:
    make_private_file(target)
    told = hashlib.sha256()
    with source.open("rb") as read, target.open("wb") as written:
        while piece := read.read(_PIECE):
            written.write(piece)
            told.update(piece)
            went(len(piece))
        written.flush()
        os.fsync(written.fileno())
    # Which copy of a workspace is the newest is told by its time.
    times = source.stat()
    os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))
    return told.digest()


def _sum_of(path: Path, went: Callable[[int], None]) -> bytes:
    told = hashlib.sha256()
    with path.open("rb") as read:
        while piece := read.read(_PIECE):
            told.update(piece)
            went(len(piece))
    return told.digest()


@contextlib.contextmanager
def _held(source: Path) -> Iterator[None]:
    """Keep every workspace from being opened meanwhile."""
    with contextlib.ExitStack() as held:
        for workspace in sorted(source.glob("workspaces/*/crieur.db")):
            lease = Lease(workspace)
            held.callback(lease.end, clean=not lease.was_cut_off)
        yield


def _free_place(parent: Path) -> Path:
    place, number = parent / NAME, 1
    while place.exists():
        number += 1
        place = parent / f"{NAME} {number}"
    return place
