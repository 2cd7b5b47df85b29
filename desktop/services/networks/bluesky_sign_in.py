"""Sign in to Bluesky with an app password, on whichever server holds the account."""

import re
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from urllib.parse import quote

from desktop.services.domain.account import Account
from desktop.services.domain.errors import (
    CrieurError,
    InvalidField,
    Missing,
    NetworkTrouble,
    Refused,
    SignedOut,
)
from desktop.services.domain.origin import Origin, origin_of, typed_origin
from desktop.services.fetcher import PublicDoor, ServerDoor
from desktop.services.networks.bluesky import CAPS, LIMITS, Bluesky
from desktop.services.networks.bluesky_reading import NETWORK, NO_HANDLE
from desktop.services.networks.contract import Credential, SignIn
from desktop.services.networks.hostile_json import Json, items, mapping, parse, text
from desktop.services.networks.xrpc import Tokens, Xrpc, session_tokens, utc_now
from desktop.services.way_out import WayOut

DEFAULT_SERVER = "https://bsky.social"

_DIRECTORY = "https://plc.directory"
_OWN_HANDLES = ".bsky.social"
_HOSTED = ".bsky.network"
"""Accounts on Bluesky's own servers sign in at `DEFAULT_SERVER`, which finds their server."""
_APP_PASSWORD = re.compile(r"[a-z0-9]{4}(-[a-z0-9]{4}){3}")
_INVISIBLE = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_DOCUMENT_BYTES = 100_000
_PROFILE_TRIES = 4
_PROFILE_WAIT = 0.5

Pause = Callable[[float], object]


def _pause(seconds: float) -> None:
    """Wait for a server that needs a moment; signing in has a thread of its own."""
    threading.Event().wait(seconds)


def sign_in(
    request: SignIn,
    pause: Pause = _pause,
    clock: Callable[[], datetime] = utc_now,
    *,
    way: WayOut | None = None,
) -> tuple[Account, Credential]:
    """Return the account and its session; `InvalidField` names what the user can put right."""
    identifier = _identifier(request.identifier)
    password = _INVISIBLE.sub("", request.password)
    if not password:
        raise InvalidField("password", "empty")
    if not _APP_PASSWORD.fullmatch(password):
        # An app password can be taken back alone and cannot delete the account.
        raise InvalidField("password", "main_password")
    typed = request.server.strip()
    origin = typed_origin(typed) if typed else _server_of(identifier, way)
    if not typed and not any(mark in identifier for mark in ".@:"):
        identifier += _OWN_HANDLES
    session = _create_session(origin, identifier, password, way)
    tokens = session_tokens(session)
    account = Account(
        id=0,
        network=NETWORK,
        native_id=tokens.did,
        handle=text(session.get("handle"), 253) or identifier,
        name=text(session.get("handle"), 253) or identifier,
        server=str(_own_server(session, origin)),
        caps=CAPS,
        limits=LIMITS,
        connected_at=clock(),
    )
    return _described(account, tokens, pause, way)


def _identifier(typed: str) -> str:
    """Return a handle, a DID or an e-mail address; pasted ones bring invisible characters along."""
    identifier = _INVISIBLE.sub("", typed).removeprefix("@").lower()
    if not identifier:
        raise InvalidField("identifier", "empty")
    if len(identifier) > 253:
        raise InvalidField("identifier", "too_long")
    return identifier


def _create_session(origin: Origin, identifier: str, password: str, way: WayOut | None) -> Json:
    xrpc = Xrpc(ServerDoor(origin, way))
    values: Json = {"identifier": identifier, "password": password}
    try:
        # Not a write: a session that nobody holds expires by itself.
        session = xrpc.procedure("com.atproto.server.createSession", values, is_write=False).values
    except SignedOut as cause:
        if str(cause) == "AuthFactorTokenRequired":
            raise InvalidField("password", "main_password") from cause
        raise InvalidField("password", "rejected") from cause
    except (Missing, Refused) as cause:
        raise InvalidField("identifier", "rejected") from cause
    finally:
        xrpc.close()
    if session.get("active") is False:
        raise Refused("policy")
    return session


def _server_of(identifier: str, way: WayOut | None = None) -> Origin:
    """Find the server of an account outside Bluesky's own; any failure means Bluesky's own."""
    hosted = typed_origin(DEFAULT_SERVER)
    is_elsewhere = "." in identifier and not identifier.endswith(_OWN_HANDLES)
    if "@" in identifier or not (is_elsewhere or identifier.startswith("did:")):
        return hosted
    door = PublicDoor(way=way)
    try:
        did = identifier if identifier.startswith("did:") else _did_of(door, quote(identifier, ""))
        found = _service(_document(door, did))
    except (CrieurError, ValueError):
        return hosted
    finally:
        door.close()
    return hosted if found is None or found.host.endswith(_HOSTED) else found


def _did_of(door: PublicDoor, handle: str) -> str:
    url = f"{DEFAULT_SERVER}/xrpc/com.atproto.identity.resolveHandle?handle={handle}"
    try:
        return text(parse(door.fetch(url, _DOCUMENT_BYTES)).get("did"), 2_000)
    except NetworkTrouble:
        said = door.fetch(f"https://{handle}/.well-known/atproto-did", _DOCUMENT_BYTES)
        return said.decode("utf-8", "replace").strip()


def _document(door: PublicDoor, did: str) -> Json:
    if did.startswith("did:plc:"):
        return parse(door.fetch(f"{_DIRECTORY}/{quote(did, ':')}", _DOCUMENT_BYTES))
    if did.startswith("did:web:"):
        host = quote(did.removeprefix("did:web:"), "")
        return parse(door.fetch(f"https://{host}/.well-known/did.json", _DOCUMENT_BYTES))
    raise ValueError("not a DID that can be looked up")


def _service(document: Json) -> Origin | None:
    """Return the account's server as its identity document names it, over https only."""
    for raw in items(document.get("service")):
        service = mapping(raw)
        if not text(service.get("id"), 2_000).endswith("#atproto_pds"):
            continue
        try:
            found = origin_of(text(service.get("serviceEndpoint"), 2_000))
        except ValueError:
            return None
        return found if found.scheme == "https" else None
    return None


def _own_server(session: Json, asked: Origin) -> Origin:
    """Return where to ask from now on: Bluesky's front door names the server behind it.

    A server that the user typed is the only one ever talked to.
    """
    if str(asked) != DEFAULT_SERVER:
        return asked
    found = _service(mapping(session.get("didDoc")))
    return found if found is not None and found.host.endswith(_HOSTED) else asked


def _described(
    account: Account, tokens: Tokens, pause: Pause, way: WayOut | None
) -> tuple[Account, Credential]:
    """Add the name and the picture of the profile, which a new account does not have at once."""
    kept = [tokens.credential()]
    xrpc = Xrpc(ServerDoor(typed_origin(account.server), way), tokens, kept.append)
    network = Bluesky(account, xrpc)
    try:
        for attempt in range(_PROFILE_TRIES):
            if attempt:
                pause(_PROFILE_WAIT)
            try:
                author = network.profile(account.native_id)
            except Missing:
                continue
            except NetworkTrouble:
                break
            handle = author.handle if author.handle != NO_HANDLE else account.handle
            account = replace(
                account, handle=handle, name=author.name, avatar_url=author.avatar_url
            )
            break
    finally:
        network.close()
    return account, kept[-1]
