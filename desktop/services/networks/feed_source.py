"""Fetch one feed again and again, and only what changed."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime

from desktop.services.domain.errors import BadAnswer, Missing, RateLimited, Refused, Unreachable
from desktop.services.domain.rate_limits import wait_until
from desktop.services.fetcher import ANSWER_BYTES, CALL_SECONDS, Fetched, PublicDoor
from desktop.services.networks.feed_document import Document
from desktop.services.networks.feed_json import read_json
from desktop.services.networks.feed_xml import looks_like_xml, read_xml

_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5"
)
_MARKS = {"If-None-Match": "etag", "If-Modified-Since": "last-modified"}


def utc_now() -> datetime:
    """Return the time, for entries without a date and for waiting as long as a server asks."""
    return datetime.now(UTC)


class Source:
    """The place where a feed is found, and what was found there last."""

    def __init__(
        self, address: str, door: PublicDoor, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self._address = address
        self._door = door
        self._clock = clock
        self._marks: dict[str, str] = {}
        self._digest = b""
        self._document: Document | None = None

    def read(self) -> Document:
        """Return the feed as it is now: the very same object while nothing changed.

        A feed that moved for good is looked for in its new place from then on. Raises `Missing`
        when it is gone, `Refused` where it is not for everybody, `RateLimited`, `Unreachable`, and
        `BadAnswer` for what is no feed.
        """
        found = fetch(self._door, self._address, self._marks, clock=self._clock)
        if found.status == 304:
            if self._document is None:
                raise BadAnswer("nothing that could be unchanged")
            return self._document
        digest = hashlib.sha256(found.body).digest()
        if self._document is None or digest != self._digest:
            self._document = read_feed(found)
            self._digest = digest
        self._address = found.permanent_url
        kept = {name: found.headers.get(header, "") for name, header in _MARKS.items()}
        self._marks = {name: value for name, value in kept.items() if value}
        return self._document

    def close(self) -> None:
        """Let go of connections."""
        self._door.close()


def fetch(
    door: PublicDoor,
    url: str,
    marks: dict[str, str],
    *,
    seconds: float = CALL_SECONDS,
    clock: Callable[[], datetime] = utc_now,
) -> Fetched:
    """Return what is at `url`, or that it is unchanged; whatever else happened is raised."""
    found = door.open(url, {"Accept": _ACCEPT, **marks}, ANSWER_BYTES, seconds)
    status = found.status
    if status == 200 or (status == 304 and marks):
        return found
    if status in (404, 410):
        raise Missing
    if status == 429 or (status == 503 and "retry-after" in found.headers):
        raise RateLimited(wait_until(found.headers, clock()))
    if status in (401, 402, 403, 407, 451):
        raise Refused("policy")
    if status >= 500:
        raise Unreachable(f"status {status}")
    raise BadAnswer(f"status {status}")


def read_feed(found: Fetched) -> Document:
    """Return the feed in an answer, in whichever format; `BadAnswer` when there is none."""
    body = found.body.lstrip(b"\xef\xbb\xbf \t\r\n")
    if body.startswith(b"{"):
        return read_json(body, found.url)
    if looks_like_xml(found.body):
        return read_xml(found.body, found.headers.get("content-type", ""), found.url)
    raise BadAnswer("not a feed")
