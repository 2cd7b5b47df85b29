"""NOTICE names everything that is installed to run Crieur."""

import runpy
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_library_that_is_installed_is_named_with_its_licence():
    installed = runpy.run_path(str(ROOT / "tools/notice.py"))["runtime"]("crieur", {})
    named = dict(
        line.split(": ", 1)
        for line in (ROOT / "NOTICE").read_text(encoding="utf-8").splitlines()
        if ": " in line
    )

    missing = {package.name for package in installed.values()} - set(named) - {"crieur"}
    assert not missing, f"run `make lock`: {missing}"
    assert "see its own files" not in named.values()
