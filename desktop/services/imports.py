"""Take in what people downloaded from their networks: years of posts, at no cost and offline."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar

from desktop.services.accounts import Accounts
from desktop.services.archives.archive import Archive, Passed, Tells, Watch
from desktop.services.archives.opening import open_archive
from desktop.services.domain.account import Account, Cap, Limits
from desktop.services.domain.errors import ArchiveRefused, GivenUp, Missing
from desktop.services.domain.imported import Found, Imported
from desktop.services.domain.post import Author, Post, Relation
from desktop.services.storage.imported import ImportedRows
from desktop.services.storage.rows import Rows

T = TypeVar("T")
BATCH = 500
"""Items in one transaction, so that nobody waits long for the write lock."""
_LIMITS = {
    "x": Limits(280, "x_weighted", max_images=4, image_bytes=5_000_000, url_units=23),
    "mastodon": Limits(500, "mastodon", url_units=23),
}
_CAPS = {"x": Cap.KEYLESS | Cap.HAND_OFF}

Progress = Callable[[int, int], None]
"""Called often with how much is done and how much there is."""


def _nobody(_done: int, _total: int) -> None:
    """Report to nobody."""


@dataclass(slots=True)
class _Counts:
    """How far an import came; the account is None before anything is stored."""

    account: Account | None = None
    new_posts: int = 0
    known_posts: int = 0
    people: dict[Tells, int] = field(
        default_factory=lambda: {Tells.FOLLOWERS: 0, Tells.FOLLOWING: 0}
    )

    @property
    def done(self) -> int:
        """Return how many things were looked at."""
        return self.new_posts + self.known_posts + sum(self.people.values())


class Imports:
    """Looks into archives and stores what they hold; blocking, and slow for large files."""

    def __init__(self, rows: Rows, accounts: Accounts, clock: Callable[[], datetime]) -> None:
        self._imported = ImportedRows(rows.database)
        self._rows = rows
        self._accounts = accounts
        self._clock = clock
        self._looked: tuple[tuple[object, ...], Found] | None = None

    def look(
        self,
        path: Path,
        progress: Progress = _nobody,
        stop: threading.Event | None = None,
    ) -> Found:
        """Read a whole file and say what it holds; nothing is stored.

        `progress` counts bytes. Raises `ArchiveRefused` for what cannot be imported and `GivenUp`
        once `stop` is set.
        """
        stop = stop or threading.Event()
        mark = _mark(path)
        with closing(open_archive(path, _watch(progress, stop))) as archive:
            found = self._count(archive, stop)
        self._looked = mark, found
        return found

    def take(
        self,
        path: Path,
        progress: Progress = _nobody,
        stop: threading.Event | None = None,
        account_id: int = 0,
    ) -> Imported:
        """Store what a file holds, unless it is stored already.

        `progress` counts posts and people; `account_id` says to whom a list belongs that does not
        say it itself. A file that was not looked at yet, or changed since, is read through first,
        so that a broken one is refused before anything is stored. Once `stop` is set, what was
        stored so far stays; importing again goes on from there.
        """
        stop = stop or threading.Event()
        counts = _Counts()
        found = self._found(path, stop)
        try:
            with closing(open_archive(path, _watch(_nobody, stop))) as archive:
                counts.account = self._account_for(archive, found, account_id)
                self._store(archive, found, counts, progress, stop)
        except GivenUp:
            return _outcome(found, counts, was_stopped=True)
        return _outcome(found, counts, was_stopped=False)

    def _found(self, path: Path, stop: threading.Event) -> Found:
        if self._looked is not None and self._looked[0] == _mark(path):
            return self._looked[1]
        return self.look(path, stop=stop)

    def _count(self, archive: Archive, stop: threading.Event) -> Found:
        passed = dict.fromkeys(Passed, 0)
        posts, first, last = 0, None, None
        for item in _heeding(archive.posts(), stop):
            if isinstance(item, Passed):
                passed[item] += 1
                continue
            posts += 1
            first = item.created_at if first is None else min(first, item.created_at)
            last = item.created_at if last is None else max(last, item.created_at)
        followers = sum(1 for _ in _heeding(archive.followers(), stop))
        following = sum(1 for _ in _heeding(archive.following(), stop))
        if not posts + followers + following:
            raise ArchiveRefused("unreadable" if passed[Passed.UNREADABLE] else "empty")
        reposts = passed[Passed.REPOST]
        return Found(
            network=archive.network,
            handle=_handle(archive.owner) if archive.owner else "",
            name=archive.owner.name if archive.owner else "",
            first=first,
            last=last,
            posts=posts,
            reposts=reposts,
            unreadable=passed[Passed.UNREADABLE],
            followers=followers if Tells.FOLLOWERS in archive.tells else None,
            following=following if Tells.FOLLOWING in archive.tells else None,
            left_aside=(*archive.left_aside, *(["reposts"] if reposts else [])),
            accounts=self._candidates(archive),
        )

    def _candidates(self, archive: Archive) -> tuple[Account, ...]:
        """Return the accounts that an archive may belong to; the owner's own, where it says."""
        there = [each for each in self._accounts.all() if each.network == archive.network]
        owner = archive.owner
        if owner is None:
            if not there:
                raise ArchiveRefused("other_account")
            return tuple(there)
        same = [each for each in there if _is_owners(each, owner)]
        same.sort(key=lambda each: Cap.KEYLESS in each.caps)
        return tuple(same[:1])

    def _account_for(self, archive: Archive, found: Found, account_id: int) -> Account:
        candidates = self._candidates(archive)
        wanted = [each for each in candidates if each.id == account_id]
        owner = archive.owner
        if owner is None:
            if not wanted and len(candidates) > 1:
                raise ArchiveRefused("other_account")
            return (wanted or [*candidates])[0]
        if not candidates:
            return self._rows.accounts.add(_keyless(owner, archive.server, self._clock()))
        account = candidates[0]
        if account.native_id != owner.native_id:
            # Only its handle was known until now.
            account = replace(account, native_id=owner.native_id, name=owner.name)
            self._rows.accounts.update(account)
        return account

    def _store(
        self,
        archive: Archive,
        found: Found,
        counts: _Counts,
        progress: Progress,
        stop: threading.Event,
    ) -> None:
        account = counts.account
        if account is None:
            return
        if archive.owner is not None:
            owner = replace(archive.owner, handle=account.handle)
            for batch in _batches(_posts(archive), stop):
                self._check_is_there(account)
                new = self._imported.add_posts(owner, batch)
                counts.new_posts += new
                counts.known_posts += len(batch) - new
                progress(counts.done, found.items)
        if Cap.RELATIONSHIPS not in account.caps:
            # Nobody else tells how the account stands to people: the latest list counts.
            self._imported.forget_people(
                account.id,
                followers=Tells.FOLLOWERS in archive.tells,
                following=Tells.FOLLOWING in archive.tells,
            )
        for kind, people in (
            (Tells.FOLLOWERS, _followers(archive)),
            (Tells.FOLLOWING, _following(archive)),
        ):
            for group in _batches(people, stop):
                self._check_is_there(account)
                self._imported.add_people(account.id, group, account.network)
                counts.people[kind] += len(group)
                progress(counts.done, found.items)

    def _check_is_there(self, account: Account) -> None:
        if self._accounts.get(account.id) is None:
            raise Missing


