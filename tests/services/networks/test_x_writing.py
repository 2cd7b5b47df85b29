"""A draft costs what X asks for it, and is known again in what X made of it."""

from datetime import UTC, datetime

import pytest

from desktop.services.domain.charges import Charge
from desktop.services.domain.draft import Attachment, Draft, ReplyTarget
from desktop.services.domain.errors import InvalidField, Refused, Unsupported
from desktop.services.domain.post import Author, Media, Post
from desktop.services.networks.x_hand_off import LIMITS
from desktop.services.networks.x_writing import (
    check,
    is_of,
    picture_upload,
    picture_words,
    price_of,
    repost_act,
    reposted,
)

ANSWER = ReplyTarget("20", "20", "20", "20")
PICTURE = Attachment(b"png", "image/png", "La vitrine", 2, 1)


@pytest.mark.parametrize(
    ("draft", "operation"),
    [
        (Draft("Du pain à 8 h"), "post_create"),
        (Draft("Du pain", attachments=(PICTURE,)), "post_create"),
        (Draft("https://fournil.fr"), "post_create_with_link"),
        (Draft("Voir fournil.fr/carte !"), "post_create_with_link"),
        (Draft("Voir www.fournil.fr"), "post_create_with_link"),
        (Draft("8.30 ou 9.15"), "post_create"),
        (Draft("écrire à pain@fournil.fr"), "post_create"),
        (Draft("Merci", reply_to=ANSWER), "reply_create"),
        (Draft("Merci fournil.fr", reply_to=ANSWER), "post_create_with_link"),
    ],
)
def test_a_draft_has_its_price(draft: Draft, operation: str):
    assert price_of(draft) == Charge(operation, 1)


def test_going_on_after_a_post_of_ones_own_is_no_answer():
    assert price_of(Draft("2/2", reply_to=ANSWER), is_own_thread=True) == Charge("post_create", 1)


@pytest.mark.parametrize(
    ("draft", "error"),
    [
        (Draft("x", warning="film"), Unsupported),
        (Draft("x", visibility="direct"), Unsupported),
        (Draft("x", quote_of=("20", "20")), Unsupported),
        (Draft(" \n"), InvalidField),
        (Draft("x", attachments=(PICTURE,) * 5), Refused),
        (Draft("x", attachments=(Attachment(b"x" * 5_000_001, "", "", 1, 1),)), Refused),
    ],
)
def test_what_x_does_not_take_is_said_before_it_costs(draft: Draft, error: type[Exception]):
    with pytest.raises(error):
        check(draft, LIMITS)


def test_a_quote_goes_to_the_page_that_x_has_for_it():
    with pytest.raises(Unsupported) as refused:
        check(Draft("À lire", quote_of=("20", "20")), LIMITS)
    page = "https://x.com/intent/post?text=%C3%80%20lire&url="
    assert (refused.value.web_url or "").startswith(page)


@pytest.mark.parametrize("visibility", ["", "public"])
def test_pictures_alone_are_a_post(visibility: str):
    check(Draft("", attachments=(PICTURE,) * 4, visibility=visibility), LIMITS)


def test_a_picture_travels_whole_with_its_words():
    sent = picture_upload(PICTURE)
    assert sent == {"media": "cG5n", "media_category": "tweet_image"}
    assert picture_words("9", "é" * 2_000) == {"id": "9", "metadata": {"alt_text": {"text": "é" * 1_000}}}  # fmt: skip  # noqa: E501 # one shape, one line


def post(reply_to: str = "", pictures: int = 0) -> Post:
    media = (Media("image", "https://pbs.twimg.com/a.jpg", ""),) * pictures
    return Post(
        "x",
        "30",
        Author("x", "1", "shop", "Shop"),
        datetime(2026, 11, 21, tzinfo=UTC),
        "",
        reply_to=reply_to,
        media=media,
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Du pain", "Du pain"),
        ("  Du\n\npain ", "Du pain"),
        ("cafe\u0301", "caf\u00e9"),
        ("voir fournil.fr/carte", "voir http://fournil.fr/carte"),
        ("voir https://www.fournil.fr ici", "voir http://fournil.fr/ ici"),
    ],
)
def test_the_same_words_are_known_again(typed: str, told: str):
    assert is_of(Draft(typed), post(), told)
    assert not is_of(Draft(typed + " !"), post(), told)


def test_an_answer_is_known_by_what_it_answers_whoever_is_named_in_front():
    draft = Draft("Merci", reply_to=ANSWER)
    assert is_of(draft, post("20"), "@lea @tom Merci")
    assert not is_of(draft, post("21"), "Merci")
    assert not is_of(draft, post(), "Merci")
    assert not is_of(Draft("Merci"), post("20"), "Merci")
    assert not is_of(Draft("Merci"), post(), "@lea Merci")


def test_pictures_without_words_are_told_apart_by_their_number():
    draft = Draft("", attachments=(PICTURE, PICTURE))
    assert is_of(draft, post(pictures=2), "")
    assert not is_of(draft, post(pictures=1), "")


def test_a_repost_is_named_by_what_it_reposts():
    assert reposted(repost_act("20")) == "20"
    assert reposted("favourite 20") == ""
