"""A program that publishes what waits in a workspace until it is done or killed."""

import json
import os
import random
import sys
from pathlib import Path

from fakes import START, FakeVault

from desktop.services.accounts import Accounts
from desktop.services.credentials import Credentials
from desktop.services.domain.account import Account, Cap
from desktop.services.domain.charges import Meter
from desktop.services.domain.draft import Draft, Published, PublishKey
from desktop.services.domain.errors import OutcomeUnknown, Unreachable
from desktop.services.ingest import Ingest
from desktop.services.networks.contract import Credential, KeepCredential, Network, SignIn
from desktop.services.publishing import Publishing
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows


class FileNetwork:
    """A network whose server is a file: one line a post, written at once or not at all."""

    def __init__(self, server: Path) -> None:
        self._server = server

    def publish(self, draft: Draft, key: PublishKey) -> Published:
        chance = random.random()
        if chance < 0.08:
            raise OutcomeUnknown
        if chance < 0.12:
            raise Unreachable
        if self.find_published(draft, key) is None:
            line = json.dumps([key.record_key, draft.text]) + "\n"
            handle = os.open(self._server, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
            os.write(handle, line.encode())
            os.close(handle)
        if chance > 0.9:
            raise OutcomeUnknown
        return Published(key.record_key, "cid", "https://shop.test")

    def find_published(self, draft: Draft, key: PublishKey) -> Published | None:
        if any(record_key == key.record_key for record_key, _ in posts_on(self._server)):
            return Published(key.record_key, "cid", "https://shop.test")
        return None

    def close(self) -> None:
        """Nothing is held."""


class FileRegistry:
    """Opens the file as a network."""

    def __init__(self, server: Path) -> None:
        self._server = server

    def sign_in(self, request: SignIn) -> tuple[Account, Credential]:
        caps = Cap.POST | Cap.IDEMPOTENT_CREATE
        account = Account(0, "bluesky", "did:shop", "shop.test", "Shop", "", caps=caps)
        return account, Credential("secret")

    def open_network(
        self, account: Account, credential: Credential, keep: KeepCredential, meter: Meter
    ) -> Network:
        return FileNetwork(self._server)  # type: ignore[return-value] # all that publishing asks


class OpenVault(FakeVault):
    """Has every secret there ever was."""

    def read(self, name: str) -> str | None:
        return "secret"


def posts_on(server: Path) -> list[list[str]]:
    """Return key and text of each post that is public."""
    return [json.loads(line) for line in server.read_text().splitlines()] if server.exists() else []


def open_publishing(folder: Path) -> tuple[Database, Accounts, Publishing]:
    """Start the program's outbox on a workspace."""
    database = Database()
    database.open(folder / "crieur.db", now=START)
    rows = Rows(database)
    registry = FileRegistry(folder / "server.jsonl")
    accounts = Accounts(rows, Credentials(rows, OpenVault()), registry, lambda: START)
    ingest = Ingest(rows, accounts, lambda: START)
    return database, accounts, Publishing(rows, accounts, ingest, lambda: START)


def main(folder: Path) -> None:
    """Publish until nothing waits any more."""
    database, accounts, publishing = open_publishing(folder)
    publishing.recover()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while publishing.waiting_count():
        publishing.send_waiting(accounts.all()[0].id)
    database.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
