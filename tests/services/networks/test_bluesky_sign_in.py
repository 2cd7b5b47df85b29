"""Signing in with what people type, on whichever server holds the account."""

import json
from collections.abc import Callable

import pytest
from services.loopback import json_response
from services.networks.pds_double import PASSWORD, PdsDouble, lost, status

from desktop.services.domain.errors import (
    InvalidField,
    Missing,
    RateLimited,
    Refused,
    Unreachable,
)
from desktop.services.fetcher import PublicDoor
from desktop.services.networks import bluesky_sign_in
from desktop.services.networks.bluesky_sign_in import sign_in
from desktop.services.networks.contract import SignIn
from desktop.services.networks.xrpc import tokens_of

CREATE = "com.atproto.server.createSession"
PROFILE = "app.bsky.actor.getProfile"


def asked(pds: PdsDouble, identifier: str = "bakery.test", password: str = PASSWORD) -> SignIn:
    return SignIn("bluesky", pds.server.url, identifier, password)


@pytest.mark.parametrize(
    "typed",
    ["bakery.test", "@bakery.test", " Bakery.TEST ", "\u202a@bakery.test\u202c", "did:plc:bakery"],
)
def test_a_handle_is_taken_as_people_type_and_paste_it(pds: PdsDouble, typed: str):
    account, credential = sign_in(asked(pds, typed))
    assert (account.native_id, account.handle, account.name) == (
        "did:plc:bakery",
        "bakery.test",
        "Bakery",
    )
    assert account.server == pds.server.url
    assert tokens_of(credential).did == "did:plc:bakery"


def test_a_password_pasted_with_spaces_works(pds: PdsDouble):
    assert sign_in(asked(pds, password=f" {PASSWORD}\n"))[0].handle == "bakery.test"


@pytest.mark.parametrize(
    ("identifier", "password", "field", "reason"),
    [
        ("", PASSWORD, "identifier", "empty"),
        ("@", PASSWORD, "identifier", "empty"),
        ("x" * 300, PASSWORD, "identifier", "too_long"),
        ("bakery.test", "", "password", "empty"),
        ("bakery.test", "my real password", "password", "main_password"),
        ("bakery.test", "ABCD-efgh-ijkl-mnop", "password", "main_password"),
        ("bakery.test", "aaaa-bbbb-cccc-dddd", "password", "rejected"),
        ("nobody.test", PASSWORD, "password", "rejected"),
    ],
)
def test_what_the_user_can_put_right_names_its_field(
    pds: PdsDouble, identifier: str, password: str, field: str, reason: str
):
    with pytest.raises(InvalidField) as caught:
        sign_in(asked(pds, identifier, password))
    assert (caught.value.field, caught.value.reason) == (field, reason)


def test_a_main_password_never_leaves_the_machine(pds: PdsDouble):
    with pytest.raises(InvalidField):
        sign_in(asked(pds, password="correct horse battery staple"))
    assert pds.server.connections == 0


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (status(503), Unreachable),
        (lost, Unreachable),
        (status(429, "RateLimitExceeded"), RateLimited),
    ],
)
def test_a_server_in_trouble_is_not_the_users_fault(
    pds: PdsDouble, fault: object, trouble: type[Exception]
):
    pds.fail(CREATE, fault)
    with pytest.raises(trouble):
        sign_in(asked(pds))


def test_a_suspended_account_is_refused(pds: PdsDouble):
    suspended = {
        "did": "did:plc:x",
        "handle": "x",
        "accessJwt": "a",
        "refreshJwt": "r",
        "active": False,
    }
    pds.fail(CREATE, lambda _, act: json_response(suspended))
    with pytest.raises(Refused):
        sign_in(asked(pds))


def test_a_code_by_mail_is_asked_for_a_main_password_only(pds: PdsDouble):
    pds.fail(CREATE, status(401, "AuthFactorTokenRequired"))
    with pytest.raises(InvalidField) as caught:
        sign_in(asked(pds))
    assert caught.value.reason == "main_password"


def not_found(_: object, act: object) -> object:
    return json_response({"error": "InvalidRequest", "message": "Profile not found"}, 400)


