"""Read a Bluesky repository as its server hands it out: posts and follows, without counts.

Its tree of records is walked by key; each post is read as an answer of the network is.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop.services.archives.archive import Passed, Tells, Watch
from desktop.services.archives.car_file import CarFile
from desktop.services.domain.errors import ArchiveRefused
from desktop.services.domain.post import Author, Post
from desktop.services.networks.bluesky_reading import NETWORK, read_author, read_post
from desktop.services.networks.bluesky_writing import BLOCK, FOLLOW, LIKE, POST, REPOST
from desktop.services.networks.hostile_json import Json, Unreadable, items, mapping, text

SERVER = "https://bsky.social"
PICTURES = "https://cdn.bsky.app/img"

_PROFILE = "app.bsky.actor.profile"
_DEEPEST = 64
_LONGEST_KEY = 1_024
_LEFT_ASIDE = {"likes": LIKE, "blocks": BLOCK}


class BlueskyArchive:
    """A CAR with one person's records; whose it is, its signed root says."""

    network = NETWORK
    server = SERVER
    tells = Tells.POSTS | Tells.FOLLOWING

    def __init__(self, path: Path, watch: Watch) -> None:
        self._car = CarFile(path, watch)
        try:
            commit = mapping(self._car.block(self._car.root))
            self._did, self._tree = text(commit.get("did"), 2_000), commit.get("data")
            found, profile = self._survey()
            self.owner = self._read_owner(profile)
        except BaseException:
            self._car.close()
            raise
        self.left_aside = tuple(key for key, kind in _LEFT_ASIDE.items() if kind in found)

    def posts(self) -> Iterator[Post | Passed]:
        """Walk over the owner's posts, and over what stands among them and is none."""
        for key, cid in self._records():
            kind, _, name = key.partition("/")
            if kind == REPOST:
                yield Passed.REPOST
            elif kind == POST:
                try:
                    yield self._read(name, cid)
                except (ValueError, OverflowError):
                    yield Passed.UNREADABLE

    def followers(self) -> Iterator[Author]:
        """Tell of nobody: that is in other people's repositories."""
        return iter(())

    def following(self) -> Iterator[tuple[Author, str]]:
        """Walk over the people the owner follows."""
        for key, cid in self._records():
            kind = key.partition("/")[0]
            if kind != FOLLOW:
                continue
            subject = mapping(self._car.block(cid)).get("subject")
            try:
                yield read_author({"did": subject}), f"at://{self._did}/{key}"
            except Unreadable:
                continue

    def close(self) -> None:
        """Let go of the file."""
        self._car.close()

    def _survey(self) -> tuple[set[str], Json]:
        """Walk over everything once, which proves that nothing is missing.

        Return which kinds of record are there, and the owner's profile.
        """
        kinds: set[str] = set()
        profile: Json = {}
        for key, cid in self._records():
            if not self._car.has(cid):
                raise ArchiveRefused("truncated")
            kind = key.partition("/")[0]
            kinds.add(kind)
            if kind == _PROFILE:
                profile = mapping(self._car.block(cid))
        return kinds, profile

    def _read_owner(self, profile: Json) -> Author:
        picture = self._picture("avatar", profile.get("avatar"))
        told = {name: profile.get(name) for name in ("displayName", "description")}
        try:
            return read_author({"did": self._did, "avatar": picture, **told})
        except Unreadable as cause:
            raise ArchiveRefused("unreadable") from cause

    def _read(self, name: str, cid: bytes) -> Post:
        import libipld

        record = mapping(self._car.block(cid))
        return read_post(
            {
                "uri": f"at://{self._did}/{POST}/{name}",
                "cid": libipld.encode_cid(cid),
                "author": {"did": self._did},
                "record": record,
                "embed": self._embed(mapping(record.get("embed"))),
            }
        )

    def _embed(self, embed: Json) -> Json:
        """Return what hangs on a post as the network shows it: pictures with their addresses."""
        attached = mapping(embed.get("media")) or embed
        images = [
            {
                "fullsize": self._picture("feed_fullsize", mapping(raw).get("image")),
                "thumb": self._picture("feed_thumbnail", mapping(raw).get("image")),
                "alt": mapping(raw).get("alt"),
                "aspectRatio": mapping(raw).get("aspectRatio"),
            }
            for raw in items(attached.get("images"))
        ]
        external = mapping(attached.get("external"))
        thumb = self._picture("feed_thumbnail", external.get("thumb"))
        return {"images": images, "external": external | {"thumb": thumb} if external else {}}

    def _picture(self, size: str, blob: object) -> str:
        import libipld

        reference = mapping(blob).get("ref")
        if not isinstance(reference, bytes):
            return ""
        return f"{PICTURES}/{size}/plain/{self._did}/{libipld.encode_cid(reference)}@jpeg"

    def _records(self) -> Iterator[tuple[str, bytes]]:
        """Walk over keys and blocks in order, never over more nodes than the file has blocks."""
        left = self._car.count
        nodes: list[Iterator[tuple[str, Any]]] = [iter([("", self._tree)])]
        while nodes:
            step = next(nodes[-1], None)
            if step is None:
                nodes.pop()
                continue
            key, cid = step
            if not isinstance(cid, bytes):
                raise ArchiveRefused("unreadable")
            if key:
                yield key, cid
                continue
            left -= 1
            if left < 0 or len(nodes) > _DEEPEST:
                raise ArchiveRefused("unsafe")
            nodes.append(_steps(mapping(self._car.block(cid))))


def _steps(node: Json) -> Iterator[tuple[str, Any]]:
    """Walk over a node of the tree: what stands under a key, and smaller trees without one."""
    if node.get("l") is not None:
        yield "", node["l"]
    key = b""
    for entry in map(mapping, items(node.get("e"))):
        shared, rest = entry.get("p"), entry.get("k")
        if not isinstance(shared, int) or not isinstance(rest, bytes):
            raise ArchiveRefused("unreadable")
        key = key[:shared] + rest
        if not key or len(key) > _LONGEST_KEY:
            raise ArchiveRefused("unreadable")
        yield key.decode("utf-8", "replace"), entry.get("v")
        if entry.get("t") is not None:
            yield "", entry["t"]
