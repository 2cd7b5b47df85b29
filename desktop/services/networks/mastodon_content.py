"""Read who is meant and what hangs on a post of a Mastodon-API server: words, pictures, cards."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from desktop.services.domain.post import Facet, LinkCard, Media
from desktop.services.networks.hostile_json import (
    Json,
    Unreadable,
    items,
    mapping,
    moment,
    required_text,
    text,
    web_address,
    whole,
)
from desktop.services.networks.html_text import read_html

_PICTURES = 20
_CHOICES = 20
_PEOPLE = 200
_HANDLE = re.compile(r"[^\s@/]+(?:@[^\s@/]+)?")
_LOCAL_ID = re.compile(r"[\w.:~-]{1,200}")
# A film, a sound and what nobody knows how to show have in common that the browser opens them.
_KINDS = {"image": "image", "gifv": "gif"}
_BEFORE_MASTODON = datetime(2016, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class HomeServer:
    """The server that told something, and what is known there of the ids that only it understands.

    `domain` ends the handles of its own people, `me` is the account's own local id, and `known`
    gives posts' native ids by their local ids; it may grow while it is used.
    """

    host: str
    domain: str
    me: str = ""
    known: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def version(self, local_id: str) -> str:
        """Return the mark of a post that this server knows under `local_id`."""
        return f"{self.host}/{local_id}"

    def native_id(self, local_id: str) -> str:
        """Return a post's native id; what `version` says of it where that is not known."""
        return self.known.get(local_id) or self.version(local_id)

    def handle(self, acct: object) -> str:
        """Return the whole handle, with a domain, of a person whom this server calls `acct`."""
        name = required_text(acct, 1_000)
        if not _HANDLE.fullmatch(name):
            raise Unreadable("not a handle")
        return name if "@" in name else f"{name}@{self.domain}"


def local_id(value: object) -> str:
    """Return the id that one server gave something; servers write them as texts or numbers."""
    found = str(value) if whole(value) is not None else text(value, 201)
    if not _LOCAL_ID.fullmatch(found):
        raise Unreadable("an id is missing")
    return found


def optional_id(value: object) -> str:
    """Return a local id, empty for anything else."""
    try:
        return local_id(value)
    except Unreadable:
        return ""


def time_of(value: object) -> datetime | None:
    """Return a time in UTC, also one that a library already read."""
    return moment(value.isoformat() if isinstance(value, datetime) else value)


def written_at(status: Json, known_as: str) -> datetime:
    """Return when a post was written; its author's clock cannot put it far into the future.

    Mastodon's numbers hold the time of writing, or of arrival for a post that claims to be younger.
    """
    told = time_of(status.get("created_at"))
    if told is None:
        raise Unreadable("a post without a time")
    if known_as.isdecimal() and len(known_as) < 20:
        seen = datetime.fromtimestamp((int(known_as) >> 16) / 1_000, UTC)
        if _BEFORE_MASTODON < seen < told - timedelta(hours=1):
            return seen
    return told


def read_words(status: Json, server: HomeServer) -> tuple[str, tuple[Facet, ...]]:
    """Return what a post says and what in it leads somewhere."""
    content = status.get("content")
    if not isinstance(content, str):
        return text(status.get("text")), ()
    people: dict[str, str] = {}
    namesakes: set[str] = set()
    for raw in items(status.get("mentions"))[:_PEOPLE]:
        mention = mapping(raw)
        try:
            handle = server.handle(mention.get("acct")).lower()
        except Unreadable:
            continue
        short = f"@{handle.partition('@')[0]}"
        if people.setdefault(short, handle) != handle:
            namesakes.add(short)
        people[f"@{handle}"] = handle
        if address := web_address(mention.get("url")):
            people[address] = handle
    for short in namesakes:
        del people[short]
    # A server that knows quotes gives the post itself, if only to say that it may not be shown.
    return read_html(content, mentions=people, is_quote_apart=bool(mapping(status.get("quote"))))


def read_warning(status: Json) -> str:
    """Return what the author warns of; "sensitive" where only the pictures are marked."""
    warning = text(status.get("spoiler_text"), 2_000).strip()
    is_marked = status.get("sensitive") is True and bool(items(status.get("media_attachments")))
    return warning or ("sensitive" if is_marked else "")


def read_media(status: Json) -> tuple[Media, ...]:
    """Read the pictures, films and sounds."""
    found = (_read_attachment(mapping(raw)) for raw in items(status.get("media_attachments")))
    return tuple(media for media in found if media is not None)[:_PICTURES]


def _read_attachment(view: Json) -> Media | None:
    url = web_address(view.get("url")) or web_address(view.get("remote_url"))
    thumb = web_address(view.get("preview_url"))
    kind = _KINDS.get(text(view.get("type"), 20), "video")
    if kind == "image":
        url, thumb = url or thumb, thumb or url
    elif thumb == url:
        # Some servers give the film itself where a still is not there.
        thumb = ""
    if not url:
        return None
    width, height = _size(mapping(view.get("meta")))
    return Media(kind, url, thumb, text(view.get("description")), width, height)


def _size(meta: Json) -> tuple[int, int]:
    for name in ("original", "small"):
        told = mapping(meta.get(name))
        width, height = whole(told.get("width")) or 0, whole(told.get("height")) or 0
        if 0 < min(width, height) <= max(width, height) <= 100_000:
            return width, height
    return 0, 0


def read_card(status: Json, url: str) -> LinkCard | None:
    """Read the preview of a linked page, or the choices of a poll: one votes on the post's page."""
    poll = _choices(mapping(status.get("poll")))
    if poll and url:
        return LinkCard(url, poll)
    card = mapping(status.get("card"))
    linked = web_address(card.get("url"))
    if not linked:
        return None
    title = text(card.get("title"), 1_000).strip() or linked
    description = text(card.get("description"), 4_000).strip()
    return LinkCard(linked, title, description, web_address(card.get("image")))


def _choices(poll: Json) -> str:
    """Put a poll's choices on one line, with their votes where the server tells them."""
    lines = []
    for raw in items(poll.get("options"))[:_CHOICES]:
        title = " ".join(text(mapping(raw).get("title"), 200).split())
        votes = whole(mapping(raw).get("votes_count"))
        if title:
            lines.append(title if votes is None else f"{title} ({votes})")
    return " · ".join(lines)
