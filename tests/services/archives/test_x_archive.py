import json
from pathlib import Path

import pytest
from services.archives.made import X_ID, people, script, tweet, x_files, x_id, zipped

from desktop.services.archives.archive import Archive, Passed, Tells
from desktop.services.archives.opening import open_archive
from desktop.services.archives.x_archive import XArchive, x_base
from desktop.services.archives.zip_files import ZipFiles


@pytest.fixture
def opened(tmp_path: Path, watch):
    made: list[Archive] = []

    def opened(files: dict[str, str]) -> Archive:
        made.append(open_archive(zipped(tmp_path / "x.zip", files), watch))
        return made[-1]

    yield opened
    for each in made:
        each.close()


@pytest.fixture
def reason(tmp_path: Path, watch, refused):
    def reason(files: dict[str, str]) -> str:
        path = zipped(tmp_path / "x.zip", files)
        return refused(lambda: open_archive(path, watch))

    return reason


def moved(files: dict[str, str], was: str, now: str) -> dict[str, str]:
    return {name.replace(was, now): content for name, content in files.items()}


def manifest(**files: list[str]) -> str:
    told = {
        "userInfo": {"accountId": X_ID, "userName": "lumiere", "displayName": "La Lumière"},
        "archiveInfo": {"isPartialArchive": False},
        "dataTypes": {
            kind: {"files": [{"fileName": name, "count": "1"} for name in names]}
            for kind, names in files.items()
        },
    }
    return f"window.__THAR_CONFIG = {json.dumps(told)}"


def test_the_archive_says_whose_it_is(opened):
    owner = opened(x_files([tweet(1)])).owner

    assert owner is not None
    assert (owner.network, owner.native_id, owner.handle) == ("x", X_ID, "lumiere")
    assert (owner.name, owner.bio) == ("La Lumière", "Baker")
    assert owner.avatar_url == "https://pbs.twimg.com/profile_images/1/a.jpg"


@pytest.mark.parametrize("base", ["data/", "", "twitter-2023-02-18-abc/data/", "my archive/"])
def test_the_scripts_may_lie_in_several_places(opened, posts_of, base):
    archive = opened(moved(x_files([tweet(1), tweet(2)]), "data/", base))
    assert [post.native_id for post in posts_of(archive)] == [x_id(1), x_id(2)]


def test_scripts_deeper_than_that_are_somebody_elses(reason):
    assert reason(moved(x_files([tweet(1)]), "data/", "a/b/data/")) == "not_an_archive"


def test_parts_are_read_in_their_order_whatever_they_are_called(opened, posts_of):
    files = x_files([tweet(0)])
    for part in (10, 2, 1):
        files[f"data/tweets-part{part}.js"] = script("tweets", [{"tweet": tweet(part)}], part)
    assert [post.native_id for post in posts_of(opened(files))] == [
        x_id(each) for each in (0, 1, 2, 10)
    ]


def test_the_older_name_and_bare_posts_are_read(opened, posts_of):
    files = x_files()
    del files["data/tweets.js"]
    files["data/tweet.js"] = script("tweet", [tweet(1), tweet(2)])
    assert len(posts_of(opened(files))) == 2


def test_without_account_js_the_manifest_tells_whose_it_is(opened):
    files = {**x_files([tweet(1)]), "data/manifest.js": manifest(tweets=["data/tweets.js"])}
    del files["data/account.js"]
    owner = opened(files).owner
    assert owner is not None
    assert (owner.native_id, owner.handle, owner.name) == (X_ID, "lumiere", "La Lumière")


def test_an_archive_of_nobody_is_refused(reason):
    files = x_files([tweet(1)])
    del files["data/account.js"]
    assert reason(files) == "unreadable"


def test_a_part_that_the_manifest_names_and_that_is_not_there_is_missed(reason):
    listed = manifest(tweets=["data/tweets.js", "data/tweets-part1.js"])
    assert reason({**x_files([tweet(1)]), "data/manifest.js": listed}) == "truncated"


def test_a_manifest_that_is_none_is_refused(reason):
    assert reason({**x_files([tweet(1)]), "data/manifest.js": "window.x = {"}) == "unreadable"


def test_people_come_by_their_ids_and_with_the_names_that_posts_tell(opened, posts_of):
    mention = {"screen_name": "anna", "name": "Anna B", "id_str": "77", "indices": ["0", "5"]}
    archive = opened(
        x_files(
            [tweet(1, "@anna Hi", entities={"user_mentions": [mention]})],
            follower=people("follower", [77, 78]),
            following=people("following", [77, 80]),
        )
    )
    posts_of(archive)

    assert [(each.native_id, each.handle, each.name) for each in archive.followers()] == [
        ("77", "anna", "Anna B"),
        ("78", "78", "78"),
    ]
    assert [(each.native_id, act) for each, act in archive.following()] == [
        ("77", "follow 77"),
        ("80", "follow 80"),
    ]
    assert archive.tells == Tells.POSTS | Tells.FOLLOWERS | Tells.FOLLOWING


def test_a_person_without_an_id_is_passed_over(opened):
    archive = opened(x_files(follower=script("follower", [{"follower": {}}, 3, None])))
    assert [*archive.followers()] == []


def test_long_posts_are_put_together(opened, posts_of):
    long = "Bread and butter as every morning " * 20
    note = {"createdAt": "2023-02-18T13:33:11.000Z", "core": {"text": long}}
    archive = opened(
        x_files(
            [tweet(1, long[:270] + "… https://t.co/x")],
            note_tweet=script("note_tweet", [{"noteTweet": note}]),
        )
    )
    assert [post.text for post in posts_of(archive)] == [long]


def test_what_is_private_is_named_and_never_opened(opened, posts_of):
    broken = "this is not even a script"
    archive = opened(
        x_files(
            [tweet(1), tweet(2, "RT @anna: Bread")],
            like=broken,
            direct_messages=broken,
            ad_engagements=broken,
            block=broken,
            bookmark=broken,
            deleted_tweets=broken,
            email_address_change=broken,
        )
        | {"data/tweets_media/1-a.jpg": "picture"}
    )
    assert {*archive.left_aside} == {
        "messages",
        "likes",
        "bookmarks",
        "advertising",
        "blocks",
        "deleted",
        "details",
        "pictures",
    }
    assert [*archive.posts()][1] is Passed.REPOST
    assert [post.native_id for post in posts_of(archive)] == [x_id(1)]


def test_another_zip_is_no_archive_of_x(tmp_path, watch):
    files = ZipFiles(zipped(tmp_path / "a.zip", {"readme.js": "", "a/b/account.js": ""}), watch)
    assert x_base(files) is None
    files.close()


def test_the_watch_is_told_of_what_will_be_read(tmp_path):
    heard = []
    files = x_files([tweet(each) for each in range(50)], like="x" * 90_000)
    path = zipped(tmp_path / "x.zip", files)
    archive = open_archive(path, lambda done, total: heard.append((done, total)))
    assert isinstance(archive, XArchive)
    heard.clear()
    [*archive.posts()]
    assert heard[-1] == (len(files["data/tweets.js"]), len(files["data/tweets.js"]))
    archive.close()
