"""How long a text is by the rule of the network it goes to, and how much room is left."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import regex

from desktop.services.domain.account import Limits

_GRAPHEME = regex.compile(r"\X")


@dataclass(frozen=True, slots=True)
class Count:
    """A text measured against a network's limits; `max_bytes` is None where bytes do not matter."""

    units: int
    max_units: int
    bytes: int
    max_bytes: int | None = None

    @property
    def left(self) -> int:
        """Return how many units may still be written; negative when the text is too long.

        Where the byte limit is the nearer one (a text full of family emoji), what is left is
        counted in bytes: that is what the next character will be refused for.
        """
        units = self.max_units - self.units
        return units if self.max_bytes is None else min(units, self.max_bytes - self.bytes)

    @property
    def over(self) -> int:
        """Return by how much the text is too long; 0 when it fits."""
        return max(0, -self.left)

    @property
    def fits(self) -> bool:
        """Say whether the network would take a text of this length."""
        return self.left >= 0


def graphemes(text: str) -> int:
    """Return how many characters a reader sees: a flag or a family emoji is one."""
    return sum(1 for _ in _GRAPHEME.finditer(text))


_COUNTERS: Mapping[str, Callable[[str], int]] = {"graphemes": graphemes}
"""The rule behind each name that `Limits.counter` may hold."""


def count(text: str, limits: Limits) -> Count:
    """Measure `text` by the rule that `limits` names."""
    size = len(text.encode("utf-8", "surrogatepass"))
    return Count(_COUNTERS[limits.counter](text), limits.max_units, size, limits.max_bytes)
