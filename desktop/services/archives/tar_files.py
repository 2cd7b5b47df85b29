"""Read single files of a packed tar, from its beginning each time, trusting none of its sizes."""

import gzip
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop.services.archives.archive import Watch
from desktop.services.archives.archive_files import (
    ANY_RATIO,
    LARGEST_MEMBER,
    MOST_MEMBERS,
    PIECE,
    RATIO,
    READ,
    SMALL,
    Readable,
    check_name,
    is_media,
    refusing,
)
from desktop.services.domain.errors import ArchiveRefused

_BLOCK = 512
_LONGEST_NAME = 1 << 16
_FILE, _FOLDER = b"0\x007", b"5"
_LONG_NAME, _EXTENSIONS, _COMMON_EXTENSIONS = b"L", b"x", b"g"


class TarFiles:
    """The files of a tar.gz; making it reads all of it once, which also proves it whole.

    `kept` names small files whose content stays in memory, because finding a file again takes as
    long as unpacking everything before it.
    """

    def __init__(self, path: Path, watch: Watch, kept: Collection[str] = ()) -> None:
        self._path = path
        self._watch = watch
        self._kept: dict[str, bytes] = {}
        self._sizes: dict[str, int] = {}
        self.has_media = False
        with self._members() as members:
            for name, body in members:
                check_name(name)
                self.has_media = self.has_media or is_media(name)
                if not name.endswith(READ):
                    continue
                if name in self._sizes:
                    raise ArchiveRefused("unsafe")
                self._sizes[name] = body.size
                if name in kept:
                    if body.size > SMALL:
                        raise ArchiveRefused("unsafe")
                    self._kept[name] = body.rest()

    @property
    def names(self) -> Collection[str]:
        """Return the names of what may be read."""
        return self._sizes.keys()

    @contextmanager
    def open(self, name: str) -> Iterator[Readable]:
        """Open one of the names for reading."""
        if name in self._kept:
            yield _Memory(self._kept[name])
            return
        if self._sizes[name] > LARGEST_MEMBER:
            raise ArchiveRefused("too_large")
        with self._members() as members:
            for found, body in members:
                if found == name:
                    yield body
                    return
        raise ArchiveRefused("truncated")  # another file stands under the name by now

    def close(self) -> None:
        """Hold nothing open between two walks."""

    @contextmanager
    def _members(self) -> Iterator[Iterator[tuple[str, "_Body"]]]:
        with refusing():
            raw = self._path.open("rb")
        with raw:
            yield _walk(_Unpacked(raw, self._watch).read)


class _Unpacked:
    """What a packed file holds, as long as that is not suspiciously much."""

    def __init__(self, raw: BinaryIO, watch: Watch) -> None:
        self._size = raw.seek(0, 2)
        raw.seek(0)
        self._raw = raw
        self._packed = gzip.GzipFile(fileobj=raw, mode="rb")
        self._watch = watch
        self._done = 0
        self._piece = b""
        self._at = 0

    def read(self, size: int) -> bytes:
        """Return up to `size` more bytes, none at the end."""
        if self._at == len(self._piece):
            self._piece, self._at = self._next_piece(), 0
        found = self._piece[self._at : self._at + size]
        self._at += len(found)
        return found

    def _next_piece(self) -> bytes:
        with refusing():
            piece = self._packed.read(PIECE)
        self._done += len(piece)
        at = self._raw.tell()
        if self._done > max(ANY_RATIO, at * RATIO):
            raise ArchiveRefused("unsafe")
        self._watch(at, self._size)
        return piece


class _Body:
    """What one file of the tar holds."""

    def __init__(self, read: Callable[[int], bytes], size: int) -> None:
        self._read = read
        self._left = self.size = size

    def read(self, size: int, /) -> bytes:
        """Return up to `size` more bytes, none at the end."""
        wanted = min(size, self._left)
        piece = self._read(wanted) if wanted else b""
        if wanted and not piece:
            raise ArchiveRefused("truncated")
        self._left -= len(piece)
        return piece

    def rest(self) -> bytes:
        """Return all that was not read."""
        pieces = []
        while piece := self.read(PIECE):
            pieces.append(piece)
        return b"".join(pieces)

    def skip(self) -> None:
        """Pass over what was not read, and over what fills its last block."""
        self._left += -self.size % _BLOCK
        while self._left:
            self.read(PIECE)


class _Memory:
    """A file whose content is in memory."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def read(self, size: int, /) -> bytes:
        """Return up to `size` more bytes, none at the end."""
        piece = self._content[self._at : self._at + size]
        self._at += len(piece)
        return piece


def _walk(read: Callable[[int], bytes]) -> Iterator[tuple[str, _Body]]:
    name = ""
    for number in range(MOST_MEMBERS + 2):
        header = read(_BLOCK)
        if len(header) < _BLOCK:
            header += _Body(read, _BLOCK - len(header)).rest()
        if not any(header):
            while read(PIECE):
                pass  # to the end, where the checksum of everything is
            return
        _check_header(header, is_first=number == 0)
        kind, size = header[156:157], _number(header[124:136])
        if size < 0:
            raise ArchiveRefused("truncated")
        body = _Body(read, size)
        if kind in (_LONG_NAME, _EXTENSIONS, _COMMON_EXTENSIONS):
            if size > _LONGEST_NAME:
                raise ArchiveRefused("unsafe")
            told = body.rest()
            if kind == _LONG_NAME:
                name = _text(told)
            elif kind == _EXTENSIONS:
                name = _path_in(told) or name
        elif kind in _FILE:
            yield name or _name(header), body
            name = ""
        elif kind == _FOLDER:
            check_name(name or _name(header))
            name = ""
        else:
            raise ArchiveRefused("unsafe")  # a link or a device
        body.skip()
    raise ArchiveRefused("too_large")


def _check_header(header: bytes, *, is_first: bool) -> None:
    counted = sum(header) - sum(header[148:156]) + 8 * ord(" ")
    if counted != _number(header[148:156]):
        raise ArchiveRefused("not_an_archive" if is_first else "truncated")


def _number(field: bytes) -> int:
    """Read a size: octal digits, or bytes where it has too many of them; -1 for neither."""
    if field[0] & 0x80:
        return int.from_bytes(field[1:], "big")
    digits = field.strip(b" \0") or b"0"
    try:
        return int(digits, 8) if digits.isdigit() else -1
    except ValueError:
        return -1


def _name(header: bytes) -> str:
    name = _text(header[:100])
    folder = _text(header[345:500]) if header[257:262] == b"ustar" else ""
    return f"{folder}/{name}" if folder else name


def _text(field: bytes) -> str:
    return field.partition(b"\0")[0].decode("utf-8", "replace")


def _path_in(extensions: bytes) -> str:
    """Return the name that stands among lines such as "27 path=media/a long name"."""
    for line in extensions.split(b"\n"):
        key, sign, value = line.partition(b" ")[2].partition(b"=")
        if sign and key == b"path":
            return _text(value)
    return ""
