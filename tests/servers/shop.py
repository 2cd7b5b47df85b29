"""One workspace with a bakery's account, its secret in the real keyring."""

import base64
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from servers.local_network import LocalNetwork

from desktop.services.accounts import Accounts
from desktop.services.credentials import Credentials
from desktop.services.domain.account import Account
from desktop.services.domain.draft import PublishKey
from desktop.services.domain.post import Post
from desktop.services.domain.tid import tid
from desktop.services.networks import registry
from desktop.services.networks.contract import Network, SignIn
from desktop.services.networks.xrpc import utc_now
from desktop.services.redaction import Redaction
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows
from desktop.services.vault import Vault

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)

Person = dict[str, str]


@dataclass
class Shop:
    """The bakery's workspace, open; `person` is what `sign_up` returned for it."""

    folder: Path
    person: Person

    def __post_init__(self) -> None:
        self.open()

    def open(self) -> None:
        """Open the workspace as a start of the program does."""
        self.database = Database()
        self.database.open(self.folder / "crieur.db", now=utc_now())
        rows = Rows(self.database)
        self.credentials = Credentials(rows, Vault(Redaction()))
        self.accounts = Accounts(rows, self.credentials, registry.Networks(), utc_now)

    def close(self) -> None:
        """Close the workspace as the end of the program does."""
        self.accounts.close()
        self.database.close()

    def connect(self, network: LocalNetwork) -> Account:
        """Sign in as the user does."""
        asked = SignIn(
            "bluesky", network.pds, f"@{self.person['handle']}", self.person["app_password"]
        )
        return self.accounts.connect(asked)

    @property
    def account(self) -> Account:
        """Return the one account."""
        return self.accounts.all()[0]

    @property
    def network(self) -> Network:
        """Return the account's adapter."""
        return self.accounts.network(self.account.id)

    def feed(self) -> dict[str, Post]:
        """Return the first page of the home feed by its texts."""
        return {arrival.post.text: arrival.post for arrival in self.network.home().items}

    def shown(self, uri: str) -> Post | None:
        """Return a post as the network shows it to the bakery."""
        found = self.network.posts([uri])
        return found[0] if found else None


def new_key() -> PublishKey:
    """Return a key that no post has yet."""
    now = datetime.now(UTC)
    return PublishKey("uuid", tid(now, 7), now)
