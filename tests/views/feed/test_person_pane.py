"""Who somebody is, how one stands to them, and what one noted about them."""

from dataclasses import replace

import pytest
from fake_server import arrival, author
from feed_scene import Scene, meet, press_post, texts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from screens import find, heard, offers, press, read, settle

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.errors import Unreachable
from desktop.services.domain.post import Facet, FacetKind, Relation
from desktop.views.feed.person_pane import PersonPane


def write_note(pane: PersonPane, text: str) -> None:
    field = find(pane, "note", QPlainTextEdit)
    assert field.isEnabled()
    field.setPlainText(text)


def note_of(scene: Scene) -> str:
    return scene.stage.session.people.person(scene.account.id, "did:anna").note


def test_a_person_is_shown_with_what_they_say_of_themselves_and_their_posts(anna: Scene):
    pane = meet(anna)
    said = read(pane)

    assert "Anna\n@anna.test" in said
    assert "Eats bread" in said
    assert "Followers: 12.3" in said
    assert "Following: 7 · Posts: 2" in said
    assert "2 posts of theirs stored here · The first is from" in said
    assert "croissants" in said
    assert texts(pane.list) == ["Croissants and more #croissants", "An older one"]
    assert "Person" in read(anna.home.side)


def test_following_and_unfollowing_are_shown_on_the_button(anna: Scene):
    pane = meet(anna)
    press(pane, "Follow")
    assert anna.server.relations["did:anna"].following_id
    press(pane, "Unfollow")

    assert anna.server.relations["did:anna"].following_id == ""
    assert offers(pane, "Follow")


@pytest.mark.parametrize(
    ("relation", "badge"),
    [
        (Relation("follow:1", followed_by=True), "Friend"),
        (Relation("", followed_by=True), "Follows you"),
        (Relation("follow:1"), ""),
    ],
)
def test_how_one_stands_to_a_person_is_said(anna: Scene, relation: Relation, badge: str):
    anna.server.relations["did:anna"] = relation
    said = read(meet(anna)).splitlines()

    assert [word for word in ("Friend", "Follows you") if word in said] == (
        [badge] if badge else []
    )
    assert ("Unfollow" if relation.following_id else "Follow") in said


def test_following_that_does_not_arrive_is_told_and_can_be_tried_again(anna: Scene):
    pane = meet(anna)
    anna.server.fail("follow", Unreachable())
    press(pane, "Follow")

    assert pane.card.banner.isVisible()
    assert offers(pane, "Follow")
    press(pane, "Follow")
    assert offers(pane, "Unfollow")


def test_an_account_that_cannot_follow_says_so_by_a_dead_button(anna: Scene):
    anna.be_able_to(caps=Cap.HOME)

    assert not find(meet(anna), "follow").isEnabled()


def test_nobody_follows_themselves(scene: Scene):
    me = replace(author("shop"), native_id=scene.account.native_id)
    scene.server.write(arrival(1, "Croissants of mine", author=me))
    scene.fetch()

    assert not offers(meet(scene), "follow")


def test_a_note_is_kept_after_a_pause(anna: Scene):
    pane = meet(anna)
    write_note(pane, "Likes them dark")
    assert note_of(anna) == ""
    pane.card._writing.timeout.emit()

    assert note_of(anna) == "Likes them dark"


def test_a_note_is_kept_when_one_walks_on(anna: Scene):
    pane = meet(anna)
    write_note(pane, "Likes them dark")
    anna.home.side.open_person(author("bob"), anna.account.id)
    settle()
    assert note_of(anna) == "Likes them dark"
    assert pane.card.note == ""

    anna.home.go_back()
    assert pane.card.note == "Likes them dark"


def test_a_note_is_kept_when_the_window_is_left(anna: Scene):
    write_note(meet(anna), "Likes them dark")
    anna.feeds.leave()

    assert note_of(anna) == "Likes them dark"


def test_what_is_being_typed_is_not_overwritten_when_the_network_answers(anna: Scene):
    meet(anna)
    lane = anna.stage.on_busy_lanes()
    pane = anna.home.side.person
    pane._tasks = lane
    pane.show_author(author("anna"), anna.account.id)
    lane.waiting.pop(0)()
    write_note(pane, "Typed meanwhile")
    lane.work_off()

    assert pane.card.note == "Typed meanwhile"


