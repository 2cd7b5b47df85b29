"""What the user likes, for every workspace: kept in one small file of its own.

The file is never half-written: a new one is completed beside it and takes its place at once.
"""

import contextlib
import json
import logging
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import time
from pathlib import Path
from typing import Any

from desktop.services.domain.alarm_note import channel_address
from desktop.services.domain.errors import InvalidField
from desktop.services.domain.proxy import is_proxy_setting

log = logging.getLogger(__name__)

LOOKS = ("system", "light", "dark")
TEXT_SIZES = range(80, 201)
MONTHS_KEPT = (0, 6, 12, 24, 36)
"""How long other people's posts may be kept, in months; 0 keeps them for good."""
PROXIES = ("system", "none")
"""What `Preferences.proxy` may be instead of an address."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """The user's choices; an empty text or None means that nothing was chosen yet.

    `text_size` is a percentage. `window` is the window's place as the screen saved it, opaque here.
    `shortcuts` maps the key of a command to the user's own key sequence, "" for none; a command
    that is not in it has its designed keys. Times of day are "HH:MM" on this computer's clock.
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
    shortcuts: Mapping[str, str] = field(default_factory=dict)
    single_letters: bool = True
    notifications: bool = True
    quiet_hours: bool = False
    quiet_from: str = "20:00"
    quiet_until: str = "07:00"
    stays_in_tray: bool = False
    tray_told: bool = False
    """Whether it was said once that the program goes on when its window is closed."""
    second_channel: str = ""
    """The https address that alarms are also sent to; empty sends them nowhere."""
    proxy: str = "system"
    """One of `PROXIES`, or the address of a proxy."""
    months_kept: int = 24
    tour_seen: bool = False


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
            # Half of a letter, which JSON can name, must not keep everything else from being saved.
            with open(handle, "w", encoding="utf-8", errors="replace") as file:
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
        and _RULES.get(field.name, _any)(saved[field.name])
    }
    return replace(defaults, **usable)


def _kind(default: object) -> type:
    # What follows the computer until it is chosen is switched on or off.
    return bool if default is None else type(default)


def _any(_value: object) -> bool:
    return True


def _is_time_of_day(text: str) -> bool:
    # Python also reads "T0700", and "07+01" with a zone that no clock on a wall has.
    try:
        return time.fromisoformat(text).isoformat("minutes") == text
    except ValueError:
        return False


def _is_channel(text: str) -> bool:
    try:
        return text == "" or bool(channel_address(text))
    except InvalidField:
        return False


def _are_texts(shortcuts: dict[str, Any]) -> bool:
    return all(isinstance(keys, str) for keys in shortcuts.values())


_RULES: dict[str, Callable[[Any], bool]] = {
    "look": LOOKS.__contains__,
    "text_size": TEXT_SIZES.__contains__,
    "shortcuts": _are_texts,
    "quiet_from": _is_time_of_day,
    "quiet_until": _is_time_of_day,
    "months_kept": MONTHS_KEPT.__contains__,
    "second_channel": _is_channel,
    "proxy": is_proxy_setting,
}
"""What an entry must be besides of its type."""
