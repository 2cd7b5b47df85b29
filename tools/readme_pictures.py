"""Take the pictures that README shows: `make screenshots`."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "screenshots"
SIZE = "1280x800"
SHOWN = {
    "home-light": ("home", "light", "en"),
    "home-dark-fr": ("home", "dark", "fr"),
    "columns": ("columns", "light", "en"),
    "conversation": ("thread", "light", "en"),
    "first-run": ("first-run", "light", "en"),
    "accounts": ("accounts", "light", "en"),
    "spending": ("spending", "light", "en"),
}
"""Each picture by the name that README knows: its screen, look and language."""


def main() -> int:
    """Take the pictures, those of one look and language in one go."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="crieur-pictures-") as taken:
        for look, language in sorted({(look, language) for _, look, language in SHOWN.values()}):
            wanted = {
                name: screen for name, (screen, *worn) in SHOWN.items() if worn == [look, language]
            }
            options = [f"--only={screen}" for screen in wanted.values()]
            options += [f"--size={SIZE}", f"--look={look}", f"--lang={language}"]
            tool = str(ROOT / "tools" / "screenshots.py")
            subprocess.run([sys.executable, tool, taken, *options], check=True)
            for name, screen in wanted.items():
                picture = Path(taken, f"{screen}-{SIZE}-{look}-{language}.png")
                shutil.copy(picture, FOLDER / f"{name}.png")
    print(f"{len(SHOWN)} pictures are in {FOLDER.relative_to(ROOT)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
