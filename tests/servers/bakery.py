"""A bakery's workspace on a Mastodon-API server, its keys in the real keyring."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

from journeys.browser import Browser

from desktop.services.accounts import Accounts
from desktop.services.browser_sign_in import BrowserSignIn
from desktop.services.credentials import Credentials
from desktop.services.deletions import Deletions
from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedEntry, FeedFilter, FeedKind
from desktop.services.ingest import Ingest
from desktop.services.interactions import Interactions
from desktop.services.mentions import Mentions
from desktop.services.networks import registry
from desktop.services.networks.contract import SignIn
from desktop.services.networks.xrpc import utc_now
from desktop.services.people import People
from desktop.services.publishing import Publishing
from desktop.services.redaction import Redaction
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows
from desktop.services.timeline import Timeline
from desktop.services.vault import Vault


class Bakery:
    """The use cases over one file, as the screens use them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.ahead = timedelta()
        """How far this computer's clock goes before the server's."""
        self.open()

    def _now(self) -> datetime:
        return utc_now() + self.ahead

    def open(self) -> None:
        """Open the workspace as a start of the program does."""
        self.database = Database()
        self.database.open(self._folder / "crieur.db", now=utc_now())
        self.rows = rows = Rows(self.database)
        self.credentials = Credentials(rows, Vault(Redaction()))
        self.accounts = accounts = Accounts(rows, self.credentials, registry.Networks(), self._now)
        ingest = Ingest(rows, accounts, self._now)
        mentions = Mentions(rows, accounts, self._now)
        deletions = Deletions(rows, accounts, ingest, self._now)
        self.timeline = Timeline(rows, accounts, ingest, mentions, deletions, clock=self._now)
        self.publishing = Publishing(rows, accounts, ingest, self._now)
        self.interactions = Interactions(rows, accounts)
        self.people = People(rows, accounts)

    def close(self) -> None:
        """Close the workspace as the end of the program does."""
        self.accounts.close()
        self.database.close()

    def sign_in(self, url: str, browser: Browser) -> Account:
        """Connect the account through the server's page; the browser comes back by itself."""
        way = BrowserSignIn(self.accounts)
        with ThreadPoolExecutor(1) as pool:

            def show(address: str) -> None:
                shown.append(pool.submit(browser.sign_in, address))

            shown: list[object] = []
            request = SignIn("mastodon", url, "", "")
            account = way.connect(request, show, threading.Event(), said="Crieur is connected.")
        return account

    @property
    def account_id(self) -> int:
        """Return the one account's id."""
        return self.accounts.all()[0].id

    def stored(self, kind: FeedKind = FeedKind.HOME) -> dict[str, FeedEntry]:
        """Return what is stored by its text, without asking anybody."""
        found = self.timeline.entries(self.timeline.window(FeedFilter(kind)).ids)
        return {entry.post.text: entry for entry in found if entry.post is not None}

    def read(self, kind: FeedKind = FeedKind.HOME) -> dict[str, FeedEntry]:
        """Fetch what is new and return all that is stored by its text."""
        self.timeline.refresh(self.account_id)
        return self.stored(kind)
