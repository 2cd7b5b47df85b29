"""What is asked of the files inside an archive: honest names, honest sizes, one piece at a time.

Nothing is ever written to the disk, and no more than a piece of a file is in memory.
"""

import re
import zlib
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol
from zipfile import BadZipFile

from desktop.services.domain.errors import ArchiveRefused

PIECE = 1 << 16
MOST_MEMBERS = 65_535
LARGEST_MEMBER = 2 << 30
RATIO = 100
"""How many times its packed size a file may have; what people write packs some ten times."""
ANY_RATIO = 1 << 20
"""Up to this size a file may be packed as tightly as it likes."""
SMALL = 1 << 20
"""Bytes of a file that is read at once."""
READ = (".js", ".json", ".csv")
"""How the names end of what may be read at all."""
_MEDIA = re.compile(r".\.(?:jpe?g|png|gif|webp|avif|heic|mp4|mov|webm|mp3|m4a|ogg|zip)", re.I)
_LEADS_OUT = re.compile(r"\A(?:[/\\]|[A-Za-z]:|\Z)|(?:\A|[/\\])\.\.(?:[/\\]|\Z)|\0")


class Readable(Protocol):
    """A file that is read from its beginning to its end."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` more bytes, none at the end."""


class Files(Protocol):
    """The files of an archive that may be read."""

    @property
    def names(self) -> Collection[str]:
        """Return their names, folders first and parts divided by "/"."""

    @property
    def has_media(self) -> bool:
        """Say whether there are pictures, films or sounds as well."""

    def open(self, name: str) -> AbstractContextManager[Readable]:
        """Open one of the names for reading."""

    def close(self) -> None:
        """Let go of the archive."""


def check_name(name: str) -> None:
    """Raise `ArchiveRefused` for a name that leads out of the archive."""
    if _LEADS_OUT.search(name):
        raise ArchiveRefused("unsafe")


def is_media(name: str) -> bool:
    """Say whether a name is that of a picture, a film or a sound."""
    return _MEDIA.search(name[-6:]) is not None


def read_small(files: Files, name: str) -> bytes:
    """Return a whole file that honest archives keep small."""
    pieces, size = [], 0
    with files.open(name) as source:
        while piece := source.read(PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > SMALL:
                raise ArchiveRefused("unsafe")
    return b"".join(pieces)


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what the libraries say of a broken file into `ArchiveRefused`."""
    try:
        yield
    except (BadZipFile, zlib.error, EOFError) as cause:
        raise ArchiveRefused("truncated") from cause
    except (OSError, NotImplementedError, RuntimeError, ValueError, OverflowError) as cause:
        raise ArchiveRefused("unreadable") from cause
