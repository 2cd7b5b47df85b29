"""Posts that leave a Mastodon account with all that belongs to them, for those who may see them."""

from dataclasses import replace

import pytest
from services.loopback import json_response, reset
from services.networks.mastodon_town import Town
from services.networks.plain_mastodon_double import said
from services.networks.writing_desk import PICTURE, STATUSES, Desk, key_now

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.draft import Draft, ReplyTarget
from desktop.services.domain.errors import (
    BadAnswer,
    InvalidField,
    Missing,
    Refused,
    Unreachable,
    Unsupported,
)
from desktop.services.networks.mastodon import Mastodon


def test_a_post_says_all_that_was_written(desk: Desk):
    draft = Draft("Tarte !", lang="fr", warning="sucre", attachments=(PICTURE,))
    published = desk.writing.publish(draft, key_now())
    sent = desk.sent()
    assert (sent["status"], sent["language"], sent["spoiler_text"]) == ("Tarte !", "fr", "sucre")
    assert sent["sensitive"] == "1"
    assert "visibility" not in sent
    assert desk.plain.world.pictures[sent["media_ids[]"]]["description"] == "Une tarte aux prunes"
    assert desk.plain.calls(STATUSES)[-1].headers["idempotency-key"] == "uuid-1"
    local_id = published.version.rpartition("/")[2]
    assert published.native_id == desk.plain.world.statuses[local_id]["uri"]


@pytest.mark.parametrize(
    ("wanted", "asked", "sent"),
    [
        ("", "public", None),
        ("", "unlisted", "unlisted"),
        ("", "private", "private"),
        ("", "direct", "direct"),
        ("", "mutuals_only", "private"),
        ("public", "direct", "direct"),
        ("followers", "public", "private"),
        ("followers", "unlisted", "private"),
        ("direct", "private", "direct"),
    ],
)
def test_an_answer_is_shown_to_no_more_people_than_its_question(
    desk: Desk, wanted: str, asked: str, sent: str | None
):
    target = desk.reply_to(visibility=asked)
    desk.writing.publish(Draft("Dès 7 h", reply_to=target, visibility=wanted), key_now())
    assert desk.sent().get("visibility") == sent


def test_the_person_who_is_answered_is_named_so_that_they_hear_of_it(desk: Desk):
    target = desk.reply_to()
    key = key_now()
    draft = Draft("Dès 7 h", reply_to=target)
    published = desk.writing.publish(draft, key)
    assert desk.sent()["status"] == "@lea Dès 7 h"
    assert desk.writing.find(draft, key) == published
    desk.writing.publish(Draft("Oui @Lea@plain.example, dès 7 h", reply_to=target), key_now())
    assert desk.sent()["status"] == "Oui @Lea@plain.example, dès 7 h"


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        ("@jo merci", "@jo.le-bon@far.example @jo merci"),
        ("@jo.le-bon merci", "@jo.le-bon@far.example @jo.le-bon merci"),
        ("@jo.le-bon@other.example ?", "@jo.le-bon@far.example @jo.le-bon@other.example ?"),
        ("Oui @Jo.Le-Bon@far.example!", "Oui @Jo.Le-Bon@far.example!"),
        ("moi@jo.le-bon@far.example", "@jo.le-bon@far.example moi@jo.le-bon@far.example"),
    ],
)
def test_a_namesake_is_not_the_person_who_is_answered(desk: Desk, said: str, sent: str):
    world = desk.plain.world
    world.accounts["99"] = world.accounts[world.lea] | {"id": "99", "acct": "jo.le-bon@far.example"}
    target = desk.reply_to(account=world.accounts["99"], visibility="direct")
    key = key_now()
    published = desk.writing.publish(Draft(said, reply_to=target), key)
    assert desk.sent()["status"] == sent
    assert desk.writing.find(Draft(said, reply_to=target), key) == published


def test_who_answers_oneself_is_not_named(desk: Desk):
    post = desk.plain.world.say(desk.plain.world.bakery, "Un")
    target = ReplyTarget(post["uri"], "", post["uri"], "")
    desk.writing.publish(Draft("Deux", reply_to=target), key_now())
    assert desk.sent()["status"] == "Deux"
    assert desk.sent()["in_reply_to_id"] == post["id"]


