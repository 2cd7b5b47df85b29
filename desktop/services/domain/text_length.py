"""How long a text is by the rule of the network it goes to, and how much room is left."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import regex

from desktop.services.domain.account import Limits
from desktop.services.domain.facets import find_facets

_GRAPHEME = regex.compile(r"\X")
_REMOTE_PERSON = regex.compile(
    r"(?<![=/\w])@(?P<name>[a-z0-9_]++(?:[.-]++[a-z0-9_]++)*+)@[\w.-]*\w", regex.IGNORECASE
)


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


def _mastodon(text: str, limits: Limits) -> int:
    """Count a link as a fixed number of characters, and a person elsewhere without their server."""
    encoded = text.encode("utf-8", "surrogatepass")
    link = b"x" * (limits.url_units or 23)
    pieces, end = [], 0
    for facet in find_facets(text):
        scheme, _, address = facet.target.partition("://")
        # A bare domain has become an address in the target, but stays as it is on the server.
        is_whole = encoded[facet.start : facet.end] == facet.target.encode()
        if scheme in ("http", "https") and is_whole and "." in address.partition("/")[0]:
            pieces += [encoded[end : facet.start], link]
            end = facet.end
    pieces.append(encoded[end:])
    shown = b"".join(pieces).decode("utf-8", "surrogatepass")
    return graphemes(_REMOTE_PERSON.sub(r"@\g<name>", shown))


def _on_x(text: str, _limits: Limits) -> int:
    # Its patterns hold every ending of the internet, which no start needs.
    from desktop.services.domain.x_length import x_weighted

    return x_weighted(text)


_COUNTERS: Mapping[str, Callable[[str, Limits], int]] = {
    "graphemes": lambda text, _: graphemes(text),
    "mastodon": _mastodon,
    "x_weighted": _on_x,
}
"""The rule behind each name that `Limits.counter` may hold."""


def count(text: str, limits: Limits, warning: str = "") -> Count:
    """Measure `text` by the rule that `limits` names; Mastodon counts the content warning too."""
    size = len(text.encode("utf-8", "surrogatepass"))
    units = _COUNTERS[limits.counter](text, limits)
    if limits.counter == "mastodon":
        units += graphemes(warning)
    return Count(units, limits.max_units, size, limits.max_bytes)
