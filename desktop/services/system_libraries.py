"""Find which of the Linux libraries that Qt loads are missing, before Qt is even installed.

Run as a script it prints the Debian packages to install, one a line; `tools/setup.sh` does so
with the system's own Python, which is why only the standard library is used.
"""

import ctypes
import sys
from collections.abc import Callable
from pathlib import Path

LIBRARY_BY_PACKAGE = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libbrotli1": "libbrotlidec.so.1",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
}
FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))


def missing_packages(
    loads: Callable[[str], object] = ctypes.CDLL,
    font_folders: tuple[Path, ...] = FONT_FOLDERS,
    platform: str = sys.platform,
) -> list[str]:
    """Return the Debian packages whose library cannot be loaded; always empty off Linux.

    Loading is tried rather than the package manager asked, because the names of packages
    differ between systems and a library may have come another way.
    """
    if not platform.startswith("linux"):
        return []
    missing = [
        package for package, library in LIBRARY_BY_PACKAGE.items() if not _is_there(library, loads)
    ]
    # The text font comes with Crieur; this one draws the scripts that it lacks.
    if not any(next(folder.rglob("*.[to]tf"), None) for folder in font_folders):
        missing.append(FONT_PACKAGE)
    return missing


def _is_there(library: str, loads: Callable[[str], object]) -> bool:
    try:
        loads(library)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.stdout.writelines(f"{package}\n" for package in missing_packages())
