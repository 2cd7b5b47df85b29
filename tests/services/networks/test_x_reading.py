"""What X answers, in either vocabulary, is read as it was meant."""

from datetime import UTC, datetime, timedelta

import pytest
from services.networks.x_street import NOW, WORDS, Street

from desktop.services.domain.post import Arrival, LinkCard, NotificationKind, Post
from desktop.services.networks.hostile_json import Json, Unreadable, items, read_each
from desktop.services.networks.x_answer import Includes
from desktop.services.networks.x_reading import (
    full_text,
    read_arrival,
    read_author,
    read_list,
    read_notification,
    read_own_post,
    read_post,
)


@pytest.fixture
def street() -> Street:
    return Street()


def read_one(street: Street, post_id: str, word: str = "tweet") -> Post:
    answer = street.answer(word, post_id)
    return read_post(answer["data"][0], Includes.of(answer))


def test_both_vocabularies_say_the_same(street: Street):
    arrivals, notifications = [], []
    for word in WORDS:
        answer = street.answer(word)
        includes = Includes.of(answer)
        good, bad = read_each(
            answer["data"], lambda raw, beside=includes: read_arrival(raw, beside)
        )
        assert not bad
        arrivals.append(good)
        notifications.append(
            [read_notification(raw, includes, street.shop) for raw in answer["data"]]
        )
    assert len(arrivals[0]) == len(street.world.posts)
    assert arrivals[0] == arrivals[1]
    assert notifications[0] == notifications[1]


@pytest.mark.parametrize("word", WORDS)
def test_a_post_is_read_with_all_that_hangs_on_it(street: Street, word: str):
    post = read_one(street, street.ours, word)
    assert (post.network, post.native_id, post.version) == ("x", street.ours, street.ours)
    assert post.text == "Le pain est prêt & chaud 🥖 shop.fr/pain #pain"
    assert post.url == f"https://x.com/shop/status/{street.ours}"
    assert (post.author.handle, post.author.name) == ("shop", "Shop")
    assert (post.lang, post.paid, post.visibility, post.warning) == ("fr", False, "public", "")
    assert (post.counts.replies, post.counts.reposts, post.counts.quotes) == (1, 1, 1)
    assert (post.reply_to, post.root, post.edited_at) == ("", "", None)
    assert post.created_at == post.indexed_at == NOW + timedelta(milliseconds=1)
    assert read_one(street, street.mention, word).paid


@pytest.mark.parametrize("word", WORDS)
def test_a_reply_names_whom_it_answers_and_where_the_talk_began(street: Street, word: str):
    post = read_one(street, street.reply, word)
    assert (post.reply_to, post.reply_to_author, post.root) == (street.ours, "shop", street.ours)


@pytest.mark.parametrize("word", WORDS)
def test_a_quote_comes_with_pictures_and_without_their_links(street: Street, word: str):
    post = read_one(street, street.quote, word)
    assert post.text == "Comme @shop dit"
    assert post.quote is not None
    assert (post.quote.native_id, post.quote.author.handle) == (street.ours, "shop")
    assert post.quote.text == "Le pain est prêt & chaud 🥖 shop.fr/pain #pain"
    picture, video, _ = post.media
    assert (picture.kind, picture.alt, picture.width, picture.height) == (
        "image",
        "Une baguette",
        800,
        600,
    )
    assert picture.thumb_url == picture.url
    assert (video.kind, video.url.endswith(".mp4"), video.thumb_url.endswith(".jpg")) == (
        "video",
        True,
        True,
    )


def test_a_quoted_post_that_did_not_come_leaves_its_link(street: Street):
    answer = street.answer("tweet", street.quote)
    answer["includes"]["tweets"] = []
    post = read_post(answer["data"][0], Includes.of(answer))
    assert post.quote is None
    assert post.text == f"Comme @shop dit {post.text.partition('dit ')[2]}"
    assert post.facets[-1].target.startswith("https://t.co/")


@pytest.mark.parametrize("word", WORDS)
def test_a_long_post_is_read_whole(street: Street, word: str):
    post = read_one(street, street.long, word)
    assert post.text == "Une longue histoire & sa fin. " * 30 + "#fin"
    assert [facet.target for facet in post.facets] == ["fin"]


@pytest.mark.parametrize("word", WORDS)
def test_an_edited_post_says_when_and_which_words_they_are(street: Street, word: str):
    post = read_one(street, street.edited, word)
    assert post.version == street.edited
    assert post.edited_at == street.world.posts[street.edited].created_at
    before = read_one(street, street.first, word)
    assert (before.native_id, before.version) == (street.first, street.edited)


@pytest.mark.parametrize("word", WORDS)
def test_a_repost_is_the_original_and_who_brought_it(street: Street, word: str):
    answer = street.answer(word, street.repost)
    arrival = read_arrival(answer["data"][0], Includes.of(answer))
    assert isinstance(arrival, Arrival)
    assert (arrival.post.native_id, arrival.post.author.handle) == (street.ours, "shop")
    assert arrival.reposter is not None
    assert arrival.reposter.handle == "tom"
    assert arrival.at == street.world.posts[street.repost].created_at
    assert read_own_post(answer["data"][0], Includes.of(answer)) is None


def test_a_repost_of_what_x_does_not_show_is_not_shown(street: Street):
    answer = street.answer("tweet", street.repost) | {"includes": {}}
    assert read_arrival(answer["data"][0], Includes.of(answer)) is None


