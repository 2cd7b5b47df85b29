"""Walk through a server's lists: a cursor is what its Link header leads on with."""

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

_PLACES = ("max_id", "min_id", "since_id", "offset", "page", "cursor")
_NEXT = re.compile(r"<([^<>]{1,4000})>\s*;[^<,]*\brel=\"?next\b", re.IGNORECASE)
_RISING = re.compile(r"[0-9]+|[0-9A-Z]{26}")
"""Ids that rise with time, so that they have to fall from page to page."""
_LONGEST = 500


def place_of(cursor: str) -> dict[str, str]:
    """Return the parameters that a cursor stands for; nothing for one that is none of ours."""
    if not cursor or len(cursor) > _LONGEST:
        return {}
    return {name: value for name, value in parse_qsl(cursor) if name in _PLACES}


def older_place(headers: Mapping[str, str], cursor: str, last_id: str = "") -> str:
    """Return the cursor of what is older than the page that `cursor` led to; empty at the end.

    Where the server names no next page at all, `last_id` leads on: the id of the page's last item,
    empty where the page was not full or pages are not made by that id. A server that leads back
    to where one was is not followed.
    """
    link = headers.get("link", "")
    found = _NEXT.search(link)
    older = ""
    if found is not None:
        older = _place_in(found.group(1))
    elif not link and last_id:
        older = urlencode({"max_id": last_id})
    return older if len(older) <= _LONGEST and _leads_on(cursor, older) else ""


def _place_in(address: str) -> str:
    """Return the part of an address that says where a page begins."""
    try:
        query = parse_qsl(urlsplit(address).query)
    except ValueError:
        return ""
    return urlencode([(name, value) for name, value in query if name in _PLACES])


def _leads_on(cursor: str, older: str) -> bool:
    was, will_be = place_of(cursor), place_of(older)
    if was == will_be:
        return False
    before, after = was.get("max_id", ""), will_be.get("max_id", "")
    if _RISING.fullmatch(before) and _RISING.fullmatch(after):
        return (len(after), after) < (len(before), before)
    return True
