"""What can be done about a person is offered on their card, and can be taken back there."""

from dataclasses import replace

from fake_server import arrival, author
from feed_scene import Scene, meet, press_icon, press_post, texts
from screens import choose, heard, offers, press, read
from steps import remember

from desktop.services.domain.account import Cap
from desktop.services.domain.errors import Unreachable


def test_a_person_is_muted_and_comes_back_from_their_card(anna: Scene, monkeypatch):
    pane = meet(anna)
    offered = choose(monkeypatch, "Mute Anna")
    press_icon(pane, "More")
    assert "Croissants and more #croissants" not in texts(anna.list)

    choose(monkeypatch, "Unmute Anna")
    press_icon(pane, "More")
    assert "Croissants and more #croissants" in texts(anna.list)
    assert offered == [["Mute Anna", "Block Anna"]]


def test_a_person_is_blocked_and_unblocked_from_their_card(anna: Scene, monkeypatch):
    anna.be_able_to(caps=anna.account.caps | Cap.BLOCK)
    pane = meet(anna)
    choose(monkeypatch, "Block Anna")
    press_icon(pane, "More")

    assert "Blocked" in read(pane).splitlines()
    assert not offers(pane, "Follow")
    assert "Croissants and more #croissants" not in texts(anna.list)
    press(pane, "Unblock")
    assert anna.server.called("undo") == 1
    assert offers(pane, "Follow")
    assert "Blocked" not in read(pane).splitlines()
    assert "Croissants and more #croissants" in texts(anna.list)


def test_a_block_is_taken_back_from_the_menu_as_well(anna: Scene, monkeypatch):
    anna.be_able_to(caps=anna.account.caps | Cap.BLOCK)
    pane = meet(anna)
    choose(monkeypatch, "Block Anna")
    press_icon(pane, "More")
    offered = choose(monkeypatch, "Unblock Anna")
    press_icon(pane, "More")

    assert offered == [["Mute Anna", "Unblock Anna"]]
    assert offers(pane, "Follow")


def test_blocking_that_fails_changes_nothing(anna: Scene, monkeypatch):
    anna.be_able_to(caps=anna.account.caps | Cap.BLOCK)
    told = heard(anna.feeds.actions.failed)
    pane = meet(anna)
    choose(monkeypatch, "Block Anna")
    anna.server.fail("block", Unreachable())
    press_icon(pane, "More")
    assert offers(pane, "Follow")
    assert [type(error) for _, error in told] == [Unreachable]


def test_blocking_is_done_on_the_page_of_a_network_that_refuses_it_to_programs(
    anna: Scene, monkeypatch
):
    opened: list[str] = []
    monkeypatch.setattr(
        "desktop.views.hand_offs.open_link", lambda url, _parent, _theme: not opened.append(url)
    )
    monkeypatch.setattr("desktop.services.domain.hand_off.NETWORK", "bluesky")
    bob = arrival(4, "By Bob", author=replace(author("bob"), native_id="77"))
    anna.server.write(bob)
    anna.fetch()
    anna.be_able_to(caps=Cap.HOME | Cap.HAND_OFF)
    press_post(anna.list, "By Bob", "author")
    choose(monkeypatch, "Block Bob")
    press_icon(anna.home.side.person, "More")

    assert opened == ["https://x.com/i/user/77"]


def test_bringing_back_and_unblocking_are_steps_too(anna: Scene, monkeypatch):
    anna.be_able_to(caps=anna.account.caps | Cap.BLOCK)
    steps = remember(anna.stage.tasks, anna.feeds, anna.feeds.actions.stepped)
    pane = meet(anna)
    for line in ("Mute Anna", "Unmute Anna", "Block Anna"):
        choose(monkeypatch, line)
        press_icon(pane, "More")
    press(pane, "Unblock")
    assert [sentence.split(" ", 1)[1] for sentence in steps.sentences] == [
        "is muted",
        "is shown again",
        "is blocked",
        "is no longer blocked",
    ]

    steps.undo()
    assert "Blocked" in read(pane).splitlines()
    steps.undo()
    assert offers(pane, "Follow")
    steps.undo()
    assert "Croissants and more #croissants" not in texts(anna.list)
    steps.undo()
    assert "Croissants and more #croissants" in texts(anna.list)
    assert steps.failures == []


def test_whoever_was_followed_before_the_block_is_followed_again(anna: Scene, monkeypatch):
    anna.be_able_to(caps=anna.account.caps | Cap.BLOCK)
    steps = remember(anna.stage.tasks, anna.feeds, anna.feeds.actions.stepped)
    pane = meet(anna)
    press(pane, "Follow")
    choose(monkeypatch, "Block Anna")
    press_icon(pane, "More")
    anna.server.relations.clear()  # as on Mastodon, where a block ends it
    follows = anna.server.called("follow")

    steps.undo()

    assert anna.server.called("follow") == follows + 1
    assert offers(pane, "Unfollow")


def test_about_oneself_and_about_strangers_there_is_no_menu(scene: Scene):
    me = replace(author("shop"), native_id=scene.account.native_id)
    scene.server.write(arrival(1, "Croissants of mine", author=me))
    scene.fetch()
    assert not meet(scene).card._more.isVisible()

    scene.home.side.open_person(author("bob"), scene.account.id)
    assert not scene.home.side.person.card._more.isVisible()
