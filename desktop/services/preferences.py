"""What the user likes, for every workspace: kept in one small file of its own.

The file is never half-written: a new one is completed beside it and takes its place at once.
"""

import contextlib
import json
import logging
import os
import tempfile
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

LOOKS = ("system", "light", "dark")
TEXT_SIZES = range(80, 201)


@dataclass(frozen=True, slots=True)
class Preferences:
    """The user's choices; an empty text or None means that nothing was chosen yet.

    `text_size` is a percentage. `window` is the window's place as the screen saved it, opaque here.
    """

    language: str = ""
    look: str = "system"
    text_size: int = 100
    load_pictures: bool = True
    last_workspace: str = ""
    window: str = ""
    high_contrast: bool | None = None
    reduced_motion: bool | None = None
    own_font: bool = True


class PreferenceFile:
    """Reads and writes the preferences at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Preferences:
        """Return what was saved, or the defaults.

        A file that cannot be understood is kept aside under another name: its owner may want to
        read it, and the next save must not destroy it. A single bad entry costs only itself.
        """
        try:
            saved = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Preferences()
        except (OSError, ValueError, RecursionError):
            self._keep_aside()
            return Preferences()
        if not isinstance(saved, dict):
            self._keep_aside()
            return Preferences()
        return _understood(saved)

    def save(self, preferences: Preferences) -> None:
        """Put `preferences` in place of what was saved; OSError leaves the former file whole."""
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        text = json.dumps(asdict(preferences), ensure_ascii=False, indent=2, sort_keys=True)
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}-")
        try:
            with open(handle, "w", encoding="utf-8") as file:
                file.write(text + "\n")
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, self._path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise

    def _keep_aside(self) -> None:
        for number in range(1, 100):
            aside = self._path.with_name(f"{self._path.name}.unreadable-{number}")
            if not aside.exists():
                break
        log.warning("The preferences cannot be read; they are kept as %s.", aside.name)
        with contextlib.suppress(OSError):
            os.replace(self._path, aside)


def _understood(saved: dict[str, Any]) -> Preferences:
    """Return the defaults with each saved entry that is of the right type and in range."""
    defaults = Preferences()
    usable = {
        field.name: saved[field.name]
        for field in fields(Preferences)
        if type(saved.get(field.name)) is _kind(getattr(defaults, field.name))
    }
    if usable.get("look") not in LOOKS:
        usable.pop("look", None)
    if usable.get("text_size") not in TEXT_SIZES:
        usable.pop("text_size", None)
    return replace(defaults, **usable)


def _kind(default: object) -> type:
    # What follows the computer until it is chosen is switched on or off.
    return bool if default is None else type(default)
