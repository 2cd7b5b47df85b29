"""`make pictures` keeps what changed, and the tests say in a sentence what that is."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QColor, QImage

TOOLS = Path(__file__).parents[2] / "tools"


@pytest.fixture
def pictures(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(TOOLS))
    yield __import__("pictures")
    for name in ("pictures", "likeness"):
        sys.modules.pop(name, None)


@pytest.fixture
def taken(tmp_path: Path) -> Callable[..., list[Path]]:
    """Take pictures of screens that are one colour each."""

    def take(**colours: str) -> list[Path]:
        found = []
        for name, colour in colours.items():
            picture = QImage(64, 48, QImage.Format.Format_RGB32)
            picture.fill(QColor(colour))
            found.append(tmp_path / f"{name}-light-en.png")
            assert picture.save(str(found[-1]))
        return found

    return take


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def test_a_screen_that_is_kept_and_looks_the_same_is_not_mentioned(pictures, taken, kept, tmp_path):
    found = taken(home="#F4F6F5")
    pictures.keep(found, {}, kept)

    told = pictures.changes(found, pictures.kept_of("light", "en", kept), tmp_path / "told")

    assert told == []
    assert not (tmp_path / "told").exists()


def test_a_kept_picture_loses_nothing(pictures, taken, kept):
    found = taken(home="#17604F")
    pictures.keep(found, {}, kept)

    held = QImage(str(kept / "home-light-en.webp"))

    assert held.pixelColor(3, 3) == QColor("#17604F")


def test_a_new_screen_is_told_with_the_command_that_keeps_it(pictures, taken, tmp_path):
    told = pictures.changes(taken(palette="#FFFFFF"), {}, tmp_path / "told")

    assert told == ["palette-light-en: no picture is kept of this screen; `make pictures` takes it"]


def test_a_changed_screen_is_told_and_shown(pictures, taken, kept, tmp_path):
    pictures.keep(taken(home="#F4F6F5"), {}, kept)

    told = pictures.changes(
        taken(home="#101413"), pictures.kept_of("light", "en", kept), tmp_path / "told"
    )

    assert told == [
        "home-light-en: 3072 pixels changed, close together in 12 places; "
        "if it is meant to, run `make pictures`"
    ]
    assert sorted(each.name for each in (tmp_path / "told").iterdir()) == [
        "home-light-en-difference.png",
        "home-light-en-found.png",
        "home-light-en-kept.png",
    ]


def test_a_screen_that_is_gone_is_told_and_forgotten(pictures, taken, kept, tmp_path):
    pictures.keep(taken(home="#F4F6F5", deck="#F4F6F5"), {}, kept)
    held = pictures.kept_of("light", "en", kept)

    told = pictures.changes(taken(home="#F4F6F5"), held, tmp_path / "told")
    pictures.keep(taken(home="#F4F6F5"), held, kept)

    assert told == ["deck-light-en: there is no such screen; `make pictures` forgets it"]
    assert [each.name for each in kept.iterdir()] == ["home-light-en.webp"]


def test_only_what_changed_is_written_anew(pictures, taken, kept):
    pictures.keep(taken(home="#F4F6F5", deck="#F4F6F5"), {}, kept)
    before = (kept / "home-light-en.webp").stat().st_mtime_ns

    written = pictures.keep(
        taken(home="#F4F6F5", deck="#101413"), pictures.kept_of("light", "en", kept), kept
    )

    assert written == 1
    assert (kept / "home-light-en.webp").stat().st_mtime_ns == before
    assert QImage(str(kept / "deck-light-en.webp")).pixelColor(0, 0) == QColor("#101413")


def test_a_tool_that_fails_says_why(pictures, tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "SIZE", "enormous")

    with pytest.raises(RuntimeError, match="enormous"):
        pictures.take(tmp_path, "light", "en")
