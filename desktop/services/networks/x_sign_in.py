"""Connect X: through its own page with the user's own key, or without any key at all."""

import base64
import hashlib
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlencode

from desktop.services.domain.account import Account
from desktop.services.domain.errors import BadAnswer, InvalidField, NetworkTrouble
from desktop.services.domain.hand_off import NETWORK
from desktop.services.domain.origin import Origin, typed_origin
from desktop.services.fetcher import ServerDoor
from desktop.services.networks.contract import Credential, SignIn
from desktop.services.networks.hostile_json import parse, text
from desktop.services.networks.x import CAPS
from desktop.services.networks.x_client import XClient, utc_now
from desktop.services.networks.x_errors import trouble
from desktop.services.networks.x_hand_off import CAPS as KEYLESS_CAPS
from desktop.services.networks.x_hand_off import LIMITS
from desktop.services.networks.x_paging import USER_FIELDS
from desktop.services.networks.x_people import person_of
from desktop.services.networks.x_tokens import Tokens, ask_token, granted
from desktop.services.way_out import WayOut

API = "https://api.x.com"
WEB = "https://x.com"
SCOPES = (
    "tweet.read",
    "tweet.write",
    "users.read",
    "follows.read",
    "list.read",
    "offline.access",
    "media.write",
)

_HANDLE = re.compile(r"[A-Za-z0-9_]{1,15}")
_CLIENT_ID = re.compile(r"[A-Za-z0-9_.:=~+/-]{10,200}")
_INVISIBLE = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_NOT_THIS_APP = frozenset({"invalid_client", "unauthorized_client"})

Clock = Callable[[], datetime]


def sign_in(request: SignIn, clock: Clock = utc_now) -> tuple[Account, Credential]:
    """Return an account without a key: X is asked for nothing, and nobody proves who they are."""
    handle = _INVISIBLE.sub("", request.identifier).removeprefix("@")
    if not handle:
        raise InvalidField("identifier", "empty")
    if not _HANDLE.fullmatch(handle):
        raise InvalidField("identifier", "rejected")
    account = Account(
        id=0,
        network=NETWORK,
        native_id=handle.lower(),
        handle=handle,
        name=handle,
        server=WEB,
        caps=KEYLESS_CAPS,
        limits=LIMITS,
        connected_at=clock(),
    )
    return account, Credential("")


def begin(
    request: SignIn, redirect: str, clock: Clock = utc_now, *, way: WayOut | None = None
) -> "XHandshake":
    """Begin a sign-in on X's own page; `request.identifier` is the id of the user's own app.

    `request.server` is empty but for a server that stands in for X. X always sends the browser back
    to an address, so that `InvalidField` says that there is no such sign-in where none is free.
    """
    client_id = _INVISIBLE.sub("", request.identifier)
    if not client_id:
        raise InvalidField("identifier", "empty")
    if not _CLIENT_ID.fullmatch(client_id):
        raise InvalidField("identifier", "rejected")
    if not redirect:
        raise InvalidField("network", "unknown")
    typed = request.server.strip()
    origin = typed_origin(typed or API)
    return XHandshake(origin, typed or WEB, client_id, redirect, clock, way)


@dataclass(frozen=True, slots=True)
class XHandshake:
    """A sign-in under way: only who began it can finish it, once, with what it keeps to itself."""

    origin: Origin
    web: str
    client_id: str = field(repr=False)
    redirect: str
    clock: Clock = field(repr=False)
    way: WayOut | None = field(default=None, repr=False)
    state: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    """What the browser has to bring back beside the code; whoever receives it compares."""
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(64), repr=False)

    @property
    def address(self) -> str:
        """Return the page to open; it sends the browser back to the redirect with a code."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        asked = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": self.redirect,
            "scope": " ".join(SCOPES),
            "state": self.state,
            "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
            "code_challenge_method": "S256",
        }
        return f"{self.web.rstrip('/')}/i/oauth2/authorize?{urlencode(asked)}"

    def finish(self, code: str) -> tuple[Account, Credential]:
        """Trade the code, which X accepts for 30 seconds, for the account and its credential.

        Who the account is, X tells for the price of one person, 0.010 $ at most. That one read is
        not in the bill: there is no account yet that it could belong to.
        """
        door = ServerDoor(self.origin, self.way)
        try:
            tokens = self._tokens(door, code)
            kept = [tokens.credential()]
            client = XClient(door, tokens, kept.append, clock=self.clock)
            try:
                account = self._account(client)
            except NetworkTrouble:
                with suppress(NetworkTrouble):
                    client.revoke()
                raise
            return account, kept[-1]
        finally:
            door.close()

    def _tokens(self, door: ServerDoor, code: str) -> Tokens:
        fields = {
            "grant_type": "authorization_code",
            "code": code,
            "client_id": self.client_id,
            "redirect_uri": self.redirect,
            "code_verifier": self.verifier,
        }
        answer = ask_token(door, fields)
        if answer.status in (400, 401, 403):
            if _error_of(answer.body) in _NOT_THIS_APP:
                raise InvalidField("identifier", "rejected")
            raise InvalidField("code", "rejected")
        if answer.status != 200:
            raise trouble(answer, self.clock(), is_write=False)
        return granted(parse(answer.body), self.client_id, "", self.clock())

    def _account(self, client: XClient) -> Account:
        reply = client.call_for_free(lambda library: library.get_me(user_fields=USER_FIELDS))
        author = person_of(reply)
        return Account(
            id=0,
            network=NETWORK,
            native_id=author.native_id,
            handle=author.handle,
            name=author.name,
            avatar_url=author.avatar_url,
            server=str(self.origin),
            caps=CAPS,
            limits=LIMITS,
            connected_at=self.clock(),
        )


def _error_of(body: bytes) -> str:
    try:
        return text(parse(body).get("error"), 100)
    except BadAnswer:
        return ""
