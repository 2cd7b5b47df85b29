"""Command line: reads the options and hands over to the window or to `crieur doctor`."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from desktop.ui.resources import language_codes

NO_DISPLAY = (
    "Crieur needs a screen and found none. Start it from a desktop session, "
    "or run `make screenshots` to see its windows as pictures.\n"
)


def parser() -> argparse.ArgumentParser:
    """Return the description of every option, which the manual repeats."""
    options = argparse.ArgumentParser(
        prog="crieur", description="One window on your social networks."
    )
    options.add_argument("--version", action="version", version=f"Crieur {version('crieur')}")
    options.add_argument(
        "--data", type=Path, metavar="DIR", help="keep workspaces and preferences in DIR"
    )
    options.add_argument(
        "--demo", action="store_true", help="open the invented shop; nothing is sent or kept"
    )
    options.add_argument(
        "--workspace", metavar="NAME", help="open this workspace instead of the last one"
    )
    options.add_argument(
        "--lang",
        choices=language_codes(),
        help="speak this language instead of the computer's",
    )
    options.add_argument(
        "command", nargs="?", choices=("doctor",), help="say what is missing and how to mend it"
    )
    return options


def has_display(environment: dict[str, str], platform: str) -> bool:
    """Say whether Qt will find a screen; without one it aborts instead of raising."""
    if platform in ("darwin", "win32"):
        return True
    wanted = environment.get("QT_QPA_PLATFORM", "")
    if wanted and wanted.split(":")[0] not in ("xcb", "wayland"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def consult_doctor(data: Path | None, *, has_display: bool) -> int:
    """Print what is missing and how to mend it; return 1 when something is."""
    # Without Qt: a library that Qt misses is one of the things to tell.
    from desktop.program import data_folder, data_place
    from desktop.services.doctor import examine, report

    findings = examine(
        data_folder(data),
        qt_version=version("pyside6-essentials"),
        has_display=has_display,
        is_missing=data is None and data_place().is_missing,
    )
    sys.stdout.write(report(findings))
    return 0 if all(finding.is_well for finding in findings) else 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Crieur and return the process's exit status."""
    options = parser().parse_args(arguments)
    # Whatever Crieur writes is for this user's eyes only.
    os.umask(0o077)
    display = has_display(dict(os.environ), sys.platform)
    if options.command == "doctor":
        return consult_doctor(options.data, has_display=display)
    if not display:
        sys.stderr.write(NO_DISPLAY)
        return 2
    # The window is imported after the options: `--help` must not wait for Qt.
    from desktop.app import run

    return run(
        data=options.data,
        demo=options.demo,
        language=options.lang,
        workspace=options.workspace,
    )


if __name__ == "__main__":
    sys.exit(main())
