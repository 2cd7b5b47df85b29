"""Find out what a Mastodon-API server is and what it offers: its kin differ a lot."""

import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from desktop.services.domain.account import Account, Cap, Limits
from desktop.services.domain.errors import (
    BadAnswer,
    Missing,
    Refused,
    SignedOut,
    Unreachable,
    Unsupported,
)
from desktop.services.networks.hostile_json import (
    Json,
    Unreadable,
    items,
    mapping,
    text,
    web_address,
    whole,
)
from desktop.services.networks.mastodon_client import Client
from desktop.services.networks.mastodon_content import HomeServer
from desktop.services.networks.mastodon_reading import (
    NETWORK,
    read_author,
    read_domain,
    read_limits,
)

MASTODON = "mastodon"
GOTOSOCIAL = "gotosocial"
NOT_OFFERED = (Missing, Unsupported, Refused, BadAnswer)
"""How servers turn down a call that they do not know."""

_EVERYWHERE = (
    Cap.HOME
    | Cap.MENTIONS
    | Cap.THREAD
    | Cap.POST
    | Cap.REPLY
    | Cap.REPOST
    | Cap.LIKE
    | Cap.FOLLOW
    | Cap.DELETE
    | Cap.MEDIA
    | Cap.ALT_TEXT
    | Cap.CONTENT_WARNING
    | Cap.FOLLOWERS
    | Cap.RELATIONSHIPS
    | Cap.HASHTAGS
    | Cap.BLOCK
    | Cap.VISIBILITY
    | Cap.FOLLOW_REQUESTS
)
_SEARCH = Cap.SEARCH | Cap.SEARCH_PARTIAL
_PROBES: tuple[tuple[str, dict[str, str | int | list[str]], Cap], ...] = (
    ("/api/v1/lists", {}, Cap.LISTS),
    ("/api/v1/markers", {"timeline[]": ["home"]}, Cap.READING_PLACE),
    ("/api/v2/search", {"q": "crieur", "type": "statuses", "limit": 1}, _SEARCH),
)
_DESCRIPTIONS = tuple(f"/api/v{number}/instance{end}" for end in ("", "/") for number in (2, 1))
"""Many programs ask with a slash at the end, and some servers know nothing else."""
_QUOTES_SINCE = 7
"""The number of the API of Mastodon 4.5, which brought quotes."""
_KIN = ("gotosocial", "pleroma", "akkoma", "pixelfed", "mastodon")
_GOTOSOCIAL_VERSION = re.compile(r"\d+\.\d+\.\d+\+\d+\.\d+\.\d+")
_VERSION = re.compile(r"\d{1,4}(?:\.\d{1,4}){1,2}")
_DOMAIN = re.compile(r"[^\s/@]{1,253}")
_ADDRESS = 2_000
_LARGEST_IMAGE = 16_777_216
_MOST_UNITS = 1_000_000
_MOST_IMAGES = 100


@dataclass(frozen=True, slots=True)
class Offer:
    """What a server says of itself.

    `software` is in small letters ("mastodon", "gotosocial", "pleroma", "akkoma", "pixelfed" or
    whatever it calls itself); `domain` is what its people's handles end in, empty where it does
    not say.
    """

    software: str
    version: tuple[int, ...]
    domain: str
    caps: Cap
    limits: Limits


def offer_of(client: Client, *, has_account: bool = True) -> Offer:
    """Ask a server what it offers; `Missing` when it is no Mastodon-API server.

    What other software than Mastodon offers is found out by asking for it, which an account may.
    """
    values = _description(client)
    nodeinfo = _nodeinfo(client)
    software = _software(values, nodeinfo)
    version = _version(values, nodeinfo, software)
    caps = _EVERYWHERE
    if software == MASTODON:
        caps |= Cap.LISTS | Cap.READING_PLACE | _SEARCH | Cap.IDEMPOTENT_CREATE
        number = whole(mapping(values.get("api_versions")).get("mastodon")) or 0
        if number >= _QUOTES_SINCE or version >= (4, 5):
            caps |= Cap.QUOTE
    elif has_account:
        caps |= _probed(client)
    domain = read_domain(values).strip().lower()
    return Offer(
        software, version, domain if _DOMAIN.fullmatch(domain) else "", caps, _limits(values)
    )


