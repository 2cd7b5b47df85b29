"""The program's icon in each system's own format."""

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QColor, QImage

from desktop.ui.resources import resource

TOOLS = Path(__file__).parents[2] / "tools"
GREEN, BRASS = QColor("#17604F"), QColor("#F0CE84")


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch, qapp) -> ModuleType:
    monkeypatch.syspath_prepend(str(TOOLS))
    return __import__("app_icons")


def in_ico(path: Path) -> Iterator[QImage]:
    packed = path.read_bytes()
    for number in range(struct.unpack_from("<HHH", packed)[2]):
        size, start = struct.unpack_from("<II", packed, 6 + 16 * number + 8)
        yield QImage.fromData(packed[start : start + size])


def in_icns(path: Path) -> Iterator[tuple[str, QImage]]:
    packed = path.read_bytes()
    assert packed[:4] == b"icns"
    assert struct.unpack_from(">I", packed, 4) == (len(packed),)
    at = 8
    while at < len(packed):
        kind, length = struct.unpack_from(">4sI", packed, at)
        yield kind.decode(), QImage.fromData(packed[at + 8 : at + length])
        at += length


def is_near(seen: QColor, wanted: QColor) -> bool:
    parts = zip(seen.getRgb(), wanted.getRgb(), strict=True)
    return all(abs(one - other) < 40 for one, other in parts)


def test_windows_finds_every_size_up_to_256(tool):
    sides = [picture.width() for picture in in_ico(resource("app/crieur.ico"))]

    assert sides == list(tool.WINDOWS)
    assert {16, 24, 32, 48, 64, 128, 256} <= set(sides)


def test_macos_finds_every_kind_up_to_1024_with_air_round_the_tile(tool):
    kinds = dict(in_icns(resource("app/crieur.icns")))

    assert {kind: picture.width() for kind, picture in kinds.items()} == tool.MAC
    assert max(tool.MAC.values()) == 1024
    assert kinds["ic10"].pixelColor(512, 60).alpha() == 0
    assert is_near(kinds["ic10"].pixelColor(512, 850), GREEN)


def test_linux_finds_a_folder_for_each_size_and_the_drawing(tool):
    for size in tool.LINUX:
        picture = QImage(str(resource(f"app/hicolor/{size}x{size}/apps/crieur.png")))
        assert (picture.width(), picture.height()) == (size, size)
    drawing = resource("app/hicolor/scalable/apps/crieur.svg").read_text("utf-8")
    assert drawing == resource("app/crieur.svg").read_text("utf-8")
    assert re.search(r'viewBox="0 0 512 512"', drawing)


@pytest.mark.parametrize("size", [16, 22, 24, 32])
def test_a_bell_can_be_told_from_its_ground_at_the_smallest_sizes(size):
    picture = QImage(str(resource(f"app/hicolor/{size}x{size}/apps/crieur.png")))

    assert is_near(picture.pixelColor(size // 2, size // 2), BRASS)
    assert is_near(picture.pixelColor(size // 8, size // 2), GREEN)
    assert picture.pixelColor(0, 0).alpha() < 128


@pytest.mark.parametrize("size", [16, 64])
def test_what_travels_is_what_the_tool_draws(tool, size):
    kept = QImage(str(resource(f"app/hicolor/{size}x{size}/apps/crieur.png")))
    drawn = QImage.fromData(tool.png(size))

    # Another processor may round an edge otherwise.
    assert all(
        is_near(kept.pixelColor(x, y), drawn.pixelColor(x, y))
        for x in range(size)
        for y in range(size)
    ), "run tools/app_icons.py"


def test_the_tool_writes_every_format(tool, tmp_path):
    tool.draw_all(tmp_path)

    made = {path.relative_to(tmp_path) for path in tmp_path.rglob("*.*") if path.is_file()}
    assert {path for path in made if not resource(f"app/{path}").is_file()} == set()
    assert len(made) == len(tool.LINUX) + 3
