"""Posts whose answer was lost on the way from a Mastodon-API server, and how they are found."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from services.loopback import Response, json_response, reset
from services.networks.mastodon_town import Town
from services.networks.plain_mastodon_double import said
from services.networks.writing_desk import PICTURE, STATUSES, Desk, key_now

from desktop.services.domain.draft import Draft, ReplyTarget
from desktop.services.domain.errors import (
    OutcomeUnknown,
)
from desktop.services.networks.mastodon import Mastodon


def lost(_: object, act: Callable[[], Response]) -> object:
    act()
    return reset


def cut(_: object, act: Callable[[], Response]) -> Response:
    body = act().body
    return Response(200, body[: len(body) // 2])


def odd(_: object, act: Callable[[], Response]) -> Response:
    act()
    return json_response({"id": "5"})


@pytest.mark.parametrize("fault", [lost, cut, odd])
def test_a_post_whose_answer_is_lost_is_found_again(desk: Desk, fault: object):
    draft, key = Draft("Croissants à 8 h #pain https://shop.example/menu", lang="fr"), key_now()
    desk.plain.fail(STATUSES, fault)
    with pytest.raises(OutcomeUnknown):
        desk.writing.publish(draft, key)
    found = desk.writing.find(draft, key)
    assert found is not None
    assert found.native_id in {each["uri"] for each in desk.plain.world.statuses.values()}


def test_a_post_that_did_not_leave_is_surely_not_found(desk: Desk):
    draft, key = Draft("Rien"), key_now()
    desk.plain.fail(STATUSES, said(500))
    with pytest.raises(OutcomeUnknown):
        desk.writing.publish(draft, key)
    assert desk.writing.find(draft, key) is None


def test_the_same_words_of_last_week_are_another_post(desk: Desk):
    week = (datetime.now(UTC) - timedelta(days=7)).isoformat()
    desk.plain.world.say(desk.plain.world.bakery, "Bonjour", created_at=week)
    assert desk.writing.find(Draft("Bonjour"), key_now()) is None


def test_words_alone_do_not_make_a_post_the_same(desk: Desk):
    key = key_now()
    desk.writing.publish(Draft("Bonjour"), key)
    target = desk.reply_to()
    assert desk.writing.find(Draft("Bonjour", reply_to=target), key) is None
    assert desk.writing.find(Draft("Bonjour", attachments=(PICTURE,)), key) is None
    assert desk.writing.find(Draft("Bonsoir"), key) is None
    desk.writing.publish(Draft("@lea @tom"), key)
    assert desk.writing.find(Draft("@lea @zoe"), key) is None
    gone = ReplyTarget("https://far.example/1", "", "https://far.example/1", "")
    assert desk.writing.find(Draft("Bonsoir", reply_to=gone), key) is None
    assert desk.writing.find(Draft("Bonjour", reply_to=gone), key) is not None


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            "Bravo @ana@far.example",
            "<p>Bravo <span><a href='https://far.example/@ana'>@ana</a></span></p>",
        ),
        ("Deux\nlignes  et", "<p>Deux<br>lignes et</p>"),
        (
            "Voir https://shop.example/a-very-long-way/to-the-menu",
            '<p>Voir <a href="https://shop.example/a-very-long-way/to-the-menu">'
            '<span class="invisible">https://</span>'
            '<span class="ellipsis">shop.example/a-very-long</span>'
            '<span class="invisible">-way/to-the-menu</span></a></p>',
        ),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
    ],
)
def test_a_server_may_show_the_words_in_its_own_way(desk: Desk, written: str, shown: str):
    world = desk.plain.world
    now = datetime.now(UTC).isoformat()
    post = world.say(world.bakery, "", content=shown, created_at=now)
    found = desk.writing.find(Draft(written), key_now())
    assert found is not None
    assert found.native_id == post["uri"]


def test_a_post_too_far_back_is_neither_there_nor_not_there(desk: Desk):
    world = desk.plain.world
    desk.plain.page = 1
    for number in range(12):
        world.say(world.bakery, f"Commande {number}", created_at=datetime.now(UTC).isoformat())
    with pytest.raises(OutcomeUnknown):
        desk.writing.find(Draft("Ailleurs"), key_now())


def test_a_lost_answer_on_mastodon_is_found_by_the_words(town: Town, shop: Mastodon):
    town.fail("^/api/v1/statuses$", {"type": "status", "status": 503})
    draft, key = Draft("Perdu ?"), key_now()
    with pytest.raises(OutcomeUnknown):
        shop.publish(draft, key)
    assert shop.find_published(draft, key) is None
    town.post("bakery", "Perdu ?")
    assert shop.find_published(draft, key) is not None


def test_a_second_attempt_makes_no_second_post_where_keys_mean_nothing(desk: Desk):
    before, key = len(desk.plain.world.statuses), key_now()
    first = desk.writing.publish(Draft("Une seule fois"), key)
    assert desk.writing.publish(Draft("Une seule fois"), key) == first
    assert len(desk.plain.world.statuses) == before + 1
