"""Find the files that travel with the program, wherever it was installed."""

import sys
from pathlib import Path

import desktop

SOURCE = "en"
"""The language that the sentences are written in."""


def resource(relative: str) -> Path:
    """Return the path of a file or folder below `resources/`, in the tree, a wheel or a bundle."""
    package = Path(desktop.__file__).parent
    bundle = Path(getattr(sys, "_MEIPASS", package))
    for base in (bundle / "resources", package / "resources", package.parent / "resources"):
        if base.is_dir():
            return base / relative
    raise FileNotFoundError("The folder `resources` did not travel with the program.")


def language_codes() -> list[str]:
    """Return the codes of the languages that the window speaks, the one it is written in first."""
    files = resource("words").glob("crieur_*.qm")
    compiled = {file.stem.removeprefix("crieur_") for file in files}
    return [SOURCE, *sorted(compiled - {SOURCE})]
