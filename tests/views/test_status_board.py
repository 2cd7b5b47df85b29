"""How things stand, shown in the rail's foot and over the feeds."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from screens import find, heard, press, read

from desktop.services.domain.errors import SignedOut, Unreachable
from desktop.ui.banners import Banner
from desktop.ui.rail import Rail
from desktop.ui.rail_items import ConnectionLine
from desktop.views.refresher import Refresher
from desktop.views.status_board import Offer, StatusBoard


@pytest.fixture
def refresher(stage) -> Refresher:
    return stage.refresher()


@pytest.fixture
def rail(stage, shown) -> Rail:
    made = Rail(stage.theme)
    for key in ("home", "mentions", "outbox"):
        made.add_place(key, "house", key.title())
    return shown(made)


@pytest.fixture
def banners(stage, shown) -> list[Banner]:
    made = [Banner(stage.theme), Banner(stage.theme)]
    for banner in made:
        shown(banner).hide()
    return made


@pytest.fixture
def board(stage, refresher, rail, banners) -> StatusBoard:
    board = StatusBoard(stage.session, stage.book, refresher, rail, banners)
    refresher.status_changed.connect(board.show)
    return board


def spoken(widget: QWidget) -> str:
    """Return a widget's name as a screen reader says it."""
    return widget.accessibleName().replace("\u2068", "").replace("\u2069", "")


def test_the_identity_counts_the_accounts(board, stage, rail):
    board.rename("My shop")
    assert spoken(rail.identity) == "My shop, 1 account"

    stage.bench.accounts.disconnect(stage.bench.account.id)
    stage.book.reload()
    board.rename("Crumbs & Co")

    assert spoken(rail.identity) == "Crumbs & Co, 0 accounts"


def test_the_demonstration_says_that_it_is_one(stage, refresher, rail, banners):
    stage.be_demo()
    board = StatusBoard(stage.session, stage.book, refresher, rail, banners)

    board.rename("Boulangerie Lumière")

    assert "Demo: invented data" in rail.identity.accessibleName()


def test_counts_are_shown_and_spoken(board, rail):
    board.show_unread(1, 12)
    board.show_waiting(2)

    assert spoken(find(rail, "place-home")) == "Home, 1 unread"
    assert spoken(find(rail, "place-mentions")) == "Mentions, 12 unread"
    assert spoken(find(rail, "place-outbox")) == "Outbox, 2 waiting"
    assert board.waiting == 2

    board.show_unread(0, 0)

    assert find(rail, "place-home")._count == ""


def test_the_connection_line_follows_what_happens(board, stage, rail, refresher):
    line = rail.findChild(ConnectionLine)
    refresher.start()
    assert line.text().startswith("Up to date · ")

    stage.bench.server.fail("home", Unreachable())
    refresher.refresh_all()
    board.show_waiting(1)

    assert line.text() == "Offline · 1 waiting"
    assert line.accessibleName() == "Offline · 1 waiting"


def test_offline_is_told_over_every_feed_until_it_is_over(board, stage, banners, refresher):
    stage.bench.server.fail("home", Unreachable())
    refresher.start()
    assert all("You are offline." in read(banner) for banner in banners)

    banners[1].button.click()

    assert stage.bench.server.called("home") == 2
    assert all(banner.isHidden() for banner in banners)


def test_a_proxy_in_the_way_leads_to_the_connection_s_settings(board, stage, banners, refresher):
    asked = heard(board.section_asked)
    stage.bench.server.fail("home", Unreachable(proxy="password"))
    refresher.start()

    press(banners[0], "See the connection")

    assert asked == [("connection",)]


def test_signing_in_again_is_asked_for_the_right_account(board, stage, banners, refresher):
    asked = heard(board.reconnect_asked)
    stage.bench.server.fail("home", SignedOut())
    refresher.start()

    press(banners[0], "Sign in again")

    assert [account.id for (account,) in asked] == [stage.bench.account.id]


def test_a_banner_that_stays_true_is_not_told_again(board, stage, banners, refresher):
    stage.bench.server.fail("home", Unreachable(), Unreachable())
    refresher.start()
    banners[0].title.setText("looked at")

    refresher.refresh_all()

    assert banners[0].title.text() == "looked at"


def test_a_damaged_file_is_told_with_where_it_is_kept(board, banners, refresher):
    refresher.start()

    board.tell_of_damage(Path("/data/shop/crieur.db.damaged"))

    said = read(banners[0])
    assert "This workspace’s file was damaged." in said
    assert "Its newest good copy took its place." in said
    assert "/data/shop/crieur.db.damaged" in said
    assert banners[1].isHidden()


def test_a_damaged_file_stays_told_while_accounts_are_fetched(board, stage, banners, refresher):
    board.tell_of_damage(Path("/data/shop/crieur.db.damaged"))

    refresher.start()
    refresher.refresh_all()
    assert "This workspace’s file was damaged." in read(banners[0])

    banners[0].close_button.click()
    assert banners[0].isHidden()


def test_a_damaged_file_is_told_until_it_was_read_whatever_else_there_is(
    board, stage, banners, refresher
):
    board.tell_of_damage(Path("/data/shop/crieur.db.damaged"))
    stage.bench.server.fail("home", Unreachable())
    refresher.start()
    assert "This workspace’s file was damaged." in read(banners[0])
    assert "You are offline." in read(banners[1])

    banners[0].close_button.click()

    assert "You are offline." in read(banners[0])


def test_what_a_closed_message_covered_is_shown_again(board, stage, banners, refresher):
    stage.bench.server.fail("home", Unreachable())
    refresher.start()
    banners[0].show_message("This is gone.", can_close=True)

    banners[0].close_button.click()

    assert "You are offline." in read(banners[0])


def test_an_offer_stands_over_the_first_feed_until_it_is_closed(board, banners, qtbot):
    done = []
    board.offer(Offer("New here?", "It takes a minute.", "Start", lambda: done.append("tour")))
    assert [banner.isHidden() for banner in banners] == [False, True]
    banners[0].button.click()
    assert done == ["tour"]

    with qtbot.waitSignal(board.offer_closed):
        banners[0].close_button.click()
    board.show()

    assert banners[0].isHidden()


def test_trouble_comes_before_an_offer_which_comes_back_after_it(stage, board, banners, refresher):
    board.offer(Offer("New here?", "It takes a minute.", "Start", lambda: None))
    stage.bench.server.fail("home", Unreachable())
    refresher.start()
    assert "New here?" not in banners[0].title.text()

    refresher.refresh_all()

    assert banners[0].title.text() == "New here?"


def test_an_offer_that_was_taken_is_withdrawn(board, banners):
    board.offer(Offer("New here?", "It takes a minute.", "Start", lambda: None))
    board.withdraw_offer()

    assert banners[0].isHidden()


def test_a_failure_told_meanwhile_is_not_taken_for_the_offer(board, banners):
    board.offer(Offer("New here?", "It takes a minute.", "Start", lambda: None))
    closed = heard(board.offer_closed)
    banners[0].show_message("The disk is full.", can_close=True)
    banners[0].close_button.click()

    assert closed == []
    assert banners[0].title.text() == "New here?"


def test_an_offer_waits_until_a_failure_is_closed(board, banners):
    banners[0].show_message("The disk is full.", can_close=True)
    board.offer(Offer("New here?", "It takes a minute.", "Start", lambda: None))
    assert banners[0].title.text() == "The disk is full."

    banners[0].close_button.click()

    assert banners[0].title.text() == "New here?"
