"""Follow what became of stored posts: edits are taken over, deleted ones go."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from desktop.services.accounts import Accounts
from desktop.services.domain.account import Cap
from desktop.services.domain.errors import Unsupported
from desktop.services.domain.portions import portion
from desktop.services.domain.post import Arrival, Post
from desktop.services.ingest import Ingest
from desktop.services.networks.contract import Network
from desktop.services.storage.rows import Rows

BATCH = 25
MOST = 100
"""How many posts one refresh may ask about."""
_SETTLING = timedelta(minutes=10)
"""How long a network may take until it shows a new post to those who ask for it."""


class Deletions:
    """Asks an account's network about posts that may be gone."""

    def __init__(
        self, rows: Rows, accounts: Accounts, ingest: Ingest, clock: Callable[[], datetime]
    ) -> None:
        self._rows = rows
        self._accounts = accounts
        self._ingest = ingest
        self._clock = clock

    def follow(self, account_id: int, arrivals: Sequence[Arrival]) -> int:
        """Check the posts that are stored where the server now shows others; count what is gone.

        A post may also be missing there because somebody is not followed any more, so the
        network is asked before anything goes.
        """
        account = self._accounts.held(account_id)
        if Cap.KEYLESS in account.caps:
            return 0  # a public feed forgets what is old, which is no deletion
        places = [p for p in self._rows.coverage.positions(account_id, arrivals) if p is not None]
        if not places:
            return 0
        stored = self._rows.coverage.posts_between(account_id, min(places), max(places))
        shown = {arrival.post.native_id for arrival in arrivals}
        doubtful = [each for each in stored if each not in shown]
        return self._settle(account_id, doubtful[: portion(account, MOST)])

    def check(self, account_id: int, native_ids: Sequence[str]) -> int:
        """Take over edits of the posts, remove those that are gone and count these.

        Nothing is asked of a public feed, and nothing where every answer costs money.
        """
        if self._accounts.held(account_id).caps & (Cap.KEYLESS | Cap.METERED):
            return 0
        return self._settle(account_id, native_ids)

    def _settle(self, account_id: int, native_ids: Sequence[str]) -> int:
        network = self._accounts.held(account_id).network
        asked = [each for each in native_ids if not self.is_settling(account_id, each)]
        gone = 0
        for start in range(0, len(asked), BATCH):
            batch = asked[start : start + BATCH]
            try:
                found = self._ask(account_id, batch)
            except Unsupported:
                continue  # the server cannot tell what became of them
            missing = set(batch) - {post.native_id for post in found}
            with self._rows.database.writing():
                self._rows.posts.save(found, account_id)
                self._rows.posts.remove(network, missing)
            gone += len(missing)
        return gone

    def _ask(self, account_id: int, native_ids: Sequence[str]) -> tuple[Post, ...]:
        known = self._rows.posts.versions(self._accounts.held(account_id).network, native_ids)
        versions = [known.get(each, "") for each in native_ids]

        def posts(network: Network) -> tuple[Post, ...]:
            return network.posts(native_ids, versions)

        return self._accounts.ask(account_id, posts)

    def is_settling(self, account_id: int, native_id: str) -> bool:
        """Say whether a post of ours is so new that the network may not show it yet."""
        if native_id not in self._ingest.unconfirmed(account_id):
            return False
        network = self._accounts.held(account_id).network
        post_id = self._rows.posts.id_of(network, native_id)
        post = None if post_id is None else self._rows.posts.get(post_id)
        return post is not None and abs(self._clock() - post.created_at) < _SETTLING
