"""Whatever a person types leads to the feed that is meant, or to a word on why not."""

from collections.abc import Callable, Iterator

import pytest
from services.loopback import Answer, Loopback, Request, Response
from services.networks.feed_server import Blog, entries

from desktop.services.domain.account import Account
from desktop.services.domain.errors import InvalidField, RateLimited, Refused, Unreachable
from desktop.services.fetcher import Fetched, PublicDoor
from desktop.services.networks import feed_sign_in
from desktop.services.networks.contract import Credential, SignIn


@pytest.fixture
def blog() -> Iterator[Blog]:
    blog = Blog(entries(1, 3))
    yield blog
    blog.server.close()


def follow(typed: str) -> Account:
    account, credential = feed_sign_in.sign_in(SignIn("feed", typed, "", ""))
    assert credential == Credential("")
    return account


def page(head: str) -> Response:
    return Response(200, f"<!doctype html><html><head>{head}</head>".encode())


def asked(blog: Blog) -> list[str]:
    return [request.path for request in blog.server.requests]


@pytest.mark.parametrize(
    "typed",
    [
        "{url}",
        "  {url} ",
        "feed:{url}",
        "{url}#top",
        "feed://localhost:{port}/feed",
        "localhost:{port}/feed",
        "LOCALHOST:{port}/feed",
    ],
)
def test_a_feeds_own_address_is_enough_however_it_is_typed(blog: Blog, typed: str):
    account = follow(typed.format(url=blog.url, port=blog.server.port))
    assert account.native_id == blog.url
    assert account.name == "Manger à Lyon"


def test_a_page_leads_to_the_feed_it_names(blog: Blog):
    blog.answers["/about"] = page(
        '<link rel="alternate" type="application/rss+xml" href="/comments/feed">'
        '<link rel="alternate" type="application/rss+xml" title="Blog" href="feed">'
    )
    assert follow(f"{blog.server.url}/about").native_id == blog.url
    assert asked(blog) == ["/about", "/feed"]


def test_a_page_that_names_none_has_it_where_blogs_have_it(blog: Blog):
    blog.answers["/"] = page("<title>Manger à Lyon</title>")
    assert follow(blog.server.url).native_id == blog.url


def test_a_named_feed_that_is_broken_is_passed_over(blog: Blog):
    blog.answers["/"] = page('<link rel="alternate" type="text/xml" href="/old">')
    blog.answers["/old"] = Response(410)
    assert follow(blog.server.url).native_id == blog.url


def test_a_page_without_a_feed_says_so(blog: Blog):
    blog.answers["/"] = page("")
    blog.answers["/feed"] = page("")
    with pytest.raises(InvalidField) as refused:
        follow(blog.server.url)
    assert (refused.value.field, refused.value.reason) == ("server", "no_feed")
    assert len(asked(blog)) < 12


def test_a_page_that_is_not_there_has_no_feed(blog: Blog):
    with pytest.raises(InvalidField) as refused:
        follow(f"{blog.server.url}/nowhere")
    assert refused.value.reason == "no_feed"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("lyonfood", "not_an_address"),
        ("ftp://blog.example/feed", "not_an_address"),
        ("file:///etc/passwd", "not_an_address"),
        ("javascript:alert(1)", "not_an_address"),
        ("https://", "not_an_address"),
        ("https://lea:word@blog.example/feed", "not_an_address"),
        ("https://blog.example:99999/", "not_an_address"),
        ("blog example", "not_an_address"),
    ],
)
def test_what_is_no_address_is_said_to_be_none(typed: str, reason: str):
    with pytest.raises(InvalidField) as refused:
        follow(typed)
    assert (refused.value.field, refused.value.reason) == ("server", reason)


def test_a_server_that_does_not_answer_is_out_of_reach(blog: Blog):
    blog.server.close()
    with pytest.raises(Unreachable):
        follow(blog.url)
    with pytest.raises(Unreachable):
        follow(f"localhost:{blog.server.port}/feed")


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (Response(401), Refused),
        (Response(403), Refused),
        (Response(429), RateLimited),
        (Response(500), Unreachable),
    ],
)
def test_trouble_with_the_server_keeps_its_name(
    blog: Blog, answer: Answer, trouble: type[Exception]
):
    blog.answers["/feed"] = answer
    with pytest.raises(trouble):
        follow(blog.url)


def test_a_feed_that_moved_for_good_is_known_by_its_new_address(blog: Blog):
    blog.answers["/old"] = Response(301, headers={"Location": "/feed"})
    blog.answers["/lent"] = Response(302, headers={"Location": "/feed"})
    assert follow(f"{blog.server.url}/old").native_id == blog.url
    assert follow(f"{blog.server.url}/lent").native_id == f"{blog.server.url}/lent"


@pytest.mark.parametrize(
    "lure",
    [
        lambda inside: Response(301, headers={"Location": inside}),
        lambda inside: page(f'<link rel="alternate" type="text/xml" href="{inside}">'),
    ],
)
def test_nobody_else_leads_into_the_neighbours_house(blog: Blog, lure: Callable[[str], Response]):
    inside = Loopback(lambda _: Response(200, blog.body()))
    blog.answers["/"] = lure(f"{inside.url}/feed")
    blog.answers["/feed"] = Response(404)
    with pytest.raises((Refused, InvalidField)):
        follow(blog.server.url)
    assert inside.connections == 0
    inside.close()


def test_the_safe_way_is_tried_before_the_plain_one(blog: Blog, monkeypatch: pytest.MonkeyPatch):
    tried = []

    def open_(_: PublicDoor, url: str, *__: object) -> Fetched:
        tried.append(url)
        if url.startswith("https:"):
            raise Unreachable
        return Fetched(200, {}, blog.body(), url, url)

    monkeypatch.setattr(PublicDoor, "open", open_)
    account = follow("blog.example/feed")
    assert tried == ["https://blog.example/feed", "http://blog.example/feed"]
    assert account.native_id == "http://blog.example/feed"


def test_a_feed_without_entries_is_a_feed(blog: Blog):
    blog.entries = []
    assert follow(blog.url).name == "Manger à Lyon"


def test_the_picture_comes_over_a_safe_line_only(blog: Blog):
    def with_picture(_: Request) -> Response:
        image = "<image><url>{}</url></image>"
        body = blog.body().decode().replace("<item>", image.format(url) + "<item>", 1)
        return Response(200, body.encode())

    other = Loopback(with_picture)
    url = "http://blog.example/i.png"
    assert follow(other.url).avatar_url == ""
    url = "https://blog.example/i.png"
    assert follow(other.url).avatar_url == url
    other.close()
