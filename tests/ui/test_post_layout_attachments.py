"""What hangs on a post lies where it belongs: pictures, quotes and link cards."""

from dataclasses import replace

import pytest
from timeline_entries import CLAIRE, NOW, entry, photos, post, prose, words

from desktop.services.domain.account import Cap
from desktop.services.domain.post import LinkCard, Media, Quote
from desktop.ui.post_card import Setting
from desktop.ui.post_layout import PostLayouts
from desktop.ui.theme import Theme

CAN = Setting(at=NOW, time="4 min", can=(~Cap.NONE).value)
CROISSANT = Media("image", "full", "thumb", "Un croissant", 1_068, 224)


@pytest.fixture
def layouts(qapp):
    return PostLayouts(Theme(), str.capitalize)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7])
def test_pictures_lie_side_by_side_without_touching(layouts, count):
    card = layouts.card(entry(post(media=(replace(CROISSANT, width=0),) * count)), 627, CAN)
    boxes = [photo.box for photo in photos(card)]

    assert len(boxes) == min(count, 4)
    for number, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[:number])
        assert card.zone(f"picture:{number}").boxes == (box,)
    if count == 7:
        assert "+3" in words(card)


def test_a_picture_takes_its_own_shape_within_limits(layouts):
    def height(width: int, tall: int) -> int:
        media = (replace(CROISSANT, width=width, height=tall),)
        return photos(layouts.card(entry(post(media=media)), 627, CAN))[0].box.height()

    assert height(1_068, 224) == 111
    assert height(1_000, 5) == 96
    assert height(5, 1_000) == 340


def test_a_described_picture_says_so_and_reads_out_its_description(layouts):
    card = layouts.card(entry(post(media=(CROISSANT, replace(CROISSANT, alt="")))), 627, CAN)

    assert words(card).count("ALT") == 1
    assert card.zone("picture:0").tip == "Un croissant"
    assert card.zone("picture:1").tip == "No description"


def test_a_film_is_marked_and_only_its_still_is_loaded(layouts):
    film = Media("video", "https://x/film.mp4", "", "")
    card = layouts.card(entry(post(media=(film,))), 627, CAN)

    assert photos(card)[0].is_film
    assert photos(card)[0].url == ""
    assert card.zone("picture:0").tip == "Plays in the browser\nNo description"


def test_a_quote_shows_who_said_what(layouts):
    quote = Quote("q", replace(CLAIRE, name="Ville"), "quoted " * 200, NOW)
    card = layouts.card(entry(post(quote=quote)), 627, CAN)

    assert "Ville" in words(card)
    assert prose(card)[1].endswith("…")
    assert "Ville" in card.zone("quote").tip


def test_a_link_card_names_the_host_it_really_leads_to(layouts):
    link = LinkCard("https://www.xn--pypal-4ve.com/paypal.com", "PayPal", "Pay")
    card = layouts.card(entry(post(card=link)), 627, CAN)

    assert "xn--pypal-4ve.com" in words(card)
    assert card.zone(f"link:{link.url}") is not None


@pytest.mark.parametrize(("network", "said"), [("mastodon", "Vote on Mastodon"), ("feed", "")])
def test_a_poll_says_where_one_votes_and_an_article_does_not(layouts, network, said):
    page = "https://parvis.example/@claire/1"
    asked = replace(post(), network=network, url=page, card=LinkCard(page, "Rye (3) · Wheat (5)"))
    card = layouts.card(entry(asked), 627, CAN)

    assert card.zone(f"link:{page}").tip == (said or page)
    assert (said or "parvis.example") in words(card)
