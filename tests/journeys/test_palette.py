"""The whole program is gone through from one field, and no hand leaves the keyboard."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop.ui.palette import Palette


def open_palette(reader) -> Palette:
    """Press the keys and wait for the palette."""
    reader.press("Ctrl+K")
    reader.wait(lambda: isinstance(QApplication.activeModalWidget(), Palette))
    palette = QApplication.activeModalWidget()
    reader.wait(palette.field.hasFocus)
    return palette


def type_words(reader, words: str) -> Palette:
    palette = open_palette(reader)
    QTest.keyClicks(QApplication.focusWidget(), words)
    return palette


def walk_to(reader, palette: Palette, group: str) -> str:
    """Wait for a group, go down to its first row with the arrow, and return what it says."""

    def groups() -> set[str]:
        model = palette.list.model()
        return {model.found(row).group for row in model.rows()}

    reader.wait(lambda: group in groups())
    while palette.list.current().group != group:
        reader.press("Down")
    return palette.list.current().text


def test_posts_people_places_and_options_are_reached_by_keys_alone(start):
    reader = start(demo=True)
    reader.wait_for_shell()
    home = reader.shell.feeds.home
    reader.wait(lambda: home.panel.list.model().rowCount() > 5_000)

    type_words(reader, "brioche praline")
    reader.press("Return")
    reader.wait(lambda: 0 < home.panel.list.model().rowCount() < 1_000)
    assert reader.sees("brioche praline")
    reader.press("Esc")
    reader.wait(lambda: home.panel.list.model().rowCount() > 5_000)

    assert walk_to(reader, type_words(reader, "claire fon"), "People") == "Claire Fontanel"
    reader.press("Return")
    reader.wait(lambda: home.side.person.list.model().rowCount() > 0)
    reader.press("Esc")

    walk_to(reader, type_words(reader, "sourdough"), "Posts")
    reader.press("Return")
    reader.wait(lambda: home.side.is_open)
    reader.press("Esc")

    type_words(reader, "outb")
    reader.press("Return")
    reader.wait(lambda: reader.shell.rail.place == "outbox")

    type_words(reader, "langu")
    reader.press("Return")
    reader.wait(lambda: reader.desk.window.focusWidget().objectName() == "language")

    palette = open_palette(reader)
    model = palette.list.model()
    assert [model.line(row).text for row in range(3)] == [
        "Used recently",
        "Language",
        "Go to the outbox",
    ]
    reader.press("Esc")
    reader.wait(lambda: reader.desk.window.focusWidget().objectName() == "language")


def test_a_post_is_begun_from_what_was_typed_and_left_again(start):
    reader = start(demo=True)
    reader.wait_for_shell()
    reader.wait(lambda: bool(reader.shell.book.all()))

    type_words(reader, "stollen")
    reader.press("Down")
    reader.press("Return")

    reader.dialog()
    written = reader.find(QPlainTextEdit, "postText")
    reader.wait(written.hasFocus)
    assert written.toPlainText() == "stollen"
    reader.press("Esc")
    reader.wait(lambda: QApplication.activeModalWidget() is None)
