"""A session with X is renewed once, kept before it is used, and shows in no log."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from services.loopback import Response, json_response, reset
from services.networks.x_faults import (
    broken,
    dropped,
    signed_out,
    slow_down,
    truncated,
)
from services.networks.x_shop import Shop, shop_of

from desktop.services.domain.errors import (
    BadAnswer,
    RateLimited,
    SignedOut,
    Unreachable,
    VaultTrouble,
)
from desktop.services.networks.contract import Credential
from desktop.services.networks.x_tokens import tokens_of

ME = "GET /2/users/me"
HOME = "GET /2/users/:id/timelines/reverse_chronological"
TOKEN = "POST /2/oauth2/token"


def test_an_expired_session_is_renewed_once_and_kept_before_it_is_used(x_shop: Shop):
    x_shop.double.oauth.expire_access()
    assert x_shop.network.me().handle == "shop"
    assert x_shop.network.home().items
    assert x_shop.double.oauth.refreshes == 1
    kept = tokens_of(x_shop.kept[0])
    assert kept.access in x_shop.double.oauth.access
    assert kept.refresh in x_shop.double.oauth.refresh
    assert kept.client_id == x_shop.double.client_id
    again = shop_of(x_shop.double, x_shop.account, x_shop.kept[-1])
    x_shop.double.oauth.expire_access()
    assert again.network.me().handle == "shop"
    again.network.close()


def test_a_session_known_to_be_at_its_end_is_renewed_before_it_is_refused(x_shop: Shop):
    x_shop.double.oauth.expire_access()
    x_shop.network.me()
    x_shop.double.world.now += timedelta(hours=1, minutes=59, seconds=30)
    asked = x_shop.double.calls(ME)
    x_shop.network.me()
    assert x_shop.double.calls(ME) == asked + 1
    assert x_shop.double.oauth.refreshes == 2


def test_a_credential_that_cannot_be_kept_is_told_and_still_works(x_shop: Shop):
    def fail(_: Credential) -> None:
        raise VaultTrouble("locked")

    x_shop.double.oauth.expire_access()
    x_shop.client._keep = fail
    with pytest.raises(VaultTrouble):
        x_shop.network.me()
    assert x_shop.network.me().handle == "shop"


def test_a_refresh_token_that_is_refused_means_signing_in_again(x_shop: Shop):
    x_shop.double.oauth.expire_sessions()
    with pytest.raises(SignedOut):
        x_shop.network.home()
    assert x_shop.kept == []


def test_without_a_refresh_token_the_end_is_the_end(x_shop: Shop):
    tokens = tokens_of(x_shop.credential)
    alone = Credential(tokens.credential().secret.replace(tokens.refresh, ""))
    x_shop.double.oauth.expire_access()
    other = shop_of(x_shop.double, x_shop.account, alone)
    with pytest.raises(SignedOut):
        other.network.home()
    assert x_shop.double.calls(TOKEN) == 0
    other.network.close()


def test_a_new_token_that_opens_nothing_is_not_renewed_for_ever(x_shop: Shop):
    x_shop.double.always(ME, signed_out)
    with pytest.raises(SignedOut):
        x_shop.network.me()
    assert x_shop.double.oauth.refreshes == 1


@pytest.mark.parametrize("fault", [broken(503), dropped, slow_down(), truncated])
def test_a_renewal_that_fails_does_not_end_the_session(x_shop: Shop, fault: object):
    x_shop.double.oauth.expire_access()
    if fault is truncated:
        # The former token is used up by then, which the next try finds out.
        x_shop.double.fail(TOKEN, lambda _, act: Response(200, b'{"access_'))
    else:
        x_shop.double.fail(TOKEN, fault)
    with pytest.raises((Unreachable, RateLimited, BadAnswer)):
        x_shop.network.me()
    assert x_shop.network.me().handle == "shop"


def test_two_threads_renew_a_session_once(x_shop: Shop):
    x_shop.double.oauth.expire_access()
    with ThreadPoolExecutor(4) as pool:
        handles = list(pool.map(lambda _: x_shop.network.me().handle, range(4)))
    assert handles == ["shop"] * 4
    assert x_shop.double.oauth.refreshes == 1
    assert len(x_shop.kept) == 1


def test_an_answer_without_a_new_refresh_token_keeps_the_old_one(x_shop: Shop):
    x_shop.double.oauth.expire_access()

    def sparing(_: object, act: object) -> Response:
        tokens = x_shop.double.oauth.grant(x_shop.double.me)
        return json_response({"access_token": tokens["access_token"], "refresh_token": ""})

    x_shop.double.fail(TOKEN, sparing)
    x_shop.network.me()
    assert tokens_of(x_shop.kept[0]).refresh == x_shop.double.refresh_token


def test_signing_out_ends_both_tokens_and_needs_no_server(x_shop: Shop):
    x_shop.network.sign_out()
    oauth = x_shop.double.oauth
    assert (oauth.access, oauth.refresh) == ({}, {})
    x_shop.double.close()
    x_shop.network.sign_out()


def test_no_secret_reaches_any_log(x_shop: Shop, caplog: pytest.LogCaptureFixture):
    for name in (None, "tweepy", "requests", "urllib3", "oauthlib", "requests_oauthlib"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    try:
        x_shop.double.oauth.expire_access()
        x_shop.network.home()
        x_shop.double.fail(HOME, lambda _, act: reset)
        with pytest.raises(Unreachable) as trouble:
            x_shop.network.home()
        x_shop.network.sign_out()
    finally:
        for name in ("tweepy", "requests", "urllib3", "oauthlib", "requests_oauthlib"):
            logging.getLogger(name).setLevel(logging.NOTSET)
    tokens = [*map(tokens_of, [x_shop.credential, *x_shop.kept])]
    secrets = [secret for each in tokens for secret in (each.access, each.refresh)]
    told = caplog.text + repr(trouble.value) + repr(trouble.value.__cause__) + repr(x_shop.client)
    assert "retweet" not in told
    assert not any(secret in told for secret in [*secrets, "Bearer"])
