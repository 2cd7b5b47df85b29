import gzip
import tarfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from services.archives.made import mastodon_files, raw_tar, tarred

from desktop.services.archives import tar_files
from desktop.services.archives.tar_files import TarFiles

FILES = {"a.json": b'{"a": 1}', "media/b.png": b"picture" * 900, "c.json": b"[]" * 700}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.tar.gz"


@pytest.fixture
def reason(path: Path, watch, refused) -> Callable[[], str]:
    return lambda: refused(lambda: TarFiles(path, watch))


def info(name: str, size: int = 0, kind: bytes = tarfile.REGTYPE) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.size, made.type = size, kind
    return made


def content(files: TarFiles, name: str) -> bytes:
    with files.open(name) as source:
        return b"".join(iter(lambda: source.read(1000), b""))


def test_files_are_read_by_name_whatever_lies_before_them(path, watch):
    files = TarFiles(tarred(path, FILES), watch, kept=("a.json",))

    assert [*files.names] == ["a.json", "c.json"]
    assert files.has_media
    assert content(files, "c.json") == FILES["c.json"]
    assert content(files, "a.json") == content(files, "a.json") == FILES["a.json"]


def test_the_watch_hears_how_far_the_packed_file_is_read(path):
    heard = []
    TarFiles(tarred(path, FILES), lambda done, total: heard.append((done, total)))
    assert heard[-1] == (path.stat().st_size, path.stat().st_size)


def test_long_names_are_read_in_both_ways_of_writing_them(path, watch):
    for kind in (tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
        name = "folder/" * 30 + "é.json"
        with tarfile.open(path, "w:gz", format=kind) as archive:
            archive.addfile(info(name))
            archive.addfile(info("folder", kind=tarfile.DIRTYPE))
            archive.addfile(info("short.json"))
        assert [*TarFiles(path, watch).names] == [name, "short.json"]


@pytest.mark.parametrize("name", ["../evil.json", "/evil.json", "a/../../evil.png"])
@pytest.mark.parametrize("kind", [tarfile.REGTYPE, tarfile.DIRTYPE])
def test_a_name_that_leads_out_is_refused(path, reason, name, kind):
    raw_tar(path, (info(name, kind=kind), b""))
    assert reason() == "unsafe"


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE]
)
def test_links_and_devices_are_refused(path, reason, kind):
    made = info("outbox.json", kind=kind)
    made.linkname = "/etc/passwd"
    raw_tar(path, (made, b""))
    assert reason() == "unsafe"


def test_the_same_name_twice_is_refused(path, reason):
    raw_tar(path, (info("a.json"), b""), (info("a.json"), b""))
    assert reason() == "unsafe"


def test_a_bomb_is_refused_before_it_goes_off(path, reason):
    tarred(path, {"bread.png": b"0" * (64 << 20)})
    started = time.monotonic()
    assert reason() == "unsafe"
    assert time.monotonic() - started < 20  # endless otherwise, on the slowest machine


def test_a_hundred_thousand_files_are_refused(path, reason):
    header = info("1.png").tobuf()
    with gzip.open(path, "wb") as packed:
        for start in range(0, 100_000, 1000):
            # Names that differ, as packed tars of that many files would.
            packed.write(b"".join(_named(header, start + each) for each in range(1000)))
    assert reason() == "too_large"


def _named(header: bytes, number: int) -> bytes:
    name = f"{number * 2654435761 % 2**32:x}.png".encode().ljust(100, b"\0")
    counted = sum(name) + sum(header[100:148]) + 8 * 32 + sum(header[156:])
    return name + header[100:148] + b"%06o\0 " % counted + header[156:]


def test_a_file_that_says_to_be_huge_is_not_opened(path, watch, refused, monkeypatch):
    files = TarFiles(tarred(path, FILES), watch)
    monkeypatch.setattr(tar_files, "LARGEST_MEMBER", 5)
    assert refused(lambda: content(files, "c.json")) == "too_large"


def test_a_kept_file_that_is_large_is_refused(path, watch, refused, monkeypatch):
    monkeypatch.setattr(tar_files, "SMALL", 5)
    tarred(path, FILES)
    assert refused(lambda: TarFiles(path, watch, kept=("a.json",))) == "unsafe"


@pytest.mark.parametrize("kind", [b"x", b"L", b"g"])
def test_a_name_as_long_as_a_book_is_refused(path, reason, kind):
    raw_tar(path, (info("name", 1 << 17, kind), b"x" * (1 << 17)))
    assert reason() == "unsafe"


@pytest.mark.parametrize("size", [b"99999999999\0", b"-0000000001\0", b"\xff" * 12])
def test_a_size_that_is_none_is_refused(path, reason, size):
    header = bytearray(info("a.json").tobuf())
    header[124:136] = size
    counted = sum(header) - sum(header[148:156]) + 8 * 32
    header[148:156] = b"%06o\0 " % counted
    path.write_bytes(gzip.compress(bytes(header) + b"\0" * 1024))
    assert reason() == "truncated"


def test_what_is_packed_but_no_tar_is_refused(path, reason):
    path.write_bytes(gzip.compress(b"bread and butter " * 100))
    assert reason() == "not_an_archive"


def test_every_cut_of_a_packed_tar_is_refused(path, reason):
    whole = tarred(path, mastodon_files([])).read_bytes()
    for end in range(1, len(whole), 7):
        path.write_bytes(whole[:end])
        assert reason() in ("truncated", "not_an_archive", "unreadable")


def test_a_file_that_changed_between_two_walks_is_refused(path, watch, refused):
    files = TarFiles(tarred(path, FILES), watch)
    tarred(path, {"other.json": b""})
    assert refused(lambda: content(files, "c.json")) == "truncated"
