"""The set-up script says in one line what it cannot do, and does the rest once."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ["sh", "cat", "cksum", "rm", "dirname", "tr", "find", "mkdir", "cp", "chmod", "env"]

OLD_PYTHON = "exit 1"
PYTHON_WITHOUT_VENV = 'case "$*" in *ensurepip*) exit 1 ;; esac'
PYTHON = """
echo "python $*" >>"$LOG"
case "$*" in
"-m venv .venv") mkdir -p .venv/bin; cp "$0" .venv/bin/python; chmod +x .venv/bin/python ;;
*system_libraries.py) [ ! -e "$LACKS" ] || cat "$LACKS" ;;
esac
"""
RECORDS = 'echo "$0 $*" >>"$LOG"'


@dataclass
class Machine:
    """A machine that has only the commands it is given."""

    folder: Path
    commands: dict[str, str] = field(default_factory=dict)
    display: str = ":0"

    @property
    def log(self) -> list[str]:
        path = self.folder / "log"
        return path.read_text().splitlines() if path.exists() else []

    def has(self, **commands: str) -> None:
        for name, script in commands.items():
            path = self.folder / "bin" / name.replace("_", "-")
            path.write_text(f"#!/bin/sh\n{script}\n")
            path.chmod(0o755)

    def lacks(self, package: str) -> None:
        (self.folder / "lacking").write_text(f"{package}\n")

    def set_up(self, *options: str) -> tuple[int, list[str]]:
        """Run the script and return its status and what it complained of."""
        ran = subprocess.run(
            ["/bin/sh", "tools/setup.sh", *options],
            cwd=self.folder,
            env={
                "PATH": str(self.folder / "bin"),
                "LOG": str(self.folder / "log"),
                "LACKS": str(self.folder / "lacking"),
                "DISPLAY": self.display,
            },
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        return ran.returncode, ran.stderr.splitlines()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    for folder in ("bin", "tools", "resources/words", "desktop/services"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("tools/setup.sh", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool) or tool)
    machine = Machine(tmp_path)
    machine.has(uname="echo Linux", id="echo 1000", python3=PYTHON)
    return machine


def test_without_a_display_one_line_offers_the_pictures(machine: Machine):
    machine.display = ""

    status, said = machine.set_up("--needs-display")

    assert (status, len(said)) == (2, 1)
    assert "make screenshots" in said[0]
    assert machine.log == []


def test_a_mac_always_has_a_display(machine: Machine):
    machine.display = ""
    machine.has(uname="echo Darwin")

    assert machine.set_up("--needs-display") == (0, [])


@pytest.mark.parametrize("python", [OLD_PYTHON, PYTHON_WITHOUT_VENV])
def test_an_unfit_python_is_told_in_one_line(machine: Machine, python: str):
    machine.has(python3=python)

    status, said = machine.set_up()

    assert (status, len(said)) == (2, 1)
    assert "Python 3.11 or newer with venv" in said[0]
    assert "python3-venv" in said[0]


def test_packages_come_from_the_lock_file_with_their_hashes(machine: Machine):
    assert machine.set_up() == (0, [])

    installs = [line for line in machine.log if " install " in line]
    assert "--require-hashes --requirement requirements.lock" in installs[0]
    assert "--no-deps --no-build-isolation --editable ." in installs[1]


def test_the_second_time_nothing_is_left_to_do(machine: Machine):
    machine.set_up()
    done = len(machine.log)

    assert machine.set_up() == (0, [])
    assert machine.log[done:] == ["python -c "]


def change_the_lock(machine: Machine) -> None:
    with (machine.folder / "requirements.lock").open("a") as lock:
        lock.write("# more\n")


def leave_half_made(machine: Machine) -> None:
    (machine.folder / ".venv" / "installed").unlink()


@pytest.mark.parametrize("change", [change_the_lock, leave_half_made])
def test_a_change_sets_up_again(machine: Machine, change: Callable[[Machine], None]):
    machine.set_up()
    done = len(machine.log)

    change(machine)

    assert machine.set_up() == (0, [])
    assert any("requirements.lock" in line for line in machine.log[done:])


def test_missing_libraries_are_told_where_they_cannot_be_installed(machine: Machine):
    machine.lacks("libgl1")
    machine.has(apt_get=RECORDS)

    status, said = machine.set_up()

    assert (status, said) == (2, ["Qt needs system libraries: sudo apt-get install libgl1"])
    assert not any("apt-get" in line for line in machine.log)


def test_a_system_without_apt_is_told_the_names(machine: Machine):
    machine.lacks("libgl1")

    status, said = machine.set_up()

    assert (status, len(said)) == (2, 1)
    assert "libgl1" in said[0]


def test_root_installs_missing_libraries(machine: Machine):
    machine.lacks("libgl1")
    machine.has(apt_get=RECORDS, id="echo 0")

    assert machine.set_up() == (0, [])
    assert any("install libgl1" in line for line in machine.log)


def test_so_does_a_user_who_needs_no_password(machine: Machine):
    machine.lacks("libgl1")
    machine.has(apt_get=RECORDS, sudo='[ "$1" != -n ] || shift; "$@"', true="exit 0")

    assert machine.set_up() == (0, [])
    assert any("install libgl1" in line for line in machine.log)


def test_uv_is_used_where_it_is_found(machine: Machine):
    uv = '[ "$1" != venv ] || { mkdir -p .venv/bin; cp "${0%uv}python3" .venv/bin/python; }'
    machine.has(uv=f"{RECORDS}\n{uv}")

    assert machine.set_up() == (0, [])
    assert any("sync --quiet --require-hashes requirements.lock" in line for line in machine.log)


def test_the_folder_names_the_environment_it_belongs_to(machine: Machine, tmp_path: Path):
    machine.set_up()
    stamp = tmp_path / ".venv" / "installed"
    stamp.write_text(stamp.read_text().replace(str(tmp_path), "/elsewhere"))
    (tmp_path / ".venv" / "stale").touch()

    assert machine.set_up() == (0, [])
    assert not (tmp_path / ".venv" / "stale").exists()
