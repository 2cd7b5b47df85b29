"""The X adapter where the contract does not reach: its prices, its refusals, its lost answers."""

import json
from datetime import timedelta

import pytest
from services.loopback import json_response
from services.networks.x_faults import (
    blocked,
    broken,
    broken_after,
    cut_off,
    dropped,
    gone,
    lost,
    out_of_plan,
    truncated,
)
from services.networks.x_shop import Shop, assert_paid, charged

from desktop.services.domain.charges import Charge
from desktop.services.domain.draft import Attachment, Draft, PublishKey, ReplyTarget
from desktop.services.domain.errors import (
    BadAnswer,
    Missing,
    OutcomeUnknown,
    Refused,
    Unreachable,
    Unsupported,
)
from desktop.services.domain.post import Post

CREATE = "POST /2/tweets"
WRITTEN = "GET /2/users/:id/tweets"
PICTURE = Attachment(b"png", "image/png", "La vitrine", 2, 1)


def key(x_shop: Shop) -> PublishKey:
    return PublishKey("uuid", "", x_shop.double.world.now)


def typed(x_shop: Shop) -> list[str]:
    return [said.typed for said in x_shop.double.world.posts.values()]


def target(post: Post) -> ReplyTarget:
    return ReplyTarget(post.native_id, post.version, post.root or post.native_id, "")


@pytest.mark.parametrize(
    ("words", "operation", "price"),
    [("Du pain", "post_create", 15_000), ("Voir fournil.fr", "post_create_with_link", 200_000)],
)
def test_a_post_is_paid_at_its_price(x_shop: Shop, words: str, operation: str, price: int):
    published = x_shop.network.publish(Draft(words), key(x_shop))
    assert published.url == f"https://x.com/shop/status/{published.native_id}"
    charge, endpoint, ids = x_shop.book.spent_on[-1]
    assert (charge, endpoint) == (Charge(operation, 1), CREATE)
    assert ids == (published.native_id,)
    assert x_shop.double.bill.total == x_shop.book.total == price


def test_an_answer_and_a_thread_have_prices_of_their_own(x_shop: Shop):
    mention = x_shop.network.notifications().items[0].post
    assert mention is not None
    x_shop.network.publish(Draft("Merci !", reply_to=target(mention)), key(x_shop))
    first = x_shop.network.publish(Draft("1/2"), key(x_shop))
    link = ReplyTarget(first.native_id, first.version, first.native_id, "")
    x_shop.network.publish(Draft("2/2", reply_to=link), key(x_shop))
    assert charged(x_shop)[1:] == ["reply_create", "post_create", "post_create"]
    assert_paid(x_shop)


def test_who_did_not_speak_to_the_shop_is_answered_in_the_browser(x_shop: Shop):
    stranger = x_shop.double.world.post(x_shop.clients[0], "Il pleut")
    draft = Draft("Entrez donc", reply_to=ReplyTarget(stranger, stranger, stranger, stranger))
    with pytest.raises(Refused) as refusal:
        x_shop.network.publish(draft, key(x_shop))
    assert refusal.value.reason == "not_summoned"
    assert_paid(x_shop)


def test_what_the_plan_lacks_is_told_as_that(x_shop: Shop):
    x_shop.double.fail(CREATE, out_of_plan)
    with pytest.raises(Refused) as refusal:
        x_shop.network.publish(Draft("Du pain"), key(x_shop))
    assert refusal.value.reason == "tier"


def test_pictures_come_first_and_are_free(x_shop: Shop):
    draft = Draft("Vitrine", attachments=(PICTURE, Attachment(b"x", "image/jpeg", "", 1, 1)))
    published = x_shop.network.publish(draft, key(x_shop))
    said = x_shop.double.world.posts[published.native_id]
    assert [picture.alt for picture in said.pictures] == ["La vitrine", ""]
    assert x_shop.double.calls("POST /2/media/metadata") == 1
    assert charged(x_shop) == ["post_create"]
    assert_paid(x_shop)


