from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st
from stored import at, author

from desktop.services.domain.post import (
    Author,
    Counts,
    Facet,
    FacetKind,
    LinkCard,
    Media,
    Post,
    Quote,
)
from desktop.services.storage.columns import from_ms
from desktop.services.storage.keys import key_time
from desktop.services.storage.post_columns import key_of, post_of, row_of

TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12)
SIZE = st.integers(0, 2**63 - 1)
MOMENT = st.integers(-(10**13), 10**14).map(from_ms)
AUTHOR = st.builds(Author, TEXT, TEXT, TEXT, TEXT, TEXT)
POST = st.builds(
    Post,
    network=TEXT,
    native_id=TEXT,
    author=AUTHOR,
    created_at=MOMENT,
    text=TEXT,
    url=TEXT,
    version=TEXT,
    facets=st.lists(st.builds(Facet, st.sampled_from(FacetKind), SIZE, SIZE, TEXT), max_size=3).map(
        tuple
    ),
    lang=TEXT,
    reply_to=TEXT,
    reply_to_author=TEXT,
    root=TEXT,
    media=st.lists(st.builds(Media, TEXT, TEXT, TEXT, TEXT, SIZE, SIZE), max_size=2).map(tuple),
    card=st.none() | st.builds(LinkCard, TEXT, TEXT, TEXT, TEXT),
    quote=st.none() | st.builds(Quote, TEXT, AUTHOR, TEXT, MOMENT, TEXT),
    visibility=TEXT,
    warning=TEXT,
    paid=st.booleans(),
    edited_at=st.none() | MOMENT,
    counts=st.builds(Counts, *[st.none() | SIZE] * 4),
    indexed_at=st.none() | MOMENT,
)
READ_FROM = (1, 2, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22)
"""Where `READ` finds its columns among `NAMES`."""


@given(POST)
def test_every_post_survives_its_row(post: Post):
    row = row_of(post, 1, 2)

    assert post_of(tuple(row[i] for i in READ_FROM), post.author) == post


@given(MOMENT, st.none() | MOMENT)
def test_a_post_stands_where_it_was_written_but_never_later_than_it_was_seen(
    written: datetime, seen: datetime | None
):
    key = key_of(Post("n", "i", author(), written, "", indexed_at=seen))

    assert key_time(key) <= max(min(written, seen or written), from_ms(0))


def test_what_hangs_on_a_post_can_be_searched():
    post = Post(
        "n",
        "i",
        author(),
        at(0),
        "text",
        media=(Media("image", "u", "t", "alt one"), Media("image", "u", "t")),
        card=LinkCard("u", "title", "description"),
        quote=Quote("q", author(), "quoted", at(0)),
        warning="warning",
    )

    assert row_of(post, 1, 2)[6].split("\n") == [
        "warning",
        "alt one",
        "title",
        "description",
        "quoted",
    ]
