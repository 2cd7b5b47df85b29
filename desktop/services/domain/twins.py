"""Tell when one person posted the same text on two networks."""

import hashlib
import unicodedata
from datetime import timedelta
from functools import lru_cache

APART = timedelta(minutes=10)
"""How long after one another the same text still counts as one post."""
SHORTEST = 12
"""Characters below which people say the same thing without meaning one post: "Bonjour !"."""


def twin_key(name: str, text: str) -> int | None:
    """Return what posts of the same person with the same text share; None for too short a text.

    People are told by their display name, the only thing they have in common on two networks.
    """
    person, words = _plain_name(name), _plain(text)
    if not person or len(words) < SHORTEST:
        return None
    essence = f"{person}\n{words}".encode("utf-8", "replace")
    return int.from_bytes(hashlib.blake2b(essence, digest_size=8).digest(), "big", signed=True)


@lru_cache(1000)
def _plain_name(name: str) -> str:
    return _plain(name)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    # Most texts have nothing to collapse, and looking is far cheaper than splitting.
    if folded.isprintable() and "  " not in folded:
        return folded.strip()
    return " ".join(folded.split())
