"""Find what somebody means by a few typed letters: any case, any accent, words in any order."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import groupby

Span = tuple[int, int]

_KEPT = 8_192
"""Texts whose letters are remembered; the same ones are asked for at each key."""
_SHORTEST_INITIALS = 2
_WORD = re.compile(r"[^\W_]+")
_SPELT_OUT = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
"""Letters that no decomposition takes apart, as people type them on other keyboards."""


class Rank(IntEnum):
    """How well a text answers; the lower, the nearer to the top."""

    BEGINNING = 0
    """The text begins with what was typed."""
    WORDS = 1
    """Each typed word begins one of the text's."""
    INSIDE = 2
    """Some typed word stands inside one of the text's."""
    INITIALS = 3
    """The letters begin words, one each, as "np" does for "New post"."""
    ELSEWHERE = 4
    """Some typed word is only in what is said about the text."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well a text answers, and which of its characters did, in order and apart."""

    rank: Rank
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Letters:
    """A text as it is compared: plain lower-case letters, and where each came from."""

    plain: str
    origins: Sequence[int]
    """For each plain letter the index of its character in the text."""
    starts: frozenset[int]
    """Where words begin."""
    initials: tuple[int, ...]
    """The same, in order."""
    spaced: str
    """The words with one space between them, to see how the text begins."""


def terms(typed: str) -> tuple[str, ...]:
    """Return the words that were typed, as they are compared; empty where no letter was."""
    return tuple(_letters(typed).spaced.split())


def match(typed: str, text: str, about: str = "") -> Match | None:
    """Return how well `text` answers what was typed, None where it does not.

    `about` is what else is said of it: a word that is missing in the text may begin one there.
    Nothing typed, or no letter or digit among it, is answered by no text.
    """
    wanted = terms(typed)
    if not wanted:
        return None
    letters = _letters(text)
    if all(term in letters.plain for term in wanted):
        return _matched(wanted, letters)
    initials = _initials(wanted, letters)
    if initials is not None:
        return Match(Rank.INITIALS, _spans(initials, letters))
    return _with_what_is_said(wanted, letters, about) if about else None


def _matched(wanted: tuple[str, ...], letters: _Letters) -> Match:
    rank = Rank.WORDS
    found: set[int] = set()
    for term in wanted:
        at = _place(term, letters)
        if at not in letters.starts:
            rank = Rank.INSIDE
        found.update(range(at, at + len(term)))
    if rank is Rank.WORDS and letters.spaced.startswith(" ".join(wanted)):
        rank = Rank.BEGINNING
    return Match(rank, _spans(found, letters))


def _place(term: str, letters: _Letters) -> int:
    """Return where a word is found: at the first of the text's words it begins, else anywhere."""
    first = at = letters.plain.find(term)
    while at >= 0:
        if at in letters.starts:
            return at
        at = letters.plain.find(term, at + 1)
    return first


def _initials(wanted: tuple[str, ...], letters: _Letters) -> set[int] | None:
    if len(wanted) > 1 or len(wanted[0]) < _SHORTEST_INITIALS or not letters.initials:
        return None
    if letters.plain[letters.initials[0]] != wanted[0][0]:
        return None
    found: set[int] = set()
    words = iter(letters.initials)
    for letter in wanted[0]:
        at = next((each for each in words if letters.plain[each] == letter), None)
        if at is None:
            return None
        found.add(at)
    return found


def _with_what_is_said(wanted: tuple[str, ...], letters: _Letters, about: str) -> Match | None:
    said = _letters(about)
    found: set[int] = set()
    for term in wanted:
        if term in letters.plain:
            at = _place(term, letters)
            found.update(range(at, at + len(term)))
        elif _place(term, said) not in said.starts:
            return None
    return Match(Rank.ELSEWHERE, _spans(found, letters))


def _spans(found: set[int], letters: _Letters) -> tuple[Span, ...]:
    """Return the stretches of the text that the plain letters came from."""
    whole = sorted({letters.origins[each] for each in found})
    runs = groupby(enumerate(whole), key=lambda each: each[1] - each[0])
    stretches = [[at for _, at in run] for _, run in runs]
    return tuple((stretch[0], stretch[-1] + 1) for stretch in stretches)


@lru_cache(maxsize=_KEPT)
def _letters(text: str) -> _Letters:
    if text.isascii():
        return _words_of(text.lower(), range(len(text)))
    plain: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(text):
        folded = _folded(character)
        plain.append(folded)
        origins += [at] * len(folded)
    return _words_of("".join(plain), origins)


def _words_of(plain: str, origins: Sequence[int]) -> _Letters:
    words = [*_WORD.finditer(plain)]
    starts = tuple(word.start() for word in words)
    spaced = " ".join(word.group() for word in words)
    return _Letters(plain, origins, frozenset(starts), starts, spaced)


@lru_cache(maxsize=_KEPT)
def _folded(character: str) -> str:
    """Return a character without case and accents; nothing of a mark that stands over another."""
    apart = unicodedata.normalize("NFKD", character).casefold()
    apart = unicodedata.normalize("NFKD", apart)
    bare = "".join(each for each in apart if not unicodedata.category(each).startswith("M"))
    return "".join(_SPELT_OUT.get(each, each) for each in bare)
