"""The columns of the deck are kept, moved, removed and reached without a pointer."""

from dataclasses import replace

import pytest
from columns_scene import do, show_columns, titles
from fake_server import arrival
from feed_scene import Scene, entry_of, open_post, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from screens import heard, press, read, settle
from steps import remember

from desktop.services.domain.account import Account
from desktop.services.domain.columns import Column, ColumnKind
from desktop.services.domain.feed import Place
from desktop.ui.pane_walk import PaneWalk

HOME = Column(ColumnKind.HOME)
MENTIONS = Column(ColumnKind.MENTIONS)
BREAD = Column(ColumnKind.SEARCH, what="bread")
LYON = Column(ColumnKind.TAG, what="lyon")


@pytest.fixture
def deck(scene: Scene):
    """Three columns over a few posts."""
    scene.server.write(*[arrival(number) for number in range(4)], arrival(9, "Fresh bread"))
    scene.fetch()
    show_columns(scene, HOME, MENTIONS, BREAD)
    return scene.home.deck


def test_each_column_shows_its_own_posts_under_its_own_title(scene: Scene, deck):
    assert titles(scene) == [
        "Home · all accounts",
        "Mentions · all accounts",
        "Search · bread",
    ]
    assert len(texts(deck.panes[0].panel.list)) == 5
    assert "Nothing here yet" in read(deck.panes[1])
    assert texts(deck.panes[2].panel.list) == ["Fresh bread"]


def test_columns_are_as_wide_as_one_another_and_scroll_when_there_are_many(scene: Scene, deck):
    widths = {pane.width() for pane in deck.panes}
    assert max(widths) - min(widths) <= 1
    assert not deck.horizontalScrollBar().maximum()

    for word in ("tea", "cake", "rye"):
        deck.add(Column(ColumnKind.SEARCH, what=word))
    for _ in range(3):
        settle()

    assert min(pane.width() for pane in deck.panes) >= deck.panes[0].minimumSizeHint().width()
    assert deck.horizontalScrollBar().maximum() > 0


def test_a_new_column_is_kept_brought_into_sight_and_not_doubled(scene: Scene, deck):
    deck.add(LYON)
    deck.add(LYON)
    for _ in range(3):
        settle()

    assert deck.columns == (HOME, MENTIONS, BREAD, LYON)
    assert deck.current() is deck.panes[-1]
    assert scene.stage.session.columns.all() == deck.columns
    assert scene.server.called("tagged") == 1
    assert deck.horizontalScrollBar().value() == deck.horizontalScrollBar().maximum()


def test_a_column_that_is_added_before_the_others_are_read_joins_them(scene: Scene):
    scene.stage.session.columns.keep((HOME, BREAD))
    deck = scene.home.deck
    deck.add(LYON)

    deck.open()

    assert deck.columns == (HOME, BREAD, LYON)
    assert scene.stage.session.columns.all() == deck.columns


def test_columns_read_before_one_was_added_do_not_take_it_away(scene: Scene, deck):
    begun = deck._changes
    deck.add(LYON)

    deck._on_read(begun, (HOME, MENTIONS, BREAD))

    assert deck.columns == (HOME, MENTIONS, BREAD, LYON)


def test_a_column_is_moved_by_its_menu_and_back_by_undo(scene: Scene, deck, monkeypatch):
    steps = remember(scene.stage.tasks, scene.feeds, scene.home.stepped)
    lines = do(scene, monkeypatch, deck.panes[0], "Move to the right")
    assert deck.columns == (MENTIONS, HOME, BREAD)
    steps.undo()

    assert lines == ["Move to the right", "Remove this column"]
    assert steps.sentences == ["Column moved: Home · all accounts"]
    assert deck.columns == (HOME, MENTIONS, BREAD)
    assert scene.stage.session.columns.all() == deck.columns
    steps.redo()
    assert scene.stage.session.columns.all() == deck.columns == (MENTIONS, HOME, BREAD)


def test_the_last_column_moves_to_the_left_only(scene: Scene, deck, monkeypatch):
    lines = do(scene, monkeypatch, deck.panes[2], "Move to the left")

    assert lines == ["Ask the networks again", "Move to the left", "Remove this column"]
    assert deck.columns == (HOME, BREAD, MENTIONS)


def test_where_one_reads_from_the_right_moving_left_is_moving_on(scene: Scene, deck, monkeypatch):
    deck.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    do(scene, monkeypatch, deck.panes[0], "Move to the left")

    assert deck.columns == (MENTIONS, HOME, BREAD)


def test_a_removed_column_is_forgotten_and_comes_back_where_it_was(scene: Scene, deck, monkeypatch):
    steps = remember(scene.stage.tasks, scene.feeds, scene.home.stepped)
    forgotten = []
    gathering = scene.stage.session.gathering
    monkeypatch.setattr(type(gathering), "forget", lambda _self, column: forgotten.append(column))
    do(scene, monkeypatch, deck.panes[2], "Remove this column")
    assert scene.stage.session.columns.all() == deck.columns == (HOME, MENTIONS)
    steps.undo()

    assert forgotten == [BREAD]
    assert steps.sentences == ["Column removed: Search · \u2068bread\u2069"]
    assert deck.columns == (HOME, MENTIONS, BREAD)
    assert texts(deck.panes[2].panel.list) == ["Fresh bread"]
    steps.redo()
    assert scene.stage.session.columns.all() == deck.columns == (HOME, MENTIONS)