def account_of(client: Client, server: str) -> tuple[Account, Offer]:
    """Return the account whose token the client holds, as it lives on `server`, with no row yet."""
    offer = offer_of(client)
    values = client.read(lambda api: api.account_verify_credentials()).values
    address = web_address(values.get("url")) or web_address(values.get("uri")) or server
    domain = offer.domain or (urlsplit(address).hostname or "")
    acct = text(values.get("username"), 500) or values.get("acct")
    try:
        author = read_author({**values, "acct": acct}, HomeServer(client.host, domain))
    except Unreadable as cause:
        raise BadAnswer("an account without a name") from cause
    account = Account(
        id=0,
        network=NETWORK,
        native_id=author.native_id,
        handle=author.native_id,
        name=author.name,
        server=server,
        avatar_url=author.avatar_url,
        caps=offer.caps,
        limits=offer.limits,
    )
    return account, offer


def _description(client: Client) -> Json:
    """Return the newest description that the server has of itself."""
    for path in _DESCRIPTIONS:
        try:
            values = client.get(path).values
        except SignedOut:
            # A server may describe itself to its own people only.
            return {}
        except NOT_OFFERED:
            continue
        if text(values.get("version"), _ADDRESS):
            return values
    raise Missing("no description of a server")


def _nodeinfo(client: Client) -> Json:
    """Return what the server says of its software to everybody, as far as it does."""
    try:
        links = items(client.get("/.well-known/nodeinfo").values.get("links"))
        paths = [urlsplit(text(mapping(link).get("href"), _ADDRESS)).path for link in links]
        path = next((path for path in reversed(paths) if path.startswith("/")), "")
        return mapping(client.get(path).values.get("software")) if path else {}
    except (*NOT_OFFERED, SignedOut, Unreachable, ValueError):
        return {}


def _software(values: Json, nodeinfo: Json) -> str:
    """Name the software; without nodeinfo, by the version that it tells."""
    name = text(nodeinfo.get("name"), 60).strip().lower()
    if name:
        return name
    said = text(values.get("version"), _ADDRESS).lower()
    if _GOTOSOCIAL_VERSION.match(said):
        return GOTOSOCIAL
    told = f"{said} {text(values.get('source_url'), _ADDRESS).lower()}"
    found = next((name for name in _KIN if name in told), "")
    if found or "(" in said or not _VERSION.match(said):
        return found or "other"
    return MASTODON


def _version(values: Json, nodeinfo: Json, software: str) -> tuple[int, ...]:
    """Read a version; GoToSocial puts the one of Mastodon that it resembles before its own."""
    said = text(nodeinfo.get("version"), 200) or text(values.get("version"), _ADDRESS)
    if software == GOTOSOCIAL and _GOTOSOCIAL_VERSION.match(said):
        said = said.partition("+")[2]
    found = _VERSION.search(said)
    return tuple(int(part) for part in found.group().split(".")) if found else ()


def _limits(values: Json) -> Limits:
    told = read_limits(values)
    return replace(
        told,
        max_units=min(told.max_units, _MOST_UNITS),
        max_images=min(told.max_images, _MOST_IMAGES),
        image_bytes=min(told.image_bytes, _LARGEST_IMAGE),
    )


def _probed(client: Client) -> Cap:
    caps = Cap.NONE
    for path, params, cap in _PROBES:
        try:
            client.get(path, params)
        except (*NOT_OFFERED, Unreachable):
            continue  # some break down over what they do not know
        caps |= cap
    return caps