@pytest.mark.parametrize(
    ("route", "fault"),
    [
        ("POST /2/media/upload", lost),
        ("POST /2/media/upload", broken(503)),
        ("POST /2/media/upload", truncated),
        ("POST /2/media/upload", lambda _, act: json_response({"data": {}})),
        ("POST /2/media/metadata", lost),
        ("POST /2/media/metadata", broken(503)),
    ],
)
def test_a_picture_that_does_not_arrive_keeps_the_post_back(
    x_shop: Shop, route: str, fault: object
):
    draft = Draft("Vitrine", attachments=(PICTURE,))
    x_shop.double.fail(route, fault)
    with pytest.raises((Unreachable, BadAnswer)):
        x_shop.network.publish(draft, key(x_shop))
    assert x_shop.double.calls(CREATE) == 0
    assert x_shop.book.allowed == []
    x_shop.network.publish(draft, key(x_shop))
    assert typed(x_shop).count("Vitrine") == 1


@pytest.mark.parametrize("fault", [lost, cut_off, broken_after(500), truncated])
def test_a_post_whose_answer_was_lost_is_found_by_its_words(x_shop: Shop, fault: object):
    draft, made = Draft("Ouvert dimanche : fournil.fr & https://www.fournil.fr/a"), key(x_shop)
    x_shop.double.fail(CREATE, fault)
    with pytest.raises(OutcomeUnknown):
        x_shop.network.publish(draft, made)
    found = x_shop.network.find_published(draft, made)
    assert found is not None
    assert x_shop.double.world.posts[found.native_id].typed == draft.text
    assert typed(x_shop).count(draft.text) == 1
    assert [each[:2] for each in x_shop.book.spent_on[1:]] == [
        (Charge("post_create_with_link", 1), CREATE)
    ]
    x_shop.network.find_published(draft, made)
    assert_paid(x_shop)


@pytest.mark.parametrize("fault", [dropped, broken(500), broken(504)])
def test_a_post_that_did_not_arrive_is_not_found_and_can_be_sent_again(x_shop: Shop, fault: object):
    draft, made = Draft("Une fois"), key(x_shop)
    x_shop.double.fail(CREATE, fault)
    with pytest.raises(OutcomeUnknown):
        x_shop.network.publish(draft, made)
    assert x_shop.network.find_published(draft, made) is None
    x_shop.network.publish(draft, made)
    assert typed(x_shop).count("Une fois") == 1


def test_a_second_try_after_an_answer_that_came_too_late_finds_the_first(x_shop: Shop):
    draft, made = Draft("Une fois"), key(x_shop)
    x_shop.double.writes.lag = 2
    x_shop.double.fail(CREATE, lost)
    with pytest.raises(OutcomeUnknown):
        x_shop.network.publish(draft, made)
    assert x_shop.network.find_published(draft, made) is None
    again = x_shop.network.publish(draft, made)
    assert x_shop.network.find_published(draft, made) == again
    assert typed(x_shop).count("Une fois") == 1


def test_words_that_x_refuses_as_said_before_are_no_post_of_ours(x_shop: Shop):
    x_shop.network.publish(Draft("Bonjour"), key(x_shop))
    x_shop.double.world.now += timedelta(hours=1)
    with pytest.raises(Refused) as refusal:
        x_shop.network.publish(Draft("Bonjour"), key(x_shop))
    assert refusal.value.reason == "duplicate"


@pytest.mark.parametrize("fault", [lost, broken(500)])
def test_a_look_up_that_fails_decides_nothing(x_shop: Shop, fault: object):
    x_shop.double.fail(WRITTEN, fault)
    with pytest.raises(Unreachable):
        x_shop.network.find_published(Draft("Une fois"), key(x_shop))


def test_a_post_that_comes_without_an_id_may_be_there(x_shop: Shop):
    x_shop.double.fail(CREATE, lambda _, act: json_response({"data": {"text": "x"}}, 201))
    with pytest.raises(OutcomeUnknown):
        x_shop.network.publish(Draft("Une fois"), key(x_shop))


