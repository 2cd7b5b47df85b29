"""Services are put together, opened on a workspace or the demonstration, and closed again."""

import dataclasses
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.program import Program, data_folder
from desktop.services.domain.errors import Missing
from desktop.services.domain.feed import FeedFilter


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    made = Program(tmp_path / "data")
    yield made
    made.close_session()


def test_data_lies_where_the_user_said_or_in_their_own_folder(tmp_path: Path):
    assert data_folder(tmp_path) == tmp_path
    assert data_folder(None).is_relative_to(Path.home())


def test_a_new_program_holds_nothing(program: Program):
    assert program.workspaces() == ()
    assert program.last_workspace() is None


def test_the_workspace_that_was_opened_last_is_remembered(program: Program, tmp_path: Path):
    program.create_workspace("Market")
    shop = program.create_workspace("Shop")
    program.open_workspace(shop.slug)
    program.close_session()

    again = Program(tmp_path / "data")

    assert [each.name for each in again.workspaces()] == ["Market", "Shop"]
    assert again.last_workspace() == shop


def test_a_session_reads_and_tells_where_its_data_is(program: Program):
    session = program.open_workspace(program.create_workspace("Shop").slug)

    assert session.name == "Shop"
    assert not session.is_demo
    assert session.accounts.all() == ()
    assert list(session.timeline.window(FeedFilter()).ids) == []
    held = session.data_file()
    assert held.path.is_relative_to(program.data)
    assert held.size > 0


def test_a_renamed_workspace_keeps_its_file(program: Program):
    made = program.create_workspace("Shop")

    renamed = program.rename_workspace(made.slug, "Bakery")

    assert (renamed.slug, renamed.path, renamed.name) == (made.slug, made.path, "Bakery")


def test_another_workspace_takes_the_place_of_a_closed_one(program: Program):
    first = program.open_workspace(program.create_workspace("Shop").slug).data_file()
    program.close_session()

    second = program.open_workspace(program.create_workspace("Market").slug).data_file()

    assert first.path != second.path


def test_the_demonstration_lives_in_a_file_that_is_thrown_away(program: Program):
    session = program.open_demo()
    folder = program.database.path.parent

    assert session.is_demo
    assert len(session.accounts.all()) == 3
    assert list(session.timeline.window(FeedFilter()).ids)
    program.close_session()
    assert not folder.exists()
    assert program.workspaces() == ()


def test_an_invented_picture_is_there_with_the_demonstration_only(program: Program):
    session = program.open_demo()
    entries = session.timeline.entries(session.timeline.window(FeedFilter()).ids[:64])
    address = next(media.thumb_url for entry in entries if entry.post for media in entry.post.media)
    assert program.pictures.bytes_of(address)

    program.close_session()

    with pytest.raises(Missing):
        program.pictures.bytes_of(address.replace("demo:", "demo:elsewhere/"))


def test_choices_survive_the_program(program: Program, tmp_path: Path):
    program.save_preferences(dataclasses.replace(program.preferences, look="dark"))

    assert Program(tmp_path / "data").preferences.look == "dark"


def test_a_full_disk_costs_only_the_memory_of_a_choice(
    program: Program, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    program.save_preferences(dataclasses.replace(program.preferences, look="dark"))

    assert program.preferences.look == "dark"
    assert "not saved" in caplog.text


def test_what_is_logged_is_scrubbed_of_every_known_secret(program: Program):
    program.redaction.know("correct-horse-battery")
    logging.getLogger("desktop.anything").info("signed in with correct-horse-battery")

    written = program.journal.read_text(encoding="utf-8")
    assert "signed in with" in written
    assert "correct-horse-battery" not in written
