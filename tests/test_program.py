"""Everything without a screen: workspaces, the demonstration and what the user likes."""

import logging
import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from services.networks.pds_double import PASSWORD, PdsDouble
from services.proxy_double import Habits, ProxyDouble

from desktop.program import Program, data_folder
from desktop.services.domain.draft import Draft
from desktop.services.domain.draft import OutboxState as State
from desktop.services.domain.errors import InvalidField, Missing, Unreachable, VaultTrouble
from desktop.services.domain.feed import FeedFilter
from desktop.services.networks.contract import SignIn
from desktop.services.preferences import Preferences


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def start(data: Path) -> Iterator[type]:
    """Start the program any number of times, one at a time."""
    running: list[Program] = []
    root = logging.getLogger()
    before, level = root.handlers.copy(), root.level

    def started() -> Program:
        if running:
            running.pop().close_session()
        running.append(Program(data))
        return running[0]

    yield started
    if running:
        running.pop().close_session()
    root.setLevel(level)
    for handler in [each for each in root.handlers if each not in before]:
        root.removeHandler(handler)
        handler.close()


@pytest.fixture
def pds() -> Iterator[PdsDouble]:
    double = PdsDouble()
    double.world.sign_up("lumiere.test")
    yield double
    double.close()


def test_the_data_is_kept_where_it_was_asked_for_or_in_the_user_s_own_folder(tmp_path, monkeypatch):
    assert data_folder(tmp_path) == tmp_path

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    assert data_folder(None).name == "crieur"


def test_every_call_leaves_by_the_way_that_was_chosen_from_the_start_on(start, data):
    proxy = ProxyDouble(Habits(status=403))
    program = start()
    program.connection.choose(proxy.url)
    program.save_preferences(replace(program.preferences, proxy=proxy.url))

    for number in (1, 2):
        with pytest.raises(Unreachable) as trouble:
            program.pictures.bytes_of(f"https://93.184.216.34/{number}.png")
        assert trouble.value.proxy == "refused"
        program = start()
    with pytest.raises(Unreachable):
        program.second_channel.send("https://93.184.216.34/alarms", "An alarm", "")

    proxy.close()
    assert proxy.asked == ["CONNECT 93.184.216.34:443 HTTP/1.1"] * 4


def test_a_first_start_makes_no_workspace(start):
    program = start()

    assert program.workspaces() == ()
    assert program.last_workspace() is None
    assert program.preferences == Preferences()


def test_a_workspace_is_made_opened_and_renamed(start, data):
    program = start()
    made = program.create_workspace("Garage")
    assert program.last_workspace() == made

    session = program.open_workspace(made.slug)

    assert (session.slug, session.name, session.is_demo) == ("garage", "Garage", False)
    assert [each.is_open for each in program.workspaces()] == [True]
    assert program.rename_workspace("garage", "Atelier").name == "Atelier"
    with pytest.raises(InvalidField):
        program.create_workspace("atelier")


def test_whoever_else_uses_the_computer_reads_nothing(start, data):
    program = start()
    program.open_workspace(program.create_workspace("Garage").slug)

    for path in [data / "workspaces", *data.rglob("workspaces/**/*")]:
        assert not path.stat().st_mode & 0o077, path


def test_opening_another_workspace_closes_the_former_one(start):
    program = start()
    first, second = program.create_workspace("A"), program.create_workspace("B")
    program.open_workspace(first.slug)
    program.close_session()

    program.open_workspace(second.slug)

    assert [each.is_open for each in program.workspaces()] == [False, True]
    assert program.database.path == second.path


def test_the_session_knows_its_file_and_copies_it(start, tmp_path):
    program = start()
    session = program.open_workspace(program.create_workspace("Garage").slug)
    told = session.data_file()
    assert told.path == program.database.path
    assert told.size == told.path.stat().st_size
    assert told.copied_at is None

    session.back_up()
    session.save_copy(tmp_path / "copy.db")

    assert session.data_file().copied_at is not None
    assert (tmp_path / "copy.db").stat().st_size > 0


def test_a_post_that_was_under_way_in_a_crash_is_not_sure_at_the_next_start(start, pds):
    program = start()
    slug = program.create_workspace("Garage").slug
    session = program.open_workspace(slug)
    program.vault.keep_for_this_session_only()
    account = session.accounts.connect(SignIn("bluesky", pds.server.url, "lumiere.test", PASSWORD))
    item = session.publishing.queue(account.id, Draft("Fresh bread"))
    program._rows.outbox.move(item.id, State.SENDING, from_=State.QUEUED)

    session = start().open_workspace(slug)

    assert [each.state for each in session.publishing.outbox()] == [State.UNKNOWN]


