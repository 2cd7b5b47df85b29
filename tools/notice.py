"""Write NOTICE: whose work travels with Crieur, and under which licence.

Read from what is installed, so that it is true of the very versions in requirements.lock.
"""

import re
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEADER = """Crieur
Copyright the Crieur contributors. Licensed under the Apache License 2.0 (see LICENSE).

Crieur travels with, or installs, the work of others. Each keeps its own licence.

Type, icons and marks
---------------------
Inter, by The Inter Project Authors: SIL Open Font License 1.1 (resources/fonts/OFL.txt)
Lucide icons, by the Lucide contributors: ISC (resources/icons/LICENSE)
Marks of networks: CC0 1.0 (resources/marks/LICENSE.md)

Libraries
---------
"""
FOOTER = """
Qt is used under the LGPL 3: its libraries are separate files, which you may replace.
"""


def runtime(name: str, found: dict[str, Distribution]) -> dict[str, Distribution]:
    """Return `name` and everything that it needs on this machine, by name."""
    here = distribution(name)
    found[re.sub("[-_.]+", "-", here.name).lower()] = here
    for needed in here.requires or ():
        name = re.sub("[-_.]+", "-", re.split(r"[ ;<>=!~\[(]", needed)[0]).lower()
        if name not in found and "extra ==" not in needed and _is_installed(name):
            runtime(name, found)
    return found


def licence(package: Distribution) -> str:
    """Return what the package says of its licence, in a few words."""
    about = package.metadata
    classified = [
        line.rpartition(" :: ")[2]
        for line in about.get_all("Classifier") or ()
        if line.startswith("License ::")
    ]
    said = about["License-Expression"] or ", ".join(classified) or about["License"]
    return (said or _recognised(package)).partition("\n")[0].removesuffix(" License")


def notice() -> str:
    """Return the whole text."""
    packages = runtime("crieur", {})
    del packages["crieur"]
    lines = [f"{package.name}: {licence(package)}\n" for _, package in sorted(packages.items())]
    return HEADER + "".join(lines) + FOOTER


def _recognised(package: Distribution) -> str:
    """Return the licence whose words stand in the package's own licence file."""
    files = [path.read_text() for path in package.files or () if path.name.startswith("LICENSE")]
    is_mit = any("Permission is hereby granted, free of charge" in (text or "") for text in files)
    return "MIT" if is_mit else "see its own files"


def _is_installed(name: str) -> bool:
    try:
        distribution(name)
    except ModuleNotFoundError:
        return False
    return True


if __name__ == "__main__":
    ROOT.joinpath("NOTICE").write_text(notice(), encoding="utf-8")
    sys.stdout.write("NOTICE is up to date.\n")
