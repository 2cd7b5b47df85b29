"""The merged timeline: read it back at once, and fetch what is new, missing or asked for."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from desktop.services.accounts import Accounts
from desktop.services.deletions import Deletions
from desktop.services.domain.account import Account, Cap
from desktop.services.domain.conversation import reading_order
from desktop.services.domain.errors import Missing, NetworkTrouble
from desktop.services.domain.feed import (
    ActivityItem,
    FeedEntry,
    FeedFilter,
    FeedKind,
    FeedWindow,
    Place,
    Refreshed,
    ThreadEntry,
)
from desktop.services.domain.page import Page
from desktop.services.domain.post import Arrival, Post, Relation
from desktop.services.ingest import Ingest
from desktop.services.mentions import Mentions
from desktop.services.networks.contract import Network
from desktop.services.storage.rows import Rows

SPAN = 100_000
OLDER_PAGES = 5
"""How many pages of known posts are passed over in search of older ones."""
RELATED = 60
"""How many people one refresh may ask about."""


class Timeline:
    """Reading never waits for a network; each call that does belongs in its account's lane."""

    def __init__(
        self,
        rows: Rows,
        accounts: Accounts,
        ingest: Ingest,
        mentions: Mentions,
        deletions: Deletions,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._rows = rows
        self._accounts = accounts
        self._ingest = ingest
        self._mentions = mentions
        self._deletions = deletions
        self._clock = clock
        self._related: set[tuple[int, str]] = set()

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

    def mark_read(self, ids: Iterable[int]) -> None:
        """Note that the entries were read."""
        self._rows.feed.mark_read(ids)

    def mark_unread(self, ids: Iterable[int]) -> None:
        """Note that the entries are to be read again."""
        self._rows.feed.mark_unread(ids)

    def mark_all_read(self, shown: FeedFilter) -> tuple[int, ...]:
        """Mark everything the filter shows as read; return what was unread, to undo it."""
        return self._rows.feed.mark_all_read(shown)

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
    ) -> tuple[ActivityItem, ...]:
        """Return likes, reposts and follows, newest first; no account means every account."""
        wanted = account_ids or [account.id for account in self._accounts.all()]
        return self._rows.notifications.activity(wanted, limit, before)

    def mark_seen(self, account_id: int) -> None:
        """Note, here and on the server, that the account's notifications were seen."""
        self._mentions.mark_seen(account_id)

    def next_try(self, account_id: int) -> datetime | None:
        """Return before when it makes no sense to fetch again, None when nothing went wrong."""
        return self._accounts.next_try(account_id)

    def refresh(self, account_id: int) -> Refreshed:
        """Fetch what is new for an account.

        When trouble comes half-way it is raised after what came before it was stored.
        """
        account = self._accounts.describe(account_id)
        brought = self._ingest.refresh(account_id)
        new_mentions = 0
        if Cap.MENTIONS in account.caps:
            new_mentions = self._mentions.refresh(account_id)
        # What follows only completes the picture; the next refresh does it as well.
        with suppress(NetworkTrouble):
            self._deletions.follow(account_id, brought.arrivals)
            self._learn_relations(account, brought.arrivals)
        return Refreshed(
            account_id, self._clock(), brought.new_entries, new_mentions, brought.has_gap
        )

    def fill_gap(self, entry_id: int) -> int:
        """Fetch the next pages of a gap; return how many entries were in it."""
        return self._ingest.fill_gap(entry_id)

    def load_older(self, account_id: int) -> int:
        """Fetch what is older than everything stored; return how many entries that is."""
        for _ in range(OLDER_PAGES):
            new = self._ingest.load_older(account_id)
            if new:
                return new
        return 0

    def check(self, account_id: int, entry_ids: Sequence[int]) -> int:
        """Ask whether the posts of entries in sight still exist; return how many do not."""
        network = self._accounts.held(account_id).network
        posts = [entry.post for entry in self.entries(entry_ids) if entry.post is not None]
        return self._deletions.check(
            account_id, [post.native_id for post in posts if post.network == network]
        )

    def search_network(self, account_id: int, words: str) -> int:
        """Store what the network finds; return how many posts were not stored before."""

        def search(network: Network) -> Page[Post]:
            return network.search(words)

        found = self._accounts.ask(account_id, search).items
        new = sum(self._rows.posts.id_of(post.network, post.native_id) is None for post in found)
        self._rows.posts.save(found, account_id)
        return new

    def stored_thread(self, entry: FeedEntry) -> tuple[ThreadEntry, ...]:
        """Return what is stored of the conversation round an entry's post, in reading order."""
        if entry.post is None:
            return ()
        post = entry.post
        ids = self._rows.posts.conversation(post.network, post.root or post.native_id)
        return self._as_thread({*ids, entry.post_id}, post.native_id)

    def thread(self, account_id: int, entry: FeedEntry) -> tuple[ThreadEntry, ...]:
        """Fetch the conversation round an entry's post; `Missing` when the post is gone."""
        post = entry.post
        if post is None:
            return ()
        try:
            posts = self._accounts.ask(account_id, lambda network: network.thread(post.native_id))
        except Missing:
            self._rows.posts.remove(post.network, [post.native_id])
            raise
        self._rows.posts.save(posts, account_id)
        stored = {each.entry.post_id for each in self.stored_thread(entry)}
        ids = {self._rows.posts.id_of(each.network, each.native_id) for each in posts}
        return self._as_thread(stored | ids - {None}, post.native_id)

    def _as_thread(self, post_ids: Iterable[int | None], focus: str) -> tuple[ThreadEntry, ...]:
        found = [self._rows.feed.entry_of_post(post_id) for post_id in post_ids if post_id]
        entries = {
            entry.post.native_id: entry for entry in found if entry is not None and entry.post
        }
        order = reading_order([entry.post for entry in entries.values() if entry.post], focus)
        return tuple(
            ThreadEntry(entries[post.native_id], depth, post.native_id == focus)
            for post, depth in order
        )

    def _learn_relations(self, account: Account, arrivals: Sequence[Arrival]) -> None:
        """Ask how the account stands to people it has not met since the program started."""
        if Cap.RELATIONSHIPS not in account.caps:
            return
        people = dict.fromkeys(arrival.post.author.native_id for arrival in arrivals)
        new = [each for each in people if (account.id, each) not in self._related][:RELATED]
        if not new:
            return

        def relations(network: Network) -> dict[str, Relation]:
            return network.relations(new)

        self._rows.people.save_relations(account.id, self._accounts.ask(account.id, relations))
        self._related |= {(account.id, each) for each in new}


def _place_name(key: str) -> str:
    return f"place {key}"
