"""The doctor tells what works, what does not, and how to mend it."""

import socket
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.services import doctor
from desktop.services.doctor import Finding, Probes, examine, report
from desktop.services.domain.errors import Unreachable
from desktop.services.storage.database import Database
from desktop.services.storage.troubles import REASONS, SYSTEM_REASONS
from desktop.services.vault import MemoryKeyring


class Locked(MemoryKeyring):
    """A keyring that nobody has opened."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked


class Forgetful(MemoryKeyring):
    """A keyring that says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class KeyringLocked(Exception):
    """What the real back ends raise, known by its name."""


def never(server: str) -> None:
    raise Unreachable(server)


def answers(server: str) -> None:
    assert server


WELL = Probes(find_keyring=MemoryKeyring, missing_packages=list, knock=answers)


def examined(data: Path, probes: Probes = WELL, **changed: object) -> dict[str, Finding]:
    about = {"qt_version": "6.11.3", "has_display": True} | changed
    return {finding.subject: finding for finding in examine(data, probes=probes, **about)}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with one workspace that holds one real and one invented account."""
    path = tmp_path / "workspaces" / "shop" / "crieur.db"
    path.parent.mkdir(parents=True)
    database = Database()
    database.open(path, now=datetime(2026, 11, 21, tzinfo=UTC))
    with database.writing() as connection:
        for server in ("https://pds.example", "demo:place"):
            connection.execute(
                "INSERT INTO account (network, native_id, handle, name, server, avatar_url, caps,"
                " limits, may_post, state) VALUES ('x', ?, '', '', ?, '', '', '{}', 1, '')",
                (server, server),
            )
    database.close()
    return tmp_path


def test_a_healthy_computer_has_nothing_to_mend(data: Path):
    found = examined(data)

    assert all(finding.is_well and not finding.mend for finding in found.values())
    assert found["Workspace shop"].says.startswith("sound")
    assert found["Server https://pds.example"].says == "answers"
    assert found["Keyring"].says.startswith("vault keeps a secret")


def test_an_invented_network_is_not_knocked_at(data: Path):
    assert [name for name in examined(data) if name.startswith("Server")] == [
        "Server https://pds.example"
    ]


def test_every_ill_has_its_remedy(data: Path):
    workspace = data / "workspaces" / "shop" / "crieur.db"
    workspace.write_bytes(b"this was a database once" * 100)
    probes = Probes(find_keyring=lambda: None, missing_packages=lambda: ["libgl1"], knock=never)

    found = examined(data, probes, qt_version="6.10.0", has_display=False)

    ill = {name: finding for name, finding in found.items() if not finding.is_well}
    assert set(ill) == {"System libraries", "Display", "Keyring", "Workspace shop"}
    assert all(finding.mend for finding in ill.values())
    assert ill["System libraries"].mend == "sudo apt-get install libgl1"
    assert ill["Workspace shop"].says == "damaged"


def test_a_server_that_does_not_answer_is_named(data: Path):
    probes = Probes(find_keyring=MemoryKeyring, missing_packages=list, knock=never)

    assert not examined(data, probes)["Server https://pds.example"].is_well


@pytest.mark.parametrize(("keyring", "remedy"), [(Locked, "Unlock"), (Forgetful, "another")])
def test_a_keyring_is_tried_before_it_is_trusted(tmp_path: Path, keyring: type, remedy: str):
    found = examined(tmp_path, Probes(keyring, list, answers))["Keyring"]

    assert not found.is_well
    assert remedy in found.mend


def test_a_knock_is_answered_by_whatever_the_server_says():
    def say_no(server: socket.socket) -> None:
        connection, _ = server.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as server, ThreadPoolExecutor(1) as others:
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        answered = others.submit(say_no, server)
        doctor.knock(address)
        answered.result()

    with pytest.raises(Unreachable):
        doctor.knock(address)


def test_the_release_of_qt_that_stops_without_a_word_is_known():
    assert not doctor._qt("6.12.0", (3, 11)).is_well
    assert doctor._qt("6.12.0", (3, 12)).is_well


def test_the_fault_of_an_older_sqlite_is_told():
    assert "fault" in doctor._sqlite((3, 40, 1)).says
    assert doctor._sqlite((3, 51, 3)).says == "3.51.3"


def test_every_reason_of_an_unusable_workspace_has_a_remedy():
    reasons = {*REASONS.values(), *SYSTEM_REASONS.values(), "newer_version", "not_a_workspace"}
    assert reasons <= set(doctor._MENDING)


def test_a_folder_without_workspaces_is_no_ill(tmp_path: Path):
    assert examined(tmp_path / "absent")["Workspaces"].is_well


def test_nothing_is_made_by_examining(tmp_path: Path):
    examined(tmp_path / "absent")

    assert list(tmp_path.iterdir()) == []


def test_the_report_puts_the_remedy_under_the_ill():
    findings = [Finding("A", True, "works"), Finding("B", False, "is gone", "Find it.")]

    assert report(findings) == "ok  A: works\n!!  B: is gone\n      Find it.\n"


def test_a_chosen_folder_that_is_not_there_is_no_first_start(tmp_path: Path):
    drive = tmp_path / "drive" / "Crieur"

    assert examined(drive)["Workspaces"].is_well
    found = examined(drive, is_missing=True)["Workspaces"]
    assert not found.is_well
    assert str(drive) in found.says
    assert "Connect the drive" in found.mend
