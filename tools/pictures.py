"""Keep a picture of every screen, to compare later windows with: `make pictures`.

Only what no longer looks the same is written anew, so that a change to one screen is a change to
its two pictures.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from likeness import likeness, marked
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "tests" / "pictures"
ALIKE = (("light", "en"), ("dark", "fr"))
"""The looks and languages that pictures are kept of; the others are checked by their geometry."""
SIZE = "1280x800"
ENDING = ".webp"
"""Kept without loss, in half the bytes that a PNG of a window takes."""
_LOSSLESS = 100
PATIENCE_SECONDS = 600


def take(folder: Path, look: str, language: str) -> list[Path]:
    """Take a picture of every screen, in a process that has seen nothing else."""
    command = [sys.executable, str(ROOT / "tools" / "screenshots.py"), str(folder), "--own-fonts"]
    for option, value in (("size", SIZE), ("look", look), ("lang", language)):
        command += [f"--{option}", value]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS)
    if ended.returncode:
        raise RuntimeError(f"No pictures were taken: {ended.stderr}")
    return sorted(folder.glob(f"*-{look}-{language}.png"))


def kept_of(look: str, language: str, folder: Path = KEPT) -> dict[str, Path]:
    """Return the pictures that are kept of one look and language, by their names."""
    return {path.stem: path for path in sorted(folder.glob(f"*-{look}-{language}{ENDING}"))}


def changes(found: list[Path], kept: dict[str, Path], told_in: Path) -> list[str]:
    """Say in a sentence each what changed, and leave pictures that show it in `told_in`."""
    said = []
    for path in found:
        if path.stem not in kept:
            said.append(f"{path.stem}: no picture is kept of this screen; `make pictures` takes it")
            continue
        now, before = QImage(str(path)), QImage(str(kept[path.stem]))
        told = likeness(now, before)
        if not told.is_same:
            told_in.mkdir(parents=True, exist_ok=True)
            pictures = {"found": now, "kept": before, "difference": marked(now, told)}
            for name, picture in pictures.items():
                picture.save(str(told_in / f"{path.stem}-{name}.png"))
            said.append(f"{path.stem}: {told}; if it is meant to, run `make pictures`")
    gone = sorted(kept.keys() - {path.stem for path in found})
    said += [f"{name}: there is no such screen; `make pictures` forgets it" for name in gone]
    return said


def keep(found: list[Path], kept: dict[str, Path], folder: Path = KEPT) -> int:
    """Replace the pictures that no longer look the same; return how many."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for path in found:
        now = QImage(str(path))
        if path.stem in kept and likeness(now, QImage(str(kept[path.stem]))).is_same:
            continue
        plain = now.convertToFormat(QImage.Format.Format_RGB32)
        if not plain.save(str(folder / f"{path.stem}{ENDING}"), "WEBP", _LOSSLESS):
            raise OSError(f"{path.stem} was not written")
        written += 1
    for name in kept.keys() - {path.stem for path in found}:
        kept[name].unlink()
    return written


def main() -> int:
    """Take every picture and keep those that changed."""
    written = count = 0
    with tempfile.TemporaryDirectory(prefix="crieur-pictures-") as folder:
        for look, language in ALIKE:
            found = take(Path(folder), look, language)
            written += keep(found, kept_of(look, language))
            count += len(found)
    size = sum(path.stat().st_size for path in KEPT.iterdir()) / 1_000_000
    print(f"{written} of {count} pictures are new in {KEPT.relative_to(ROOT)} ({size:.1f} MB).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
