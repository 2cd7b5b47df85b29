"""Archives as the networks make them, of people who do not exist."""

import gzip
import hashlib
import io
import json
import tarfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import libipld

from desktop.services.domain.tid import tid

X_ID = "9001"
START = datetime(2023, 2, 18, 12, 33, 11, tzinfo=UTC)
ACTOR = "https://shop.example/users/lumiere"
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
DID = "did:plc:lumiere23456"
_EPOCH_MS = 1_288_834_974_657


def x_time(at: datetime) -> str:
    return at.strftime("%a %b %d %H:%M:%S +0000 %Y")


def x_id(number: int) -> str:
    """Return the id that X would have given to the `number`th post."""
    at = START + timedelta(hours=number)
    return str((int(at.timestamp() * 1000) - _EPOCH_MS) << 22 | number & 0xFFF)


def tweet(number: int, text: str = "", **more: object) -> dict[str, object]:
    """Return an item of tweets.js, with all figures as texts."""
    return {
        "id_str": x_id(number),
        "id": x_id(number),
        "created_at": x_time(START + timedelta(hours=number)),
        "full_text": text or f"Bread number {number} &amp; some butter",
        "favorite_count": "3",
        "retweet_count": "1",
        "lang": "en",
        "retweeted": False,
        "favorited": False,
        "truncated": False,
        "source": '<a href="https://mobile.twitter.com" rel="nofollow">Web</a>',
        "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
        **more,
    }


def script(name: str, values: Iterable[object], part: int = 0) -> str:
    return f"window.YTD.{name}.part{part} = {json.dumps([*values], indent=2)}"


def x_files(tweets: Iterable[object] = (), **scripts: str) -> dict[str, str]:
    """Return the members of an X archive; `scripts` adds some, as `follower="..."`."""
    account = {"accountId": X_ID, "username": "lumiere", "accountDisplayName": "La Lumière"}
    profile = {
        "description": {"bio": "Baker", "website": "", "location": ""},
        "avatarMediaUrl": "https://pbs.twimg.com/profile_images/1/a.jpg",
    }
    return {
        "data/account.js": script(
            "account", [{"account": account | {"email": "nobody@shop.example"}}]
        ),
        "data/profile.js": script("profile", [{"profile": profile}]),
        "data/tweets.js": script("tweets", [{"tweet": each} for each in tweets]),
        **{f"data/{name.replace('_', '-')}.js": text for name, text in scripts.items()},
    }


def people(wrapper: str, ids: Iterable[int]) -> str:
    """Return follower.js or following.js."""
    link = "https://twitter.com/intent/user?user_id="
    return script(
        wrapper,
        [{wrapper: {"accountId": str(each), "userLink": f"{link}{each}"}} for each in ids],
    )


