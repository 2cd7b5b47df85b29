"""Posts are followed on their way out, and each step is told once."""

import pytest
from fake_server import arrival, lose_answer
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from screens import end_grace, find, heard, open_dialog, press, read, type_post
from steps import remember

from desktop.services.domain.draft import Draft
from desktop.services.domain.errors import OutcomeUnknown, Refused, Unreachable
from desktop.views.post_desk import PostDesk
from desktop.views.post_dialog import PostDialog
from desktop.views.refresher import Refresher


@pytest.fixture
def refresher(stage) -> Refresher:
    return stage.refresher()


@pytest.fixture
def desk(stage, refresher, window) -> PostDesk:
    refresher.start()
    return PostDesk(
        stage.theme, stage.session, stage.book, refresher, stage.tasks, window, keymap=stage.keymap
    )


def write(window, text: str) -> None:
    dialog = open_dialog(window, PostDialog)
    find(dialog, "postText", QPlainTextEdit).setPlainText(text)
    press(dialog, "verb")


def test_a_post_is_moved_to_the_outbox_and_leaves(desk, stage, window):
    said, left, counted = heard(desk.said), heard(desk.left), heard(desk.waiting_counted)
    desk.write_post()

    write(window, "Fresh bread")
    assert stage.bench.public() == []
    end_grace(stage, desk)

    assert stage.bench.public() == ["Fresh bread"]
    assert said == [("1 post sent",)]
    assert len(left) == 1
    assert counted[0] == (1,)
    assert counted[-1] == (0,)


def press_in_text(window, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    dialog = open_dialog(window, PostDialog)
    dialog.activateWindow()
    QTest.keyClick(find(dialog, "postText", QPlainTextEdit), key, held)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_send_a_post_too(desk, stage, window, key):
    desk.write_post()
    dialog = open_dialog(window, PostDialog)
    assert dialog.verb_button.toolTip() == "Ctrl Enter"
    type_post(dialog, "Fresh bread")
    press_in_text(window, key, Qt.KeyboardModifier.ControlModifier)

    assert [item.draft.text for item in stage.session.publishing.outbox()] == ["Fresh bread"]


def test_other_keys_send_it_where_the_user_chose_others(desk, stage, window):
    stage.keymap.choose("send", "Ctrl+Shift+P")
    desk.write_post()
    type_post(open_dialog(window, PostDialog), "Fresh bread")
    control = Qt.KeyboardModifier.ControlModifier
    press_in_text(window, Qt.Key.Key_Return, control)
    assert stage.session.publishing.outbox() == ()

    press_in_text(window, Qt.Key.Key_P, control | Qt.KeyboardModifier.ShiftModifier)
    assert [item.draft.text for item in stage.session.publishing.outbox()] == ["Fresh bread"]


def test_what_cannot_leave_waits_in_silence(desk, stage, window):
    said, left, stuck = heard(desk.said), heard(desk.left), heard(desk.stuck)
    counted = heard(desk.waiting_counted)
    stage.bench.server.fail("publish", Unreachable())
    desk.write_post()

    write(window, "Fresh bread")
    end_grace(stage, desk)

    assert said == []
    assert (left, stuck) == ([], [])
    assert counted[-1] == (1,)


def test_several_posts_that_leave_together_are_told_together(desk, stage, refresher):
    for text in ("One", "Two", "Three"):
        stage.session.publishing.queue(stage.bench.account.id, Draft(text))
    said = heard(desk.said)

    refresher.refresh_all()

    assert said == [("3 posts sent",)]


@pytest.mark.parametrize("answer", ["refused", "lost"])
def test_a_post_that_needs_a_decision_is_brought_to_the_outbox(desk, stage, window, answer):
    stuck, left = heard(desk.stuck), heard(desk.left)
    if answer == "refused":
        stage.bench.server.fail("publish", Refused("policy"))
    else:
        stage.bench.server.fail("publish", lose_answer)
        stage.bench.server.fail("find_published", OutcomeUnknown())
    desk.write_post()

    write(window, "Fresh bread")
    end_grace(stage, desk)

    assert len(stuck) == 1
    assert left == []


def test_the_demonstration_says_that_nothing_leaves_it(stage, window):
    stage.be_demo()
    refresher = stage.refresher()
    desk = PostDesk(
        stage.theme, stage.session, stage.book, refresher, stage.tasks, window, keymap=stage.keymap
    )
    said = heard(desk.said)
    desk.write_post()

    write(window, "Fresh bread")
    end_grace(stage, desk)

    assert said[-1] == ("Shown here only: nothing leaves the demo",)


def test_an_answer_leaves_as_the_account_that_was_addressed(desk, stage, window):
    stage.bench.server.write(arrival(1, "Any bread left?"))
    stage.session.timeline.refresh(stage.bench.account.id)

    desk.write_reply(stage.bench.feed()[0], stage.bench.account.id)
    write(window, "Two loaves")
    end_grace(stage, desk)

    ((_, draft),) = stage.bench.server.published
    assert draft.reply_to.native_id == "at://anna/1"


def test_the_words_of_a_post_that_was_taken_back_can_be_mended(desk, stage, window):
    item = stage.session.publishing.queue(stage.bench.account.id, Draft("Fresh braed"))
    stage.session.publishing.withdraw(item)

    desk.write_again(item)
    assert "Write it again" in read(open_dialog(window))
    write(window, "Fresh bread")
    end_grace(stage, desk)

    assert stage.bench.public() == ["Fresh bread"]


def test_words_of_a_closed_dialog_come_back_with_what_they_answered(desk, stage, window):
    stage.bench.server.write(arrival(1, "Any bread left?"))
    stage.session.timeline.refresh(stage.bench.account.id)
    steps = remember(stage.tasks, window, desk.stepped)
    desk.write_reply(stage.bench.feed()[0], stage.bench.account.id)
    first = open_dialog(window, PostDialog)
    find(first, "postText", QPlainTextEdit).setPlainText("@anna.test Two loaves")
    first.reject()
    assert steps.sentences == ["What you wrote is put aside"]

    steps.undo()
    again = open_dialog(window, PostDialog)
    assert find(again, "postText", QPlainTextEdit).toPlainText() == "@anna.test Two loaves"
    assert "Any bread left?" in read(again)
    press(again, "verb")
    end_grace(stage, desk)
    ((_, draft),) = stage.bench.server.published
    assert draft.reply_to.native_id == "at://anna/1"
