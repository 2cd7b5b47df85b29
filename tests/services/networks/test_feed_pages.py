"""Pages name their feeds, and where they do not, blogs are alike."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.services.networks.feed_pages import named_feeds, usual_feeds

PAGE = "https://blog.example/news/today"


def named(head: str) -> tuple[str, ...]:
    return named_feeds(f"<html><head>{head}".encode(), "text/html; charset=utf-8", PAGE)


def link(
    href: str, kind: str = "application/rss+xml", title: str = "", rel: str = "alternate"
) -> str:
    return f'<link rel="{rel}" type="{kind}" title="{title}" href="{href}">'


def test_feeds_of_every_kind_are_named():
    head = link("/a.xml") + link("b", "application/atom+xml") + link("c", "application/feed+json")
    assert named(head) == (
        "https://blog.example/a.xml",
        "https://blog.example/news/b",
        "https://blog.example/news/c",
    )


def test_a_base_counts_for_what_is_relative():
    head = '<base href="/root/">' + link("a.xml") + '<base href="/other/">'
    assert named(head) == ("https://blog.example/root/a.xml",)
    assert named('<base href="javascript:x">' + link("a")) == ("https://blog.example/news/a",)


def test_the_comments_come_last():
    head = link("/comments/feed") + link("/x", title="Comments on this") + link("/feed")
    assert named(head)[0] == "https://blog.example/feed"


def test_what_is_no_feed_is_not_named():
    head = (
        link("/style.css", "text/css", rel="stylesheet")
        + link("/fr", "text/html")
        + link("/icon", "application/rss+xml", rel="icon")
        + link("javascript:alert(1)")
        + link("file:///etc/passwd")
        + link("https://user:word@blog.example/feed")
        + link("http://[::1")
    )
    assert named(head) == ()


def test_a_page_of_links_is_not_asked_one_by_one():
    assert len(named("".join(link(f"/{number}") for number in range(1_000)))) == 8


def test_the_usual_places_are_near_the_page_and_at_the_root():
    places = usual_feeds("https://blog.example/lea/?page=2")
    assert places[0] == "https://blog.example/lea/feed"
    assert {
        "https://blog.example/lea/atom.xml",
        "https://blog.example/feed",
        "https://blog.example/rss.xml",
        "https://blog.example/feed.json",
    } <= set(places)
    assert usual_feeds("https://blog.example/index.html")[0] == "https://blog.example/feed"
    assert usual_feeds("https://blog.example")[0] == "https://blog.example/feed"


@given(st.binary(max_size=300))
def test_any_page_is_read_without_complaint(body: bytes):
    named_feeds(b"<html><head><base><link rel=alternate type=text/xml href=" + body, "", PAGE)
