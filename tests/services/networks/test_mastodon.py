"""What one account sees and does on its Mastodon-API server, the humbler ones included."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial

import pytest
from services.loopback import Response, json_response, reset
from services.networks.mastodon_town import Town
from services.networks.opened import every
from services.networks.plain_mastodon_double import PlainDouble, said
from services.networks.plain_mastodon_world import TOKEN

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.conversation import reading_order
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
from desktop.services.domain.post import NotificationKind, Relation
from desktop.services.networks import registry
from desktop.services.networks.contract import Credential, SignIn
from desktop.services.networks.mastodon import Mastodon

HOME = "/api/v1/timelines/home"


@pytest.fixture
def humble(plain: PlainDouble) -> Iterator[Mastodon]:
    """Sign the bakery in to the humbler server."""
    account, credential = registry.sign_in(SignIn("mastodon", plain.url, "", TOKEN))
    network = registry.open_network(account, credential, lambda _: None)
    assert isinstance(network, Mastodon)
    yield network
    network.close()


def asked_again(shop: Mastodon, town: Town) -> Mastodon:
    """Open the account as after a restart: nothing is remembered."""
    account, token = shop._session.account, shop._token
    network = registry.open_network(account, token.credential(), lambda _: None)
    assert isinstance(network, Mastodon)
    return network


def answers(values: object, **headers: str) -> Callable[..., Response]:
    return lambda _, act: json_response(values, 200, **headers)


def test_a_repost_stands_in_the_feed_at_its_own_time(shop: Mastodon):
    arrival = next(each for each in shop.home().items if each.post.text.startswith("Marché"))
    assert arrival.reposter is not None
    assert arrival.reposter.handle == "lea@town.example"
    assert arrival.post.author.native_id == "zoe@town.example"
    assert arrival.at > arrival.post.created_at


def test_pages_follow_the_servers_links_to_the_end(town: Town, shop: Mastodon):
    for number in range(45):
        town.post("lea", f"Tour {number}")
    first = shop.home(limit=100)
    assert len(first.items) == 40
    second = shop.home(first.older, limit=100)
    shown = [(each.post.native_id, each.reposter) for each in first.items + second.items]
    assert len(set(shown)) == len(shown) == 57
    assert second.older == ""


def test_a_reply_names_the_post_it_answers_though_that_is_on_no_page(town: Town, shop: Mastodon):
    question = town.post("zoe", "Qui fait du seigle ?")
    town.post("lea", "@zoe La boulangerie !", in_reply_to_id=question["id"])
    reply = shop.home(limit=1).items[0].post
    assert (reply.reply_to, reply.root) == (question["uri"], question["uri"])


def test_notifications_tell_replies_from_mentions_and_hold_their_posts(shop: Mastodon):
    told = {each.kind: each for each in shop.notifications().items}
    reply = told[NotificationKind.REPLY]
    assert reply.post is not None
    assert reply.post.text == "@bakery Délicieux !"
    assert reply.subject_id == reply.post.reply_to == reply.post.root
    assert told[NotificationKind.LIKE].subject_id == reply.subject_id
    assert told[NotificationKind.LIKE].actor.native_id == "tom@town.example"


def test_seen_notifications_move_the_servers_marker(town: Town, shop: Mastodon):
    newest = shop.notifications().items[0].native_id
    shop.mark_seen()
    marker = town.call("GET", "markers", "bakery", **{"timeline[]": "notifications"})
    assert marker["notifications"]["last_read_id"] == newest
    again = asked_again(shop, town)
    again.mark_seen()
    again.close()


def test_the_reading_place_is_kept_where_the_feed_shows_the_post(town: Town, shop: Mastodon):
    assert shop.reading_place() == ""
    repost = next(each for each in shop.home().items if each.reposter is not None)
    shop.keep_reading_place(repost.post.native_id)
    marker = town.call("GET", "markers", "bakery", **{"timeline[]": "home"})["home"]
    assert marker["last_read_id"] != repost.post.version.rpartition("/")[2]
    assert shop.reading_place() == repost.post.native_id
    again = asked_again(shop, town)
    assert again.reading_place() == repost.post.native_id
    again.close()


def test_a_reading_place_at_a_post_that_is_gone_is_none(town: Town, shop: Mastodon):
    status = town.post("lea", "Bientôt parti")
    shop.home()
    shop.keep_reading_place(status["uri"])
    town.call("DELETE", f"statuses/{status['id']}", "lea")
    again = asked_again(shop, town)
    assert again.reading_place() == ""
    again.close()


def test_a_thread_holds_together_and_is_in_reading_order(town: Town, shop: Mastodon):
    first = town.post("zoe", "Un")
    second = town.post("tom", "Deux", in_reply_to_id=first["id"])
    third = town.post("zoe", "Trois", in_reply_to_id=second["id"])
    town.post("lea", "Quatre", in_reply_to_id=third["id"])
    town.post("lea", "Cinq", in_reply_to_id=second["id"])
    thread = shop.thread(second["uri"])
    assert [post.text for post in thread] == ["Un", "Deux", "Trois", "Quatre", "Cinq"]
    assert {post.root for post in thread} == {"", first["uri"]}
    ordered = reading_order(thread, second["uri"])
    assert [post.text for post, _ in ordered] == [post.text for post in thread]
    assert [depth for _, depth in ordered] == [0, 1, 2, 3, 2]


def test_what_answers_a_post_that_is_hidden_comes_last(plain: PlainDouble, humble: Mastodon):
    world = plain.world
    top = world.say(world.lea, "Un")
    hidden = world.say(world.zoe, "Deux", top)
    below = world.say(world.tom, "Trois", hidden)
    focus = {"ancestors": [], "descendants": [below]}
    plain.fail(f"/api/v1/statuses/{top['id']}/context", answers(focus))
    assert [post.text for post in humble.thread(top["uri"])] == ["Un", "Trois"]


def test_posts_are_found_after_a_restart(town: Town, shop: Mastodon):
    wanted = {each.post.native_id for each in shop.home().items}
    again = asked_again(shop, town)
    assert {post.native_id for post in again.posts(sorted(wanted))} == wanted
    again.close()


def test_posts_are_asked_one_by_one_where_many_at_once_give_nothing(
    plain: PlainDouble, humble: Mastodon
):
    wanted = {each.post.native_id for each in humble.home().items}
    others = plain.world.statuses.values()
    plain.fail("/api/v1/statuses", answers([]), answers(list(others)[-1:]))
    for _ in range(2):
        assert {post.native_id for post in humble.posts(sorted(wanted))} == wanted


def test_what_cannot_be_looked_for_is_not_said_to_be_gone(plain: PlainDouble, humble: Mastodon):
    plain.unknown.add("/api/v2/search")
    with pytest.raises(Unsupported):
        humble.posts(["https://far.example/1"])


def test_people_lists_end_and_hold_everybody_once(plain: PlainDouble, humble: Mastodon):
    plain.page = 1
    found = every(partial(humble.followers, humble.me().native_id))
    assert {each.native_id for each in found} == {"lea@plain.example", "tom@plain.example"}


def test_a_request_to_follow_shows_until_it_is_taken_back(town: Town, shop: Mastodon):
    act_id = shop.follow("martin@town.example")
    assert act_id.startswith("request ")
    relation = shop.relations(["martin@town.example"])["martin@town.example"]
    assert relation.following_id == act_id
    assert not relation.is_friend
    shop.undo(act_id)
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


@pytest.mark.parametrize(
    "act_id", ["", "rubbish", "poke 1", "follow ", "follow ../../x", "follow a b"]
)
def test_an_act_that_is_none_is_missing(shop: Mastodon, act_id: str):
    with pytest.raises(Missing):
        shop.undo(act_id)


def test_an_act_on_a_post_that_is_gone_is_taken_back_already(shop: Mastodon):
    for kind in ("favourite", "reblog", "follow", "request", "block"):
        shop.undo(f"{kind} 123456")
    with pytest.raises(Missing):
        shop.like("https://town.example/@lea/1", "")


def test_lists_bring_what_their_people_posted(shop: Mastodon):
    (kept,) = shop.lists()
    assert kept.name == "Quartier"
    assert [post.text for post in shop.list_posts(kept.native_id).items] == ["@bakery Délicieux !"]


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


def test_a_search_on_a_server_without_pages_ends(plain: PlainDouble, humble: Mastodon):
    found = every(lambda cursor: humble.search("Promenade", cursor, 3))
    assert len(found) == 3
    assert plain.calls("/api/v2/search")[-1].params["offset"] == ["3"]


def test_a_search_is_read_page_by_page(plain: PlainDouble, humble: Mastodon):
    posts = [each for each in plain.world.statuses.values() if "Promenade" in each["content"]]
    plain.fail(
        "/api/v2/search", answers({"statuses": posts[:3]}), answers({"statuses": posts[3:5]})
    )
    found = every(lambda cursor: humble.search("Promenade", cursor, 3))
    assert len(found) == 5


def test_a_page_that_leads_to_itself_is_the_last(plain: PlainDouble, humble: Mastodon):
    posts = list(plain.world.statuses.values())[:3]
    loop = answers(posts, Link=f'<{plain.url}{HOME}?max_id=5>; rel="next"')
    plain.fail(HOME, loop, loop, loop)
    assert len(every(humble.home)) == 6


def test_a_page_with_the_same_post_twice_shows_it_once(plain: PlainDouble, humble: Mastodon):
    posts = list(plain.world.statuses.values())[:3]
    plain.fail(HOME, answers(posts * 2))
    assert len(humble.home().items) == 3


def test_a_server_that_gives_more_than_was_asked_for_loses_nothing(
    plain: PlainDouble, humble: Mastodon
):
    posts = [each.post.native_id for each in humble.home().items]
    plain.fail(HOME, answers(plain.world.home("")))
    page = humble.home(limit=3)
    assert len(page.items) == 3
    rest = humble.home(page.older)
    assert [each.post.native_id for each in page.items + rest.items] == posts


def test_a_bad_item_costs_only_itself(plain: PlainDouble, humble: Mastodon):
    posts = list(plain.world.statuses.values())[:2]
    plain.fail(HOME, answers([posts[0], {"id": "1"}, "x", None, posts[1]]))
    page = humble.home()
    assert len(page.items) == 2
    assert len(page.rejected) == 3


def test_an_answer_of_another_kind_is_a_bad_one(plain: PlainDouble, humble: Mastodon):
    plain.fail(HOME, answers({"error": "no"}))
    with pytest.raises(BadAnswer):
        humble.home()
    plain.fail("/api/v1/accounts/lookup", answers({"id": "7"}))
    with pytest.raises(BadAnswer):
        humble.profile("tom@plain.example")


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
    account, credential = registry.sign_in(SignIn("mastodon", plain.url, "", TOKEN))
    plain.world.accounts[plain.world.bakery]["display_name"] = "Le Fournil"
    network = registry.open_network(account, credential, lambda _: None)
    described = network.me()
    network.close()
    assert (described.name, described.native_id) == ("Le Fournil", account.native_id)


def test_a_credential_that_broke_asks_for_a_new_sign_in(plain: PlainDouble):
    account, _ = registry.sign_in(SignIn("mastodon", plain.url, "", TOKEN))
    with pytest.raises(SignedOut):
        registry.open_network(account, Credential("rubbish"), lambda _: None)
