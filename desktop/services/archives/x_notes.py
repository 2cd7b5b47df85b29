"""Find the whole of X's long posts, of which an archive lists only how they begin."""

import re
from datetime import datetime, timedelta

from desktop.services.archives.archive_files import Files
from desktop.services.archives.streams import script_items
from desktop.services.networks.hostile_json import Json, items, mapping, moment, text, whole

_BEGINNING = 60
"""Characters by which a post and its note are known to be the same, with their times."""
_APART = timedelta(seconds=5)
_MOST_CHARACTERS = 6_000_000
"""Of all notes together, with their marks: what is beyond stays cut."""
_NOT_WORDS = re.compile(r"https?://\S+|&(?:amp|lt|gt);|[&<>]|\s+|…")


class Notes:
    """The long posts of an archive, by how they begin and when they were written."""

    def __init__(self, files: Files, names: list[str]) -> None:
        self._found: dict[str, list[tuple[datetime, Json]]] = {}
        self._left = _MOST_CHARACTERS
        for name in names:
            with files.open(name) as source:
                for item in script_items(source):
                    self._learn(mapping(item))

    def of(self, said: str, at: datetime) -> Json:
        """Return the note that a post begins, in the words of X's API; empty for none."""
        notes = self._found.get(_beginning(said), []) if self._found else []
        return next((note for written, note in notes if abs(written - at) <= _APART), {})

    def _learn(self, item: Json) -> None:
        note = mapping(item.get("noteTweet")) or item
        core = mapping(note.get("core"))
        said = text(core.get("text"), 30_000)
        at = moment(note.get("createdAt"))
        if not said or at is None:
            return
        entities = {
            "urls": [_link(mapping(raw)) for raw in items(core.get("urls"))],
            "mentions": [
                _place(mapping(raw)) | {"username": mapping(raw).get("screenName")}
                for raw in items(core.get("mentions"))
            ],
            "hashtags": [
                _place(mapping(raw)) | {"tag": mapping(raw).get("text")}
                for raw in items(core.get("hashtags"))
            ],
        }
        note_tweet: Json = {"text": said, "entities": entities}
        self._left -= len(repr(note_tweet))
        if self._left < 0:
            return
        self._found.setdefault(_beginning(said), []).append((at, note_tweet))


def _beginning(said: str) -> str:
    """Return how a text begins, without what differs between a post and its note."""
    return _NOT_WORDS.sub("", said[: _BEGINNING * 4])[:_BEGINNING]


def _place(raw: Json) -> Json:
    return {"start": _number(raw.get("fromIndex")), "end": _number(raw.get("toIndex"))}


def _number(value: object) -> int | None:
    digits = text(value, 8)
    return int(digits) if digits.isascii() and digits.isdecimal() else whole(value)


def _link(raw: Json) -> Json:
    return _place(raw) | {
        "url": raw.get("shortUrl"),
        "expanded_url": raw.get("expandedUrl"),
        "display_url": raw.get("displayUrl"),
    }
