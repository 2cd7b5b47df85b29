import os
import random
from pathlib import Path

import pytest
from services.archives.made import (
    Car,
    cuts,
    mastodon_files,
    note,
    people,
    tarred,
    tweet,
    x_files,
    zipped,
)

from desktop.services.archives.archive import Archive
from desktop.services.archives.opening import open_archive
from desktop.services.domain.errors import ArchiveRefused
from desktop.services.domain.post import Post


def x(folder: Path) -> Path:
    files = x_files([tweet(1), tweet(2)], follower=people("follower", [1, 2]))
    return zipped(folder / "x.zip", files)


def mastodon_zip(folder: Path) -> Path:
    return zipped(folder / "m.zip", mastodon_files([note(1), note(2)]))


def mastodon_tar(folder: Path) -> Path:
    return tarred(folder / "m.tar.gz", mastodon_files([note(1), note(2)]))


def bluesky(folder: Path) -> Path:
    car = Car()
    for number in range(30):
        car.post(number)
    car.add("app.bsky.graph.follow", "3k", {"subject": "did:plc:other"})
    path = folder / "b.car"
    path.write_bytes(car.written())
    return path


KINDS = [x, mastodon_zip, mastodon_tar, bluesky]


def walked(path: Path, watch) -> int:
    """Read everything in a file, as an import does first; return how much there was."""
    archive: Archive = open_archive(path, watch)
    try:
        found = sum(isinstance(item, Post) for item in archive.posts())
        return found + sum(1 for _ in archive.followers()) + sum(1 for _ in archive.following())
    finally:
        archive.close()


@pytest.mark.parametrize(
    ("make", "network", "found"),
    [
        (x, "x", 4),
        (mastodon_zip, "mastodon", 2),
        (mastodon_tar, "mastodon", 2),
        (bluesky, "bluesky", 31),
    ],
)
def test_a_file_is_known_by_what_it_holds_whatever_it_is_called(
    tmp_path, watch, make, network, found
):
    path = make(tmp_path).rename(tmp_path / "download")
    archive = open_archive(path, watch)
    assert archive.network == network
    archive.close()
    assert walked(path, watch) == found


@pytest.mark.parametrize("make", KINDS)
def test_no_cut_of_an_archive_is_taken_for_the_whole(tmp_path, watch, refused, make):
    whole = make(tmp_path).read_bytes()
    path = tmp_path / "cut"
    for content in cuts(whole, 13):
        path.write_bytes(content)
        assert refused(lambda: walked(path, watch))


@pytest.mark.parametrize("make", KINDS)
def test_no_damage_does_more_than_to_be_refused(tmp_path, watch, make):
    whole = make(tmp_path).read_bytes()
    path = tmp_path / "damaged"
    chance = random.Random(3)  # the same damage each time
    for _ in range(150):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content)
        try:
            walked(path, watch)
        except ArchiveRefused:
            continue


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 bread", "not_an_archive"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not_an_archive"),
        (b"SQLite format 3\0", "not_an_archive"),
        (b"Dear customers", "not_an_archive"),
        (b"\xff\xfe\xfd", "not_an_archive"),
    ],
)
def test_another_file_is_refused(tmp_path, watch, refused, content, reason):
    path = tmp_path / "file"
    path.write_bytes(content)
    assert refused(lambda: open_archive(path, watch)) == reason


@pytest.mark.parametrize(
    "members",
    [
        {"bread.txt": "x"},
        {"outbox.json": "{}"},
        {"tweets.csv": "x"},
        {"archive.zip": "PK"},
        {"word/document.xml": "<x/>"},
    ],
)
def test_another_zip_or_tar_is_refused(tmp_path, watch, refused, members):
    path = zipped(tmp_path / "file.zip", members)
    assert refused(lambda: open_archive(path, watch)) == "not_an_archive"
    packed = {name: content.encode() for name, content in members.items()}
    path = tarred(tmp_path / "file.tar.gz", packed)
    assert refused(lambda: open_archive(path, watch)) == "not_an_archive"


def test_an_archive_inside_of_another_is_not_looked_for(tmp_path, watch, refused):
    inner = mastodon_zip(tmp_path).read_bytes()
    path = zipped(tmp_path / "outer.zip", {"m.zip": inner})
    assert refused(lambda: open_archive(path, watch)) == "not_an_archive"


def test_a_folder_and_a_file_that_is_not_there_are_refused(tmp_path, watch, refused):
    assert refused(lambda: open_archive(tmp_path, watch)) == "not_an_archive"
    assert refused(lambda: open_archive(tmp_path / "gone.zip", watch)) == "not_an_archive"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path, watch, refused):
    os.mkfifo(tmp_path / "pipe")
    assert refused(lambda: open_archive(tmp_path / "pipe", watch)) == "not_an_archive"
