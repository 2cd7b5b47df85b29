"""Secrets are kept whole or not at all, and nowhere but in a keyring that is safe."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.errors import VaultTrouble
from desktop.services.redaction import Redaction
from desktop.services.vault import MemoryKeyring, Vault, system_keyring


def vault_over(keyring: object) -> Vault:
    return Vault(Redaction(), lambda: keyring)


class Locked(MemoryKeyring):
    """Says that it is locked, as the real ones do: with an exception of their own."""

    class KeyringLocked(Exception):
        pass

    def get_password(self, service: str, username: str) -> str | None:
        raise self.KeyringLocked("Failed to unlock the collection!")


class Forgetful(MemoryKeyring):
    """Says yes and keeps nothing, as keyring's null backend does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        return None


class Dying(MemoryKeyring):
    """Goes away after so many entries were set."""

    def __init__(self, left: int) -> None:
        super().__init__()
        self.left = left

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.left == 0:
            raise OSError("the bus is gone")
        self.left -= 1
        super().set_password(service, username, password)


class Small(MemoryKeyring):
    """Takes no more than the system with the shortest entries."""

    def set_password(self, service: str, username: str, password: str) -> None:
        assert len(password) <= 1_280
        super().set_password(service, username, password)


def test_keyring_is_not_imported_with_the_vault():
    code = "import sys; import desktop.services.vault; print('keyring' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert answer.stdout.strip() == "False", answer.stderr


def test_a_secret_is_read_back_replaced_and_forgotten():
    vault = vault_over(MemoryKeyring())
    assert vault.read("bluesky did:plc:a") is None
    vault.keep("bluesky did:plc:a", "one")
    vault.keep("bluesky did:plc:b", "other")
    vault.keep("bluesky did:plc:a", "two")
    assert vault.read("bluesky did:plc:a") == "two"
    vault.forget("bluesky did:plc:a")
    vault.forget("bluesky did:plc:a")
    assert vault.read("bluesky did:plc:a") is None
    assert vault.read("bluesky did:plc:b") == "other"


@given(st.text(max_size=5_000))
def test_any_text_comes_back_whole_from_small_entries(secret: str):
    vault = vault_over(Small())
    vault.keep("name", secret)
    assert vault.read("name") == secret


def test_nothing_is_left_behind_when_a_secret_gets_shorter_or_goes():
    keyring = MemoryKeyring()
    vault = vault_over(keyring)
    vault.keep("name", "long " * 1_000)
    assert len(keyring._entries) > 1
    vault.keep("name", "short")
    assert len(keyring._entries) == 1
    vault.forget("name")
    assert not keyring._entries


@pytest.mark.parametrize("left", range(6))
def test_a_keyring_that_dies_half_way_still_holds_the_former_secret(left: int):
    keyring = Dying(100)
    vault = vault_over(keyring)
    vault.keep("name", "former " * 500)
    keyring.left = left
    try:
        vault.keep("name", "newer " * 500)
        kept = "newer " * 500
    except VaultTrouble:
        kept = "former " * 500
    assert vault.read("name") == kept


def test_a_part_that_went_missing_is_noticed():
    keyring = MemoryKeyring()
    vault = vault_over(keyring)
    vault.keep("name", "long " * 1_000)
    part = next(entry for entry in keyring._entries if entry[1] != "name")
    keyring.delete_password(*part)
    with pytest.raises(VaultTrouble) as caught:
        vault.read("name")
    assert caught.value.reason == "lost"


@pytest.mark.parametrize(
    "index", ["", "rubbish", "2 a 1 b", "1 a 999999 b", "1 a x b\n", "1 a 0 b\nx"]
)
def test_an_entry_that_something_else_wrote_is_not_a_secret_and_can_be_replaced(index: str):
    keyring = MemoryKeyring()
    keyring.set_password("Crieur", "name", index)
    vault = vault_over(keyring)
    with pytest.raises(VaultTrouble):
        vault.read("name")
    vault.keep("name", "new")
    assert vault.read("name") == "new"


@pytest.mark.parametrize(
    ("keyring", "reason"), [(None, "absent"), (Locked(), "locked"), (Forgetful(), "unsafe")]
)
def test_every_state_of_the_keyring_has_its_reason(keyring: object, reason: str):
    with pytest.raises(VaultTrouble) as caught:
        vault_over(keyring).check()
    assert caught.value.reason == reason


def test_a_check_leaves_nothing_behind():
    keyring = MemoryKeyring()
    vault_over(keyring).check()
    assert not keyring._entries


def test_memory_is_used_only_when_the_user_chose_it():
    vault = vault_over(None)
    with pytest.raises(VaultTrouble):
        vault.keep("name", "secret")
    assert not vault.is_session_only
    vault.keep_for_this_session_only()
    vault.keep("name", "secret")
    assert (vault.read("name"), vault.is_session_only) == ("secret", True)


def test_a_keyring_that_appears_later_is_found():
    found: list[object] = [None, MemoryKeyring()]
    vault = Vault(Redaction(), lambda: found.pop(0))
    with pytest.raises(VaultTrouble):
        vault.keep("name", "secret")
    vault.keep("name", "secret")
    assert vault.read("name") == "secret"


def test_what_the_vault_holds_is_known_to_the_redaction():
    redaction, keyring = Redaction(), MemoryKeyring()
    Vault(redaction, lambda: keyring).keep("name", '{"access": "planted access"}')
    assert redaction.scrub("planted access") == "[hidden]"
    later = Redaction()
    Vault(later, lambda: keyring).read("name")
    assert later.scrub("planted access") == "[hidden]"


def test_no_environment_makes_the_vault_use_another_keyring(
    monkeypatch: pytest.MonkeyPatch, tmp_path
):
    """A configuration file of keyring's own may name any module; it is not even read."""
    (tmp_path / "evil_backend.py").write_text("raise SystemExit('loaded')\n")
    folder = tmp_path / "python_keyring"
    folder.mkdir()
    (folder / "keyringrc.cfg").write_text(
        f"[backend]\ndefault-keyring=evil_backend.Keyring\nkeyring-path={tmp_path}\n"
    )
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    keyring = system_keyring()
    assert keyring is None or type(keyring).__module__ in {
        "keyring.backends.SecretService",
        "keyring.backends.libsecret",
        "keyring.backends.kwallet",
        "keyring.backends.macOS",
        "keyring.backends.Windows",
    }
