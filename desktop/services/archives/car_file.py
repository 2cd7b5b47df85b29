"""Find blocks in a CAR, the file of content-addressed blocks that Bluesky repositories come in.

Where each block lies is kept in some 12 bytes: the whole file is never in memory.
"""

import hashlib
from pathlib import Path
from typing import Any, BinaryIO

from desktop.services.archives.archive import Watch
from desktop.services.archives.archive_files import PIECE, refusing
from desktop.services.domain.errors import ArchiveRefused

MOST_BLOCKS = 2_000_000
LARGEST_BLOCK = 2 << 20
_CID = 36
_SHA_256 = b"\x12\x20"
_PREFIX = 7
_PLACE = 5
_ENTRY = _PREFIX + _PLACE
_BUCKETS = 4096


class CarFile:
    """An open CAR whose every block was compared with its name."""

    def __init__(self, path: Path, watch: Watch) -> None:
        self._buckets = [bytearray() for _ in range(_BUCKETS)]
        self._watch = watch
        self.count = 0
        with refusing():
            self._file = path.open("rb")
        try:
            with refusing():
                self._size = self._file.seek(0, 2)
                self._file.seek(0)
            self.root = self._read_header()
            while self._learn_block():
                pass
        except BaseException:
            self._file.close()
            raise

    def has(self, cid: bytes) -> bool:
        """Say whether the block of that name is there."""
        return self._place_of(cid) is not None

    def block(self, cid: bytes) -> Any:
        """Return what a block holds; `ArchiveRefused` when it is not there."""
        import libipld

        place = self._place_of(cid)
        if place is None:
            raise ArchiveRefused("truncated")
        with refusing():
            self._file.seek(place)
            length = _length(self._file)
            block = self._file.read(length)
            if block[:_CID] != cid:
                raise ArchiveRefused("unreadable")
            # libipld goes no deeper than Python itself does, and says so.
            return libipld.decode_dag_cbor(block[_CID:])

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _read_header(self) -> bytes:
        import libipld

        with refusing():
            length = _length(self._file)
            header = libipld.decode_dag_cbor(self._file.read(min(length, PIECE)))
        roots = header.get("roots") if isinstance(header, dict) else None
        if not isinstance(roots, list) or not roots or not isinstance(roots[0], bytes):
            raise ArchiveRefused("unreadable")
        return roots[0]

    def _learn_block(self) -> bool:
        """Note where the next block lies; return False at the end of the file."""
        place = self._file.tell()
        if place == self._size:
            return False
        with refusing():
            length = _length(self._file)
            if not _CID < length <= LARGEST_BLOCK:
                raise ArchiveRefused("unreadable")
            block = self._file.read(length)
        if len(block) < length:
            raise ArchiveRefused("truncated")
        cid = block[:_CID]
        digest = cid[4:]
        if cid[2:4] != _SHA_256 or hashlib.sha256(block[_CID:]).digest() != digest:
            raise ArchiveRefused("unreadable")
        self.count += 1
        if self.count > MOST_BLOCKS:
            raise ArchiveRefused("too_large")
        bucket = self._buckets[int.from_bytes(digest[:2], "big") % _BUCKETS]
        bucket += digest[2 : 2 + _PREFIX] + place.to_bytes(_PLACE, "big")
        if self.count % 256 == 0:
            self._watch(place, self._size)
        return True

    def _place_of(self, cid: bytes) -> int | None:
        if len(cid) != _CID:
            raise ArchiveRefused("unreadable")
        digest = cid[4:]
        bucket = self._buckets[int.from_bytes(digest[:2], "big") % _BUCKETS]
        wanted = digest[2 : 2 + _PREFIX]
        at = bucket.find(wanted)
        while at >= 0 and at % _ENTRY:
            at = bucket.find(wanted, at + 1)
        return None if at < 0 else int.from_bytes(bucket[at + _PREFIX : at + _ENTRY], "big")


def _length(file: BinaryIO) -> int:
    """Read a number that is written seven bits a byte."""
    number = 0
    for shift in range(0, 63, 7):
        read = file.read(1)
        if not read:
            raise ArchiveRefused("truncated")
        number |= (read[0] & 0x7F) << shift
        if not read[0] & 0x80:
            return number
    raise ArchiveRefused("unreadable")
