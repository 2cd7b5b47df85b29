"""README shows pictures that exist, and the command that takes them takes no other."""

import re
import runpy
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHOWN = set(runpy.run_path(str(ROOT / "tools/readme_pictures.py"))["SHOWN"])


def test_every_picture_of_readme_is_taken_by_the_command():
    shown = set(re.findall(r"docs/screenshots/([\w-]+)\.png", (ROOT / "README.md").read_text()))

    assert shown
    assert shown <= SHOWN


def test_the_folder_holds_what_the_command_takes_and_nothing_else():
    kept = {each.name for each in (ROOT / "docs" / "screenshots").iterdir()}

    assert kept == {f"{name}.png" for name in SHOWN}
