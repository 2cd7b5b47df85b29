"""What goes wrong on the way to a Mastodon-API server, and what each of it means."""

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from services.loopback import Answer, Loopback, Request, Response, json_response, reset, silent

from desktop.services.domain.errors import (
    BadAnswer,
    Missing,
    NetworkTrouble,
    OutcomeUnknown,
    RateLimited,
    Refused,
    SignedOut,
    Unreachable,
    Unsupported,
)
from desktop.services.domain.origin import typed_origin
from desktop.services.fetcher import ANSWER_BYTES, LibraryDoor
from desktop.services.networks.mastodon_client import Client

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
TOKEN = "token-that-nobody-may-see"


class Server:
    """Answers everything alike."""

    def __init__(self) -> None:
        self.answer: Answer = json_response({})
        self.server = Loopback(lambda _: self.answer)
        self.client = Client(
            LibraryDoor(typed_origin(self.server.url)), TOKEN, clock=lambda: NOW, seconds=0.5
        )

    @property
    def asked(self) -> Request:
        return self.server.requests[-1]

    def read(self) -> object:
        return self.client.get("/api/v1/timelines/home").content

    def write(self) -> object:
        return self.client.write(lambda api: api.status_post("Bonjour")).content


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.client.close()
    server.server.close()


def refusal(status: int, error: str = "", **headers: str) -> Response:
    return json_response({"error": error}, status, **headers)


REFUSALS = [
    (refusal(401, "The access token was revoked"), SignedOut, SignedOut),
    (refusal(402, "Payment required"), Refused, Refused),
    (refusal(403, "This action is not allowed"), Refused, Refused),
    (refusal(404, "Record not found"), Missing, Missing),
    (refusal(410), Missing, Missing),
    (refusal(405), Unsupported, Unsupported),
    (refusal(501), Unsupported, Unsupported),
    (refusal(400, "bad"), Refused, Refused),
    (refusal(413), Refused, Refused),
    (refusal(422, "Validation failed"), Refused, Refused),
    (refusal(429, "Too many requests"), RateLimited, RateLimited),
    (refusal(408), Unreachable, OutcomeUnknown),
    (refusal(500), Unreachable, OutcomeUnknown),
    (refusal(502), Unreachable, OutcomeUnknown),
    (refusal(503), Unreachable, OutcomeUnknown),
    (refusal(503, "server capacity exceeded"), RateLimited, RateLimited),
    (refusal(503, **{"Retry-After": "30"}), RateLimited, RateLimited),
    (refusal(504), Unreachable, OutcomeUnknown),
    (refusal(418), BadAnswer, BadAnswer),
    (Response(302, b"", {"Location": "https://elsewhere.example/"}), BadAnswer, BadAnswer),
    (Response(502, b"<html><h1>Bad gateway</h1>"), Unreachable, OutcomeUnknown),
    (Response(404, b"<html>nothing here"), Missing, Missing),
    (Response(200, b"<!doctype html><title>Welcome</title>"), BadAnswer, OutcomeUnknown),
    (Response(200, b'[{"id": "1", "conte'), BadAnswer, OutcomeUnknown),
    (Response(200, b"[" * 100_000), BadAnswer, OutcomeUnknown),
    (Response(200, b'{"a": 1}', {"Content-Length": "900"}, cut=90), Unreachable, OutcomeUnknown),
    (Response(200, b'"' + b"x" * (ANSWER_BYTES + 1) + b'"'), BadAnswer, OutcomeUnknown),
    (reset, Unreachable, OutcomeUnknown),
]


@pytest.mark.parametrize(("answer", "on_read", "on_write"), REFUSALS)
def test_each_refusal_means_one_thing(
    server: Server, answer: Answer, on_read: type[Exception], on_write: type[Exception]
):
    server.answer = answer
    with pytest.raises(on_read):
        server.read()
    with pytest.raises(on_write):
        server.write()


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (refusal(403, "This action is outside the authorized scopes"), "scope"),
        (refusal(403, "You are blocked by this user"), "blocked"),
        (refusal(403), "policy"),
        (refusal(402), "tier"),
        (refusal(422, "Validation failed: Text character limit of 500 exceeded"), "too_long"),
        (refusal(400, "status too long, 600 characters provided but limit is 500"), "too_long"),
        (refusal(422, "Validation failed: File content type is invalid"), "media"),
        (refusal(422, "Cannot attach files that have not finished processing"), "media"),
        (refusal(422, "Duplicate status"), "duplicate"),
        (refusal(413), "media"),
        (refusal(422), "other"),
    ],
)
def test_a_refusal_has_a_reason(server: Server, answer: Answer, reason: str):
    server.answer = answer
    with pytest.raises(Refused) as caught:
        server.write()
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "0"}, 1),
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "99999999"}, 86_400),
        ({"Retry-After": "Sat, 21 Nov 2026 20:02:00 GMT"}, 120),
        ({"Retry-After": "soon"}, 60),
        ({}, 60),
        ({"X-RateLimit-Reset": "2026-11-21T20:05:00.123456Z"}, 300),
        ({"X-RateLimit-Reset": str(int(NOW.timestamp()) + 90)}, 90),
        ({"X-RateLimit-Reset": "tomorrow"}, 60),
        ({"Retry-After": "7", "X-RateLimit-Reset": "2026-11-21T20:05:00Z"}, 7),
    ],
)
def test_a_server_that_is_asked_too_much_says_until_when(
    server: Server, headers: dict[str, str], seconds: int
):
    server.answer = refusal(429, "Too many requests", **headers)
    with pytest.raises(RateLimited) as caught:
        server.read()
    assert caught.value.until == NOW + timedelta(seconds=seconds)