def test_a_column_that_was_added_is_a_step_as_well(scene: Scene, deck):
    steps = remember(scene.stage.tasks, scene.feeds, scene.home.stepped)
    rye = replace(BREAD, what="rye")
    deck.add(rye)
    assert deck.columns == (HOME, MENTIONS, BREAD, rye)

    steps.undo()
    assert scene.stage.session.columns.all() == deck.columns == (HOME, MENTIONS, BREAD)
    steps.redo()
    assert scene.stage.session.columns.all() == deck.columns == (HOME, MENTIONS, BREAD, rye)


def test_a_column_whose_account_is_gone_does_not_come_back(scene: Scene, deck, monkeypatch):
    other = scene.connect("other")
    steps = remember(scene.stage.tasks, scene.feeds, scene.home.stepped)
    deck.add(Column(ColumnKind.HOME, other.id))
    do(scene, monkeypatch, deck.panes[3], "Remove this column")
    scene.stage.session.accounts.disconnect(other.id)
    scene.stage.book.reload()

    steps.undo()

    assert deck.columns == (HOME, MENTIONS, BREAD)


def test_a_removed_list_is_served_no_longer(scene: Scene, deck, monkeypatch):
    before = len(scene.feeds.keeper.panels)
    do(scene, monkeypatch, deck.panes[0], "Remove this column")
    scene.server.write(arrival(20))
    scene.fetch()

    assert len(scene.feeds.keeper.panels) == before - 1


def test_without_columns_the_deck_says_what_one_is_for(scene: Scene, deck, monkeypatch):
    asked = heard(deck.add_asked)
    for _ in range(3):
        do(scene, monkeypatch, deck.panes[0], "Remove this column")

    assert "A column keeps one feed" in read(deck)
    press(deck, "Add a column")
    assert asked == [()]
    deck.take_focus()


def test_a_column_of_an_account_that_is_disconnected_goes_and_the_others_stay(
    scene: Scene, second: Account
):
    show_columns(scene, HOME, Column(ColumnKind.HOME, second.id), BREAD)
    scene.stage.session.accounts.disconnect(second.id)
    scene.stage.book.reload()
    settle()

    assert scene.home.deck.columns == (HOME, BREAD)


def test_columns_are_called_as_their_accounts_are(scene: Scene):
    show_columns(scene, Column(ColumnKind.HOME, scene.account.id))
    assert titles(scene) == ["Home · Bluesky"]

    scene.connect("atelier")

    assert titles(scene) == [f"Home · @{scene.account.handle}"]


def test_unread_entries_are_counted_where_they_are_shown(scene: Scene, second: Account):
    scene.fetch()
    scene.fetch(second)
    scene.server.write(arrival(30), arrival(31))
    panes = show_columns(scene, HOME, Column(ColumnKind.HOME, second.id), BREAD)
    scene.fetch()

    assert [pane._count.text() for pane in panes] == ["2", "", ""]


def test_every_column_is_a_pane_of_the_window(scene: Scene, deck):
    walk = PaneWalk(scene.window)
    deck.take_focus()
    assert deck.panes[0].panel.list.hasFocus()
    walk.go(1)
    assert deck.current() is deck.panes[1]
    walk.go(1)
    assert deck.panes[2].panel.list.hasFocus()
    walk.go(1)
    assert scene.home.header.isAncestorOf(scene.window.focusWidget())
    walk.go(-1)

    assert deck.panes[2].panel.list.hasFocus()


def test_tab_walks_as_one_reads_also_after_a_column_was_moved(scene: Scene, deck, monkeypatch):
    do(scene, monkeypatch, deck.panes[2], "Move to the left")
    deck.panes[0].panel.list.setFocus()
    QTest.keyClick(deck.panes[0].panel.list, Qt.Key.Key_Tab)
    assert deck.current() is deck.panes[1]
    for _ in range(2):
        QTest.keyClick(scene.window.focusWidget(), Qt.Key.Key_Tab)

    assert deck.current() is deck.panes[2]


def test_the_reading_place_of_each_column_is_kept(scene: Scene, deck):
    column = deck.panes[0]
    entry = entry_of(column.panel.list, "Post 1")
    column.panel.list.restore_place(Place(entry.id))
    scene.feeds.leave()

    assert scene.stage.session.timeline.place(f"column {HOME.key}") == column.panel.list.place()


def test_nobody_is_asked_while_nobody_looks(scene: Scene, deck):
    asked = scene.server.called("search")
    scene.go_to(scene.feeds.mentions)
    deck._asking.timeout.emit()
    assert scene.server.called("search") == asked

    scene.go_to(scene.home)

    assert scene.server.called("search") == asked + 1


def test_the_column_in_which_a_post_is_opened_stays_in_sight(scene: Scene, deck):
    pane = deck.panes[2]
    pane.take_focus()
    open_post(pane.panel.list, "Fresh bread")
    for _ in range(3):
        settle()
    box = pane.visibleRegion().boundingRect()

    assert deck.horizontalScrollBar().maximum() > 0
    assert box.width() == pane.width()
