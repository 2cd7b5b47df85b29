"""Drafts become the records that Bluesky's rules ask for."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.draft import Attachment, Draft, ReplyTarget
from desktop.services.domain.errors import InvalidField, Missing, Refused, Unsupported
from desktop.services.domain.post import Facet, FacetKind
from desktop.services.networks.bluesky_writing import (
    check,
    parts_of,
    post_record,
    record_key,
    resolved_facets,
    timestamp,
)

AT = datetime(2026, 11, 21, 20, 0, 0, 123_456, UTC)
PICTURE = Attachment(b"png", "image/png", "La vitrine", 800, 600)


def record_of(draft: Draft, facets: tuple[Facet, ...] = ()) -> dict[str, object]:
    return post_record(draft, facets, lambda picture: {"blob": picture.alt}, AT)


def test_a_plain_post_holds_its_text_its_language_and_its_time():
    assert record_of(Draft("Bonjour", lang="fr")) == {
        "$type": "app.bsky.feed.post",
        "text": "Bonjour",
        "createdAt": "2026-11-21T20:00:00.123Z",
        "langs": ["fr"],
    }


def test_facets_count_bytes_and_name_their_feature():
    draft = Draft("é @lea.test #pain https://a.fr")
    facets = resolved_facets(draft, {"lea.test": "did:plc:lea"}.__getitem__)
    assert record_of(draft, facets)["facets"] == [
        {
            "index": {"byteStart": 3, "byteEnd": 12},
            "features": [{"$type": "app.bsky.richtext.facet#mention", "did": "did:plc:lea"}],
        },
        {
            "index": {"byteStart": 13, "byteEnd": 18},
            "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "pain"}],
        },
        {
            "index": {"byteStart": 19, "byteEnd": 31},
            "features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://a.fr"}],
        },
    ]


def test_who_is_nobody_is_not_mentioned():
    assert resolved_facets(Draft("@nobody.test"), lambda _: "") == ()


def test_facets_that_came_with_the_draft_are_kept_and_not_asked_for_again():
    mention = Facet(FacetKind.MENTION, 0, 4, "did:plc:lea")
    draft = Draft("@lea #pain", facets=(mention,))
    assert resolved_facets(draft, lambda handle: pytest.fail(handle)) == (mention,)


def test_a_reply_names_the_post_and_the_root():
    target = ReplyTarget("at://p", "cid-p", "at://r", "cid-r")
    assert record_of(Draft("Merci", reply_to=target))["reply"] == {
        "parent": {"uri": "at://p", "cid": "cid-p"},
        "root": {"uri": "at://r", "cid": "cid-r"},
    }


def test_pictures_a_quote_and_both_are_embedded():
    images = {
        "$type": "app.bsky.embed.images",
        "images": [
            {
                "alt": "La vitrine",
                "image": {"blob": "La vitrine"},
                "aspectRatio": {"width": 800, "height": 600},
            }
        ],
    }
    quote = {"$type": "app.bsky.embed.record", "record": {"uri": "at://q", "cid": "cid-q"}}
    assert record_of(Draft("a", attachments=(PICTURE,)))["embed"] == images
    assert record_of(Draft("a", quote_of=("at://q", "cid-q")))["embed"] == quote
    both = record_of(Draft("a", attachments=(PICTURE,), quote_of=("at://q", "cid-q")))["embed"]
    assert both == {"$type": "app.bsky.embed.recordWithMedia", "record": quote, "media": images}


def test_a_picture_of_unknown_size_claims_none():
    picture = Attachment(b"png", "image/png", "", 0, 0)
    embed = record_of(Draft("a", attachments=(picture,)))["embed"]
    assert embed["images"] == [{"alt": "", "image": {"blob": ""}}]  # type: ignore[index] # a mapping


@pytest.mark.parametrize(
    ("draft", "trouble"),
    [
        (Draft(" \n"), InvalidField),
        (Draft("a", attachments=(PICTURE,) * 5), Refused),
        (Draft("a", attachments=(Attachment(b"x" * 11, "image/png", "", 1, 1),)), Refused),
        (Draft("a", warning="film"), Unsupported),
    ],
)
def test_what_cannot_be_posted_is_refused_before_anything_leaves(
    draft: Draft, trouble: type[Exception]
):
    with pytest.raises(trouble):
        check(draft, 4, 10)


def test_a_picture_or_a_quote_needs_no_words():
    check(Draft("", attachments=(PICTURE,)), 4, 10)
    check(Draft("", quote_of=("at://q", "cid")), 4, 10)


def test_times_are_written_in_utc():
    paris = timezone(timedelta(hours=1))
    assert timestamp(datetime(2026, 11, 21, 21, 0, tzinfo=paris)) == "2026-11-21T20:00:00.000Z"


def test_keys_of_our_own_records_are_new_each_time():
    assert len({record_key(AT) for _ in range(50)}) > 1
    assert record_key(AT)[:11] == record_key(AT)[:11]


def test_an_address_names_its_repository_collection_and_key():
    assert parts_of("at://did:plc:x/app.bsky.feed.like/3l") == (
        "did:plc:x",
        "app.bsky.feed.like",
        "3l",
    )


@given(st.text())
def test_what_is_no_address_is_missing(uri: str):
    if uri.startswith("at://") and uri.count("/") == 4 and "//" not in uri[5:] and uri[-1] != "/":
        return
    with pytest.raises(Missing):
        parts_of(uri)
