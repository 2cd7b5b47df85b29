"""Turn the entries of a feed into posts, and the feed itself into their author."""

import hashlib
import html
import re
from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from urllib.parse import urljoin

from desktop.services.domain.facets import find_facets
from desktop.services.domain.origin import origin_of
from desktop.services.domain.post import Author, Facet, FacetKind, LinkCard, Post
from desktop.services.networks.feed_document import (
    Document,
    Item,
    Markup,
    line,
    past,
    picture_address,
)
from desktop.services.networks.hostile_json import Unreadable
from desktop.services.networks.html_text import read_html

NETWORK = "feed"
MOST_POSTS = 200
_READABLE = 3_000
_TITLE = 300
_FILES = 3
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_HREF = re.compile(
    r"(<a\s[^<>]{0,1000}?\bhref\s*=\s*)(?:\"([^\"<>]{0,2000})\"|'([^'<>]{0,2000})')", re.IGNORECASE
)
_PICTURE = re.compile(
    r"<img\s[^<>]{0,1000}?\bsrc\s*=\s*(?:\"([^\"<>]{0,2000})\"|'([^'<>]{0,2000})')", re.IGNORECASE
)
_NEARLY = " .…"

FirstSeen = Mapping[str, datetime]
"""When the entries that tell no honest date were met, by native id."""


def host_of(address: str) -> str:
    """Return the host of a feed's address."""
    return origin_of(address).host


def name_of(document: Document, address: str) -> str:
    """Return what a feed calls itself, its host where it has no name."""
    return line(read_html(document.title[:_TITLE])[0]) or host_of(address)


def author_of(document: Document, address: str, name: str = "") -> Author:
    """Return who writes a feed: someone it names, or the feed itself.

    The id is not that of the account: nobody who follows a feed has written its entries.
    """
    about = _plain(document.about)[0]
    return Author(
        network=NETWORK,
        native_id=f"{address}#{name}",
        handle=host_of(address),
        name=name or name_of(document, address),
        avatar_url="" if name else document.picture_url,
        bio="" if name else about,
        web_url=document.link,
    )


def read_posts(
    document: Document, address: str, now: datetime, first_seen: FirstSeen
) -> tuple[tuple[Post, ...], tuple[str, ...]]:
    """Return the newest posts of a feed from new to old, and the entries that say nothing.

    `address` is the feed's identity. An entry without an honest date is as old as our knowing it.
    """
    repeated = _repeated_ids(document)
    dated: dict[str, tuple[datetime, Item]] = {}
    for number, item in enumerate(document.items):
        native_id = _native_id(item, address, is_repeated=item.id in repeated)
        moment = past(item.published, now) or past(item.updated, now) or first_seen.get(native_id)
        # The feed's own order counts among what arrived together.
        dated.setdefault(native_id, (moment or now - timedelta(milliseconds=number), item))
    newest = sorted(dated.items(), key=lambda each: each[1][0], reverse=True)[:MOST_POSTS]
    authors: dict[str, Author] = {}
    posts, rejected = [], []
    for native_id, (moment, item) in newest:
        author = authors.setdefault(item.author, author_of(document, address, item.author))
        try:
            posts.append(_post(item, native_id, author, moment, now))
        except Unreadable:
            rejected.append(repr(item)[:_READABLE])
    return tuple(posts), tuple(rejected)


def _repeated_ids(document: Document) -> set[str]:
    """Return the ids that mean nothing, because entries that lead elsewhere share them."""
    pairs = {(item.id, item.link) for item in document.items}
    return {each for each, times in Counter(id_ for id_, _ in pairs).items() if times > 1}


def _native_id(item: Item, address: str, *, is_repeated: bool) -> str:
    """Return an id that no other feed can claim for an entry of its own."""
    own = "" if is_repeated else item.id
    said = own or item.link or _digest(item.title.value, item.body.value)
    try:
        if host_of(said) == host_of(address):
            return said
    except ValueError:
        pass
    return f"{address}#{said}"


def _post(item: Item, native_id: str, author: Author, moment: datetime, now: datetime) -> Post:
    title = line(_plain(item.title)[0][:_TITLE])
    text, facets = _with_title(title, *_plain(item.body))
    text, facets = _cut(text, facets)
    for url in item.files[:_FILES]:
        text, facets = _with_link(text, facets, url)
    if not text and item.link:
        text, facets = _with_link(text, facets, item.link)
    if not text and not item.media:
        raise Unreadable("an entry says nothing")
    thumb = item.thumb_url or ("" if item.media else _first_picture(item.body))
    card = LinkCard(item.link, title or author.name, "", thumb) if item.link else None
    updated = past(item.updated, now)
    return Post(
        network=NETWORK,
        native_id=native_id,
        author=author,
        created_at=moment,
        text=text,
        url=item.link,
        version=_digest(text, item.link, thumb, *(media.url for media in item.media)),
        facets=facets,
        lang=item.lang if _LANG.fullmatch(item.lang) else "",
        media=item.media,
        card=card,
        edited_at=updated if updated is not None and updated > moment else None,
    )


def _plain(words: Markup) -> tuple[str, tuple[Facet, ...]]:
    if words.is_html:
        return read_html(_with_whole_links(words))
    text = words.value.strip()
    links = (each for each in find_facets(text) if each.kind is FacetKind.LINK)
    return text, tuple(links)


def _with_whole_links(words: Markup) -> str:
    """Return HTML whose links say where they lead, wherever it is shown."""

    def whole(match: re.Match[str]) -> str:
        said = html.unescape(match.group(2) or match.group(3) or "").strip()
        try:
            target = urljoin(words.base, said)
        except ValueError:
            target = ""
        return f'{match.group(1)}"{html.escape(target)}"'

    return _HREF.sub(whole, words.value) if words.base else words.value


def _first_picture(words: Markup) -> str:
    found = _PICTURE.search(words.value) if words.is_html else None
    if found is None:
        return ""
    return picture_address(words.base, html.unescape(found.group(1) or found.group(2) or ""))


def _with_title(title: str, text: str, facets: tuple[Facet, ...]) -> tuple[str, tuple[Facet, ...]]:
    """Put the title on a line above the text, unless the text begins with it anyway."""
    if not title or text.startswith(title.rstrip(_NEARLY) or title):
        return text, facets
    if not text:
        return title, ()
    shift = len(title.encode()) + 1
    moved = (Facet(f.kind, f.start + shift, f.end + shift, f.target) for f in facets)
    return f"{title}\n{text}", tuple(moved)


def _cut(text: str, facets: tuple[Facet, ...]) -> tuple[str, tuple[Facet, ...]]:
    """Cut a text between words where it is too long to be read in a list."""
    if len(text) <= _READABLE:
        return text, facets
    kept = text[:_READABLE]
    kept = (kept.rsplit(None, 1)[0] if len(kept.split(None, 1)) > 1 else kept).rstrip()
    size = len(kept.encode())
    return f"{kept}…", tuple(each for each in facets if each.end <= size)


def _with_link(text: str, facets: tuple[Facet, ...], url: str) -> tuple[str, tuple[Facet, ...]]:
    head = f"{text}\n" if text else ""
    start = len(head.encode())
    link = Facet(FacetKind.LINK, start, start + len(url.encode()), url)
    return head + url, (*facets, link)


def _digest(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode("utf-8", "replace")).hexdigest()[:24]
