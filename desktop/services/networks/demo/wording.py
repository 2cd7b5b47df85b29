"""Fills the demonstration's sentences so that months of them do not read as repeated."""

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop.services.domain.post import Facet, FacetKind
from desktop.services.networks.demo.material import Material, Pattern

T = TypeVar("T")

_SEASONS = ("hiver", "hiver", *["printemps"] * 3, *["ete"] * 3, *["automne"] * 3, "hiver")
_TRIES = 8
_MARKS = re.compile(
    r"(?P<mention>(?<![\w@])@[\w.-]+(?:@[\w.-]+\w)?)"
    r"|(?P<tag>(?<!\w)#\w+)"
    r"|(?P<link>(?:https?://)?[\w-]+(?:\.[\w-]+)*\.example(?:/[^\s]*[\w/])?)"
)


class Deck(Generic[T]):
    """Deals items in a shuffled order, and every item once before any of them again."""

    def __init__(self, items: Sequence[T], chance: random.Random) -> None:
        self._items = items
        self._chance = chance
        self._left: list[T] = []

    def deal(self) -> T:
        """Return the next item."""
        if not self._left:
            self._left = list(self._items)
            self._chance.shuffle(self._left)
        return self._left.pop()


@dataclass(frozen=True, slots=True)
class Scene:
    """What a sentence may refer to: where it is said, when, and to whom."""

    shop_handle: str
    month: int
    lang: str
    first_name: str = ""


class Wording:
    """Turns patterns into sentences; each text is said at most twice."""

    def __init__(self, material: Material, chance: random.Random) -> None:
        self._material = material
        self._chance = chance
        self._slots: dict[tuple[str, str], Deck[str]] = {}
        self._patterns: dict[str, Deck[Pattern]] = {}
        self._said: Counter[str] = Counter()

    def choose(self, name: str, patterns: Sequence[Pattern]) -> Pattern:
        """Return the next pattern of a family known by `name`."""
        deck = self._patterns.get(name)
        if deck is None:
            deck = self._patterns[name] = Deck(patterns, self._chance)
        return deck.deal()

    def fill(self, pattern: Pattern, scene: Scene) -> str:
        """Return the pattern's sentence with its slots filled."""
        parts = pattern.parts
        if len(parts) == 1:
            return parts[0]
        words = [self._word(part, scene) if index % 2 else part for index, part in enumerate(parts)]
        return "".join(words)

    def say(
        self, name: str, patterns: Sequence[Pattern], scene: Scene, tails: Sequence[Pattern] = ()
    ) -> tuple[str, Pattern]:
        """Return a fresh sentence of a family and the pattern it was made from.

        A sentence heard twice already is drawn again, so that short patterns without slots do
        not come back for ever; after a few draws the last one is kept rather than none.
        """
        for _ in range(_TRIES):
            pattern = self.choose(name, patterns)
            text = self.fill(pattern, scene)
            if tails and self._chance.random() < 0.55:
                text += " " + self.fill(self.choose(f"{name}/tails", tails), scene)
            if self._said[text] < 2:
                break
        self._said[text] += 1
        return text, pattern

    def _word(self, slot: str, scene: Scene) -> str:
        if slot == "shop":
            return "@" + scene.shop_handle
        if slot == "first":
            return scene.first_name
        if slot.startswith("site_"):
            return self._material.cards[slot[5:]].url.removeprefix("https://")
        name, _, manner = slot.rpartition("_")
        if manner == "maj":
            return _with_first(self._slot(name, scene), str.upper)
        if manner == "min":
            return _with_first(self._slot(name, scene), str.lower)
        return self._slot(slot, scene)

    def _slot(self, name: str, scene: Scene) -> str:
        key = (scene.lang, name)
        slots = self._material.slots[scene.lang]
        if name not in slots:
            key = (scene.lang, f"{name}_{_SEASONS[scene.month - 1]}")
        deck = self._slots.get(key)
        if deck is None:
            deck = self._slots[key] = Deck(slots[key[1]], self._chance)
        return deck.deal()


def _with_first(text: str, change: Callable[[str], str]) -> str:
    return change(text[0]) + text[1:]


def facets(text: str, id_of: Callable[[str], str | None]) -> tuple[Facet, ...]:
    """Return the mentions, tags and links of a text; a handle that nobody has is plain text."""
    if "#" not in text and "@" not in text and ".example" not in text:
        return ()
    found = []
    for match in _MARKS.finditer(text):
        words = match.group().rstrip(".")
        kind = FacetKind(str(match.lastgroup))
        target: str | None = words[1:]
        if kind is FacetKind.MENTION:
            target = id_of(words[1:])
        elif kind is FacetKind.LINK:
            target = words if "://" in words else f"https://{words}"
        if target:
            start = len(text[: match.start()].encode())
            found.append(Facet(kind, start, start + len(words.encode()), target))
    return tuple(found)
