"""Connect a feed by its own address, or by that of any page which names it."""

import re
import time
from contextlib import suppress
from urllib.parse import urlsplit

from desktop.services.domain.account import Account
from desktop.services.domain.errors import (
    BadAnswer,
    InvalidField,
    Missing,
    NetworkTrouble,
    Unreachable,
)
from desktop.services.domain.origin import origin_of, typed_origin
from desktop.services.fetcher import CALL_SECONDS, Fetched, PublicDoor
from desktop.services.networks.contract import Credential, SignIn
from desktop.services.networks.feed import account_of
from desktop.services.networks.feed_document import Document
from desktop.services.networks.feed_pages import named_feeds, usual_feeds
from desktop.services.networks.feed_source import fetch, read_feed
from desktop.services.way_out import WayOut

_SEARCH_SECONDS = 40.0
_TRY_SECONDS = 8.0
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def sign_in(request: SignIn, *, way: WayOut | None = None) -> tuple[Account, Credential]:
    """Return the feed at `request.server`, or the one that the page there names.

    Raises `InvalidField` for what is no address and where no feed is found, and `Unreachable`.
    """
    typed = _addresses(request.server)
    origins = [origin_of(url) for url in typed]
    door = PublicDoor(lambda: origins, way)
    try:
        page = _first(door, typed)
        address, document = _feed_of(door, page)
    except (Missing, BadAnswer) as cause:
        raise InvalidField("server", "no_feed") from cause
    finally:
        door.close()
    return account_of(document, address), Credential("")


def _addresses(typed: str) -> list[str]:
    """Return what a typed address may mean: the safe way first, the plain one after it.

    A feed is there for everybody and takes no password, so that plain http is good enough where
    there is nothing better.
    """
    said = typed.strip()
    if said.lower().startswith("feed:"):
        said = said[5:].removeprefix("//")
    if not said:
        raise InvalidField("server", "empty")
    if _SCHEME.match(said):
        return [_tidy(said)]
    typed_origin(f"https://{said}")
    return [_tidy(f"https://{said}"), _tidy(f"http://{said}")]


def _tidy(url: str) -> str:
    """Return an address in the one spelling that two accounts of the same feed would share."""
    try:
        origin = origin_of(url)
        parts = urlsplit(url)
    except ValueError as cause:
        raise InvalidField("server", "not_an_address") from cause
    query = f"?{parts.query}" if parts.query else ""
    return f"{origin}{parts.path or '/'}{query}"


def _first(door: PublicDoor, urls: list[str]) -> Fetched:
    for url in urls[:-1]:
        with suppress(Unreachable):
            return fetch(door, url, {}, seconds=CALL_SECONDS / 2)
    return fetch(door, urls[-1], {})


def _feed_of(door: PublicDoor, page: Fetched) -> tuple[str, Document]:
    """Return a feed and its lasting address; `BadAnswer` when there is none."""
    with suppress(BadAnswer):
        return _tidy(page.permanent_url), read_feed(page)
    until = time.monotonic() + _SEARCH_SECONDS
    named = named_feeds(page.body, page.headers.get("content-type", ""), page.url)
    for url in dict.fromkeys([*named, *usual_feeds(page.url)]):
        if time.monotonic() > until:
            break
        with suppress(NetworkTrouble):
            found = fetch(door, url, {}, seconds=_TRY_SECONDS)
            return _tidy(found.permanent_url), read_feed(found)
    raise BadAnswer("no feed")
