"""The command line does what it says, without Qt where Qt is not needed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.__main__ import has_display, main, parser
from desktop.services.doctor import Finding

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def umask() -> Iterator[None]:
    """Put back what the program changes for itself."""
    former = os.umask(0o022)
    yield
    os.umask(former)


def crieur(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a person would, with nothing in its surroundings."""
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_what_is_written_is_for_this_user_only(monkeypatch, capsys):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    main([])

    assert os.umask(0o022) == 0o077


def test_without_a_display_one_sentence_says_what_to_do(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    assert main([]) == 2
    assert "make screenshots" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({"QT_QPA_PLATFORM": "wayland:decorations"}, "linux", False),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_a_display_is_found_where_qt_would_find_one(environment, platform, expected):
    assert has_display(environment, platform) is expected


def test_the_version_is_that_of_the_package(capsys):
    with pytest.raises(SystemExit) as left:
        main(["--version"])

    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("Crieur 0.")


def test_an_unknown_option_is_refused(capsys):
    with pytest.raises(SystemExit) as left:
        main(["--blow"])

    assert left.value.code == 2
    assert "--blow" in capsys.readouterr().err


def test_every_option_says_what_it_is_for():
    options = [action for action in parser()._actions if action.option_strings]

    assert {"--help", "--version", "--data", "--demo", "--lang"} <= {
        name for option in options for name in option.option_strings
    }
    assert all(option.help for option in options)


def test_the_doctor_needs_no_qt_and_leaves_nothing_behind(tmp_path: Path):
    data = tmp_path / "data"
    # What blocks the import of Qt's own modules stands for a library that they miss.
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\nsys.modules['PySide6.QtCore'] = sys.modules['PySide6.QtGui'] = None\n"
    )

    said = crieur("doctor", "--data", str(data), PYTHONPATH=str(tmp_path), HOME=str(tmp_path))

    assert said.stderr == ""
    assert said.returncode == 1, "no display and no keyring here"
    assert "!!  Display: none was found" in said.stdout
    assert f"ok  Workspaces: none yet in {data}" in said.stdout
    assert not data.exists()


def test_help_and_options_come_before_any_window():
    said = crieur("--help")

    assert said.returncode == 0
    assert "invented shop" in said.stdout


def test_every_option_is_handed_to_the_window(monkeypatch, tmp_path: Path):
    given: list[dict[str, object]] = []

    def run(**options: object) -> int:
        given.append(options)
        return 3

    monkeypatch.setattr("desktop.app.run", run)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    assert main(["--data", str(tmp_path), "--demo", "--lang", "fr", "--workspace", "Garage"]) == 3
    assert main([]) == 3
    assert given == [
        {"data": tmp_path, "demo": True, "language": "fr", "workspace": "Garage"},
        {"data": None, "demo": False, "language": None, "workspace": None},
    ]


@pytest.mark.parametrize("arguments", [["--lang", "de"], ["nurse"], ["--data"]])
def test_what_makes_no_sense_is_refused(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        main(arguments)

    assert left.value.code == 2
    assert "usage: crieur" in capsys.readouterr().err


@pytest.mark.parametrize(("is_well", "status"), [(True, 0), (False, 1)])
def test_the_doctor_s_verdict_is_the_exit_status(monkeypatch, capsys, tmp_path, is_well, status):
    finding = Finding("Keyring", is_well, "it is there" if is_well else "none")
    monkeypatch.setattr("desktop.services.doctor.examine", lambda *_, **__: [finding])

    assert main(["doctor", "--data", str(tmp_path)]) == status
    assert "Keyring" in capsys.readouterr().out
