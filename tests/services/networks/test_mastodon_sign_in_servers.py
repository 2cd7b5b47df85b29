"""The server that a person means who signs in: its name, its address or a whole handle."""

import json

import pytest
from services.loopback import Loopback, Response
from services.networks.plain_mastodon_double import PlainDouble, said
from services.networks.plain_mastodon_world import TOKEN

from desktop.services.domain.errors import (
    InvalidField,
    RateLimited,
    Unreachable,
)
from desktop.services.domain.origin import Origin, typed_origin
from desktop.services.networks import mastodon_sign_in, registry
from desktop.services.networks.contract import SignIn

REDIRECT = "http://127.0.0.1:8724/callback"


def asked(server: str, token: str = "") -> SignIn:
    return SignIn("mastodon", server, "", token)


def test_a_server_that_changed_meanwhile_is_a_field_to_correct(plain: PlainDouble):
    handshake = mastodon_sign_in.begin(asked(plain.url), REDIRECT)
    plain.unknown.add("/api/v1/instance")
    with pytest.raises(InvalidField) as caught:
        handshake.finish("right-code")
    assert (caught.value.field, caught.value.reason) == ("server", "not_mastodon")


@pytest.mark.parametrize(
    "body", [b"<!doctype html><title>A shop</title>", b"{}", b'{"error": "Not found"}']
)
def test_a_page_that_is_no_such_server_is_a_field_to_correct(body: bytes):
    shop = Loopback(lambda _: Response(200, body))
    for sign_in in (
        lambda: mastodon_sign_in.begin(asked(shop.url), ""),
        lambda: registry.Networks().sign_in(asked(shop.url, "token")),
    ):
        with pytest.raises(InvalidField) as caught:
            sign_in()
        assert (caught.value.field, caught.value.reason) == ("server", "not_mastodon")
    shop.close()


def test_a_server_that_is_not_there_is_out_of_reach(plain: PlainDouble):
    plain.close()
    with pytest.raises(Unreachable):
        registry.Networks().begin(asked(plain.url), REDIRECT)
    with pytest.raises(Unreachable):
        registry.Networks().sign_in(asked(plain.url, TOKEN))


def test_a_server_that_is_asked_too_much_says_so(plain: PlainDouble):
    plain.fail("/api/v1/instance", said(429))
    with pytest.raises(RateLimited):
        registry.Networks().begin(asked(plain.url), REDIRECT)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("piaille.fr", "https://piaille.fr"),
        (" Piaille.fr/ ", "https://piaille.fr"),
        ("https://piaille.fr/@lumiere", "https://piaille.fr"),
        ("piaille.fr/@lumiere", "https://piaille.fr"),
        ("@lumiere@piaille.fr", "https://piaille.fr"),
        ("lumiere@piaille.fr", "https://piaille.fr"),
        ("\u200e@lumiere@Piaille.fr\u200e", "https://piaille.fr"),
        ("https://social.example:8443/about", "https://social.example:8443"),
    ],
)
def test_a_server_is_known_by_its_name_its_address_and_a_whole_handle(
    monkeypatch: pytest.MonkeyPatch, typed: str, found: str
):
    monkeypatch.setattr(mastodon_sign_in, "_is_server", lambda *_: True)
    assert str(mastodon_sign_in._server_of(typed)) == found


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"),
        (" ", "empty"),
        ("lumiere", "not_an_address"),
        ("@lumiere", "not_an_address"),
        ("http://piaille.fr", "not_secure"),
        ("https://you@piaille.fr", "not_an_address"),
        ("ftp://piaille.fr", "not_an_address"),
    ],
)
def test_what_is_no_server_is_a_field_to_correct(typed: str, reason: str):
    with pytest.raises(InvalidField) as caught:
        mastodon_sign_in.begin(asked(typed), "")
    assert (caught.value.field, caught.value.reason) == ("server", reason)


def test_a_handle_may_end_in_another_name_than_its_servers(monkeypatch: pytest.MonkeyPatch):
    links = [{"rel": "self", "href": "https://social.example.org/users/ana"}]
    fetched = []

    def fetch(_: object, url: str, limit: int) -> bytes:
        fetched.append(url)
        return json.dumps({"links": links}).encode()

    def is_server(origin: Origin, _way: object) -> bool:
        return origin.host == "social.example.org"

    monkeypatch.setattr(mastodon_sign_in.PublicDoor, "fetch", fetch)
    monkeypatch.setattr(mastodon_sign_in, "_is_server", is_server)
    found = mastodon_sign_in._server_of("@ana@example.org")
    assert found == typed_origin("social.example.org")
    assert fetched == ["https://example.org/.well-known/webfinger?resource=acct:ana@example.org"]
    for href in ("http://social.example.org/x", "rubbish", None, "https://other.example/x"):
        links[0]["href"] = href
        with pytest.raises(InvalidField):
            mastodon_sign_in._server_of("@ana@example.org")
