"""Recorded answers of Mastodon servers are read as they were meant, and spoiled ones do no harm."""

from datetime import UTC, datetime

import pytest
from services.networks.mastodon_recordings import AP, HERE, ME, answers, person, status
from services.networks.test_contract import assert_sound

from desktop.services.domain.account import Limits
from desktop.services.domain.post import Arrival, PeopleList
from desktop.services.networks.hostile_json import Unreadable
from desktop.services.networks.mastodon_content import HomeServer
from desktop.services.networks.mastodon_reading import (
    native_ids,
    read_arrival,
    read_author,
    read_domain,
    read_limits,
    read_list,
    read_own_post,
    read_post,
    read_relation,
)


def test_a_post_is_read():
    view = answers("status_post_with_quote")[1]
    post = read_post(view, HERE)
    assert_sound(post, "mastodon")
    assert post.native_id == f"{AP}/117440826460199151"
    assert post.version == "localhost:3000/117440826460199151"
    assert post.url == "http://localhost:3000/@mastodonpy_test/117440826460199151"
    assert post.created_at == datetime(2026, 10, 14, 19, 6, 38, 283_000, UTC)
    assert (post.author.native_id, post.author.name) == (ME, "John Lennon")
    assert (post.text, post.facets, post.lang) == ("yoooooooo", (), "ja")
    assert (post.visibility, post.warning, post.edited_at) == ("public", "", None)
    assert (post.reply_to, post.root, post.card, post.media) == ("", "", None, ())
    assert post.quote is not None
    assert post.quote.native_id == f"{AP}/117440826455183695"
    assert (post.quote.text, post.quote.author.native_id) == ("Toot!", ME)


def test_a_person_is_read():
    author = read_author(person(followers_count=-1, display_name=" "), HERE)
    assert (author.handle, author.name, author.bio) == (ME, "mastodonpy_test", "I walk funny")
    assert (author.followers, author.following) == (None, 0)
    assert author.web_url == "http://localhost:3000/@mastodonpy_test"
    elsewhere = read_author(person(acct="Eve@B.example"), HERE)
    assert (elsewhere.native_id, elsewhere.handle) == ("eve@b.example", "Eve@B.example")
    assert read_author({"acct": "eve"}, HERE).name == "eve"


def test_what_one_did_to_a_post_names_how_to_take_it_back():
    post = read_post(status(id="9", favourited=True, reblogged=True), HERE)
    assert (post.viewer.like_id, post.viewer.repost_id) == ("favourite 9", "reblog 9")
    post = read_post(status(favourited=None, reblogged="yes"), HERE)
    assert (post.viewer.like_id, post.viewer.repost_id) == ("", "")


def test_counts_and_times_are_told():
    post = read_post(
        status(
            replies_count=1,
            reblogs_count=2,
            favourites_count=3,
            quotes_count=None,
            edited_at="2026-10-15T00:00:00.000Z",
        ),
        HERE,
    )
    counts = post.counts
    assert (counts.replies, counts.reposts, counts.likes, counts.quotes) == (1, 2, 3, None)
    assert post.edited_at == datetime(2026, 10, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("public", "public"),
        ("unlisted", "unlisted"),
        ("private", "followers"),
        ("mutuals_only", "followers"),
        ("direct", "direct"),
        (None, "public"),
    ],
)
def test_who_may_see_a_post_is_told(told: object, meant: str):
    assert read_post(status(visibility=told), HERE).visibility == meant


def test_a_private_post_with_a_warning_is_read():
    view = answers("status_post_private_with_warning")[0]
    post = read_post(view, HERE)
    assert (post.visibility, post.warning) == ("followers", "Content warning")


def test_an_answer_names_its_parent_as_well_as_the_server_can():
    reply = answers("status_reply", "/api/v1/statuses")[1]
    parent = reply["in_reply_to_id"]
    assert parent
    post = read_post(reply, HERE)
    assert post.reply_to == f"localhost:3000/{parent}"
    assert post.reply_to_author == "mastodonpy_test_2@localhost:3000"
    known = dict(native_ids(answers("status_reply", "/api/v1/statuses")[0]))
    server = HomeServer("localhost:3000", "localhost:3000", known=known)
    assert read_post(reply, server).reply_to.endswith(f"/statuses/{parent}")


def test_the_person_answered_is_found_among_those_mentioned():
    mention = {"id": 5, "acct": "eve@b.example", "username": "eve"}
    reply = status(in_reply_to_id=4, in_reply_to_account_id="5", mentions=[None, mention])
    assert read_post(reply, HERE).reply_to_author == "eve@b.example"
    reply = status(in_reply_to_id=4, in_reply_to_account_id="6", mentions=[mention])
    assert read_post(reply, HERE).reply_to_author == ""


