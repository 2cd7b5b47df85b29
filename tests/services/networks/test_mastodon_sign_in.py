"""Signing in on the server's own page, with a code to copy, and with a token made there."""

import base64
import hashlib
import logging
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from services.loopback import Response, json_response
from services.networks.mastodon_town import TOKENS, Town
from services.networks.plain_mastodon_double import PlainDouble, said
from services.networks.plain_mastodon_world import TOKEN

from desktop.services.domain.errors import (
    InvalidField,
    SignedOut,
    Unreachable,
)
from desktop.services.networks import mastodon_sign_in, registry
from desktop.services.networks.contract import Credential, Handshake, SignIn
from desktop.services.networks.mastodon_oauth import token_of

REDIRECT = "http://127.0.0.1:8724/callback"
APPS, OAUTH = "/api/v1/apps", "/oauth/token"


def asked(server: str, token: str = "") -> SignIn:
    return SignIn("mastodon", server, "", token)


def form_of(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


class Browser:
    """A person who is signed in on the server's page, and lets programs in."""

    def __init__(self, handshake: Handshake, who: str) -> None:
        with requests.Session() as session:
            session.trust_env = False
            page = session.get(handshake.address, timeout=10)
            assert "Authorize" in page.text
            form = {**form_of(handshake.address), "username": who}
            place = f"{handshake.address.partition('?')[0]}"
            told = session.post(place, data=form, timeout=10, allow_redirects=False)
        self.shown = told.text
        self.brought_back_to = told.headers.get("Location", "")


def test_the_servers_page_brings_the_browser_back_with_a_code(town: Town):
    handshake = registry.Networks().begin(asked(town.url), REDIRECT)
    browser = Browser(handshake, "bakery")
    assert browser.brought_back_to.startswith(REDIRECT)
    brought = form_of(browser.brought_back_to)
    assert brought["state"] == handshake.state
    account, credential = handshake.finish(brought["code"])
    assert (account.native_id, account.handle) == ("bakery@town.example",) * 2
    assert (account.network, account.server, account.id) == ("mastodon", town.url, 0)
    assert account.connected_at is not None
    network = registry.Networks().open_network(account, credential, lambda _: None)
    assert network.me().name == "Bakery"
    network.sign_out()
    with pytest.raises(SignedOut):
        network.home()
    network.close()


def test_without_a_redirect_the_page_shows_a_code_to_copy(town: Town):
    handshake = registry.Networks().begin(asked(town.url), "")
    browser = Browser(handshake, "lea")
    code = browser.shown.partition("code: ")[2].partition("<")[0]
    account, _ = handshake.finish(f" {code}\n")
    assert account.native_id == "lea@town.example"


@pytest.mark.parametrize("code", ["", "  ", "rubbish", "mockcode_nobody"])
def test_a_wrong_code_is_a_field_to_correct(town: Town, code: str):
    handshake = registry.Networks().begin(asked(town.url), "")
    with pytest.raises(InvalidField) as caught:
        handshake.finish(code)
    assert caught.value.field == "code"
    assert caught.value.reason == ("rejected" if code.strip() else "empty")


def test_only_a_digest_of_what_proves_who_asked_goes_through_the_browser(plain: PlainDouble):
    told = {
        "authorization_endpoint": f"{plain.url}/oauth/let-in",
        "token_endpoint": "https://evil.example/token",
        "code_challenge_methods_supported": ["S256"],
    }
    path = "/.well-known/oauth-authorization-server"
    plain.fail(path, lambda _, act: json_response(told))
    handshake = mastodon_sign_in.begin(asked(plain.url), REDIRECT)
    shown = form_of(handshake.address)
    assert handshake.address.startswith(f"{plain.url}/oauth/let-in?")
    handshake.finish("right-code")
    sent = plain.world.form(plain.calls(OAUTH)[0])
    digest = hashlib.sha256(sent["code_verifier"].encode()).digest()
    assert shown["code_challenge"] == base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    assert shown["code_challenge_method"] == "S256"
    assert sent["code_verifier"] not in handshake.address
    assert sent["redirect_uri"] == shown["redirect_uri"] == REDIRECT


def test_a_server_that_knows_no_proof_is_sent_none(plain: PlainDouble):
    handshake = mastodon_sign_in.begin(asked(plain.url), REDIRECT)
    assert "code_challenge" not in handshake.address
    assert handshake.address.startswith(f"{plain.url}/oauth/authorize?")
    account, credential = handshake.finish("right-code")
    assert "code_verifier" not in plain.world.form(plain.calls(OAUTH)[0])
    assert account.native_id == "bakery@plain.example"
    assert token_of(credential).access == TOKEN


@pytest.mark.parametrize(
    "told",
    [
        Response(200, b"<!doctype html>"),
        json_response({"authorization_endpoint": "http://[bad", "token_endpoint": 7}),
        json_response({"authorization_endpoint": "https://evil.example/oauth/authorize"}),
    ],
)
def test_a_server_cannot_send_the_browser_elsewhere(plain: PlainDouble, told: Response):
    plain.fail("/.well-known/oauth-authorization-server", lambda _, act: told)
    handshake = mastodon_sign_in.begin(asked(plain.url), REDIRECT)
    assert handshake.address.startswith(f"{plain.url}/oauth/authorize?")
    plain.fail(OAUTH, lambda _, act: json_response({"token_type": "Bearer"}))
    with pytest.raises(InvalidField) as caught:
        handshake.finish("right-code")
    assert (caught.value.field, caught.value.reason) == ("code", "rejected")


def test_no_more_rights_are_asked_for_than_the_server_makes_one(plain: PlainDouble):
    assert form_of(mastodon_sign_in.begin(asked(plain.url), "").address)["scope"] == (
        "read write follow"
    )
    plain.takes_every_scope = True
    scopes = form_of(mastodon_sign_in.begin(asked(plain.url), "").address)["scope"].split()
    assert {"read:accounts", "write:statuses", "write:media", "write:blocks"} <= set(scopes)
    assert not {"read", "write", "follow", "push", "admin:read"} & set(scopes)
    addresses = plain.world.form(plain.calls(APPS)[-1])["redirect_uris"].split("\n")
    assert "http://127.0.0.1:8723/callback" in addresses
    assert "urn:ietf:wg:oauth:2.0:oob" in addresses


def test_a_server_that_takes_one_address_is_told_one(plain: PlainDouble):
    plain.fail(APPS, said(422), said(422))
    plain.takes_every_scope = True
    mastodon_sign_in.begin(asked(plain.url), REDIRECT)
    assert plain.world.form(plain.calls(APPS)[-1])["redirect_uris"] == REDIRECT


@pytest.mark.parametrize("fault", [said(404), lambda _, act: json_response({"client_id": "x"})])
def test_a_server_that_makes_no_app_known_is_none_of_the_kind(plain: PlainDouble, fault: object):
    plain.fail(APPS, fault, fault, fault)
    with pytest.raises(InvalidField) as caught:
        mastodon_sign_in.begin(asked(plain.url), "")
    assert (caught.value.field, caught.value.reason) == ("server", "not_mastodon")


def test_each_sign_in_has_a_state_of_its_own(plain: PlainDouble):
    one, other = (mastodon_sign_in.begin(asked(plain.url), REDIRECT) for _ in range(2))
    assert one.state != other.state
    assert len(one.state) > 30
    assert form_of(one.address)["state"] == one.state


def test_a_token_made_on_the_servers_page_signs_in(town: Town):
    account, credential = registry.Networks().sign_in(asked(town.url, f" {TOKENS['bakery']}\n"))
    assert account.native_id == "bakery@town.example"
    network = registry.Networks().open_network(account, credential, lambda _: None)
    network.sign_out()
    assert network.me().native_id == account.native_id
    network.close()


@pytest.mark.parametrize(
    ("token", "reason"), [("", "empty"), ("wrong-token", "rejected"), ("clé", "rejected")]
)
def test_a_wrong_token_is_a_field_to_correct(town: Town, token: str, reason: str):
    with pytest.raises(InvalidField) as caught:
        registry.Networks().sign_in(asked(town.url, token))
    assert (caught.value.field, caught.value.reason) == ("password", reason)


def test_a_token_that_may_not_even_say_whose_it_is_is_rejected(plain: PlainDouble):
    plain.fail("/api/v1/accounts/verify_credentials", said(403, "outside the authorized scopes"))
    with pytest.raises(InvalidField) as caught:
        registry.Networks().sign_in(asked(plain.url, TOKEN))
    assert (caught.value.field, caught.value.reason) == ("password", "rejected")


@pytest.mark.parametrize("secret", ["", "rubbish", "[]", "{}", '{"token": 7}', '{"token": ""}'])
def test_a_credential_that_is_none_means_signed_out(secret: str):
    with pytest.raises(SignedOut):
        token_of(Credential(secret))


def test_a_token_that_the_server_does_not_take_back_is_told(plain: PlainDouble):
    handshake = mastodon_sign_in.begin(asked(plain.url), REDIRECT)
    account, credential = handshake.finish("right-code")
    network = registry.Networks().open_network(account, credential, lambda _: None)
    plain.fail("/oauth/revoke", said(503), said(403), said(404))
    with pytest.raises(Unreachable):
        network.sign_out()
    network.sign_out()
    network.sign_out()
    assert plain.world.form(plain.calls("/oauth/revoke")[0])["token"] == TOKEN
    network.close()


def test_no_secret_of_a_sign_in_shows(plain: PlainDouble, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    handshake = mastodon_sign_in.begin(asked(plain.url), REDIRECT)
    account, credential = handshake.finish("right-code")
    network = registry.Networks().open_network(account, credential, lambda _: None)
    network.home()
    network.sign_out()
    network.close()
    secrets = [TOKEN, "app-secret-0123456789", "right-code", handshake.verifier]
    for shown in (caplog.text, repr(handshake), repr(credential), repr(token_of(credential))):
        assert not [secret for secret in secrets if secret in shown]