def test_without_a_keyring_no_account_is_connected(start, pds):
    program = start()
    session = program.open_workspace(program.create_workspace("Garage").slug)
    sign_in = SignIn("bluesky", pds.server.url, "lumiere.test", PASSWORD)

    with pytest.raises(VaultTrouble):
        session.accounts.connect(sign_in)

    assert session.accounts.all() == ()
    assert PASSWORD.encode() not in b"".join(
        path.read_bytes() for path in program.data.rglob("*") if path.is_file()
    )


def test_what_fetches_pictures_knows_the_servers_of_one_s_own_accounts(start, pds):
    program = start()
    session = program.open_workspace(program.create_workspace("Garage").slug)
    program.vault.keep_for_this_session_only()
    session.accounts.connect(SignIn("bluesky", pds.server.url, "lumiere.test", PASSWORD))

    assert {str(each) for each in program._own_origins()} == {pds.server.url}


def test_the_demonstration_is_filled_and_thrown_away(start, data):
    program = start()
    session = program.open_demo()
    folder = program.database.path.parent
    assert session.is_demo
    assert len(session.accounts.all()) == 3
    assert session.fill is not None
    assert folder.is_dir()
    assert program.pictures.bytes_of("demo:enseigne")

    session.stop()
    program.close_session()

    assert not folder.exists()
    assert not (data / "workspaces").exists()
    with pytest.raises(Missing):
        program._demo_picture("demo:enseigne")


def test_the_demonstration_uses_no_keyring_and_makes_no_copies(start):
    program = start()

    session = program.open_demo()

    session.keys.check()
    assert session.keys is not program.vault
    assert session.back_up is None
    with pytest.raises(VaultTrouble):
        program.vault.check()


def test_closing_twice_is_harmless(start):
    program = start()
    program.open_workspace(program.create_workspace("Garage").slug)

    program.close_session()
    program.close_session()


def test_what_the_user_likes_is_kept_for_the_next_start(start, data):
    program = start()
    program.save_preferences(replace(program.preferences, look="dark", language="fr"))

    assert start().preferences == Preferences(language="fr", look="dark")


def test_the_same_likes_are_not_written_again(start, data):
    program = start()
    program.save_preferences(replace(program.preferences, look="dark"))
    before = os.stat(data / "preferences.json")

    program.save_preferences(replace(program.preferences, look="dark"))

    assert os.stat(data / "preferences.json").st_ino == before.st_ino


def test_a_full_disk_costs_only_the_memory_of_what_was_chosen(start, monkeypatch, caplog):
    program = start()

    def full(_preferences: Preferences) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(program._file, "save", full)
    program.save_preferences(replace(program.preferences, look="dark"))

    assert program.preferences.look == "dark"
    assert "No space left on device" in caplog.text


def test_the_journal_holds_no_secret(start, data, caplog):
    program = start()
    program.redaction.know("a-very-secret-word")

    logging.getLogger("desktop").warning("It was a-very-secret-word.")

    written = "".join(path.read_text() for path in data.glob("*.log*"))
    assert "It was [hidden]." in written


def test_every_moment_is_taken_from_the_clock_it_was_given(data):
    moment = datetime(2026, 11, 21, 9, 42, tzinfo=UTC)
    program = Program(data, clock=lambda: moment)

    session = program.open_demo()
    newest = session.timeline.entries(session.timeline.window(FeedFilter()).ids[:1])[0]

    assert program.now() == session.clock() == moment
    assert session.digest.today() == moment.astimezone().date()
    assert timedelta() <= moment - newest.at < timedelta(hours=1)
    session.stop()
    program.close_session()


def test_demonstrations_that_were_cut_off_are_thrown_away_the_next_day(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name in ("crieur-demo-old", "crieur-demo-open", "somebody-elses"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "demo.db").write_bytes(b"")
    for path in (tmp_path / "crieur-demo-old" / "demo.db", tmp_path / "crieur-demo-old"):
        os.utime(path, (1, 1))
    os.utime(tmp_path / "somebody-elses", (1, 1))
    program = Program(tmp_path / "data")
    program.open_demo()
    left = {path.name for path in tmp_path.iterdir()}
    program.close_session()

    assert "crieur-demo-old" not in left
    assert {"crieur-demo-open", "somebody-elses"} <= left
