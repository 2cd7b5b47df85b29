"""Turn a draft into the record that Bluesky's servers store, and name records."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from desktop.services.domain.draft import Attachment, Draft
from desktop.services.domain.errors import InvalidField, Missing, Refused, Unsupported
from desktop.services.domain.facets import find_facets
from desktop.services.domain.post import Facet, FacetKind
from desktop.services.domain.tid import tid
from desktop.services.networks.hostile_json import Json

POST = "app.bsky.feed.post"
LIKE = "app.bsky.feed.like"
REPOST = "app.bsky.feed.repost"
FOLLOW = "app.bsky.graph.follow"
BLOCK = "app.bsky.graph.block"

_FEATURES = {
    FacetKind.LINK: ("app.bsky.richtext.facet#link", "uri"),
    FacetKind.MENTION: ("app.bsky.richtext.facet#mention", "did"),
    FacetKind.TAG: ("app.bsky.richtext.facet#tag", "tag"),
}


def record_key(now: datetime) -> str:
    """Return a new key for a record of ours; a write whose answer was lost is looked up by it."""
    return tid(now, secrets.randbelow(1024))


def timestamp(moment: datetime) -> str:
    """Write a time as the protocol does, in UTC to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parts_of(uri: str) -> tuple[str, str, str]:
    """Return the repository, the collection and the key that a record's address names."""
    parts = uri.removeprefix("at://").split("/")
    if not uri.startswith("at://") or len(parts) != 3 or not all(parts):
        raise Missing("not a record's address")
    return parts[0], parts[1], parts[2]


def resolved_facets(draft: Draft, did_of: Callable[[str], str]) -> tuple[Facet, ...]:
    """Return the draft's facets with mentions pointing to people; who is nobody stays plain text.

    `did_of` asks the network and returns an empty text for an unknown handle.
    """
    facets = find_facets(draft.text) if draft.facets is None else draft.facets
    resolved = []
    for facet in facets:
        if facet.kind is FacetKind.MENTION and not facet.target.startswith("did:"):
            did = did_of(facet.target)
            if did:
                resolved.append(replace(facet, target=did))
        else:
            resolved.append(facet)
    return tuple(resolved)


def post_record(
    draft: Draft,
    facets: tuple[Facet, ...],
    upload: Callable[[Attachment], Json],
    created_at: datetime,
) -> Json:
    """Return the record of a post; `upload` sends a picture and returns its reference."""
    record: Json = {"$type": POST, "text": draft.text, "createdAt": timestamp(created_at)}
    if draft.lang:
        record["langs"] = [draft.lang]
    if facets:
        record["facets"] = [_facet(facet) for facet in facets]
    if draft.reply_to is not None:
        target = draft.reply_to
        record["reply"] = {
            "root": strong_ref(target.root_native_id, target.root_version),
            "parent": strong_ref(target.native_id, target.version),
        }
    embed = _embed(draft, upload)
    if embed is not None:
        record["embed"] = embed
    return record


def strong_ref(uri: str, cid: str) -> Json:
    """Name one version of a record."""
    return {"uri": uri, "cid": cid}


def check(draft: Draft, most_images: int, image_bytes: int) -> None:
    """Refuse before anything is sent what the server would refuse half-way."""
    if draft.warning:
        raise Unsupported("content_warning")
    if draft.visibility not in ("", "public"):
        raise Unsupported("visibility")
    if not draft.text.strip() and not draft.attachments and draft.quote_of is None:
        raise InvalidField("text", "empty")
    too_big = any(len(picture.content) > image_bytes for picture in draft.attachments)
    if len(draft.attachments) > most_images or too_big:
        raise Refused("media")


def _facet(facet: Facet) -> Json:
    kind, field = _FEATURES[facet.kind]
    return {
        "index": {"byteStart": facet.start, "byteEnd": facet.end},
        "features": [{"$type": kind, field: facet.target}],
    }


def _embed(draft: Draft, upload: Callable[[Attachment], Json]) -> Json | None:
    pictures: Json | None = None
    if draft.attachments:
        pictures = {
            "$type": "app.bsky.embed.images",
            "images": [_picture(picture, upload(picture)) for picture in draft.attachments],
        }
    if draft.quote_of is None:
        return pictures
    quote: Json = {"$type": "app.bsky.embed.record", "record": strong_ref(*draft.quote_of)}
    if pictures is None:
        return quote
    return {"$type": "app.bsky.embed.recordWithMedia", "record": quote, "media": pictures}


def _picture(picture: Attachment, blob: Json) -> Json:
    shown: Json = {"alt": picture.alt, "image": blob}
    if picture.width > 0 and picture.height > 0:
        shown["aspectRatio"] = {"width": picture.width, "height": picture.height}
    return shown
