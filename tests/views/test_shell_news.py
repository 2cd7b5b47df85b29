"""What the window of an open workspace tells, and where: posts on their way, and trouble."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from screens import connection, end_grace, find, open_dialog, press, press_keys, read

from desktop.services.domain.account import AccountState
from desktop.services.domain.draft import Draft
from desktop.services.domain.errors import Refused, SignedOut, StoreTrouble, Unreachable
from desktop.views.connect.dialog import ConnectDialog
from desktop.views.post_dialog import PostDialog
from desktop.views.shell import Shell


def write(shell: Shell, text: str) -> None:
    dialog = open_dialog(shell, PostDialog)
    find(dialog, "postText", QPlainTextEdit).setPlainText(text)
    press(dialog, "verb")


def test_being_offline_is_told_over_each_feed_and_in_the_foot(shell, stage):
    stage.bench.server.fail("home", Unreachable())

    press_keys(shell, "F5")

    assert connection(shell) == "Offline"
    for page in shell.feeds.pages:
        assert "You are offline." in page.banner.title.text()
    press(shell.feeds.home.banner, "Try again")
    assert connection(shell).startswith("Up to date")
    assert shell.feeds.home.banner.isHidden()


def test_a_lost_session_is_mended_from_the_banner(shell, stage, monkeypatch):
    stage.bench.server.fail("home", SignedOut())
    press_keys(shell, "F5")
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
    assert connection(shell).startswith("Up to date")


@pytest.mark.parametrize("place", ["home", "mentions", "outbox", "look"])
def test_a_failure_is_told_where_the_user_is(shell, stage, place):
    shell.go_to(place)

    shell.failures.tell(stage.bench.account.id, StoreTrouble("disk_full"))

    assert "The disk is full." in read(shell.pages.currentWidget())


def test_what_nobody_foresaw_goes_to_the_bug_report(shell, stage):
    shell.failures.tell(0, ZeroDivisionError())

    assert len(stage.tasks.unhandled) == 1
    assert shell.feeds.home.banner.isHidden()


def test_a_damaged_file_is_told_when_the_workspace_opens(build_shell):
    shell = build_shell(damaged_kept=Path("/data/shop/crieur.db.damaged"))

    assert "This workspace’s file was damaged." in read(shell.feeds.home)


def test_the_copy_of_the_day_that_fails_is_told(build_shell):
    def back_up() -> None:
        raise StoreTrouble("disk_full")

    assert "The disk is full." in read(build_shell(back_up=back_up))


def test_times_are_told_anew_each_minute(shell, stage):
    until = connection(shell)
    stage.bench.server.fail("home", Unreachable())
    stage.bench.clock.advance(minutes=10)
    shell.refresher.refresh_all()
    assert connection(shell) != until

    shell._minute.timeout.emit()

    assert connection(shell) == "Offline"


def test_what_waits_is_counted_in_the_rail(shell, stage):
    press(shell, "newPost")
    write(shell, "Fresh bread")

    assert shell.waiting == 1
    assert "1 waiting" in find(shell.rail, "place-outbox").accessibleName()


def test_a_post_that_is_stuck_is_shown_in_the_outbox(shell, stage):
    stage.bench.server.fail("publish", Refused("too_long"))
    press(shell, "newPost")
    write(shell, "Fresh bread")
    shell.go_to("digest")
    end_grace(stage, shell.desk)

    assert shell.rail.place == "digest", "whoever reads on is not taken away from it"
    assert "Your words are safe in the outbox." in read(shell.pages.digest.banner)
    press(shell.pages.digest.banner, "Open the outbox")
    assert shell.rail.place == "outbox"
    assert "Not sent" in read(shell.pages.outbox)
    assert shell.pages.digest.banner.isHidden()


def test_a_post_that_is_stuck_is_not_told_to_whoever_sees_it(shell, stage):
    stage.bench.server.fail("publish", Refused("too_long"))
    press(shell, "newPost")
    write(shell, "Fresh bread")
    shell.go_to("outbox")
    assert "It leaves in a few seconds." in read(shell.pages.outbox)
    end_grace(stage, shell.desk)

    assert "Not sent" in read(shell.pages.outbox)
    assert shell.pages.outbox.banner.isHidden()


def test_the_words_of_a_post_that_is_taken_back_can_be_mended(shell, stage):
    stage.session.publishing.queue(stage.bench.account.id, Draft("Fresh braed"))
    shell.go_to("outbox")

    press(shell.pages.outbox, "withdraw")

    dialog = open_dialog(shell, PostDialog)
    assert find(dialog, "postText", QPlainTextEdit).toPlainText() == "Fresh braed"
    write(shell, "Fresh bread")
    end_grace(stage, shell.desk)
    assert stage.bench.public() == ["Fresh bread"]


def test_a_post_is_written_followed_and_told(shell, stage):
    press_keys(shell, "Ctrl+N")
    write(shell, "Fresh bread")
    assert stage.bench.public() == []
    assert shell.toasts.text.startswith("Your post leaves in 10 second")
    end_grace(stage, shell.desk)

    assert stage.bench.public() == ["Fresh bread"]
    assert shell.toasts.text == "1 post sent"
    assert not shell.history.can_undo
    assert shell.waiting == 0
    assert "Fresh bread" in stage.bench.shown()


def test_the_button_of_the_rail_writes_a_post_too(shell):
    press(shell, "newPost")

    open_dialog(shell, PostDialog).reject()