def test_an_answer_to_a_post_that_is_gone_does_not_leave(desk: Desk):
    target = desk.reply_to()
    desk.plain.world.statuses.popitem()
    with pytest.raises(Missing):
        desk.writing.publish(Draft("Trop tard", reply_to=target), key_now())
    assert not desk.plain.calls(STATUSES)


def test_a_picture_is_waited_for_until_the_server_has_prepared_it(desk: Desk):
    desk.plain.world.is_slow_with_pictures = True
    desk.writing.publish(Draft("Tarte", attachments=(PICTURE,)), key_now())
    assert len(desk.pauses) == 2
    assert len(desk.plain.calls(STATUSES)) == 1


def test_a_picture_that_never_gets_ready_leaves_the_post_unsent(desk: Desk):
    slow = json_response({"id": "1", "url": None}, 206)
    desk.plain.fail("/api/v2/media", lambda _, act: json_response({"id": "1", "url": None}, 202))
    desk.plain.fail("/api/v1/media/1", *[lambda _, act: slow] * 20)
    with pytest.raises(Unreachable):
        desk.writing.publish(Draft("Tarte", attachments=(PICTURE,)), key_now())
    assert not desk.plain.calls(STATUSES)


def test_a_picture_of_which_the_server_tells_nothing_more_is_taken_as_ready(desk: Desk):
    desk.plain.world.is_slow_with_pictures = True
    desk.plain.fail("/api/v1/media/.*", said(404))
    desk.writing.publish(Draft("Tarte", attachments=(PICTURE,)), key_now())
    assert len(desk.plain.calls(STATUSES)) == 1


def test_a_picture_that_is_lost_or_odd_has_written_nothing(desk: Desk):
    draft = Draft("Tarte", attachments=(PICTURE,))
    desk.plain.fail("/api/v2/media", lambda _, act: reset)
    with pytest.raises(Unreachable):
        desk.writing.publish(draft, key_now())
    desk.plain.fail("/api/v2/media", lambda _, act: json_response({}))
    with pytest.raises(BadAnswer):
        desk.writing.publish(draft, key_now())
    assert not desk.plain.calls(STATUSES)


@pytest.mark.parametrize(
    ("draft", "error"),
    [
        (Draft("  "), InvalidField),
        (Draft("x", visibility="nobody"), InvalidField),
        (Draft("x", attachments=(PICTURE,) * 7), Refused),
        (Draft("x", attachments=(replace(PICTURE, content=b"x" * 10_485_761),)), Refused),
        (Draft("x", quote_of=("https://plain.example/objects/1", "")), Unsupported),
    ],
)
def test_what_the_server_would_refuse_is_not_sent(desk: Desk, draft: Draft, error: type[Exception]):
    with pytest.raises(error):
        desk.writing.publish(draft, key_now())
    assert not desk.plain.calls(STATUSES)


def test_a_refused_post_says_why(desk: Desk):
    desk.plain.fail(STATUSES, said(400, "status too long, 6000 characters but limit is 5000"))
    with pytest.raises(Refused) as caught:
        desk.writing.publish(Draft("x"), key_now())
    assert caught.value.reason == "too_long"


def test_a_quote_and_a_key_that_counts_on_mastodon(town: Town, shop: Mastodon):
    quoted = shop.home().items[1].post
    draft, key = Draft("À lire", quote_of=(quoted.native_id, quoted.version)), key_now()
    published = shop.publish(draft, key)
    assert shop.publish(draft, key) == published
    post = shop.posts([published.native_id])[0]
    assert post.quote is not None
    assert post.quote.native_id == quoted.native_id


def test_a_post_for_followers_is_for_followers_on_mastodon(shop: Mastodon):
    published = shop.publish(Draft("Entre nous", visibility="followers"), key_now())
    assert shop.posts([published.native_id])[0].visibility == "followers"


def test_the_accounts_own_server_decides_what_it_offers(desk: Desk):
    account: Account = desk.session.account
    assert Cap.IDEMPOTENT_CREATE not in account.caps
    desk.become(caps=account.caps | Cap.IDEMPOTENT_CREATE)
    desk.writing.publish(Draft("Sans chercher"), key_now())
    assert not desk.plain.calls(f"/api/v1/accounts/{desk.plain.world.bakery}/statuses")
