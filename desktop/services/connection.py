"""The user's choice of how calls leave this computer, and whether they do."""

from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.errors import VaultTrouble
from desktop.services.domain.origin import Origin, origin_of
from desktop.services.domain.proxy import NONE, SYSTEM, Proxy, typed_proxy
from desktop.services.fetcher import Question, ServerDoor
from desktop.services.vault import Vault
from desktop.services.way_out import KEPT_AS, WayOut, system_proxy

SECONDS = 15.0
_ANYWHERE = "https://example.com/"
"""Stands for any server; nothing is asked of it."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A server that answered, and the proxy on the way there; empty for none."""

    host: str
    proxy: str


class Connection:
    """Changes the way out while doors stand open; every method but one may block.

    The password goes to the keyring and nowhere else.
    """

    def __init__(
        self,
        way: WayOut,
        vault: Vault,
        open_door: Callable[[Origin], ServerDoor] | None = None,
    ) -> None:
        self._way = way
        self._vault = vault
        self._open_door = open_door or partial(ServerDoor, way=way)

    def choose(self, setting: str, password: str | None = None) -> None:
        """Go this way from the next call on: "system", "none" or a proxy, with its user if any.

        `password` takes the place of the kept one, which None leaves as it is. `VaultTrouble` where
        it cannot be kept: then nothing is changed. `InvalidField` for what is no proxy.
        """
        has_user = setting not in (SYSTEM, NONE) and bool(typed_proxy(setting).user)
        if has_user and password:
            self._vault.keep(KEPT_AS, password)
        elif not has_user or password is not None:
            # A password that opens nothing any more; a locked keyring is no reason to stay.
            with suppress(VaultTrouble):
                self._vault.forget(KEPT_AS)
        self._way.choose(setting)

    def keep_for_this_session_only(self) -> None:
        """Keep secrets in memory from now on: the user's explicit choice."""
        self._vault.keep_for_this_session_only()

    def system_proxy(self) -> Proxy | None:
        """Return the proxy that this computer's settings name, None for none.

        `Unreachable` ("not_supported") for a kind that Crieur does not speak to.
        """
        return system_proxy(_ANYWHERE)

    def try_out(self, server: str) -> Reached:
        """Ask the server of one of the user's accounts for its first page, whatever it says.

        Raises `NetworkTrouble` where no answer came.
        """
        with closing(self._open_door(origin_of(server))) as door:
            door.ask(Question("GET", "/"), seconds=SECONDS)
            return Reached(door.origin.host, door.proxy)


def account_to_ask(accounts: Iterable[Account]) -> Account | None:
    """Return the account whose server is asked in a trial: rather one that signed in, and free."""
    real = [account for account in accounts if account.server.startswith(("http://", "https://"))]
    return min(real, key=_rank, default=None)


def _rank(account: Account) -> tuple[bool, bool]:
    return Cap.KEYLESS in account.caps, Cap.METERED in account.caps
