"""Turn the words of X, with what X marked in them, into plain text and facets.

X's rules for showing posts are kept here: a shortened link is shown as X says it reads and leads to
the shortened address, and cashtags lead to X's own search.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

from desktop.services.domain.post import Facet, FacetKind
from desktop.services.networks.hostile_json import Json, items, mapping, text, web_address, whole

WEB = "https://x.com"
LONGEST = 30_000
"""More characters than the longest post has."""

_ADDRESS = 4_000
_MARKS = 100
_ESCAPES = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
_ESCAPE = re.compile("|".join(_ESCAPES))
_STATUS = re.compile(r"https?://(?:\w+\.)?(?:twitter|x)\.com/\w+/(?:web/)?status/(\d{1,19})\b")


@dataclass(frozen=True, slots=True)
class Words:
    """A text to show with its facets, and `full`, the same with every link written out."""

    text: str
    facets: tuple[Facet, ...]
    full: str


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of X's text, in code points, and what stands there for people."""

    start: int
    end: int
    shown: str
    kind: FacetKind
    target: str
    full: str
    is_attachment: bool = False


def unescaped(value: object, limit: int = LONGEST) -> str:
    """Return a text without the three escapes that X writes into it."""
    return _unescape(text(value, limit))


def linked_status(address: object) -> str:
    """Return the native id of the post that an address on X leads to, empty for none."""
    found = _STATUS.match(text(address, _ADDRESS))
    return found[1] if found else ""


def read_words(value: object, entities: Json, attached: frozenset[str] = frozenset()) -> Words:
    """Return what to show for a text of X.

    `attached` names media keys and posts that are shown beside the text: a link to one of them at
    the very end is only X's way to attach it, and is left out.
    """
    raw = text(value, LONGEST)
    marks = _apart(_Reader(raw, attached).marks(entities))
    end = len(raw)
    while marks and marks[-1].is_attachment and marks[-1].end == end:
        end = len(raw[: marks.pop().start].rstrip())
    return _written(raw[:end], marks)


def _unescape(raw: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPES[found[0]], raw)


def _written(raw: str, marks: list[_Mark]) -> Words:
    shown: list[str] = []
    full: list[str] = []
    facets = []
    at = size = 0
    for mark in marks:
        before = _unescape(raw[at : mark.start])
        start = size + len(before.encode())
        size = start + len(mark.shown.encode())
        shown += [before, mark.shown]
        full += [before, mark.full]
        facets.append(Facet(mark.kind, start, size, mark.target))
        at = mark.end
    rest = _unescape(raw[at:])
    return Words("".join([*shown, rest]), tuple(facets), "".join([*full, rest]))


def _apart(marks: list[_Mark]) -> list[_Mark]:
    """Return the marks in order; of two that overlap, the first stays."""
    kept: list[_Mark] = []
    for mark in sorted(marks, key=lambda mark: mark.start):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


class _Reader:
    """Finds what X marked in one text; no stretch of it is marked twice."""

    def __init__(self, raw: str, attached: frozenset[str]) -> None:
        self._raw = raw
        self._attached = attached
        self._taken: set[int] = set()

    def marks(self, entities: Json) -> list[_Mark]:
        """Return the marks that make sense."""
        readers = {
            "urls": self._link,
            "mentions": self._mention,
            "hashtags": self._tag,
            "cashtags": self._cashtag,
        }
        found = (
            read(mapping(mark))
            for name, read in readers.items()
            for mark in items(entities.get(name))[:_MARKS]
        )
        return [mark for mark in found if mark is not None]

    def _link(self, mark: Json) -> _Mark | None:
        address = web_address(mark.get("url"))
        place = self._place(mark, "", address)
        if place is None:
            return None
        expanded = web_address(mark.get("expanded_url"))
        shown = text(mark.get("display_url"), _ADDRESS).strip() or expanded or address
        names = {text(mark.get("media_key"), 100), linked_status(expanded)}
        is_attachment = bool(names & self._attached)
        return _Mark(*place, shown, FacetKind.LINK, address, expanded or address, is_attachment)

    def _mention(self, mark: Json) -> _Mark | None:
        handle = text(mark.get("username"), 100)
        target = text(mark.get("id"), 19) or handle.lower()
        return self._as_written(self._place(mark, "[@＠]", handle), FacetKind.MENTION, target)

    def _tag(self, mark: Json) -> _Mark | None:
        word = text(mark.get("tag"), 300)
        return self._as_written(self._place(mark, "[#＃]", word), FacetKind.TAG, word)

    def _cashtag(self, mark: Json) -> _Mark | None:
        word = text(mark.get("tag"), 100)
        place = self._place(mark, "[$＄]", word)
        return self._as_written(place, FacetKind.LINK, f"{WEB}/search?q=%24{quote(word)}")

    def _as_written(
        self, place: tuple[int, int] | None, kind: FacetKind, target: str
    ) -> _Mark | None:
        if place is None:
            return None
        written = _unescape(self._raw[slice(*place)])
        return _Mark(*place, written, kind, target, written)

    def _place(self, mark: Json, sign: str, word: str) -> tuple[int, int] | None:
        """Return where the marked stretch is: the nearest one to where X says that reads so.

        X counts code points, but whether those of the text as it is sent or of the text without
        escapes differs between its routes; what is marked reads the same in both.
        """
        start = whole(mark.get("start"))
        if start is None or not word:
            return None
        reads = re.compile(sign + re.escape(word), re.IGNORECASE)
        free = [
            found.span() for found in reads.finditer(self._raw) if found.start() not in self._taken
        ]
        place = min(free, key=lambda span: abs(span[0] - start), default=None)
        if place is not None:
            self._taken.add(place[0])
        return place
