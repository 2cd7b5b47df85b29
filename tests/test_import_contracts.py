"""Every import contract catches the violation that it is there for, tried on a copy of the tree."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.hard

VIOLATIONS = [
    ("Imports only point down", "desktop/ui/theme.py", "import desktop.views.first_run"),
    ("Imports only point down", "desktop/errands.py", "import sys"),
    ("Inside services", "desktop/services/storage/copies.py", "import desktop.services.vault"),
    ("Inside services", "desktop/services/domain/page.py", "import desktop.services.redaction"),
    ("Inside services", "desktop/services/errands.py", "import sys"),
    ("Services never touch the screen", "desktop/services/vault.py", "import PySide6.QtCore"),
    ("The domain is pure", "desktop/services/domain/page.py", "import os"),
    ("The domain is pure", "desktop/services/domain/page.py", "import peewee"),
    ("Widgets know value types", "desktop/ui/theme.py", "import desktop.services.vault"),
    ("Views do not reach past", "desktop/views/first_run.py", "import desktop.services.vault"),
    ("Views do not reach past", "desktop/views/first_run.py", "import desktop.services.storage"),
    ("Views do not reach past", "desktop/views/first_run.py", "import peewee"),
    ("Only the registry", "desktop/services/accounts.py", "import desktop.services.networks.xrpc"),
    (
        "Network adapters ignore one another",
        "desktop/services/networks/demo/people.py",
        "import desktop.services.networks.bluesky",
    ),
    ("Inside networks", "desktop/services/networks/errands.py", "import sys"),
    ("peewee stays in storage", "desktop/services/accounts.py", "import peewee"),
    ("HTTP stays in the fetcher", "desktop/services/accounts.py", "import requests"),
    ("HTTP stays in the fetcher", "desktop/services/networks/xrpc.py", "import socket"),
    ("Only the vault", "desktop/services/accounts.py", "import keyring"),
    ("The fetcher alone", "desktop/services/pictures.py", "import desktop.services.wire"),
    (
        "No import cycle",
        "desktop/services/domain/errors.py",
        "import desktop.services.domain.origin",
    ),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "desktop", tmp_path / "desktop")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def checked(folder: Path) -> str:
    """Return what import-linter says of the tree in `folder`."""
    ran = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.stdout


@pytest.mark.parametrize(("contract", "module", "violation"), VIOLATIONS)
def test_the_violation_is_caught_by_its_contract(
    copy: Path, contract: str, module: str, violation: str
):
    path = copy / module
    source = path.read_text(encoding="utf-8") if path.exists() else '"""Run errands."""\n'
    path.write_text(f"{source}\n{violation}\n", encoding="utf-8")

    said = checked(copy)

    broken = [line for line in said.splitlines() if " BROKEN" in line]
    assert any(line.startswith(contract) for line in broken), said


def test_the_tree_itself_is_clean(copy: Path):
    assert " 0 broken." in checked(copy)
