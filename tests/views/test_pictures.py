"""Every screen looks as it did when its picture was kept, in light English and in dark French.

The other looks, languages and sizes are checked by their geometry, in `test_layouts.py`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
MOST_BYTES = 10_000_000
TOLD_IN = ROOT / "build" / "pictures"
"""Where a picture that is no longer the same is left, beside the kept one and what changed."""


@pytest.fixture
def pictures(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """What `make pictures` keeps pictures with."""
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    yield __import__("pictures")
    for name in ("pictures", "likeness"):
        sys.modules.pop(name, None)


@pytest.mark.skipif(sys.platform != "linux", reason="letters are drawn otherwise there")
@pytest.mark.parametrize(("look", "language"), [("light", "en"), ("dark", "fr")])
def test_every_screen_looks_as_it_did(pictures, look, language, tmp_path):
    found = pictures.take(tmp_path, look, language)

    changed = pictures.changes(found, pictures.kept_of(look, language), TOLD_IN)

    assert not changed, "\n".join(["", *changed, f"The pictures are in {TOLD_IN}."])


@pytest.mark.hard
def test_two_runs_take_the_same_pictures(pictures, tmp_path):
    first = pictures.take(tmp_path / "first", "light", "en")
    second = pictures.take(tmp_path / "second", "light", "en")

    assert [each.name for each in first] == [each.name for each in second]
    other = [
        one.name
        for one, two in zip(first, second, strict=True)
        if one.read_bytes() != two.read_bytes()
    ]
    assert not other


def test_the_kept_pictures_take_little_room(pictures):
    assert sum(each.stat().st_size for each in pictures.KEPT.iterdir()) <= MOST_BYTES


def test_a_picture_is_kept_in_nothing_but_the_looks_that_are_compared(pictures):
    compared = {name for each in pictures.ALIKE for name in pictures.kept_of(*each)}

    assert {each.stem for each in pictures.KEPT.iterdir()} == compared
