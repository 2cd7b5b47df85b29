"""A whole workspace on a bench: a real store, one account, and a server to play with."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fake_network import FakeRegistry
from fake_server import FakeServer
from fakes import FakeClock, FakeVault

from desktop.services.accounts import Accounts
from desktop.services.credentials import Credentials
from desktop.services.deletions import Deletions
from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedEntry, FeedFilter, FeedKind
from desktop.services.ingest import Ingest, Reach
from desktop.services.mentions import Mentions
from desktop.services.networks.contract import SignIn
from desktop.services.publishing import Publishing
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows
from desktop.services.timeline import Timeline

SIGN_IN = SignIn("bluesky", "https://shop.test", "shop", "pass-word")


@dataclass
class Workbench:
    """An open workspace with one connected account."""

    rows: Rows
    clock: FakeClock
    vault: FakeVault
    registry: FakeRegistry
    accounts: Accounts
    account: Account

    @property
    def server(self) -> FakeServer:
        """The account's server."""
        return self.registry.server()

    def feed(self, kind: FeedKind = FeedKind.HOME) -> list[FeedEntry]:
        """Return the account's feed as it is stored, newest first."""
        shown = FeedFilter(kind=kind, account_ids=(self.account.id,))
        return self.rows.feed.entries(self.rows.feed.window(shown).ids)

    def shown(self, kind: FeedKind = FeedKind.HOME) -> list[str]:
        """Return the texts of the account's feed, with "..." for a gap."""
        return [each.post.text if each.post else "..." for each in self.feed(kind)]

    def timeline(self, reach: Reach | None = None) -> Timeline:
        """Open the timeline as the program does."""
        ingest = Ingest(self.rows, self.accounts, self.clock, reach)
        mentions = Mentions(self.rows, self.accounts, self.clock)
        deletions = Deletions(self.rows, self.accounts, ingest, self.clock)
        return Timeline(self.rows, self.accounts, ingest, mentions, deletions, clock=self.clock)

    def publishing(self) -> Publishing:
        """Open the outbox as the program does."""
        ingest = Ingest(self.rows, self.accounts, self.clock)
        return Publishing(self.rows, self.accounts, ingest, self.clock)

    def public(self) -> list[str]:
        """Return what the account has published, in the order it came."""
        return [draft.text for _, draft in self.server.published]

    def restart(self) -> None:
        """Start the program anew on the same store."""
        self.accounts = _accounts(self.rows, self.vault, self.registry, self.clock)


def _accounts(rows: Rows, vault: FakeVault, registry: FakeRegistry, clock: FakeClock) -> Accounts:
    return Accounts(rows, Credentials(rows, vault), registry, clock, chance=lambda: 1.0)


@contextmanager
def workbench(folder: Path) -> Iterator[Workbench]:
    """Lay out a workspace in `folder`, and put everything away afterwards."""
    clock, vault = FakeClock(), FakeVault()
    registry = FakeRegistry(clock)
    database = Database()
    database.open(folder / "crieur.db", now=clock())
    try:
        # No test pulls the plug, and waiting for the disk is most of what a bench would do.
        database.rows("PRAGMA synchronous = OFF")
        rows = Rows(database)
        accounts = _accounts(rows, vault, registry, clock)
        yield Workbench(rows, clock, vault, registry, accounts, accounts.connect(SIGN_IN))
    finally:
        database.close()
