"""Who is meant, when it was written and what hangs on a post of a Mastodon-API server."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from desktop.services.domain.post import FacetKind, LinkCard, Media
from desktop.services.networks.hostile_json import Unreadable
from desktop.services.networks.mastodon_content import (
    HomeServer,
    local_id,
    optional_id,
    read_card,
    read_media,
    read_warning,
    read_words,
    time_of,
    written_at,
)

HERE = HomeServer("social.shop.example", "shop.example", known={"7": "https://a.example/7"})
LINK = '<a href="{}" class="u-url mention">@<span>{}</span></a>'


@pytest.mark.parametrize(
    ("acct", "handle"),
    [
        ("Martin", "Martin@shop.example"),
        ("eve@b.example", "eve@b.example"),
        ("a.b-c_d@localhost:3000", "a.b-c_d@localhost:3000"),
    ],
)
def test_a_handle_is_whole_wherever_the_person_is_at_home(acct: str, handle: str):
    assert HERE.handle(acct) == handle


@pytest.mark.parametrize("acct", [None, "", " ", "@eve", "a@b@c", "a b", "a/b", 7, "a@", "x\n"])
def test_what_is_no_handle_is_refused(acct: object):
    with pytest.raises(Unreadable):
        HERE.handle(acct)


def test_a_post_that_only_this_server_can_name_is_named_after_it():
    assert HERE.native_id("7") == "https://a.example/7"
    assert HERE.native_id("8") == HERE.version("8") == "social.shop.example/8"


def test_what_was_learned_later_is_known_then():
    known: dict[str, str] = {}
    server = HomeServer("a.example", "a.example", known=known)
    known["1"] = "https://b.example/1"
    assert server.native_id("1") == "https://b.example/1"


def test_ids_come_as_texts_and_as_numbers():
    assert local_id("01H8XGJWBWBAQ4Z6CNRT3") == "01H8XGJWBWBAQ4Z6CNRT3"
    assert local_id(117440826460199151 // 16) == str(117440826460199151 // 16)
    for value in (None, "", True, -1, 1.5, [], "a b", "a/../b", "x" * 201, "é\n"):
        assert optional_id(value) == ""
        with pytest.raises(Unreadable):
            local_id(value)


def test_times_come_as_texts_and_as_times():
    at = datetime(2026, 10, 14, 19, 6, tzinfo=UTC)
    assert time_of("2026-10-14T19:06:00.000Z") == at
    assert time_of(at.astimezone(timezone(timedelta(hours=2)))) == at
    assert time_of("2026-10-14") == datetime(2026, 10, 14, tzinfo=UTC)
    for value in (None, "", "yesterday", 7, datetime(1, 1, 1, tzinfo=UTC)):
        assert time_of(value) is None


@pytest.mark.parametrize(
    ("told", "known_as", "year"),
    [
        ("2020-01-01T00:00:00Z", "117440826460199151", 2020),
        ("2026-10-14T19:06:00Z", "117440826460199151", 2026),
        ("2999-01-01T00:00:00Z", "117440826460199151", 2026),
        ("2999-01-01T00:00:00Z", "12", 2999),
        ("2999-01-01T00:00:00Z", "01H8XGJWBWBAQ4Z6CNRT3", 2999),
        ("2026-10-14T19:06:00Z", "9999999999999999999", 2026),
    ],
)
def test_a_post_from_the_future_is_dated_when_it_arrived(told: str, known_as: str, year: int):
    assert written_at({"created_at": told}, known_as).year == year


def test_a_post_without_a_time_is_unreadable():
    with pytest.raises(Unreadable):
        written_at({"created_at": "soon"}, "117440826460199151")


def words(content: str, *mentions: object) -> tuple[str, list[tuple[FacetKind, str]]]:
    said, facets = read_words({"content": content, "mentions": list(mentions)}, HERE)
    return said, [(facet.kind, facet.target) for facet in facets]


def mention(acct: object, url: object = None) -> dict[str, object]:
    return {"id": "1", "username": str(acct).partition("@")[0], "acct": acct, "url": url}


def test_a_mention_names_the_person_and_their_server():
    href = "https://b.example/@Eve"
    eve = (FacetKind.MENTION, "eve@b.example")
    assert words(LINK.format(href, "Eve"), mention("Eve@b.example", href)) == ("@Eve", [eve])
    # The author's server may write another address than ours knows.
    other = LINK.format("https://b.example/users/eve", "eve")
    assert words(other, mention("Eve@b.example", href)) == ("@eve", [eve])
    own = LINK.format("https://shop.example/@martin", "martin@shop.example")
    assert words(own, mention("martin"))[1] == [(FacetKind.MENTION, "martin@shop.example")]


def test_of_two_people_with_one_name_only_the_address_tells_which_is_meant():
    eves = mention("eve@b.example", "https://b.example/@eve"), mention("eve@c.example")
    assert words(LINK.format("https://b.example/@eve", "eve"), *eves)[1] == [
        (FacetKind.MENTION, "eve@b.example")
    ]
    unclear = LINK.format("https://d.example/@eve", "eve")
    assert words(unclear, *eves)[1] == [(FacetKind.LINK, "https://d.example/@eve")]


def test_mentions_that_cannot_be_read_are_links():
    href = "https://b.example/@eve"
    bad = (None, "eve", mention(None, href), mention("a b", href))
    assert words(LINK.format(href, "eve"), *bad)[1] == [(FacetKind.LINK, href)]


def test_what_a_server_gives_as_plain_text_stays_as_it_is():
    assert read_words({"text": "<b>1 & 2"}, HERE) == ("<b>1 & 2", ())
    assert read_words({"content": None}, HERE) == ("", ())


def test_the_warning_is_the_authors_own_or_stands_for_marked_pictures():
    assert read_warning({"spoiler_text": " Film ", "sensitive": True}) == "Film"
    assert read_warning({"sensitive": True, "media_attachments": [{}]}) == "sensitive"
    assert read_warning({"spoiler_text": None, "sensitive": True, "media_attachments": []}) == ""
    assert read_warning({"sensitive": "no", "media_attachments": [{}]}) == ""


def attached(**view: object) -> tuple[Media, ...]:
    return read_media({"media_attachments": [view]})


def test_a_picture_has_its_description_and_its_size():
    meta = {"original": {"width": 640, "height": 480, "size": "640x480"}, "small": {"width": 1}}
    url, small = "https://f.example/a.png", "https://f.example/s.png"
    picture = attached(type="image", url=url, preview_url=small, description="Un pain", meta=meta)
    assert picture == (Media("image", url, small, "Un pain", 640, 480),)
    assert attached(type="image", url=None, preview_url=small) == (Media("image", small, small),)
    assert attached(type="image", url=url, description=None) == (Media("image", url, url),)
    assert attached(type="image", url="", remote_url=url)[0].url == url


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("gifv", "gif"),
        ("video", "video"),
        ("audio", "video"),
        ("unknown", "video"),
        (None, "video"),
    ],
)
def test_what_is_no_picture_is_opened_in_the_browser(told: object, kind: str):
    url, still = "https://f.example/a.mp4", "https://f.example/a.png"
    assert attached(type=told, url=url, preview_url=still) == (Media(kind, url, still),)
    assert attached(type=told, url=url, preview_url=url) == (Media(kind, url, ""),)


def test_a_size_that_cannot_be_true_is_unknown_and_the_smaller_one_will_do():
    url = "https://f.example/a.png"
    for broken in ({"width": 0, "height": 1}, {"width": 10**9, "height": 1}, None, {"width": "1"}):
        meta = {"original": broken, "small": {"width": 4, "height": 3}}
        media = attached(type="image", url=url, meta=meta)[0]
        assert (media.width, media.height) == (4, 3)
        media = attached(type="image", url=url, meta={"original": broken})[0]
        assert (media.width, media.height) == (0, 0)


def test_what_has_no_web_address_is_not_attached():
    assert attached(type="image", url="file:///etc/passwd", preview_url="data:,x") == ()
    assert read_media({"media_attachments": [None, 7, {}]}) == ()
    many = [{"type": "image", "url": "https://f.example/a.png"}] * 500
    assert len(read_media({"media_attachments": many})) == 20


def test_a_card_previews_a_page():
    card = {"url": "https://a.example/x", "title": " ", "description": "d", "image": "ftp://x"}
    page = LinkCard("https://a.example/x", "https://a.example/x", "d")
    assert read_card({"card": card}, "") == page
    assert read_card({"card": {"url": "javascript:x"}}, "") is None
    assert read_card({"card": None}, "") is None


def test_a_poll_is_a_card_that_leads_to_the_post():
    options = [{"title": "Seigle", "votes_count": 3}, {"title": " Épeautre\n", "votes_count": None}]
    status = {"poll": {"options": [*options, None, {}]}, "card": {"url": "https://a.example"}}
    url = "https://shop.example/@martin/1"
    assert read_card(status, url) == LinkCard(url, "Seigle (3) · Épeautre")
    assert read_card({"poll": {"options": []}}, url) is None
    assert read_card({"poll": {"options": options}}, "") is None
