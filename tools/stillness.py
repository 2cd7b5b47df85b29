"""A moment at which the invented shop stands still, on a computer that is the same everywhere."""

import json
import os
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

from desktop.program import Program
from desktop.services.custody import Custody
from desktop.ui import toasts
from desktop.ui.post_list_reading import ReadWatch
from desktop.views.session import DataFile

MOMENT = datetime(2026, 11, 21, 9, 42, tzinfo=UTC)
"""A Saturday morning in Lyon, 10:42."""
ZONE = "CET-1CEST,M3.5.0,M10.5.0/3"
"""The time of Lyon in a form that asks for no list of time zones."""
FOR_EVER_MS = 86_400_000
SCREEN = {
    "name": "wide",
    **{"x": 0, "y": 0, "width": 5120, "height": 2880},
    **{"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
}
NO_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><cachedir>{folder}/fonts</cachedir></fontconfig>
"""


class StillProgram(Program):
    """The program at one moment, without what differs between two computers or two releases."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, clock=_moment)
        self.version = "1.0"
        self.custody = SimpleNamespace(
            folder=Path("/home/lumiere/.local/share/crieur"),
            **{"may_move": True, "is_missing": False, "move": Custody.move},
        )
        # However long a picture takes, posts stay unread and what was said stays on show.
        ReadWatch.tick = _read_nothing
        toasts.SHOWN_MS = toasts.SHOWN_WITH_UNDO_MS = FOR_EVER_MS

    def _data_file(self) -> DataFile:
        return DataFile(Path("/home/lumiere/.local/share/crieur/shop.db"), 48_300_000, MOMENT)


def still_the_computer(*, has_fonts: bool, scale: float = 1) -> Path:
    """Give this process a wide screen, the hour of Lyon and no language of its own.

    Call it before the application is made. Without `has_fonts` no font of the computer is found:
    what Inter cannot draw is an empty box, emoji as well as other scripts. Returns a fresh folder.
    """
    folder = Path(tempfile.mkdtemp(prefix="crieur-pictures-"))
    for name in [each for each in os.environ if each.startswith(("QT_", "LC_", "LANG"))]:
        del os.environ[name]
    os.environ |= {
        "QT_QPA_PLATFORM": wide_platform(folder),
        "QT_SCALE_FACTOR": str(scale),
        "LC_ALL": "C.UTF-8",
        "TZ": ZONE,
        # Whether this computer keeps keys is nothing that a picture should tell.
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
    time.tzset()
    if not has_fonts:
        fonts = folder / "fonts.conf"
        fonts.write_text(NO_FONTS.format(folder=folder), "utf-8")
        os.environ["FONTCONFIG_FILE"] = str(fonts)
    return folder


def wide_platform(folder: Path) -> str:
    """Return what QT_QPA_PLATFORM is for a wide screen that nobody sees, described in `folder`."""
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}), "utf-8")
    return f"offscreen:configfile={screens}"


def _moment() -> datetime:
    return MOMENT


def _read_nothing(_watch: ReadWatch) -> None:
    """Count nothing as read."""
