"""Connect and disconnect accounts, and ask their servers no more than they allow."""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol, TypeVar

from desktop.services.credentials import Credentials
from desktop.services.domain.account import Account, AccountState, Cap
from desktop.services.domain.charges import FREE, Meter
from desktop.services.domain.errors import (
    BadAnswer,
    CrieurError,
    InvalidField,
    Missing,
    OutcomeUnknown,
    RateLimited,
    SignedOut,
    Unreachable,
    VaultTrouble,
)
from desktop.services.domain.pace import Pace
from desktop.services.networks.contract import Credential, Handshake, KeepCredential, Network
from desktop.services.networks.contract import SignIn as SignIn  # for those who connect
from desktop.services.storage.rows import Rows

T = TypeVar("T")
_DESCRIBED_FOR = timedelta(hours=12)


class Registry(Protocol):
    """Signs in to networks and opens their adapters; `networks/registry.py` is one."""

    def sign_in(self, request: SignIn) -> tuple[Account, Credential]:
        """Sign in with what the user typed."""

    def begin(self, request: SignIn, redirect: str) -> Handshake:
        """Begin a sign-in in the browser."""

    def open_network(
        self, account: Account, credential: Credential, keep: KeepCredential, meter: Meter
    ) -> Network:
        """Return the adapter that serves an account."""


def _no_meter(_account_id: int) -> Meter:
    """Let every account's calls cost nothing."""
    return FREE


