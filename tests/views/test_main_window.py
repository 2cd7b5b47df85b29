"""The window: the first screen, an open workspace, and the way from one to another."""

import json
from pathlib import Path

import pytest
from journeys.reader import Reader
from PySide6.QtWidgets import QLineEdit
from screens import answer, heard

from desktop.program import utc_now
from desktop.services.storage.database import Database
from desktop.services.workspaces import Workspaces
from desktop.ui.single_instance import SingleInstance
from desktop.ui.states import EmptyState
from desktop.views.connect_dialog import ConnectDialog
from desktop.views.first_run import FirstRun
from desktop.views.workspace_menu import NameDialog


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def held(data: Path):
    """Make workspaces before the program starts; return the folder of each."""

    def make(*names: str) -> list[Path]:
        kept = Workspaces(data, Database(), utc_now)
        return [kept.create(name).path.parent for name in names]

    return make


def act(reader: Reader, what: str) -> None:
    """Choose a line of the workspaces' menu."""
    reader.desk.window._workspaces.act(reader.shell.session, reader.shell, what)


def name(reader: Reader, words: str) -> NameDialog:
    dialog = reader.dialog()
    reader.find(QLineEdit, "workspaceName", dialog).setText(words)
    reader.click("verb", dialog)
    return dialog


def page(reader: Reader) -> object:
    return reader.desk.window._stack.currentWidget()


def preferences(data: Path) -> dict[str, object]:
    return json.loads((data / "preferences.json").read_text())


def test_the_first_start_asks_how_to_begin_and_keeps_nothing(start, data):
    reader = start()

    assert isinstance(page(reader), FirstRun)
    assert reader.desk.window.windowTitle() == "Crieur"
    assert not (data / "workspaces").exists()


def test_connecting_makes_a_workspace_and_asks_for_the_account(start, data):
    reader = start()

    reader.click("connectAccount")

    dialog = reader.dialog()
    assert isinstance(dialog, ConnectDialog)
    assert reader.desk.window.windowTitle() == "My shop – Crieur"
    assert (data / "workspaces/my-shop/crieur.db").is_file()
    dialog.reject()


def test_connecting_takes_the_workspace_that_is_there(start, held, data):
    held("Garage")
    reader = start(workspace="none of this name")

    reader.click("connectAccount")

    reader.dialog().reject()
    assert reader.shell.session.name == "Garage"
    assert [folder.name for folder in (data / "workspaces").iterdir()] == ["garage"]


def test_the_last_workspace_is_opened_again(start, held):
    held("Bakery", "Garage")
    start(workspace="garage").wait_for_shell()

    reader = start()

    reader.wait_for_shell()
    assert reader.desk.window.windowTitle() == "Garage – Crieur"


def test_a_new_workspace_takes_the_place_of_the_open_one(start, held, data):
    (bakery,) = held("Bakery")
    reader = start()
    reader.wait_for_shell()
    act(reader, "new")

    dialog = name(reader, "bakery")
    reader.wait_to_see("Another workspace has this name already.")
    assert dialog.isVisible()
    name(reader, "Garage")

    reader.wait(lambda: reader.desk.window.windowTitle() == "Garage – Crieur")
    assert "Garage" in reader.shell.rail.identity.accessibleName()
    assert (data / "workspaces/garage/crieur.db").is_file()
    # The former one is free for another window.
    other = SingleInstance()
    assert other.claim(bakery)
    other.release()


def test_a_workspace_is_renamed_where_it_stands(start, held):
    held("Bakery")
    reader = start()
    reader.wait_for_shell()
    session = reader.shell.session

    act(reader, "rename")
    name(reader, "Lumière & fils")

    assert reader.desk.window.windowTitle() == "Lumière & fils – Crieur"
    assert "Lumière & fils" in reader.shell.rail.identity.accessibleName()
    assert reader.shell.session is session
    reader = start()
    reader.wait_for_shell()
    assert reader.shell.session.name == "Lumière & fils"


def test_a_workspace_of_another_window_raises_that_window_and_changes_nothing(start, held, qtbot):
    _, garage = held("Bakery", "Garage")
    reader = start(workspace="Bakery")
    reader.wait_for_shell()
    session = reader.shell.session
    other = SingleInstance()
    assert other.claim(garage)
    wanted = next(
        each for each in reader.desk.window._hub.workspaces() if each.path.parent == garage
    )

    with qtbot.waitSignal(other.raise_asked):
        assert not reader.desk.window.open_workspace(wanted)

    assert reader.shell.session is session
    assert reader.desk.window.windowTitle() == "Bakery – Crieur"
    other.release()
    assert reader.desk.window.open_workspace(wanted)
    reader.wait(lambda: reader.desk.window.windowTitle() == "Garage – Crieur")


def test_a_second_start_comes_forward_here(start, held, qtbot):
    (bakery,) = held("Bakery")
    reader = start()
    reader.wait_for_shell()
    reader.desk.window.showMinimized()

    assert not SingleInstance().claim(bakery)

    reader.wait(lambda: not reader.desk.window.isMinimized())


def test_an_account_is_not_asked_for_later_and_elsewhere(start, held, monkeypatch):
    (bakery,) = held("Bakery")
    other = SingleInstance()
    assert other.claim(bakery)
    reader = start(workspace="none of this name")
    reader.click("connectAccount")
    assert isinstance(page(reader), FirstRun)

    reader.click("openDemo")
    reader.wait_for_shell()

    assert not reader.desk.window.findChildren(ConnectDialog)
    other.release()


