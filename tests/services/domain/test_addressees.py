"""An answer names everybody in the conversation who would not hear of it otherwise."""

from dataclasses import replace
from datetime import UTC, datetime

from desktop.services.domain.addressees import addressees, opening
from desktop.services.domain.post import Author, Facet, FacetKind, Post

ANNA = Author("mastodon", "anna@piaille.fr", "anna@piaille.fr", "Anna")
ASKED = Post(
    "mastodon",
    "https://piaille.fr/1",
    ANNA,
    datetime(2026, 11, 21, tzinfo=UTC),
    "@shop @ben hello",
    facets=(
        Facet(FacetKind.MENTION, 0, 5, "shop@piaille.fr"),
        Facet(FacetKind.MENTION, 6, 10, "ben@mamot.fr"),
        Facet(FacetKind.TAG, 11, 16, "hello"),
    ),
)


def test_the_author_comes_first_then_who_was_named_but_not_oneself():
    assert opening(ASKED, "shop@piaille.fr") == "@anna@piaille.fr @ben@mamot.fr "


def test_nobody_is_named_twice():
    own = replace(ASKED, author=replace(ANNA, native_id="ben@mamot.fr"))
    assert addressees(own, "shop@piaille.fr") == ("ben@mamot.fr",)


def test_an_answer_to_oneself_names_nobody_else_than_was_named():
    own = replace(ASKED, author=replace(ANNA, native_id="shop@piaille.fr"))
    assert addressees(own, "shop@piaille.fr") == ("ben@mamot.fr",)


def test_networks_that_tell_by_themselves_need_no_names():
    assert opening(replace(ASKED, network="bluesky"), "shop") == ""
