"""The way to X: its one session, its two vocabularies, its bill, and secrets that stay secret."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from services.loopback import Response, json_response, reset
from services.networks.x_double import XDouble
from services.networks.x_faults import (
    broken,
    broken_after,
    cut_off,
    dropped,
    lost,
    out_of_credit,
    out_of_plan,
    signed_out,
    slow_down,
    truncated,
    usage_capped,
)
from services.networks.x_shop import Shop, open_shop, populate, shop_of

from desktop.services.domain.charges import Charge
from desktop.services.domain.errors import (
    AllowanceUsedUp,
    BadAnswer,
    BudgetReached,
    OutcomeUnknown,
    PaymentRequired,
    RateLimited,
    Refused,
    SignedOut,
    Unreachable,
    VaultTrouble,
)
from desktop.services.networks.contract import Credential
from desktop.services.networks.x_tokens import tokens_of

ME = "GET /2/users/me"
HOME = "GET /2/users/:id/timelines/reverse_chronological"
CREATE = "POST /2/tweets"
TOKEN = "POST /2/oauth2/token"
ROOT = Path(__file__).parents[3]


@pytest.fixture
def shop() -> Iterator[Shop]:
    double = XDouble()
    populate(double)
    shop = open_shop(double)
    yield shop
    shop.network.close()
    double.close()


def said(shop: Shop, path: str) -> list[object]:
    return [request for request in shop.double.server.requests if request.path == path]


def test_an_expired_session_is_renewed_once_and_kept_before_it_is_used(shop: Shop):
    shop.double.oauth.expire_access()
    assert shop.network.me().handle == "shop"
    assert shop.network.home().items
    assert shop.double.oauth.refreshes == 1
    kept = tokens_of(shop.kept[0])
    assert kept.access in shop.double.oauth.access
    assert kept.refresh in shop.double.oauth.refresh
    assert kept.client_id == shop.double.client_id
    again = shop_of(shop.double, shop.account, shop.kept[-1])
    shop.double.oauth.expire_access()
    assert again.network.me().handle == "shop"
    again.network.close()


def test_a_session_known_to_be_at_its_end_is_renewed_before_it_is_refused(shop: Shop):
    shop.double.oauth.expire_access()
    shop.network.me()
    shop.double.world.now += timedelta(hours=1, minutes=59, seconds=30)
    asked = shop.double.calls(ME)
    shop.network.me()
    assert shop.double.calls(ME) == asked + 1
    assert shop.double.oauth.refreshes == 2


def test_a_credential_that_cannot_be_kept_is_told_and_still_works(shop: Shop):
    def fail(_: Credential) -> None:
        raise VaultTrouble("locked")

    shop.double.oauth.expire_access()
    shop.client._keep = fail
    with pytest.raises(VaultTrouble):
        shop.network.me()
    assert shop.network.me().handle == "shop"


def test_a_refresh_token_that_is_refused_means_signing_in_again(shop: Shop):
    shop.double.oauth.expire_sessions()
    with pytest.raises(SignedOut):
        shop.network.home()
    assert shop.kept == []


def test_without_a_refresh_token_the_end_is_the_end(shop: Shop):
    tokens = tokens_of(shop.credential)
    alone = Credential(tokens.credential().secret.replace(tokens.refresh, ""))
    shop.double.oauth.expire_access()
    other = shop_of(shop.double, shop.account, alone)
    with pytest.raises(SignedOut):
        other.network.home()
    assert shop.double.calls(TOKEN) == 0
    other.network.close()


def test_a_new_token_that_opens_nothing_is_not_renewed_for_ever(shop: Shop):
    shop.double.always(ME, signed_out)
    with pytest.raises(SignedOut):
        shop.network.me()
    assert shop.double.oauth.refreshes == 1


@pytest.mark.parametrize("fault", [broken(503), dropped, slow_down(), truncated])
def test_a_renewal_that_fails_does_not_end_the_session(shop: Shop, fault: object):
    shop.double.oauth.expire_access()
    if fault is truncated:
        # The former token is used up by then, which the next try finds out.
        shop.double.fail(TOKEN, lambda _, act: Response(200, b'{"access_'))
    else:
        shop.double.fail(TOKEN, fault)
    with pytest.raises((Unreachable, RateLimited, BadAnswer)):
        shop.network.me()
    assert shop.network.me().handle == "shop"


def test_two_threads_renew_a_session_once(shop: Shop):
    shop.double.oauth.expire_access()
    with ThreadPoolExecutor(4) as pool:
        handles = list(pool.map(lambda _: shop.network.me().handle, range(4)))
    assert handles == ["shop"] * 4
    assert shop.double.oauth.refreshes == 1
    assert len(shop.kept) == 1


def test_an_answer_without_a_new_refresh_token_keeps_the_old_one(shop: Shop):
    shop.double.oauth.expire_access()

    def sparing(_: object, act: object) -> Response:
        tokens = shop.double.oauth.grant(shop.double.me)
        return json_response({"access_token": tokens["access_token"], "refresh_token": ""})

    shop.double.fail(TOKEN, sparing)
    shop.network.me()
    assert tokens_of(shop.kept[0]).refresh == shop.double.refresh_token


@pytest.mark.parametrize("vocabulary", ["tweet", "post"])
def test_each_vocabulary_is_found_out_once(vocabulary: str):
    double = XDouble(vocabulary, strict=True)
    populate(double)
    shop = open_shop(double)
    first = shop.network.home()
    asked = double.calls(HOME)
    assert first.items
    assert first.items[0].post.author.handle == "lea"
    assert shop.network.home().items == first.items
    assert double.calls(HOME) == asked + 1 == (2 if vocabulary == "tweet" else 3)
    assert shop.book.allowed == [Charge("post_read", 20)] * 2
    shop.network.close()
    double.close()


def test_fields_that_are_left_out_in_silence_are_asked_for_by_their_newer_names():
    double = XDouble("post", strict=True)
    populate(double)
    shop = open_shop(double)

    def bare(request: object, act: object) -> Response:
        posts = [{"id": each, "text": "?"} for each in double.world.posts]
        return json_response({"data": posts, "meta": {"result_count": len(posts)}})

    double.fail(HOME, bare)
    assert shop.network.home().items[0].post.author.handle == "lea"
    shop.network.close()
    double.close()


def test_what_both_vocabularies_are_refused_for_is_told_and_nothing_is_remembered(shop: Shop):
    error = {"parameters": {"tweet.fields": ["x"]}, "message": "tweet.fields"}
    refused = json_response({"errors": [error], "title": "Invalid Request"}, 400)
    shop.double.fail(HOME, lambda _, act: refused, lambda _, act: refused)
    with pytest.raises(Refused):
        shop.network.home()
    shop.network.home()
    assert "tweet.fields" in shop.double.server.requests[-1].params


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
    shop: Shop, fault: object, error: type[Exception]
):
    shop.double.fail(HOME, fault)
    with pytest.raises(error):
        shop.network.home()
    assert shop.network.home().items


@pytest.mark.parametrize("fault", [lost, dropped, broken(500), broken_after(502), truncated])
def test_a_write_whose_answer_is_lost_may_have_happened(shop: Shop, fault: object):
    shop.double.fail(CREATE, fault)
    with pytest.raises(OutcomeUnknown):
        shop.client.call(Charge("post_create", 1), lambda x: x.create_tweet(text="Une fois"))
    assert shop.book.spent_on == []


def test_a_server_that_is_not_there_was_not_asked(shop: Shop):
    shop.double.close()
    with pytest.raises(Unreachable):
        shop.client.call(Charge("post_create", 1), lambda x: x.create_tweet(text="Une fois"))
    assert [charge.units for charge, *_ in shop.book.spent_on] == [0]


def test_a_call_beyond_the_cap_is_not_made(shop: Shop):
    shop.book.room = 99_999
    with pytest.raises(BudgetReached):
        shop.network.home()
    assert shop.double.server.requests == []
    shop.book.room = 100_000
    assert shop.network.home().items


def test_each_call_is_announced_at_its_most_and_written_down_at_what_it_took(shop: Shop):
    found = shop.network.home(limit=7).items
    assert shop.book.allowed == [Charge("post_read", 7)]
    charge, endpoint, ids = shop.book.spent_on[0]
    assert charge == Charge("post_read", 7)
    assert endpoint == HOME
    assert len(ids) == len(found) == 7
    assert shop.book.total == shop.double.bill.total == 35_000


def test_an_answer_with_nothing_in_it_costs_nothing(shop: Shop):
    assert not shop.network.author_posts(shop.double.world.sign_up("new")).items
    assert [charge.units for charge, *_ in shop.book.spent_on] == [0]


def test_a_handle_stays_out_of_the_bill(shop: Shop):
    shop.network.profile("lea")
    shop.network.profile(shop.clients[0])
    endpoints = [endpoint for _, endpoint, _ in shop.book.spent_on]
    assert endpoints == ["GET /2/users/by/username/:name", "GET /2/users/:id"]


def test_no_secret_reaches_any_log(shop: Shop, caplog: pytest.LogCaptureFixture):
    for name in (None, "tweepy", "requests", "urllib3", "oauthlib", "requests_oauthlib"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    try:
        shop.double.oauth.expire_access()
        shop.network.home()
        shop.double.fail(HOME, lambda _, act: reset)
        with pytest.raises(Unreachable) as trouble:
            shop.network.home()
        shop.network.sign_out()
    finally:
        for name in ("tweepy", "requests", "urllib3", "oauthlib", "requests_oauthlib"):
            logging.getLogger(name).setLevel(logging.NOTSET)
    tokens = [*map(tokens_of, [shop.credential, *shop.kept])]
    secrets = [secret for each in tokens for secret in (each.access, each.refresh)]
    told = caplog.text + repr(trouble.value) + repr(trouble.value.__cause__) + repr(shop.client)
    assert "retweet" not in told
    assert not any(secret in told for secret in [*secrets, "Bearer"])


def test_signing_out_ends_both_tokens_and_needs_no_server(shop: Shop):
    shop.network.sign_out()
    oauth = shop.double.oauth
    assert (oauth.access, oauth.refresh) == ({}, {})
    shop.double.close()
    shop.network.sign_out()


def test_the_library_is_not_imported_before_the_first_call():
    script = (
        "import sys; from desktop.services.networks import registry, x, x_sign_in; "
        "print('tweepy' in sys.modules, 'requests' in sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert told.stdout.split() == ["False", "False"]
