"""Feeds, conversations and searches of an account on Mastodon and on servers that offer less."""

import pytest
from services.networks.mastodon_town import Town, opened_again
from services.networks.opened import every
from services.networks.plain_mastodon_double import PlainDouble, answers

from desktop.services.domain.conversation import reading_order
from desktop.services.domain.errors import (
    BadAnswer,
    Unsupported,
)
from desktop.services.domain.post import NotificationKind
from desktop.services.networks.mastodon import Mastodon

HOME = "/api/v1/timelines/home"


def test_what_was_stored_before_a_restart_is_found_without_searching_the_world(
    plain: PlainDouble, humble: Mastodon
):
    posts = [each.post for each in humble.home().items]
    again = opened_again(humble)
    found = again.posts([each.native_id for each in posts], [each.version for each in posts])
    assert {each.native_id for each in found} == {each.native_id for each in posts}
    again = opened_again(humble)
    assert posts[0].native_id in {
        each.native_id for each in again.thread(posts[0].native_id, posts[0].version)
    }
    assert not [call for call in plain.calls("/api/v2/search") if "resolve" in call.params]


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


def test_what_is_answered_is_asked_for_one_by_one_where_nothing_else_is_offered(
    plain: PlainDouble, humble: Mastodon
):
    world = plain.world
    question = world.say(world.zoe, "Qui fait du seigle ?")
    hidden = world.say(world.zoe, "Entre nous")
    world.say(world.lea, "La boulangerie !", answers=question)
    world.say(world.lea, "Ah bon", answers=hidden)
    del world.statuses[hidden["id"]]
    for _ in range(2):
        unknown, reply = (each.post for each in humble.home(limit=2).items)
        assert (reply.reply_to, reply.root) == (question["uri"], question["uri"])
        assert unknown.reply_to.endswith(hidden["id"])
    assert len(plain.calls(f"/api/v1/statuses/{hidden['id']}")) == 1


def test_notifications_tell_replies_from_mentions_and_hold_their_posts(shop: Mastodon):
    told = {each.kind: each for each in shop.notifications().items}
    reply = told[NotificationKind.REPLY]
    assert reply.post is not None
    assert reply.post.text == "@bakery Délicieux !"
    assert reply.subject_id == reply.post.reply_to == reply.post.root
    assert told[NotificationKind.LIKE].subject_id == reply.subject_id
    assert told[NotificationKind.LIKE].actor.native_id == "tom@town.example"


def test_notifications_come_in_groups_where_a_server_tells_them_so_only(
    plain: PlainDouble, humble: Mastodon
):
    plain.unknown.add("/api/v1/notifications")
    lea, ours = plain.world.accounts[plain.world.lea], next(iter(plain.world.statuses.values()))
    group = {
        "group_key": "favourite-1",
        "type": "favourite",
        "most_recent_notification_id": 77,
        "latest_page_notification_at": "2026-11-21T09:00:00Z",
        "sample_account_ids": [lea["id"]],
        "status_id": ours["id"],
    }
    told = {"accounts": [lea], "statuses": [ours], "notification_groups": [group]}
    link = f'<{plain.url}/api/v2/notifications?max_id=7>; rel="next"'
    plain.unknown.discard("/api/v2/notifications")
    plain.fail("/api/v2/notifications", answers(told, Link=link), answers({}, Link=link))
    found = every(humble.notifications)
    assert [(each.kind, each.subject_id) for each in found] == [
        (NotificationKind.LIKE, ours["uri"])
    ]


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


def test_trouble_with_the_posts_that_are_answered_spoils_no_page(town: Town, shop: Mastodon):
    question = town.post("zoe", "Qui fait du seigle ?")
    town.post("lea", "@zoe La boulangerie !", in_reply_to_id=question["id"])
    town.fail("^/api/v1/statuses$", {"type": "ratelimit"})
    reply = shop.home(limit=1).items[0].post
    assert reply.reply_to.endswith(f"/{question['id']}")
    assert reply.root == ""
    thread = shop.thread(reply.native_id)
    assert [post.text for post in thread] == ["Qui fait du seigle ?", "@zoe La boulangerie !"]
    assert shop.thread(reply.reply_to)[0].native_id == question["uri"]


@pytest.mark.parametrize("cursor", ["x", "-1 5", "² 5", "max_id=3", " "])
def test_a_cursor_that_is_none_begins_anew(humble: Mastodon, cursor: str):
    assert len(humble.search("Promenade", cursor, 3).items) == 3
    assert humble.home(cursor.replace("max_id", "x")).items


def test_posts_are_found_after_a_restart(town: Town, shop: Mastodon):
    wanted = {each.post.native_id for each in shop.home().items}
    again = opened_again(shop)
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


def test_lists_bring_what_their_people_posted(shop: Mastodon):
    (kept,) = shop.lists()
    assert kept.name == "Quartier"
    assert [post.text for post in shop.list_posts(kept.native_id).items] == ["@bakery Délicieux !"]


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
