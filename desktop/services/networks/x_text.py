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
_MARKS = 200
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
    marks = _apart(_marks(raw, entities, attached))
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
    """Return the marks in order, none overlapping: several pictures share one link."""
    kept: list[_Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, not mark.is_attachment)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _marks(raw: str, entities: Json, attached: frozenset[str]) -> list[_Mark]:
    found = [_read_link(raw, mark, attached) for mark in _listed(entities, "urls")]
    found += [_read_mention(raw, mark) for mark in _listed(entities, "mentions")]
    found += [_read_tag(raw, mark) for mark in _listed(entities, "hashtags")]
    found += [_read_cashtag(raw, mark) for mark in _listed(entities, "cashtags")]
    return [mark for mark in found if mark is not None]


def _listed(entities: Json, name: str) -> list[Json]:
    return [mapping(raw) for raw in items(entities.get(name))[:_MARKS]]


def _read_link(raw: str, mark: Json, attached: frozenset[str]) -> _Mark | None:
    address = web_address(mark.get("url"))
    place = _place(raw, mark, re.escape(address)) if address else None
    if place is None:
        return None
    expanded = web_address(mark.get("expanded_url"))
    shown = text(mark.get("display_url"), _ADDRESS).strip() or expanded or address
    names = {text(mark.get("media_key"), 100), linked_status(expanded)}
    full = expanded or address
    return _Mark(*place, shown, FacetKind.LINK, address, full, bool(names & attached))


def _read_mention(raw: str, mark: Json) -> _Mark | None:
    handle = text(mark.get("username"), 100)
    target = text(mark.get("id"), 19) or handle.lower()
    place = _place(raw, mark, "[@＠]" + re.escape(handle)) if handle else None
    return _as_written(raw, place, FacetKind.MENTION, target)


def _read_tag(raw: str, mark: Json) -> _Mark | None:
    word = text(mark.get("tag"), 300)
    place = _place(raw, mark, "[#＃]" + re.escape(word)) if word else None
    return _as_written(raw, place, FacetKind.TAG, word)


def _read_cashtag(raw: str, mark: Json) -> _Mark | None:
    word = text(mark.get("tag"), 100)
    place = _place(raw, mark, "[$＄]" + re.escape(word)) if word else None
    return _as_written(raw, place, FacetKind.LINK, f"{WEB}/search?q=%24{quote(word)}")


def _as_written(
    raw: str, place: tuple[int, int] | None, kind: FacetKind, target: str
) -> _Mark | None:
    if place is None:
        return None
    written = _unescape(raw[slice(*place)])
    return _Mark(*place, written, kind, target, written)


def _place(raw: str, mark: Json, pattern: str) -> tuple[int, int] | None:
    """Return where the stretch is that reads as `pattern`, the nearest to where X says it is.

    X counts code points, but of which of its texts (escaped or not, with or without combining
    sequences) differs between its routes; what is marked reads the same in all of them.
    """
    start = whole(mark.get("start"))
    if start is None:
        return None
    reads = re.compile(pattern, re.IGNORECASE)
    here = reads.match(raw, start) if start <= len(raw) else None
    if here is not None:
        return here.span()
    spans = (found.span() for found in reads.finditer(raw))
    return min(spans, key=lambda span: abs(span[0] - start), default=None)
