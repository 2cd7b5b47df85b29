"""Pictures come from the disk when they can, and never fill it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.errors import Unreachable
from desktop.services.pictures import Pictures


class Web:
    """Serves as many bytes as the address ends with, and counts."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.is_down = False

    def fetch(self, url: str) -> bytes:
        self.asked.append(url)
        if self.is_down:
            raise Unreachable
        return url.encode().ljust(int(url.rpartition("/")[2]), b".")


@pytest.fixture
def web() -> Web:
    return Web()


@pytest.fixture
def open_pictures(tmp_path: Path, web: Web) -> Callable[[], Pictures]:
    return lambda: Pictures(tmp_path / "pictures", web.fetch, lambda url: url.encode(), limit=1000)


def test_a_picture_is_fetched_once_even_across_restarts(
    open_pictures: Callable[[], Pictures], web: Web
) -> None:
    first = open_pictures().bytes_of("https://a.example/100")
    web.is_down = True
    assert open_pictures().bytes_of("https://a.example/100") == first
    assert len(web.asked) == 1


def test_the_longest_unused_goes_first(
    open_pictures: Callable[[], Pictures], web: Web, tmp_path: Path
) -> None:
    pictures = open_pictures()
    for number, url in enumerate(("https://a.example/400", "https://b.example/400")):
        pictures.bytes_of(url)
        for path in (tmp_path / "pictures").iterdir():
            os.utime(path, (number, number))
    pictures.bytes_of("https://a.example/400")
    pictures = open_pictures()
    pictures.bytes_of("https://c.example/400")
    web.asked.clear()
    pictures.bytes_of("https://a.example/400")
    assert web.asked == []
    pictures.bytes_of("https://b.example/400")
    assert web.asked == ["https://b.example/400"]


def test_an_address_of_the_demonstration_never_touches_web_or_disk(
    open_pictures: Callable[[], Pictures], web: Web
) -> None:
    pictures = open_pictures()
    assert pictures.bytes_of("demo:croissant") == b"demo:croissant"
    assert (web.asked, pictures.kept_bytes) == ([], 0)


def test_a_failed_fetch_is_told_and_nothing_is_kept(
    open_pictures: Callable[[], Pictures], web: Web
) -> None:
    pictures = open_pictures()
    web.is_down = True
    with pytest.raises(Unreachable):
        pictures.bytes_of("https://a.example/10")
    assert pictures.kept_bytes == 0


def test_a_damaged_or_missing_file_is_fetched_again(
    open_pictures: Callable[[], Pictures], web: Web, tmp_path: Path
) -> None:
    pictures = open_pictures()
    whole = pictures.bytes_of("https://a.example/100")
    (path,) = (tmp_path / "pictures").iterdir()
    path.write_bytes(b"short")
    assert pictures.bytes_of("https://a.example/100") == whole
    path.unlink()
    assert pictures.bytes_of("https://a.example/100") == whole
    assert len(web.asked) == 3


def test_what_cannot_be_drawn_is_forgotten(open_pictures: Callable[[], Pictures], web: Web) -> None:
    pictures = open_pictures()
    pictures.bytes_of("https://a.example/100")
    pictures.forget("https://a.example/100")
    pictures.forget("https://never.example/1")
    assert pictures.kept_bytes == 0
    pictures.bytes_of("https://a.example/100")
    assert len(web.asked) == 2


def test_a_picture_larger_than_the_whole_store_is_shown_but_not_kept(
    open_pictures: Callable[[], Pictures],
) -> None:
    pictures = open_pictures()
    pictures.bytes_of("https://a.example/500")
    assert len(pictures.bytes_of("https://big.example/1001")) == 1001
    assert pictures.kept_bytes == 500


def test_a_full_disk_costs_nothing_but_the_next_fetch(
    open_pictures: Callable[[], Pictures], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = open_pictures()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert len(pictures.bytes_of("https://a.example/100")) == 100
    assert pictures.kept_bytes == 0
    assert list((tmp_path / "pictures").iterdir()) == []


def test_unfinished_files_of_a_crash_are_removed(
    open_pictures: Callable[[], Pictures], tmp_path: Path
) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / ".part-x").write_bytes(b"half")
    assert open_pictures().kept_bytes == 0
    assert list((tmp_path / "pictures").iterdir()) == []


def test_everything_can_be_dropped_at_once(
    open_pictures: Callable[[], Pictures], tmp_path: Path
) -> None:
    pictures = open_pictures()
    pictures.bytes_of("https://a.example/100")
    pictures.clear()
    assert pictures.kept_bytes == 0
    assert list((tmp_path / "pictures").iterdir()) == []


@given(st.lists(st.integers(0, 700), max_size=30))
def test_the_total_stays_under_the_limit_and_true(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("pictures")
    pictures = Pictures(folder, Web().fetch, lambda url: b"", limit=1000)
    for size in sizes:
        pictures.bytes_of(f"https://a.example/{size}")
        on_disk = sum(path.stat().st_size for path in folder.iterdir())
        assert pictures.kept_bytes == on_disk <= 1000
