"""One request to the double of X's API, its parameters, and how long answers are cut in pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from services.loopback import Request, Response
from services.networks.x_vocabulary import Asked, Invalid
from services.networks.x_world import Said

T = TypeVar("T")

_TOKEN = "7140dibdnow9"
FIRST_PAGE = f"{_TOKEN}n{'9' * 20}"
"""The token of a page that starts with the newest, whatever that is."""
OF_PAGES = frozenset({"max_results", "pagination_token"})
OF_TIMES = frozenset({"since_id", "until_id", "start_time", "end_time"})


@dataclass(frozen=True)
class Call:
    """A request of someone who is signed in."""

    request: Request
    user_id: str
    path: dict[str, str]
    asked: Asked = field(default_factory=Asked)

    def one(self, name: str, default: str = "") -> str:
        """Return a parameter of the query."""
        return self.request.params.get(name, [default])[0]

    def several(self, name: str, most: int = 100) -> list[str]:
        """Return a parameter that lists up to `most` things."""
        found = [value for value in ",".join(self.request.params.get(name, [])).split(",") if value]
        if not 1 <= len(found) <= most:
            raise Invalid(name, f"The number of values in `{name}` is not between 1 and {most}")
        return found

    def ids(self, name: str) -> list[str]:
        """Return a parameter that lists ids."""
        return [as_id(name, value) for value in self.several(name)]

    def me(self) -> str:
        """Return the id in the path, which has to be the asking account's."""
        if self.path["id"] != self.user_id:
            raise Invalid("id", "The `id` must be the same as the authenticating user")
        return self.user_id

    def body_id(self, name: str) -> str:
        """Return an id of the JSON body."""
        return as_id(name, self.request.values.get(name))


Handler = Callable[[Call], Response]


@dataclass(frozen=True)
class Route:
    """One method of the API: what it takes, what it returns, and how often in 15 minutes."""

    name: str
    handler: Handler
    scopes: str
    limit: int
    returns: str = ""
    """What it shows: "post", "user" or "list"; empty where no fields can be chosen."""
    own: frozenset[str] = frozenset()


def as_id(name: str, value: object) -> str:
    """Return an id; `Invalid` for anything else."""
    if not isinstance(value, str) or not value.isascii() or not value.isdecimal():
        raise Invalid(name, f"The `{name}` parameter value [{value}] is not valid")
    if len(value) > 19:
        raise Invalid(name, f"The `{name}` parameter value [{value}] is not valid")
    return value


def cut(
    call: Call, keyed: Sequence[tuple[int, T]], least: int, most: int, usual: int
) -> tuple[list[T], dict[str, Any]]:
    """Return one page, newest first, and its `meta`; the highest key is the newest."""
    size = _size(call, least, most, usual)
    token = call.one("pagination_token") or call.one("next_token")
    ordered = sorted(keyed, key=lambda pair: pair[0], reverse=True)
    way, anchor = _anchor(token) if token else ("n", 10**20)
    if way == "n":
        chosen = [pair for pair in ordered if pair[0] < anchor][:size]
    else:
        chosen = [pair for pair in ordered if pair[0] > anchor][-size:]
    meta: dict[str, Any] = {"result_count": len(chosen)}
    if chosen and chosen[-1] is not ordered[-1]:
        meta["next_token"] = f"{_TOKEN}n{chosen[-1][0]:020}"
    if chosen and token and chosen[0] is not ordered[0]:
        meta["previous_token"] = f"{_TOKEN}b{chosen[0][0]:020}"
    return [value for _, value in chosen], meta


def _size(call: Call, least: int, most: int, usual: int) -> int:
    given = call.one("max_results", str(usual))
    if not given.isdecimal() or not least <= int(given) <= most:
        detail = f"The `max_results` query parameter value [{given}] is not between {least} and"
        raise Invalid("max_results", f"{detail} {most}")
    return int(given)


def _anchor(token: str) -> tuple[str, int]:
    way, digits = token[len(_TOKEN) :][:1], token[len(_TOKEN) + 1 :]
    if not token.startswith(_TOKEN) or way not in ("n", "b") or not digits.isdecimal():
        raise Invalid("pagination_token", "The pagination token is not valid")
    return way, int(digits)


def moment(call: Call, name: str) -> datetime | None:
    """Return a time of the query, None where it is not given."""
    given = call.one(name)
    if not given:
        return None
    try:
        found = datetime.fromisoformat(given)
    except ValueError:
        raise Invalid(name, f"The `{name}` query parameter value [{given}] is not valid") from None
    if found.tzinfo is None:
        raise Invalid(name, f"The `{name}` query parameter value [{given}] has no zone")
    return found


def within(call: Call, posts: Sequence[Said]) -> list[tuple[int, Said]]:
    """Return those of the posts that lie in the times and ids asked for, each with its key."""
    since, until = call.one("since_id"), call.one("until_id")
    after, before = moment(call, "start_time"), moment(call, "end_time")
    lowest = int(as_id("since_id", since)) if since else 0
    highest = int(as_id("until_id", until)) if until else 10**20
    return [
        (int(said.id), said)
        for said in posts
        if lowest < int(said.id) < highest
        and (after is None or said.created_at >= after)
        and (before is None or said.created_at < before)
    ]
