"""The log file tells what happened and never a secret."""

import logging

import pytest

from desktop.services.journal import open_journal
from desktop.services.redaction import Redaction


@pytest.fixture
def root_logger():
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield root
    for handler in [each for each in root.handlers if each not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_records_reach_the_file_without_the_secrets_in_them(tmp_path, root_logger):
    redaction = Redaction()
    redaction.know("a-very-secret-key")
    path = open_journal(tmp_path / "data", redaction)
    logging.getLogger("desktop.anything").info("signed in with %s", "a-very-secret-key")
    try:
        raise ValueError("Authorization: Bearer a-very-secret-key")
    except ValueError:
        logging.getLogger("desktop.anything").info("failed", exc_info=True)
    written = path.read_text(encoding="utf-8")
    assert "signed in with" in written
    assert "ValueError" in written
    assert "a-very-secret-key" not in written


def test_only_the_owner_can_enter_the_folder(tmp_path, root_logger):
    open_journal(tmp_path / "data", Redaction())
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0


def test_a_folder_that_takes_no_file_keeps_nothing_from_going_on(tmp_path, root_logger, capsys):
    (tmp_path / "taken").write_text("", encoding="utf-8")
    open_journal(tmp_path / "taken" / "data", Redaction())
    logging.getLogger("crieur").info("Something")

    assert capsys.readouterr().err == ""


def test_data_that_moves_takes_the_journal_along(tmp_path, root_logger):
    before = open_journal(tmp_path / "before", Redaction())
    logging.getLogger("desktop").info("first")
    after = open_journal(tmp_path / "after", Redaction())
    logging.getLogger("desktop").info("second")

    assert "second" not in before.read_text(encoding="utf-8")
    assert "second" in after.read_text(encoding="utf-8")
