"""Signing in at the double of X takes what X's sign-in takes, once and in time."""

import base64
import hashlib
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from services.networks.x_double import XDouble

VERIFIER = "v" * 64
REDIRECT = "http://127.0.0.1:8723/callback"


@pytest.fixture
def double() -> Iterator[XDouble]:
    double = XDouble()
    yield double
    double.close()


def browse(double: XDouble, **changes: str) -> requests.Response:
    """Open the page that asks the person."""
    hashed = hashlib.sha256(VERIFIER.encode()).digest()
    asked = {
        "response_type": "code",
        "client_id": double.client_id,
        "redirect_uri": REDIRECT,
        "scope": "tweet.read users.read offline.access",
        "state": "s1",
        "code_challenge": base64.urlsafe_b64encode(hashed).decode().rstrip("="),
        "code_challenge_method": "S256",
    }
    url = f"{double.url}/i/oauth2/authorize"
    return requests.get(url, params=asked | changes, allow_redirects=False, timeout=10)


def brought_back(answer: requests.Response) -> dict[str, str]:
    assert answer.status_code == 302
    query = parse_qs(urlsplit(answer.headers["Location"]).query)
    return {name: values[0] for name, values in query.items()}


def trade(double: XDouble, path: str = "token", **form: str) -> requests.Response:
    form = {"client_id": double.client_id, "redirect_uri": REDIRECT, **form}
    return requests.post(f"{double.url}/2/oauth2/{path}", data=form, timeout=10)


def redeem(double: XDouble, code: str, verifier: str = VERIFIER) -> requests.Response:
    return trade(double, grant_type="authorization_code", code=code, code_verifier=verifier)


def status_with(double: XDouble, token: str) -> int:
    headers = {"Authorization": f"Bearer {token}"}
    return requests.get(f"{double.url}/2/users/me", headers=headers, timeout=10).status_code


def test_a_code_is_traded_for_tokens_that_work(double: XDouble):
    back = brought_back(browse(double))
    assert back["state"] == "s1"
    tokens = redeem(double, back["code"]).json()
    assert (tokens["token_type"], tokens["expires_in"]) == ("bearer", 7200)
    assert status_with(double, tokens["access_token"]) == 200
    double.world.now += timedelta(hours=2)
    assert status_with(double, tokens["access_token"]) == 401


def test_a_code_works_once_in_time_and_with_its_verifier(double: XDouble):
    code = brought_back(browse(double))["code"]
    assert redeem(double, code).status_code == 200
    assert redeem(double, code).status_code == 400
    assert redeem(double, brought_back(browse(double))["code"], "other").status_code == 400
    late = brought_back(browse(double))["code"]
    double.world.now += timedelta(seconds=30)
    assert redeem(double, late).status_code == 400


@pytest.mark.parametrize(
    "wrong",
    [
        {"client_id": "other"},
        {"redirect_uri": "http://localhost:8723/callback"},
        {"code_challenge_method": "plain"},
        {"state": ""},
        {"response_type": "token"},
    ],
)
def test_a_page_asked_for_wrongly_leads_nowhere(double: XDouble, wrong: dict[str, str]):
    assert browse(double, **wrong).status_code == 400


def test_a_person_may_say_no(double: XDouble):
    double.oauth.is_denied = True
    assert brought_back(browse(double)) == {"state": "s1", "error": "access_denied"}


def test_a_refresh_token_works_once(double: XDouble):
    first = double.refresh_token
    tokens = trade(double, grant_type="refresh_token", refresh_token=first).json()
    assert status_with(double, tokens["access_token"]) == 200
    assert trade(double, grant_type="refresh_token", refresh_token=first).status_code == 400
    second = tokens["refresh_token"]
    assert trade(double, grant_type="refresh_token", refresh_token=second).status_code == 200
    assert double.oauth.refreshes == 2


def test_without_offline_access_there_is_nothing_to_renew(double: XDouble):
    code = brought_back(browse(double, scope="tweet.read users.read"))["code"]
    assert "refresh_token" not in redeem(double, code).json()


def test_a_revoked_token_opens_nothing_and_the_other_still_does(double: XDouble):
    assert trade(double, "revoke", token=double.access_token).json() == {"revoked": True}
    assert status_with(double, double.access_token) == 401
    refresh = double.refresh_token
    assert trade(double, grant_type="refresh_token", refresh_token=refresh).status_code == 200


def test_a_stranger_gets_no_tokens(double: XDouble):
    form = {"grant_type": "refresh_token", "refresh_token": double.refresh_token}
    assert trade(double, **form, client_id="other").status_code == 401
    assert trade(double, grant_type="password").status_code == 400


def test_a_scope_that_was_not_granted_is_missed(double: XDouble):
    token = double.oauth.grant(double.me, "tweet.read")["access_token"]
    assert status_with(double, token) == 403


def test_sessions_end_at_will(double: XDouble):
    double.oauth.expire_access()
    assert status_with(double, double.access_token) == 401
    double.oauth.expire_sessions()
    refresh = double.refresh_token
    assert trade(double, grant_type="refresh_token", refresh_token=refresh).status_code == 400
