"""Read the lists of people that a Mastodon server exports as CSV."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from desktop.services.archives.archive import Passed, Tells, Watch
from desktop.services.archives.archive_files import refusing
from desktop.services.archives.streams import lines
from desktop.services.domain.errors import ArchiveRefused
from desktop.services.domain.post import Author, Post

NETWORK = "mastodon"

_ADDRESS = re.compile(r"@?([\w.-]+)@((?:[\w-]+\.)+\w[\w-]+(?::\d+)?)")
_HEADER = "account address"
_ONLY_FOLLOWED = "show boosts"
"""A column that only the list of people one follows has."""


class MastodonList:
    """A list of the people that somebody follows, or that follow somebody; it does not say whom."""

    network = NETWORK
    owner = None
    server = ""
    left_aside: tuple[str, ...] = ()

    def __init__(self, path: Path, watch: Watch) -> None:
        self._path = path
        self._watch = watch
        self._ends_within_a_line = False
        self.tells = self._kind()

    def posts(self) -> Iterator[Post | Passed]:
        """Tell of no posts."""
        return iter(())

    def followers(self) -> Iterator[Author]:
        """Walk over the people who follow the owner."""
        return self._people() if self.tells is Tells.FOLLOWERS else iter(())

    def following(self) -> Iterator[tuple[Author, str]]:
        """Walk over the people the owner follows."""
        if self.tells is Tells.FOLLOWING:
            for person in self._people():
                yield person, f"follow {person.native_id}"

    def close(self) -> None:
        """Hold nothing open between two walks."""

    def _kind(self) -> Tells:
        """Tell by the heading, then by the name: lists of blocked people look much the same."""
        heading = [cell.strip().lower() for cell in next(self._rows(), [])]
        name = self._path.name.lower()
        if not heading or (heading[0] != _HEADER and not _ADDRESS.fullmatch(heading[0])):
            raise ArchiveRefused("not_an_archive")
        if _ONLY_FOLLOWED in heading:
            return Tells.FOLLOWING
        if "follower" in name:
            return Tells.FOLLOWERS
        if "following" in name:
            return Tells.FOLLOWING
        if heading == [_HEADER]:
            return Tells.FOLLOWERS
        raise ArchiveRefused("not_an_archive")

    def _people(self) -> Iterator[Author]:
        columns, row, found = 0, [""], None
        for row in self._rows():
            found = _ADDRESS.fullmatch(row[0].strip()) if row else None
            if found is not None:
                yield _author(*found.groups())
            columns = columns or len(row)
        if self._ends_within_a_line and (found is None or len(row) < columns):
            raise ArchiveRefused("truncated")

    def _rows(self) -> Iterator[list[str]]:
        with refusing():
            file = self._path.open("rb")
        with file:
            source = _Counted(file, self._watch)
            try:
                for row in csv.reader(lines(source), strict=True):
                    yield [cell.removeprefix("\ufeff") for cell in row]
            except csv.Error as cause:
                raise ArchiveRefused("truncated") from cause
            self._ends_within_a_line = source.last != b"\n"


class _Counted:
    """A file that tells how far it is read, and how what was read last ends."""

    def __init__(self, file: BinaryIO, watch: Watch) -> None:
        self._file = file
        self._watch = watch
        self._size = file.seek(0, 2)
        self.last = b""
        file.seek(0)

    def read(self, size: int, /) -> bytes:
        """Return up to `size` more bytes, none at the end."""
        with refusing():
            piece = self._file.read(size)
            self._watch(self._file.tell(), self._size)
        if b"\0" in piece:
            raise ArchiveRefused("not_an_archive")
        self.last = piece[-1:] or self.last
        return piece


def _author(name: str, domain: str) -> Author:
    handle = f"{name}@{domain}"
    return Author(NETWORK, handle.lower(), handle, name, web_url=f"https://{domain}/@{name}")
