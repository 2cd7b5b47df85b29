"""Walk over long lists in a file, one item in memory at a time, however the file was made."""

import re
from collections.abc import Iterator

from desktop.services.archives.archive_files import PIECE, Readable
from desktop.services.domain.errors import ArchiveRefused

LARGEST_ITEM = 1 << 20
DEEPEST = 64
_LONGEST_LINE = 1 << 18
_LONGEST_PREFIX = 1 << 12
_STRING = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_NO_BRACKETS = bytes(each for each in range(256) if each not in b"[]{}")


def json_items(source: Readable, path: str = "item") -> Iterator[object]:
    """Walk over the items of a JSON array that stands at `path`, as ijson names places."""
    import ijson

    guard = _Guard(source)
    try:
        for item in ijson.items(guard, path, use_float=True):
            guard.begin_item()
            yield item
    except (ijson.JSONError, ValueError, OverflowError) as cause:
        raise ArchiveRefused("truncated" if guard.is_at_end else "unreadable") from cause
    while source.read(PIECE):
        pass  # to the end, where what was read is compared with its checksum


def script_items(source: Readable) -> Iterator[object]:
    """Walk over the array of a script that only says `name = [...]`."""
    head = b""
    while b"[" not in head and len(head) < _LONGEST_PREFIX:
        piece = source.read(_LONGEST_PREFIX)
        if not piece:
            raise ArchiveRefused("truncated")
        head += piece
    before, _, rest = head.partition(b"[")
    if before.strip() and not before.rstrip().endswith(b"="):
        raise ArchiveRefused("unreadable")
    yield from json_items(_Joined(b"[" + rest, source))


def lines(source: Readable) -> Iterator[str]:
    """Walk over the lines of a text, each with the end that it has."""
    rest = b""
    while piece := source.read(PIECE):
        *whole, rest = (rest + piece).split(b"\n")
        for line in whole:
            yield line.decode("utf-8", "replace") + "\n"
        if len(rest) > _LONGEST_LINE:
            raise ArchiveRefused("unsafe")
    if rest:
        yield rest.decode("utf-8", "replace")


class _Joined:
    """Some bytes that were read already, and what follows them."""

    def __init__(self, head: bytes, source: Readable) -> None:
        self._head = head
        self._source = source

    def read(self, size: int, /) -> bytes:
        """Return up to `size` more bytes, none at the end."""
        piece, self._head = self._head[:size], self._head[size:]
        return piece or self._source.read(size)


class _Guard:
    """Lets JSON through whose items are neither huge nor deep: either would fill the memory."""

    def __init__(self, source: Readable) -> None:
        self._source = source
        self._in_item = 0
        self._depth = 0
        self._open_string = b""
        self.is_at_end = False

    def begin_item(self) -> None:
        """Count the next item's size from here."""
        self._in_item = 0

    def read(self, size: int, /) -> bytes:
        """Return up to `size` more bytes, none at the end."""
        piece = self._source.read(size)
        self.is_at_end = bool(size) and not piece
        self._in_item += len(piece)
        if self._in_item > LARGEST_ITEM:
            raise ArchiveRefused("unsafe")
        bare, quote, rest = _STRING.sub(b"", self._open_string + piece).partition(b'"')
        self._open_string = quote + rest
        for bracket in bare.translate(None, _NO_BRACKETS):
            self._depth += 1 if bracket in b"[{" else -1
            if self._depth > DEEPEST:
                raise ArchiveRefused("unsafe")
        return piece