@pytest.mark.parametrize("word", WORDS)
def test_mentions_are_told_from_replies_and_quotes(street: Street, word: str):
    answer = street.answer(word)
    found = [
        read_notification(raw, Includes.of(answer), street.shop) for raw in items(answer["data"])
    ]
    kinds = {each.native_id: (each.kind, each.subject_id) for each in found if each is not None}
    assert kinds[street.reply] == (NotificationKind.REPLY, street.ours)
    assert kinds[street.quote] == (NotificationKind.QUOTE, street.ours)
    assert kinds[street.mention] == (NotificationKind.MENTION, "")
    assert street.ours not in kinds
    assert street.repost not in kinds


def test_a_reply_to_somebody_else_that_names_the_account_is_a_mention(street: Street):
    other = street.world.post(street.tom, "Voir @shop", reply_to=street.long)
    answer = street.answer("post", other)
    found = read_notification(answer["data"][0], Includes.of(answer), street.shop)
    assert found is not None
    assert (found.kind, found.subject_id) == (NotificationKind.MENTION, "")
    assert found.post is not None
    assert found.post.reply_to_author == "lea"


def test_a_post_whose_author_did_not_come_is_shown_by_number(street: Street):
    answer = street.answer("post", street.mention) | {"includes": {}}
    post = read_post(answer["data"][0], Includes.of(answer))
    assert (post.author.native_id, post.author.handle) == (street.tom, street.tom)
    assert post.author.web_url == f"https://x.com/i/user/{street.tom}"
    assert post.url == f"https://x.com/i/status/{street.mention}"


def test_a_person_is_read_with_bio_and_counts():
    url = {"start": 9, "end": 32, "url": "https://t.co/0000000001", "display_url": "lea.fr"}
    raw = {
        "id": "12",
        "username": "lea",
        "name": "Léa &amp; Cie",
        "description": "R&amp;D : https://t.co/0000000001",
        "entities": {"description": {"urls": [url]}},
        "profile_image_url": "https://pbs.twimg.com/a_normal.jpg",
        "public_metrics": {"followers_count": 3, "following_count": 2, "post_count": 1},
    }
    author = read_author(raw)
    assert (author.name, author.bio) == ("Léa & Cie", "R&D : lea.fr")
    assert (author.followers, author.following, author.posts) == (3, 2, 1)
    assert author.web_url == "https://x.com/lea"
    raw["public_metrics"] = {"tweet_count": 9}
    assert read_author(raw).posts == 9


def plain(**more: object) -> Json:
    return {"id": "1346889436626259968", "author_id": "12", "text": "Bonjour", **more}


def test_a_post_without_a_time_is_dated_by_its_id():
    post = read_post(plain(), Includes.of({}))
    assert post.created_at == datetime(2021, 1, 6, 18, 40, 40, 344_000, UTC)
    with pytest.raises(Unreadable):
        read_post(plain(id="20"), Includes.of({}))


@pytest.mark.parametrize("lacking", ["id", "author_id"])
def test_a_post_without_an_identity_is_unreadable(lacking: str):
    with pytest.raises(Unreadable):
        read_post(plain(**{lacking: None}), Includes.of({}))


@pytest.mark.parametrize(
    ("told", "lang"),
    [("fr", "fr"), ("und", ""), ("qme", ""), ("zxx", ""), ("in", "id"), ("iw", "he"), (None, "")],
)
def test_what_x_calls_a_language_and_is_none_is_left_out(told: object, lang: str):
    assert read_post(plain(lang=told), Includes.of({})).lang == lang


def test_posts_for_followers_say_so():
    assert read_post(plain(scopes={"followers": True}), Includes.of({})).visibility == "followers"
    user = {"id": "12", "username": "lea", "protected": True}
    includes = Includes.of({"includes": {"users": [user]}})
    assert read_post(plain(), includes).visibility == "followers"


def test_a_linked_page_is_previewed():
    page = {
        "url": "https://t.co/0000000001",
        "start": 0,
        "expanded_url": "https://example.com/a",
        "unwound_url": "https://example.com/a/b",
        "title": "Pain &amp; vin",
        "description": "Carte",
        "images": [{"url": "https://pbs.twimg.com/news_img/1.jpg", "width": 1, "height": 1}],
    }
    card = read_post(plain(entities={"urls": [page]}), Includes.of({})).card
    picture = "https://pbs.twimg.com/news_img/1.jpg"
    assert card == LinkCard("https://example.com/a/b", "Pain & vin", "Carte", picture)
    to_post = page | {"unwound_url": "https://x.com/lea/status/20"}
    assert read_post(plain(entities={"urls": [to_post]}), Includes.of({})).card is None


@pytest.mark.parametrize("word", WORDS)
def test_the_words_sent_are_found_again_in_full(street: Street, word: str):
    for post_id in (street.ours, street.quote, street.long, street.mention):
        raw = street.answer(word, post_id)["data"][0]
        assert full_text(raw) == street.world.posts[post_id].typed


def test_a_list_has_a_name():
    assert read_list({"id": "5", "name": "Clients &amp; amis"}).name == "Clients & amis"
    assert read_list({"id": "5"}).name == "5"
    with pytest.raises(Unreadable):
        read_list({"name": "Clients"})
