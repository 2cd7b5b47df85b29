"""A column asks for itself, tells its own troubles, and takes money only when the user says so."""

import pytest
from columns_scene import connect_paid, do, offer, show_columns, turn_off
from fake_server import arrival, author, post, told
from feed_scene import Scene, texts
from PySide6.QtWidgets import QLabel
from screens import heard, offers, press, read, settle

from desktop.services.domain.account import Cap
from desktop.services.domain.columns import Column, ColumnKind
from desktop.services.domain.errors import Unreachable
from desktop.services.domain.post import NotificationKind
from desktop.services.networks.contract import SignIn
from desktop.ui.wording import money

BREAD = Column(ColumnKind.SEARCH, what="bread")
LYON = Column(ColumnKind.TAG, what="lyon")


def other_account(scene: Scene):
    """Connect an account on a server of its own."""
    server = scene.stage.bench.registry.server("https://other.test")
    account = scene.stage.session.accounts.connect(
        SignIn("bluesky", "https://other.test", "leo", "secret")
    )
    scene.stage.book.reload()
    return account, server


@pytest.mark.parametrize(
    ("column", "method"),
    [
        (BREAD, "search"),
        (LYON, "tagged"),
        (Column(ColumnKind.PERSON, 1, "did:anna", "Anna", "bluesky"), "author_posts"),
    ],
)
def test_a_column_shows_what_its_question_finds(scene: Scene, column: Column, method: str):
    found = post(1, "Fresh bread #lyon")
    scene.server.posts[found.native_id] = found
    (pane,) = show_columns(scene, column)

    assert texts(pane.panel.list) == ["Fresh bread #lyon"]
    assert scene.server.called(method) == 1


def test_a_list_shows_what_its_people_write(scene: Scene):
    scene.server.lists["bakers"] = {"did:anna"}
    scene.server.posts |= {each.native_id: each for each in (post(1), post(2, by="bob"))}
    (pane,) = show_columns(scene, Column(ColumnKind.LIST, scene.account.id, "bakers", "Bakers"))

    assert texts(pane.panel.list) == ["Post 1"]


def test_one_account_of_each_server_is_asked(scene: Scene, second):
    _, server = other_account(scene)
    show_columns(scene, BREAD)

    assert (scene.server.called("search"), server.called("search")) == (1, 1)


def test_what_fails_is_told_in_the_column_while_the_others_go_on(scene: Scene):
    account, server = other_account(scene)
    server.fail("search", Unreachable())
    scene.server.posts["at://anna/1"] = post(1, "Fresh bread")
    pane, beside = show_columns(scene, BREAD, LYON)

    assert texts(pane.panel.list) == ["Fresh bread"]
    assert f"@{account.handle}" in read(pane.banner)
    assert "What is stored is shown." in read(pane.banner)
    assert not beside.banner.isVisible()
    assert not scene.home.banner.isVisible()


def test_the_warning_goes_when_all_is_well_again(scene: Scene, monkeypatch):
    _, server = other_account(scene)
    for each in (server, scene.server):
        each.fail("search", Unreachable())
    (pane,) = show_columns(scene, BREAD)
    assert "@shop.test" in read(pane.banner)
    assert "@leo.test" in read(pane.banner)
    server.fail("search", Unreachable())
    do(scene, monkeypatch, pane, "Ask the networks again")
    assert "@shop.test" not in read(pane.banner)

    do(scene, monkeypatch, pane, "Ask the networks again")

    assert not pane.banner.isVisible()


def test_trouble_with_somebody_who_is_gone_is_forgotten(scene: Scene):
    account, server = other_account(scene)
    server.fail("search", Unreachable())
    (pane,) = show_columns(scene, BREAD)
    scene.stage.session.accounts.disconnect(account.id)
    scene.stage.book.reload()
    settle()

    assert not pane.banner.isVisible()


def test_older_posts_come_when_the_end_is_reached_until_there_are_none(scene: Scene):
    scene.server.page_size = 3
    scene.server.posts |= {
        each.native_id: each for each in [post(n, f"bread {n}") for n in range(5)]
    }
    (pane,) = show_columns(scene, BREAD)
    assert len(texts(pane.panel.list)) == 3
    pane.panel.older_asked.emit()
    assert len(texts(pane.panel.list)) == 5
    asked = scene.server.called("search")
    pane.panel.older_asked.emit()

    assert scene.server.called("search") == asked


def test_an_account_that_costs_money_is_asked_when_the_user_says_so(scene: Scene):
    paid = connect_paid(scene)
    server = scene.stage.bench.registry.server(paid.server)
    bread = post(7, "bread on X", network="x", author=author("claire", "x"))
    server.posts[bread.native_id] = bread
    (pane,) = show_columns(scene, BREAD)
    scene.home.deck.ask()
    assert server.called("search") == 0
    assert offer(pane, paid) == "Ask X, at most $0.055"

    press(pane, f"askPaid{paid.id}")
    settle()

    assert server.called("search") == 1
    assert texts(pane.panel.list) == ["bread on X"]


