"""Read the archive that a Mastodon server gives to its people: their posts, without counts.

The archive speaks the language of servers among themselves. It is put into the words of Mastodon's
API and read as its answers are, so that an imported post and the same from the network look alike.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from desktop.services.archives.archive import Passed, Tells
from desktop.services.archives.archive_files import Files, read_small
from desktop.services.archives.streams import json_items
from desktop.services.domain.errors import ArchiveRefused, BadAnswer
from desktop.services.domain.origin import origin_of
from desktop.services.domain.post import Author, Counts, Post
from desktop.services.networks.hostile_json import (
    Json,
    items,
    mapping,
    parse,
    required_text,
    text,
    web_address,
    whole,
)
from desktop.services.networks.mastodon_content import HomeServer
from desktop.services.networks.mastodon_reading import NETWORK, read_author, read_post

OUTBOX, ACTOR = "outbox.json", "actor.json"

_ADDRESS = 4_000
_PUBLIC = {"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"}
_KINDS = {"image": "image", "video": "video", "audio": "audio"}
_PARENT = "parent"
_LEFT_ASIDE = {"likes": "likes.json", "bookmarks": "bookmarks.json"}


class MastodonArchive:
    """A zip or tar.gz with `actor.json` and `outbox.json`."""

    network = NETWORK
    tells = Tells.POSTS

    def __init__(self, files: Files, base: str) -> None:
        self._files = files
        self._base = base
        try:
            actor = parse(read_small(files, base + ACTOR))
            address = web_address(actor.get("id"))
            origin = origin_of(address)
            self.server = str(origin)
            host = self.server.partition("://")[2]
            told = text(actor.get("webfinger"), 400).rpartition("@")[2]
            # Servers may live under another name than that of their people.
            self._home = HomeServer(host, told or host, "me")
            self._account = _account(actor)
            self.owner = read_author(self._account, self._home)
        except (BadAnswer, ValueError) as cause:
            raise ArchiveRefused("unreadable") from cause
        found = [key for key, name in _LEFT_ASIDE.items() if base + name in files.names]
        self.left_aside = (*found, *(["pictures"] if files.has_media else []))

    def posts(self) -> Iterator[Post | Passed]:
        """Walk over the owner's posts, and over what stands among them and is none."""
        with self._files.open(self._base + OUTBOX) as source:
            for item in json_items(source, "orderedItems.item"):
                try:
                    yield self._read(mapping(item))
                except (ValueError, OverflowError):
                    yield Passed.UNREADABLE

    def followers(self) -> Iterator[Author]:
        """Tell of nobody: these are files of their own."""
        return iter(())

    def following(self) -> Iterator[tuple[Author, str]]:
        """Tell of nobody: these are files of their own."""
        return iter(())

    def close(self) -> None:
        """Let go of the file."""
        self._files.close()

    def _read(self, activity: Json) -> Post | Passed:
        if activity.get("type") == "Announce":
            return Passed.REPOST
        note = mapping(activity.get("object"))
        if activity.get("type") != "Create" or not note:
            return Passed.UNREADABLE
        address = required_text(note.get("id"), _ADDRESS)
        local = address.rpartition("/")[2]
        is_known = local.isdecimal() and address.startswith(f"{self.server}/")
        status = self._status(note, activity) | {"uri": address, "id": local}
        parent = web_address(note.get("inReplyTo"))
        if parent:
            status["in_reply_to_id"] = _PARENT
        post = read_post(status, replace(self._home, known={_PARENT: parent}))
        counts = Counts(reposts=_total(note.get("shares")), likes=_total(note.get("likes")))
        return replace(
            post,
            author=self.owner,
            version=post.version if is_known else "",
            reply_to_author=self._answered(note, parent),
            counts=counts,
        )

    def _status(self, note: Json, activity: Json) -> dict[str, Any]:
        languages = [*mapping(note.get("contentMap"))]
        return {
            "url": note.get("url"),
            "account": self._account,
            "created_at": note.get("published") or activity.get("published"),
            "edited_at": note.get("updated"),
            "content": note.get("content"),
            "language": languages[0] if len(languages) == 1 else "",
            "spoiler_text": note.get("summary"),
            "sensitive": note.get("sensitive"),
            "visibility": _visibility(note if "to" in note else activity),
            "mentions": [mention for raw in items(note.get("tag")) for mention in _mention(raw)],
            "media_attachments": [
                _attachment(mapping(raw)) for raw in items(note.get("attachment"))
            ],
        }

    def _answered(self, note: Json, parent: str) -> str:
        """Return the handle of whom a post answers, as far as its mentions tell."""
        if not parent:
            return ""
        for raw in items(note.get("tag")):
            for mention in _mention(raw):
                if parent.startswith(f"{mention['url']}/"):
                    return self._home.handle(mention["acct"])
        actor = self._account["uri"]
        return self.owner.handle if parent.startswith(f"{actor}/") else ""


def mastodon_base(files: Files) -> str | None:
    """Return in which folder a Mastodon archive has its files, None for something else.

    Some programs unpack what they download, so that people pack a folder again.
    """
    for name in files.names:
        base, _, last = name.rpartition("/")
        base = f"{base}/" if base else ""
        if last == OUTBOX and base.count("/") <= 1 and base + ACTOR in files.names:
            return base
    return None


def _account(actor: Json) -> dict[str, Any]:
    picture = mapping(actor.get("icon"))
    return {
        "acct": text(actor.get("preferredUsername"), 300),
        "display_name": actor.get("name"),
        "note": actor.get("summary"),
        "avatar": picture.get("url"),
        "url": actor.get("url"),
        "uri": web_address(actor.get("id")),
    }


def _visibility(note: Json) -> str:
    to, copied = _listed(note.get("to")), _listed(note.get("cc"))
    if to & _PUBLIC:
        return "public"
    if copied & _PUBLIC:
        return "unlisted"
    if any(address.endswith("/followers") for address in to | copied):
        return "private"
    return "direct"


def _listed(value: object) -> set[str]:
    return {text(each, _ADDRESS) for each in (items(value) or [value])}


def _mention(raw: object) -> list[dict[str, str]]:
    """Return a person that a post names, as the API would, or nothing for another kind of mark."""
    tag = mapping(raw)
    address = web_address(tag.get("href"))
    name = text(tag.get("name"), 600).removeprefix("@")
    if tag.get("type") != "Mention" or not address or not name:
        return []
    try:
        domain = str(origin_of(address)).partition("://")[2]
    except ValueError:
        return []
    return [{"acct": name if "@" in name else f"{name}@{domain}", "url": address}]


def _attachment(raw: Json) -> Json:
    """Return a picture as the API would; those that lie in the archive itself have no address."""
    kind = text(raw.get("mediaType"), 100).partition("/")[0]
    size = {"width": raw.get("width"), "height": raw.get("height")}
    return {
        "type": _KINDS.get(kind, "unknown"),
        "url": raw.get("url"),
        "description": raw.get("name"),
        "meta": {"original": size},
    }


def _total(value: object) -> int | None:
    return whole(mapping(value).get("totalItems"))
