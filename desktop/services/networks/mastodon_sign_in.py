"""Sign in to a Mastodon-API server: on its own page in the browser, or with a token made there."""

import re
import secrets
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from desktop.services.domain.account import Account
from desktop.services.domain.errors import (
    BadAnswer,
    CrieurError,
    InvalidField,
    Missing,
    Refused,
    SignedOut,
    Unsupported,
)
from desktop.services.domain.origin import Origin, origin_of, typed_origin
from desktop.services.fetcher import LibraryDoor, PublicDoor, ServerDoor
from desktop.services.networks.contract import Credential, SignIn
from desktop.services.networks.hostile_json import items, mapping, parse, text
from desktop.services.networks.mastodon_client import Client, utc_now
from desktop.services.networks.mastodon_oauth import (
    OUT_OF_BAND,
    App,
    Endpoints,
    Token,
    address_of,
    endpoints,
    new_verifier,
    register,
    trade,
)
from desktop.services.networks.mastodon_server import account_of, offer_of
from desktop.services.way_out import WayOut

_INVISIBLE = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_HANDLE = re.compile(r"@?([^@/:]+)@([^@/]+)")
_WEBFINGER_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class BrowserSignIn:
    """A sign-in that waits for the code that the server's own page gives."""

    address: str
    state: str
    origin: Origin
    app: App
    where: Endpoints
    verifier: str = field(repr=False)
    way: WayOut | None = field(default=None, repr=False)

    def finish(self, code: str) -> tuple[Account, Credential]:
        """Trade the code for the account and its token; `InvalidField` for a wrong one."""
        code = _INVISIBLE.sub("", code)
        if not code:
            raise InvalidField("code", "empty")
        door = ServerDoor(self.origin, self.way)
        try:
            token = trade(door, self.app, self.where, code, self.verifier)
        finally:
            door.close()
        return _signed_in(self.origin, token, "code", self.way)


def begin(request: SignIn, redirect: str, *, way: WayOut | None = None) -> BrowserSignIn:
    """Begin a sign-in in the browser, which comes back to `redirect`; empty for a code to copy."""
    origin = _server_of(request.server, way)
    door = ServerDoor(origin, way)
    try:
        app = register(door, redirect or OUT_OF_BAND)
        where = endpoints(door)
    finally:
        door.close()
    state, verifier = secrets.token_urlsafe(32), new_verifier()
    address = address_of(app, where, state, verifier)
    return BrowserSignIn(address, state, origin, app, where, verifier, way)


def sign_in(request: SignIn, *, way: WayOut | None = None) -> tuple[Account, Credential]:
    """Return the account of an access token that its owner made on the server's own page."""
    access = _INVISIBLE.sub("", request.password)
    if not access:
        raise InvalidField("password", "empty")
    if not (access.isascii() and access.isprintable()):
        raise InvalidField("password", "rejected")
    return _signed_in(_server_of(request.server, way), Token(access), "password", way)


def _signed_in(
    origin: Origin, token: Token, field: str, way: WayOut | None
) -> tuple[Account, Credential]:
    client = Client(LibraryDoor(origin, way), token.access)
    try:
        account, _ = account_of(client, str(origin))
    except (SignedOut, Refused) as cause:
        raise InvalidField(field, "rejected") from cause
    except Missing as cause:
        raise InvalidField("server", "not_mastodon") from cause
    finally:
        client.close()
    return replace(account, connected_at=utc_now()), token.credential()


def _server_of(typed: str, way: WayOut | None = None) -> Origin:
    """Return the server that a name, an address or a whole handle stands for."""
    typed = _INVISIBLE.sub("", typed)
    if not typed:
        raise InvalidField("server", "empty")
    handle = _HANDLE.fullmatch(typed)
    origin = typed_origin(handle.group(2) if handle else typed)
    if _is_server(origin, way):
        return origin
    elsewhere = _named_by(origin, handle.group(1), way) if handle else None
    if elsewhere is None or not _is_server(elsewhere, way):
        raise InvalidField("server", "not_mastodon")
    return elsewhere


def _is_server(origin: Origin, way: WayOut | None) -> bool:
    client = Client(LibraryDoor(origin, way))
    try:
        offer_of(client, has_account=False)
    except (Missing, Unsupported, BadAnswer):
        return False
    finally:
        client.close()
    return True


def _named_by(origin: Origin, name: str, way: WayOut | None) -> Origin | None:
    """Ask a domain where the people live whose handles end in its name."""
    account = quote(f"acct:{name}@{origin.host}", ":@")
    door = PublicDoor(way=way)
    try:
        said = door.fetch(
            f"{origin}/.well-known/webfinger?resource={account}", limit=_WEBFINGER_BYTES
        )
        links = [mapping(link) for link in items(parse(said).get("links"))]
        own = next((link for link in links if link.get("rel") == "self"), {})
        found = origin_of(text(own.get("href"), 2_000))
    except (CrieurError, ValueError):
        return None
    finally:
        door.close()
    return found if found.scheme == "https" else None
