from pathlib import Path

import pytest
from services.archives.made import ACTOR, PUBLIC, mastodon_files, note, tarred, zipped

from desktop.services.archives.archive import Archive, Passed, Tells
from desktop.services.archives.opening import open_archive
from desktop.services.domain.post import Counts, FacetKind, Post

FOLLOWERS = f"{ACTOR}/followers"
BO = {"type": "Mention", "href": "https://a.example/users/bo", "name": "@bo@a.example"}


@pytest.fixture
def opened(tmp_path: Path, watch):
    made: list[Archive] = []

    def opened(*activities: object, **actor: object) -> Archive:
        path = zipped(tmp_path / "m.zip", mastodon_files(activities, **actor))
        made.append(open_archive(path, watch))
        return made[-1]

    yield opened
    for each in made:
        each.close()


@pytest.fixture
def read(opened):
    """Read one activity."""

    def read(activity: object) -> Post | Passed:
        (item,) = opened(activity).posts()
        return item

    return read


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_both_ways_of_packing_hold_the_same(tmp_path, watch, posts_of, pack):
    archive = open_archive(pack(tmp_path / "any name", mastodon_files([note(1), note(2)])), watch)

    assert [post.text for post in posts_of(archive)] == ["Bread number 1", "Bread number 2"]
    assert {*archive.left_aside} == {"likes", "bookmarks", "pictures"}
    assert archive.tells == Tells.POSTS
    assert [*archive.followers()] == [*archive.following()] == []
    archive.close()


@pytest.mark.parametrize("folder", ["./", "archive-2026/"])
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_an_archive_that_was_packed_again_with_its_folder_is_read(
    tmp_path, watch, posts_of, pack, folder
):
    files = {folder + name: content for name, content in mastodon_files([note(1)]).items()}
    archive = open_archive(pack(tmp_path / "again", files), watch)

    assert [post.text for post in posts_of(archive)] == ["Bread number 1"]
    assert {*archive.left_aside} == {"likes", "bookmarks", "pictures"}
    archive.close()


def test_the_archive_says_whose_it_is(opened):
    archive = opened(note(1))
    owner = archive.owner

    assert owner is not None
    assert (owner.native_id, owner.handle) == ("lumiere@shop.example", "Lumiere@shop.example")
    assert (owner.name, owner.bio, owner.avatar_url) == ("La Lumière", "Baker", "")
    assert archive.server == "https://shop.example"


def test_people_may_be_called_by_another_name_than_their_servers(opened):
    owner = opened(note(1), webfinger="lumiere@lumiere.example").owner
    assert owner is not None
    assert owner.native_id == "lumiere@lumiere.example"


def test_a_post_is_the_same_as_the_network_tells_it(read):
    post = read(note(7, "<p>Bread</p><p>and <b>butter</b> &lt;3</p>"))

    assert post.native_id == f"{ACTOR}/statuses/110000000000000007"
    assert post.version == "shop.example/110000000000000007"
    assert post.url == "https://shop.example/@lumiere/110000000000000007"
    assert post.text == "Bread\n\nand butter <3"
    assert post.lang == "fr"
    assert post.author.native_id == "lumiere@shop.example"


@pytest.mark.parametrize(
    ("to", "cc", "visibility"),
    [
        ([PUBLIC], [FOLLOWERS], "public"),
        (["as:Public"], [], "public"),
        (PUBLIC, [], "public"),
        ([FOLLOWERS], [PUBLIC], "unlisted"),
        ([FOLLOWERS], [], "followers"),
        (["https://a.example/users/bo"], [], "direct"),
        ([], None, "direct"),
    ],
)
def test_who_could_read_a_post_is_kept(read, to, cc, visibility):
    assert read(note(1, to=to, cc=cc)).visibility == visibility


