"""Read single files of a zip, after a look at its directory that no trick gets past."""

import struct
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from desktop.services.archives.archive import Watch
from desktop.services.archives.archive_files import (
    ANY_RATIO,
    LARGEST_MEMBER,
    MOST_MEMBERS,
    RATIO,
    READ,
    Readable,
    check_name,
    is_media,
    refusing,
)
from desktop.services.domain.errors import ArchiveRefused

LARGEST_DIRECTORY = 24 << 20
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")
_LONGEST_COMMENT = 65_535
_LINK = 0o120000
_KIND = 0o170000
_ENCRYPTED = 1


class ZipFiles:
    """The files of a zip; only those that are asked for by name are ever unpacked."""

    def __init__(self, path: Path, watch: Watch) -> None:
        self._watch = watch
        self._done = self._total = 0
        self.has_media = False
        self._infos: dict[str, ZipInfo] = {}
        with refusing():
            self._file = path.open("rb")
        try:
            with refusing():
                _check_directory(self._file)
                self._zip = ZipFile(self._file)
            self._learn_members()
        except BaseException:
            self._file.close()
            raise

    @property
    def names(self) -> Collection[str]:
        """Return the names of what may be read."""
        return self._infos.keys()

    def expect(self, names: Collection[str]) -> None:
        """Let the watch count from here on what is read of these files."""
        self._done, self._total = 0, sum(self._infos[name].file_size for name in names)

    @contextmanager
    def open(self, name: str) -> Iterator[Readable]:
        """Open one of the names for reading; what it holds is compared with its checksum."""
        info = self._infos[name]
        if info.file_size > LARGEST_MEMBER:
            raise ArchiveRefused("too_large")
        if info.file_size > max(ANY_RATIO, info.compress_size * RATIO):
            raise ArchiveRefused("unsafe")
        with refusing():
            member = self._zip.open(info)
        with member:
            yield _Member(member, self._count)

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()
        self._file.close()

    def _learn_members(self) -> None:
        for info in self._zip.filelist:
            check_name(info.orig_filename)
            if info.external_attr >> 16 & _KIND == _LINK:
                raise ArchiveRefused("unsafe")
            if info.flag_bits & _ENCRYPTED:
                raise ArchiveRefused("encrypted")
            self.has_media = self.has_media or is_media(info.filename)
            if not info.filename.endswith(READ):
                continue
            if info.filename in self._infos:
                raise ArchiveRefused("unsafe")
            if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                raise ArchiveRefused("unreadable")
            self._infos[info.filename] = info
        # Archives with tens of thousands of pictures would hold as many descriptions in memory.
        self._zip.filelist.clear()
        self._zip.NameToInfo.clear()

    def _count(self, size: int) -> None:
        self._done += size
        self._watch(self._done, max(self._done, self._total))


class _Member:
    """A file of the zip that is being read."""

    def __init__(self, member: IO[bytes], count: Callable[[int], None]) -> None:
        self._member = member
        self._count = count

    def read(self, size: int, /) -> bytes:
        """Return up to `size` more bytes, none at the end."""
        with refusing():
            piece = self._member.read(size)
        self._count(len(piece))
        return piece


def _check_directory(file: BinaryIO) -> None:
    """Look at how long the directory is before a library reads all of it."""
    size = file.seek(0, 2)
    start = max(0, size - _LONGEST_COMMENT - _END.size)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) - at < _END.size:
        raise ArchiveRefused("truncated")
    _, _, _, _, members, length, _, _ = _END.unpack_from(tail, at)
    end = start + at
    at_64 = at - _LOCATOR_64.size
    if at_64 >= 0 and tail[at_64 : at_64 + 4] == b"PK\6\7":
        end = _LOCATOR_64.unpack_from(tail, at_64)[2]
        if end > size - _END_64.size:
            raise ArchiveRefused("truncated")
        file.seek(end)
        _, _, _, _, _, _, _, members, length, _ = _END_64.unpack(file.read(_END_64.size))
    if members > MOST_MEMBERS or length > LARGEST_DIRECTORY:
        raise ArchiveRefused("too_large")
    if length > end:
        raise ArchiveRefused("truncated")
    file.seek(end - length)
    # What the end of the file says of their number is only a claim.
    if file.read(length).count(b"PK\1\2") > MOST_MEMBERS:
        raise ArchiveRefused("too_large")
    file.seek(0)
