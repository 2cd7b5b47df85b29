"""Open a network adapter by name; the adapter's module is imported only then."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from desktop.services.domain.account import Account
from desktop.services.domain.charges import FREE, Meter
from desktop.services.domain.errors import InvalidField
from desktop.services.networks.contract import (
    Credential,
    Handshake,
    KeepCredential,
    Network,
    SignIn,
)
from desktop.services.way_out import WayOut


class Demonstration(Protocol):
    """The invented networks: opened like the real ones, with pictures of their own."""

    @property
    def networks(self) -> tuple[str, ...]:
        """Return the names of the invented networks."""

    def sign_in(self, request: SignIn) -> tuple[Account, Credential]:
        """Return the invented shop's account; nobody is asked for a password."""

    def begin(self, request: SignIn, redirect: str) -> Handshake:
        """Refuse: nobody signs in to what is invented in the browser."""

    def open_network(
        self, account: Account, credential: Credential, keep: KeepCredential, meter: Meter = FREE
    ) -> Network:
        """Return the adapter of one of the shop's accounts."""

    def picture(self, address: str) -> bytes:
        """Return the picture behind a `demo:` address."""


@dataclass(frozen=True, slots=True)
class Networks:
    """The real networks, whose calls all leave this computer the same way."""

    way: WayOut | None = None

    def sign_in(self, request: SignIn) -> tuple[Account, Credential]:
        """Sign in with what the user typed; the account has no row yet (`id` 0).

        The credential goes to the vault, and `request` with its password is forgotten.
        """
        if request.network == "bluesky":
            from desktop.services.networks import bluesky_sign_in

            return bluesky_sign_in.sign_in(request, way=self.way)
        if request.network == "mastodon":
            from desktop.services.networks import mastodon_sign_in

            return mastodon_sign_in.sign_in(request, way=self.way)
        if request.network == "x":
            from desktop.services.networks import x_sign_in

            return x_sign_in.sign_in(request)
        if request.network == "feed":
            from desktop.services.networks import feed_sign_in

            return feed_sign_in.sign_in(request, way=self.way)
        raise InvalidField("network", "unknown")

    def begin(self, request: SignIn, redirect: str) -> Handshake:
        """Begin a sign-in in the browser, which comes back to `redirect` on this computer.

        An empty `redirect` asks for a code that the user copies from the page. `InvalidField` where
        the network has no such sign-in.
        """
        if request.network == "mastodon":
            from desktop.services.networks import mastodon_sign_in

            return mastodon_sign_in.begin(request, redirect, way=self.way)
        if request.network == "x":
            from desktop.services.networks import x_sign_in

            return x_sign_in.begin(request, redirect, way=self.way)
        raise InvalidField("network", "unknown")

    def open_network(
        self, account: Account, credential: Credential, keep: KeepCredential, meter: Meter = FREE
    ) -> Network:
        """Return the adapter that serves `account`; nothing is asked of the server yet.

        `keep` is called with every renewed credential before the former one stops working, `meter`
        before and after every call that costs money.
        """
        if account.network == "bluesky":
            from desktop.services.networks import bluesky

            return bluesky.open_network(account, credential, keep, way=self.way)
        if account.network == "mastodon":
            from desktop.services.networks import mastodon

            return mastodon.open_network(account, credential, way=self.way)
        if account.network == "x":
            from desktop.services.networks import x

            return x.open_network(account, credential, keep, meter, way=self.way)
        if account.network == "feed":
            from desktop.services.networks import feed

            return feed.open_network(account, way=self.way)
        raise InvalidField("network", "unknown")


def demonstration(folder: Path, clock: Callable[[], datetime]) -> Demonstration:
    """Return the invented networks told by the material in `folder`, starting now."""
    from desktop.services.networks.demo.network import DemoRegistry

    return DemoRegistry(folder, clock)
