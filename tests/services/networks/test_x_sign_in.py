"""Signing in to X: on X's own page with the user's own key, or by a handle without any."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from services.loopback import Request, json_response
from services.networks.x_double import XDouble
from services.networks.x_faults import broken, dropped, out_of_credit, slow_down
from services.networks.x_shop import REDIRECT, agree

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.errors import (
    BadAnswer,
    CrieurError,
    InvalidField,
    PaymentRequired,
    RateLimited,
    Unreachable,
)
from desktop.services.networks import registry
from desktop.services.networks.contract import Handshake, SignIn
from desktop.services.networks.x import X
from desktop.services.networks.x_sign_in import begin
from desktop.services.networks.x_tokens import tokens_of

ME = "GET /2/users/me"
TOKEN = "POST /2/oauth2/token"


@pytest.fixture
def double() -> Iterator[XDouble]:
    double = XDouble()
    yield double
    double.close()


def handshake(double: XDouble, client_id: str = "") -> Handshake:
    asked = SignIn("x", double.url, client_id or double.client_id, "")
    return registry.Networks().begin(asked, REDIRECT)


def test_whoever_agrees_on_the_page_is_connected(double: XDouble):
    begun = handshake(double)
    back = agree(begun.address)
    assert back["state"] == begun.state
    account, credential = begun.finish(back["code"])
    assert (account.id, account.network, account.native_id) == (0, "x", double.me)
    assert (account.handle, account.name) == ("shop", "Boulangerie Martin")
    assert account.server == double.url
    assert account.avatar_url.startswith("https://")
    assert Cap.METERED in account.caps
    assert Cap.KEYLESS not in account.caps
    assert account.limits.max_units == 280
    network = registry.Networks().open_network(account, credential, lambda _: None)
    assert isinstance(network, X)
    assert network.me().native_id == double.me
    network.close()


def test_the_credential_holds_all_that_a_renewal_needs(double: XDouble):
    begun = handshake(double)
    _, credential = begun.finish(agree(begun.address)["code"])
    tokens = tokens_of(credential)
    assert tokens.client_id == double.client_id
    assert tokens.refresh in double.oauth.refresh
    assert tokens.expires_at - datetime.now(UTC) > timedelta(hours=1, minutes=55)


def test_the_page_is_x_s_own_and_asks_for_no_more_than_is_needed():
    begun = registry.Networks().begin(SignIn("x", "", "Y3JpZXVyLXRlc3Q6MTpjaQ", ""), REDIRECT)
    page = urlsplit(begun.address)
    asked = {name: values[0] for name, values in parse_qs(page.query).items()}
    assert f"{page.scheme}://{page.netloc}{page.path}" == "https://x.com/i/oauth2/authorize"
    assert asked.pop("state") == begun.state
    assert len(begun.state) >= 32
    assert len(asked.pop("code_challenge")) == 43
    assert asked == {
        "response_type": "code",
        "client_id": "Y3JpZXVyLXRlc3Q6MTpjaQ",
        "redirect_uri": REDIRECT,
        "scope": "tweet.read tweet.write users.read follows.read list.read offline.access "
        "media.write",
        "code_challenge_method": "S256",
    }


def test_each_sign_in_has_secrets_of_its_own_that_show_nowhere(double: XDouble):
    one, other = handshake(double), handshake(double)
    assert one.state != other.state
    assert one.address != other.address
    assert one.state not in repr(one)
    assert double.client_id not in repr(one)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"),
        (" \u200b", "empty"),
        ("@shop", "rejected"),
        ("short", "rejected"),
        ("x" * 300, "rejected"),
        ("é" * 30, "rejected"),
    ],
)
def test_what_is_no_client_id_is_told_at_once(typed: str, reason: str):
    with pytest.raises(InvalidField) as wrong:
        registry.Networks().begin(SignIn("x", "", typed, ""), REDIRECT)
    assert (wrong.value.field, wrong.value.reason) == ("identifier", reason)


def test_there_is_no_sign_in_without_an_address_to_come_back_to():
    with pytest.raises(InvalidField) as wrong:
        registry.Networks().begin(SignIn("x", "", "Y3JpZXVyLXRlc3Q6MTpjaQ", ""), "")
    assert wrong.value.field == "network"


def test_an_app_that_x_does_not_know_is_told_beside_its_field(double: XDouble):
    code = agree(handshake(double).address)["code"]
    with pytest.raises(InvalidField) as wrong:
        handshake(double, "somebody-elses-app").finish(code)
    assert (wrong.value.field, wrong.value.reason) == ("identifier", "rejected")


def test_a_code_that_is_wrong_late_or_somebody_elses_opens_nothing(double: XDouble):
    begun = handshake(double)
    code = agree(begun.address)["code"]
    for wrong in ("", "made-up", code + "x"):
        with pytest.raises(InvalidField) as refused:
            begun.finish(wrong)
        assert (refused.value.field, refused.value.reason) == ("code", "rejected")
    with pytest.raises(InvalidField):
        handshake(double).finish(code)
    late = agree(begun.address)["code"]
    double.world.now += timedelta(seconds=31)
    with pytest.raises(InvalidField):
        begun.finish(late)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (dropped, Unreachable),
        (broken(503), Unreachable),
        (slow_down(), RateLimited),
        (lambda _, act: json_response({"access_token": ""}), BadAnswer),
        (lambda _, act: json_response([]), BadAnswer),
    ],
)
def test_trouble_with_the_code_is_told_as_it_is(
    double: XDouble, fault: object, error: type[CrieurError]
):
    begun = handshake(double)
    double.fail(TOKEN, fault)
    with pytest.raises(error):
        begun.finish(agree(begun.address)["code"])


@pytest.mark.parametrize(
    ("fault", "error"), [(out_of_credit, PaymentRequired), (broken(500), Unreachable)]
)
def test_a_session_that_leads_to_no_account_is_ended(
    double: XDouble, fault: object, error: type[CrieurError]
):
    held = {*double.oauth.access}, {*double.oauth.refresh}
    double.fail(ME, fault)
    begun = handshake(double)
    with pytest.raises(error):
        begun.finish(agree(begun.address)["code"])
    assert ({*double.oauth.access}, {*double.oauth.refresh}) == held


def test_signing_in_asks_for_one_person_and_nothing_else(double: XDouble):
    begun = handshake(double)
    begun.finish(agree(begun.address)["code"])
    assert double.bill.total == 10_000
    assert [request.path for request in double.server.requests[1:]] == [
        "/2/oauth2/token",
        "/2/users/me",
    ]


def test_no_code_and_no_verifier_travels_in_an_address(double: XDouble):
    begun = begin(SignIn("x", double.url, double.client_id, ""), REDIRECT)
    code = agree(begun.address)["code"]
    begun.finish(code)

    def addresses(request: Request) -> str:
        return request.path + str(request.params)

    told = "".join(map(addresses, double.server.requests))
    assert code not in told
    assert begun.verifier not in told


@pytest.mark.parametrize("typed", ["@Le_Fournil", "Le_Fournil", " @Le_Fournil\u200b "])
def test_a_handle_alone_connects_without_asking_anybody(typed: str):
    account, credential = registry.Networks().sign_in(SignIn("x", "", typed, ""))
    assert isinstance(account, Account)
    assert (account.native_id, account.handle, account.name) == (
        "le_fournil",
        "Le_Fournil",
        "Le_Fournil",
    )
    assert account.server == "https://x.com"
    assert account.caps == Cap.KEYLESS | Cap.HAND_OFF
    assert credential.secret == ""


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("", "empty"), ("@", "empty"), ("le fournil é", "rejected"), ("a" * 16, "rejected")],
)
def test_what_is_no_handle_is_told(typed: str, reason: str):
    with pytest.raises(InvalidField) as wrong:
        registry.Networks().sign_in(SignIn("x", "", typed, ""))
    assert (wrong.value.field, wrong.value.reason) == ("identifier", reason)
