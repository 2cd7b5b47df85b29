"""Find the feeds that a web page names, and where they usually are."""

from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from desktop.services.networks.feed_document import address
from desktop.services.networks.feed_encoding import decoded

_KINDS = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/json",
        "application/rdf+xml",
        "application/xml",
        "text/xml",
    }
)
_USUAL = ("feed", "rss.xml", "atom.xml", "feed.json", "feed.xml", "index.xml", "rss")
_PAGE_BYTES = 500_000
_MOST = 8


def named_feeds(page: bytes, content_type: str, url: str) -> tuple[str, ...]:
    """Return the addresses of the feeds that a page names, the main one first."""
    reader = _Reader(url)
    reader.feed(decoded(page[:_PAGE_BYTES], content_type))
    found: dict[str, bool] = {}
    for href, title in reader.links:
        if target := address(reader.base, href):
            # A feed of comments is never what is meant where there is another.
            found.setdefault(target, "comment" in f"{title} {target}".lower())
    return tuple(sorted(found, key=lambda each: found[each]))[:_MOST]


def usual_feeds(url: str) -> tuple[str, ...]:
    """Return where blogs at such an address have their feed, beginning with the nearest."""
    path = urlsplit(url).path
    near = path if path.endswith("/") else f"{path}/"
    last = near.rstrip("/").rpartition("/")[2]
    folders = dict.fromkeys([near, "/"] if "." not in last else ["/"])
    return tuple(urljoin(url, folder + name) for folder in folders for name in _USUAL)


class _Reader(HTMLParser):
    """Collects what the head of a page says of feeds."""

    def __init__(self, base: str) -> None:
        super().__init__(convert_charrefs=True)
        self.base = base
        self.links: list[tuple[str, str]] = []
        self._has_base = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a base and of links to feeds."""
        if tag not in ("base", "link"):
            return
        said = {name: value or "" for name, value in attrs}
        if tag == "base":
            target = address(self.base, said.get("href", ""))
            if target and not self._has_base:
                self.base, self._has_base = target, True
            return
        kind = said.get("type", "").partition(";")[0].strip().lower()
        relations = said.get("rel", "").lower().split()
        if kind in _KINDS and ("alternate" in relations or "feed" in relations):
            self.links.append((said.get("href", ""), said.get("title", "")))
