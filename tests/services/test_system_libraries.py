"""What Qt needs of the system is found by trying it."""

import subprocess
import sys
from pathlib import Path

from desktop.services.system_libraries import LIBRARY_BY_PACKAGE, missing_packages


def loads_all(library: str) -> object:
    return library


def with_a_font(folder: Path) -> tuple[Path, ...]:
    (folder / "a").mkdir()
    (folder / "a" / "b.ttf").touch()
    return (folder / "absent", folder)


def test_nothing_is_missing_when_everything_loads(tmp_path: Path):
    assert missing_packages(loads_all, with_a_font(tmp_path), "linux") == []


def test_a_library_that_does_not_load_names_its_package(tmp_path: Path):
    def loads_but_cursor(library: str) -> object:
        if "cursor" in library:
            raise OSError(library)
        return library

    assert missing_packages(loads_but_cursor, with_a_font(tmp_path), "linux") == ["libxcb-cursor0"]


def test_a_machine_without_a_font_is_given_one(tmp_path: Path):
    assert missing_packages(loads_all, (tmp_path,), "linux") == ["fonts-dejavu-core"]


def test_other_systems_bring_what_qt_needs():
    def loads_nothing(library: str) -> object:
        raise OSError(library)

    assert missing_packages(loads_nothing, (), "darwin") == []
    assert len(missing_packages(loads_nothing, (), "linux")) == len(LIBRARY_BY_PACKAGE) + 1


def test_it_runs_as_a_script_with_any_python():

    script = Path(__file__).parents[2] / "desktop/services/system_libraries.py"
    ran = subprocess.run([sys.executable, "-I", script], capture_output=True, text=True, check=True)

    assert set(ran.stdout.split()) <= {*LIBRARY_BY_PACKAGE, "fonts-dejavu-core"}