def test_a_repost_is_the_other_persons_post_and_says_who_passed_it_on():
    view = answers("status_reblog_unreblog", "/reblog")[0]
    arrival = read_arrival(view, HERE)
    assert arrival.reposter is not None
    assert arrival.reposter.native_id == ME
    assert arrival.at > arrival.post.created_at
    assert arrival.post.native_id == view["reblog"]["uri"] != view["uri"]
    assert read_post(view, HERE) == arrival.post
    assert read_own_post(view, HERE) is None
    own = read_own_post(view["reblog"], HERE)
    assert own == arrival.post
    assert read_arrival(view["reblog"], HERE) == Arrival(arrival.post, arrival.post.created_at)


def test_local_and_native_ids_of_all_posts_in_one_are_learned():
    quoting = answers("status_post_with_quote")[1]
    reblog = answers("status_reblog_unreblog", "/reblog")[0]
    assert dict(native_ids(quoting)) == {
        number: f"{AP}/{number}" for number in ("117440826460199151", "117440826455183695")
    }
    assert dict(native_ids(reblog))[reblog["reblog"]["id"]] == reblog["reblog"]["uri"]
    assert list(native_ids({"id": "1"})) == list(native_ids({"uri": "x"})) == []


@pytest.mark.parametrize(
    "state",
    ["pending", "rejected", "revoked", "deleted", "unauthorized", "muted_account", None, 7, []],
)
def test_a_quote_whose_author_did_not_agree_is_not_shown(state: object):
    quote = {"state": state, "quoted_status": status()}
    assert read_post(status(quote=quote), HERE).quote is None


def test_a_server_that_knows_no_quotes_leaves_the_quoted_posts_address_in_the_words():
    view = answers("status_post_with_quote")[1]
    del view["quote"]
    assert read_post(view, HERE).text == "RE: localhost:3000/@mastodonpy_tes…\n\nyoooooooo"


def test_what_the_library_made_of_an_answer_is_read_like_the_answer():
    from mastodon.return_types import Status

    for view in (answers("status_post_with_quote")[1], answers("status_reply", "/statuses")[1]):
        typed = Status(**view)
        assert isinstance(typed["created_at"], datetime)
        assert read_arrival(typed, HERE) == read_arrival(view, HERE)


@pytest.mark.parametrize("quote", [None, {}, {"state": "accepted", "quoted_status_id": "1"}, "x"])
def test_a_quote_that_is_not_there_is_no_quote(quote: object):
    assert read_post(status(quote=quote), HERE).quote is None


def test_a_quote_is_shown_also_where_a_server_gives_the_bare_post():
    quoted = read_post(status(quote=status(quote=status())), HERE).quote
    assert quoted is not None
    assert quoted.text == "Toot!"


def test_what_a_quoted_post_warns_of_stays_hidden():
    quoted = {"state": "accepted", "quoted_status": status(spoiler_text="Fin du film")}
    quote = read_post(status(quote=quoted), HERE).quote
    assert quote is not None
    assert quote.text == "Fin du film"


@pytest.mark.parametrize("missing", ["id", "account", "created_at"])
def test_a_post_without_an_identity_is_unreadable(missing: str):
    with pytest.raises(Unreadable):
        read_post(status(**{missing: None}), HERE)
    with pytest.raises(Unreadable):
        read_post(status(uri=None, url="x"), HERE)


def test_the_page_of_a_post_stands_for_an_address_that_is_missing():
    page = "https://pix.example/p/martin/1"
    assert read_post(status(uri="", url=page), HERE).native_id == page
    assert read_post(status(url=None), HERE).url.startswith(f"{AP}/")


def test_relations_are_read():
    view = answers("account_relationships", "/relationships")[0][0]
    relation = read_relation(view | {"following": True, "followed_by": True})
    assert relation.is_friend
    assert relation.following_id == f"follow {view['id']}"
    asked = read_relation(view | {"following": False, "requested": True, "followed_by": None})
    assert (asked.following_id, asked.followed_by) == ("", False)


def test_lists_are_read():
    assert read_list({"id": "12", "title": "Clients"}) == PeopleList("12", "Clients")
    assert read_list({"id": 12, "title": None}) == PeopleList("12", "12")
    with pytest.raises(Unreadable):
        read_list({"title": "Clients"})


@pytest.mark.parametrize("recording", ["instance", "instance_v1"])
def test_a_server_says_who_it_is_and_how_long_posts_may_be(recording: str):
    view = answers(recording)[0]
    assert read_domain(view) == "localhost:3000"
    assert read_limits(view) == Limits(
        500, "mastodon", max_images=4, image_bytes=16_777_216, url_units=23
    )


def test_a_server_that_says_little_is_given_little():
    assert read_limits({}) == Limits(500, "mastodon", image_bytes=8_000_000, url_units=23)
    assert read_limits({"max_toot_chars": 5_000}).max_units == 5_000
    assert read_domain({"uri": "https://pleroma.example/"}) == "pleroma.example"
    assert read_domain({"domain": None}) == ""
