import stat
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from services.archives.made import zipped

from desktop.services.archives import zip_files
from desktop.services.archives.zip_files import ZipFiles


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.zip"


@pytest.fixture
def reason(path: Path, watch, refused) -> Callable[[], str]:
    """Say why the zip is refused, be it on opening or on reading."""

    def work() -> None:
        files = ZipFiles(path, watch)
        try:
            for name in files.names:
                with files.open(name) as source:
                    while source.read(1 << 16):
                        pass
        finally:
            files.close()

    return lambda: refused(work)


def add(path: Path, *infos: zipfile.ZipInfo, content: bytes = b"x") -> None:
    with zipfile.ZipFile(path, "a") as archive:
        for info in infos:
            archive.writestr(info, content)


def test_files_are_read_by_name_a_piece_at_a_time_and_the_watch_hears_of_it(path):
    content = bytes(range(256)) * 4
    heard = []
    files = ZipFiles(
        zipped(path, {"data/a.js": content, "data/b.jpg": b"picture"}),
        lambda done, total: heard.append((done, total)),
    )
    files.expect(["data/a.js"])

    with files.open("data/a.js") as source:
        pieces = [source.read(1000), source.read(1000), source.read(1000)]

    assert b"".join(pieces) == content
    assert [*files.names] == ["data/a.js"]
    assert files.has_media
    assert heard[-1] == (1024, 1024)
    files.close()


@pytest.mark.parametrize(
    "name", ["../../evil.js", "/etc/evil.js", "..\\evil.js", "C:\\evil.js", "media/../../evil.jpg"]
)
def test_a_zip_with_a_name_that_leads_out_is_refused(path, reason, name):
    zipped(path, {"data/a.js": "x"})
    add(path, zipfile.ZipInfo(name))
    assert reason() == "unsafe"


def test_a_zip_with_a_link_is_refused(path, reason):
    link = zipfile.ZipInfo("data/tweets.js")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    add(path, link, content=b"/etc/passwd")
    assert reason() == "unsafe"


def test_the_same_name_twice_is_refused(path, reason):
    with pytest.warns(UserWarning, match="Duplicate"):
        add(path, zipfile.ZipInfo("data/a.js"), zipfile.ZipInfo("data/a.js"))
    assert reason() == "unsafe"


def test_a_bomb_is_refused_before_it_goes_off(path, reason):
    zipped(path, {"data/a.js": b"0" * (64 << 20)})
    started = time.monotonic()
    assert reason() == "unsafe"
    assert time.monotonic() - started < 20  # endless otherwise, on the slowest machine


def test_a_bomb_that_lies_about_its_size_gives_no_more_than_it_says(path, reason):
    content = bytearray(zipped(path, {"data/a.js": b"0" * (8 << 20)}).read_bytes())
    directory = content.rindex(b"PK\1\2")
    content[directory + 24 : directory + 28] = struct.pack("<L", 5)
    path.write_bytes(content)
    assert reason() == "truncated"


def test_a_file_that_says_to_be_huge_is_refused(path, reason):
    content = bytearray(zipped(path, {"data/a.js": b"0"}).read_bytes())
    directory = content.rindex(b"PK\1\2")
    content[directory + 24 : directory + 28] = struct.pack("<L", 0xF0000000)
    path.write_bytes(content)
    assert reason() == "too_large"


def test_a_hundred_thousand_files_are_refused_in_a_second(path, reason):
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(100_000):
            archive.writestr(zipfile.ZipInfo(f"{number}.jpg"), b"")
    started = time.monotonic()
    assert reason() == "too_large"
    assert time.monotonic() - started < 20  # endless otherwise, on the slowest machine


def test_more_files_than_the_end_of_the_zip_admits_are_counted(path, reason, monkeypatch):
    monkeypatch.setattr(zip_files, "MOST_MEMBERS", 50)
    content = bytearray(zipped(path, {f"{number}.js": b"" for number in range(60)}).read_bytes())
    end = content.rindex(b"PK\5\6")
    content[end + 8 : end + 12] = struct.pack("<HH", 1, 1)
    path.write_bytes(content)
    assert reason() == "too_large"


def test_a_directory_without_end_is_not_read(path, reason, monkeypatch):
    monkeypatch.setattr(zip_files, "LARGEST_DIRECTORY", 100)
    zipped(path, {f"data/{number}.js": b"" for number in range(9)})
    assert reason() == "too_large"


def test_a_locked_zip_is_refused_as_such(path, reason):
    content = bytearray(zipped(path, {"data/a.js": b"x" * 50}).read_bytes())
    content[6] |= 1
    content[content.rindex(b"PK\1\2") + 8] |= 1
    path.write_bytes(content)
    assert reason() == "encrypted"


def test_packing_that_unpacks_without_a_limit_is_refused(path, reason):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("data/a.js", b"x" * 1000)
    assert reason() == "unreadable"


def test_a_flipped_byte_is_noticed(path, reason):
    content = bytearray(zipped(path, {"data/a.js": bytes(range(256)) * 9}).read_bytes())
    content[60] ^= 0xFF
    path.write_bytes(content)
    assert reason() == "truncated"


def test_a_zip_for_large_files_is_read_as_well(path, watch, monkeypatch, refused):
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 2)
    zipped(path, {f"data/{number}.js": b"x" for number in range(5)})
    assert b"PK\6\7" in path.read_bytes()

    files = ZipFiles(path, watch)

    assert len(files.names) == 5
    files.close()
    monkeypatch.setattr(zip_files, "MOST_MEMBERS", 4)
    assert refused(lambda: ZipFiles(path, watch)) == "too_large"


@pytest.mark.parametrize("content", [b"PK", b"PK\3\4" + b"x" * 500, b"PK\5\6", b"PK\5\6" * 40])
def test_what_only_begins_like_a_zip_is_refused(path, reason, content):
    path.write_bytes(content)
    assert reason() in ("truncated", "unreadable")
