"""The vault over a real GNOME keyring: unlocked, locked, and none at all."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.services.redaction import Redaction
from desktop.services.vault import Vault, system_keyring

pytestmark = pytest.mark.servers

ROOT = Path(__file__).parents[2]
TRY = """
import json, time
from desktop.services.domain.errors import VaultTrouble
from desktop.services.redaction import Redaction
from desktop.services.vault import Vault
start = time.monotonic()
try:
    Vault(Redaction()).check()
    reason = "none"
except VaultTrouble as trouble:
    reason = trouble.reason
print(json.dumps({"reason": reason, "seconds": time.monotonic() - start}))
"""


def tried(*wrapped: str, **environment: str) -> dict[str, object]:
    """Check the vault in a program of its own and return what it met."""
    answer = subprocess.run(
        [*wrapped, sys.executable, "-c", TRY],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert answer.returncode == 0, answer.stderr
    met: dict[str, object] = json.loads(answer.stdout.splitlines()[-1])
    return met


@pytest.fixture
def vault() -> Vault:
    return Vault(Redaction())


def test_it_is_the_secret_service_that_is_used():
    keyring = system_keyring()
    assert type(keyring).__module__ == "keyring.backends.SecretService"


@pytest.mark.parametrize("length", [0, 1, 999, 1_000, 1_001, 20_000])
def test_a_secret_of_any_length_is_kept_by_one_program_and_read_by_the_next(
    vault: Vault, length: int
):
    secret = ("é🔑x" * length)[:length]
    vault.keep(f"length {length}", secret)
    assert Vault(Redaction()).read(f"length {length}") == secret
    vault.forget(f"length {length}")
    assert Vault(Redaction()).read(f"length {length}") is None


def test_secrets_do_not_meet(vault: Vault):
    vault.keep("one", "first")
    vault.keep("one two", "second")
    vault.keep("one", "third")
    assert (vault.read("one"), vault.read("one two")) == ("third", "second")
    for name in ("one", "one two"):
        vault.forget(name)


def test_an_unlocked_keyring_works_in_a_program_of_its_own():
    met = tried("sh", "tests/servers/with_keyring.sh")
    assert met["reason"] == "none"


def test_a_locked_keyring_is_told_apart_and_does_not_hang():
    met = tried("sh", "tests/servers/with_keyring.sh", "--locked")
    assert met["reason"] == "locked"
    assert float(str(met["seconds"])) < 30


def test_no_keyring_is_told_at_once_and_nothing_is_written_instead():
    before = set(Path(os.environ["HOME"]).rglob("*"))
    met = tried(DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere")
    assert met["reason"] == "absent"
    assert set(Path(os.environ["HOME"]).rglob("*")) == before


def test_a_setting_that_swallows_secrets_is_not_obeyed():
    met = tried(
        "sh",
        "tests/servers/with_keyring.sh",
        PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring",
    )
    assert met["reason"] == "none"
