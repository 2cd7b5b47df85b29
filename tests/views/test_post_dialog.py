"""Writing a post: how much room is left, as whom it leaves, and never twice or lost."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from screens import Stage, find, heard, offers, press, read, type_post

from desktop.services.domain.draft import Draft, OutboxItem
from desktop.services.domain.errors import StoreTrouble
from desktop.services.networks.contract import SignIn
from desktop.ui.labels import Label
from desktop.views.post_dialog import PostDialog

FAMILY = "👨‍👩‍👧‍👦"


def left(dialog: PostDialog) -> str:
    return find(dialog, "charactersLeft", Label).text()


def outbox(stage: Stage) -> tuple[OutboxItem, ...]:
    return stage.session.publishing.outbox()


def connect(stage: Stage, who: str) -> int:
    account = stage.bench.accounts.connect(SignIn("bluesky", f"https://{who}.test", who, "pass"))
    stage.book.reload()
    return account.id


@pytest.mark.parametrize(
    ("text", "told", "may_leave"),
    [
        ("", "300 characters left", False),
        ("Bread", "295 characters left", True),
        ("  Bread \n", "295 characters left", True),
        (" \n\t ", "300 characters left", False),
        (FAMILY, "299 characters left", True),
        ("é" * 299, "1 character left", True),
        ("x" * 300, "0 characters left", True),
        ("x" * 301, "1 too many", False),
        ("x" * 312, "12 too many", False),
    ],
)
def test_it_counts_what_the_network_counts(write, text, told, may_leave):
    dialog = write()

    type_post(dialog, text)

    assert left(dialog) == told
    assert dialog.verb_button.isEnabled() is may_leave


def test_bytes_are_limited_too(write):
    dialog = write()

    # 150 families are 150 characters and 3,750 bytes, more than the 3,000 that fit.
    type_post(dialog, FAMILY * 150)

    assert "too many" in left(dialog)
    assert not dialog.verb_button.isEnabled()


def test_the_post_lies_in_the_outbox_before_anything_leaves(write, stage):
    dialog = write()
    queued = heard(dialog.queued)
    type_post(dialog, "  Fresh bread \n")

    press(dialog, "verb")

    (item,) = outbox(stage)
    assert item.draft.text == "Fresh bread"
    assert queued == [(item,)]
    assert stage.bench.public() == []
    assert dialog.isHidden()


def test_the_button_says_as_whom(write):
    assert write().verb_button.text().translate({0x2068: None, 0x2069: None}) == (
        "Post as @shop.test"
    )


@pytest.mark.parametrize("text", ["", "   ", "x" * 301])
def test_nothing_leaves_by_other_ways_that_the_button_would_not_send(write, stage, text):
    dialog = write()
    type_post(dialog, text)

    dialog.submit()

    assert outbox(stage) == ()


def test_however_often_it_is_asked_to_leave_it_is_queued_once(stage, write):
    lanes = stage.on_busy_lanes()
    dialog = write()
    type_post(dialog, "Fresh bread")

    for _ in range(3):
        dialog.submit()
    press(dialog, "verb")
    lanes.work_off()

    assert len(outbox(stage)) == 1


def test_a_post_leaves_as_the_account_that_is_chosen(write, stage):
    second = connect(stage, "second")
    dialog = write()
    type_post(dialog, "Fresh bread")

    press(dialog, f"as{second}")
    assert "@second.test" in dialog.verb_button.text()
    press(dialog, "verb")

    assert [item.account_id for item in outbox(stage)] == [second]


def test_an_account_that_only_reads_is_not_offered(write, stage):
    second = connect(stage, "second")
    stage.bench.accounts.set_may_post(stage.bench.account.id, False)
    stage.book.reload()

    dialog = write()

    assert not offers(dialog, f"as{stage.bench.account.id}")
    assert offers(dialog, f"as{second}")
    assert "@second.test" in dialog.verb_button.text()


def test_where_no_account_may_post_it_says_what_to_do(write, stage):
    stage.bench.accounts.set_may_post(stage.bench.account.id, False)
    stage.book.reload()

    dialog = write()
    type_post(dialog, "Fresh bread")
    dialog.submit()

    assert "No account may post." in read(dialog)
    assert "allow posting for one under Accounts" in read(dialog)
    assert not dialog.verb_button.isEnabled()
    assert outbox(stage) == ()


def test_the_language_of_the_window_is_taken_for_that_of_the_post(write, stage):
    QLocale.setDefault(QLocale("fr_FR"))
    dialog = write()
    type_post(dialog, "Du pain frais")

    press(dialog, "verb")

    assert outbox(stage)[0].draft.lang == "fr"


def test_what_is_written_is_read_in_the_language_of_the_post(write):
    dialog = write()
    language = find(dialog, "", QComboBox)
    language.setCurrentIndex(language.findData("fr"))

    assert find(dialog, "postText", QPlainTextEdit).locale().language() == QLocale.Language.French


def test_a_full_disk_is_told_and_the_words_stay(write, stage, monkeypatch):
    def full(_account_id: int, _draft: Draft, **_how: object) -> None:
        raise StoreTrouble("disk_full")

    monkeypatch.setattr(stage.session.publishing, "queue", full)
    dialog = write()
    type_post(dialog, "Fresh bread")

    press(dialog, "verb")

    assert "The disk is full." in read(dialog)
    assert find(dialog, "postText", QPlainTextEdit).toPlainText() == "Fresh bread"
    assert dialog.isVisible()
    assert not dialog.verb_button.is_busy


def test_a_fault_that_nobody_foresaw_goes_to_the_bug_report(write, stage, monkeypatch):
    def stumble(_account_id: int, _draft: Draft) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(stage.session.publishing, "queue", stumble)
    dialog = write()
    type_post(dialog, "Fresh bread")

    press(dialog, "verb")

    assert len(stage.tasks.unhandled) == 1
    assert dialog.isVisible()


@pytest.mark.parametrize("way_out", ["cancel", "Esc"])
def test_words_of_a_dialog_that_is_closed_are_given_away_and_not_lost(write, way_out):
    dialog = write()
    put_aside = heard(dialog.put_aside)
    type_post(dialog, "Fresh bread")
    if way_out == "cancel":
        press(dialog, "cancel")
    else:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert dialog.isHidden()
    ((writing,),) = put_aside
    assert (writing.draft.text, writing.account_id) == ("Fresh bread", 1)


def test_an_empty_dialog_leaves_nothing_behind(write):
    dialog = write()
    put_aside = heard(dialog.put_aside)
    type_post(dialog, "  \n")

    press(dialog, "cancel")

    assert put_aside == []
    assert dialog.isHidden()