def test_people_and_tags_are_marked(read):
    html = (
        '<p><span class="h-card"><a href="https://a.example/@bo" class="u-url mention">'
        '@<span>bo</span></a></span> likes <a href="https://shop.example/tags/bread" '
        'class="mention hashtag" rel="tag">#<span>bread</span></a></p>'
    )
    post = read(note(1, html, tag=[BO, {"type": "Hashtag", "name": "#bread"}]))

    assert [(each.kind, each.target) for each in post.facets] == [
        (FacetKind.MENTION, "bo@a.example"),
        (FacetKind.TAG, "bread"),
    ]


def test_an_answer_says_whom_it_answers_as_far_as_its_mentions_tell(read):
    parent = "https://a.example/users/bo/statuses/9"
    post = read(note(1, inReplyTo=parent, tag=[BO]))
    assert (post.reply_to, post.reply_to_author) == (parent, "bo@a.example")

    own = read(note(1, inReplyTo=f"{ACTOR}/statuses/1"))
    assert own.reply_to_author == "Lumiere@shop.example"

    stranger = read(note(1, inReplyTo="https://b.example/notes/9"))
    assert (stranger.reply_to, stranger.reply_to_author) == ("https://b.example/notes/9", "")


def test_warnings_edits_and_counts_are_kept_where_the_archive_has_them(read):
    post = read(
        note(
            1,
            summary="Crumbs",
            sensitive=True,
            updated="2023-02-20T12:00:00Z",
            likes={"totalItems": 3},
            shares={"totalItems": 2},
        )
    )
    assert post.warning == "Crumbs"
    assert post.edited_at is not None
    assert post.counts == Counts(likes=3, reposts=2)


def test_pictures_are_taken_from_the_web_and_never_out_of_the_archive(read):
    def picture(url: str) -> dict[str, object]:
        told = {"type": "Document", "mediaType": "image/png", "url": url, "name": "A loaf"}
        return {**told, "width": 30, "height": 20}

    kept = [picture("https://files.example/loaf.png"), picture("/media_attachments/files/1/x.png")]
    ((media),) = read(note(1, attachment=kept)).media
    assert (media.url, media.alt) == ("https://files.example/loaf.png", "A loaf")
    assert (media.width, media.height) == (30, 20)


def test_a_boost_is_somebody_elses_post(read):
    assert read({"type": "Announce", "object": "https://a.example/1"}) is Passed.REPOST


@pytest.mark.parametrize(
    "spoiled",
    [
        3,
        None,
        {"type": "Create", "object": "https://shop.example/1"},
        {"type": "Delete", "object": {"id": "https://shop.example/1"}},
        note(1, id=None),
        note(1, id="  "),
        note(1, published=None) | {"published": None},
    ],
)
def test_what_is_no_post_is_left_out(read, spoiled):
    assert read(spoiled) is Passed.UNREADABLE


@pytest.mark.parametrize(
    "spoiled",
    [
        {"tag": [3, {"type": "Mention", "href": "https://[bad", "name": "@bo"}]},
        {"tag": {}, "attachment": 3, "contentMap": [], "url": ["x"]},
        {"content": None, "summary": 3, "to": {}, "cc": 3},
        {"id": "https://elsewhere.example/not/a/number"},
    ],
)
def test_odd_posts_do_no_harm(read, spoiled):
    assert isinstance(read(note(1, **spoiled)), Post)


def test_a_post_of_another_server_has_no_local_id(read):
    assert read(note(1, id="https://elsewhere.example/posts/7")).version == ""


@pytest.mark.parametrize("actor", [{"id": "nowhere"}, {"preferredUsername": ""}, {"id": None}])
def test_an_archive_of_nobody_is_refused(opened, refused, actor):
    assert refused(lambda: opened(note(1), **actor)) == "unreadable"


def test_an_actor_that_is_no_json_is_refused(tmp_path, watch, refused):
    path = zipped(tmp_path / "m.zip", {**mastodon_files(), "actor.json": b"{"})
    assert refused(lambda: open_archive(path, watch)) == "unreadable"