def test_gotosocial_says_that_it_is_busy_with_another_number(server: Server):
    server.answer = refusal(503)
    server.client.is_gotosocial = True
    with pytest.raises(RateLimited):
        server.write()


@pytest.mark.parametrize("reset_header", ["junk", "-1", "99999999999999999999", ""])
def test_an_odd_rate_header_spoils_no_answer(server: Server, reset_header: str):
    headers = {
        "X-RateLimit-Limit": "300",
        "X-RateLimit-Remaining": "299",
        "X-RateLimit-Reset": reset_header,
        "Deprecation": "@1",
        "Link": "<>; rel=next",
    }
    server.answer = json_response([1], 200, **headers)
    assert server.read() == [1]
    assert server.client.get("/x").quota is None


def test_the_servers_count_of_calls_is_passed_on(server: Server):
    headers = {"X-RateLimit-Limit": "300", "X-RateLimit-Remaining": "12"}
    server.answer = json_response([], 200, **headers, **{"X-RateLimit-Reset": NOW.isoformat()})
    quota = server.client.get("/x").quota
    assert quota is not None
    assert (quota.limit, quota.remaining, quota.resets_at) == (300, 12, NOW)


def test_a_silent_server_costs_no_more_than_the_calls_time(server: Server):
    server.answer = silent(server.server.ended)
    with pytest.raises(Unreachable):
        server.read()
    with pytest.raises(OutcomeUnknown):
        server.write()


def test_a_server_that_is_not_there_was_not_written_to(server: Server):
    server.server.close()
    with pytest.raises(Unreachable):
        server.write()


def test_an_answer_is_read_as_if_an_enemy_had_written_it(server: Server):
    deep = b'{"a": ' * 300 + b"1" + b"}" * 300
    server.answer = Response(200, b'[{"n": NaN, "big": %s, "deep": %s}]' % (b"9" * 5_000, deep))
    content = server.read()
    assert isinstance(content, list)
    assert content[0]["n"] is None
    assert content[0]["big"] is None


def test_an_empty_answer_is_an_empty_object(server: Server):
    server.answer = Response(200, b"")
    assert server.write() == {}
    with pytest.raises(BadAnswer):
        _ = server.client.get("/x").items
    server.answer = json_response([])
    with pytest.raises(BadAnswer):
        _ = server.client.get("/x").values


def test_the_token_goes_to_the_server_and_nowhere_else(
    server: Server, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    server.read()
    assert server.asked.headers["authorization"] == f"Bearer {TOKEN}"
    assert server.asked.headers["user-agent"] == "Crieur"
    for answer in (refusal(401, TOKEN), refusal(500, TOKEN), Response(200, TOKEN.encode()), reset):
        server.answer = answer
        with pytest.raises(NetworkTrouble) as caught:
            server.write()
        assert TOKEN not in f"{caught.value!r}"
    assert TOKEN not in caplog.text
    assert TOKEN not in repr(server.client)


def test_a_write_is_sent_once_and_says_what_it_is(server: Server):
    server.answer = json_response({"id": "1"})
    server.client.write(lambda api: api.status_post("Bonjour", idempotency_key="key-1"))
    assert server.asked.headers["idempotency-key"] == "key-1"
    assert b"status=Bonjour" in server.asked.body
    assert len(server.server.requests) == 1


def test_a_server_that_restarts_is_found_again(server: Server):
    server.read()
    server.server.close()
    with pytest.raises(Unreachable):
        server.read()
    server.server.start()
    server.answer = json_response({"id": "7"})
    assert server.write() == json.loads('{"id": "7"}')


def test_without_a_token_nothing_secret_is_sent(server: Server):
    client = Client(LibraryDoor(typed_origin(server.server.url)))
    client.get("/api/v1/instance")
    assert "authorization" not in server.asked.headers
    client.close()
