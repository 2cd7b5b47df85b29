"""A proxy: the computer through which some networks let calls out, and how one is written down."""

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urlsplit

from desktop.services.domain.errors import InvalidField
from desktop.services.domain.origin import is_public

FIELD = "proxy"
SYSTEM, NONE = "system", "none"
LONGEST = 500

_PORTS = {"http": 80, "https": 443}
_NEAR_ENDINGS = (
    ".localhost",
    ".local",
    ".localdomain",
    ".internal",
    ".home.arpa",
    ".lan",
    ".intranet",
)


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where a proxy is and how it is spoken to; as text it is its address without the password."""

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)

    def __str__(self) -> str:
        user = f"{quote(self.user, safe='')}@" if self.user else ""
        return f"{self.scheme}://{user}{self.place}"

    @property
    def place(self) -> str:
        """Return the host and the port, as they are shown."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


def proxy_of(text: str) -> Proxy:
    """Return the proxy that a setting of the computer names ("http://proxy.example:3128").

    No scheme means http and no port that of the scheme, as everywhere. `InvalidField` ("proxy")
    with "not_supported" for one of another kind, such as SOCKS, and "not_an_address".
    """
    written = text.strip()
    try:
        parts = urlsplit(written if "://" in written else f"http://{written}")
        if parts.scheme not in _PORTS:
            raise InvalidField(FIELD, "not_supported")
        host, port = parts.hostname or "", parts.port
        if ":" not in host:
            host = host.encode("idna").decode()
    except ValueError as cause:
        raise InvalidField(FIELD, "not_an_address") from cause
    if not host or not parts.netloc.isprintable() or any(sign in parts.netloc for sign in ' \\"<>'):
        raise InvalidField(FIELD, "not_an_address")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Proxy(parts.scheme, host, port or _PORTS[parts.scheme], user, password)


def typed_proxy(text: str) -> Proxy:
    """Read a proxy as a person types it ("proxy.example:3128"), with the port it must have.

    `InvalidField` ("proxy") as `proxy_of`, and with "empty", "too_long", "no_port", or
    "not_supported" for the address of a script that chooses among proxies.
    """
    typed = text.strip()
    if not typed:
        raise InvalidField(FIELD, "empty")
    if len(typed) > LONGEST:
        raise InvalidField(FIELD, "too_long")
    proxy = proxy_of(typed)
    parts = urlsplit(typed if "://" in typed else f"http://{typed}")
    if parts.path.endswith((".pac", ".dat")):
        raise InvalidField(FIELD, "not_supported")
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise InvalidField(FIELD, "not_an_address")
    if not parts.port:
        raise InvalidField(FIELD, "no_port")
    return proxy


def is_proxy_setting(text: str) -> bool:
    """Say whether a preference says how calls leave: like the computer, straight, or by a proxy."""
    try:
        return text in (SYSTEM, NONE) or bool(typed_proxy(text))
    except InvalidField:
        return False


def is_near(host: str) -> bool:
    """Say whether a host is this computer or in the local network, by its name alone.

    Such a host is never asked for through a proxy. What is not a plain name or address, such as
    127.1 or 0x7f000001, counts as near: only this computer knows what its own spelling means.
    """
    name = host.rstrip(".").lower()
    try:
        return not is_public(ipaddress.ip_address(name))
    except ValueError:
        last = name.rpartition(".")[2]
        return "." not in name or last[:1].isdigit() or name.endswith(_NEAR_ENDINGS)
