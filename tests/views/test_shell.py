"""The window of an open workspace: its places, its shortcuts, and what passes between them."""

from dataclasses import replace
from pathlib import Path

import pytest
from fake_server import arrival
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from screens import Stage, find, heard, open_dialog, press, read, settle

from desktop.services.domain.account import AccountState
from desktop.services.domain.draft import Draft
from desktop.services.domain.errors import Refused, SignedOut, StoreTrouble, Unreachable
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.rail_items import ConnectionLine
from desktop.views.connect_dialog import ConnectDialog
from desktop.views.post_dialog import PostDialog
from desktop.views.shell import Shell


@pytest.fixture
def build(stage: Stage, shown):
    """Make the shell, with some of its workspace otherwise, and open it."""

    def built(**changes: object) -> Shell:
        pictures = PictureLoader(stage.tasks, lambda _url: b"", parent=stage.book)
        session = replace(stage.session, **changes)
        shell = Shell(stage.theme, session, stage.hub, stage.tasks, pictures)
        shell.setMinimumSize(1200, 760)
        shown(shell)
        shell.activateWindow()
        shell.open()
        return shell

    return built


@pytest.fixture
def shell(build, stage) -> Shell:
    stage.bench.server.write(arrival(1), arrival(2, "Is there any bread left?"))
    return build()


def key(shell: Shell, keys: str) -> None:
    """Press keys in the window; a shortcut needs it to be the active one."""
    shell.activateWindow()
    settle()
    assert shell.isActiveWindow()
    QTest.keySequence(shell, keys)


def line(shell: Shell) -> str:
    return shell.rail.findChild(ConnectionLine).text()


def write(shell: Shell, text: str) -> None:
    dialog = open_dialog(shell, PostDialog)
    find(dialog, "postText", QPlainTextEdit).setPlainText(text)
    press(dialog, "verb")


def test_it_opens_at_home_with_what_is_stored_and_fetches(shell, stage):
    assert shell.rail.place == "home"
    assert shell._stack.currentWidget() is shell.feeds.home
    assert stage.bench.server.called("home") == 1
    assert shell.feeds.home.panel.list.model().rowCount() == 2
    assert line(shell).startswith("Up to date")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("mentions", "Mentions"),
        ("bookmarks", "Bookmarks"),
        ("outbox", "Nothing waits here"),
        ("accounts", "Connected accounts"),
        ("look", "Look and language"),
    ],
)
def test_each_place_is_reached_from_the_rail(shell, place, words):
    press(shell, f"place-{place}")

    assert shell.rail.place == place
    assert words in read(shell._stack.currentWidget())


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ("Ctrl+2", "mentions"),
        ("Ctrl+3", "bookmarks"),
        ("Ctrl+4", "outbox"),
        ("Ctrl+,", "look"),
        ("Ctrl+1", "home"),
    ],
)
def test_each_place_has_its_key(shell, keys, place):
    key(shell, keys)

    assert shell.rail.place == place


@pytest.mark.parametrize("keys", ["F5", "Ctrl+R"])
def test_everything_is_fetched_with_a_key(shell, stage, keys):
    key(shell, keys)

    assert stage.bench.server.called("home") == 2


def test_searching_from_anywhere_leads_to_a_feed(shell):
    shell.go_to("outbox")

    key(shell, "Ctrl+K")

    assert shell.rail.place == "home"
    assert shell.focusWidget() is find(shell.feeds.home, "search", QLineEdit)


def test_a_post_is_written_followed_and_told(shell, stage):
    key(shell, "Ctrl+N")
    write(shell, "Fresh bread")

    assert stage.bench.public() == ["Fresh bread"]
    assert shell.toasts.text == "1 post sent"
    assert shell.waiting == 0
    assert "Fresh bread" in stage.bench.shown()


def test_the_button_of_the_rail_writes_a_post_too(shell):
    press(shell, "newPost")

    open_dialog(shell, PostDialog).reject()


def test_what_waits_is_counted_in_the_rail(shell, stage):
    stage.bench.server.fail("publish", Unreachable())
    press(shell, "newPost")
    write(shell, "Fresh bread")

    assert shell.waiting == 1
    assert "1 waiting" in find(shell.rail, "place-outbox").accessibleName()


def test_a_post_that_is_stuck_is_shown_in_the_outbox(shell, stage):
    stage.bench.server.fail("publish", Refused("too_long"))
    press(shell, "newPost")
    write(shell, "Fresh bread")

    assert shell.rail.place == "outbox"
    assert "Not sent" in read(shell.outbox)


def test_the_words_of_a_post_that_is_taken_back_can_be_mended(shell, stage):
    stage.session.publishing.queue(stage.bench.account.id, Draft("Fresh braed"))
    shell.go_to("outbox")

    press(shell.outbox, "withdraw")

    dialog = open_dialog(shell, PostDialog)
    assert find(dialog, "postText", QPlainTextEdit).toPlainText() == "Fresh braed"
    write(shell, "Fresh bread")
    assert stage.bench.public() == ["Fresh bread"]


