"""The pictures are the same on a computer with many fonts and on one with none."""

import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[2] / "tools"
DRAWN = """
import sys
sys.path[:0] = [{tools!r}, {root!r}]
from stillness import MOMENT, still_the_computer

still_the_computer(has_fonts={has_fonts})
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from desktop.ui.labels import Label
from desktop.ui.theme import Theme

app = QApplication(["crieur"])
theme = Theme()
theme.apply(app)
label = Label(theme, "Encore tièdes… \\U0001f950 مرحبا 焼きたて ✔ ⚠", "reading")
label.resize(label.sizeHint())
label.grab().save({picture!r})
print(*QFontDatabase.families(), sep=",")
print(MOMENT.astimezone().isoformat(), QLocale.system().name())
"""
COMPUTER = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>{folders}<cachedir>{cache}</cachedir></fontconfig>
"""


def drawn_on(computer: Path, fonts: str, *, has_fonts: bool = False) -> tuple[bytes, list[str]]:
    """Draw other scripts and emoji on a computer whose fonts are in these folders."""
    computer.mkdir()
    settings, picture = computer / "fonts.conf", computer / "drawn.png"
    settings.write_text(COMPUTER.format(folders=fonts, cache=computer / "cache"), "utf-8")
    script = DRAWN.format(
        tools=str(TOOLS), root=str(TOOLS.parent), has_fonts=has_fonts, picture=str(picture)
    )
    ended = subprocess.run(
        [sys.executable, "-c", script],
        env={
            "FONTCONFIG_FILE": str(settings),
            "HOME": str(computer),
            "LC_ALL": "fr_FR.UTF-8",
            "TZ": "Asia/Tokyo",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return picture.read_bytes(), ended.stdout.splitlines()


@pytest.mark.skipif(sys.platform != "linux", reason="fonts are found otherwise there")
def test_no_font_of_the_computer_is_seen(tmp_path):
    rich, said = drawn_on(tmp_path / "rich", "<dir>/usr/share/fonts</dir>")
    bare, said_there = drawn_on(tmp_path / "bare", "")

    assert rich == bare
    assert said == said_there
    own = {each for each in said[0].split(",") if not each.startswith("Inter")}
    assert own <= {"Monospace", "Sans Serif", "Serif"}, "those are names, no fonts"


@pytest.mark.skipif(sys.platform != "linux", reason="fonts are found otherwise there")
def test_the_hour_and_the_language_are_those_of_the_shop(tmp_path):
    _, said = drawn_on(tmp_path / "computer", "", has_fonts=True)

    assert said[1] == "2026-11-21T10:42:00+01:00 C"
