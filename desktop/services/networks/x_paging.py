"""Ask X for pages of a bounded size and read them, so that one bad line never costs the page."""

from collections.abc import Callable
from typing import TypeVar

from desktop.services.domain.errors import BadAnswer, Missing
from desktop.services.domain.page import Page
from desktop.services.networks.hostile_json import Json, items, mapping, read_each, text
from desktop.services.networks.x_answer import Includes, id_of
from desktop.services.networks.x_client import OLDER_EXPANSIONS, OLDER_FIELDS, Reply

T = TypeVar("T")

USER_FIELDS = "description,entities,profile_image_url,protected,public_metrics"
WIRE_FIELDS = {
    "tweet.fields": OLDER_FIELDS,
    "expansions": OLDER_EXPANSIONS,
    "user.fields": USER_FIELDS,
    "media.fields": "alt_text,height,preview_image_url,type,url,variants,width",
}
"""What is asked about posts and all that hangs on them."""
FIELDS = {name.replace(".", "_"): value for name, value in WIRE_FIELDS.items()}
"""The same, spelled as tweepy's parameters are."""

_CURSOR = 4_000


def between(fewest: int, wanted: int, most: int) -> int:
    """Return how many lines to ask for: what is wanted, within what X and the budget allow."""
    return max(fewest, min(wanted, most))


def at(cursor: str, name: str = "pagination_token") -> dict[str, str]:
    """Return the parameter that goes on where a page ended."""
    return {name: cursor} if cursor else {}


def known_id(native_id: str) -> str:
    """Return an id that can stand in an address; `Missing` for what is none of X's."""
    found = id_of(native_id)
    if not found:
        raise Missing("not an id")
    return found


def page_of(reply: Reply, read: Callable[[Json, Includes], T | None], cursor: str = "") -> Page[T]:
    """Read a page; an answer that only lacks some of it is a page, one without any is not.

    X leaves out `data` where there is nothing. A cursor that leads nowhere ends the pages. Raises
    `Missing` where there is nothing because the person or the list is gone.
    """
    values = reply.values
    data = listed(reply)
    if not data and "meta" not in values and "errors" in values:
        raise Missing
    includes = Includes.of(values)
    good, bad = read_each(data, lambda raw: read(raw, includes))
    older = text(mapping(values.get("meta")).get("next_token"), _CURSOR)
    return Page(good, "" if older == cursor else older, reply.quota, bad)


def listed(reply: Reply) -> list[object]:
    """Return what an answer lists; `BadAnswer` for one that neither lists nor explains."""
    values = reply.values
    data = values.get("data")
    has_any = any(name in values for name in ("data", "meta", "errors"))
    if not has_any or not (data is None or isinstance(data, list)):
        raise BadAnswer(f"{reply.endpoint} without a list")
    return items(data)
