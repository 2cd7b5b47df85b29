"""What the palette reads from the file: people, posts, and what was written here."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.account import Account
from desktop.services.domain.draft import OutboxItem, OutboxState
from desktop.services.domain.feed import FeedEntry, FeedFilter
from desktop.services.domain.matching import match
from desktop.services.domain.post import Author
from desktop.ui.palette_answers import SlowSource
from desktop.ui.palette_rows import Found
from desktop.ui.text import clean, clean_name
from desktop.ui.wording import moment
from desktop.views.palette.doors import Doors
from desktop.views.session import Session

PEOPLE, POSTS, WRITTEN = 5, 5, 3
"""How many rows of each are worth a look."""
HELD = 50
"""How many of the newest posts of the outbox are looked at."""
_EXCERPT = 160
_BEFORE = 24
"""Letters of an excerpt that stand before what was looked for."""

translate = QCoreApplication.translate


class StoredSources:
    """The slow sources of one workspace."""

    def __init__(self, session: Session, accounts: Sequence[Account], doors: Doors) -> None:
        self._session = session
        self._accounts = accounts
        self._doors = doors
        self._held: tuple[OutboxItem, ...] | None = None

    def all(self) -> tuple[SlowSource, ...]:
        """Return the sources in the order in which they are asked."""
        return (
            SlowSource(self._read_people, self._people),
            SlowSource(self._read_posts, self._posts),
            SlowSource(self._read_written, self._written),
        )

    def _read_people(self, typed: str) -> tuple[Author, ...]:
        return self._session.people.find(typed, PEOPLE)

    def _people(self, typed: str, people: Sequence[Author]) -> Iterator[Found]:
        held = {each.network: each for each in reversed(self._accounts)}
        for person in people:
            account = held.get(person.network)
            if account is None:
                continue
            name, handle = clean_name(person.name), f"@{clean_name(person.handle)}"
            found = match(typed, name or handle)
            yield Found(
                f"person {person.network} {person.native_id}",
                translate("Palette", "People"),
                "user",
                name or handle,
                partial(self._doors.open_person, person, account),
                detail=handle if name else "",
                marks=found.spans if found is not None else (),
                network=person.network,
            )

    def _read_posts(self, typed: str) -> list[FeedEntry]:
        timeline = self._session.timeline
        ids = timeline.search(typed, FeedFilter(), span=POSTS).ids
        return timeline.entries(ids)

    def _posts(self, typed: str, entries: Sequence[FeedEntry]) -> Iterator[Found]:
        now = self._session.clock()
        for entry in entries:
            post = entry.post
            if post is None:
                continue
            words = " ".join(each for each in (post.text, *(m.alt for m in post.media)) if each)
            yield Found(
                f"post {entry.id}",
                translate("Palette", "Posts"),
                "message-circle",
                clean_name(post.author.name or post.author.handle),
                partial(self._doors.open_post, entry),
                detail=excerpt(post.warning or words, typed) or moment(entry.at, now),
                network=post.network,
            )

    def _read_written(self, _typed: str) -> tuple[OutboxItem, ...]:
        # With their pictures they are large, and while the palette is open nothing joins them.
        if self._held is None:
            newest = self._session.publishing.outbox(HELD)
            self._held = tuple(each for each in newest if each.state is not OutboxState.SENT)
        return self._held

    def _written(self, typed: str, items: Sequence[OutboxItem]) -> Iterator[Found]:
        now = self._session.clock()
        answering = [each for each in items if match(typed, clean(each.draft.text)) is not None]
        for item in answering[:WRITTEN]:
            yield Found(
                f"written {item.id}",
                translate("Palette", "In the outbox"),
                "send",
                excerpt(item.draft.text, typed),
                partial(self._doors.go_to, "outbox"),
                detail=moment(item.queued_at, now),
            )


def excerpt(text: str, typed: str) -> str:
    """Return a line of a text that shows what was looked for near its beginning."""
    line = " ".join(clean(text).split())
    found = match(typed, line)
    start = found.spans[0][0] if found is not None and found.spans else 0
    if start > _BEFORE:
        start = line.rfind(" ", 0, start - _BEFORE // 2) + 1
        return f"…{line[start : start + _EXCERPT]}"
    return line[:_EXCERPT]
