"""Read what hangs on a Bluesky post: marked stretches, pictures, link cards and warnings."""

from desktop.services.domain.post import Facet, FacetKind, LinkCard, Media
from desktop.services.networks.hostile_json import Json, items, mapping, text, web_address, whole

_FACETS = 200
_PICTURES = 20
_WARNINGS = {
    "!warn",
    "porn",
    "sexual",
    "nudity",
    "sexual-figurative",
    "graphic-media",
    "gore",
    "self-harm",
    "intolerant",
    "threat",
    "spam",
    "misleading",
    "scam",
    "impersonation",
}


def read_facets(value: object, said: str) -> tuple[Facet, ...]:
    """Return the marked stretches: whole characters of this text, in order, none overlapping."""
    encoded = said.encode()
    found = []
    for raw in items(value)[:_FACETS]:
        index = mapping(mapping(raw).get("index"))
        start, end = whole(index.get("byteStart")), whole(index.get("byteEnd"))
        if start is None or end is None or not start < end <= len(encoded):
            continue
        if not (_is_boundary(encoded, start) and _is_boundary(encoded, end)):
            continue
        facet = _read_feature(items(mapping(raw).get("features")), start, end)
        if facet is not None:
            found.append(facet)
    found.sort(key=lambda facet: facet.start)
    kept: list[Facet] = []
    for facet in found:
        if not kept or facet.start >= kept[-1].end:
            kept.append(facet)
    return tuple(kept)


def _is_boundary(encoded: bytes, index: int) -> bool:
    return index == len(encoded) or encoded[index] & 0xC0 != 0x80


def _read_feature(features: list[object], start: int, end: int) -> Facet | None:
    for raw in features:
        feature = mapping(raw)
        if address := web_address(feature.get("uri")):
            return Facet(FacetKind.LINK, start, end, address)
        if did := text(feature.get("did"), 2_000):
            return Facet(FacetKind.MENTION, start, end, did)
        if tag := text(feature.get("tag"), 640):
            return Facet(FacetKind.TAG, start, end, tag)
    return None


def _attached(embed: Json) -> Json:
    """Return the pictures, video or card, also where they come together with a quote."""
    return mapping(embed.get("media")) or embed


def read_media(embed: Json) -> tuple[Media, ...]:
    """Read the pictures or the video."""
    attached = _attached(embed)
    pictures = items(attached.get("images")) or items(attached.get("items"))
    found = [_read_picture(mapping(picture)) for picture in pictures[:_PICTURES]]
    if playlist := web_address(attached.get("playlist")):
        kind = "gif" if attached.get("presentation") == "gif" else "video"
        found.append(_media(kind, playlist, web_address(attached.get("thumbnail")), attached))
    return tuple(media for media in found if media is not None)


def _read_picture(picture: Json) -> Media | None:
    url = web_address(picture.get("fullsize"))
    thumb = web_address(picture.get("thumb")) or web_address(picture.get("thumbnail"))
    return _media("image", url or thumb, thumb or url, picture) if url or thumb else None


def _media(kind: str, url: str, thumb: str, view: Json) -> Media:
    ratio = mapping(view.get("aspectRatio"))
    width, height = whole(ratio.get("width")) or 0, whole(ratio.get("height")) or 0
    if max(width, height) > 100_000 or not (width and height):
        width = height = 0
    return Media(kind, url, thumb, text(view.get("alt")), width, height)


def read_card(embed: Json) -> LinkCard | None:
    """Read the preview of a linked page."""
    external = mapping(_attached(embed).get("external"))
    url = web_address(external.get("uri"))
    if not url:
        return None
    title = text(external.get("title"), 1_000) or url
    description = text(external.get("description"), 4_000)
    return LinkCard(url, title, description, web_address(external.get("thumb")))


def read_warning(view: Json, record: Json) -> str:
    """Return the first label that asks for a warning, the author's own or a moderator's."""
    own = mapping(record.get("labels")).get("values")
    for raw in [*items(view.get("labels")), *items(own)]:
        label = mapping(raw)
        value = text(label.get("val"), 100)
        if value in _WARNINGS and label.get("neg") is not True:
            return value
    return ""
