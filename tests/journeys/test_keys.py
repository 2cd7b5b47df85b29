"""Someone without a pointer runs the shop by keys, and by the keys of their choice."""

import pytest
from journeys.reader import Reader
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QPlainTextEdit,
    QWidget,
)


class Typist(Reader):
    """A reader who has a keyboard and nothing else."""

    @classmethod
    def at(cls, start) -> "Typist":
        """Open the invented shop from the first screen."""
        reader = start()
        typist = cls(reader.desk, reader._qtbot)
        typist.tab_to("openDemo")
        typist.press("Return")
        typist.wait_for_shell()
        typist.wait(lambda: typist.posts.model().rowCount() > 100)
        return typist

    @property
    def posts(self) -> QWidget:
        """Return the list of the home feed."""
        return self.shell.feeds.home.panel.list

    def focused(self) -> QWidget:
        """Return what has the keyboard, in the window or in the dialog over it."""
        window = QApplication.activeModalWidget() or self.desk.window
        return window.focusWidget() or window

    def tab_to(self, name: str) -> None:
        """Press Tab until the control of that object name has the keyboard."""
        for _ in range(60):
            if self.focused().objectName() == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {name}")

    def open_dialogs(self) -> list[QDialog]:
        """Return what is open over the window."""
        return [each for each in self.desk.window.findChildren(QDialog) if each.isVisible()]


@pytest.fixture
def typist(start) -> Typist:
    return Typist.at(start)


def test_posts_are_read_liked_and_answered_without_a_pointer(typist):
    typist.press("Ctrl+1")
    typist.wait(typist.posts.hasFocus)
    for _ in range(3):
        typist.press("J")
    assert typist.posts.currentIndex().row() == 3

    entry = typist.posts.current_entry()
    typist.press("L")
    typist.wait(lambda: bool(typist.posts.current_entry().liked_by) != bool(entry.liked_by))
    typist.press("Return")
    side = typist.shell.feeds.home.side
    typist.wait(lambda: side.is_open)
    typist.press("Esc")
    typist.wait(lambda: not side.is_open)

    typist.press("R")
    typist.wait(lambda: bool(typist.open_dialogs()))
    typist.type_into(QPlainTextEdit, "postText", "Merci, see you on Saturday")
    typist.press("Ctrl+Return")
    typist.wait(lambda: not typist.open_dialogs())
    typist.press("Ctrl+5")
    typist.wait_to_see("Merci, see you on Saturday")


def test_every_place_is_reached_by_its_key_and_every_pane_by_f6(typist):
    for number, place in enumerate(("home", "mentions", "digest", "bookmarks", "outbox"), 1):
        typist.press(f"Ctrl+{number}")
        typist.wait(lambda place=place: typist.shell.rail.place == place)
    typist.press("Ctrl+1")
    parts = (typist.shell.rail, typist.shell.feeds.home.header, typist.posts)
    seen: set[QWidget] = set()
    for _ in range(5):
        typist.press("F6")
        focused = typist.focused()
        seen |= {part for part in parts if part is focused or part.isAncestorOf(focused)}

    assert seen == {*parts}


def test_the_unread_are_shown_alone_and_the_size_of_text_changes(typist):
    theme, chip = typist.desk.theme, typist.find(QAbstractButton, "unreadOnly")
    typist.press("Ctrl+1")
    typist.press("U")
    assert chip.isChecked()

    typist.press("Ctrl++")
    assert theme.text_size == 110
    typist.press("Ctrl+0")
    assert theme.text_size == 100


def test_the_sheet_leads_to_the_settings_where_keys_are_changed_for_good(start, typist):
    typist.press("F1")
    typist.wait(lambda: bool(typist.open_dialogs()))
    typist.tab_to("verb")
    typist.press("Return")
    typist.wait(lambda: not typist.open_dialogs())
    typist.tab_to("keys-new_post")
    typist.press("Ctrl+M")
    typist.press("Tab")
    typist.press("Ctrl+N")
    assert not typist.open_dialogs()

    again = Typist.at(start)
    again.press("Ctrl+M")
    assert again.dialog().isVisible()


def test_single_letters_that_are_switched_off_do_nothing_until_they_are_on_again(start, typist):
    typist.shell.go_to("shortcuts")
    typist.tab_to("singleLetters")
    typist.press("Space")

    again = Typist.at(start)
    again.press("Ctrl+1")
    again.press("J")
    again.press("R")
    assert again.posts.currentIndex().row() == 0
    assert not again.open_dialogs()

    again.press("Down")
    assert again.posts.currentIndex().row() == 1
