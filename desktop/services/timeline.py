"""The merged timeline: read it back at once, and fetch what is new, missing or asked for."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from desktop.services.accounts import Accounts
from desktop.services.deletions import Deletions
from desktop.services.domain.account import Account, Cap
from desktop.services.domain.errors import Missing, NetworkTrouble
from desktop.services.domain.feed import (
    FeedEntry,
    Refreshed,
    ThreadEntry,
)
from desktop.services.domain.page import Page
from desktop.services.domain.portions import portion
from desktop.services.domain.post import Arrival, Post, Relation
from desktop.services.ingest import Brought, Ingest
from desktop.services.mentions import Mentions
from desktop.services.networks.contract import Network
from desktop.services.reading_places import ReadingPlaces
from desktop.services.storage.rows import Rows
from desktop.services.stored_timeline import StoredTimeline

OLDER_PAGES = 5
"""How many pages of known posts are passed over in search of older ones."""
PAGE = 50
RELATED = 60
"""How many people one refresh may ask about."""
_DESCRIBED = "described"


class Timeline(StoredTimeline):
    """Adds what asks a network, which belongs in its account's lane."""

    def __init__(
        self,
        rows: Rows,
        accounts: Accounts,
        ingest: Ingest,
        mentions: Mentions,
        deletions: Deletions,
        *,
        clock: Callable[[], datetime],
        places: ReadingPlaces | None = None,
    ) -> None:
        super().__init__(rows, accounts, places or ReadingPlaces(rows, accounts))
        self._ingest = ingest
        self._mentions = mentions
        self._deletions = deletions
        self._clock = clock
        self._related: set[tuple[int, str]] = set()

    def mark_seen(self, account_id: int) -> None:
        """Note, here and on the server, that the account's notifications were seen."""
        self._mentions.mark_seen(account_id)

    def sync_reading_place(self, account_id: int) -> int:
        """Keep the place read on the server and here the same; return how many became read.

        Belongs in the account's lane, at each refresh and a moment after the user has read on.
        """
        return self._places.sync(account_id)

    def next_try(self, account_id: int) -> datetime | None:
        """Return before when it makes no sense to fetch again, None when nothing went wrong."""
        return self._accounts.next_try(account_id)

    def refresh(self, account_id: int) -> Refreshed:
        """Fetch what is new for an account, and say what was fetched.

        An account whose calls cost money gets its mentions, and its home feed only where the user
        wants that. When trouble comes half-way it is raised after what came before it was stored.
        """
        if not self._accounts.held(account_id).caps & (Cap.HOME | Cap.MENTIONS):
            return Refreshed(account_id, self._clock(), read_home=False)
        account = self._described(account_id)
        brought = Brought()
        read_home = Cap.HOME in account.caps and self.reads_home(account_id)
        if read_home:
            brought = self._ingest.refresh(account_id)
        new_mentions = 0
        if Cap.MENTIONS in account.caps:
            new_mentions = self._mentions.refresh(account_id)
        # What follows only completes the picture; the next refresh does it as well.
        with suppress(NetworkTrouble):
            self._deletions.follow(account_id, brought.arrivals)
            self._learn_relations(account, brought.arrivals)
            self._places.sync(account_id)
        return Refreshed(
            account_id,
            self._clock(),
            brought.new_entries,
            new_mentions,
            brought.has_gap,
            read_home=read_home,
        )

    def reads_home(self, account_id: int) -> bool:
        """Say whether a refresh fetches the home feed: where it costs money, only if wanted."""
        account = self._accounts.held(account_id)
        default = Cap.METERED not in account.caps
        return bool(self._rows.settings.get(_home_name(account_id), default))

    def set_reads_home(self, account_id: int, reads_home: bool) -> None:
        """Let a refresh fetch an account's home feed, or not."""
        self._rows.settings.put(_home_name(account_id), reads_home)

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

        size = portion(self._accounts.held(account_id), PAGE)

        def search(network: Network) -> Page[Post]:
            return network.search(words, limit=size)

        found = self._accounts.ask(account_id, search).items
        new = sum(self._rows.posts.id_of(post.network, post.native_id) is None for post in found)
        self._rows.posts.save(found, account_id)
        return new

    def thread(self, account_id: int, entry: FeedEntry) -> tuple[ThreadEntry, ...]:
        """Fetch the conversation round an entry's post; `Missing` when the post is gone."""
        post = entry.post
        if post is None:
            return ()
        try:
            posts = self._accounts.ask(
                account_id, lambda network: network.thread(post.native_id, post.version)
            )
        except Missing:
            is_feed = Cap.KEYLESS in self._accounts.held(account_id).caps
            if is_feed or self._deletions.is_settling(account_id, post.native_id):
                # A public feed forgets what is old, and a network may not show yet what is new.
                return self.stored_thread(entry)
            self._rows.posts.remove(post.network, [post.native_id])
            raise
        self._rows.posts.save(posts, account_id)
        stored = {each.entry.post_id for each in self.stored_thread(entry)}
        ids = {self._rows.posts.id_of(each.network, each.native_id) for each in posts}
        return self.as_thread(stored | ids - {None}, post.native_id)

    def _described(self, account_id: int) -> Account:
        """Return the account as its server describes it; where that costs money, once a day."""
        account = self._accounts.held(account_id)
        if Cap.METERED not in account.caps:
            return self._accounts.describe(account_id)
        now, at = self._clock(), self._rows.sync.refreshed_at(account_id, _DESCRIBED)
        if at is not None and at.astimezone(UTC).date() == now.astimezone(UTC).date():
            return account
        account = self._accounts.describe(account_id)
        self._rows.sync.put(account_id, _DESCRIBED, refreshed_at=now)
        return account

    def _learn_relations(self, account: Account, arrivals: Sequence[Arrival]) -> None:
        """Ask how the account stands to people it has not met since the program started."""
        if Cap.RELATIONSHIPS not in account.caps or Cap.METERED in account.caps:
            return
        people = dict.fromkeys(arrival.post.author.native_id for arrival in arrivals)
        new = [each for each in people if (account.id, each) not in self._related][:RELATED]
        if not new:
            return

        def relations(network: Network) -> dict[str, Relation]:
            return network.relations(new)

        self._rows.people.save_relations(account.id, self._accounts.ask(account.id, relations))
        self._related |= {(account.id, each) for each in new}


def _home_name(account_id: int) -> str:
    return f"reads_home {account_id}"
