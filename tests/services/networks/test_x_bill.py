"""The double's bill is what X's price list makes of the same calls, worked out by hand."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import requests
from services.networks import x_faults as faults
from services.networks.x_double import XDouble

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def double() -> Iterator[XDouble]:
    double = XDouble(now=NOON)
    yield double
    double.close()


def ask(double: XDouble, route: str, body: object = None, **params: object) -> int:
    method, path = route.split()
    token = double.oauth.grant(double.me)["access_token"]
    answer = requests.request(
        method,
        double.url + path,
        params=params,
        json=body,
        headers={"Authorization": f"Bearer {token}"},
        timeout=10,
    )
    return answer.status_code


def test_a_thing_is_charged_once_a_day(double: XDouble):
    lea = double.world.sign_up("lea")
    for number in range(3):
        double.world.post(lea, f"pain {number}")
    search = "GET /2/tweets/search/recent"
    ask(double, search, query="pain")
    ask(double, search, query="pain")
    assert double.bill.total == 3 * 5_000
    double.world.now = NOON.replace(hour=23, minute=59)
    ask(double, search, query="pain")
    assert double.bill.total == 3 * 5_000
    double.world.now = NOON + timedelta(hours=12)
    ask(double, search, query="pain")
    assert double.bill.total == 6 * 5_000


@pytest.mark.parametrize(("is_owner", "price"), [(True, 1_000), (False, 5_000)])
def test_the_apps_owner_reads_what_is_theirs_for_less(double: XDouble, is_owner: bool, price: int):
    double.bill.app_owner = double.me if is_owner else ""
    lea = double.world.sign_up("lea")
    double.world.post(lea, "@shop Bravo")
    double.world.post(double.me, "Pain")
    double.world.follow(lea, double.me)
    ask(double, f"GET /2/users/{double.me}/mentions")
    ask(double, f"GET /2/users/{double.me}/tweets")
    assert double.bill.total == 2 * price
    ask(double, f"GET /2/users/{double.me}/followers")
    assert double.bill.total == 2 * price + (1_000 if is_owner else 10_000)
    double.world.post(lea, "Promenade")
    ask(double, f"GET /2/users/{lea}/tweets")
    assert double.bill.lines[-1].price == 5_000


def test_what_is_refused_empty_or_free_costs_nothing(double: XDouble):
    ask(double, f"GET /2/users/{double.me}/tweets")
    ask(double, "GET /2/tweets", ids="7")
    ask(double, "POST /2/tweets", {"text": ""})
    ask(double, f"POST /2/users/{double.me}/likes", {"tweet_id": "7"})
    ask(double, "GET /2/tweets/search/recent", query="(")
    double.fail("GET /2/users/me", faults.broken(), faults.out_of_credit)
    ask(double, "GET /2/users/me")
    ask(double, "GET /2/users/me")
    assert double.bill.total == 0


def test_a_post_is_charged_by_what_it_is(double: XDouble):
    lea = double.world.sign_up("lea")
    asked = double.world.post(lea, "@shop Ouvert ?")
    reply = {"in_reply_to_tweet_id": asked}
    for text, more, price in (
        ("Pain chaud", {}, 15_000),
        ("Carte : https://shop.fr/carte", {}, 200_000),
        ("Carte : shop.fr", {}, 200_000),
        ("Oui !", {"reply": reply}, 10_000),
        ("Oui : shop.fr/heures", {"reply": reply}, 200_000),
    ):
        assert ask(double, "POST /2/tweets", {"text": text, **more}) == 201
        assert double.bill.lines[-1].price == price


def test_an_answer_that_was_lost_is_charged(double: XDouble):
    double.fail("POST /2/tweets", faults.lost)
    with pytest.raises(requests.ConnectionError):
        ask(double, "POST /2/tweets", {"text": "Pain"})
    assert double.bill.total == 15_000


def test_a_month_comes_to_what_the_price_list_says(double: XDouble):
    """Thirty days: mentions and own posts as the owner, counts, a search, posts and acts."""
    lea = double.world.sign_up("lea")
    people_list = double.world.make_list(double.me, "Clients", lea)
    for day in range(30):
        double.world.now = NOON + timedelta(days=day)
        mention = double.world.post(lea, f"@shop jour {day}")
        for _ in range(2):
            ask(double, f"GET /2/users/{double.me}/mentions", since_id=int(mention) - 1)
            ask(double, "GET /2/tweets/counts/recent", query="pain")
        reply = {"in_reply_to_tweet_id": mention}
        ask(double, "POST /2/tweets", {"text": f"Merci {day}", "reply": reply})
        ask(double, "POST /2/tweets", {"text": f"Pain du jour {day}"})
    ask(double, "POST /2/tweets", {"text": "La carte : https://shop.fr"})
    ask(double, "GET /2/users/me")
    ask(double, "GET /2/users/me")
    ask(double, f"GET /2/users/{double.me}/owned_lists")
    ask(double, f"GET /2/lists/{people_list}/tweets", max_results=3)
    ask(double, f"POST /2/users/{double.me}/retweets", {"tweet_id": mention})
    ask(double, f"DELETE /2/users/{double.me}/retweets/{mention}")
    # 30 mentions at $0.001, 60 counts at $0.005, 30 answers at $0.010, 30 posts at $0.015, one with
    # a link at $0.200, one person at $0.010, one own list at $0.001, two posts of the list at
    # $0.005 (the third was read as a mention that day), a repost at $0.015, its end at $0.010.
    assert double.bill.total == (
        30_000 + 300_000 + 300_000 + 450_000 + 200_000 + 10_000 + 1_000 + 10_000 + 15_000 + 10_000
    )
    assert double.bill.count("owned post") == 30
