"""Turn the posts of an X archive, which speak X's former language, into posts.

They are put into the words of X's present API and read as its answers are, so that an imported post
and the same post from the network look alike.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import regex

from desktop.services.archives.archive import Passed
from desktop.services.domain.post import Author, Post
from desktop.services.networks.hostile_json import Json, Unreadable, items, mapping, text
from desktop.services.networks.x_answer import Includes, handle_of, id_of, required_id
from desktop.services.networks.x_reading import read_post

MOST_NAMES = 20_000
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CREATED = regex.compile(
    r"\w{3} (?P<month>\w{3}) (?P<day>\d{1,2}) (?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d) "
    r"(?P<sign>[+-])(?P<hours>\d\d)(?P<minutes>\d\d) (?P<year>\d{4})"
)
_REPOST = regex.compile(r"RT @\w{1,50}:")
_DIGITS = regex.compile(r"\d{1,15}")

Note = Callable[[str, datetime], Json]
"""Returns the whole of a long post, in the API's words, by its beginning and its time."""


class TweetReader:
    """Reads the posts of one archive and learns the names of the people they mention."""

    def __init__(self, owner: Author, note_of: Note) -> None:
        self._owner = owner
        self._note_of = note_of
        self._user: Json = {
            "id": owner.native_id,
            "username": owner.handle,
            "name": owner.name,
            "profile_image_url": owner.avatar_url,
            "description": owner.bio,
        }
        self.names: dict[str, tuple[str, str]] = {}
        """Handle and name of people by their id, as far as the posts tell."""

    def read(self, item: object) -> Post | Passed:
        """Read an item of the archive's list, wrapped or not."""
        outer = mapping(item)
        tweet = mapping(outer.get("tweet")) or outer
        try:
            return self._read(tweet)
        except (ValueError, OverflowError):
            return Passed.UNREADABLE

    def _read(self, tweet: Json) -> Post | Passed:
        native_id = required_id(tweet.get("id_str") or tweet.get("id"))
        said = text(tweet.get("full_text") or tweet.get("text"), 30_000)
        if _REPOST.match(said):
            return Passed.REPOST
        versions = _versions(mapping(tweet.get("edit_info")))
        if versions and native_id != max(versions, key=int):
            return Passed.OLDER
        created_at = created(tweet.get("created_at"))
        raw: dict[str, Any] = {
            "id": native_id,
            "author_id": self._owner.native_id,
            "created_at": created_at.isoformat(),
            "text": said,
            "lang": tweet.get("lang"),
            "entities": self._entities(tweet),
            "public_metrics": {
                "like_count": number(tweet.get("favorite_count")),
                "retweet_count": number(tweet.get("retweet_count")),
            },
            "edit_history_tweet_ids": versions,
        }
        if note := self._note_of(said, created_at):
            raw["note_tweet"] = note
        media = _media(tweet)
        raw["attachments"] = {"media_keys": [*media]}
        users: dict[str, Json] = {self._owner.native_id: self._user}
        answered = id_of(
            tweet.get("in_reply_to_status_id_str") or tweet.get("in_reply_to_status_id")
        )
        if answered:
            raw["referenced_tweets"] = [{"type": "replied_to", "id": answered}]
            users |= _answered_person(tweet, raw)
        return read_post(raw, Includes(users, {}, media))

    def _entities(self, tweet: Json) -> Json:
        entities = mapping(tweet.get("entities"))
        links = [_link(raw) for raw in _listed(entities, "urls")]
        links += [_link(raw) | {"media_key": _media_key(raw)} for raw in _listed(entities, "media")]
        return {
            "urls": links,
            "mentions": [self._mention(raw) for raw in _listed(entities, "user_mentions")],
            "hashtags": [
                _place(raw) | {"tag": raw.get("text")} for raw in _listed(entities, "hashtags")
            ],
            "cashtags": [
                _place(raw) | {"tag": raw.get("text")} for raw in _listed(entities, "symbols")
            ],
        }

    def _mention(self, raw: Json) -> Json:
        native_id = id_of(raw.get("id_str") or raw.get("id"))
        handle = handle_of(raw.get("screen_name"))
        if native_id and handle and len(self.names) < MOST_NAMES:
            self.names[native_id] = handle, text(raw.get("name"), 300)
        return _place(raw) | {"username": handle, "id": native_id}


def created(value: object) -> datetime:
    """Read a time such as "Sat Feb 18 12:33:11 +0000 2023"; `Unreadable` for anything else."""
    found = _CREATED.fullmatch(text(value, 40))
    if found is None or found["month"] not in _MONTHS:
        raise Unreadable("not a time")
    ahead = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"]))
    at = datetime(
        int(found["year"]),
        _MONTHS.index(found["month"]) + 1,
        int(found["day"]),
        int(found["hour"]),
        int(found["minute"]),
        int(found["second"]),
        tzinfo=timezone(ahead if found["sign"] == "+" else -ahead),
    )
    return at.astimezone(UTC)


def number(value: object) -> int | None:
    """Read a count, which archives write as text; None when it is not one."""
    written = str(value) if isinstance(value, int) else text(value, 20)
    return int(written) if _DIGITS.fullmatch(written) else None


def _listed(entities: Json, name: str) -> list[Json]:
    return [mapping(raw) for raw in items(entities.get(name))]


def _place(raw: Json) -> Json:
    indices = [number(each) for each in items(raw.get("indices"))]
    start, end = indices if len(indices) == 2 else (0, 0)
    return {"start": start, "end": end}


def _link(raw: Json) -> Json:
    names = ("url", "expanded_url", "display_url")
    return _place(raw) | {name: raw.get(name) for name in names}


def _versions(edit_info: Json) -> list[str]:
    """Return the ids that a post had one after the other."""
    later = mapping(mapping(edit_info.get("edit")).get("editControlInitial"))
    told = mapping(edit_info.get("initial")) or later
    return [*filter(None, map(id_of, items(told.get("editTweetIds"))))]


def _answered_person(tweet: Json, raw: dict[str, Any]) -> dict[str, Json]:
    person = id_of(tweet.get("in_reply_to_user_id_str") or tweet.get("in_reply_to_user_id"))
    handle = handle_of(tweet.get("in_reply_to_screen_name"))
    if not person:
        return {}
    raw["in_reply_to_user_id"] = person
    return {person: {"id": person, "username": handle}} if handle else {}


def _media_key(raw: Json) -> str:
    return text(raw.get("id_str"), 30) or text(raw.get("url"), 100)


def _media(tweet: Json) -> Mapping[str, Json]:
    shown = mapping(tweet.get("extended_entities")) or mapping(tweet.get("entities"))
    found: dict[str, Json] = {}
    for raw in _listed(shown, "media"):
        kind = text(raw.get("type"), 30)
        still = raw.get("media_url_https")
        large = mapping(mapping(raw.get("sizes")).get("large"))
        found[_media_key(raw)] = {
            "type": kind,
            "url": still if kind == "photo" else None,
            "preview_image_url": still if kind != "photo" else None,
            "variants": [
                {"url": each.get("url"), "bit_rate": number(each.get("bitrate"))}
                for each in map(mapping, items(mapping(raw.get("video_info")).get("variants")))
                if text(each.get("content_type"), 40) == "video/mp4"
            ],
            "width": number(large.get("w")),
            "height": number(large.get("h")),
            "alt_text": raw.get("ext_alt_text"),
        }
    return found
