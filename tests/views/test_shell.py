"""The window of an open workspace: its places, its shortcuts, and what passes between them."""

import pytest
from PySide6.QtWidgets import QLineEdit
from screens import connection, find, heard, open_dialog, press, press_keys, read, settle

from desktop.ui.palette import Palette
from desktop.views.connect.dialog import ConnectDialog


def test_it_opens_at_home_with_what_is_stored_and_fetches(shell, stage):
    assert shell.rail.place == "home"
    assert shell.pages.currentWidget() is shell.feeds.home
    assert stage.bench.server.called("home") == 1
    assert shell.feeds.home.panel.list.model().rowCount() == 2
    assert connection(shell).startswith("Up to date")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("mentions", "Mentions"),
        ("digest", "Digest"),
        ("bookmarks", "Bookmarks"),
        ("outbox", "Nothing waits here"),
        ("accounts", "Connected accounts"),
        ("look", "Look and language"),
    ],
)
def test_each_place_is_reached_from_the_rail(shell, place, words):
    press(shell, f"place-{place}")

    assert shell.rail.place == place
    assert words in read(shell.pages.currentWidget())


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ("Ctrl+2", "mentions"),
        ("Ctrl+3", "digest"),
        ("Ctrl+4", "bookmarks"),
        ("Ctrl+5", "outbox"),
        ("Ctrl+,", "look"),
        ("Ctrl+1", "home"),
    ],
)
def test_each_place_has_its_key(shell, keys, place):
    press_keys(shell, keys)

    assert shell.rail.place == place


@pytest.mark.parametrize("keys", ["F5", "Ctrl+R"])
def test_everything_is_fetched_with_a_key(shell, stage, keys):
    press_keys(shell, keys)

    assert stage.bench.server.called("home") == 2


def test_one_more_account_is_connected_from_the_settings(shell, stage):
    shell.go_to("accounts")
    press(shell.pages.settings, "connectAccount")
    dialog = open_dialog(shell, ConnectDialog)
    find(dialog, "handle", QLineEdit).setText("second")
    find(dialog, "server", QLineEdit).setText("https://shop.test")
    find(dialog, "appPassword", QLineEdit).setText("abcd-efgh-ijkl-mnop")
    press(dialog, "verb")

    assert [each.handle for each in shell.book.all()] == ["shop.test", "second.test"]
    assert "2 accounts" in shell.rail.identity.accessibleName()
    assert shell.rail.place == "home"


def test_the_demonstration_is_named_as_one(build_shell):
    shell = build_shell(is_demo=True, name="Boulangerie Lumière")

    assert "Demo: invented data" in shell.rail.identity.accessibleName()
    assert connection(shell) == "Demo: nothing is sent"


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


def test_text_that_was_larger_leaves_both_panes_as_wide_as_they_were(shell, stage):
    shell.window().resize(1_280, 728)
    settle()
    before = (shell.feeds.home.panel.width(), shell.feeds.home.side.width())

    for size in (150, 100):
        stage.theme.set_text_size(size)
        settle()

    assert (shell.feeds.home.panel.width(), shell.feeds.home.side.width()) == before


def test_the_identity_opens_the_menu_of_the_workspaces(shell):
    asked = heard(shell.workspace_menu_asked)

    press(shell, "identity")

    assert len(asked) == 1


def test_after_it_was_left_nothing_is_fetched(build_shell, stage):
    ended = []
    shell = build_shell(stop=lambda: ended.append("now"))
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


def test_an_empty_home_takes_in_an_archive_too(stage, shell, monkeypatch):
    asked = []
    monkeypatch.setattr(shell._accounts, "import_archive", asked.append)
    shell.feeds.home.import_asked.emit()
    assert asked == [""]


def test_the_settings_take_the_keyboard_to_the_section_that_is_shown(shell):
    shell.feeds.home.take_focus()
    press_keys(shell, "Ctrl+,")
    assert shell.window().focusWidget() is find(shell, "section-look")

    shell.go_to("data")
    assert shell.window().focusWidget() is find(shell, "section-data")

    shell.go_to("home")
    rail = find(shell, "place-look")
    rail.setFocus()
    press(shell, "place-look")
    assert shell.window().focusWidget() is rail


def test_what_is_looked_for_in_the_settings_is_looked_for_among_them(shell):
    shell.go_to("look")
    press_keys(shell, "Ctrl+F")

    assert shell.window().findChild(Palette).isVisible()
    assert shell.pages.currentWidget() is shell.pages.settings
