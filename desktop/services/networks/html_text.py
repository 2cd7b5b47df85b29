"""Turn the HTML that strangers wrote into plain text and the stretches that lead somewhere."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser

import nh3

from desktop.services.domain.post import Facet, FacetKind
from desktop.services.networks.hostile_json import text, web_address

# The cleaner's time grows with the square of the nesting and of an element's attributes.
_MOST_HTML = 100_000
_MOST_TAGS = 5_000
_MOST_TEXT = 20_000
_DEEPEST_LIST = 4

_PARAGRAPHS = frozenset(
    {"p", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl"}
    | {"table", "figure", "hr"}
)
_LINES = frozenset(
    {"div", "li", "tr", "dt", "dd", "section", "article", "aside", "header", "footer", "main"}
    | {"nav", "address", "figcaption", "caption", "details", "summary"}
)
_CELLS = frozenset({"td", "th"})
_CLEANER = nh3.Cleaner(
    tags={*_PARAGRAPHS, *_LINES, *_CELLS, "a", "br", "span"},
    clean_content_tags={"script", "style", "iframe", "noscript", "noframes", "noembed", "template"}
    | {"svg", "title", "textarea", "select", "option", "button", "audio", "video", "object"},
    attributes={"a": {"href", "class", "rel"}, "span": {"class"}, "p": {"class"}},
    url_schemes={"http", "https"},
    url_relative="deny",
    link_rel=None,
)
_SPACES = " \t\r\n\f"
_RUN = re.compile(f"[{_SPACES}]+|[^{_SPACES}]+")
_TAG = re.compile(r"#\S+")
_LINE_END = re.compile(r"\r\n?|\n")


def read_html(
    html: str, *, mentions: Mapping[str, str] | None = None, is_quote_apart: bool = False
) -> tuple[str, tuple[Facet, ...]]:
    """Return what a reader sees of `html`, and its links, mentions and hashtags in order.

    `mentions` gives people's native ids by the address that a mention leads to, or by what it shows
    ("@martin") in lower case; without it a mention is an ordinary link. Where the quoted post is
    told apart, the line that only repeats its address is left out. Never raises: what is too long
    is cut and ends with "…".
    """
    whole = text(html, _MOST_HTML)
    kept = _with_few_tags(whole)
    hidden = {"invisible", "quote-inline"} if is_quote_apart else {"invisible"}
    reader = _Reader(mentions or {}, hidden)
    reader.feed(_CLEANER.clean(kept))
    reader.close()
    return reader.result(is_cut=len(kept) < len(html))


def _with_few_tags(html: str) -> str:
    """Cut `html` before it has more tags than an honest author needs."""
    parts = html.split("<", _MOST_TAGS + 1)
    return html if len(parts) <= _MOST_TAGS + 1 else "<".join(parts[:-1])


class _Reader(HTMLParser):
    """Reads clean HTML; spaces and line ends wait until something visible follows them."""

    def __init__(self, mentions: Mapping[str, str], hidden: set[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._mentions = mentions
        self._hidden_classes = hidden
        self._pieces: list[str] = []
        self._facets: list[Facet] = []
        self._length = 0
        self._bytes = 0
        self._is_full = False
        self._breaks = 0
        self._space = ""
        self._bullet = ""
        self._open: list[tuple[str, set[str]]] = []
        self._hidden = 0
        self._pre = 0
        self._lists: list[int | None] = []
        self._link: dict[str, str | None] = {}
        self._link_start: tuple[int, int] | None = None

    def result(self, *, is_cut: bool) -> tuple[str, tuple[Facet, ...]]:
        """Return the text and its facets."""
        shown = "".join(self._pieces)
        ending = "…" if shown and (is_cut or self._is_full) else ""
        return shown + ending, tuple(self._facets)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element changes for what it holds."""
        if tag == "br":
            self._breaks += not self._hidden
            return
        attributes = dict(attrs)
        classes = set((attributes.get("class") or "").split())
        self._break(tag)
        if tag == "hr":
            return
        self._open.append((tag, classes))
        self._hidden += not self._hidden_classes.isdisjoint(classes)
        self._pre += tag == "pre"
        if tag == "a":
            self._link, self._link_start = attributes, None
        elif tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._bullet = self._next_bullet()

    def handle_endtag(self, tag: str) -> None:
        """Undo what the element changed."""
        if not self._open or self._open[-1][0] != tag:
            return
        _, classes = self._open.pop()
        if "ellipsis" in classes:
            self._show("…")
        self._hidden -= not self._hidden_classes.isdisjoint(classes)
        self._pre -= tag == "pre"
        if tag == "a":
            self._end_link()
        elif tag in ("ul", "ol"):
            self._lists.pop()
        elif tag == "li":
            self._bullet = ""
        self._break(tag)

    def handle_data(self, data: str) -> None:
        """Show words, with the white space between them as a browser would."""
        if self._hidden:
            return
        if self._pre:
            for number, line in enumerate(_LINE_END.split(data)):
                self._breaks += number > 0
                if line.strip():
                    self._show(line)
            return
        for run in _RUN.findall(data):
            if run[0] not in _SPACES:
                self._show(run)
            elif not self._space:
                self._space = " " if "\n" in run or "\r" in run else run

    def _break(self, tag: str) -> None:
        if self._hidden:
            return
        if tag in _PARAGRAPHS:
            self._breaks = max(self._breaks, 1 if self._lists else 2)
        elif tag in _LINES:
            self._breaks = max(self._breaks, 1)
        elif tag in _CELLS:
            self._space = self._space or " "

    def _next_bullet(self) -> str:
        indent = "  " * min(len(self._lists) - 1, _DEEPEST_LIST)
        number = self._lists[-1] if self._lists else None
        if number is None:
            return f"{indent}• "
        self._lists[-1] = number + 1
        return f"{indent}{number + 1}. "

    def _show(self, words: str) -> None:
        if self._hidden or self._is_full:
            return
        gap = "\n" * self._breaks or self._space
        lead = (gap if self._pieces else "") + self._bullet
        room = _MOST_TEXT - self._length - len(lead)
        self._is_full = len(words) > room
        if room <= 0:
            return
        self._write(lead)
        self._breaks, self._space, self._bullet = 0, "", ""
        if self._link and self._link_start is None:
            self._link_start = self._bytes, len(self._pieces)
        self._write(words[:room])

    def _write(self, words: str) -> None:
        if words:
            self._pieces.append(words)
            self._length += len(words)
            self._bytes += len(words.encode())

    def _end_link(self) -> None:
        link, self._link = self._link, {}
        if self._link_start is None or self._link_start[0] == self._bytes:
            return
        start, piece = self._link_start
        address = web_address(link.get("href"))
        shown = "".join(self._pieces[piece:])
        person = self._mentions.get(address) or self._mentions.get(shown.lower())
        marks = f"{link.get('class') or ''} {link.get('rel') or ''}".split()
        if shown.startswith("@") and person:
            self._facets.append(Facet(FacetKind.MENTION, start, self._bytes, person))
        elif _TAG.fullmatch(shown) and {"hashtag", "tag"} & set(marks):
            self._facets.append(Facet(FacetKind.TAG, start, self._bytes, shown[1:]))
        elif address:
            self._facets.append(Facet(FacetKind.LINK, start, self._bytes, address))
