"""A workspace file is examined without being touched."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.services.storage.copies import is_good_copy
from desktop.services.storage.database import Database
from desktop.services.storage.health import Health, health_of

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "crieur.db"
    database = Database()
    database.open(path, now=NOW)
    with database.writing() as connection:
        for number, server in enumerate(("https://b.example", "https://a.example") * 2):
            connection.execute(
                "INSERT INTO account (network, native_id, handle, name, server, avatar_url, caps,"
                " limits, may_post, state) VALUES ('x', ?, '', '', ?, '', '', '{}', 1, '')",
                (str(number), server),
            )
    database.close()
    return path


def test_a_sound_file_tells_its_size_and_its_servers(path: Path):
    health = health_of(path)

    assert health == Health(path, "", health.megabytes, ("https://a.example", "https://b.example"))
    assert health.megabytes > 0


def test_the_file_is_left_as_it_was(path: Path):
    before = path.read_bytes()

    health_of(path)

    assert path.read_bytes() == before
    assert is_good_copy(path)


def test_a_damaged_file_is_known(path: Path):
    content = bytearray(path.read_bytes())
    content[5000:9000] = b"\xff" * 4000
    path.write_bytes(content)

    assert health_of(path).reason == "damaged"


def test_a_file_from_a_newer_version_is_known(path: Path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 9999")

    assert health_of(path).reason == "newer_version"


def test_another_program_s_file_is_known(tmp_path: Path):
    (tmp_path / "crieur.db").touch()

    assert health_of(tmp_path / "crieur.db").reason == "not_a_workspace"


def test_a_file_that_is_gone_is_no_crash(tmp_path: Path):
    assert health_of(tmp_path / "absent.db").reason
