"""Sessions that expire, servers that say no, and what each of it means for the user."""

import base64
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from services.loopback import Response, json_response
from services.networks.conftest import Bakery
from services.networks.pds_double import dropped, lost, status, truncated

from desktop.services.domain.errors import (
    BadAnswer,
    Missing,
    OutcomeUnknown,
    RateLimited,
    Refused,
    SignedOut,
    Unreachable,
    Unsupported,
    VaultTrouble,
)
from desktop.services.domain.origin import typed_origin
from desktop.services.fetcher import ServerDoor
from desktop.services.networks.contract import Credential
from desktop.services.networks.xrpc import Xrpc, tokens_of

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
TIMELINE = "app.bsky.feed.getTimeline"
REFRESH = "com.atproto.server.refreshSession"
CREATE = "com.atproto.repo.createRecord"


@pytest.fixture
def xrpc(bakery: Bakery) -> Xrpc:
    door = ServerDoor(typed_origin(bakery.account.server))
    return Xrpc(door, tokens_of(bakery.credential), bakery.kept.append, lambda: NOW)


def test_an_expired_session_is_renewed_in_the_middle_of_a_call(bakery: Bakery, xrpc: Xrpc):
    bakery.pds.expire_access()
    assert "feed" in xrpc.query(TIMELINE, {}).values
    assert bakery.pds.refreshes == 1
    assert [tokens_of(kept).did for kept in bakery.kept] == [bakery.did]
    assert bakery.kept[0] != bakery.credential


def test_a_renewed_session_is_kept_before_it_is_used(bakery: Bakery):
    order = []

    def keep(credential: Credential) -> None:
        order.append(("kept", bakery.pds.calls(TIMELINE)))

    xrpc = Xrpc(ServerDoor(typed_origin(bakery.account.server)), tokens_of(bakery.credential), keep)
    bakery.pds.expire_access()
    xrpc.query(TIMELINE, {})
    assert order == [("kept", 1)]
    assert bakery.pds.calls(TIMELINE) == 2


def test_what_was_kept_opens_the_account_the_next_time(bakery: Bakery, xrpc: Xrpc):
    bakery.pds.expire_access()
    xrpc.query(TIMELINE, {})
    door = ServerDoor(typed_origin(bakery.account.server))
    again = Xrpc(door, tokens_of(bakery.kept[-1]))
    assert "feed" in again.query(TIMELINE, {}).values
    assert bakery.pds.refreshes == 1


def test_many_calls_at_once_use_the_single_use_token_once(bakery: Bakery, xrpc: Xrpc):
    bakery.pds.expire_access()
    start = Barrier(6)

    def ask() -> bool:
        start.wait()
        return "feed" in xrpc.query(TIMELINE, {}).values

    with ThreadPoolExecutor(6) as pool:
        assert all(pool.map(lambda _: ask(), range(6)))
    assert bakery.pds.refreshes == 1
    assert len(bakery.kept) == 1


def test_a_keyring_that_fails_does_not_lose_the_renewed_session(bakery: Bakery):
    def keep(_: Credential) -> None:
        raise VaultTrouble("locked")

    xrpc = Xrpc(ServerDoor(typed_origin(bakery.account.server)), tokens_of(bakery.credential), keep)
    bakery.pds.expire_access()
    with pytest.raises(VaultTrouble):
        xrpc.query(TIMELINE, {})
    assert "feed" in xrpc.query(TIMELINE, {}).values
    assert bakery.pds.refreshes == 1


def test_an_expired_write_was_not_done_and_is_sent_again_once(bakery: Bakery, xrpc: Xrpc):
    bakery.pds.expire_access()
    before = len(bakery.pds.world.records)
    record = {"repo": bakery.did, "collection": "app.bsky.feed.post", "record": {"text": "x"}}
    xrpc.procedure(CREATE, record)
    assert len(bakery.pds.world.records) == before + 1


def test_a_session_that_ended_asks_for_a_new_sign_in(bakery: Bakery, xrpc: Xrpc):
    bakery.pds.expire_sessions()
    with pytest.raises(SignedOut):
        xrpc.query(TIMELINE, {})
    assert not bakery.kept


@pytest.mark.parametrize("fault", [lost, dropped, status(503)])
def test_a_renewal_whose_answer_is_lost_leaves_the_question_unasked(bakery: Bakery, fault: object):
    """Whatever was to be written was surely not: the server had said that the session is over."""
    door = ServerDoor(typed_origin(bakery.account.server))
    xrpc = Xrpc(door, tokens_of(bakery.credential), bakery.kept.append)
    bakery.pds.expire_access()
    bakery.pds.fail(REFRESH, fault)
    with pytest.raises(Unreachable):
        xrpc.procedure(CREATE, {"repo": bakery.did, "collection": "c", "record": {}})


def test_a_credential_that_is_none_means_signed_out():
    for secret in ("", "rubbish", "[]", "{}", '{"did": "did:x", "access": 1, "refresh": null}'):
        with pytest.raises(SignedOut):
            tokens_of(Credential(secret))


def test_a_credential_and_a_session_show_no_token(bakery: Bakery):
    tokens = tokens_of(bakery.credential)
    for shown in (repr(bakery.credential), repr(tokens), repr(bakery.kept)):
        assert tokens.access not in shown
        assert tokens.refresh not in shown


