"""Secrets are kept apart, survive a stubborn keyring, and are never left behind."""

from dataclasses import replace
from pathlib import Path

import pytest
from fakes import FakeClock, FakeVault

from desktop.services.credentials import Credentials
from desktop.services.domain.account import Account, Cap
from desktop.services.domain.errors import VaultTrouble
from desktop.services.networks.contract import Credential
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows

SHOP = Account(1, "bluesky", "did:shop", "shop.test", "Shop", "https://shop.test")


def test_a_secret_is_read_back_by_its_account(rows: Rows, vault: FakeVault) -> None:
    Credentials(rows, vault).keep(SHOP, Credential("s3cret"))
    assert Credentials(rows, vault).read(SHOP) == Credential("s3cret")


def test_two_workspaces_keep_the_same_account_apart(
    rows: Rows, vault: FakeVault, clock: FakeClock, tmp_path: Path
) -> None:
    Credentials(rows, vault).keep(SHOP, Credential("first"))
    rows.database.close()
    rows.database.open(tmp_path / "other" / "crieur.db", now=clock())
    other = Credentials(rows, vault)
    assert other.read(SHOP) is None
    other.keep(SHOP, Credential("second"))
    assert sorted(vault.secrets.values()) == ["first", "second"]


def test_a_server_that_claims_anothers_people_is_not_handed_their_secret(
    rows: Rows, vault: FakeVault
) -> None:
    credentials = Credentials(rows, vault)
    liar = replace(SHOP, id=2, server="https://liar.test")
    credentials.keep(liar, Credential("of the liar"))
    credentials.keep(SHOP, Credential("s3cret"))
    assert credentials.read(liar) == Credential("of the liar")
    credentials.forget(liar)
    assert credentials.read(SHOP) == Credential("s3cret")


def test_a_secret_of_an_earlier_release_is_found_and_forgotten(
    rows: Rows, vault: FakeVault
) -> None:
    credentials = Credentials(rows, vault)
    credentials.keep(SHOP, Credential("s3cret"))
    name, secret = vault.secrets.popitem()
    vault.secrets[name.replace("https://shop.test ", "")] = secret
    assert credentials.read(SHOP) == Credential("s3cret")
    credentials.forget(SHOP)
    assert vault.secrets == {}


def test_a_renewed_secret_that_the_keyring_refuses_is_used_and_kept_later(
    rows: Rows, vault: FakeVault, caplog: pytest.LogCaptureFixture
) -> None:
    credentials = Credentials(rows, vault)
    credentials.keep(SHOP, Credential("used up"))
    vault.trouble = "locked"
    credentials.keep_renewed(SHOP, Credential("renewed"))
    assert credentials.read(SHOP) == Credential("renewed")
    assert "renewed session: locked" in caplog.text
    vault.trouble = ""
    credentials.keep_waiting()
    assert list(vault.secrets.values()) == ["renewed"]
    assert "s3cret" not in caplog.text


def test_a_locked_keyring_keeps_its_secret_and_says_so(rows: Rows, vault: FakeVault) -> None:
    credentials = Credentials(rows, vault)
    credentials.keep(SHOP, Credential("s3cret"))
    vault.trouble = "locked"
    with pytest.raises(VaultTrouble):
        credentials.forget(SHOP)
    vault.trouble = ""
    credentials.forget(SHOP)
    assert vault.secrets == {}


def test_a_keyring_that_is_gone_has_nothing_left_to_forget(rows: Rows, vault: FakeVault) -> None:
    vault.trouble = "absent"
    Credentials(rows, vault).forget(SHOP)


def test_an_account_without_a_key_never_asks_the_keyring(rows: Rows, vault: FakeVault) -> None:
    archived = replace(SHOP, caps=Cap.KEYLESS)
    vault.trouble = "locked"
    credentials = Credentials(rows, vault)

    credentials.keep(archived, Credential(""))
    credentials.forget(archived)

    assert credentials.read(archived) == Credential("")


def test_no_secret_enters_the_workspace_file(rows: Rows, vault: FakeVault) -> None:
    Credentials(rows, vault).keep(SHOP, Credential("planted-s3cret"))
    assert isinstance(rows.database, Database)
    for path in rows.database.path.parent.iterdir():
        assert b"planted-s3cret" not in (path.read_bytes() if path.is_file() else b"")