def zipped(path: Path, members: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def tarred(path: Path, members: Mapping[str, bytes]) -> Path:
    with tarfile.open(path, "w:gz", format=tarfile.USTAR_FORMAT) as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return path


def raw_tar(path: Path, *entries: tuple[tarfile.TarInfo, bytes]) -> Path:
    """Write a tar.gz out of headers that no honest program makes."""
    with gzip.open(path, "wb") as packed:
        for info, content in entries:
            packed.write(info.tobuf(tarfile.PAX_FORMAT) + content + b"\0" * (-len(content) % 512))
        packed.write(b"\0" * 1024)
    return path


def note(number: int, content: str = "", **more: object) -> dict[str, object]:
    """Return an activity of outbox.json that makes a post."""
    address = f"{ACTOR}/statuses/{110_000_000_000_000_000 + number}"
    published = (START + timedelta(hours=number)).strftime("%Y-%m-%dT%H:%M:%SZ")
    spread: dict[str, object] = {"to": [PUBLIC], "cc": [f"{ACTOR}/followers"]}
    told: dict[str, object] = {
        "id": address,
        "type": "Note",
        "summary": None,
        "inReplyTo": None,
        "published": published,
        "url": f"https://shop.example/@lumiere/{110_000_000_000_000_000 + number}",
        "attributedTo": ACTOR,
        "sensitive": False,
        "content": content or f"<p>Bread number {number}</p>",
        "contentMap": {"fr": content},
        "attachment": [],
        "tag": [],
        **spread,
        **more,
    }
    return {
        "id": f"{address}/activity",
        "type": "Create",
        "actor": ACTOR,
        "published": published,
        "to": told["to"],
        "cc": told["cc"],
        "object": told,
    }


def mastodon_files(activities: Iterable[object] = (), **actor: object) -> dict[str, bytes]:
    """Return the members of a Mastodon archive, in the order in which a server writes them."""
    items = [*activities]
    outbox = {"id": "outbox.json", "type": "OrderedCollection", "totalItems": len(items)}
    told = {
        "id": ACTOR,
        "type": "Person",
        "preferredUsername": "Lumiere",
        "name": "La Lumière",
        "summary": "<p>Baker</p>",
        "url": "https://shop.example/@lumiere",
        "icon": {"type": "Image", "mediaType": "image/png", "url": "avatar.png"},
        **actor,
    }
    return {
        "media_attachments/files/1/original/bread.png": b"\x89PNG" + b"picture" * 50,
        "outbox.json": json.dumps({**outbox, "orderedItems": items}).encode(),
        "likes.json": b'{"orderedItems": []}',
        "bookmarks.json": b'{"orderedItems": []}',
        "actor.json": json.dumps(told).encode(),
    }


class Car:
    """A repository in the making: records under their keys, then a signed tree over them."""

    def __init__(self, did: str = DID) -> None:
        self.did = did
        self.blocks: dict[bytes, bytes] = {}
        self.records: dict[str, bytes] = {}

    def put(self, value: object) -> bytes:
        """Store a block and return its name."""
        block = libipld.encode_dag_cbor(value)
        cid = b"\x01\x71\x12\x20" + hashlib.sha256(block).digest()
        self.blocks[cid] = block
        return cid

    def add(self, kind: str, name: str, record: dict[str, object]) -> bytes:
        """Store a record under a key."""
        cid = self.put({"$type": kind, **record})
        self.records[f"{kind}/{name}"] = cid
        return cid

    def post(self, number: int, text: str = "", **more: object) -> str:
        """Store a post and return its address."""
        at = START + timedelta(hours=number)
        name = tid(at, 1)
        said = {"text": text or f"Bread number {number}", "createdAt": at.isoformat(), **more}
        self.add("app.bsky.feed.post", name, {"langs": ["fr"], **said})
        return f"at://{self.did}/app.bsky.feed.post/{name}"

    def written(self) -> bytes:
        """Return the whole file."""
        keys = sorted(self.records)
        leaves = [keys[at : at + 20] for at in range(0, len(keys), 21)]
        heads = [keys[at] for at in range(20, len(keys), 21)]
        nodes = [self.put({"l": None, "e": self._entries(leaf)}) for leaf in leaves]
        root = self.put(
            {
                "l": nodes[0] if nodes else None,
                "e": self._entries(heads, nodes[1:]),
            }
        )
        commit = self.put(
            {"did": self.did, "version": 3, "data": root, "rev": "x", "prev": None, "sig": b"s"}
        )
        header = libipld.encode_dag_cbor({"version": 1, "roots": [commit]})
        return b"".join([_counted(header), *(_counted(c + b) for c, b in self.blocks.items())])

    def _entries(self, keys: list[str], trees: Iterable[bytes] = ()) -> list[object]:
        entries, before, subtrees = [], b"", [*trees]
        for at, key in enumerate(keys):
            name = key.encode()
            shared = next(
                (i for i, (a, b) in enumerate(zip(before, name, strict=False)) if a != b),
                min(len(before), len(name)),
            )
            tree = subtrees[at] if at < len(subtrees) else None
            entries.append({"p": shared, "k": name[shared:], "v": self.records[key], "t": tree})
            before = name
        return entries


def _counted(block: bytes) -> bytes:
    length, written = len(block), bytearray()
    while length > 0x7F:
        written.append(length & 0x7F | 0x80)
        length >>= 7
    return bytes([*written, length]) + block


def cuts(content: bytes, step: int) -> Iterator[bytes]:
    """Return the beginnings of a file, as a download leaves them that broke off."""
    for end in range(0, len(content), step):
        yield content[:end]
