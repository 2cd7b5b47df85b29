"""The palette over an open workspace: opened from every page, and where its rows lead."""

import subprocess
import sys

from fake_server import arrival
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from screens import Stage, find, heard, open_dialog, press, press_keys, read, settle

from desktop.services.domain.errors import StoreTrouble
from desktop.services.workspaces import Workspace
from desktop.ui.palette import Palette
from desktop.ui.search_opener import SearchOpener
from desktop.views.palette_desk import REMEMBERED
from desktop.views.places import PLACES
from desktop.views.shell import Shell


def opened(shell: Shell) -> Palette:
    """Open the palette by its keys."""
    press_keys(shell, "Ctrl+K")
    return open_dialog(shell, Palette)


def type_in(palette: Palette, words: str) -> None:
    palette.field.setText(words)
    palette._answers._pause.stop()
    palette._answers._pause.timeout.emit()


def choose(shell: Shell, words: str, wanted: str = "") -> None:
    """Open the palette, type words, walk to a row and press Enter."""
    palette = opened(shell)
    type_in(palette, words)
    for _ in range(40):
        found = palette.list.current()
        if found is not None and wanted in found.text:
            break
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    else:
        raise AssertionError(f"{wanted} was not found")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    settle()


def test_every_page_leads_to_the_palette_from_the_same_place(shell: Shell):
    corners = set()
    for place in (*PLACES, "accounts", "look", "home"):
        shell.go_to(place)
        settle()
        (opener,) = shell.pages.currentWidget().findChildren(SearchOpener)
        corners.add(opener.mapTo(shell, opener.rect().topRight()).toTuple())
        opener.click()
        open_dialog(shell, Palette).reject()
        settle()

    assert len(corners) == 1
    assert "Ctrl K" in opener.toolTip()


def test_the_same_keys_close_it_again(shell: Shell):
    palette = opened(shell)
    press_keys(palette, "Ctrl+K")

    assert not palette.isVisible()


def test_other_keys_open_it_when_the_user_chose_others(shell: Shell):
    shell.commands.keymap.choose("palette", "Ctrl+P")
    press_keys(shell, "Ctrl+P")

    open_dialog(shell, Palette).reject()
    opener = shell.pages.currentWidget().findChild(SearchOpener)
    assert "Ctrl P" in opener.toolTip()


def test_words_and_enter_search_the_feed_wherever_one_is(shell: Shell):
    shell.feeds.home.panel.reload()
    shell.go_to("outbox")
    choose(shell, "bread")

    assert shell.rail.place == "home"
    assert shell.feeds.home.searched.words == "bread"
    assert shell.feeds.home.filter().search == "bread"


def test_the_networks_are_asked_only_where_that_is_chosen(shell: Shell, stage: Stage):
    choose(shell, "bread", "Search posts")
    assert stage.bench.server.called("search") == 0

    choose(shell, "bread", "Ask the networks")
    assert stage.bench.server.called("search") == 1


def test_a_post_is_begun_with_the_words(shell: Shell):
    choose(shell, "brioche", "New post about")

    written = find(open_dialog(shell), "postText", QPlainTextEdit)
    assert written.toPlainText() == "brioche"


def test_places_commands_and_options_are_gone_to(shell: Shell, qtbot):
    choose(shell, "mentions", "Go to Mentions")
    assert shell.rail.place == "mentions"

    choose(shell, "language", "Language")
    settings = shell.pages.currentWidget()
    language = settings.findChild(object, "language")
    qtbot.waitUntil(lambda: settings.window().focusWidget() is language)


def test_posts_and_people_are_opened_beside_the_feed(shell: Shell, stage: Stage):
    stage.bench.server.write(arrival(3, "A rye bread for Zoe"))
    stage.session.timeline.refresh(stage.bench.account.id)
    choose(shell, "rye", "Anna")
    side = shell.feeds.home.side
    assert side.is_open
    assert "Conversation" in read(side)

    side.close_all()
    palette = opened(shell)
    type_in(palette, "anna")
    QTest.keyClick(palette.field, Qt.Key.Key_End)
    while palette.list.current().group != "People":
        QTest.keyClick(palette.field, Qt.Key.Key_Up)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    settle()
    assert side.person.native_id == "did:anna"


def test_another_workspace_is_asked_for(shell: Shell, stage: Stage):
    other = Workspace("market", "Market stall", stage.hub.folder / "market")
    stage.hub.held.append(other)
    chosen = heard(shell.palette.workspace_chosen)

    choose(shell, "market", "Market stall")

    assert chosen == [(other,)]


def test_what_was_used_lately_is_listed_first_the_last_on_top(shell: Shell):
    for words in ("mentions", "bookmarks", "mentions"):
        choose(shell, words, "Go to")
    choose(shell, "bread", "Search posts")
    palette = opened(shell)

    model = palette.list.model()
    lines = [model.line(row).text for row in range(4)]
    assert lines == ["Used recently", "Go to Mentions", "Go to Bookmarks", "Places"]
    palette.reject()
    for place in PLACES:
        choose(shell, f"go to {place}", "Go to")
    assert len(shell.palette._lately) == REMEMBERED


def test_a_file_that_cannot_be_read_is_told_on_the_page(shell: Shell, stage: Stage, monkeypatch):
    def fail(*_: object) -> None:
        raise StoreTrouble("locked")

    palette = opened(shell)
    monkeypatch.setattr(type(stage.session.people), "find", fail)
    type_in(palette, "bread")
    palette.reject()

    assert shell.feeds.home.banner.isVisible()


def test_the_palette_and_its_search_are_gone_when_they_are_left(shell: Shell):
    opened(shell).reject()
    settle()

    assert not shell.findChildren(Palette)
    choose(shell, "bread", "Search posts")
    press(shell.feeds.home, "searchChip")
    assert shell.feeds.home.filter().search == ""


def test_a_start_has_nothing_of_the_palette():
    program = """
import sys
import desktop.app
print(sorted(each for each in sys.modules if each.startswith("desktop.ui.palette")))
"""
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert ended.stdout.strip() == "['desktop.ui.palette_rows']"
