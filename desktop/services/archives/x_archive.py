"""Read the data archive that X gives to everybody: posts, followers and the people followed."""

import re
from collections.abc import Iterator

from desktop.services.archives.archive import Passed, Tells
from desktop.services.archives.archive_files import read_small
from desktop.services.archives.streams import script_items
from desktop.services.archives.x_notes import Notes
from desktop.services.archives.x_tweets import TweetReader
from desktop.services.archives.zip_files import ZipFiles
from desktop.services.domain.errors import ArchiveRefused, BadAnswer
from desktop.services.domain.post import Author, Post
from desktop.services.networks.hostile_json import Json, Unreadable, items, mapping, parse, text
from desktop.services.networks.x_reading import NETWORK, read_author

SERVER = "https://x.com"

_ACCOUNT = re.compile(r"(?P<base>(?:[^/]+/)?(?:data/)?)(?:account|tweets?)\.js")
_PART = r"(?:-part(?P<part>\d{1,5}))?\.js"
_TAKEN = ("tweets?", "note-tweets?", "follower", "following")
_LEFT_ASIDE = {
    "messages": "direct-message",
    "likes": "like",
    "bookmarks": "bookmark",
    "advertising": "ad-|ads-|personalization",
    "blocks": "block|mute",
    "deleted": "deleted-",
    "details": "email-address|phone-number|ip-audit|device|contact|key-registry|ni-devices|sso",
}


class XArchive:
    """A zip from X, of 2018 or later: scripts that each hold one list."""

    network = NETWORK
    server = SERVER

    def __init__(self, files: ZipFiles, base: str) -> None:
        self._files = files
        self._base = base
        self._tweets, self._long, self._follower, self._following = map(self._parts, _TAKEN)
        self._check_completeness()
        self.owner = self._read_owner()
        self.tells = Tells(0)
        for names, told in (
            (self._tweets, Tells.POSTS),
            (self._follower, Tells.FOLLOWERS),
            (self._following, Tells.FOLLOWING),
        ):
            self.tells |= told if names else Tells(0)
        self.left_aside = self._find_left_aside()
        self._notes: Notes | None = None
        self._reader = TweetReader(self.owner, lambda said, at: self._all_notes().of(said, at))
        files.expect([*self._tweets, *self._follower, *self._following, *self._long])

    def posts(self) -> Iterator[Post | Passed]:
        """Walk over the owner's posts, and over what stands among them and is none."""
        for item in self._items(self._tweets):
            yield self._reader.read(item)

    def followers(self) -> Iterator[Author]:
        """Walk over the people who follow the owner."""
        return self._people(self._follower, "follower")

    def following(self) -> Iterator[tuple[Author, str]]:
        """Walk over the people the owner follows."""
        for person in self._people(self._following, "following"):
            yield person, f"follow {person.native_id}"

    def close(self) -> None:
        """Let go of the file."""
        self._files.close()

    def _items(self, names: list[str]) -> Iterator[object]:
        for name in names:
            with self._files.open(name) as source:
                yield from script_items(source)

    def _people(self, names: list[str], wrapper: str) -> Iterator[Author]:
        for item in self._items(names):
            outer = mapping(item)
            person = mapping(outer.get(wrapper)) or outer
            native_id = text(person.get("accountId"), 30)
            handle, name = self._reader.names.get(native_id, ("", ""))
            try:
                yield read_author({"id": native_id, "username": handle, "name": name})
            except Unreadable:
                continue

    def _all_notes(self) -> Notes:
        if self._notes is None:
            self._notes = Notes(self._files, self._long)
        return self._notes

    def _parts(self, kind: str) -> list[str]:
        matches = self._matching(kind + _PART)
        return [
            found.string for found in sorted(matches, key=lambda found: int(found["part"] or 0))
        ]

    def _matching(self, pattern: str) -> list["re.Match[str]"]:
        whole = re.compile(re.escape(self._base) + f"(?:{pattern})")
        return [found for found in map(whole.fullmatch, self._files.names) if found]

    def _manifest(self) -> Json:
        return self._object(f"{self._base}manifest.js")

    def _object(self, name: str) -> Json:
        """Return what a short script assigns, as an object; empty for no such script."""
        if name not in self._files.names:
            return {}
        _, _, value = read_small(self._files, name).partition(b"=")
        try:
            return mapping(parse(b'{"value":' + value.strip().rstrip(b";") + b"}").get("value"))
        except BadAnswer as cause:
            raise ArchiveRefused("unreadable") from cause

    def _check_completeness(self) -> None:
        """Compare the parts that are there with those that the archive says it has."""
        folder = self._base.removesuffix("data/")
        kinds = mapping(self._manifest().get("dataTypes"))
        for kind in ("tweets", "tweet", "noteTweet", "follower", "following"):
            for file in map(mapping, items(mapping(kinds.get(kind)).get("files"))):
                name = text(file.get("fileName"), 300)
                if name and folder + name not in self._files.names:
                    raise ArchiveRefused("truncated")

    def _read_owner(self) -> Author:
        account = self._first("account", "account")
        profile = self._first("profile", "profile")
        told = mapping(self._manifest().get("userInfo"))
        description = mapping(profile.get("description"))
        try:
            return read_author(
                {
                    "id": account.get("accountId") or told.get("accountId"),
                    "username": account.get("username") or told.get("userName"),
                    "name": account.get("accountDisplayName") or told.get("displayName"),
                    "profile_image_url": profile.get("avatarMediaUrl"),
                    "description": description.get("bio"),
                }
            )
        except Unreadable as cause:
            raise ArchiveRefused("unreadable") from cause

    def _first(self, name: str, wrapper: str) -> Json:
        path = f"{self._base}{name}.js"
        if path not in self._files.names:
            return {}
        with self._files.open(path) as source:
            return mapping(mapping(next(script_items(source), None)).get(wrapper))

    def _find_left_aside(self) -> tuple[str, ...]:
        found = [key for key, start in _LEFT_ASIDE.items() if self._matching(f"(?:{start}).*")]
        return (*found, *(["pictures"] if self._files.has_media else []))


def x_base(files: ZipFiles) -> str | None:
    """Return in which folder an archive of X has its scripts, None for something else."""
    for name in files.names:
        found = _ACCOUNT.fullmatch(name)
        if found is not None:
            return found["base"]
    return None
