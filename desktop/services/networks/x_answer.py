"""Find one's way in an answer of X's API, in its older and its newer names.

X is renaming "tweet" to "post" and "retweet" to "repost" in its answers, route by route; each
value is looked for under both names.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from desktop.services.domain.page import Bucket
from desktop.services.networks.hostile_json import (
    Json,
    Unreadable,
    items,
    mapping,
    moment,
    text,
    whole,
)

_ID = re.compile(r"[0-9]{1,19}")
_HANDLE = re.compile(r"[A-Za-z0-9_]{1,50}")
_FIRST_DATED_ID = 29_700_859_247
"""From November 2010 on, an id holds the time it was given out at."""
_ID_EPOCH_MS = 1_288_834_974_657


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that an answer lacks, though the rest of it came.

    `kind` is the last part of X's address of the problem, such as "resource-not-found".
    """

    kind: str
    resource_id: str


@dataclass(frozen=True, slots=True)
class Includes:
    """The people, posts and media that an answer refers to, by id or key."""

    users: Mapping[str, Json]
    posts: Mapping[str, Json]
    media: Mapping[str, Json]

    @classmethod
    def of(cls, answer: Json) -> "Includes":
        """Gather what came beside the answer's data, and the data itself: replies refer to it."""
        beside = mapping(answer.get("includes"))
        data = answer.get("data")
        posts = [*items(data), data, *items(either(beside, "posts", "tweets"))]
        return cls(
            _by(beside.get("users"), "id"), _by(posts, "id"), _by(beside.get("media"), "media_key")
        )


NOTHING = Includes({}, {}, {})
"""What comes beside an answer that refers to nothing."""


def read_buckets(answer: Json) -> tuple[Bucket, ...]:
    """Read how many posts there were hour by hour, oldest first."""
    found = []
    for raw in map(mapping, items(answer.get("data"))):
        start, end = moment(raw.get("start")), moment(raw.get("end"))
        count = whole(renamed(raw, "{}_count"))
        if start is not None and end is not None and count is not None and start < end:
            found.append(Bucket(start, end, count))
    return tuple(sorted(found, key=lambda bucket: bucket.start))


def problems(answer: Json) -> tuple[Problem, ...]:
    """Return what the answer lacks, as far as X says."""
    found = map(mapping, items(answer.get("errors")))
    return tuple(
        Problem(
            text(raw.get("type"), 300).rpartition("/")[2],
            text(raw.get("resource_id"), 100) or text(raw.get("value"), 100),
        )
        for raw in found
    )


def time_of(native_id: str) -> datetime | None:
    """Return when X gave out an id, None for those that do not tell."""
    number = int(native_id) if id_of(native_id) else 0
    if number < _FIRST_DATED_ID:
        return None
    return datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=(number >> 22) + _ID_EPOCH_MS)


def either(raw: Json, newer: str, older: str) -> object:
    """Return what stands under the newer name, or else under the older one."""
    return raw[newer] if raw.get(newer) is not None else raw.get(older)


def renamed(raw: Json, name: str) -> object:
    """Return the value whose name holds "post" in X's newer answers and "tweet" in the older.

    `name` has {} in that place.
    """
    return either(raw, name.format("post"), name.format("tweet"))


def _by(values: object, key: str) -> dict[str, Json]:
    listed = [raw for raw in items(values) if isinstance(raw, dict)]
    return {text(raw.get(key), 100): raw for raw in reversed(listed) if text(raw.get(key), 100)}


def id_of(value: object) -> str:
    """Return an id of X, empty for anything else."""
    found = text(value, 20)
    return found if _ID.fullmatch(found) else ""


def required_id(value: object) -> str:
    """Return an id of X; `Unreadable` for anything else."""
    found = id_of(value)
    if not found:
        raise Unreadable("not an id")
    return found


def handle_of(value: object) -> str:
    """Return a handle that can stand in an address, empty for anything else."""
    found = text(value, 100)
    return found if _HANDLE.fullmatch(found) else ""


def referenced(raw: Json, kind: str) -> str:
    """Return the id of the post that this one repeats, quotes or answers, empty for none.

    `kind` is X's "retweeted", "quoted" or "replied_to", the same under both names.
    """
    for reference in map(mapping, items(renamed(raw, "referenced_{}s"))):
        if reference.get("type") == kind:
            return id_of(reference.get("id"))
    return ""