def test_older_posts_that_cost_money_are_offered_at_the_end(scene: Scene):
    paid = connect_paid(scene)
    server = scene.stage.bench.registry.server(paid.server)
    server.page_size = 1
    server.posts |= {
        each.native_id: each
        for each in [post(n, f"bread {n}", network="x", author=author("li", "x")) for n in (1, 2)]
    }
    (pane,) = show_columns(scene, BREAD)
    press(pane, f"askPaid{paid.id}")
    pane.panel.older_asked.emit()
    assert offer(pane, paid).startswith("Older posts from X, at most ")
    press(pane, f"askPaid{paid.id}")
    settle()
    assert texts(pane.panel.list) == ["bread 2", "bread 1"]
    assert offer(pane, paid).startswith("Ask X, at most ")

    pane.panel.older_asked.emit()

    assert offer(pane, paid).startswith("Ask X, at most ")


def test_a_refused_payment_is_told_in_the_column(scene: Scene):
    paid = connect_paid(scene)
    scene.stage.bench.registry.server(paid.server).fail("search", Unreachable())
    (pane,) = show_columns(scene, BREAD)
    press(pane, f"askPaid{paid.id}")

    assert pane.banner.isVisible()


def test_the_home_of_an_account_that_costs_money_is_fetched_on_demand(scene: Scene):
    paid = connect_paid(scene)
    home, mentions = show_columns(
        scene, Column(ColumnKind.HOME, paid.id), Column(ColumnKind.MENTIONS)
    )
    asked = heard(scene.feeds.paid_asked)
    estimate = scene.stage.session.spending.refresh_estimate
    less = estimate(paid.id, reads_home=False)
    assert offer(mentions, paid) == f"Ask X, at most {money(less, 'USD')}"
    press(mentions, f"askPaid{paid.id}")
    assert not scene.stage.session.timeline.reads_home(paid.id)
    press(home, f"askPaid{paid.id}")

    most = estimate(paid.id)
    assert offer(home, paid) == f"Ask X, at most {money(most, 'USD')}"
    assert scene.stage.session.timeline.reads_home(paid.id)
    assert asked == [(paid.id,), (paid.id,)]


def test_nobody_is_asked_who_does_not_offer_it(scene: Scene):
    turn_off(scene, scene.account, Cap.SEARCH)
    (pane,) = show_columns(scene, BREAD)

    assert scene.server.called("search") == 0
    assert not pane._offers.isVisible()


def test_each_part_of_a_column_is_named_after_it(scene: Scene):
    (pane,) = show_columns(scene, BREAD)
    names = [pane.accessibleName(), pane.panel.list.accessibleName(), pane._more.accessibleName()]

    assert all("bread" in name for name in names)


def test_an_empty_column_takes_the_keyboard_on_its_menu(scene: Scene):
    (pane,) = show_columns(scene, BREAD)
    pane.take_focus()

    assert scene.window.focusWidget() is pane._more
    assert "What the networks find appears here." in read(pane)


def test_activity_tells_words_too_and_opens_them(scene: Scene):
    said = post(3, "Is it open?", "bob")
    scene.server.tell(
        told(1, NotificationKind.FOLLOW, "mia"),
        told(2, NotificationKind.REPLY, "bob", post=said, subject_id="at://me/0"),
        told(4, NotificationKind.MENTION, "leo", post=post(4, "Hello shop", "leo")),
    )
    (pane,) = show_columns(scene, Column(ColumnKind.ACTIVITY))
    assert "Mentions, answers, likes and new followers appear here." in read(pane)
    scene.fetch()
    words = read(pane)
    assert all(each in words for each in ("answered you", "mentioned you", "follows you now"))

    press(pane.activity, "Is it open?")
    settle()

    assert texts(scene.home.side.thread.list) == ["Is it open?"]
    press(pane.activity, "Mia")
    assert scene.home.side.person.native_id == "did:mia"


@pytest.mark.parametrize(("answer", "is_welcome"), [("Let them follow", True), ("Decline", False)])
def test_who_asks_to_follow_is_answered(scene: Scene, answer: str, is_welcome: bool):
    scene.server.caps |= Cap.FOLLOW_REQUESTS
    scene.server.tell(told(1, NotificationKind.FOLLOW_REQUEST, "mia"))
    (pane,) = show_columns(scene, Column(ColumnKind.ACTIVITY))
    scene.fetch()
    assert "asks to follow you" in read(pane)
    press(pane.activity, answer)
    settle()

    assert ("answer_follow_request", ("did:mia", is_welcome)) in scene.server.calls
    assert not offers(pane, answer)


def test_an_answer_that_does_not_arrive_is_told(scene: Scene):
    scene.server.caps |= Cap.FOLLOW_REQUESTS
    scene.server.tell(told(1, NotificationKind.FOLLOW_REQUEST, "mia"))
    (pane,) = show_columns(scene, Column(ColumnKind.ACTIVITY))
    scene.fetch()
    failed = heard(scene.feeds.actions.failed)
    scene.server.fail("answer_follow_request", Unreachable())
    press(pane.activity, "Decline")

    assert failed[0][0] == scene.account.id
    assert offers(pane, "Decline")


def test_the_mark_of_the_network_stands_before_a_column_of_one_account(scene: Scene):
    scene.server.write(arrival(1))
    scene.fetch()
    (pane,) = show_columns(scene, Column(ColumnKind.HOME, scene.account.id))

    assert pane.findChild(QLabel).text() == "Home · Bluesky"
    assert texts(pane.panel.list) == ["Post 1"]
