"""Keep the connected accounts, never their secrets."""

import json
from datetime import datetime
from typing import Any

from desktop.services.domain.account import Account, AccountState, Cap, Limits
from desktop.services.domain.errors import InvalidField
from desktop.services.storage.account_tables import AccountTable
from desktop.services.storage.columns import from_optional_ms, storable, to_json, to_optional_ms
from desktop.services.storage.database import Database
from desktop.services.storage.leftovers import sweep


class AccountRows:
    """The accounts of one workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Account, ...]:
        """Return every account in the order in which they were connected."""
        with self._database.reading():
            return tuple(_account(row) for row in AccountTable.select().order_by(AccountTable.id))

    def get(self, account_id: int) -> Account | None:
        """Return one account, None when it is not there any more."""
        with self._database.reading():
            row = AccountTable.get_or_none(AccountTable.id == account_id)
            return None if row is None else _account(row)

    def add(self, account: Account) -> Account:
        """Store a new account and return it with its id.

        Raises:
            InvalidField: the workspace already has this account.
        """
        values = _columns(account)
        with self._database.writing():
            same = [
                getattr(AccountTable, name) == values[name]
                for name in ("network", "native_id", "server")
            ]
            if AccountTable.select().where(*same).exists():
                raise InvalidField("identifier", "already_connected")
            return _account(AccountTable.create(**values))

    def update(self, account: Account) -> None:
        """Store what is now known of an account."""
        with self._database.writing():
            AccountTable.update(**_columns(account)).where(AccountTable.id == account.id).execute()

    def touch(self, account_id: int, refreshed_at: datetime) -> None:
        """Note when the account was last refreshed."""
        with self._database.writing():
            AccountTable.update(refreshed_ms=to_optional_ms(refreshed_at)).where(
                AccountTable.id == account_id
            ).execute()

    def remove(self, account_id: int) -> None:
        """Forget an account, its feeds and outbox, and the posts that nobody else holds.

        Bookmarked posts and people with a note stay: the user chose to keep those. An
        interrupted removal is finished by the next one, or by `leftovers.sweep`.
        """
        with self._database.writing() as connection:
            connection.execute("DELETE FROM account WHERE id = ?", (account_id,))
        sweep(self._database)


def _columns(account: Account) -> dict[str, Any]:
    limits = account.limits
    return {
        "network": account.network,
        "native_id": storable(account.native_id),
        "handle": storable(account.handle),
        "name": storable(account.name),
        "server": storable(account.server),
        "avatar_url": storable(account.avatar_url),
        "caps": " ".join(cap.name for cap in Cap if cap.name and cap in account.caps),
        "limits": to_json(
            [
                limits.max_units,
                limits.counter,
                limits.max_bytes,
                limits.max_images,
                limits.image_bytes,
                limits.url_units,
            ]
        ),
        "may_post": account.may_post,
        "state": account.state.value,
        "connected_ms": to_optional_ms(account.connected_at),
        "refreshed_ms": to_optional_ms(account.refreshed_at),
    }


def _account(row: AccountTable) -> Account:
    caps = Cap.NONE
    for name in row.caps.split():
        # A capability that this version no longer knows is one it cannot use.
        caps |= Cap.__members__.get(name, Cap.NONE)
    return Account(
        id=row.id,
        network=row.network,
        native_id=row.native_id,
        handle=row.handle,
        name=row.name,
        server=row.server,
        avatar_url=row.avatar_url,
        caps=caps,
        limits=Limits(*json.loads(row.limits)),
        may_post=row.may_post,
        state=AccountState(row.state),
        connected_at=from_optional_ms(row.connected_ms),
        refreshed_at=from_optional_ms(row.refreshed_ms),
    )