def test_without_the_network_what_is_stored_is_shown(anna: Scene):
    anna.server.fail("profile", Unreachable())
    pane = meet(anna)

    assert pane.card.banner.isVisible()
    assert texts(pane.list) == ["Croissants and more #croissants"]
    assert not offers(pane, "Open in browser")


def test_their_page_is_opened_in_the_browser(anna: Scene, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(
        "desktop.views.feed.person_pane.open_link", lambda url, _parent, _theme: opened.append(url)
    )
    press(meet(anna), "Open in browser")

    assert opened == ["https://shop.test/anna"]


def test_someone_named_in_a_post_is_found_by_their_handle(anna: Scene):
    facet = Facet(FacetKind.MENTION, 6, 16, "anna.test")
    anna.server.write(arrival(5, "Hello @anna.test", "bob", facets=(facet,)))
    anna.fetch()
    press_post(anna.list, "Hello @anna", "mention:anna.test")

    assert "Eats bread" in read(anna.home.side.person)
    assert anna.home.side.person.native_id == "did:anna"


def test_who_is_not_there_is_told(scene: Scene):
    scene.home.side.open_person(author("nobody"), scene.account.id)
    pane = scene.home.side.person

    assert pane.card.banner.isVisible()
    assert not find(pane, "note", QPlainTextEdit).isEnabled()


def test_a_stranger_keeps_the_name_by_which_they_were_opened(scene: Scene):
    scene.home.side.open_person(author("bob"), scene.account.id)

    assert "Bob\n@bob.test" in read(scene.home.side.person)


def test_the_late_answer_about_one_person_is_not_shown_for_another(anna: Scene):
    pane = meet(anna)
    lane = anna.stage.on_busy_lanes()
    pane._tasks = lane
    pane.show_author(author("anna"), anna.account.id)
    pane.show_author(author("bob"), anna.account.id)
    lane.work_off()

    assert "Eats bread" not in read(pane)
    assert "@bob.test" in read(pane)


def test_each_account_has_its_own_relation(anna: Scene, second: Account):
    anna.server.relations["did:anna"] = Relation("follow:1", followed_by=True)
    meet(anna)
    people = anna.stage.bench.rows.people
    people.save_relations(second.id, {"did:anna": Relation()})

    assert people.person(people.author_id("bluesky", "did:anna"), second.id).relation == Relation()
    assert offers(anna.home.side.person, "Unfollow")


def test_times_of_their_posts_are_told_as_seen_from_now(anna: Scene):
    anna.stage.bench.clock.advance(minutes=7)
    model = meet(anna).list.model()

    assert "4 min" in model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)


def test_a_fault_of_ours_is_not_told_as_trouble_of_the_network(anna: Scene):
    anna.server.fail("profile", ZeroDivisionError())
    pane = meet(anna)

    assert [type(each) for each in anna.stage.tasks.unhandled] == [ZeroDivisionError]
    assert not pane.card.banner.isVisible()


def test_trouble_about_one_person_is_not_told_on_the_card_of_another(anna: Scene):
    pane = meet(anna)
    lane = anna.stage.on_busy_lanes()
    pane._tasks = lane
    anna.server.people["did:bob"] = author("bob")
    anna.server.fail("profile", Unreachable())
    pane.show_author(author("anna"), anna.account.id)
    lane.waiting.pop(0)()
    pane.show_author(author("bob"), anna.account.id)
    lane.work_off()

    assert not pane.card.banner.isVisible()
    assert "@bob.test" in read(pane)


def test_following_is_done_on_the_page_of_a_network_that_refuses_it_to_programs(
    anna: Scene, monkeypatch
):
    opened: list[str] = []
    monkeypatch.setattr(
        "desktop.views.hand_offs.open_link", lambda url, _parent, _theme: not opened.append(url)
    )
    monkeypatch.setattr("desktop.services.domain.hand_off.NETWORK", "bluesky")
    anna.be_able_to(caps=Cap.HOME | Cap.HAND_OFF)
    said = heard(anna.feeds.actions.said)
    anna.home.side.open_person(replace(author("bob"), native_id="77"), anna.account.id)
    press(anna.home.side.person, "Follow")

    assert opened == ["https://x.com/intent/follow?user_id=77"]
    assert said == [("Opened on Bluesky: it does not let programs do this.",)]
    assert anna.server.called("follow") == 0