def scoped(_: object, act: Callable[[], Response]) -> Response:
    return json_response({"error": "InvalidToken", "message": "Bad token scope"}, 400)


def too_long(_: object, act: Callable[[], Response]) -> Response:
    message = "Invalid app.bsky.feed.post record: string too big (maximum 3000, got 4000)"
    return json_response({"error": "InvalidRequest", "message": message}, 400)


@pytest.mark.parametrize(
    ("fault", "on_read", "on_write"),
    [
        (status(500), Unreachable, OutcomeUnknown),
        (status(502), Unreachable, OutcomeUnknown),
        (status(503, "ServiceUnavailable"), Unreachable, OutcomeUnknown),
        (status(501, "MethodNotImplemented"), Unsupported, Unsupported),
        (status(404, "XRPCNotSupported"), Unsupported, Unsupported),
        (status(400, "InvalidRequest"), Refused, Refused),
        (status(400, "NotFound"), Missing, Missing),
        (status(404), Missing, Missing),
        (status(403, "Forbidden"), Refused, Refused),
        (status(413, "PayloadTooLarge"), Refused, Refused),
        (status(400, "BlockedActor"), Refused, Refused),
        (status(400, "InvalidToken"), SignedOut, SignedOut),
        (status(401, "AuthMissing"), SignedOut, SignedOut),
        (status(400, "AccountTakedown"), SignedOut, SignedOut),
        (status(302), BadAnswer, BadAnswer),
        (status(429, "RateLimitExceeded"), RateLimited, RateLimited),
        (scoped, Refused, Refused),
        (too_long, Refused, Refused),
        (truncated, BadAnswer, OutcomeUnknown),
        (lost, Unreachable, OutcomeUnknown),
        (dropped, Unreachable, OutcomeUnknown),
    ],
)
def test_each_refusal_means_one_thing(
    bakery: Bakery,
    xrpc: Xrpc,
    fault: object,
    on_read: type[Exception],
    on_write: type[Exception],
):
    bakery.pds.fail(TIMELINE, fault)
    bakery.pds.fail(CREATE, fault)
    with pytest.raises(on_read):
        xrpc.query(TIMELINE, {})
    with pytest.raises(on_write):
        xrpc.procedure(CREATE, {"repo": bakery.did, "collection": "c", "record": {}})


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (scoped, "scope"),
        (too_long, "too_long"),
        (status(400, "BlobTooLarge"), "media"),
        (status(400, "BlockedByActor"), "blocked"),
        (status(403), "policy"),
        (status(400, "Whatever"), "other"),
    ],
)
def test_a_refusal_has_a_reason(bakery: Bakery, xrpc: Xrpc, fault: object, reason: str):
    bakery.pds.fail(CREATE, fault)
    with pytest.raises(Refused) as caught:
        xrpc.procedure(CREATE, {"repo": bakery.did, "collection": "c", "record": {}})
    assert caught.value.reason == reason


def test_too_many_requests_say_until_when(bakery: Bakery, xrpc: Xrpc):
    bakery.pds.fail(TIMELINE, status(429, "RateLimitExceeded", **{"Retry-After": "7"}))
    with pytest.raises(RateLimited) as caught:
        xrpc.query(TIMELINE, {})
    assert caught.value.until == NOW + timedelta(seconds=7)


def test_the_servers_count_of_calls_is_passed_on(bakery: Bakery, xrpc: Xrpc):
    headers = {
        "RateLimit-Limit": "3000",
        "RateLimit-Remaining": "2999",
        "RateLimit-Reset": str(int(NOW.timestamp())),
    }
    bakery.pds.fail(TIMELINE, lambda _, act: json_response({}, 200, **headers))
    quota = xrpc.query(TIMELINE, {}).quota
    assert quota is not None
    assert (quota.limit, quota.remaining, quota.resets_at) == (3000, 2999, NOW)
    assert xrpc.query(TIMELINE, {}).quota is None


def test_an_uploaded_file_arrives_byte_for_byte(bakery: Bakery, xrpc: Xrpc):
    content = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk")
    blob = xrpc.upload(content, "image/png")
    assert (blob["mimeType"], blob["size"]) == ("image/png", len(content))
    assert bakery.pds.server.requests[-1].body == content


def test_an_upload_that_is_lost_has_written_nothing(bakery: Bakery, xrpc: Xrpc):
    bakery.pds.fail("com.atproto.repo.uploadBlob", lost)
    with pytest.raises(Unreachable):
        xrpc.upload(b"x", "image/png")


def test_a_server_that_restarts_is_found_again(bakery: Bakery, xrpc: Xrpc):
    xrpc.query(TIMELINE, {})
    bakery.pds.server.close()
    with pytest.raises(Unreachable):
        xrpc.query(TIMELINE, {})
    with pytest.raises(Unreachable):
        xrpc.procedure(CREATE, {"repo": bakery.did, "collection": "c", "record": {}})
    bakery.pds.server.start()
    assert "feed" in xrpc.query(TIMELINE, {}).values


def test_without_a_session_nothing_secret_is_sent(bakery: Bakery):
    xrpc = Xrpc(ServerDoor(typed_origin(bakery.account.server)))
    found = xrpc.query("com.atproto.identity.resolveHandle", {"handle": "lea.test"})
    assert found.values["did"] == "did:plc:lea"
    assert "authorization" not in bakery.pds.server.requests[-1].headers
    xrpc.close()
