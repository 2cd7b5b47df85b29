"""By keys alone: what was done is taken back and done again, long after its toast has gone."""

from collections.abc import Iterator

import pytest
from journeys.reader import Reader
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from screens import heard
from services.networks.pds_double import PASSWORD, PdsDouble

from desktop.services.domain.draft import OutboxState
from desktop.services.domain.feed import FeedEntry
from desktop.services.vault import MemoryKeyring
from desktop.ui.post_list import PostList

BREAD = "Le pain de 17 h sort du four"


@pytest.fixture
def pds(keyring: MemoryKeyring) -> Iterator[PdsDouble]:
    double = PdsDouble()
    double.shop = double.world.sign_up("lumiere.test")
    yield double
    double.close()


def connect(reader: Reader, pds: PdsDouble) -> None:
    reader.click("connectAccount")
    reader.wait_for_shell()
    reader.type_into(QLineEdit, "handle", "@lumiere.test")
    reader.type_into(QLineEdit, "appPassword", PASSWORD)
    reader.type_into(QLineEdit, "server", pds.server.url)
    reader.dialog().verb_button.click()
    reader.wait(lambda: reader.shell.book.all() != ())
    reader.wait(lambda: not reader.shell.refresher.is_busy)


def public(pds: PdsDouble) -> list[str]:
    return [post["text"] for _, post in pds.world.of("app.bsky.feed.post")]


def write(reader: Reader, words: str) -> None:
    """Write a post and send it off with the keyboard."""
    reader.press("Ctrl+N")
    reader.dialog()
    reader.type_into(QPlainTextEdit, "postText", words)
    reader.press("Ctrl+Return")
    reader.wait(lambda: reader.shell.desk.sending.holds_back)


def first(posts: PostList) -> FeedEntry:
    return posts.model().entry(0)


@pytest.fixture
def demo(start) -> Reader:
    reader = start(demo=True)
    reader.wait_for_shell()
    reader.wait(lambda: reader.shell.feeds.home.panel.list.model().rowCount() > 5_000)
    return reader


def test_a_like_is_taken_back_and_given_again_after_its_toast_has_gone(demo: Reader):
    posts = demo.shell.feeds.home.panel.list
    posts.setFocus()
    demo.press("L")
    demo.wait(lambda: bool(first(posts).liked_by))
    demo.wait(lambda: demo.shell.toasts.text == "You like the post")
    demo.shell.toasts.hide()
    demo.shell.go_to("digest")

    demo.press("Ctrl+Z")
    demo.wait(lambda: demo.shell.toasts.text == "You no longer like the post")
    demo.wait(lambda: not first(posts).liked_by)
    demo.press("Ctrl+Shift+Z")
    demo.wait(lambda: bool(first(posts).liked_by))


def test_steps_are_taken_back_in_turn_however_fast_the_key_is_pressed(demo: Reader):
    posts = demo.shell.feeds.home.panel.list
    posts.setFocus()
    demo.press("S")
    demo.wait(lambda: first(posts).is_bookmarked)
    demo.press("L")
    demo.wait(lambda: demo.shell.toasts.text == "You like the post")
    mutes = demo.shell.session.mutes
    demo.shell.feeds.actions.people.mute(lambda: mutes.mute_word("brioche"))
    demo.wait(lambda: "brioche" in demo.shell.toasts.text)

    for _ in range(4):
        demo.press("Ctrl+Z")
    demo.wait(lambda: not demo.shell.history.can_undo)
    demo.wait(lambda: not first(posts).is_bookmarked and not first(posts).liked_by)
    assert mutes.all() == ()

    for _ in range(3):
        demo.press("Ctrl+Shift+Z")
    demo.wait(lambda: len(mutes.all()) == 1)
    demo.wait(lambda: not demo.shell.history.can_redo)


def test_in_a_text_the_key_takes_back_what_was_typed_and_no_step(demo: Reader):
    posts = demo.shell.feeds.home.panel.list
    posts.setFocus()
    demo.press("S")
    demo.wait(lambda: demo.shell.history.can_undo)
    demo.press("Ctrl+F")
    field = demo.type_into(QLineEdit, "findInPage", "pain")
    demo.press("Ctrl+Z", field)

    assert field.text() != "pain"
    assert first(posts).is_bookmarked


def test_a_post_is_taken_back_by_the_key_and_its_words_come_back(start, pds: PdsDouble):
    reader = start()
    connect(reader, pds)
    write(reader, BREAD)
    assert reader.shell.toasts.text.startswith("Your post leaves in ")

    reader.press("Ctrl+Z")
    dialog = reader.dialog()
    assert reader.find(QPlainTextEdit, "postText", dialog).toPlainText() == BREAD
    reader.wait(lambda: reader.shell.waiting == 0)
    reader.press("Esc")
    reader.wait(lambda: reader.shell.toasts.text == "What you wrote is put aside")
    reader.press("Ctrl+Z")
    assert reader.find(QPlainTextEdit, "postText", reader.dialog()).toPlainText() == BREAD
    assert public(pds) == []


def test_a_window_that_is_closed_sends_what_was_sent_off_before_it_goes(start, pds: PdsDouble):
    reader = start()
    connect(reader, pds)
    write(reader, BREAD)
    left = heard(reader.desk.window.left)
    reader.desk.window.close()
    assert not reader.desk.window.isVisible()

    reader.wait(lambda: len(left) == 1)
    assert public(pds) == [BREAD]


def test_a_program_that_is_ended_sends_it_at_the_next_start_and_once(start, pds: PdsDouble):
    reader = start()
    connect(reader, pds)
    write(reader, BREAD)
    assert public(pds) == []

    reader = start()
    reader.wait_for_shell()
    reader.wait(lambda: reader.shell.waiting == 0 and bool(public(pds)))
    (item,) = reader.shell.session.publishing.outbox()
    assert item.state is OutboxState.SENT
    assert public(pds) == [BREAD]


def test_another_workspace_knows_nothing_of_the_steps_of_this_one(demo: Reader):
    posts = demo.shell.feeds.home.panel.list
    posts.setFocus()
    demo.press("S")
    demo.wait(lambda: demo.shell.history.can_undo)
    shell = demo.shell
    demo.desk.window.open_demo()
    demo.wait(lambda: demo.desk.window.shell not in (None, shell))

    assert not demo.shell.history.can_undo
    assert not demo.shell.toasts.is_shown
