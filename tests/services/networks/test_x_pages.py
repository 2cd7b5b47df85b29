"""What is read of X is bounded, paid as X counts it, and survives whatever X leaves out."""

from collections import Counter

import pytest
from services.loopback import Request, Response, json_response
from services.networks.x_faults import (
    looping,
    partly,
)
from services.networks.x_shop import Shop, assert_paid, charged

from desktop.services.domain.charges import Charge
from desktop.services.domain.errors import (
    BadAnswer,
    Missing,
    Unreachable,
)
from desktop.services.domain.portions import SMALL
from desktop.services.domain.post import NotificationKind
from desktop.services.spending import ONE_CONVERSATION, ONE_PERSON

POSTS = "GET /2/tweets"
SEARCH = "GET /2/tweets/search/recent"
COUNTS = "GET /2/tweets/counts/recent"
HOME = "GET /2/users/:id/timelines/reverse_chronological"


def test_every_page_is_small_however_much_is_asked_for(x_shop: Shop):
    network, me = x_shop.network, x_shop.double.me
    network.home(limit=500)
    network.notifications(limit=500)
    network.author_posts(me, limit=500)
    network.followers(me, limit=5_000)
    network.search("pain", limit=500)
    assert max(charge.units for charge in x_shop.book.allowed) == 50
    assert [charge.units for charge in x_shop.book.allowed] == [20, 20, 20, 50, 1, 10]
    assert_paid(x_shop)


def test_only_what_belongs_to_the_account_is_read_at_the_owners_price(x_shop: Shop):
    network, me = x_shop.network, x_shop.double.me
    lea, tom = x_shop.clients
    network.notifications()
    network.author_posts(me)
    network.followers(me)
    network.following(me)
    network.lists()
    assert all(charge.is_own for charge in x_shop.book.allowed)
    owned = len(x_shop.book.allowed)
    network.home()
    network.author_posts(lea)
    network.followers(tom)
    network.following(lea)
    network.list_posts(network.lists()[0].native_id)
    network.profile(lea)
    network.me()
    dear = [charge for charge in x_shop.book.allowed[owned:] if charge.operation != "list_read"]
    assert not any(charge.is_own for charge in dear)
    assert_paid(x_shop)


def test_a_search_for_what_nobody_said_costs_one_count(x_shop: Shop):
    assert not x_shop.network.search("xyzzy").items
    assert charged(x_shop) == ["counts"]
    assert x_shop.double.calls(SEARCH) == 0
    assert_paid(x_shop)


def test_a_search_reads_no_more_than_was_counted(x_shop: Shop):
    assert len(x_shop.network.search("promenade").items) == 8
    assert x_shop.book.allowed == [Charge("counts", 1), Charge("post_read", 10)]
    assert_paid(x_shop)


def test_the_next_page_of_a_search_is_not_counted_again(x_shop: Shop):
    lea = x_shop.clients[0]
    for number in range(25):
        x_shop.double.world.post(lea, f"levain {number}")
    first = x_shop.network.search("levain")
    second = x_shop.network.search("levain", first.older)
    assert (len(first.items), len(second.items), second.older) == (20, 6, "")
    assert x_shop.double.calls(COUNTS) == 1


def test_a_count_that_says_nothing_lets_the_search_go_on(x_shop: Shop):
    x_shop.double.fail(COUNTS, lambda _, act: json_response({"data": []}))
    assert len(x_shop.network.search("promenade").items) == 8


@pytest.mark.parametrize("words", ["", "  ", '"" ()'])
def test_nothing_is_asked_where_nothing_is_looked_for(x_shop: Shop, words: str):
    assert x_shop.network.search(words).items == ()
    assert x_shop.network.counts(words) == ()
    assert x_shop.double.server.requests == []


def test_a_hashtag_is_found_without_its_sign(x_shop: Shop):
    assert [post.text for post in x_shop.network.tagged("levain").items] == [
        "Bravo à @shop pour le pain #levain"
    ]


def test_counts_come_by_the_hour(x_shop: Shop):
    buckets = x_shop.network.counts("promenade")
    assert sum(bucket.count for bucket in buckets) == 8
    assert len(buckets) in (168, 169)
    assert charged(x_shop) == ["counts"]
    assert_paid(x_shop)


def test_notifications_tell_answers_from_mentions(x_shop: Shop):
    kinds = {each.kind for each in x_shop.network.notifications().items}
    assert kinds == {NotificationKind.REPLY, NotificationKind.MENTION}
    assert all(each.post is not None for each in x_shop.network.notifications().items)


def test_a_bad_item_is_put_aside_and_the_page_goes_on(x_shop: Shop):
    rubbish = {
        "data": [None, {"id": 7}, "x", {"id": "1", "author_id": "?"}],
        "meta": {"next_token": "next"},
    }
    x_shop.double.fail(HOME, lambda _, act: json_response(rubbish))
    page = x_shop.network.home()
    assert (page.items, page.older, len(page.rejected)) == ((), "next", 4)


