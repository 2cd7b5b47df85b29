"""A small blog on loopback, in all the formats that feeds come in."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from xml.sax.saxutils import escape

from services.loopback import Answer, Loopback, Request, Response

TODAY = datetime(2024, 11, 20, 9, 0, tzinfo=UTC)
TYPES = {
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}


@dataclass(frozen=True)
class Entry:
    """One entry of the blog."""

    number: int
    title: str
    words: str
    author: str = ""

    @property
    def at(self) -> datetime:
        """Return when it was published."""
        return TODAY + timedelta(hours=self.number)


def entries(first: int, last: int) -> list[Entry]:
    """Return invented entries, newest first."""
    return [
        Entry(
            number,
            f"Marché n° {number}",
            f'<p>Des <a href="/legumes/{number}">légumes</a> et du pain &amp; du fromage</p>',
            "Léa" if number % 3 == 0 else "",
        )
        for number in range(last, first - 1, -1)
    ]


@dataclass
class Blog:
    """What the blog holds; change it and it is published. `answers` come before the feed itself."""

    entries: list[Entry]
    title: str = "Manger à Lyon"
    format: str = "rss"
    answers: dict[str, Answer] = field(default_factory=dict)
    server: Loopback = field(init=False)

    def __post_init__(self) -> None:
        self.server = Loopback(self._answer)

    @property
    def url(self) -> str:
        """Return where the feed is."""
        return f"{self.server.url}/feed"

    def link(self, number: int) -> str:
        """Return the page of an entry."""
        return f"{self.server.url}/{number}"

    def body(self) -> bytes:
        """Return the feed."""
        return {"rss": self._rss, "atom": self._atom, "json": self._json}[self.format]().encode()

    def _answer(self, request: Request) -> Answer:
        if request.path in self.answers:
            return self.answers[request.path]
        if request.path != "/feed":
            return Response(404, b"nothing here")
        body = self.body()
        tag = f'"{hash(body)}"'
        if request.headers.get("if-none-match") == tag:
            return Response(304)
        return Response(200, body, {"Content-Type": TYPES[self.format], "ETag": tag})

    def _rss(self) -> str:
        items = "".join(
            f"<item><title>{escape(each.title)}</title><link>/{each.number}</link>"
            f"<guid>{self.link(each.number)}</guid>"
            + (f"<dc:creator>{each.author}</dc:creator>" if each.author else "")
            + f"<pubDate>{format_datetime(each.at)}</pubDate>"
            f"<description>{escape(each.words)}</description></item>"
            for each in self.entries
        )
        return (
            '<?xml version="1.0" encoding="utf-8"?>'
            '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
            f"<title>{self.title}</title><link>{self.server.url}/</link>"
            f"<description>Où manger</description><language>fr</language>{items}</channel></rss>"
        )

    def _atom(self) -> str:
        items = "".join(
            f"<entry><title>{escape(each.title)}</title>"
            f'<link href="/{each.number}"/><id>{self.link(each.number)}</id>'
            + (f"<author><name>{each.author}</name></author>" if each.author else "")
            + f"<published>{each.at.isoformat()}</published>"
            f"<updated>{each.at.isoformat()}</updated>"
            f'<content type="html">{escape(each.words)}</content></entry>'
            for each in self.entries
        )
        return (
            '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">'
            f"<title>{self.title}</title><subtitle>Où manger</subtitle>"
            f'<link href="{self.server.url}/"/><id>urn:x</id>{items}</feed>'
        )

    def _json(self) -> str:
        found = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.title,
            "home_page_url": f"{self.server.url}/",
            "description": "Où manger",
            "language": "fr",
            "items": [
                {
                    "id": self.link(each.number),
                    "url": f"/{each.number}",
                    "title": each.title,
                    "content_html": each.words,
                    "date_published": each.at.isoformat(),
                    **({"authors": [{"name": each.author}]} if each.author else {}),
                }
                for each in self.entries
            ],
        }
        return json.dumps(found)
