"""An entry becomes a post that can be told from every other and read in a list."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.services.domain.post import Media, Post
from desktop.services.networks.feed_document import Document, Item, Markup
from desktop.services.networks.feed_reading import author_of, name_of, read_posts

BLOG = "https://blog.example/feed"
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
BEFORE = NOW - timedelta(days=1)


def item(
    id_: str = "1", title: str = "Un", words: str = "", link: str = "", **more: object
) -> Item:
    return Item(id_, link, Markup(title), Markup(words, True, BLOG), **more)  # type: ignore[arg-type] # by name


def posts(*items: Item, first_seen: dict[str, datetime] | None = None) -> tuple[Post, ...]:
    document = Document("T", "https://blog.example/", items=items)
    return read_posts(document, BLOG, NOW, first_seen or {})[0]


def only(found: Item) -> Post:
    (post,) = posts(found)
    return post


@pytest.mark.parametrize(
    ("said", "native_id"),
    [
        ("https://blog.example/1", "https://blog.example/1"),
        ("https://other.example/1", f"{BLOG}#https://other.example/1"),
        ("tag:blog.example,2026:1", f"{BLOG}#tag:blog.example,2026:1"),
        ("urn:uuid:1", f"{BLOG}#urn:uuid:1"),
        ("1", f"{BLOG}#1"),
    ],
)
def test_no_feed_can_claim_the_entries_of_another(said: str, native_id: str):
    assert only(item(said)).native_id == native_id


def test_an_entry_without_an_id_is_known_by_its_link_or_its_words():
    assert only(item("", link="https://blog.example/1")).native_id == "https://blog.example/1"
    one, other = posts(item("", "Un"), item("", "Deux"))
    assert one.native_id != other.native_id
    assert only(item("", "Un")).native_id == one.native_id


def test_an_id_that_several_entries_share_is_none():
    links = [f"https://blog.example/{number}" for number in range(3)]
    found = posts(*(item("same", link=link) for link in links))
    assert [post.native_id for post in found] == links


def test_the_same_entry_twice_is_one():
    link = "https://blog.example/1"
    assert len(posts(item(link=link), item(link=link))) == 1


def test_dates_that_are_missing_or_impossible_are_when_we_met_the_entry():
    future = NOW + timedelta(days=400)
    found = posts(item("a"), item("b", published=future), item("c", published=BEFORE), item("d"))
    assert [post.native_id[-1] for post in found] == ["a", "b", "d", "c"]
    assert all(NOW - timedelta(seconds=1) < post.created_at <= NOW for post in found[:3])
    again = posts(item("a"), first_seen={f"{BLOG}#a": BEFORE})
    assert again[0].created_at == BEFORE


def test_what_was_changed_later_says_so():
    later = BEFORE + timedelta(hours=1)
    assert only(item(published=BEFORE, updated=later)).edited_at == later
    assert only(item(published=BEFORE, updated=BEFORE)).edited_at is None
    assert only(item(updated=later)).created_at == later
    assert only(item(published=BEFORE, updated=NOW + timedelta(days=9))).edited_at is None


def test_a_title_that_only_repeats_the_beginning_is_left_out():
    assert (
        only(item(title="Du pain…", words="<p>Du pain et du vin</p>")).text == "Du pain et du vin"
    )
    assert only(item(title="Pain", words="<p>Du vin</p>")).text == "Pain\nDu vin"
    assert only(item(title="Pain")).text == "Pain"
    assert only(item(title="", words="Du vin")).text == "Du vin"


def test_links_lead_where_the_page_would_lead():
    words = (
        "<a href=\"/a?x=1&amp;y=2\">un</a> <a class=x href='b'>deux</a> "
        '<a href="https://c.example/">trois</a> <a href="javascript:alert(1)">quatre</a>'
    )
    post = only(item(title="Éé", words=words))
    assert [each.target for each in post.facets] == [
        "https://blog.example/a?x=1&y=2",
        "https://blog.example/b",
        "https://c.example/",
    ]
    shown = [post.text.encode()[each.start : each.end].decode() for each in post.facets]
    assert shown == ["un", "deux", "trois"]


def test_links_in_plain_text_are_found():
    found = Item("1", "", Markup("Un"), Markup("Voir https://a.example/ et @bob #pain"))
    assert [each.target for each in only(found).facets] == ["https://a.example/"]


def test_a_long_text_is_cut_between_words_and_the_rest_is_one_click_away():
    words = '<a href="/a">début</a> ' + "été " * 5_000 + '<a href="/z">fin</a>'
    post = only(item(words=words, link="https://blog.example/1"))
    assert 2_900 < len(post.text) <= 3_001
    assert post.text.endswith(" été…")
    assert [each.target for each in post.facets] == ["https://blog.example/a"]
    assert post.card is not None
    assert post.card.url == "https://blog.example/1"
    assert len(only(item(words="é" * 50_000)).text) < 3_010


def test_sound_and_film_are_links():
    post = only(item(words="Écoutez", files=("https://blog.example/e.mp3",)))
    assert post.text == "Un\nÉcoutez\nhttps://blog.example/e.mp3"
    (facet,) = post.facets
    assert post.text.encode()[facet.start : facet.end].decode() == facet.target


def test_pictures_are_shown_and_the_first_in_the_words_stands_for_the_rest():
    picture = Media("image", "https://blog.example/p.jpg", "https://blog.example/p.jpg")
    words = '<img alt="" src="/in.jpg"><img src="/second.jpg">'
    link = "https://blog.example/1"
    post = only(item(words=words, link=link))
    assert post.card is not None
    assert post.card.thumb_url == "https://blog.example/in.jpg"
    post = only(item(words=words, link=link, media=(picture,)))
    assert post.media == (picture,)
    assert post.card is not None
    assert post.card.thumb_url == ""


def test_an_entry_that_says_nothing_is_set_aside_unless_it_leads_somewhere():
    nothing = Document("T", "", items=(item(title="", words="<p> </p>"),))
    found, rejected = read_posts(nothing, BLOG, NOW, {})
    assert (len(found), len(rejected)) == (0, 1)
    post = only(item(title="", link="https://blog.example/1"))
    assert post.text == "https://blog.example/1"
    assert post.facets[0].target == post.text


@pytest.mark.parametrize(
    ("said", "lang"), [("fr-FR", "fr-FR"), ("fr", "fr"), ("<b>", ""), ("", "")]
)
def test_a_language_is_one_or_none(said: str, lang: str):
    assert only(item(lang=said)).lang == lang


def test_nothing_of_a_name_is_markup_or_a_second_line():
    document = Document("<b>Manger</b>\n à Lyon", "", Markup("<i>Bon</i>", True))
    assert name_of(document, BLOG) == "Manger à Lyon"
    assert name_of(Document("", ""), BLOG) == "blog.example"
    assert author_of(document, BLOG).bio == "Bon"


def test_the_version_tells_one_text_from_another():
    one, same, other = (only(item(words=words)) for words in ("a", "a", "b"))
    assert one.version == same.version != other.version