@pytest.mark.parametrize("values", [{}, {"data": {}}, {"data": "x"}, {"data": 7, "meta": {}}])
def test_a_page_without_its_list_is_a_bad_answer(x_shop: Shop, values: object):
    x_shop.double.fail(HOME, lambda _, act: json_response(values))
    with pytest.raises(BadAnswer):
        x_shop.network.home()


def test_a_page_that_leads_to_itself_is_the_last(x_shop: Shop):
    x_shop.double.always(HOME, looping)
    first = x_shop.network.home(limit=3)
    assert first.older
    assert x_shop.network.home(first.older, limit=3).older == ""


def test_a_page_tells_how_many_calls_are_left(x_shop: Shop):
    quota = x_shop.network.home().quota
    assert quota is not None
    assert (quota.limit, quota.remaining) == (180, 179)


def test_somebody_who_is_gone_has_no_page(x_shop: Shop):
    with pytest.raises(Missing):
        x_shop.network.author_posts("404")
    with pytest.raises(Missing):
        x_shop.network.followers("404")
    with pytest.raises(Missing):
        x_shop.network.profile("nobody")
    with pytest.raises(Missing):
        x_shop.network.list_posts("404")


def test_a_part_that_is_missing_never_costs_the_page(x_shop: Shop):
    ids = [*x_shop.double.world.posts]
    x_shop.double.fail(HOME, partly(ids[-1]))
    assert len(x_shop.network.home().items) == len(ids) - 1


def test_posts_that_x_calls_gone_are_left_out_and_those_that_fail_are_not(x_shop: Shop):
    ids = [*x_shop.double.world.posts][:3]
    x_shop.double.world.delete(ids[0])
    assert [post.native_id for post in x_shop.network.posts(ids)] == ids[1:]

    def failing(_: Request, act: object) -> Response:
        kind = "https://api.x.com/2/problems/internal-error"
        return json_response({"errors": [{"type": kind, "resource_id": ids[1]}]})

    x_shop.double.fail(POSTS, failing)
    with pytest.raises(Unreachable):
        x_shop.network.posts(ids)


def test_many_posts_are_asked_for_in_portions_and_none_twice(x_shop: Shop):
    ids = [str(number) for number in range(1, 231)]
    assert x_shop.network.posts([*ids, *ids, "rubbish", ""]) == ()
    assert [charge.units for charge in x_shop.book.allowed] == [100, 100, 30]
    assert_paid(x_shop)


def test_a_post_nobody_answered_costs_itself_only(x_shop: Shop):
    post = x_shop.network.home().items[0].post
    before = len(x_shop.book.spent_on)
    assert [each.native_id for each in x_shop.network.thread(post.native_id)] == [post.native_id]
    assert len(x_shop.book.spent_on) == before + 1
    assert_paid(x_shop)


def test_a_conversation_is_read_from_its_root_to_its_last_answer(x_shop: Shop):
    world, me = x_shop.double.world, x_shop.double.me
    lea, tom = x_shop.clients
    root = world.post(me, "Demain, brioche")
    first = world.post(lea, "Pour combien ?", reply_to=root)
    aside = world.post(tom, "Chic", reply_to=root)
    second = world.post(me, "Six", reply_to=first)
    third = world.post(lea, "Merci", reply_to=second)

    def order(focus: str) -> list[str]:
        return [post.native_id for post in x_shop.network.thread(focus)]

    assert order(root) == [root, first, second, third, aside]
    assert order(second) == [root, first, second, third]
    assert order(third) == [root, second, third]
    assert_paid(x_shop)


def test_a_conversation_that_search_does_not_know_yet_shows_what_is_known(x_shop: Shop):
    root = x_shop.double.world.post(x_shop.double.me, "Demain, brioche")
    answer = x_shop.double.world.post(x_shop.clients[0], "Chic", reply_to=root, lag=50)
    assert [post.native_id for post in x_shop.network.thread(root)] == [root]
    assert [post.native_id for post in x_shop.network.thread(answer)] == [root, answer]


def test_a_person_and_a_conversation_cost_no_more_than_is_said_beforehand(x_shop: Shop):
    network, (lea, _), sizes = x_shop.network, x_shop.clients, Counter()
    network.profile(lea)
    network.author_posts(lea, limit=SMALL)
    for charge in x_shop.book.allowed:
        sizes[charge.operation] += charge.units
    assert sizes == Counter({charge.operation: charge.units for charge in ONE_PERSON})

    for post in network.notifications().items:
        x_shop.book.allowed.clear()
        network.thread(post.post.native_id)
        assert sum(each.units for each in x_shop.book.allowed) <= ONE_CONVERSATION[0].units
