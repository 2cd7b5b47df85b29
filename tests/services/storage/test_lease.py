import subprocess
import sys
from pathlib import Path

import pytest

from desktop.services.domain.errors import StoreTrouble
from desktop.services.storage.lease import Lease, belongs_to_workspace, is_in_use, lease_of

HOLD = """
import sys
from pathlib import Path
from desktop.services.storage.lease import Lease
lease = Lease(Path(sys.argv[1]))
lease.mark_open()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "crieur.db"


def test_a_workspace_is_leased_to_one_at_a_time(workspace: Path):
    assert not is_in_use(workspace)
    first = Lease(workspace)
    first.mark_open()

    assert is_in_use(workspace)
    with pytest.raises(StoreTrouble, match="locked"):
        Lease(workspace)

    first.end(clean=True)
    assert not is_in_use(workspace)


@pytest.mark.parametrize("clean", [True, False])
def test_the_next_one_learns_how_the_last_ended(workspace: Path, clean: bool):
    first = Lease(workspace)
    assert not first.was_cut_off
    first.mark_open()
    first.end(clean=clean)

    second = Lease(workspace)
    second.end(clean=True)

    assert second.was_cut_off == (not clean)


def test_a_lease_that_was_never_used_leaves_no_mark(workspace: Path):
    Lease(workspace).end(clean=False)

    assert lease_of(workspace).stat().st_size == 0
    assert lease_of(workspace).stat().st_mode & 0o777 == 0o600


def test_a_killed_process_lets_go_and_is_remembered(workspace: Path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(workspace)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert is_in_use(workspace)
        holder.kill()

    assert not is_in_use(workspace)
    lease = Lease(workspace)
    lease.end(clean=True)
    assert lease.was_cut_off


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal", ".lease"])
def test_a_workspace_is_known_by_its_lease_and_so_is_what_belongs_to_it(tmp_path, ending):
    Lease(tmp_path / "crieur.db").end(clean=True)

    assert belongs_to_workspace(tmp_path / f"crieur.db{ending}")
    assert not belongs_to_workspace(tmp_path / "bakery.crieur.db")
    assert not belongs_to_workspace(tmp_path / "elsewhere" / "crieur.db")
