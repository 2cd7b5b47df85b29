"""Work that wants the workspace closed: it closes, the work is done, and it opens again."""

import threading

import pytest
from screens import find, heard, press, read, settle

from desktop.services.domain.errors import GivenUp, StoreTrouble
from desktop.views.errand import Errand
from desktop.views.errand_desk import ErrandPage
from desktop.views.first_run import FirstRun


@pytest.fixture
def reader(start, held):
    """Someone in front of an open workspace."""
    held("Bakery")
    reader = start()
    reader.wait_for_shell()
    return reader


def errand(work=lambda _report, _is_stopped: None, **fields: object) -> Errand:
    return Errand("Moving your data", "Copying, in megabytes", work, **fields)


def test_the_workspace_is_closed_meanwhile_and_open_again_afterwards(reader):
    hub, seen = reader.desk.window._hub, []

    def work(_report: object, _is_stopped: object) -> None:
        seen.append([each.is_open or each.is_open_elsewhere for each in hub.workspaces()])

    before = reader.shell
    before.errand_asked.emit(errand(work, said="It is done."))

    reader.wait(lambda: reader.desk.window.shell not in (None, before))
    assert seen == [[False]]
    reader.wait_to_see("It is done.")
    assert reader.shell.session.name == "Bakery"
    assert reader.sees("Your data")


def test_what_goes_wrong_is_told_in_the_workspace_that_is_open_again(reader):
    def fail(_report: object, _is_stopped: object) -> None:
        raise StoreTrouble("disk_full")

    reader.shell.errand_asked.emit(errand(fail, said="It is done."))

    reader.wait_to_see("The disk is full.")
    assert not reader.sees("It is done.")


def test_it_can_be_stopped_where_that_is_offered(reader):
    begun = threading.Event()

    def work(report: object, is_stopped: object) -> None:
        report(1_000_000, 9_000_000)
        begun.set()
        while not is_stopped():
            threading.Event().wait(0.01)
        raise GivenUp

    reader.shell.errand_asked.emit(errand(work, can_stop=True))
    reader.wait(begun.is_set)
    page = reader.desk.window._stack.currentWidget()
    assert isinstance(page, ErrandPage)
    reader.wait_to_see("1 of 9")

    press(page, "Stop")

    reader.wait_to_see("This was stopped.")


def test_where_nothing_is_left_the_first_screen_follows(reader):
    def delete(_report: object, _is_stopped: object) -> None:
        hub = reader.desk.window._hub
        hub.custody.delete("bakery")

    reader.shell.errand_asked.emit(errand(delete, reopens=False))

    reader.wait(lambda: isinstance(reader.desk.window._stack.currentWidget(), FirstRun))
    assert reader.desk.window.windowTitle() == "Crieur"
    assert reader.desk.window._hub.workspaces() == ()


def test_a_workspace_that_is_gone_by_then_leads_to_the_first_screen(reader):
    hub = reader.desk.window._hub

    reader.shell.errand_asked.emit(errand(lambda *_: hub.custody.delete("bakery")))

    reader.wait(lambda: isinstance(reader.desk.window._stack.currentWidget(), FirstRun))


def test_the_page_says_what_is_done_and_has_no_stop_where_nothing_can_be_stopped(theme, shown):
    page = ErrandPage(theme, errand())
    page.resize(900, 600)
    shown(page)
    stopped = heard(page.stop_asked)

    assert "Moving your data" in read(page)
    assert "Copying, in megabytes" in read(page)
    assert not page._progress.stop_button.isVisible()
    assert stopped == []


def test_stop_is_asked_for_once(theme, shown):
    page = shown(ErrandPage(theme, errand(can_stop=True)))
    stopped = heard(page.stop_asked)

    press(page, "Stop")

    assert len(stopped) == 1
    assert not find(page, "Stop").isEnabled()


def test_the_keyboard_is_at_stop_and_seen_there(theme, window):
    window.activateWindow()
    settle()
    page = ErrandPage(theme, errand(can_stop=True))
    page.setParent(window)

    page.show()
    settle()

    assert window.focusWidget() is find(page, "Stop")
    assert find(page, "Stop").shows_ring
