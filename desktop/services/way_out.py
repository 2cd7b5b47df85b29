"""How calls leave this computer: straight, through a proxy, or as the computer's settings say."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace

from desktop.services.domain.errors import InvalidField, Unreachable, VaultTrouble
from desktop.services.domain.proxy import NONE, SYSTEM, Proxy, proxy_of, typed_proxy

KEPT_AS = "proxy"
"""The name under which the keyring holds the proxy's password."""

_KEYRING_PAUSE = 60.0
"""Seconds before a keyring that gave nothing is asked again: it may show a question each time."""


class WayOut:
    """Says of each call through which proxy it goes.

    All doors share one; a choice made while they stand open counts from their next call on.
    """

    def __init__(
        self, setting: str = NONE, read_password: Callable[[], str | None] = lambda: None
    ) -> None:
        self._read_password = read_password
        self._lock = threading.Lock()
        self._setting = setting
        self._password: str | None = None
        self._silent_until = 0.0

    def choose(self, setting: str) -> None:
        """Go this way from now on: "system", "none" or the address of a proxy.

        May wait for a keyring's question to be answered, so it belongs in a lane.
        """
        with self._lock:
            self._setting = setting
            self._password = None
            self._silent_until = 0.0

    def proxy_for(self, url: str) -> Proxy | None:
        """Return the proxy that a call to `url` goes through, None where it goes straight.

        `Unreachable` with "not_supported" where the computer's settings name a kind of proxy that
        Crieur does not speak to: going straight would not be what was asked for.
        """
        with self._lock:
            if self._setting == NONE:
                return None
            if self._setting == SYSTEM:
                return system_proxy(url)
            proxy = typed_proxy(self._setting)
            if not proxy.user or proxy.password:
                return proxy
            return replace(proxy, password=self._kept_password())

    def _kept_password(self) -> str:
        if self._password is None and time.monotonic() >= self._silent_until:
            try:
                self._password = self._read_password() or ""
            except VaultTrouble:
                # The proxy then says that it misses the password, and the user is told.
                self._silent_until = time.monotonic() + _KEYRING_PAUSE
        return self._password or ""


def system_proxy(url: str) -> Proxy | None:
    """Return the proxy that this computer's settings name for `url`, None for none.

    They are the environment's, and where that is silent, on Windows and macOS, the system's own.
    Raises `Unreachable` with "not_supported" as `WayOut.proxy_for` does.
    """
    from requests.utils import get_environ_proxies, select_proxy

    address = select_proxy(url, get_environ_proxies(url))
    if not address:
        return None
    try:
        return proxy_of(address)
    except InvalidField as cause:
        raise Unreachable(proxy="not_supported") from cause
