import random
from datetime import UTC, date, datetime

import pytest
from services.networks.demo.conftest import KIOSK, NOW, PLACE

from desktop.services.domain.post import NotificationKind
from desktop.services.networks.demo.material import Material
from desktop.services.networks.demo.people import Crowd
from desktop.services.networks.demo.sketches import Studio, lyon, lyon_day


@pytest.fixture
def studio(material: Material) -> Studio:
    chance = random.Random(1)
    return Studio(material, Crowd(material, chance, NOW), chance)


def test_lyon_is_an_hour_or_two_ahead():
    assert lyon(date(2026, 1, 5), 7) == datetime(2026, 1, 5, 6, tzinfo=UTC)
    assert lyon(date(2026, 7, 5), 7) == datetime(2026, 7, 5, 5, tzinfo=UTC)
    assert lyon_day(datetime(2026, 7, 5, 22, 30, tzinfo=UTC)) == date(2026, 7, 6)


def test_ids_are_never_given_twice(studio: Studio):
    ids = [studio.next_id(PLACE) for _ in range(3)] + [studio.next_id(PLACE, "notice")]

    assert len(set(ids)) == 4


def test_a_reply_knows_what_it_answers_and_where_it_began(studio: Studio):
    shop = studio.crowd.shops[PLACE]
    root = studio.sketch(shop, NOW, "Bonjour")
    first = studio.answer(
        "plain.others.fr",
        studio.material.replies["plain.others.fr"],
        root,
        studio.crowd.persona_author("clairef_lyon", PLACE),
        NOW,
    )
    second = studio.sketch(shop, NOW, "Merci", reply_to=first)
    post = studio.final(second)

    assert (post.reply_to, post.root) == (first.native_id, root.native_id)
    assert post.reply_to_author == "clairef_lyon"
    assert studio.final(root).counts.replies == 1


def test_pictures_cards_and_quotes_are_told_in_full(studio: Studio):
    tom = studio.crowd.persona_author("tomeatslyon", KIOSK)
    quoted = studio.sketch(tom, NOW, "Bread")
    sketch = studio.sketch(
        tom, NOW, "More bread", lang="en", picture="croissants", card="brioche", quote_of=quoted
    )
    post = studio.final(sketch)

    assert post.media[0].url == "demo:croissants"
    assert "croissants" in post.media[0].alt
    assert post.card is not None
    assert post.card.thumb_url == "demo:brioche"
    assert post.quote is not None
    assert post.quote.text == "Bread"
    assert post.url.startswith("https://kiosque.example/post/")


def test_an_edited_post_has_another_version(studio: Studio):
    shop = studio.crowd.shops[PLACE]
    edited = studio.final(studio.sketch(shop, NOW, "a", edited_at=NOW))

    assert edited.version != studio.final(studio.sketch(shop, NOW, "a")).version


def test_a_like_is_told_with_the_post_it_is_about(studio: Studio):
    own = studio.sketch(studio.crowd.shops[PLACE], NOW, "Pain")
    claire = studio.crowd.persona_author("clairef_lyon", PLACE)

    assert studio.notice(own, NotificationKind.LIKE, claire, NOW).subject_id == own.native_id
