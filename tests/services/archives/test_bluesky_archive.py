from pathlib import Path

import pytest
from services.archives.made import DID, START, Car

from desktop.services.archives.archive import Passed
from desktop.services.archives.bluesky_archive import BlueskyArchive
from desktop.services.domain.post import FacetKind, Post

FOLLOW, REPOST = "app.bsky.graph.follow", "app.bsky.feed.repost"


@pytest.fixture
def opened(tmp_path: Path, watch):
    made: list[BlueskyArchive] = []

    def opened(car: Car) -> BlueskyArchive:
        path = tmp_path / "repository.car"
        path.write_bytes(car.written())
        made.append(BlueskyArchive(path, watch))
        return made[-1]

    yield opened
    for each in made:
        each.close()


def test_posts_are_found_under_their_keys(opened, posts_of):
    car = Car()
    addresses = [car.post(number) for number in range(100)]

    posts = posts_of(opened(car))

    assert [post.native_id for post in posts] == sorted(addresses)
    first = posts[0]
    assert first.text == "Bread number 0"
    assert first.created_at == START
    assert first.version.startswith("bafyrei")
    assert first.url == f"https://bsky.app/profile/{DID}/post/{addresses[0].rpartition('/')[2]}"
    assert first.lang == "fr"


def test_the_signed_root_says_whose_it_is(opened):
    car = Car()
    picture = car.put({"a": "picture"})
    blob = {"$type": "blob", "ref": picture, "mimeType": "image/jpeg", "size": 3}
    car.add(
        "app.bsky.actor.profile",
        "self",
        {"displayName": "La Lumière", "description": "Baker", "avatar": blob},
    )
    owner = opened(car).owner

    assert (owner.native_id, owner.name, owner.bio) == (DID, "La Lumière", "Baker")
    assert owner.avatar_url.startswith(f"https://cdn.bsky.app/img/avatar/plain/{DID}/bafyrei")


def test_what_hangs_on_a_post_is_read_as_the_network_shows_it(opened, posts_of):
    car = Car()
    blob = {"$type": "blob", "ref": car.put({"a": 1}), "mimeType": "image/jpeg", "size": 3}
    picture = {"image": blob, "alt": "A loaf", "aspectRatio": {"width": 30, "height": 20}}
    card = {"uri": "https://shop.example/", "title": "Menu", "description": "", "thumb": blob}
    car.post(1, "Bread", embed={"$type": "app.bsky.embed.images", "images": [picture]})
    car.post(2, "Menu", embed={"$type": "app.bsky.embed.external", "external": card})
    car.post(
        3,
        "Look",
        embed={
            "$type": "app.bsky.embed.recordWithMedia",
            "record": {"record": {"uri": "at://did:plc:other/app.bsky.feed.post/1", "cid": "x"}},
            "media": {"$type": "app.bsky.embed.images", "images": [picture]},
        },
    )

    one, two, three = posts_of(opened(car))

    ((media),) = one.media
    assert media.url.startswith(f"https://cdn.bsky.app/img/feed_fullsize/plain/{DID}/bafyrei")
    assert (media.alt, media.width, media.height) == ("A loaf", 30, 20)
    assert two.card is not None
    assert (two.card.title, two.card.url) == ("Menu", "https://shop.example/")
    assert two.card.thumb_url.endswith("@jpeg")
    assert len(three.media) == 1


def test_answers_and_marks_are_read(opened, posts_of):
    car = Car()
    root = "at://did:plc:other/app.bsky.feed.post/1"
    mark = {
        "index": {"byteStart": 0, "byteEnd": 6},
        "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "bread"}],
    }
    reply = {"parent": {"uri": root, "cid": "x"}, "root": {"uri": root, "cid": "x"}}
    car.post(1, "#bread", facets=[mark], reply=reply)

    (post,) = posts_of(opened(car))

    assert (post.reply_to, post.root) == (root, root)
    assert [(each.kind, each.target) for each in post.facets] == [(FacetKind.TAG, "bread")]


def test_follows_reposts_and_likes_are_told_apart(opened):
    car = Car()
    car.post(1)
    car.add(FOLLOW, "3k", {"subject": "did:plc:other"})
    car.add(FOLLOW, "3l", {"subject": "nobody"})
    car.add(REPOST, "3k", {"subject": {}})
    car.add("app.bsky.feed.like", "3k", {"subject": {}})

    archive = opened(car)

    ((person, act),) = archive.following()
    assert (person.native_id, act) == ("did:plc:other", f"at://{DID}/{FOLLOW}/3k")
    assert [*archive.followers()] == []
    assert [item for item in archive.posts() if isinstance(item, Passed)] == [Passed.REPOST]
    assert archive.left_aside == ("likes",)


@pytest.mark.parametrize("record", [{}, {"text": "x"}, {"createdAt": "x"}, {"createdAt": 3}])
def test_a_spoiled_post_is_left_out(opened, record):
    car = Car()
    car.add("app.bsky.feed.post", "3k", record)
    car.post(1)
    items = [*opened(car).posts()]
    assert sum(item is Passed.UNREADABLE for item in items) == 1
    assert sum(isinstance(item, Post) for item in items) == 1


def test_a_repository_without_a_post_in_its_tree_has_none(opened, posts_of):
    assert posts_of(opened(Car())) == []


def test_a_repository_of_nobody_is_refused(opened, refused):
    assert refused(lambda: opened(Car(did="lumiere"))) == "unreadable"


@pytest.mark.parametrize(
    "node",
    [
        {"l": None, "e": [{"p": 0, "k": b"app.bsky.feed.post/a", "v": "no block", "t": None}]},
        {"l": None, "e": [{"p": -1, "k": "a", "v": None, "t": None}]},
        {"l": None, "e": [{"p": 0, "k": b"", "v": None, "t": None}]},
        {"l": None, "e": [{"p": 0, "k": b"k" * 2000, "v": None, "t": None}]},
        {"l": "x", "e": []},
        {"l": b"x", "e": []},
    ],
)
def test_a_tree_that_makes_no_sense_is_refused(tmp_path, watch, refused, node):
    assert refused(lambda: BlueskyArchive(written(tmp_path, node), watch)) == "unreadable"


def test_a_record_that_the_tree_names_and_the_file_lacks_is_missed(tmp_path, watch, refused):
    lost = b"\x01\x71\x12\x20" + b"l" * 32
    node = {"l": None, "e": [{"p": 0, "k": b"app.bsky.feed.like/a", "v": lost, "t": None}]}
    assert refused(lambda: BlueskyArchive(written(tmp_path, node), watch)) == "truncated"


def test_a_tree_that_repeats_itself_does_not_grow_for_ever(tmp_path, watch, refused):
    car = Car()
    node = car.put({"l": None, "e": []})
    for _ in range(40):
        entry = {"p": 0, "k": b"a", "v": node, "t": node}
        node = car.put({"l": node, "e": [entry]})
    path = rooted(tmp_path, car, node)
    assert refused(lambda: BlueskyArchive(path, watch)) == "unsafe"


def written(folder: Path, node: object) -> Path:
    car = Car()
    return rooted(folder, car, car.put(node))


def rooted(folder: Path, car: Car, node: bytes) -> Path:
    """Write a repository whose tree is that node, whatever that holds."""
    whole = Car.put

    def put(self: Car, value: object) -> bytes:
        if isinstance(value, dict) and "data" in value:
            value = {**value, "data": node}
        return whole(self, value)

    path = folder / "repository.car"
    car.__class__ = type("Rooted", (Car,), {"put": put})
    path.write_bytes(car.written())
    return path
