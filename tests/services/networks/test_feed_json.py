"""JSON Feed is read as if an enemy had written it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.services.domain.errors import BadAnswer
from desktop.services.networks.feed_document import Document
from desktop.services.networks.feed_json import read_json

BASE = "https://blog.example/feed.json"
VERSION = "https://jsonfeed.org/version/1.1"


def read(items: object, **more: object) -> Document:
    values = {"version": VERSION, "title": "T", "items": items, **more}
    return read_json(json.dumps(values).encode(), BASE)


def test_everything_that_an_entry_may_hold_is_found():
    document = read(
        [
            {
                "id": "a1",
                "url": "/1",
                "title": "Un",
                "content_html": "<p>Bonjour</p>",
                "content_text": "Bonjour",
                "image": "i.jpg",
                "date_published": "2026-11-01T08:00:00+01:00",
                "date_modified": "2026-11-02T08:00:00Z",
                "authors": [{"name": "Léa"}],
                "language": "fr",
                "attachments": [
                    {"url": "p.png", "mime_type": "image/png", "title": "Un pain"},
                    {"url": "e.mp3", "mime_type": "audio/mpeg"},
                    {"url": "x.zip", "mime_type": "application/zip"},
                ],
            }
        ],
        home_page_url="https://blog.example/",
        icon="/i.png",
        description="Où manger",
    )
    assert (document.link, document.about.value) == ("https://blog.example/", "Où manger")
    assert document.picture_url == "https://blog.example/i.png"
    (item,) = document.items
    assert (item.id, item.link, item.author, item.lang) == (
        "a1",
        "https://blog.example/1",
        "Léa",
        "fr",
    )
    assert (item.body.value, item.body.is_html) == ("<p>Bonjour</p>", True)
    assert item.published is not None
    assert item.published.hour == 7
    assert item.updated is not None
    assert [(each.url, each.alt) for each in item.media] == [
        ("https://blog.example/p.png", "Un pain")
    ]
    assert item.files == ("https://blog.example/e.mp3",)
    assert item.thumb_url == "https://blog.example/i.jpg"


def test_text_is_not_taken_for_markup():
    (item,) = read([{"id": "1", "content_text": "1 < 2 > 0"}]).items
    assert (item.body.value, item.body.is_html) == ("1 < 2 > 0", False)


def test_the_feeds_author_stands_in_and_the_old_way_of_naming_one_is_known():
    document = read([{"id": 1}, {"id": 2, "author": {"name": "Tom"}}], author={"name": "Léa"})
    assert [(each.id, each.author) for each in document.items] == [("1", "Léa"), ("2", "Tom")]


def test_what_is_no_entry_is_set_aside():
    document = read([1, {"id": "1"}, None, "x"])
    assert len(document.items) == 1
    assert len(document.rejected) == 3


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{}", b'{"version": 1}', b'{"version": "1.0", "items": []}', b"{" * 100_000],
)
def test_other_json_is_no_feed(body: bytes):
    with pytest.raises(BadAnswer):
        read_json(body, BASE)


NAMES = (
    "id url title content_html content_text image authors author name attachments mime_type "
    "date_published language summary"
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(NAMES.split(" ")),
            inner,
            max_size=6,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=200)
@given(JSON, JSON)
def test_any_values_are_read_or_set_aside(one: object, other: object):
    document = read([one, other], author=other, icon=one, language=one)
    assert len(document.items) + len(document.rejected) == 2
