"""The secrets of the workspace's accounts, under names that no other workspace uses."""

import logging
import uuid
from typing import Protocol

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.errors import VaultTrouble
from desktop.services.networks.contract import Credential
from desktop.services.storage.rows import Rows

log = logging.getLogger(__name__)
_VAULT_ID = "vault_id"


class Vault(Protocol):
    """Keeps secrets by name; `vault.Vault` is one."""

    def keep(self, name: str, secret: str) -> None:
        """Keep a secret."""

    def read(self, name: str) -> str | None:
        """Return a secret, None when there is none."""

    def forget(self, name: str) -> None:
        """Drop a secret."""


class Credentials:
    """Each account's credential, in the vault.

    A renewed credential that the keyring refuses is held in memory and offered again: the former
    one is used up by then, so losing the new one would sign the account out.
    """

    def __init__(self, rows: Rows, vault: Vault) -> None:
        self._rows = rows
        self._vault = vault
        self._waiting: dict[int, tuple[Account, Credential]] = {}

    def keep(self, account: Account, credential: Credential) -> None:
        """Keep an account's credential; raises `VaultTrouble` when that is not possible."""
        if Cap.KEYLESS in account.caps:
            return
        self._vault.keep(self._names(account)[0], credential.secret)
        self._waiting.pop(account.id, None)

    def keep_renewed(self, account: Account, credential: Credential) -> None:
        """Keep a credential that replaces one that is used up, now or as soon as possible."""
        self._waiting[account.id] = account, credential
        self.keep_waiting()

    def keep_waiting(self) -> None:
        """Offer the keyring what it did not take so far."""
        for account, credential in tuple(self._waiting.values()):
            try:
                self.keep(account, credential)
            except VaultTrouble as trouble:
                log.warning("The keyring did not take a renewed session: %s.", trouble.reason)

    def read(self, account: Account) -> Credential | None:
        """Return an account's credential, None when it is lost; an empty one where none is used."""
        if Cap.KEYLESS in account.caps:
            return Credential("")
        if account.id in self._waiting:
            return self._waiting[account.id][1]
        for name in self._names(account):
            secret = self._vault.read(name)
            if secret is not None:
                return Credential(secret)
        return None

    def forget(self, account: Account) -> None:
        """Drop an account's credential.

        A locked keyring stops this, since the secret would stay behind. A keyring that is gone
        does not: there is nothing left to drop.
        """
        if Cap.KEYLESS in account.caps:
            return
        try:
            for name in self._names(account):
                self._vault.forget(name)
        except VaultTrouble as trouble:
            if trouble.reason == "locked":
                raise
        self._waiting.pop(account.id, None)

    def _names(self, account: Account) -> tuple[str, str]:
        """Return the name of an account's secret, and the one that earlier releases gave it.

        Only the server knows its people: one that lies about whom it serves must not be handed the
        secret that another server gave to the same name.
        """
        vault_id = self._rows.settings.get(_VAULT_ID)
        if vault_id is None:
            with self._rows.database.writing():
                vault_id = self._rows.settings.get(_VAULT_ID, uuid.uuid4().hex)
                self._rows.settings.put(_VAULT_ID, vault_id)
        who = f"{account.network} {account.native_id}"
        return f"{who} {account.server} {vault_id}", f"{who} {vault_id}"
