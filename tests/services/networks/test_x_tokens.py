"""Tokens of X survive the vault, and nothing that is no token ever becomes one."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.services.domain.errors import BadAnswer, SignedOut
from desktop.services.networks.contract import Credential
from desktop.services.networks.x_tokens import Tokens, granted, tokens_of

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
TOKENS = Tokens("access", "refresh", NOW, "client-id")


def test_the_vault_gives_back_what_it_was_given():
    assert tokens_of(TOKENS.credential()) == TOKENS


def test_nothing_of_a_token_shows_in_its_description():
    shown = repr(TOKENS) + repr(TOKENS.credential())
    assert not any(secret in shown for secret in ("access'", "refresh'", "client-id"))


@pytest.mark.parametrize(
    "secret", ["", "{", "[]", "{}", '{"access": ""}', '{"access": "a b"}', '{"access": "a\\nb"}']
)
def test_what_is_no_session_has_to_be_renewed_by_hand(secret: str):
    with pytest.raises(SignedOut):
        tokens_of(Credential(secret))


def test_a_session_without_its_end_is_renewed_first():
    assert tokens_of(Credential('{"access": "a", "refresh": "r"}')).is_spent(NOW)


@pytest.mark.parametrize(
    ("refresh", "left", "is_spent"),
    [("refresh", 3600, False), ("refresh", 59, True), ("refresh", -1, True), ("", -1, False)],
)
def test_a_token_at_its_end_is_renewed_where_it_can_be(refresh: str, left: int, is_spent: bool):
    tokens = Tokens("access", refresh, NOW + timedelta(seconds=left), "client-id")
    assert tokens.is_spent(NOW) is is_spent


@pytest.mark.parametrize(
    ("expires_in", "seconds"),
    [(7200, 7200), (60, 60), (None, 7200), (0, 7200), (-5, 7200), ("x", 7200), (10**12, 5_184_000)],
)
def test_the_end_is_what_the_server_says_within_reason(expires_in: object, seconds: int):
    values = {"access_token": "a", "refresh_token": "r", "expires_in": expires_in}
    found = granted(values, "client-id", "", NOW)
    assert found == Tokens("a", "r", NOW + timedelta(seconds=seconds), "client-id")


@pytest.mark.parametrize("refresh", [None, "", 7, "with a space", "x" * 3_000])
def test_an_answer_without_a_refresh_token_leaves_the_former_one(refresh: object):
    values = {"access_token": "a", "refresh_token": refresh}
    assert granted(values, "client-id", "former", NOW).refresh == "former"


@pytest.mark.parametrize("access", [None, "", 7, "a b", "a\r\nX-Header: 1", "é", "x" * 3_000])
def test_an_answer_without_a_token_is_none(access: object):
    with pytest.raises(BadAnswer):
        granted({"access_token": access}, "client-id", "", NOW)