def test_being_offline_is_told_over_each_feed_and_in_the_foot(shell, stage):
    stage.bench.server.fail("home", Unreachable())

    key(shell, "F5")

    assert line(shell) == "Offline"
    for page in shell.feeds.pages:
        assert "You are offline." in page.banner.title.text()
    press(shell.feeds.home.banner, "Try again")
    assert line(shell).startswith("Up to date")
    assert shell.feeds.home.banner.isHidden()


def test_a_lost_session_is_mended_from_the_banner(shell, stage, monkeypatch):
    stage.bench.server.fail("home", SignedOut())
    key(shell, "F5")
    sign_in = stage.bench.registry.sign_in
    monkeypatch.setattr(
        stage.bench.registry, "sign_in", lambda asked: sign_in(replace(asked, identifier="shop"))
    )

    press(shell.feeds.home.banner, "Sign in again")
    dialog = open_dialog(shell, ConnectDialog)
    find(dialog, "appPassword", QLineEdit).setText("abcd-efgh-ijkl-mnop")
    press(dialog, "verb")

    assert shell.book.all()[0].state is AccountState.CONNECTED
    assert shell.feeds.home.banner.isHidden()
    assert line(shell).startswith("Up to date")


def test_one_more_account_is_connected_from_the_settings(shell, stage):
    shell.go_to("accounts")
    press(shell.settings, "connectAccount")
    dialog = open_dialog(shell, ConnectDialog)
    find(dialog, "handle", QLineEdit).setText("second")
    find(dialog, "server", QLineEdit).setText("https://shop.test")
    find(dialog, "appPassword", QLineEdit).setText("abcd-efgh-ijkl-mnop")
    press(dialog, "verb")

    assert [each.handle for each in shell.book.all()] == ["shop.test", "second.test"]
    assert "2 accounts" in shell.rail.identity.accessibleName()
    assert shell.rail.place == "home"


@pytest.mark.parametrize("place", ["home", "mentions", "outbox", "look"])
def test_a_failure_is_told_where_the_user_is(shell, stage, place):
    shell.go_to(place)

    shell.show_failure(stage.bench.account.id, StoreTrouble("disk_full"))

    assert "The disk is full." in read(shell._stack.currentWidget())


def test_what_nobody_foresaw_goes_to_the_bug_report(shell, stage):
    shell.show_failure(0, ZeroDivisionError())

    assert len(stage.tasks.unhandled) == 1
    assert shell.feeds.home.banner.isHidden()


def test_a_damaged_file_is_told_when_the_workspace_opens(build):
    shell = build(damaged_kept=Path("/data/shop/crieur.db.damaged"))

    assert "This workspace’s file was damaged." in read(shell.feeds.home)


def test_the_copy_of_the_day_that_fails_is_told(build):
    def back_up() -> None:
        raise StoreTrouble("disk_full")

    assert "The disk is full." in read(build(back_up=back_up))


def test_the_demonstration_is_named_as_one(build):
    shell = build(is_demo=True, name="Boulangerie Lumière")

    assert "Demo: invented data" in shell.rail.identity.accessibleName()
    assert line(shell) == "Demo: nothing is sent"


def test_another_name_is_shown_at_once(shell):
    shell.set_name("Lumière")

    assert "Lumière" in shell.rail.identity.accessibleName()
    assert "1 account" in shell.rail.identity.accessibleName()


@pytest.mark.parametrize(("width", "words"), [(1000, ""), (1200, "New post")])
def test_the_rail_folds_where_the_window_is_narrow(shell, width, words):
    shell.setMinimumSize(0, 0)
    shell.resize(width, 760)

    assert shell.rail.new_post.text() == words
    assert shell.rail.new_post.accessibleName() == "New post"


def test_larger_text_folds_the_rail_sooner(shell, stage):
    stage.theme.set_text_size(150)
    assert shell.rail.new_post.text() == ""

    stage.theme.reset_text()
    assert shell.rail.new_post.text() == "New post"


def test_what_was_said_can_be_taken_back_with_the_key(shell):
    undone = heard(shell.workspace_menu_asked)
    shell._say("Marked as read", lambda: undone.append(("undone",)))
    assert shell.toasts.text == "Marked as read"

    key(shell, "Ctrl+Z")

    assert undone == [("undone",)]
    assert not shell.toasts.is_shown


def test_the_identity_opens_the_menu_of_the_workspaces(shell):
    asked = heard(shell.workspace_menu_asked)

    press(shell, "identity")

    assert len(asked) == 1


def test_times_are_told_anew_each_minute(shell, stage):
    until = line(shell)
    stage.bench.server.fail("home", Unreachable())
    stage.bench.clock.advance(minutes=10)
    shell.refresher.refresh_all()
    assert line(shell) != until

    shell._minute.timeout.emit()

    assert line(shell) == "Offline"


def test_after_it_was_left_nothing_is_fetched(build, stage):
    ended = []
    shell = build(stop=lambda: ended.append("now"))
    before = stage.bench.server.called("home")

    shell.leave()
    stage.bench.clock.advance(hours=2)

    assert ended == ["now"]
    assert not shell.refresher._timer.isActive()
    assert stage.bench.server.called("home") == before


def test_the_reading_place_is_kept_when_it_is_left(shell, stage):
    home = shell.feeds.home.panel.list
    place = home.place()

    shell.leave()

    assert stage.session.timeline.place("home") == place
