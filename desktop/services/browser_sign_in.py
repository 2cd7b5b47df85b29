"""Connect an account through the network's own page: out to the browser and back again."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.services.accounts import Accounts, SignIn
from desktop.services.callback import Callback
from desktop.services.domain.account import Account
from desktop.services.domain.errors import GivenUp
from desktop.services.networks.contract import Handshake as Handshake  # for those who show it


class Receiver(Protocol):
    """Waits for the browser to come back; `callback.Callback` is one."""

    @property
    def redirect(self) -> str:
        """Return the address to come back to; empty for none."""

    def wait(self, state: str, stop: threading.Event) -> str:
        """Return the code that the browser brings."""

    def __enter__(self) -> "Receiver": ...

    def __exit__(self, *_: object) -> None: ...


@dataclass(frozen=True, slots=True)
class BrowserSignIn:
    """One way to sign in waits for the browser, the other for a code that the user copies.

    `said` is what the browser shows in the end. Both ways block, so they belong in a lane.
    """

    accounts: Accounts
    receive: Callable[[str], Receiver] = Callback

    def connect(
        self,
        request: SignIn,
        show: Callable[[str], object],
        stop: threading.Event,
        *,
        said: str,
        known_id: int = 0,
    ) -> Account:
        """Let `show` open the network's page, wait for the browser, and connect the account.

        Raises `GivenUp` when `stop` is set, when nobody came back, or when no port is free.
        """
        with self.receive(said) as receiver:
            if not receiver.redirect:
                raise GivenUp
            handshake = self.accounts.begin(request, receiver.redirect)
            show(handshake.address)
            code = receiver.wait(handshake.state, stop)
        return self.accounts.finish(handshake, code, known_id)

    def begin_with_code(self, request: SignIn) -> Handshake:
        """Return the sign-in whose page shows a code to copy."""
        return self.accounts.begin(request, "")

    def finish_with_code(self, handshake: Handshake, code: str, known_id: int = 0) -> Account:
        """Connect the account; `InvalidField` ("code") for a code that is not right."""
        return self.accounts.finish(handshake, code.strip(), known_id)
