"""What a program may not do on X is one click away in the browser, with the words carried over."""

from urllib.parse import parse_qs, urlsplit

import pytest

from desktop.services.domain.hand_off import Action, page_for, person_page, post_page, reason_key


def fields(page: str | None) -> dict[str, list[str]]:
    assert page is not None
    return parse_qs(urlsplit(page).query)


@pytest.mark.parametrize(
    ("action", "native_id", "page"),
    [
        (Action.POST, "", "https://x.com/intent/post"),
        (Action.REPLY, "20", "https://x.com/intent/post?in_reply_to=20"),
        (Action.LIKE, "20", "https://x.com/intent/like?tweet_id=20"),
        (Action.REPOST, "20", "https://x.com/intent/retweet?tweet_id=20"),
        (Action.FOLLOW, "783214", "https://x.com/intent/follow?user_id=783214"),
        (Action.FOLLOW, "@Le_Fournil", "https://x.com/intent/follow?screen_name=Le_Fournil"),
        (Action.BLOCK, "783214", "https://x.com/i/user/783214"),
        (Action.BLOCK, "Le_Fournil", "https://x.com/Le_Fournil"),
    ],
)
def test_every_action_has_its_page(action: Action, native_id: str, page: str):
    assert page_for(action, "x", native_id) == page


def test_a_quote_brings_the_words_and_the_post():
    found = fields(page_for(Action.QUOTE, "x", "20", "À lire"))
    assert found == {"text": ["À lire"], "url": ["https://x.com/i/web/status/20"]}


@pytest.mark.parametrize(
    "text", ["a & b = c?", "#pain à 8 h\n100 % bio + café", "👩‍👩‍👧 «é»", "a\ud800b"]
)
def test_the_text_arrives_as_it_was_written(text: str):
    page = page_for(Action.POST, "x", text=text)
    assert fields(page)["text"] == [text.replace("\ud800", "?")]
    assert page is not None
    assert page.isascii()
    assert "+" not in page


@pytest.mark.parametrize("text", ["é" * 280, "字" * 140, "😀" * 140])
def test_a_post_of_full_length_is_carried_whole(text: str):
    assert fields(page_for(Action.REPLY, "x", "2" * 19, text))["text"] == [text]


@pytest.mark.parametrize("text", ["é" * 5_000, "😀" * 5_000, "a" * 100_000])
def test_a_text_that_no_address_can_carry_is_shortened_visibly(text: str):
    page = page_for(Action.REPLY, "x", "2" * 19, text)
    assert page is not None
    assert len(page) < 2_000
    carried = fields(page)["text"][0]
    assert carried.endswith("…")
    assert text.startswith(carried[:-1])


@pytest.mark.parametrize("action", list(Action))
@pytest.mark.parametrize("native_id", ["20&x=1", "../settings", "1" * 21, "not an id", "é"])
def test_nonsense_for_an_id_leads_nowhere(action: Action, native_id: str):
    if action is not Action.POST:
        assert page_for(action, "x", native_id) is None


@pytest.mark.parametrize("action", list(Action))
def test_other_networks_have_no_such_pages(action: Action):
    assert page_for(action, "bluesky", "20", "words") is None


def test_pages_of_posts_and_people_hold_nothing_but_their_name():
    assert post_page("20/../x?y") == "https://x.com/i/web/status/20%2F..%2Fx%3Fy"
    assert person_page("@shop") == "https://x.com/shop"


def test_the_reason_says_who_refuses():
    assert {action: reason_key(action) for action in Action} == {
        Action.POST: "metered_link",
        Action.REPLY: "not_summoned",
        Action.QUOTE: "api_refuses",
        Action.LIKE: "api_refuses",
        Action.REPOST: "",
        Action.FOLLOW: "api_refuses",
        Action.BLOCK: "api_refuses",
    }
    assert {reason_key(action, is_keyless=True) for action in Action} == {"no_api"}
