"""Recognise what a file is by what it holds, whatever it is called, and open it.

What reads one kind of archive is imported only when there is one.
"""

from pathlib import Path

from desktop.services.archives.archive import Archive, Watch
from desktop.services.archives.archive_files import refusing
from desktop.services.domain.errors import ArchiveRefused

_ZIP, _GZIP = b"PK", b"\x1f\x8b"
_START = 128


def open_archive(path: Path, watch: Watch) -> Archive:
    """Open an archive of X, Mastodon or Bluesky, or a list of people from a Mastodon server.

    Raises:
        ArchiveRefused: the file is none of these, is broken, or is dangerous.
    """
    with refusing():
        if not path.is_file():
            raise ArchiveRefused("not_an_archive")
        with path.open("rb") as file:
            start = file.read(_START)
    if not start:
        raise ArchiveRefused("empty")
    if start.startswith(_ZIP):
        return _open_zip(path, watch)
    if start.startswith(_GZIP):
        return _open_tar(path, watch)
    if b"eroots" in start and b"gversion" in start:
        from desktop.services.archives.bluesky_archive import BlueskyArchive

        return BlueskyArchive(path, watch)
    if b"\0" in start:
        raise ArchiveRefused("not_an_archive")
    from desktop.services.archives.mastodon_lists import MastodonList

    return MastodonList(path, watch)


def _open_zip(path: Path, watch: Watch) -> Archive:
    from desktop.services.archives.mastodon_archive import (
        OUTBOX,
        MastodonArchive,
        mastodon_base,
    )
    from desktop.services.archives.x_archive import XArchive, x_base
    from desktop.services.archives.x_old_archive import OWNER, TABLE, XOldArchive
    from desktop.services.archives.zip_files import ZipFiles

    files = ZipFiles(path, watch)
    try:
        base = x_base(files)
        if base is not None:
            return XArchive(files, base)
        if {TABLE, OWNER} <= {*files.names}:
            return XOldArchive(files)
        base = mastodon_base(files)
        if base is not None:
            files.expect([base + OUTBOX])
            return MastodonArchive(files, base)
        raise ArchiveRefused("not_an_archive")
    except BaseException:
        files.close()
        raise


def _open_tar(path: Path, watch: Watch) -> Archive:
    from desktop.services.archives.mastodon_archive import ACTOR, MastodonArchive, mastodon_base
    from desktop.services.archives.tar_files import TarFiles

    files = TarFiles(path, watch, kept=(ACTOR,))
    base = mastodon_base(files)
    if base is not None:
        return MastodonArchive(files, base)
    raise ArchiveRefused("not_an_archive")
