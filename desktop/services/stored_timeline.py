"""The merged timeline as it is stored: every answer at once, and no network is asked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from desktop.services.accounts import Accounts
from desktop.services.domain.conversation import reading_order
from desktop.services.domain.feed import (
    ActivityItem,
    FeedEntry,
    FeedFilter,
    FeedKind,
    FeedWindow,
    Place,
    ThreadEntry,
)
from desktop.services.reading_places import ReadingPlaces
from desktop.services.storage.rows import Rows

SPAN = 100_000


class StoredTimeline:
    """Reads the feeds back and keeps what the user read."""

    def __init__(self, rows: Rows, accounts: Accounts, places: ReadingPlaces) -> None:
        self._rows = rows
        self._accounts = accounts
        self._places = places

    def window(self, shown: FeedFilter, anchor: int | None = None, span: int = SPAN) -> FeedWindow:
        """Return the keys of up to `span` entries round the anchor, newest first."""
        return self._rows.feed.window(shown, anchor=anchor, span=span)

    def search(
        self, words: str, shown: FeedFilter, anchor: int | None = None, span: int = SPAN
    ) -> FeedWindow:
        """Return what is stored and holds the words, newest first."""
        return self.window(replace(shown, search=words), anchor, span)

    def entries(self, ids: Sequence[int]) -> list[FeedEntry]:
        """Return the entries in the order of their ids; what is gone by now is left out."""
        return self._rows.feed.entries(ids)

    def newer_than(self, shown: FeedFilter, entry_id: int) -> int:
        """Return how many entries of the filter are newer than this one."""
        return self._rows.feed.newer_than(shown, entry_id)

    def unread_counts(self, kind: FeedKind) -> dict[int, int]:
        """Return how many unread entries each account has."""
        return self._rows.feed.unread_counts(kind)

    def unread_total(self, shown: FeedFilter) -> int:
        """Return how many unread entries a list shows, each post once."""
        return self._rows.feed.unread_total(shown)

    def mark_read(self, ids: Iterable[int]) -> None:
        """Note that the entries were read."""
        read = [*ids]
        self._rows.feed.mark_read(read)
        self._places.note(read)

    def mark_unread(self, ids: Iterable[int]) -> None:
        """Note that the entries are to be read again."""
        self._rows.feed.mark_unread(ids)

    def mark_all_read(self, shown: FeedFilter) -> tuple[int, ...]:
        """Mark everything the filter shows as read; return what was unread, to undo it."""
        read = self._rows.feed.mark_all_read(shown)
        self._places.note(read)
        return read

    def place(self, key: str) -> Place | None:
        """Return where the user was reading a list, None when it was never left anywhere."""
        kept = self._rows.settings.get(_place_name(key))
        return None if kept is None else Place(*kept)

    def keep_place(self, key: str, place: Place) -> None:
        """Remember where the user is reading a list."""
        self._rows.settings.put(_place_name(key), [place.entry_id, place.offset])

    def activity(
        self,
        account_ids: Sequence[int] = (),
        limit: int = 100,
        before: datetime | None = None,
        *,
        with_words: bool = False,
    ) -> tuple[ActivityItem, ...]:
        """Return likes, reposts and follows, newest first; no account means every account.

        `with_words` adds mentions, replies and quotes.
        """
        wanted = account_ids or [account.id for account in self._accounts.all()]
        return self._rows.notifications.activity(wanted, limit, before, with_words=with_words)

    def stored_thread(self, entry: FeedEntry) -> tuple[ThreadEntry, ...]:
        """Return what is stored of the conversation round an entry's post, in reading order."""
        if entry.post is None:
            return ()
        post = entry.post
        ids = self._rows.posts.conversation(post.network, post.root or post.native_id)
        return self.as_thread({*ids, entry.post_id}, post.native_id)

    def as_thread(self, post_ids: Iterable[int | None], focus: str) -> tuple[ThreadEntry, ...]:
        """Return stored posts in the order in which a conversation is read."""
        found = [self._rows.feed.entry_of_post(post_id) for post_id in post_ids if post_id]
        entries = {
            entry.post.native_id: entry for entry in found if entry is not None and entry.post
        }
        order = reading_order([entry.post for entry in entries.values() if entry.post], focus)
        return tuple(
            ThreadEntry(entries[post.native_id], depth, post.native_id == focus)
            for post, depth in order
        )


def _place_name(key: str) -> str:
    return f"place {key}"