class Accounts:
    """The workspace's accounts, each with one open adapter at most.

    Whatever asks an account's server goes through `ask`, in that account's lane.
    """

    def __init__(
        self,
        rows: Rows,
        credentials: Credentials,
        registry: Registry,
        clock: Callable[[], datetime],
        *,
        chance: Callable[[], float] = random.random,
        meter_of: Callable[[int], Meter] = _no_meter,
        remove: Callable[[Account], object] | None = None,
    ) -> None:
        self._rows = rows
        self._credentials = credentials
        self._registry = registry
        self._clock = clock
        self._chance = chance
        self._meter_of = meter_of
        self._remove = remove
        self._networks: dict[int, Network] = {}
        self._paces: dict[int, Pace] = {}
        self._described_at: dict[int, datetime] = {}

    def all(self) -> tuple[Account, ...]:
        """Return every account in the order in which they were connected."""
        return self._rows.accounts.all()

    def get(self, account_id: int) -> Account | None:
        """Return one account, None when it was disconnected."""
        return self._rows.accounts.get(account_id)

    def held(self, account_id: int) -> Account:
        """Return one account; `Missing` when it was disconnected meanwhile."""
        account = self.get(account_id)
        if account is None:
            raise Missing
        return account

    def connect(self, sign_in: SignIn) -> Account:
        """Sign in and keep the account; one that is known already is signed in anew.

        The secret is safe in the vault before the account exists, so that no account is ever
        there without a way in.
        """
        return self._keep(*self._registry.sign_in(sign_in))

    def reconnect(self, account_id: int, sign_in: SignIn) -> Account:
        """Sign in again to an account; `InvalidField` when that leads to another one."""
        return self._keep(*self._registry.sign_in(sign_in), account_id)

    def begin(self, sign_in: SignIn, redirect: str) -> Handshake:
        """Begin a sign-in in the browser; see `registry.begin`."""
        return self._registry.begin(sign_in, redirect)

    def finish(self, handshake: Handshake, code: str, known_id: int = 0) -> Account:
        """Connect the account that the browser signed in to, or sign in to a known one again."""
        return self._keep(*handshake.finish(code), known_id)

    def disconnect(self, account_id: int) -> None:
        """Forget the account: its session, its secret, then everything only it held."""
        if (account := self.get(account_id)) is not None:
            self.sign_out(account)
            if self._remove is None:
                self._rows.accounts.remove(account_id)
            else:
                self._remove(account)

    def sign_out(self, account: Account) -> None:
        """Give up an account's session and its secret.

        A server that cannot be reached keeps a session that nobody has the secret of any more.
        """
        with suppress(CrieurError):
            self.network(account.id).sign_out()
        self._let_go(account.id)
        self._credentials.forget(account)

    def set_may_post(self, account_id: int, may_post: bool) -> None:
        """Let Crieur write with the account, or only read."""
        self._change(account_id, may_post=may_post)

    def network(self, account_id: int) -> Network:
        """Return the account's adapter, opened with the vault's secret on first use.

        Raises `SignedOut` when there is no secret that works and `VaultTrouble` when it cannot be
        read at present; the account's state says so from then on.
        """
        network = self._networks.get(account_id)
        if network is None:
            account = self.held(account_id)
            if account.state is AccountState.SIGNED_OUT:
                raise SignedOut
            keep = partial(self._credentials.keep_renewed, account)
            network = self._registry.open_network(
                account, self._credential(account), keep, self._meter_of(account_id)
            )
            self._networks[account_id] = network
        return network

    def ask(self, account_id: int, question: Callable[[Network], T]) -> T:
        """Ask the account's server something and remember how that went.

        Raises `RateLimited` without asking while the server wants to be left alone.
        """
        now = self._clock()
        pace = self._paces.get(account_id, Pace())
        until = pace.limited_until(now)
        if until is not None:
            raise RateLimited(until)
        network = self.network(account_id)
        try:
            answer = question(network)
        except RateLimited as limit:
            pace = pace.limited(limit.until, now, self._chance())
            self._paces[account_id] = pace
            raise RateLimited(pace.limited_until(now) or limit.until) from limit
        except SignedOut:
            self._mark(account_id, AccountState.SIGNED_OUT)
            raise
        except (Unreachable, BadAnswer, OutcomeUnknown):
            self._paces[account_id] = pace.failed(self._clock(), self._chance())
            raise
        self._paces.pop(account_id, None)
        return answer

    def next_try(self, account_id: int) -> datetime | None:
        """Return before when it makes no sense to ask again, None when nothing went wrong."""
        return self._paces.get(account_id, Pace()).next_try(self._clock())

    def describe(self, account_id: int) -> Account:
        """Return the account with name, picture, capabilities and limits of today."""
        now = self._clock()
        described_at = self._described_at.get(account_id)
        if described_at is not None and timedelta() <= now - described_at < _DESCRIBED_FOR:
            return self.held(account_id)
        self._credentials.keep_waiting()
        told = self.ask(account_id, lambda network: network.me())
        self._described_at[account_id] = now
        return self._change(account_id, **_description(told))

    def close(self) -> None:
        """Let go of every adapter."""
        self._credentials.keep_waiting()
        for account_id in tuple(self._networks):
            self._let_go(account_id)

    def _keep(self, told: Account, credential: Credential, known_id: int = 0) -> Account:
        known = next((each for each in self.all() if _is_same(each, told)), None)
        if known_id and (known is None or known.id != known_id):
            raise InvalidField("identifier", "other_account")
        if known is not None:
            return self._renew(known, told, credential)
        self._credentials.keep(told, credential)
        try:
            return self._rows.accounts.add(replace(told, connected_at=self._clock()))
        except BaseException:
            self._credentials.forget(told)
            raise

    def _renew(self, known: Account, told: Account, credential: Credential) -> Account:
        self._let_go(known.id)
        self._credentials.keep(replace(told, id=known.id), credential)
        self._paces.pop(known.id, None)
        return self._change(known.id, state=AccountState.CONNECTED, **_joined(told))

    def _credential(self, account: Account) -> Credential:
        try:
            credential = self._credentials.read(account)
        except VaultTrouble as trouble:
            is_lost = trouble.reason == "lost"
            self._mark(account.id, AccountState.SIGNED_OUT if is_lost else AccountState.LOCKED)
            raise
        if credential is None:
            self._mark(account.id, AccountState.SIGNED_OUT)
            raise SignedOut
        self._mark(account.id, AccountState.CONNECTED)
        return credential

    def _let_go(self, account_id: int) -> None:
        network = self._networks.pop(account_id, None)
        if network is not None:
            network.close()

    def _mark(self, account_id: int, state: AccountState) -> None:
        account = self.get(account_id)
        if account is not None and account.state is not state:
            self._change(account_id, state=state)
        if state is AccountState.SIGNED_OUT:
            self._let_go(account_id)

    def _change(self, account_id: int, **changes: object) -> Account:
        with self._rows.database.writing():
            account = replace(self.held(account_id), **changes)  # type: ignore[arg-type] # by name
            self._rows.accounts.update(account)
        return account


def _is_same(known: Account, told: Account) -> bool:
    if known.network != told.network:
        return False
    if Cap.KEYLESS not in known.caps:
        return (known.native_id, known.server) == (told.native_id, told.server)
    # Nobody signed in to it: its server is a guess, and it may be known by its handle alone.
    names = (known.native_id, known.handle.lower())
    return told.native_id in names or known.native_id == told.handle.lower()


def _description(told: Account) -> dict[str, object]:
    """Return what a server says of an account, apart from who it is and what the user decided."""
    names = ("handle", "name", "avatar_url", "caps", "limits")
    return {name: getattr(told, name) for name in names}


def _joined(told: Account) -> dict[str, object]:
    """Return what a sign-in says of an account that may have been known without a key so far."""
    if Cap.KEYLESS in told.caps:
        return _description(told)
    return _description(told) | {"native_id": told.native_id, "server": told.server}
