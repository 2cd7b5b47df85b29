"""Read JSON Feed, versions 1 and 1.1."""

from datetime import datetime

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
from desktop.services.networks.hostile_json import (
    Json,
    items,
    mapping,
    moment,
    parse,
    read_each,
    text,
)

_VERSIONS = ("https://jsonfeed.org/version/", "http://jsonfeed.org/version/")
_WORDS = 100_000


def read_json(body: bytes, base: str) -> Document:
    """Return the feed that was found at `base`; `BadAnswer` when it is none."""
    values = parse(body)
    if not text(values.get("version")).startswith(_VERSIONS):
        raise BadAnswer("not a JSON feed")
    lang = line(values.get("language"))
    author = _author(values)

    def read(value: Json) -> Item:
        return _item(value, base, author, lang)

    good, bad = read_each(items(values.get("items"))[:MOST_ITEMS], read)
    return Document(
        title=line(values.get("title")),
        link=address(base, values.get("home_page_url")),
        about=Markup(text(values.get("description"))),
        lang=lang,
        picture_url=picture_address(base, values.get("icon"))
        or picture_address(base, values.get("favicon")),
        items=good,
        rejected=bad,
    )


def _item(values: Json, base: str, author: str, lang: str) -> Item:
    link = address(base, values.get("url")) or address(base, values.get("external_url"))
    files = [mapping(each) for each in items(values.get("attachments"))[:20]]
    return Item(
        id=_id(values.get("id")),
        link=link,
        title=Markup(line(values.get("title"))),
        body=_body(values, link or base),
        author=_author(values) or author,
        published=_moment(values.get("date_published")),
        updated=_moment(values.get("date_modified")),
        lang=line(values.get("language")) or lang,
        media=tuple(found for each in files if (found := _picture(each, base)) is not None),
        files=tuple(url for each in files if (url := _file(each, base))),
        thumb_url=picture_address(base, values.get("image"))
        or picture_address(base, values.get("banner_image")),
    )


def _id(value: object) -> str:
    """Return an id as a text; some programs write numbers in spite of the rule."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return text(value, 2_000).strip()


def _body(values: Json, base: str) -> Markup:
    for name, is_html in (("content_html", True), ("content_text", False), ("summary", False)):
        value = text(values.get(name), _WORDS)
        if value.strip():
            return Markup(value, is_html, base)
    return Markup()


def _author(values: Json) -> str:
    people = [*items(values.get("authors")), values.get("author")]
    return next((name for each in people if (name := line(mapping(each).get("name")))), "")


def _moment(value: object) -> datetime | None:
    return moment(value.strip() if isinstance(value, str) else value)


def _picture(values: Json, base: str) -> Media | None:
    url = picture_address(base, values.get("url"))
    if not url or not text(values.get("mime_type")).startswith("image/"):
        return None
    return Media("image", url, url, line(values.get("title")))


def _file(values: Json, base: str) -> str:
    is_film = text(values.get("mime_type")).startswith(("audio/", "video/"))
    return address(base, values.get("url")) if is_film else ""
