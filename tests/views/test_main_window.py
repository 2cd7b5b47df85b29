"""The window: the first screen, an open workspace, and the way from one to another."""

from journeys.reader import Reader
from PySide6.QtWidgets import QLineEdit

from desktop.program import utc_now
from desktop.services.domain.errors import StoreTrouble
from desktop.services.storage.database import Database
from desktop.ui.single_instance import SingleInstance
from desktop.ui.states import EmptyState
from desktop.views.connect.dialog import ConnectDialog
from desktop.views.first_run import FirstRun
from desktop.views.workspace_menu import NameDialog


def act(reader: Reader, what: str) -> None:
    """Choose a line of the workspaces' menu."""
    reader.desk.window._workspaces.act(reader.shell.session, what)


def name(reader: Reader, words: str) -> NameDialog:
    dialog = reader.dialog()
    reader.find(QLineEdit, "workspaceName", dialog).setText(words)
    reader.click("verb", dialog)
    return dialog


def page(reader: Reader) -> object:
    return reader.desk.window._stack.currentWidget()


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
    reader.click("firstScreen")

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
    reader.click("firstScreen")
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


def test_leaving_the_demo_opens_the_workspace_that_is_there(start, held):
    held("Bakery")
    reader = start(demo=True)
    reader.wait_for_shell()

    act(reader, "leave-demo")

    reader.wait(lambda: reader.desk.window.windowTitle() == "Bakery – Crieur")


def test_a_folder_that_may_not_be_written_is_told_on_the_first_screen(start, monkeypatch):
    reader = start()

    def read_only(_name: str) -> None:
        raise StoreTrouble("read_only")

    monkeypatch.setattr(reader.desk.window._hub, "create_workspace", read_only)
    reader.click("connectAccount")

    assert reader.sees("Crieur may not write to its folder.")
    page(reader).button.click()
    assert isinstance(page(reader), FirstRun)


def test_a_workspace_that_stumbles_leaves_a_way_back(start, held, monkeypatch, caplog):
    held("Bakery")
    reader = start(workspace="none of this name")
    reader.click("firstScreen")

    def stumble(_slug: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(reader.desk.window._hub, "open_workspace", stumble)
    reader.click("connectAccount")

    reader.dialog().reject()
    assert "ZeroDivisionError" in caplog.text
    page(reader).button.click()
    assert isinstance(page(reader), FirstRun)


def test_of_two_workspaces_chosen_at_once_the_second_is_opened(start, held):
    held("Bakery", "Cellar", "Garage")
    reader = start(workspace="bakery")
    reader.wait_for_shell()
    opened = []
    open_it = reader.desk.window._hub.open_workspace
    reader.desk.window._hub.open_workspace = lambda slug: opened.append(slug) or open_it(slug)
    by_name = {each.name: each for each in reader.desk.window._hub.workspaces()}
    reader.desk.window.open_workspace(by_name["Cellar"])
    reader.desk.window.open_workspace(by_name["Garage"])

    reader.wait(lambda: reader.desk.window.windowTitle() == "Garage – Crieur")
    assert opened == ["garage"]
