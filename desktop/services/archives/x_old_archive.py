"""Read the archive that Twitter gave until 2018: one table of posts, and who wrote them."""

import csv
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from desktop.services.archives.archive import Passed, Tells
from desktop.services.archives.archive_files import read_small
from desktop.services.archives.streams import lines
from desktop.services.archives.zip_files import ZipFiles
from desktop.services.domain.errors import ArchiveRefused, BadAnswer
from desktop.services.domain.facets import find_facets
from desktop.services.domain.post import Author, FacetKind, Post
from desktop.services.networks.hostile_json import Json, Unreadable, mapping, parse
from desktop.services.networks.x_answer import Includes, id_of
from desktop.services.networks.x_reading import NETWORK, read_author, read_post

TABLE, OWNER = "tweets.csv", "data/js/user_details.js"
SERVER = "https://x.com"

_COLUMNS = {"tweet_id", "timestamp", "text"}
_SHORT = re.compile(r"https?://t\.co/\w+")
_LONGEST_SHOWN = 27
"""Characters of a link that X shows, as it did then."""


class XOldArchive:
    """A zip with `tweets.csv`; pictures and counts were never in it."""

    network = NETWORK
    server = SERVER
    tells = Tells.POSTS
    left_aside: tuple[str, ...] = ()

    def __init__(self, files: ZipFiles) -> None:
        self._files = files
        self._user = self._read_user()
        try:
            self.owner = read_author(self._user)
        except Unreadable as cause:
            raise ArchiveRefused("unreadable") from cause
        files.expect([TABLE])

    def posts(self) -> Iterator[Post | Passed]:
        """Walk over the owner's posts, and over what stands among them and is none."""
        with self._files.open(TABLE) as source:
            try:
                rows = csv.DictReader(lines(source), strict=True)
                if not {*(rows.fieldnames or ())} >= _COLUMNS:
                    raise ArchiveRefused("unreadable")
                for row in rows:
                    try:
                        yield self._read(row)
                    except (ValueError, OverflowError):
                        yield Passed.UNREADABLE
            except csv.Error as cause:
                raise ArchiveRefused("unreadable") from cause

    def followers(self) -> Iterator[Author]:
        """Tell of nobody: that came with later archives."""
        return iter(())

    def following(self) -> Iterator[tuple[Author, str]]:
        """Tell of nobody: that came with later archives."""
        return iter(())

    def close(self) -> None:
        """Let go of the file."""
        self._files.close()

    def _read_user(self) -> Json:
        _, _, value = read_small(self._files, OWNER).partition(b"=")
        try:
            told = mapping(parse(b'{"value":' + value.strip().rstrip(b";") + b"}").get("value"))
        except BadAnswer as cause:
            raise ArchiveRefused("unreadable") from cause
        names = {"id": "id", "username": "screen_name", "name": "full_name", "description": "bio"}
        return {ours: told.get(theirs) for ours, theirs in names.items()}

    def _read(self, row: dict[str, str]) -> Post | Passed:
        if row.get("retweeted_status_id"):
            return Passed.REPOST
        said, at = row["text"] or "", row["timestamp"] or ""
        written = datetime.strptime(at, "%Y-%m-%d %H:%M:%S %z").astimezone(UTC)
        raw: dict[str, Any] = {
            "id": row["tweet_id"],
            "author_id": self.owner.native_id,
            "created_at": written.isoformat(),
            "text": said,
            "entities": _marks(said, row.get("expanded_urls") or ""),
        }
        users: dict[str, Json] = {self.owner.native_id: self._user}
        answered, person = (id_of(row.get(f"in_reply_to_{what}_id")) for what in ("status", "user"))
        if answered:
            raw["referenced_tweets"] = [{"type": "replied_to", "id": answered}]
            raw["in_reply_to_user_id"] = person
        return read_post(raw, Includes(users, {}, {}))


def _marks(said: str, expanded: str) -> Json:
    """Return what is marked in a text: the table lists its links' full addresses in order."""
    shorts = [*dict.fromkeys(_SHORT.findall(said))]
    wholes = [*dict.fromkeys(address for address in expanded.split(",") if address)]
    is_paired = len(shorts) == len(wholes)
    urls = []
    for at, short in enumerate(shorts):
        whole = wholes[at] if is_paired else short
        shown = re.sub(r"^https?://(?:www\.)?", "", whole)
        cut = shown if len(shown) <= _LONGEST_SHOWN else f"{shown[: _LONGEST_SHOWN - 1]}…"
        place = {"start": said.index(short), "end": said.index(short) + len(short)}
        urls.append(place | {"url": short, "expanded_url": whole, "display_url": cut})
    tags = [each.target for each in find_facets(said) if each.kind is FacetKind.TAG]
    handles = re.findall(r"(?<!\w)@(\w{1,15})", said)
    return {
        "urls": urls,
        "hashtags": [{"start": said.index(tag), "tag": tag} for tag in tags],
        "mentions": [{"start": said.index(f"@{each}"), "username": each} for each in handles],
    }