def _handle(owner: Author) -> str:
    """Return what the owner is called; a Bluesky repository tells no handle."""
    return owner.native_id if owner.network == "bluesky" else owner.handle


def _keyless(owner: Author, server: str, now: datetime) -> Account:
    """Return an account that is only read from its archive, until somebody signs in to it."""
    return Account(
        id=0,
        network=owner.network,
        native_id=owner.native_id,
        handle=_handle(owner),
        name=owner.name,
        server=server,
        avatar_url=owner.avatar_url,
        caps=_CAPS.get(owner.network, Cap.KEYLESS),
        limits=_LIMITS.get(owner.network, Limits(300, "graphemes", 3000)),
        connected_at=now,
    )


def _is_owners(account: Account, owner: Author) -> bool:
    """Say whether an account is the archive's owner's; without a key it may have a handle only."""
    if account.native_id == owner.native_id:
        return True
    return Cap.KEYLESS in account.caps and account.native_id == owner.handle.lower()


def _mark(path: Path) -> tuple[object, ...]:
    """Return what changes when a file does."""
    try:
        told = path.stat()
    except OSError:
        return (path,)
    return path, told.st_ino, told.st_size, told.st_mtime_ns


def _watch(progress: Progress, stop: threading.Event) -> Watch:
    def watch(done: int, total: int) -> None:
        if stop.is_set():
            raise GivenUp
        progress(done, total)

    return watch


def _heeding(items: Iterable[T], stop: threading.Event) -> Iterator[T]:
    """Walk over the items until the work is to stop."""
    for item in items:
        if stop.is_set():
            raise GivenUp
        yield item


def _batches(items: Iterable[T], stop: threading.Event) -> Iterator[list[T]]:
    walked = _heeding(items, stop)
    while batch := list(islice(walked, BATCH)):
        yield batch


def _posts(archive: Archive) -> Iterator[Post]:
    return (item for item in archive.posts() if isinstance(item, Post))


def _followers(archive: Archive) -> Iterator[tuple[Author, Relation]]:
    return ((person, Relation("", True)) for person in archive.followers())


def _following(archive: Archive) -> Iterator[tuple[Author, Relation]]:
    return ((person, Relation(act_id, False)) for person, act_id in archive.following())


def _outcome(found: Found, counts: _Counts, *, was_stopped: bool) -> Imported:
    return Imported(
        found=found,
        account=counts.account,
        new_posts=counts.new_posts,
        known_posts=counts.known_posts,
        followers=counts.people[Tells.FOLLOWERS],
        following=counts.people[Tells.FOLLOWING],
        was_stopped=was_stopped,
    )
