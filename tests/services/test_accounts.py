"""Accounts come, go, lock, sign out, and never ask a server more than it allows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from fake_network import FakeRegistry
from fake_server import FakeServer
from fakes import START, FakeClock, FakeVault

from desktop.services.accounts import Accounts
from desktop.services.credentials import Credentials
from desktop.services.domain.account import Account, AccountState, Cap
from desktop.services.domain.errors import (
    BadAnswer,
    InvalidField,
    Missing,
    OutcomeUnknown,
    RateLimited,
    Refused,
    SignedOut,
    StoreTrouble,
    Unreachable,
    VaultTrouble,
)
from desktop.services.networks.contract import Credential, Network, SignIn
from desktop.services.storage.rows import Rows

SIGN_IN = SignIn("bluesky", "https://shop.test", "shop", "pass-word")


def home(network: Network) -> object:
    """Ask for the home feed."""
    return network.home()


@pytest.fixture
def restart(
    rows: Rows, vault: FakeVault, registry: FakeRegistry, clock: FakeClock
) -> Callable[[], Accounts]:
    """Open the accounts anew, as the next start of the program does."""
    return lambda: Accounts(rows, Credentials(rows, vault), registry, clock, chance=lambda: 1.0)


def test_a_connected_account_is_there_after_a_restart(
    accounts: Accounts, restart: Callable[[], Accounts]
) -> None:
    connected = accounts.connect(SIGN_IN)
    assert connected.id > 0
    assert connected.connected_at == START
    again = restart()
    assert again.all() == (connected,)
    again.ask(connected.id, home)


def test_the_password_is_kept_nowhere(accounts: Accounts, vault: FakeVault, rows: Rows) -> None:
    accounts.connect(SIGN_IN)
    assert "pass-word" not in str(vault.secrets)
    for path in rows.database.path.parent.iterdir():
        assert b"pass-word" not in (path.read_bytes() if path.is_file() else b"")


def test_a_refused_sign_in_leaves_nothing_behind(accounts: Accounts, vault: FakeVault) -> None:
    with pytest.raises(SignedOut):
        accounts.connect(replace(SIGN_IN, password="wrong"))
    assert (accounts.all(), vault.secrets) == ((), {})


def test_an_account_whose_secret_cannot_be_kept_is_not_connected(
    accounts: Accounts, vault: FakeVault
) -> None:
    vault.trouble = "absent"
    with pytest.raises(VaultTrouble):
        accounts.connect(SIGN_IN)
    assert accounts.all() == ()


def test_an_account_that_cannot_be_stored_leaves_no_secret(
    accounts: Accounts, vault: FakeVault, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(account: Account) -> Account:
        raise StoreTrouble("disk_full")

    monkeypatch.setattr(rows.accounts, "add", full)
    with pytest.raises(StoreTrouble):
        accounts.connect(SIGN_IN)
    assert vault.secrets == {}


def test_connecting_twice_signs_in_anew(accounts: Accounts, vault: FakeVault) -> None:
    first = accounts.connect(SIGN_IN)
    assert accounts.connect(SIGN_IN).id == first.id
    assert list(vault.secrets.values()) == ["session 2 of shop"]


def test_a_disconnected_account_leaves_no_secret_no_adapter_and_no_row(
    accounts: Accounts, account: Account, vault: FakeVault, registry: FakeRegistry
) -> None:
    accounts.ask(account.id, home)
    accounts.disconnect(account.id)
    accounts.disconnect(account.id)
    assert (accounts.all(), vault.secrets) == ((), {})
    assert registry.opened[0].is_closed
    with pytest.raises(Missing):
        accounts.ask(account.id, home)


def test_disconnecting_waits_for_a_locked_keyring(
    accounts: Accounts, account: Account, vault: FakeVault
) -> None:
    vault.trouble = "locked"
    with pytest.raises(VaultTrouble):
        accounts.disconnect(account.id)
    assert accounts.all() != ()


def test_a_locked_keyring_locks_the_account_until_it_opens(
    accounts: Accounts, account: Account, vault: FakeVault
) -> None:
    vault.trouble = "locked"
    with pytest.raises(VaultTrouble):
        accounts.ask(account.id, home)
    assert accounts.held(account.id).state is AccountState.LOCKED
    vault.trouble = ""
    accounts.ask(account.id, home)
    assert accounts.held(account.id).state is AccountState.CONNECTED


@pytest.mark.parametrize("is_damaged", [False, True])
def test_a_lost_secret_signs_the_account_out(
    accounts: Accounts, account: Account, vault: FakeVault, is_damaged: bool
) -> None:
    vault.secrets.clear()
    vault.trouble = "lost" if is_damaged else ""
    with pytest.raises(VaultTrouble if is_damaged else SignedOut):
        accounts.ask(account.id, home)
    assert accounts.held(account.id).state is AccountState.SIGNED_OUT


def test_a_signed_out_account_asks_nothing_until_it_is_reconnected(
    accounts: Accounts, account: Account, server: FakeServer
) -> None:
    server.fail("home", SignedOut())
    with pytest.raises(SignedOut):
        accounts.ask(account.id, home)
    asked = len(server.calls)
    with pytest.raises(SignedOut):
        accounts.ask(account.id, home)
    assert len(server.calls) == asked
    assert accounts.reconnect(account.id, SIGN_IN).state is AccountState.CONNECTED
    accounts.ask(account.id, home)


def test_reconnecting_as_somebody_else_is_refused(accounts: Accounts, account: Account) -> None:
    with pytest.raises(InvalidField):
        accounts.reconnect(account.id, replace(SIGN_IN, identifier="other"))
    assert accounts.held(account.id).handle == "shop.test"


def test_a_limited_server_is_left_alone_until_its_time(
    accounts: Accounts, account: Account, server: FakeServer, clock: FakeClock
) -> None:
    server.fail("home", RateLimited(START + timedelta(minutes=5)))
    for _ in range(3):
        with pytest.raises(RateLimited) as limit:
            accounts.ask(account.id, home)
        assert limit.value.until == START + timedelta(minutes=5)
        clock.advance(seconds=99)
    assert server.called("home") == 1
    assert accounts.next_try(account.id) == START + timedelta(minutes=5)
    clock.advance(seconds=3)
    accounts.ask(account.id, home)
    assert accounts.next_try(account.id) is None


@pytest.mark.parametrize("trouble", [Unreachable(), BadAnswer(), OutcomeUnknown()])
def test_failures_back_off_and_a_success_forgets_them(
    accounts: Accounts, account: Account, server: FakeServer, trouble: Exception
) -> None:
    server.fail("home", trouble, trouble, trouble)
    waits = []
    for _ in range(3):
        with pytest.raises(type(trouble)):
            accounts.ask(account.id, home)
        waits.append(((accounts.next_try(account.id) or START) - START).total_seconds())
    assert waits == [1, 2, 4]
    accounts.ask(account.id, home)
    assert accounts.next_try(account.id) is None


def test_a_refusal_is_no_reason_to_wait(
    accounts: Accounts, account: Account, server: FakeServer
) -> None:
    server.fail("home", Refused("policy"))
    with pytest.raises(Refused):
        accounts.ask(account.id, home)
    assert accounts.next_try(account.id) is None


def test_a_renewed_session_replaces_the_one_in_the_vault(
    accounts: Accounts, account: Account, vault: FakeVault, registry: FakeRegistry
) -> None:
    accounts.ask(account.id, home)
    registry.keeps[0](Credential("renewed"))
    assert list(vault.secrets.values()) == ["renewed"]


def test_what_a_server_says_of_the_account_is_followed_twice_a_day(
    accounts: Accounts, account: Account, server: FakeServer, clock: FakeClock
) -> None:
    accounts.set_may_post(account.id, False)
    server.caps = Cap.HOME
    assert accounts.describe(account.id).caps == Cap.HOME
    assert accounts.describe(account.id) == accounts.held(account.id)
    assert accounts.held(account.id).may_post is False
    assert server.called("me") == 1
    clock.advance(hours=13)
    accounts.describe(account.id)
    assert server.called("me") == 2
