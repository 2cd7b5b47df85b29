"""What a feed says, whichever of the formats it is written in."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin

from desktop.services.domain.post import Media
from desktop.services.networks.hostile_json import text, web_address

MOST_ITEMS = 2_000
"""How many entries of one document are looked at."""
_LINE = 500
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Markup:
    """Words as the feed holds them; links in HTML are relative to `base`."""

    value: str = ""
    is_html: bool = False
    base: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry; an `id` is unique within its feed, or empty.

    `files` are the addresses of sound and film, `thumb_url` is a picture that stands for the whole.
    """

    id: str
    link: str
    title: Markup
    body: Markup
    author: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    lang: str = ""
    media: tuple[Media, ...] = ()
    files: tuple[str, ...] = ()
    thumb_url: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole feed, its entries in their own order; `rejected` holds those nobody can read."""

    title: str
    link: str
    about: Markup = Markup()
    lang: str = ""
    picture_url: str = ""
    items: tuple[Item, ...] = ()
    rejected: tuple[str, ...] = ()


def line(value: object) -> str:
    """Return a text on one line, for names."""
    return _SPACES.sub(" ", text(value, _LINE)).strip()


def address(base: str, value: object) -> str:
    """Return the http(s) address that `value` means in a document at `base`, empty for none."""
    said = text(value, 4_000).strip()
    if not said:
        return ""
    try:
        return web_address(urljoin(base, said))
    except ValueError:
        return ""


def picture_address(base: str, value: object) -> str:
    """Return the address of a picture that may be shown without telling everybody on the way."""
    found = address(base, value)
    return found if found.startswith("https://") else ""


def past(moment: datetime | None, now: datetime) -> datetime | None:
    """Return a moment that lies behind us, None for one that does not or is no honest date."""
    if moment is None or not datetime(1990, 1, 1, tzinfo=UTC) <= moment <= now:
        return None
    return moment
