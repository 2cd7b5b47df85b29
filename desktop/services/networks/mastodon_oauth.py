"""Register with a Mastodon-API server, trade a code for a token and give the token back."""

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from desktop.services.callback import PORTS
from desktop.services.domain.errors import (
    BadAnswer,
    InvalidField,
    Missing,
    Refused,
    SignedOut,
    Unsupported,
)
from desktop.services.domain.origin import Origin, origin_of
from desktop.services.fetcher import Answer, Question, ServerDoor
from desktop.services.networks.contract import Credential
from desktop.services.networks.hostile_json import Json, items, parse, text
from desktop.services.networks.mastodon_client import PROGRAM, utc_now
from desktop.services.networks.mastodon_refusals import trouble_of

OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"
"""The redirect that shows a code to copy."""
_REDIRECTS = (*(f"http://127.0.0.1:{port}/callback" for port in PORTS), OUT_OF_BAND)
_LEAST = (
    "read:accounts read:statuses read:notifications read:search read:follows read:lists "
    "read:blocks write:statuses write:media write:favourites write:follows write:blocks "
    "write:notifications"
)
"""What Crieur does, and nothing else."""
_BROAD = "read write follow"
_SECRET = 4_000
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_REFUSALS = (Refused, Missing, SignedOut, Unsupported, BadAnswer)


@dataclass(frozen=True, slots=True)
class App:
    """Crieur, as a server registered it."""

    client_id: str
    client_secret: str = field(repr=False)
    scopes: str
    redirect: str


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where a server signs people in, and whether it takes a proof of who asked."""

    authorize: str
    token: str
    has_proof: bool


@dataclass(frozen=True, slots=True)
class Token:
    """An account's token, with what is needed to give it back."""

    access: str = field(repr=False)
    client_id: str = ""
    client_secret: str = field(default="", repr=False)

    def credential(self) -> Credential:
        """Return the token as the vault keeps it."""
        kept = {
            "token": self.access,
            "client_id": self.client_id,
            "client_secret": self.client_secret,
        }
        return Credential(json.dumps(kept))


def token_of(credential: Credential) -> Token:
    """Read a token back; `SignedOut` when it is not one."""
    try:
        kept = parse(credential.secret.encode("utf-8", "replace"))
    except BadAnswer as cause:
        raise SignedOut from cause
    names = ("token", "client_id", "client_secret")
    access, client_id, client_secret = (text(kept.get(name), _SECRET) for name in names)
    if not access:
        raise SignedOut("no token")
    return Token(access, client_id, client_secret)


def register(door: ServerDoor, redirect: str) -> App:
    """Make Crieur known to a server; some take fewer rights or addresses at once than others."""
    every = "\n".join(_REDIRECTS)
    attempts = ((_LEAST, every), (_BROAD, every), (_BROAD, redirect))
    for scopes, redirects in attempts:
        form = {"client_name": PROGRAM, "redirect_uris": redirects, "scopes": scopes}
        try:
            told = _post(door, "/api/v1/apps", form)
        except _REFUSALS:
            continue
        client_id = text(told.get("client_id"), _SECRET)
        client_secret = text(told.get("client_secret"), _SECRET)
        if client_id and client_secret:
            return App(client_id, client_secret, scopes, redirect)
    raise InvalidField("server", "not_mastodon")


def endpoints(door: ServerDoor) -> Endpoints:
    """Ask where the server signs people in; older ones do it where all did before they told."""
    try:
        answer = door.ask(Question("GET", "/.well-known/oauth-authorization-server"))
        told = parse(answer.body) if answer.status == 200 else {}
    except BadAnswer:
        told = {}
    page = _own_path(told, "authorization_endpoint", door.origin, "/oauth/authorize")
    token = _own_path(told, "token_endpoint", door.origin, "/oauth/token")
    has_proof = "S256" in items(told.get("code_challenge_methods_supported"))
    return Endpoints(f"{door.origin}{page}", token, has_proof)


def new_verifier() -> str:
    """Return a secret of which only a digest goes through the browser."""
    return secrets.token_urlsafe(48)


def address_of(app: App, where: Endpoints, state: str, verifier: str) -> str:
    """Return the page on which the user lets Crieur in."""
    asked = {
        "response_type": "code",
        "client_id": app.client_id,
        "redirect_uri": app.redirect,
        "scope": app.scopes,
        "state": state,
    }
    if where.has_proof:
        digest = hashlib.sha256(verifier.encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        asked |= {"code_challenge": challenge, "code_challenge_method": "S256"}
    return f"{where.authorize}?{urlencode(asked)}"


def trade(door: ServerDoor, app: App, where: Endpoints, code: str, verifier: str) -> Token:
    """Return the token that a code stands for; `InvalidField` for a wrong one.

    Not a write: a token that nobody holds harms nobody.
    """
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "client_id": app.client_id,
        "client_secret": app.client_secret,
        "redirect_uri": app.redirect,
        "scope": app.scopes,
    }
    if where.has_proof:
        form["code_verifier"] = verifier
    try:
        told = _post(door, where.token, form)
    except _REFUSALS as cause:
        raise InvalidField("code", "rejected") from cause
    access = text(told.get("access_token"), _SECRET)
    if not access:
        raise InvalidField("code", "rejected")
    return Token(access, app.client_id, app.client_secret)


def revoke(door: ServerDoor, token: Token) -> None:
    """Let the server forget a token; only whoever asked for it may do so.

    One that was made on the server's own page is taken back there.
    """
    if not token.client_id:
        return
    form = {
        "client_id": token.client_id,
        "client_secret": token.client_secret,
        "token": token.access,
    }
    answer = door.ask(Question("POST", "/oauth/revoke", headers=_FORM, body=_encoded(form)))
    if answer.status >= 500:
        raise trouble_of(answer, utc_now(), is_write=False)


def _post(door: ServerDoor, path: str, form: dict[str, str]) -> Json:
    answer: Answer = door.ask(Question("POST", path, headers=_FORM, body=_encoded(form)))
    if answer.status not in (200, 201):
        raise trouble_of(answer, utc_now(), is_write=False)
    return parse(answer.body)


def _encoded(form: dict[str, str]) -> bytes:
    return urlencode(form).encode()


def _own_path(told: Json, name: str, origin: Origin, usual: str) -> str:
    """Return the path of an endpoint that lies on the server itself, and of no other."""
    address = text(told.get(name), 2_000)
    try:
        is_own = bool(address) and origin_of(address) == origin
        path = urlsplit(address).path
    except ValueError:
        return usual
    return path if is_own and path.startswith("/") else usual
