"""Facets, pictures, cards and warnings, also those that lie about themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.post import Facet, FacetKind, LinkCard
from desktop.services.networks.bluesky_content import (
    read_card,
    read_facets,
    read_media,
    read_warning,
)

TEXT = "Bonjour é https://a.fr #pain"


def facet(start: object, end: object, **feature: object) -> dict[str, object]:
    return {"index": {"byteStart": start, "byteEnd": end}, "features": [feature]}


def test_facets_are_read_in_order_with_what_they_lead_to():
    found = read_facets(
        [
            facet(24, 29, tag="pain"),
            facet(11, 23, uri="https://a.fr"),
            facet(0, 7, did="did:plc:x"),
        ],
        TEXT,
    )
    assert found == (
        Facet(FacetKind.MENTION, 0, 7, "did:plc:x"),
        Facet(FacetKind.LINK, 11, 23, "https://a.fr"),
        Facet(FacetKind.TAG, 24, 29, "pain"),
    )


@pytest.mark.parametrize(
    "bad",
    [
        facet(0, 9, tag="cuts é in two"),
        facet(9, 11, tag="starts inside é"),
        facet(5, 5, tag="empty"),
        facet(7, 3, tag="backwards"),
        facet(-1, 3, tag="before"),
        facet(0, 10_000, tag="after"),
        facet(0, True, tag="no number"),
        facet(0, 7.0, tag="no whole number"),
        facet(0, 7, uri="javascript:alert(1)"),
        facet(0, 7, uri="https://bank.fr@evil.fr"),
        facet(0, 7, unknown="feature"),
        {"index": None, "features": None},
        None,
        "facet",
    ],
)
def test_a_facet_that_cannot_be_true_is_left_out(bad: object):
    assert read_facets([bad, facet(0, 7, tag="kept")], TEXT) == (
        Facet(FacetKind.TAG, 0, 7, "kept"),
    )


def test_facets_that_overlap_give_way_to_the_first():
    found = read_facets([facet(0, 7, tag="a"), facet(3, 8, tag="b"), facet(7, 8, tag="c")], TEXT)
    assert [each.target for each in found] == ["a", "c"]


@given(st.text(), st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50))))
def test_every_facet_is_a_readable_stretch_of_its_text(said: str, spans: list[tuple[int, int]]):
    end = 0
    for each in read_facets([facet(*span, tag="t") for span in spans], said):
        assert end <= each.start < each.end
        assert said.encode()[each.start : each.end].decode()
        end = each.end


def test_pictures_are_read_with_their_description_and_size():
    ratio = {"width": 800, "height": 600}
    picture = {
        "thumb": "https://c/t",
        "fullsize": "https://c/f",
        "alt": "Vitrine",
        "aspectRatio": ratio,
    }
    media = read_media({"$type": "app.bsky.embed.images#view", "images": [picture]})[0]
    assert (media.kind, media.url, media.thumb_url) == ("image", "https://c/f", "https://c/t")
    assert (media.alt, media.width, media.height) == ("Vitrine", 800, 600)


def test_a_gallery_and_pictures_beside_a_quote_are_read_too():
    picture = {"thumbnail": "https://c/t", "fullsize": "https://c/f"}
    assert len(read_media({"items": [picture, picture]})) == 2
    assert len(read_media({"record": {}, "media": {"images": [picture]}})) == 1


@pytest.mark.parametrize("presentation", ["gif", "default", None])
def test_a_video_has_a_still_picture(presentation: object):
    video = {
        "playlist": "https://v/p.m3u8",
        "thumbnail": "https://v/t",
        "presentation": presentation,
    }
    media = read_media(video)[0]
    assert media.kind == ("gif" if presentation == "gif" else "video")
    assert media.thumb_url == "https://v/t"


@pytest.mark.parametrize(
    "ratio", [None, {}, {"width": 0, "height": 1}, {"width": 10**9, "height": 1}]
)
def test_a_size_that_cannot_be_true_is_unknown(ratio: object):
    media = read_media({"images": [{"thumb": "https://c/t", "aspectRatio": ratio}]})[0]
    assert (media.width, media.height) == (0, 0)


def test_what_is_no_web_address_is_no_picture():
    hostile = [{"thumb": "file:///etc/passwd"}, {"fullsize": "data:image/png;base64,"}, None, 7]
    assert read_media({"images": hostile}) == ()
    assert len(read_media({"images": [{"thumb": "https://c/t"}] * 500})) == 20


def test_a_card_has_an_address_and_a_title():
    external = {"uri": "https://a.fr/x", "title": "", "description": "d", "thumb": "ftp://x"}
    assert read_card({"external": external}) == LinkCard("https://a.fr/x", "https://a.fr/x", "d")
    assert read_card({"external": {"uri": "javascript:x", "title": "t"}}) is None
    assert read_card({}) is None


def test_the_first_label_that_warns_is_the_warning():
    assert (
        read_warning({"labels": [{"val": "new-shop"}, {"val": "graphic-media"}]}, {})
        == "graphic-media"
    )
    assert read_warning({}, {"labels": {"values": [{"val": "porn"}]}}) == "porn"
    assert read_warning({"labels": [{"val": "porn", "neg": True}, None, "x"]}, {"labels": 7}) == ""
