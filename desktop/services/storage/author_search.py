"""Find people by the beginnings of the words in their names and handles."""

import re
import unicodedata

from desktop.services.domain.matching import Rank, match
from desktop.services.domain.post import Author
from desktop.services.storage import authors
from desktop.services.storage.columns import storable
from desktop.services.storage.database import Database

MOST = 200
"""How many of those who answer are looked at, those met last first: "a" begins thousands."""
_LONGEST = 100
_WORD = re.compile(r"[^\W_]+")

FIND = f"""SELECT {authors.columns("a")}, EXISTS (SELECT 1 FROM relation r
        WHERE r.author_id = a.id AND (r.following_id <> '' OR r.followed_by = 1))
    FROM author_fts w CROSS JOIN author a ON a.id = w.rowid
    WHERE author_fts MATCH ? ORDER BY w.rowid DESC LIMIT {MOST}"""


def find(database: Database, typed: str, limit: int) -> tuple[Author, ...]:
    """Return people whose name and handle hold words that begin so, at most `limit`.

    Those whose name answers best come first, and among equals those whom an account follows or
    who follow one.
    """
    words = _WORD.findall(unicodedata.normalize("NFC", storable(typed[:_LONGEST])))
    if not words:
        return ()
    question = " ".join(f'"{word}"*' for word in words)
    found = [
        (_rank(typed, author := authors.author_of(row)), not row[authors.WIDTH], author)
        for row in database.rows(FIND, (question,))
    ]
    found.sort(key=lambda each: each[:2])
    return tuple(author for _, _, author in found[:limit])


def _rank(typed: str, author: Author) -> Rank:
    found = match(typed, author.name or author.handle, author.handle)
    return found.rank if found is not None else Rank.ELSEWHERE