def test_an_answer_to_nothing_known_is_not_sent(x_shop: Shop):
    with pytest.raises(Missing):
        x_shop.network.publish(
            Draft("Merci", reply_to=ReplyTarget("at://x", "", "", "")), key(x_shop)
        )
    assert x_shop.double.server.requests == []


def test_deleting_is_paid_once_and_doing_it_twice_is_no_error(x_shop: Shop):
    published = x_shop.network.publish(Draft("Bientôt effacé"), key(x_shop))
    x_shop.network.delete(published.native_id)
    x_shop.network.delete(published.native_id)
    assert charged(x_shop) == ["post_create", "delete"]
    assert_paid(x_shop)


def test_somebody_elses_post_is_not_ours_to_delete(x_shop: Shop):
    others = x_shop.double.world.post(x_shop.clients[0], "Non")
    with pytest.raises(Refused):
        x_shop.network.delete(others)


def test_a_repost_is_paid_and_taken_back(x_shop: Shop):
    post = x_shop.network.home().items[0].post
    act = x_shop.network.repost(post.native_id, post.version)
    assert x_shop.network.home().items[1].post.viewer.repost_id == act
    assert x_shop.network.repost(post.native_id, post.version) == act
    x_shop.network.undo(act)
    assert x_shop.network.home().items[0].post.viewer.repost_id == ""
    assert [each for each in charged(x_shop) if each != "post_read"] == ["interaction", "delete"]
    assert_paid(x_shop)


def test_a_repost_that_x_refuses_is_not_shown_as_done(x_shop: Shop):
    post = x_shop.network.home().items[0].post
    x_shop.double.fail("POST /2/users/:id/retweets", blocked, gone)
    with pytest.raises(Refused):
        x_shop.network.repost(post.native_id, post.version)
    with pytest.raises(Missing):
        x_shop.network.repost(post.native_id, post.version)
    assert x_shop.network.home().items[0].post.viewer.repost_id == ""


@pytest.mark.parametrize(
    ("act", "page"),
    [
        ("like", "https://x.com/intent/like?tweet_id=20"),
        ("follow", "https://x.com/intent/follow?user_id=20"),
        ("block", "https://x.com/i/user/20"),
    ],
)
def test_what_x_lets_no_program_do_has_its_page(x_shop: Shop, act: str, page: str):
    asked = ("20", "20") if act == "like" else ("20",)
    with pytest.raises(Unsupported) as refused:
        getattr(x_shop.network, act)(*asked)
    assert refused.value.web_url == page
    assert x_shop.double.server.requests == []


@pytest.mark.parametrize("act_id", ["", "favourite 20", "repost ", "repost x", "20"])
def test_what_is_no_repost_cannot_be_taken_back(x_shop: Shop, act_id: str):
    with pytest.raises(Missing):
        x_shop.network.undo(act_id)
    assert x_shop.double.server.requests == []


def test_what_x_does_not_have_says_so(x_shop: Shop):
    for refused in (
        lambda: x_shop.network.relations(["20"]),
        lambda: x_shop.network.answer_follow_request("20", is_welcome=True),
        x_shop.network.reading_place,
        lambda: x_shop.network.keep_reading_place("20"),
    ):
        with pytest.raises(Unsupported):
            refused()
    x_shop.network.mark_seen()
    assert x_shop.double.server.requests == []


def test_nobody_asks_x_who_the_account_is_but_on_purpose(x_shop: Shop):
    x_shop.network.home()
    x_shop.network.repost(x_shop.network.home().items[0].post.native_id, "")
    assert x_shop.double.calls("GET /2/users/me") == 0
    x_shop.network.me()
    assert x_shop.double.calls("GET /2/users/me") == 1


def test_a_post_says_what_was_typed_and_nothing_else(x_shop: Shop):
    x_shop.network.publish(Draft("Voilà", lang="fr"), key(x_shop))
    request = next(each for each in x_shop.double.server.requests if each.path == "/2/tweets")
    assert json.loads(request.body) == {"text": "Voilà"}
