"""How an account stands to people on Mastodon and on servers that offer less."""

from functools import partial

from services.networks.mastodon_town import Town
from services.networks.opened import every
from services.networks.plain_mastodon_double import PlainDouble, answers

from desktop.services.domain.post import NotificationKind, Relation
from desktop.services.networks.mastodon import Mastodon

HOME = "/api/v1/timelines/home"


def test_people_lists_end_and_hold_everybody_once(plain: PlainDouble, humble: Mastodon):
    plain.page = 1
    found = every(partial(humble.followers, humble.me().native_id))
    assert {each.native_id for each in found} == {"lea@plain.example", "tom@plain.example"}


def test_a_request_to_follow_shows_until_it_is_taken_back(town: Town, shop: Mastodon):
    act_id = shop.follow("martin@town.example")
    relation = shop.relations(["martin@town.example"])["martin@town.example"]
    assert relation.following_id == act_id
    assert not relation.is_friend
    shop.undo(act_id)
    assert shop.relations(["martin@town.example"]) == {"martin@town.example": Relation()}


def test_a_follow_known_from_an_archive_can_be_taken_back(shop: Mastodon):
    shop.follow("martin@town.example")
    shop.undo("follow martin@town.example")
    assert shop.relations(["martin@town.example"]) == {"martin@town.example": Relation()}


def test_a_follow_that_the_server_says_nothing_of_can_be_taken_back(
    plain: PlainDouble, humble: Mastodon
):
    plain.fail(f"/api/v1/accounts/{plain.world.zoe}/follow", answers({}))
    assert humble.follow("zoe@plain.example") == f"follow {plain.world.zoe}"


def test_nobody_is_left_out_of_the_relations_but_who_is_not_there(shop: Mastodon):
    told = shop.relations(["tom@town.example", "nobody@town.example", "lea@town.example"])
    assert told["tom@town.example"] == Relation("", followed_by=True)
    assert told["lea@town.example"].is_friend
    assert set(told) == {"tom@town.example", "lea@town.example"}


def test_a_follow_request_is_answered(humble: Mastodon):
    request = humble.notifications().items[0]
    assert request.kind is NotificationKind.FOLLOW_REQUEST
    humble.answer_follow_request(request.actor.native_id, is_welcome=True)
    humble.answer_follow_request(request.actor.native_id, is_welcome=True)
    humble.answer_follow_request(request.actor.native_id, is_welcome=False)
    assert humble.relations([request.actor.native_id])[request.actor.native_id].followed_by


def test_a_block_ends_a_follow_and_can_be_taken_back(town: Town, shop: Mastodon):
    act_id = shop.block("tom@town.example")
    assert [each["acct"] for each in town.call("GET", "blocks", "bakery")] == ["tom"]
    shop.undo(act_id)
    assert town.call("GET", "blocks", "bakery") == []
