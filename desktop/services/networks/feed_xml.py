"""Read RSS and Atom in all their versions, sound or broken, in a time that has a bound.

feedparser knows the formats. What it is given is made plain first: text in UTF-8 that begins with
the feed's own element, so that no declaration, entity or encoding of a stranger's choice is left.
"""

import calendar
import io
import re
import time
from contextlib import suppress
from datetime import UTC, datetime
from xml.sax import handler, make_parser, xmlreader

from feedparser import api

from desktop.services.domain.errors import BadAnswer
from desktop.services.domain.post import Media
from desktop.services.networks.feed_document import (
    MOST_ITEMS,
    Document,
    Item,
    Markup,
    address,
    line,
    picture_address,
)
from desktop.services.networks.feed_encoding import decoded
from desktop.services.networks.hostile_json import Json, items, mapping, read_each, text

_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s{1,9}html|html|body)[\s>]", re.IGNORECASE)
_ROOT_WITHIN = 100_000
_UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SECONDS = 8.0
_MOST_ATTRIBUTES = 100
_MOST_MEDIA = 4
_MOST_FILES = 20
_WORDS = 100_000
_NAMED = re.compile(r"\S+@\S+\s+\((.+)\)")
_MAIL = re.compile(r"\s*<?\S+@[^\s>]+>?")
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif")


class _Enough(Exception):
    """What was read so far has to do."""


class _Bounded:
    """Ends the reading of a document that is too long or takes too long."""

    can_be_relative_uri = api.StrictFeedParser.can_be_relative_uri - {"id"}
    """Ids mean what they say: two feeds in one folder may both begin at 1."""
    until: float
    entries: list[object]

    def unknown_starttag(self, tag: str, attrs: list[tuple[str, str]]) -> None:
        """Read on, if there is time."""
        self._look_at_the_clock()
        super().unknown_starttag(tag, attrs[:_MOST_ATTRIBUTES])  # type: ignore[misc] # the library's

    def unknown_endtag(self, tag: str) -> None:
        """Read on, if there is time."""
        self._look_at_the_clock()
        super().unknown_endtag(tag)  # type: ignore[misc] # the library's

    def handle_data(self, text: str, escape: int = 1) -> None:
        """Read on, if there is time."""
        self._look_at_the_clock()
        super().handle_data(text, escape)  # type: ignore[misc] # the library's

    def handle_charref(self, ref: str) -> None:
        """Leave out characters that do not exist."""
        with suppress(ValueError, OverflowError):
            super().handle_charref(ref)  # type: ignore[misc] # the library's

    def _look_at_the_clock(self) -> None:
        if len(self.entries) > MOST_ITEMS or time.monotonic() > self.until:
            raise _Enough

    def _sync_author_detail(self, key: str = "author") -> None:
        """Leave out what takes names and mail addresses apart, in quadratic time."""


class _Strict(_Bounded, api.StrictFeedParser):  # type: ignore[misc] # the library has no types
    """Reads what is XML."""

    def startElementNS(
        self, name: tuple[str | None, str], qname: str | None, attrs: xmlreader.AttributesNSImpl
    ) -> None:
        """Read on, unless the library's quadratic time with attributes would be felt."""
        if len(attrs) > _MOST_ATTRIBUTES:
            raise _Enough
        super().startElementNS(name, qname, attrs)


class _Loose(_Bounded, api.LooseFeedParser):  # type: ignore[misc] # the library has no types
    """Reads what only looks like XML."""


def looks_like_xml(body: bytes) -> bool:
    """Say whether a feed may begin here; a web page is not read as one."""
    return _ROOT.search(body[: 2 * _ROOT_WITHIN].replace(b"\0", b"").decode("latin-1")) is not None


def read_xml(body: bytes, content_type: str, base: str) -> Document:
    """Return the feed that was found at `base`; `BadAnswer` when it is none."""
    words = _UNSPEAKABLE.sub("", decoded(body, content_type))
    start = _ROOT.search(words, 0, _ROOT_WITHIN)
    if start is None or _PAGE.search(words, 0, start.start()):
        raise BadAnswer("not a feed")
    found = _parsed(words[start.start() :], base)
    if not found.version:
        raise BadAnswer("not a feed")
    told = dict(found.feeddata)
    author = _author(told)
    lang = line(told.get("language"))

    def read(value: Json) -> Item:
        return _item(dict(value), base, author, lang)

    good, bad = read_each(found.entries[:MOST_ITEMS], read)
    return Document(
        title=_words(told, "title").value,
        link=_link(told, base),
        about=_words(told, "subtitle"),
        lang=lang,
        picture_url=_picture_of(told, base),
        items=good,
        rejected=bad,
    )


