"""What one account does on its Mastodon-API server, the humbler ones included."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from services.loopback import Response, reset
from services.networks.mastodon_town import Town, opened_again
from services.networks.plain_mastodon_double import PlainDouble, said
from services.networks.plain_mastodon_world import TOKEN

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.draft import Draft, PublishKey
from desktop.services.domain.errors import (
    BadAnswer,
    Missing,
    OutcomeUnknown,
    RateLimited,
    Refused,
    SignedOut,
    Unreachable,
    Unsupported,
)
from desktop.services.networks import registry
from desktop.services.networks.contract import Credential, SignIn
from desktop.services.networks.mastodon import Mastodon

HOME = "/api/v1/timelines/home"


def test_seen_notifications_move_the_servers_marker(town: Town, shop: Mastodon):
    newest = shop.notifications().items[0].native_id
    shop.mark_seen()
    marker = town.call("GET", "markers", "bakery", **{"timeline[]": "notifications"})
    assert marker["notifications"]["last_read_id"] == newest
    again = opened_again(shop)
    again.mark_seen()
    again.close()


def test_the_reading_place_is_kept_where_the_feed_shows_the_post(town: Town, shop: Mastodon):
    assert shop.reading_place() == ""
    repost = next(each for each in shop.home().items if each.reposter is not None)
    shop.keep_reading_place(repost.post.native_id)
    marker = town.call("GET", "markers", "bakery", **{"timeline[]": "home"})["home"]
    assert marker["last_read_id"] != repost.post.version.rpartition("/")[2]
    assert shop.reading_place() == repost.post.native_id
    again = opened_again(shop)
    assert again.reading_place() == repost.post.native_id
    again.close()


def test_a_reading_place_at_a_post_that_is_gone_is_none(town: Town, shop: Mastodon):
    status = town.post("lea", "Bientôt parti")
    shop.home()
    shop.keep_reading_place(status["uri"])
    town.call("DELETE", f"statuses/{status['id']}", "lea")
    again = opened_again(shop)
    assert again.reading_place() == ""
    again.close()


@pytest.mark.parametrize(
    "act_id", ["", "rubbish", "poke 1", "follow ", "follow ../../x", "follow a b"]
)
def test_an_act_that_is_none_is_missing(shop: Mastodon, act_id: str):
    with pytest.raises(Missing):
        shop.undo(act_id)


def test_there_is_no_reading_place_at_a_post_that_nobody_knows(town: Town, shop: Mastodon):
    with pytest.raises(Unsupported):
        shop.keep_reading_place("https://far.example/1")
    with pytest.raises(Missing):
        shop.keep_reading_place(f"{town.url}/@lea/1")


def test_an_act_on_a_post_that_is_gone_is_taken_back_already(shop: Mastodon):
    for kind in ("favourite", "reblog", "follow", "block"):
        shop.undo(f"{kind} 123456")
    with pytest.raises(Missing):
        shop.like("https://town.example/@lea/1", "")


@pytest.mark.parametrize(
    "ask",
    [
        lambda network: network.lists(),
        lambda network: network.list_posts("1"),
        lambda network: network.reading_place(),
        lambda network: network.keep_reading_place("x"),
        lambda network: network.counts("pain"),
    ],
)
def test_what_a_server_does_not_offer_is_said_in_words(
    humble: Mastodon, ask: Callable[..., object]
):
    with pytest.raises(Unsupported):
        ask(humble)
    humble.mark_seen()


def test_what_turns_out_not_to_be_there_is_said_in_words_too(plain: PlainDouble, humble: Mastodon):
    plain.fail("/api/v2/search", said(404))
    with pytest.raises(Unsupported) as caught:
        humble.search("pain perdu")
    assert caught.value.web_url == f"{plain.url}/search?q=pain%20perdu"
    plain.fail("/api/v1/timelines/tag/pain", said(404))
    with pytest.raises(Unsupported) as caught:
        humble.tagged("#pain")
    assert caught.value.web_url == f"{plain.url}/tags/pain"


def test_a_server_without_search_has_none_in_its_capabilities(plain: PlainDouble, humble: Mastodon):
    plain.unknown.add("/api/v2/search")
    account: Account = humble.me()
    assert Cap.SEARCH not in account.caps
    before = len(plain.server.requests)
    with pytest.raises(Unsupported):
        humble.search("pain")
    assert len(plain.server.requests) == before


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ({"type": "status", "status": 401}, SignedOut),
        ({"type": "status", "status": 403, "body": {"error": "outside the scopes"}}, Refused),
        ({"type": "ratelimit"}, RateLimited),
        ({"type": "status", "status": 500}, Unreachable),
        ({"type": "malformed"}, BadAnswer),
        ({"type": "malformed", "truncate": False}, BadAnswer),
    ],
)
def test_a_fault_of_the_server_is_one_that_crieur_foresees(
    town: Town, shop: Mastodon, fault: dict[str, object], error: type[Exception]
):
    town.fail("timelines/home", fault)
    with pytest.raises(error):
        shop.home()
    assert shop.home().items


def test_a_like_whose_answer_is_lost_may_have_happened(plain: PlainDouble, humble: Mastodon):
    post = humble.home().items[0].post
    plain.fail(".*/favourite", lambda _, act: reset)
    with pytest.raises(OutcomeUnknown):
        humble.like(post.native_id, post.version)


def test_a_deletion_whose_answer_is_lost_can_be_asked_again(plain: PlainDouble, humble: Mastodon):
    key = PublishKey("u", "r", datetime.now(UTC))
    published = humble.publish(Draft("Bientôt parti"), key)
    local_id = published.version.rpartition("/")[2]

    def lost(_: object, act: Callable[[], Response]) -> object:
        act()
        return reset

    plain.fail(f"/api/v1/statuses/{local_id}", lost)
    with pytest.raises(OutcomeUnknown):
        humble.delete(published.native_id)
    humble.delete(published.native_id)


def test_a_server_that_becomes_busy_is_left_alone_and_says_how_long(
    plain: PlainDouble, humble: Mastodon
):
    humble.me()
    plain.fail("/api/v1/statuses", said(503))
    with pytest.raises(RateLimited):
        humble.publish(Draft("Bonjour"), PublishKey("u", "r", datetime.now(UTC)))


def test_an_account_described_anew_keeps_its_row_and_who_it_is(plain: PlainDouble):
    account, credential = registry.Networks().sign_in(SignIn("mastodon", plain.url, "", TOKEN))
    plain.world.accounts[plain.world.bakery]["display_name"] = "Le Fournil"
    network = registry.Networks().open_network(account, credential, lambda _: None)
    described = network.me()
    network.close()
    assert (described.name, described.native_id) == ("Le Fournil", account.native_id)


def test_a_credential_that_broke_asks_for_a_new_sign_in(plain: PlainDouble):
    account, _ = registry.Networks().sign_in(SignIn("mastodon", plain.url, "", TOKEN))
    with pytest.raises(SignedOut):
        registry.Networks().open_network(account, Credential("rubbish"), lambda _: None)
