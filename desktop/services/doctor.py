"""Examine this computer and Crieur's data: what works, what does not, and how to mend it.

The findings are English sentences for a terminal, where there is no Qt to translate them.
"""

import platform
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop.services.domain.errors import NetworkTrouble, VaultTrouble
from desktop.services.domain.origin import origin_of
from desktop.services.fetcher import Question, ServerDoor
from desktop.services.preferences import PreferenceFile
from desktop.services.redaction import Redaction
from desktop.services.storage.health import Health, health_of
from desktop.services.system_libraries import missing_packages
from desktop.services.vault import Keyring, Vault, system_keyring
from desktop.services.way_out import KEPT_AS, WayOut

_WAL_RESET_FIXED = (3, 51, 3)
_KNOCK_SECONDS = 10.0
_MENDING = {
    "newer_version": "Update Crieur: a newer version has used this workspace.",
    "damaged": "Open it in Crieur, which restores the newest good backup and keeps this file.",
    "not_a_workspace": "Move this file away: Crieur did not make it.",
    "locked": "Close the other program that is using it.",
    "disk_full": "Free some space on this disk.",
    "read_only": "Make the file and its folder yours again, as with `chown` and `chmod u+rw`.",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was examined; `mend` says what to do when it is not well."""

    subject: str
    is_well: bool
    says: str
    mend: str = ""


def knock(server: str, way: WayOut | None = None) -> None:
    """Raise `NetworkTrouble` unless the server answers, whatever it says."""
    door = ServerDoor(origin_of(server), way)
    try:
        door.ask(Question("GET", "/"), seconds=_KNOCK_SECONDS)
    finally:
        door.close()


@dataclass(frozen=True, slots=True)
class Probes:
    """How the outside is felt for; `knock` goes the way that the user chose unless it is given."""

    find_keyring: Callable[[], Keyring | None] = system_keyring
    missing_packages: Callable[[], Sequence[str]] = missing_packages
    knock: Callable[[str], None] | None = None


def examine(
    data: Path,
    *,
    qt_version: str,
    has_display: bool,
    probes: Probes | None = None,
    is_missing: bool = False,
) -> list[Finding]:
    """Examine everything that Crieur stands on; `data` is the folder that holds workspaces.

    `is_missing` says that the user chose this folder and that it is not there at present.
    """
    probes = probes or Probes()
    workspaces = [health_of(path) for path in sorted(data.glob("workspaces/*/crieur.db"))]
    servers = sorted({server for health in workspaces for server in health.servers})
    knocks = probes.knock or partial(knock, way=_chosen_way(data, probes.find_keyring))
    return [
        _python(),
        _qt(qt_version),
        _sqlite(sqlite3.sqlite_version_info),
        _libraries(probes.missing_packages()),
        _display(has_display),
        _keyring(probes.find_keyring),
        *(_workspaces(data, workspaces, is_missing=is_missing)),
        *(_server(server, knocks) for server in servers if not server.startswith("demo:")),
    ]


def report(findings: Iterable[Finding]) -> str:
    """Return the findings as lines for a terminal."""
    lines = []
    for finding in findings:
        lines.append(f"{'ok  ' if finding.is_well else '!!  '}{finding.subject}: {finding.says}")
        if finding.mend:
            lines.append(f"      {finding.mend}")
    return "\n".join(lines) + "\n"


def _python() -> Finding:
    return Finding("Python", True, f"{platform.python_version()} on {platform.platform()}")


def _qt(version: str, python: tuple[int, ...] = sys.version_info[:2]) -> Finding:
    if version == "6.12.0" and python < (3, 12):
        return Finding(
            "PySide6",
            False,
            f"{version} stops without a word on Python older than 3.12",
            "Set Crieur up again, or install pyside6-essentials older than 6.12.",
        )
    return Finding("PySide6", True, version)


def _sqlite(version: tuple[int, ...]) -> Finding:
    says = ".".join(str(part) for part in version)
    if version < _WAL_RESET_FIXED:
        says += " (its fault with simultaneous checkpoints is avoided: Crieur makes one at a time)"
    return Finding("SQLite", True, says)


def _libraries(missing: Sequence[str]) -> Finding:
    if not missing:
        return Finding("System libraries", True, "all that Qt needs are here")
    return Finding(
        "System libraries",
        False,
        "some that Qt needs are missing",
        f"sudo apt-get install {' '.join(missing)}",
    )


def _display(has_display: bool) -> Finding:
    if has_display:
        return Finding("Display", True, "a window can be shown")
    return Finding(
        "Display",
        False,
        "none was found",
        "Start Crieur from a desktop session; `make screenshots` needs none.",
    )


def _keyring(find: Callable[[], Keyring | None]) -> Finding:
    keyring = find()
    if keyring is None:
        return Finding(
            "Keyring",
            False,
            "none that is safe to use; accounts last for one session only",
            "Start the desktop's own, such as GNOME Keyring or KWallet.",
        )
    name = type(keyring).__module__.rpartition(".")[2]
    try:
        Vault(Redaction(), lambda: keyring).check()
    except VaultTrouble as trouble:
        mends = {
            "locked": "Unlock it, as your desktop asks when you log in.",
            "unsafe": "Choose another keyring: this one does not give back what it was given.",
        }
        mend = mends.get(trouble.reason, "Start it again, or log in to the desktop again.")
        return Finding("Keyring", False, f"{name} keeps no secret at present", mend)
    return Finding("Keyring", True, f"{name} keeps a secret and gives it back")


def _workspaces(data: Path, found: Sequence[Health], *, is_missing: bool) -> Iterator[Finding]:
    if is_missing:
        mend = "Connect the drive that holds it, or start Crieur and begin anew."
        yield Finding("Workspaces", False, f"{data} is not there", mend)
    elif not found:
        yield Finding("Workspaces", True, f"none yet in {data}")
    for health in found:
        subject = f"Workspace {health.path.parent.name}"
        if health.reason:
            says = health.reason.replace("_", " ")
            yield Finding(subject, False, says, _MENDING.get(health.reason, ""))
        else:
            yield Finding(subject, True, f"sound, {health.megabytes:.1f} MB")


def _chosen_way(data: Path, find: Callable[[], Keyring | None]) -> WayOut:
    chosen = PreferenceFile(data / "preferences.json").read().proxy
    return WayOut(chosen, partial(Vault(Redaction(), find).read, KEPT_AS))


def _server(server: str, knock: Callable[[str], None]) -> Finding:
    try:
        knock(server)
    except (NetworkTrouble, ValueError):
        return Finding(
            f"Server {server}",
            False,
            "does not answer",
            "Check the connection, or whether the server is down for everybody.",
        )
    return Finding(f"Server {server}", True, "answers")
