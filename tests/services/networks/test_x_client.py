"""The way to X: its one session, its two vocabularies, its bill, and secrets that stay secret."""

import subprocess
import sys
from pathlib import Path

import pytest
from services.loopback import Request, Response, json_response
from services.networks.x_double import XDouble
from services.networks.x_faults import (
    Act,
    Fault,
    broken,
    broken_after,
    cut_off,
    dropped,
    lost,
    out_of_credit,
    out_of_plan,
    slow_down,
    truncated,
    usage_capped,
)
from services.networks.x_problems import invalid
from services.networks.x_shop import Shop, open_shop, populate

from desktop.services.domain.charges import Charge
from desktop.services.domain.errors import (
    AllowanceUsedUp,
    BadAnswer,
    BudgetReached,
    OutcomeUnknown,
    PaymentRequired,
    RateLimited,
    Refused,
    Unreachable,
)

HOME = "GET /2/users/:id/timelines/reverse_chronological"
MENTIONS = "GET /2/users/:id/mentions"
CREATE = "POST /2/tweets"
ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("vocabulary", ["tweet", "post"])
def test_each_vocabulary_is_found_out_once(vocabulary: str):
    double = XDouble(vocabulary, strict=True)
    populate(double)
    x_shop = open_shop(double)
    first = x_shop.network.home()
    asked = double.calls(HOME)
    assert first.items
    assert first.items[0].post.author.handle == "lea"
    assert x_shop.network.home().items == first.items
    assert double.calls(HOME) == asked + 1 == (2 if vocabulary == "tweet" else 3)
    assert x_shop.book.allowed == [Charge("post_read", 20)] * 2
    x_shop.network.close()
    double.close()


def test_fields_that_are_left_out_in_silence_are_asked_for_by_their_newer_names():
    double = XDouble("post", strict=True)
    populate(double)
    x_shop = open_shop(double)

    def bare(request: object, act: object) -> Response:
        posts = [{"id": each, "text": "?"} for each in double.world.posts]
        return json_response({"data": posts, "meta": {"result_count": len(posts)}})

    double.fail(HOME, bare)
    assert x_shop.network.home().items[0].post.author.handle == "lea"
    x_shop.network.close()
    double.close()


def test_routes_that_change_their_names_one_by_one_are_followed(x_shop: Shop):
    def only(word: str) -> Fault:
        def answer(request: Request, act: Act) -> Response:
            wrong = {"tweet": "post", "post": "tweet"}[word]
            return (
                invalid(f"{wrong}.fields", "no") if f"{wrong}.fields" in request.params else act()
            )

        return answer

    x_shop.double.always(HOME, only("post"))
    x_shop.double.always(MENTIONS, only("tweet"))
    for _ in range(2):
        assert x_shop.network.home().items
        assert x_shop.network.notifications().items


def test_a_server_that_does_not_know_the_latest_field_is_asked_without_it(x_shop: Shop):
    def older(request: Request, act: Act) -> Response:
        if "post.fields" in request.params:
            return invalid("post.fields", "no")
        asked = request.params["tweet.fields"][0].split(",")
        return (
            invalid("tweet.fields", "[paid_partnership]") if "paid_partnership" in asked else act()
        )

    x_shop.double.always(HOME, older)
    first, asked = x_shop.network.home(), x_shop.double.calls(HOME)
    assert first.items
    assert first.items == x_shop.network.home().items
    assert (asked, x_shop.double.calls(HOME)) == (2, 3)


def test_what_both_vocabularies_are_refused_for_is_told_and_nothing_is_remembered(x_shop: Shop):
    error = {"parameters": {"tweet.fields": ["x"]}, "message": "tweet.fields"}
    refused = json_response({"errors": [error], "title": "Invalid Request"}, 400)
    x_shop.double.fail(HOME, lambda _, act: refused, lambda _, act: refused)
    with pytest.raises(Refused):
        x_shop.network.home()
    x_shop.network.home()
    assert "tweet.fields" in x_shop.double.server.requests[-1].params


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (out_of_credit, PaymentRequired),
        (out_of_plan, Refused),
        (usage_capped(), AllowanceUsedUp),
        (slow_down(x_rate_limit_remaining="0"), RateLimited),
        (slow_down(retry_after="Wed, 99 Nov"), RateLimited),
        (broken(500), Unreachable),
        (broken(503), Unreachable),
        (dropped, Unreachable),
        (lost, Unreachable),
        (cut_off, Unreachable),
        (truncated, BadAnswer),
        (lambda _, act: Response(200, b"<html>"), BadAnswer),
        (lambda _, act: Response(302, b"", {"Location": "https://evil.example"}), BadAnswer),
    ],
)
def test_what_goes_wrong_while_reading_is_told_by_who_can_act(
    x_shop: Shop, fault: object, error: type[Exception]
):
    x_shop.double.fail(HOME, fault)
    with pytest.raises(error):
        x_shop.network.home()
    assert x_shop.network.home().items


@pytest.mark.parametrize("fault", [lost, dropped, broken(500), broken_after(502), truncated])
def test_a_write_whose_answer_is_lost_may_have_happened(x_shop: Shop, fault: object):
    x_shop.double.fail(CREATE, fault)
    with pytest.raises(OutcomeUnknown):
        x_shop.client.call(Charge("post_create", 1), lambda x: x.create_tweet(text="Une fois"))
    assert x_shop.book.spent_on == []


def test_a_server_that_is_not_there_was_not_asked(x_shop: Shop):
    x_shop.double.close()
    with pytest.raises(Unreachable):
        x_shop.client.call(Charge("post_create", 1), lambda x: x.create_tweet(text="Une fois"))
    assert [charge.units for charge, *_ in x_shop.book.spent_on] == [0]


def test_a_call_beyond_the_cap_is_not_made(x_shop: Shop):
    x_shop.book.room = 99_999
    with pytest.raises(BudgetReached):
        x_shop.network.home()
    assert x_shop.double.server.requests == []
    x_shop.book.room = 100_000
    assert x_shop.network.home().items


def test_each_call_is_announced_at_its_most_and_written_down_at_what_it_took(x_shop: Shop):
    found = x_shop.network.home(limit=7).items
    assert x_shop.book.allowed == [Charge("post_read", 7)]
    charge, endpoint, ids = x_shop.book.spent_on[0]
    assert charge == Charge("post_read", 7)
    assert endpoint == HOME
    assert len(ids) == len(found) == 7
    assert x_shop.book.total == x_shop.double.bill.total == 35_000


def test_an_answer_with_nothing_in_it_costs_nothing(x_shop: Shop):
    assert not x_shop.network.author_posts(x_shop.double.world.sign_up("new")).items
    assert [charge.units for charge, *_ in x_shop.book.spent_on] == [0]


def test_a_handle_stays_out_of_the_bill(x_shop: Shop):
    x_shop.network.profile("lea")
    x_shop.network.profile(x_shop.clients[0])
    endpoints = [endpoint for _, endpoint, _ in x_shop.book.spent_on]
    assert endpoints == ["GET /2/users/by/username/:name", "GET /2/users/:id"]


def test_the_library_is_not_imported_before_the_first_call():
    script = (
        "import sys; from desktop.services.networks import registry, x, x_sign_in; "
        "print('tweepy' in sys.modules, 'requests' in sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert told.stdout.split() == ["False", "False"]