def _parsed(words: str, base: str) -> _Strict | _Loose:
    until = time.monotonic() + _SECONDS
    strict = _Strict(base, None, "utf-8")
    _prepare(strict, until)
    reader = make_parser()  # noqa: S317 - nothing before the root is left that could name entities
    reader.setFeature(handler.feature_namespaces, True)
    reader.setFeature(handler.feature_external_ges, False)
    reader.setContentHandler(strict)
    reader.setErrorHandler(strict)
    source = xmlreader.InputSource()
    source.setByteStream(io.BytesIO(words.encode()))
    source.setEncoding("utf-8")
    try:
        reader.parse(source)
    except _Enough:
        return strict
    except Exception:  # noqa: BLE001 - the library fails in many ways on what is broken
        loose = _Loose(base, None, "utf-8", {})
        _prepare(loose, until)
        with suppress(Exception):
            loose.feed(words)
        return loose
    return strict


def _prepare(parser: _Strict | _Loose, until: float) -> None:
    parser.until = until
    parser.resolve_relative_uris = False
    parser.sanitize_html = False


def _item(values: Json, base: str, author: str, lang: str) -> Item:
    body = _body(values)
    published = _moment(values, "published") or _moment(values, "created")
    media, files = _attached(values, base)
    thumbs = (mapping(each).get("url") for each in items(values.get("media_thumbnail"))[:5])
    return Item(
        id=text(values.get("id"), 2_000).strip(),
        link=_link(values, base),
        title=_words(values, "title"),
        body=body,
        author=_author(values) or author,
        published=published,
        updated=_moment(values, "updated"),
        lang=_language(values) or lang,
        media=media,
        files=files,
        thumb_url=next((url for each in thumbs if (url := picture_address(base, each))), ""),
    )


def _words(values: Json, name: str) -> Markup:
    return _markup({"value": values.get(name), **mapping(values.get(f"{name}_detail"))})


def _markup(values: Json) -> Markup:
    is_html = text(values.get("type")).lower() in ("text/html", "application/xhtml+xml")
    return Markup(text(values.get("value"), _WORDS), is_html, text(values.get("base")))


def _body(values: Json) -> Markup:
    """Return the longest of what an entry says: some give a summary, some the whole, some both."""
    found = [_markup(mapping(each)) for each in items(values.get("content"))[:5]]
    found.append(_words(values, "summary"))
    return max(found, key=lambda each: len(each.value))


def _language(values: Json) -> str:
    details = [*items(values.get("content"))[:5], values.get("summary_detail")]
    return next((lang for each in details if (lang := line(mapping(each).get("language")))), "")


def _link(values: Json, base: str) -> str:
    found = address(base, values.get("link"))
    if found:
        return found
    links = [mapping(each) for each in items(values.get("links"))[:20]]
    pages = (each.get("href") for each in links if each.get("rel") == "alternate")
    return next((url for each in pages if (url := address(base, each))), "")


def _author(values: Json) -> str:
    people = [values.get("author_detail"), *items(values.get("authors"))[:5]]
    names = [*(mapping(each).get("name") for each in people), values.get("author")]
    return next((name for each in names if (name := _name(each))), "")


def _name(value: object) -> str:
    """Return a person's name; mail addresses are nobody's business."""
    said = line(value)
    named = _NAMED.fullmatch(said)
    return named.group(1) if named else _MAIL.sub("", said).strip()


def _moment(values: Json, name: str) -> datetime | None:
    parsed = values.get(f"{name}_parsed")
    if not isinstance(parsed, time.struct_time):
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _attached(values: Json, base: str) -> tuple[tuple[Media, ...], tuple[str, ...]]:
    """Return the pictures, and the addresses of sound and film."""
    links = [mapping(each) for each in items(values.get("links"))[:50]]
    enclosed = [{**each, "url": each.get("href")} for each in links if _is_enclosure(each)]
    told = [mapping(each) for each in items(values.get("media_content"))[:50]]
    pictures: dict[str, Media] = {}
    files: dict[str, None] = {}
    for each in [*enclosed, *told]:
        kind = _kind(each)
        if kind == "image" and (url := picture_address(base, each.get("url"))):
            media = Media("image", url, url, "", _size(each, "width"), _size(each, "height"))
            pictures.setdefault(url, media)
        elif kind in ("audio", "video") and (url := address(base, each.get("url"))):
            files.setdefault(url)
    return tuple(pictures.values())[:_MOST_MEDIA], tuple(files)[:_MOST_FILES]


def _is_enclosure(link: Json) -> bool:
    return link.get("rel") == "enclosure"


def _kind(values: Json) -> str:
    kind = text(values.get("type")).partition("/")[0].lower() or text(values.get("medium")).lower()
    path = text(values.get("url")).partition("?")[0].lower()
    return kind or ("image" if path.endswith(_PICTURES) else "")


def _size(values: Json, name: str) -> int:
    said = text(values.get(name), 6)
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 0


def _picture_of(values: Json, base: str) -> str:
    told = (mapping(values.get("image")).get("href"), values.get("logo"), values.get("icon"))
    return next((url for each in told if (url := picture_address(base, each))), "")
