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

    The choice is one line in a file of its own, because it must be found before the folder is. It
    is written down twice: were it lost, everything would lie where nobody looks.
    """

    def __init__(self, pointer: Path, home: Path) -> None:
        self._pointer = pointer
        self._twin = pointer.with_name(f"{pointer.name}.copy")
        self._home = home

    @property
    def folder(self) -> Path:
        """Return where everything is kept, whether it is there at present or not."""
        for noted in (self._pointer, self._twin):
            try:
                return _chosen_in(noted) or self._home
            except FileNotFoundError:
                return self._home
            except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
                LOG.warning("Where the data lies cannot be read: %s", type(error).__name__)
        return self._home

    @property
    def is_missing(self) -> bool:
        """Say whether the chosen folder is not there: its drive may not be connected.

        Something may have made an empty one of that name since: only what moved in counts. A
        network drive whose server is gone does not answer "no", it fails.
        """
        if self.folder == self._home:
            return False
        try:
            return not (self.folder / CARRIED[0]).is_dir()
        except OSError:
            return True

    def choose(self, folder: Path) -> None:
        """Keep everything in `folder` from the next start on."""
        with translated():
            if folder == self._home:
                self._twin.unlink(missing_ok=True)
                self._pointer.unlink(missing_ok=True)
                return
            make_private_folder(self._pointer.parent)
            _note(self._pointer, folder)
            # From here on the choice stands, with a copy or without.
            with contextlib.suppress(OSError):
                _note(self._twin, folder)
                # What moved is deleted next: the choice must not be what a power cut takes back.
                sync(self._pointer.parent)

    def forget(self) -> None:
        """Keep everything in the folder that every user has; what is elsewhere stays there."""
        self.choose(self._home)

    def move(self, move: Move, report: Report, is_stopped: IsStopped) -> None:
        """Copy everything, check the copy, switch over; no workspace may be open.

        Raises:
            StoreTrouble: "locked", a workspace is open in another window, or was made there
                meanwhile; "disk_full", "read_only", "damaged" or "unreachable", the copy cannot be
                made or does not read back.
            GivenUp: it was stopped. In each case everything is where it was.
        """
        with _foreseen(), _held(move.source):
            carried = _carry(move, report, is_stopped)
            try:
                self.choose(move.target)
            except (StoreTrouble, OSError):
                shutil.rmtree(move.target, ignore_errors=True)
                raise
            _clear(move.source, carried)
        # Some systems keep what is held; it is let go by now.
        _clear(move.source, carried)


def plan(source: Path, parent: Path) -> Move:
    """Return how everything in `source` would move into a new folder inside `parent`.

    Raises:
        InvalidField: "inside", the new folder would lie in the one that moves.
        StoreTrouble: "read_only", nothing can be written there; "disk_full", there is not twice
            the room that everything takes; "unreachable", one of the drives is gone.
    """
    with _foreseen():
        parent = parent.resolve()
        if parent.is_relative_to(source.resolve()):
            raise InvalidField("folder", "inside")
        if not os.access(parent, os.W_OK | os.X_OK):
            raise StoreTrouble("read_only")
        size = sum(path.stat().st_size for path in _files(source))
        if shutil.disk_usage(parent).free < 2 * size:
            raise StoreTrouble("disk_full")
    return Move(source, _free_place(parent), size)


def _chosen_in(noted: Path) -> Path | None:
    written = json.loads(noted.read_text(encoding="utf-8"))["folder"]
    if written and not Path(written).is_absolute():
        raise ValueError("no folder")
    return Path(written) if written else None


def _note(noted: Path, folder: Path) -> None:
    unfinished = noted.with_name(f".{noted.name}.part")
    make_private_file(unfinished)
    unfinished.write_text(json.dumps({"folder": str(folder)}), encoding="utf-8")
    sync(unfinished)
    os.replace(unfinished, noted)


@contextlib.contextmanager
def _foreseen() -> Iterator[None]:
    """Turn whatever a drive can do, such as being pulled out, into a `StoreTrouble`."""
    try:
        with translated():
            yield
    except OSError as error:
        raise StoreTrouble("unreachable") from error


def _carry(move: Move, report: Report, is_stopped: IsStopped) -> frozenset[Path]:
    """Make the copy in its place, and return what it was made of."""
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
        carried = frozenset(_files(move.source))
        # The preferences last: the look can be changed meanwhile.
        for path in sorted(carried, reverse=True):
            copy = unfinished / path.relative_to(move.source)
            for folder in reversed(copy.relative_to(unfinished).parents):
                make_private_folder(unfinished / folder)
            if _copied(path, copy, went) != _sum_of(copy, went):
                raise StoreTrouble("damaged")
        if carried != frozenset(_files(move.source)):
            # Another window made a workspace meanwhile, or took one away.
            raise StoreTrouble("locked")
        for folder in [unfinished, *unfinished.rglob("*")]:
            if folder.is_dir():
                sync(folder)
        os.replace(unfinished, move.target)
        sync(move.target.parent)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return carried


def _clear(source: Path, carried: frozenset[Path]) -> None:
    """Delete what has moved away, and each folder in which nothing else is.

    What cannot be deleted stays, which does no harm. So does whatever appeared in the meantime,
    and what lies elsewhere behind a link.
    """
    left = [path for name in LEFT_BEHIND for path in source.glob(name)]
    left += [path for path in source.glob("preferences.json*") if path in carried]
    workspaces = source / CARRIED[0]
    for folder, folders, names in () if workspaces.is_symlink() else os.walk(workspaces, False):
        here = Path(folder)
        left += [here / name for name in names if here / name in carried or name == NOT_COPIED]
        left += [here / name for name in folders]
    left.append(workspaces)
    for path in (*left, source):
        with contextlib.suppress(OSError):
            if path.is_dir() and not path.is_symlink():
                path.rmdir()
            else:
                path.unlink()


def _files(folder: Path) -> Iterator[Path]:
    """Give each file, also those that lie behind a link: a workspace may be kept elsewhere."""
    yield from sorted(path for path in folder.glob(CARRIED[1]) if path.is_file())
    for where, _, names in os.walk(folder / CARRIED[0], onerror=_give_up, followlinks=True):
        for path in (Path(where) / name for name in names if name != NOT_COPIED):
            if path.is_file():
                yield path


def _give_up(error: OSError) -> None:
    """Rather move nothing than leave behind what cannot be listed."""
    if not isinstance(error, FileNotFoundError):
        raise error


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
