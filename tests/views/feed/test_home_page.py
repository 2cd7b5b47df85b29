"""Home is one feed or a deck of columns, as the user left it."""

import pytest
from columns_scene import connect_paid, show_columns
from fake_server import arrival
from feed_scene import Scene, open_post, scene_on, texts
from screens import choose, heard, open_dialog, press, settle

from desktop.services.domain.columns import Column, ColumnKind
from desktop.services.ingest import Reach
from desktop.services.networks.contract import SignIn
from desktop.ui.pane_walk import PaneWalk
from desktop.views.feed.add_column_dialog import AddColumnDialog

HOME, BREAD = Column(ColumnKind.HOME), Column(ColumnKind.SEARCH, what="bread")


@pytest.fixture
def bakery(scene: Scene) -> Scene:
    """A home of two columns with two posts."""
    scene.server.write(arrival(1, "Fresh bread #lyon"), arrival(2, "Cake"))
    scene.fetch()
    show_columns(scene, HOME, BREAD)
    return scene


def test_one_feed_is_what_a_new_user_sees(scene: Scene):
    assert not scene.home.is_deck
    assert scene.home.panel.isVisible()
    assert not scene.home.deck.isVisible()


def test_the_switch_is_remembered_across_a_restart(scene: Scene, qtbot):
    press(scene.home, "Columns")
    assert scene.home.deck.isVisible()
    again = scene_on(scene.stage)
    qtbot.addWidget(again.window)

    assert again.home.is_deck
    assert [column.kind for column in again.home.deck.columns] == ["home", "mentions", "activity"]
    press(again.home, "One feed")
    assert not scene.stage.session.columns.are_shown


def test_a_post_opens_beside_the_deck_and_escape_closes_it(bakery: Scene):
    deck = bakery.home.deck
    open_post(deck.panes[0].panel.list, "Cake")
    assert deck.isVisible()
    assert texts(bakery.home.side.thread.list) == ["Cake"]

    assert bakery.home.go_back()
    settle()

    assert deck.isVisible()
    assert not bakery.home.side.isVisible()


def test_in_a_narrow_window_it_opens_in_place_of_the_deck(bakery: Scene):
    bakery.window.resize(800, 600)
    settle()
    open_post(bakery.home.deck.panes[0].panel.list, "Cake")
    assert not bakery.home.deck.isVisible()

    bakery.home.go_back()

    assert bakery.home.deck.isVisible()


def test_the_author_of_a_post_in_a_column_is_opened(bakery: Scene):
    panel = bakery.home.deck.panes[0].panel
    panel.author_opened.emit(panel.list.model().entry(0))
    settle()

    assert bakery.home.side.person.native_id == "did:anna"


def test_a_hashtag_pressed_in_a_column_is_searched_in_the_feed(bakery: Scene):
    bakery.home.deck.panes[0].panel.tag_opened.emit("lyon")
    settle()

    assert not bakery.home.is_deck
    assert texts(bakery.list) == ["Fresh bread #lyon"]
    assert bakery.stage.session.columns.are_shown


def test_words_are_found_in_the_column_that_has_the_keyboard(bakery: Scene):
    bakery.home.take_focus()
    PaneWalk(bakery.window).go(1)
    bakery.home.open_find_bar()

    assert bakery.home.deck.panes[1].panel.find_bar.isVisible()
    assert not bakery.home.deck.panes[0].panel.find_bar.isVisible()


def test_the_keyboard_is_in_what_is_shown(bakery: Scene):
    bakery.home.take_focus()
    assert bakery.home.deck.panes[0].panel.list.hasFocus()
    press(bakery.home, "One feed")
    bakery.home.take_focus()

    assert bakery.list.hasFocus()


def test_a_column_is_added_by_the_dialog(bakery: Scene):
    press(bakery.home, "addColumn")
    dialog = open_dialog(bakery.window, AddColumnDialog)
    dialog.chosen.emit(Column(ColumnKind.TAG, what="lyon"))
    dialog.accept()
    settle()

    assert bakery.home.deck.columns == (HOME, BREAD, Column(ColumnKind.TAG, what="lyon"))
    assert texts(bakery.home.deck.panes[2].panel.list) == ["Fresh bread #lyon"]


def test_the_switch_has_no_words_where_there_is_no_room(bakery: Scene):
    bakery.window.resize(880, 600)
    settle()
    narrow = bakery.home._switch.width()
    bakery.window.resize(1200, 800)
    settle()

    assert narrow < bakery.home._switch.width()


def test_what_is_asked_by_hand_is_asked_for_the_columns_too(bakery: Scene):
    asked = bakery.server.called("search")
    press(bakery.home, "refresh")
    assert bakery.server.called("search") == asked + 1
    press(bakery.home, "One feed")
    press(bakery.home, "refresh")

    assert bakery.server.called("search") == asked + 1


def test_what_is_older_is_fetched_for_the_account_of_the_column(bakery: Scene):
    bakery.stage.session.timeline._ingest._reach = Reach(first=1, refresh=1)
    other = bakery.stage.bench.registry.server("https://other.test")
    other.page_size = 2
    other.write(*[arrival(number, by="leo") for number in range(40, 43)])
    sign_in = SignIn("bluesky", "https://other.test", "leo", "secret")
    account = bakery.stage.session.accounts.connect(sign_in)
    bakery.stage.book.reload()
    (pane,) = show_columns(bakery, Column(ColumnKind.HOME, account.id))
    asked = bakery.server.called("home")
    bakery.fetch(account)
    pane.panel.older_asked.emit()

    assert texts(pane.panel.list) == ["Post 42", "Post 41", "Post 40"]
    assert bakery.server.called("home") == asked


def test_what_is_older_and_costs_money_is_left_alone(bakery: Scene):
    paid = connect_paid(bakery)
    (pane,) = show_columns(bakery, Column(ColumnKind.HOME, paid.id))
    pane.panel.older_asked.emit()

    assert bakery.stage.bench.registry.server(paid.server).called("home") == 0


def test_a_warning_of_the_page_is_seen_above_the_columns(bakery: Scene):
    bakery.home.banner.show_message("No connection")

    assert bakery.home.banner.isVisible()


def test_undo_is_offered_for_a_removed_column(bakery: Scene, monkeypatch):
    stepped = heard(bakery.feeds.actions.stepped)
    choose(monkeypatch, "Remove this column")
    press(bakery.home.deck.panes[0], "columnMore")

    assert stepped[0][0].done.startswith("Column removed: ")
