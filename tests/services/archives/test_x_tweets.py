from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from services.archives.made import START, X_ID, tweet, x_id

from desktop.services.archives.archive import Passed
from desktop.services.archives.x_tweets import TweetReader, created, number
from desktop.services.domain.post import Author, Counts, FacetKind, Post

OWNER = Author("x", X_ID, "lumiere", "La Lumière", web_url="https://x.com/lumiere")
PICTURE = {
    "id_str": "555",
    "type": "photo",
    "url": "https://t.co/pic",
    "expanded_url": "https://twitter.com/lumiere/status/1/photo/1",
    "display_url": "pic.twitter.com/pic",
    "media_url_https": "https://pbs.twimg.com/media/x.jpg",
    "sizes": {"large": {"w": "100", "h": "50"}},
    "indices": ["8", "24"],
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def reader(**notes: object) -> TweetReader:
    return TweetReader(OWNER, lambda said, at: notes.get("note", {}))


def read(item: object) -> Post:
    post = reader().read(item)
    assert isinstance(post, Post)
    return post


def shown(post: Post) -> dict[str, str]:
    """Return what each marked stretch reads, and where it leads."""
    said = post.text.encode()
    return {said[each.start : each.end].decode(): each.target for each in post.facets}


@pytest.mark.parametrize("wrap", [lambda each: {"tweet": each}, lambda each: each])
def test_a_post_is_read_with_or_without_its_wrapper(wrap):
    post = read(wrap(tweet(1, "Bread &amp; butter &lt;3")))

    assert post.native_id == x_id(1)
    assert post.text == "Bread & butter <3"
    assert post.author.native_id == X_ID
    assert post.created_at == datetime(2023, 2, 18, 13, 33, 11, tzinfo=UTC)
    assert post.counts == Counts(reposts=1, likes=3)
    assert post.url == f"https://x.com/lumiere/status/{x_id(1)}"
    assert post.lang == "en"


def test_links_people_and_tags_are_marked_as_the_network_marks_them():
    entities = {
        "hashtags": [{"text": "bread", "indices": ["39", "45"]}],
        "symbols": [{"text": "RISE", "indices": ["46", "51"]}],
        "urls": [
            {
                "url": "https://t.co/abc",
                "expanded_url": "https://shop.example/menu",
                "display_url": "shop.example/menu",
                "indices": ["22", "38"],
            }
        ],
        "user_mentions": [{"screen_name": "Anna", "id_str": "77", "indices": ["10", "15"]}],
    }
    post = read(tweet(1, "Fish &amp; @anna says https://t.co/abc #Bread $RISE", entities=entities))

    assert post.text == "Fish & @anna says shop.example/menu #Bread $RISE"
    assert shown(post) == {
        "@anna": "77",
        "shop.example/menu": "https://t.co/abc",
        "#Bread": "bread",
        "$RISE": "https://x.com/search?q=%24RISE",
    }


def test_a_picture_is_shown_and_its_link_is_not():
    media = {"media": [PICTURE]}
    post = read(tweet(1, "A loaf https://t.co/pic", entities=media, extended_entities=media))

    assert post.text == "A loaf"
    ((picture),) = post.media
    assert (picture.kind, picture.url) == ("image", "https://pbs.twimg.com/media/x.jpg")
    assert (picture.width, picture.height) == (100, 50)


def test_a_film_is_opened_where_the_network_has_it():
    variants = [
        {"content_type": "application/x-mpegURL", "url": "https://video.twimg.com/x.m3u8"},
        {"content_type": "video/mp4", "bitrate": "100", "url": "https://video.twimg.com/low.mp4"},
        {"content_type": "video/mp4", "bitrate": "900", "url": "https://video.twimg.com/high.mp4"},
    ]
    film = {**PICTURE, "type": "video", "video_info": {"variants": variants}}
    post = read(tweet(1, "A loaf", extended_entities={"media": [film]}))

    ((media),) = post.media
    assert media.kind == "video"
    assert media.url == "https://video.twimg.com/high.mp4"
    assert media.thumb_url == "https://pbs.twimg.com/media/x.jpg"


def test_only_pictures_on_the_web_are_taken():
    media = {"media": [{**PICTURE, "media_url_https": "file:///etc/passwd"}]}
    assert read(tweet(1, extended_entities=media)).media == ()


def test_an_answer_says_whom_and_what_it_answers():
    post = read(
        tweet(
            1,
            in_reply_to_status_id_str="123",
            in_reply_to_user_id_str="77",
            in_reply_to_screen_name="anna",
        )
    )
    assert (post.reply_to, post.reply_to_author) == ("123", "anna")


def test_an_answer_to_somebody_who_is_gone_is_still_one():
    post = read(tweet(1, in_reply_to_status_id="123"))
    assert (post.reply_to, post.reply_to_author) == ("123", "")


def test_a_repost_is_somebody_elses_words():
    assert reader().read(tweet(1, "RT @anna: Bread is…")) is Passed.REPOST
    assert isinstance(reader().read(tweet(1, "RT is short for repost")), Post)


@pytest.mark.parametrize(
    "edit_info",
    [
        {"initial": {"editTweetIds": [x_id(1), x_id(2)]}},
        {"edit": {"editControlInitial": {"editTweetIds": [x_id(1), x_id(2)]}}},
    ],
)
def test_only_the_last_version_of_an_edited_post_is_taken(edit_info):
    assert reader().read(tweet(1, edit_info=edit_info)) is Passed.OLDER
    post = read(tweet(2, edit_info=edit_info))
    assert post.edited_at is not None
    assert post.version == x_id(2)


def test_a_post_that_was_never_edited_says_so():
    assert read(tweet(1, edit_info={"initial": {"editTweetIds": [x_id(1)]}})).edited_at is None


def test_a_long_post_is_whole():
    long = "Bread and butter " * 30
    note = {"text": long, "entities": {}}
    post = reader(note=note).read(tweet(1, "Bread and butter …"))
    assert isinstance(post, Post)
    assert post.text == long


def test_names_of_people_are_learnt_from_the_posts():
    learning = reader()
    mention = {"screen_name": "anna", "name": "Anna B", "id_str": "77", "indices": ["0", "5"]}
    learning.read(tweet(1, "@anna Hi", entities={"user_mentions": [mention]}))
    assert learning.names == {"77": ("anna", "Anna B")}


@pytest.mark.parametrize(
    "more",
    [
        {"id_str": "1x", "id": None},
        {"id_str": "", "id": None},
        {"created_at": "yesterday"},
        {"created_at": "Sat Fev 18 12:33:11 +0000 2023"},
        {"created_at": "Sat Feb 31 12:33:11 +0000 2023"},
        {"created_at": None},
    ],
)
def test_a_post_without_what_it_needs_is_left_out(more):
    assert reader().read(tweet(1) | more) is Passed.UNREADABLE


@given(st.dictionaries(st.sampled_from([*tweet(1), "extended_entities", "edit_info"]), JSON))
def test_no_spoiled_post_does_harm(spoiled):
    outcome = reader().read({"tweet": tweet(1) | spoiled})
    assert isinstance(outcome, Post | Passed)


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("Sat Feb 18 12:33:11 +0000 2023", START),
        ("Sat Feb 18 14:33:11 +0200 2023", START),
        ("Sat Feb 18 07:03:11 -0530 2023", START),
    ],
)
def test_a_time_is_read_in_every_zone_and_in_no_language(written, at):
    assert created(written) == at


@pytest.mark.parametrize(
    ("written", "count"),
    [("12", 12), (12, 12), ("-1", None), (-1, None), ("1e9", None), ("9" * 30, None), (None, None)],
)
def test_counts_are_whole_and_not_negative(written, count):
    assert number(written) == count


def test_every_mark_is_of_a_kind_that_leads_somewhere():
    entities = {"user_mentions": [{"screen_name": "bo", "indices": ["0", "3"]}]}
    ((facet),) = read(tweet(1, "@bo Hi", entities=entities)).facets
    assert (facet.kind, facet.target) == (FacetKind.MENTION, "bo")
