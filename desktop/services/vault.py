"""Secrets in the operating system's keyring, one entry an account, and nowhere else.

keyring's own choice of a backend is never asked for: it reads a configuration file that can load
any module, and may silently pick a backend that keeps secrets in a plain file or forgets them.
Only the classes below are used. Every call may block until the user answers a prompt, so the
vault belongs in a lane, after the first window is on screen.
"""

import hashlib
import importlib
import secrets
from collections.abc import Callable
from typing import Protocol

from desktop.services.domain.errors import VaultTrouble
from desktop.services.redaction import Redaction

_BACKENDS = (
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.libsecret", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.Windows", "WinVaultKeyring"),
)
_SERVICE = "Crieur"
_PART = 1_000
"""Windows keeps 1,280 characters an entry."""
_START = 900
"""How much of a secret the first entry holds beside its own head: most need no second one."""
_NOT_THERE = "PasswordDeleteError"


class Keyring(Protocol):
    """What the vault uses of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return a secret."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Drop a secret."""


def system_keyring() -> Keyring | None:
    """Return this system's keyring, or None where it has none that is safe to use."""
    for module, name in _BACKENDS:
        try:
            backend = getattr(importlib.import_module(module), name)
            if backend.priority > 0:
                keyring: Keyring = backend()
                return keyring
        except Exception:  # noqa: BLE001, S112 - backends fail in their own ways where they do not belong
            continue
    return None


class MemoryKeyring:
    """Keeps secrets until the program ends, where the user chose that."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """Return a secret."""
        return self._entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret until the end."""
        self._entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Drop a secret."""
        self._entries.pop((service, username), None)


class Vault:
    """Keep, read and forget secrets by name.

    A long secret lies in parts under names of their own, and the first entry, which says how many
    there are and what they add up to, is replaced last: a program that dies half-way leaves the
    former secret readable.
    """

    def __init__(
        self, redaction: Redaction, find_keyring: Callable[[], Keyring | None] = system_keyring
    ) -> None:
        self._redaction = redaction
        self._find_keyring = find_keyring
        self._keyring: Keyring | None = None
        self._is_session_only = False

    @property
    def is_session_only(self) -> bool:
        """Say whether secrets are forgotten when the program ends."""
        return self._is_session_only

    def keep_for_this_session_only(self) -> None:
        """Keep secrets in memory from now on: the user's explicit choice, never a fall-back."""
        self._keyring = MemoryKeyring()
        self._is_session_only = True

    def check(self) -> None:
        """Raise `VaultTrouble` unless a secret can be kept and read back now."""
        name = "check"
        self.keep(name, secrets.token_hex(8))
        self.forget(name)

    def keep(self, name: str, secret: str) -> None:
        """Keep `secret` under `name`, in place of any former one."""
        self._redaction.know(secret)
        former = self._parts(name)
        batch = secrets.token_hex(4)
        start, rest = secret[:_START], secret[_START:]
        parts = [rest[i : i + _PART] for i in range(0, len(rest), _PART)]
        head = f"1 {batch} {len(parts)} {_digest(secret)}"
        for part_name, part in zip(_part_names(name, head), parts, strict=True):
            self._set(part_name, part)
        self._set(name, f"{head}\n{start}")
        for part_name in former:
            self._delete(part_name)

    def read(self, name: str) -> str | None:
        """Return the secret kept under `name`, None when there never was one."""
        entry = self._get(name)
        if entry is None:
            return None
        head, _, start = entry.partition("\n")
        rest = [self._get(part_name) or "" for part_name in _part_names(name, head)]
        secret = start + "".join(rest)
        if _digest(secret) != head.split(" ")[-1]:
            raise VaultTrouble("lost")
        self._redaction.know(secret)
        return secret

    def forget(self, name: str) -> None:
        """Drop the secret kept under `name`; forgetting twice is no error."""
        parts = self._parts(name)
        self._delete(name)
        for part_name in parts:
            self._delete(part_name)

    def _parts(self, name: str) -> list[str]:
        """Name the entries beside the first one that belong to a secret."""
        head = (self._get(name) or "").partition("\n")[0]
        try:
            return _part_names(name, head)
        except VaultTrouble:
            return []

    def _get(self, name: str) -> str | None:
        keyring = self._open()
        try:
            return keyring.get_password(_SERVICE, name)
        except Exception as cause:
            raise _trouble(cause) from cause

    def _set(self, name: str, text: str) -> None:
        keyring = self._open()
        try:
            keyring.set_password(_SERVICE, name, text)
            read_back = keyring.get_password(_SERVICE, name)
        except Exception as cause:
            raise _trouble(cause) from cause
        if read_back != text:
            # Some keyrings say yes and keep nothing.
            raise VaultTrouble("unsafe")

    def _delete(self, name: str) -> None:
        keyring = self._open()
        try:
            keyring.delete_password(_SERVICE, name)
        except Exception as cause:
            if type(cause).__name__ != _NOT_THERE:
                raise _trouble(cause) from cause

    def _open(self) -> Keyring:
        if self._keyring is None:
            self._keyring = self._find_keyring()
        if self._keyring is None:
            raise VaultTrouble("absent")
        return self._keyring


def _part_names(name: str, head: str) -> list[str]:
    fields = head.split(" ")
    if len(fields) != 4 or fields[0] != "1" or not fields[2].isdecimal() or len(fields[2]) > 3:
        raise VaultTrouble("lost")
    return [f"{name} {fields[1]}-{number}" for number in range(int(fields[2]))]


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _trouble(cause: Exception) -> VaultTrouble:
    """Tell a locked keyring from one that went away; backends raise many things of their own."""
    is_locked = type(cause).__name__ in {
        "KeyringLocked",
        "LockedException",
        "PromptDismissedException",
    }
    return VaultTrouble("locked" if is_locked else "absent")