def test_a_file_of_a_newer_version_is_left_alone_and_told_each_time(start, held):
    (bakery,) = held("Bakery")
    database = Database()
    database.open(bakery / "crieur.db", now=utc_now())
    database.rows("PRAGMA user_version = 900")
    database.close()
    reader = start()
    reader.wait_to_see("This file was made by a newer Crieur.")
    before = (bakery / "crieur.db").read_bytes()

    page(reader).button.click()
    assert isinstance(page(reader), FirstRun)
    reader.click("connectAccount")
    reader.wait_to_see("This file was made by a newer Crieur.")

    assert isinstance(page(reader), EmptyState)
    assert (bakery / "crieur.db").read_bytes() == before
    page(reader).button.click()
    reader.click("openDemo")
    reader.wait_for_shell()
    assert not reader.desk.window.findChildren(ConnectDialog)


def test_a_damaged_file_is_replaced_by_its_copy_and_that_is_told(start, held):
    (bakery,) = held("Bakery")
    reader = start()
    reader.wait_for_shell()
    reader.wait(lambda: bool(list((bakery / "backups").glob("*"))))
    start(demo=True).wait_for_shell()
    path = bakery / "crieur.db"
    path.write_bytes(b"spoilt " * 1_000 + path.read_bytes()[7_000:])

    reader = start()

    reader.wait_to_see("This workspace’s file was damaged.")
    reader.wait_to_see("The damaged file is kept as")
    reader.shell.feeds.home.banner.close_button.click()
    assert not reader.sees("This workspace’s file was damaged.")


def test_another_language_shows_the_same_workspace(start, held):
    held("Bakery")
    reader = start(language=None)
    reader.wait_for_shell()
    session, shell = reader.shell.session, reader.shell
    reader.shell.go_to("look")

    reader.shell.language_chosen.emit("fr")

    assert reader.shell is not shell
    assert reader.shell.session is session
    assert reader.shell.rail.place == "look"
    reader.wait_to_see("Nouveau message")
    assert reader.desk.window.windowTitle() == "Bakery – Crieur"
    reader.shell.language_chosen.emit("en")
    reader.wait_to_see("New post")


def test_the_first_screen_changes_its_language_too(start, data):
    reader = start()

    page(reader).language_chosen.emit("fr")

    assert isinstance(page(reader), FirstRun)
    reader.wait_to_see("Bienvenue")
    assert preferences(data)["language"] == "fr"
    page(reader).language_chosen.emit("system")
    assert preferences(data)["language"] == ""


def test_another_language_does_not_cut_the_demonstration_short(start):
    reader = start(demo=True)
    reader.wait_for_shell()

    reader.shell.language_chosen.emit("fr")

    reader.wait(lambda: reader.shell.feeds.home.panel.list.model().rowCount() > 5_000)


def test_what_was_chosen_is_there_after_a_restart(start, data):
    theme = start().desk.theme
    theme.set_look("dark")
    theme.set_text_size(120)
    theme.set_high_contrast(True)
    theme.set_reduced_motion(True)
    theme.set_own_font(False)

    theme = start().desk.theme

    assert (theme.look, theme.text_size) == ("dark", 120)
    assert (theme.is_high_contrast, theme.is_motion_reduced) == (True, True)
    assert not theme.uses_own_font
    theme.set_look("system")
    theme.set_text_size(100)


def test_the_size_of_text_follows_the_keys(start):
    reader = start()
    reader.press("Ctrl++")
    reader.press("Ctrl++")
    assert reader.desk.theme.text_size == 120

    reader.press("Ctrl+-")
    assert reader.desk.theme.text_size == 110

    reader.press("Ctrl+0")
    assert reader.desk.theme.text_size == 100


def test_closing_remembers_where_the_window_was(start, data):
    reader = start(size="900x640")
    left = heard(reader.desk.window.left)

    reader.desk.window.close()

    assert len(left) == 1
    assert preferences(data)["window"]
    assert start(size="").desk.window.size().toTuple() == (900, 640)


def test_a_place_that_makes_no_sense_is_not_taken(start, data):
    data.mkdir()
    (data / "preferences.json").write_text(json.dumps({"window": "no place at all"}))

    window = start(size="").desk.window

    assert window.width() >= 900
    assert window.height() >= 600


@pytest.mark.parametrize("wanted", [True, False])
def test_closing_with_posts_that_wait_asks_first(start, held, monkeypatch, wanted):
    held("Bakery")
    reader = start()
    reader.wait_for_shell()
    asked = answer(monkeypatch, "desktop.views.workspace_desk", wanted=wanted)
    reader.shell.desk.waiting_counted.emit(2)

    reader.desk.window.close()

    assert asked[0][0] == "2 posts wait in the outbox"
    assert asked[0][2] == "Close the window"
    assert reader.desk.window.isVisible() is not wanted


def test_leaving_the_demo_opens_the_workspace_that_is_there(start, held):
    held("Bakery")
    reader = start(demo=True)
    reader.wait_for_shell()

    act(reader, "leave-demo")

    reader.wait(lambda: reader.desk.window.windowTitle() == "Bakery – Crieur")