def test_a_new_accounts_profile_is_waited_for(pds: PdsDouble):
    pauses: list[float] = []
    pds.fail(PROFILE, not_found, not_found)
    account, _ = sign_in(asked(pds), pauses.append)
    assert account.name == "Bakery"
    assert len(pauses) == 2


def test_a_profile_that_does_not_come_does_not_stop_the_sign_in(pds: PdsDouble):
    pds.fail(PROFILE, *[not_found] * 10)
    account, _ = sign_in(asked(pds), lambda _: None)
    assert (account.handle, account.name) == ("bakery.test", "bakery.test")
    assert pds.calls(PROFILE) == 4
    pds.fail(PROFILE, status(503))


def test_a_sign_in_shows_no_password():
    assert PASSWORD not in repr(SignIn("bluesky", "", "x", PASSWORD))


Pages = dict[str, object]


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Pages:
    """Stand in for the public web: what is asked of it, by address."""
    pages: Pages = {}

    def fetch(_: PublicDoor, url: str, limit: int) -> bytes:
        if url not in pages:
            raise Missing
        page = pages[url]
        return page if isinstance(page, bytes) else json.dumps(page).encode()

    monkeypatch.setattr(PublicDoor, "fetch", fetch)
    return pages


@pytest.fixture
def server_of() -> Callable[[str], str]:
    return lambda identifier: str(bluesky_sign_in._server_of(identifier))


def document(endpoint: str) -> Pages:
    service = {"id": "#atproto_pds", "serviceEndpoint": endpoint}
    return {"service": [{"id": "#other", "serviceEndpoint": "https://x.y"}, service]}


RESOLVE = "https://bsky.social/xrpc/com.atproto.identity.resolveHandle?handle="


def test_an_accounts_own_server_is_found_through_the_directory(
    web: Pages, server_of: Callable[[str], str]
):
    web[f"{RESOLVE}shop.example"] = {"did": "did:plc:abc"}
    web["https://plc.directory/did:plc:abc"] = document("https://pds.example")
    assert server_of("shop.example") == "https://pds.example"
    assert server_of("did:plc:abc") == "https://pds.example"


def test_an_accounts_own_server_is_found_through_its_own_site(
    web: Pages, server_of: Callable[[str], str]
):
    web["https://shop.example/.well-known/atproto-did"] = b"did:web:shop.example\n"
    web["https://shop.example/.well-known/did.json"] = document("https://pds.example:8443")
    assert server_of("shop.example") == "https://pds.example:8443"


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://morel.us-east.host.bsky.network",
        "http://pds.example",
        "file:///etc/passwd",
        "https://user@pds.example",
        7,
        None,
    ],
)
def test_any_doubt_leads_to_blueskys_own_server(
    web: Pages, server_of: Callable[[str], str], endpoint: object
):
    web[f"{RESOLVE}shop.example"] = {"did": "did:plc:abc"}
    web["https://plc.directory/did:plc:abc"] = {
        "service": [{"id": "#atproto_pds", "serviceEndpoint": endpoint}]
    }
    assert server_of("shop.example") == "https://bsky.social"


@pytest.mark.parametrize("identifier", ["nobody.example", "alice.bsky.social", "a@b.fr", "alice"])
def test_who_is_not_found_elsewhere_is_asked_for_at_blueskys_own_server(
    web: Pages, server_of: Callable[[str], str], identifier: str
):
    assert server_of(identifier) == "https://bsky.social"


def test_only_blueskys_front_door_may_name_another_server():
    from desktop.services.domain.origin import typed_origin

    front, own = typed_origin("bsky.social"), typed_origin("pds.example")
    behind = {"didDoc": document("https://morel.us-east.host.bsky.network")}
    assert str(bluesky_sign_in._own_server(behind, front)) == (
        "https://morel.us-east.host.bsky.network"
    )
    assert bluesky_sign_in._own_server(behind, own) == own
    assert bluesky_sign_in._own_server({"didDoc": document("https://evil.example")}, front) == front
    assert bluesky_sign_in._own_server({}, front) == front
