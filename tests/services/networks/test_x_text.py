"""What X marks in a text is shown as X wants it shown, whatever its offsets count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from services.networks.recordings import RUBBISH
from services.networks.x_world import World

from desktop.services.domain.post import Facet, FacetKind
from desktop.services.networks.x_text import Words, linked_status, read_words, unescaped


def link(start: int, number: int, expanded: str, **more: object) -> dict[str, object]:
    url = f"https://t.co/{number:010}"
    shown = expanded.partition("://")[2]
    place = {"start": start, "end": start + len(url), "url": url}
    return place | {"expanded_url": expanded, "display_url": shown} | more


def stretches(words: Words) -> list[tuple[str, str]]:
    encoded = words.text.encode()
    return [(encoded[each.start : each.end].decode(), each.target) for each in words.facets]


def test_offsets_count_code_points_and_facets_bytes():
    raw = "Let’s go @ManUtd 🙌🏼🔴 #mufc https://t.co/0000000001"
    entities = {
        "mentions": [{"start": 9, "end": 16, "username": "ManUtd", "id": "558797310"}],
        "hashtags": [{"start": 21, "end": 26, "tag": "mufc"}],
        "urls": [link(27, 1, "https://example.com/shirt")],
    }
    words = read_words(raw, entities)
    assert words.text == "Let’s go @ManUtd 🙌🏼🔴 #mufc example.com/shirt"
    assert words.facets[0] == Facet(FacetKind.MENTION, 11, 18, "558797310")
    assert stretches(words) == [
        ("@ManUtd", "558797310"),
        ("#mufc", "mufc"),
        ("example.com/shirt", "https://t.co/0000000001"),
    ]
    assert words.full == "Let’s go @ManUtd 🙌🏼🔴 #mufc https://example.com/shirt"


@pytest.mark.parametrize("is_escaped", [True, False])
def test_escapes_are_undone_whether_offsets_count_them_or_not(is_escaped: bool):
    world = World()
    world.escaped_offsets = is_escaped
    lea = world.sign_up("lea")
    typed = "1 < 2 && 👩‍🍳 @lea > #café & #café R&D https://example.com/a?b=1&c=2 $ACME <3 &amp;"
    said = world.posts[world.post(lea, typed)]
    words = read_words(said.wire["text"], said.wire["entities"])
    assert words.text == typed.replace("https://", "")
    assert words.full == typed
    assert stretches(words) == [
        ("@lea", lea),
        ("#café", "café"),
        ("#café", "café"),
        ("example.com/a?b=1&c=2", said.wire["entities"]["urls"][0]["url"]),
        ("$ACME", "https://x.com/search?q=%24ACME"),
    ]


def test_a_cashtag_leads_to_the_search_of_x():
    words = read_words("Buy $ACME", {"cashtags": [{"start": 4, "end": 9, "tag": "ACME"}]})
    assert words.facets == (Facet(FacetKind.LINK, 4, 9, "https://x.com/search?q=%24ACME"),)


def test_a_mention_without_an_id_leads_to_the_handle_as_x_compares_it():
    words = read_words("Hi @LeA", {"mentions": [{"start": 3, "end": 7, "username": "lea"}]})
    assert stretches(words) == [("@LeA", "lea")]


def test_what_is_attached_is_not_said_again_at_the_end():
    raw = "Du pain https://t.co/0000000001 https://t.co/0000000002"
    own = "https://x.com/lea/status/20/photo/1"
    entities = {
        "urls": [
            link(8, 1, "https://x.com/tom/status/19"),
            link(32, 2, own, media_key="3_1"),
            link(32, 2, own, media_key="3_2"),
        ]
    }
    assert read_words(raw, entities, frozenset({"3_1", "19"})).text == "Du pain"
    assert read_words(raw, entities, frozenset({"20", "19"})).text == "Du pain"
    words = read_words(raw, entities, frozenset({"20"}))
    assert words.text == "Du pain x.com/tom/status/19"
    assert [each.target for each in words.facets] == ["https://t.co/0000000001"]
    assert read_words(raw, entities).text.endswith("x.com/lea/status/20/photo/1")


def test_an_attached_link_in_the_middle_stays():
    raw = "See https://t.co/0000000001 there"
    entities = {"urls": [link(4, 1, "https://twitter.com/lea/status/20/video/1")]}
    words = read_words(raw, entities, frozenset({"20"}))
    assert words.text == "See twitter.com/lea/status/20/video/1 there"


def test_a_post_of_nothing_but_a_picture_has_no_text():
    entities = {"urls": [link(0, 1, "https://x.com/lea/status/20/photo/1")]}
    words = read_words("https://t.co/0000000001", entities, frozenset({"20"}))
    assert (words.text, words.facets, words.full) == ("", (), "")


@pytest.mark.parametrize(
    "entities",
    [
        {"urls": [{"start": 0, "end": 23, "url": "javascript:alert(1)"}]},
        {"urls": [{"start": 0, "url": "https://t.co/elsewhere"}]},
        {"hashtags": [{"start": "0", "tag": "a"}]},
        {"hashtags": [{"start": 5, "tag": "unsaid"}]},
        {"mentions": [{"start": 2**60, "username": "nobody"}]},
        {"mentions": [None, 3, {"username": "lea"}]},
        {"urls": "none"},
    ],
)
def test_marks_that_make_no_sense_are_left_out(entities: dict[str, object]):
    assert read_words("Nothing to see #a", entities) == Words(
        "Nothing to see #a", (), "Nothing to see #a"
    )


def test_overlapping_marks_leave_the_first():
    marks = {"hashtags": [{"start": 0, "tag": "a"}, {"start": 0, "tag": "ab"}]}
    assert len(read_words("#abc", marks).facets) == 1


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("https://x.com/lea/status/20", "20"),
        ("https://twitter.com/lea/status/20/photo/1?s=20", "20"),
        ("https://mobile.twitter.com/i/web/status/20", "20"),
        ("https://x.com/lea", ""),
        ("https://example.com/lea/status/20", ""),
        ("https://notx.com/lea/status/20", ""),
        (None, ""),
    ],
)
def test_links_to_posts_are_told_from_others(address: object, status: str):
    assert linked_status(address) == status


def test_an_escape_is_undone_once():
    assert unescaped("&amp;lt; &quot; &lt;b&gt;") == "&lt; &quot; <b>"
    assert unescaped(None) == ""


@given(
    st.text(max_size=60),
    st.dictionaries(
        st.sampled_from(["urls", "mentions", "hashtags", "cashtags"]),
        st.lists(
            st.dictionaries(
                st.sampled_from(["start", "end", "url", "tag", "username", "id", "media_key"]),
                RUBBISH | st.integers(0, 60) | st.sampled_from(["a", "https://t.co/a"]),
            ),
            max_size=3,
        ),
    ),
)
def test_no_marks_break_a_text(raw: str, entities: dict[str, object]):
    words = read_words(raw, entities, frozenset({"a"}))
    end = 0
    for facet in words.facets:
        assert end <= facet.start < facet.end
        words.text.encode()[facet.start : facet.end].decode()
        end = facet.end
    assert end <= len(words.text.encode())
