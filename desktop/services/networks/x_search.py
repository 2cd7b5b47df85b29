"""Write what a person types as a query that X's search takes literally."""

import re

from desktop.services.domain.errors import InvalidField

LONGEST = 512
"""How many characters a query may have without an enterprise contract."""

_PART = re.compile(r'"[^"]*"|[^\s"]+')
_PLAIN = re.compile(r"[#@$]?\w+")
_OPERATORS = frozenset({"OR", "AND", "NOT"})
_UNSEARCHED = re.compile(r"[\\\x00-\x1f\x7f]+")


def query_of(words: str) -> str:
    """Return a query for posts that hold all the words; empty where there are none.

    Words in quotation marks belong together. What X would take for an operator, such as
    "prix:10", is put in quotation marks, because the person who typed it looks for just that.
    `InvalidField` for more than X takes.
    """
    parts = []
    for found in _PART.finditer(_UNSEARCHED.sub(" ", words)):
        part = " ".join(found.group().strip('"').split())
        if not re.search(r"\w", part):
            continue
        is_plain = _PLAIN.fullmatch(part) and part not in _OPERATORS
        parts.append(part if is_plain else f'"{part}"')
    query = " ".join(parts)
    if len(query) > LONGEST:
        raise InvalidField("words", "too_long")
    return query


def conversation_query(root_id: str) -> str:
    """Return a query for all that hangs on the post that began a conversation."""
    return f"conversation_id:{root_id}"
