"""A feed is read like a home feed: politely, in bounds, and with every trouble named."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from services.loopback import Answer, Loopback, Request, Response, reset
from services.networks.feed_server import TODAY, Blog, Entry, entries

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.errors import (
    BadAnswer,
    CrieurError,
    Missing,
    NetworkTrouble,
    RateLimited,
    Refused,
    Unreachable,
)
from desktop.services.domain.origin import origin_of
from desktop.services.fetcher import PublicDoor
from desktop.services.networks import registry
from desktop.services.networks.contract import Credential, Network, SignIn
from desktop.services.networks.feed import CAPS, Feed
from desktop.services.networks.feed_source import Source

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture(params=["rss", "atom", "json"])
def blog(request: pytest.FixtureRequest) -> Iterator[Blog]:
    blog = Blog(entries(1, 8), format=request.param)
    yield blog
    blog.server.close()


@pytest.fixture
def account(blog: Blog) -> Account:
    account, credential = registry.Networks().sign_in(SignIn("feed", blog.url, "", ""))
    assert credential == Credential("")
    return account


@pytest.fixture
def feed(account: Account) -> Iterator[Network]:
    network = registry.Networks().open_network(account, Credential(""), lambda _: None)
    yield network
    network.close()


def texts(network: Network) -> list[str]:
    return [each.post.text for each in network.home().items]


def test_a_feed_is_an_account_without_a_key(blog: Blog, account: Account):
    assert account.native_id == blog.url
    assert (account.handle, account.name) == ("localhost", "Manger à Lyon")
    assert account.server == blog.server.url
    assert account.caps == CAPS == Cap.HOME | Cap.THREAD | Cap.KEYLESS


def test_an_entry_becomes_a_post_with_its_title_above(blog: Blog, feed: Network):
    post = feed.home().items[0].post
    assert post.text == "Marché n° 8\nDes légumes et du pain & du fromage"
    assert [each.target for each in post.facets] == [f"{blog.server.url}/legumes/8"]
    facet = post.facets[0]
    assert post.text.encode()[facet.start : facet.end].decode() == "légumes"
    assert post.native_id == post.url == blog.link(8)
    assert post.card is not None
    assert (post.card.url, post.card.title) == (blog.link(8), "Marché n° 8")
    assert post.created_at == TODAY + timedelta(hours=8)
    assert post.lang == "fr"
    assert post.author.name == "Manger à Lyon"


def test_an_entry_names_who_wrote_it(feed: Network, account: Account):
    named = next(each.post for each in feed.home().items if "n° 6" in each.post.text)
    assert named.author.name == "Léa"
    assert named.author.handle == "localhost"
    assert named.author.native_id not in (account.native_id, feed.profile("localhost").native_id)
    assert feed.profile(named.author.native_id) == named.author


def test_the_feed_itself_has_a_profile(feed: Network, account: Account, blog: Blog):
    profile = feed.profile(account.native_id)
    assert (profile.name, profile.bio) == ("Manger à Lyon", "Où manger")
    assert profile.web_url == f"{blog.server.url}/"
    everything = feed.author_posts(account.native_id)
    assert len(everything.items) == 8


def test_nothing_is_sent_twice_while_nothing_changes(feed: Network, blog: Blog):
    before = feed.home()
    assert feed.home() == before
    assert feed.me().name == "Manger à Lyon"
    asked = [request.headers.get("if-none-match", "") for request in blog.server.requests]
    assert asked[-1] == asked[-2] != ""


def test_what_changes_is_seen_at_the_next_look(feed: Network, blog: Blog):
    feed.home()
    blog.entries = entries(2, 9)
    blog.title = "Manger mieux"
    assert texts(feed)[0].startswith("Marché n° 9")
    assert feed.me().name == "Manger mieux"


def test_an_edited_entry_keeps_its_id_and_gets_another_version(feed: Network, blog: Blog):
    before = feed.home().items[0].post
    blog.entries = [Entry(8, "Marché n° 8", "<p>Corrigé</p>"), *entries(1, 7)]
    after = feed.home().items[0].post
    assert after.native_id == before.native_id
    assert after.version != before.version
    assert after.text.endswith("Corrigé")


def test_pages_come_from_one_answer(feed: Network, blog: Blog):
    first = feed.home(limit=5)
    asked = len(blog.server.requests)
    second = feed.home(first.older, limit=5)
    assert len(blog.server.requests) == asked
    assert [each.post.url for each in (*first.items, *second.items)] == [
        blog.link(number) for number in range(8, 0, -1)
    ]
    assert second.older == ""
    assert feed.home("gone by now").items == ()


def test_an_old_page_is_found_after_a_restart(feed: Network, blog: Blog, account: Account):
    cursor = feed.home(limit=5).older
    later = registry.Networks().open_network(account, Credential(""), lambda _: None)
    assert [each.post.url for each in later.home(cursor).items] == [
        blog.link(number) for number in (3, 2, 1)
    ]
    later.close()


def test_only_the_newest_entries_of_a_long_feed_are_kept(feed: Network, blog: Blog):
    blog.entries = entries(1, 300)[::-1]
    page = feed.home(limit=1_000)
    assert len(page.items) == 200
    assert page.items[0].post.text.startswith("Marché n° 300")


def test_a_thread_is_the_entry_alone(feed: Network):
    post = feed.home().items[0].post
    assert feed.thread(post.native_id) == (post,)
    with pytest.raises(Missing):
        feed.thread("gone")


def test_signing_out_and_marking_as_seen_ask_nobody(feed: Network, blog: Blog):
    asked = len(blog.server.requests)
    feed.mark_seen()
    feed.sign_out()
    assert len(blog.server.requests) == asked


def test_a_feed_that_moved_is_followed_for_good(feed: Network, blog: Blog):
    def moved(request: Request) -> Response:
        if request.path == "/feed":
            return Response(301, headers={"Location": "/new"})
        return Response(200, blog.body())

    other = Loopback(moved)
    source = Source(f"{other.url}/feed", PublicDoor(lambda: [origin_of(other.url)]))
    source.read()
    source.read()
    assert [request.path for request in other.requests] == ["/feed", "/new", "/new"]
    other.close()


def test_a_feed_that_moved_for_once_is_looked_for_where_it_was(feed: Network, blog: Blog):
    def lent(request: Request) -> Response:
        if request.path == "/feed":
            return Response(302, headers={"Location": "/lent"})
        return Response(200, blog.body())

    other = Loopback(lent)
    source = Source(f"{other.url}/feed", PublicDoor(lambda: [origin_of(other.url)]))
    assert source.read() is source.read()
    assert [request.path for request in other.requests] == ["/feed", "/lent"] * 2
    other.close()


def test_a_feed_does_not_lead_into_the_neighbours_house(feed: Network, blog: Blog):
    inside = Loopback(lambda _: Response(200, blog.body()))
    blog.answers["/feed"] = Response(301, headers={"Location": inside.url})
    with pytest.raises(Refused):
        feed.home()
    assert inside.connections == 0
    inside.close()


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (Response(404), Missing),
        (Response(410), Missing),
        (Response(401), Refused),
        (Response(403), Refused),
        (Response(429), RateLimited),
        (Response(503, headers={"Retry-After": "60"}), RateLimited),
        (Response(503), Unreachable),
        (Response(500), Unreachable),
        (Response(204), BadAnswer),
        (Response(418), BadAnswer),
        (Response(200, b""), BadAnswer),
        (Response(200, b"<!doctype html><title>Parked</title>"), BadAnswer),
        (Response(200, b"{}"), BadAnswer),
        (Response(200, b'{"version": "https://jsonfeed.org/version/1", "items'), BadAnswer),
        (Response(200, b"<rss", cut=40), Unreachable),
        (reset, Unreachable),
    ],
)
def test_every_trouble_has_its_name_and_passes(
    feed: Network, blog: Blog, answer: Answer, trouble: type[Exception]
):
    before = texts(feed)
    blog.answers["/feed"] = answer
    with pytest.raises(trouble) as raised:
        feed.home()
    assert isinstance(raised.value, NetworkTrouble)
    blog.answers.clear()
    assert texts(feed) == before


@pytest.mark.parametrize(
    ("said", "least", "most"),
    [("0", 1, 2), ("7", 7, 8), ("99999999", 86_400, 86_401), ("soon", 60, 61)],
)
def test_a_server_is_left_alone_as_long_as_it_asks(said: str, least: int, most: int):
    server = Loopback(lambda _: Response(429, headers={"Retry-After": said}))
    door = PublicDoor(lambda: [origin_of(server.url)])
    source = Source(f"{server.url}/feed", door, lambda: NOW)
    with pytest.raises(RateLimited) as limited:
        source.read()
    assert least <= (limited.value.until - NOW).total_seconds() <= most
    server.close()


def test_an_unchanged_answer_to_the_first_question_is_none(feed: Network, blog: Blog):
    blog.answers["/feed"] = Response(304)
    with pytest.raises(BadAnswer):
        feed.home()


def test_a_feed_without_marks_is_read_anew_only_when_it_changed(account: Account, blog: Blog):
    blog.answers["/feed"] = Response(200, blog.body())
    source = Source(blog.url, PublicDoor(lambda: [origin_of(blog.server.url)]))
    assert source.read() is source.read()


@pytest.mark.parametrize("seed", range(40))
def test_a_spoiled_feed_raises_nothing_but_known_errors(blog: Blog, account: Account, seed: int):
    chance = random.Random(seed)
    spoiled = bytearray(blog.body())
    for _ in range(chance.randint(1, 60)):
        place = chance.randrange(len(spoiled))
        spoiled[place : place + chance.randint(0, 9)] = chance.randbytes(chance.randint(0, 9))
    blog.answers["/feed"] = Response(200, bytes(spoiled))
    source = Source(blog.url, PublicDoor(lambda: [origin_of(blog.server.url)]))
    network = Feed(account, source, lambda: NOW)
    ask: Callable[[], object]
    for ask in (network.home, network.me, lambda: network.profile("localhost")):
        try:
            ask()
        except CrieurError:
            continue
    network.close()
