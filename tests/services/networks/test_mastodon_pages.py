"""Cursors that lead on, and those that lead nowhere."""

import pytest

from desktop.services.networks.mastodon_pages import older_place, place_of


def link(query: str, rel: str = "next") -> dict[str, str]:
    return {"link": f'<https://piaille.fr/api/v1/timelines/home?{query}>; rel="{rel}"'}


def test_the_next_page_is_where_the_server_says():
    assert older_place(link("limit=40&max_id=5"), "") == "max_id=5"
    assert place_of("max_id=5") == {"max_id": "5"}


def test_a_page_number_or_a_word_of_the_servers_own_leads_on_as_well():
    assert older_place(link("page=3&limit=40"), "page=2") == "page=3"
    assert older_place(link("cursor=abc%3D%3D"), "cursor=aaa") == "cursor=abc%3D%3D"


def test_only_the_way_on_counts_among_several_links():
    both = link("max_id=5")["link"] + ', <https://piaille.fr/x?min_id=9>; rel="prev"'
    assert older_place({"link": both}, "") == "max_id=5"
    assert older_place(link("min_id=9", "prev"), "") == ""


def test_a_full_page_without_any_link_leads_on_by_its_last_id():
    assert older_place({}, "", "01JABC") == "max_id=01JABC"
    assert older_place({}, "") == ""


@pytest.mark.parametrize(
    ("cursor", "query"),
    [
        ("max_id=5", "max_id=5"),
        ("max_id=5", "max_id=7"),
        ("max_id=99", "max_id=100"),
        ("max_id=01J0000000000000000000000B", "max_id=01J0000000000000000000000C"),
        ("page=2", "page=2"),
    ],
)
def test_a_server_that_leads_in_a_circle_is_not_followed(cursor: str, query: str):
    assert older_place(link(query), cursor) == ""


def test_ids_in_no_order_are_followed_wherever_they_lead():
    assert older_place(link("max_id=f00d-cafe"), "max_id=0000-beef") == "max_id=f00d-cafe"


@pytest.mark.parametrize("header", ["", "<>", "rubbish", "<x>; rel=prev", "<http://[>; rel=next"])
def test_a_header_that_is_none_leads_nowhere(header: str):
    assert older_place({"link": header}, "") == ""


def test_a_cursor_takes_only_what_belongs_to_it():
    assert place_of("") == {}
    assert place_of("max_id=1&access_token=x&limit=9") == {"max_id": "1"}
    assert place_of("max_id=" + "9" * 600) == {}
    assert older_place(link("max_id=" + "9" * 600), "") == ""
