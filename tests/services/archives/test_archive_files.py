import zlib
from zipfile import BadZipFile

import pytest
from services.archives.made import zipped

from desktop.services.archives.archive_files import check_name, is_media, read_small, refusing
from desktop.services.archives.zip_files import ZipFiles
from desktop.services.domain.errors import ArchiveRefused


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "a/../../x",
        "/etc/passwd",
        "\\\\host\\x",
        "a\\..\\..\\x",
        "C:\\x",
        "c:x",
        "a\0.js",
        "",
    ],
)
def test_a_name_that_leads_out_is_refused(name):
    with pytest.raises(ArchiveRefused) as caught:
        check_name(name)
    assert caught.value.reason == "unsafe"


@pytest.mark.parametrize("name", ["data/tweets.js", "été/..bread.js", "a\\b.js", "...", "c/d:e"])
def test_an_odd_name_that_stays_inside_is_not(name):
    check_name(name)


@pytest.mark.parametrize(
    ("name", "media"),
    [
        ("a/b.JPG", True),
        ("tweet_media.zip", True),
        ("a.webm", True),
        ("a.js", False),
        ("jpg", False),
    ],
)
def test_pictures_films_and_sounds_are_told_by_their_names(name, media):
    assert is_media(name) is media


def test_what_should_be_small_is_not_read_when_it_is_large(tmp_path, watch, refused):
    small, large = b"x" * 1000, bytes(range(256)) * 5000
    files = ZipFiles(zipped(tmp_path / "a.zip", {"small.js": small, "large.js": large}), watch)

    assert read_small(files, "small.js") == small
    assert refused(lambda: read_small(files, "large.js")) == "unsafe"
    files.close()


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (BadZipFile("bad CRC"), "truncated"),
        (zlib.error("-3"), "truncated"),
        (EOFError(), "truncated"),
        (OSError(), "unreadable"),
        (NotImplementedError(), "unreadable"),
        (RecursionError(), "unreadable"),
    ],
)
def test_what_libraries_say_of_broken_files_becomes_a_reason(refused, error, reason):
    def broken() -> None:
        with refusing():
            raise error

    assert refused(broken) == reason
