"""No secret reaches a log or a report, whether it is known or only looks like one."""

import io
import logging
from collections.abc import Iterator

import pytest

from desktop.services.redaction import Redaction, quiet_libraries

JWT = "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6ImNvbS5hdHByb3RvIn0.c2lnbmF0dXJl"


class Log:
    def __init__(self, redaction: Redaction) -> None:
        self.stream = io.StringIO()
        handler = logging.StreamHandler(self.stream)
        handler.addFilter(redaction)
        self.logger = logging.getLogger("a.library.below")
        self.root = logging.getLogger("a")
        self.root.addHandler(handler)
        self.root.propagate = False
        self.root.setLevel(logging.DEBUG)
        self.handler = handler

    @property
    def text(self) -> str:
        return self.stream.getvalue()


@pytest.fixture
def log() -> Iterator[Log]:
    redaction = Redaction()
    redaction.know("planted secret €")
    redaction.know(
        '{"did": "did:plc:abc", "access": "planted access", "refresh": "planted refresh"}'
    )
    log = Log(redaction)
    yield log
    log.root.removeHandler(log.handler)


def test_a_known_secret_is_hidden_in_messages_and_in_their_arguments(log: Log):
    log.logger.debug("sent planted secret €")
    log.logger.info("sent %s and %r", "planted access", {"x": "planted refresh"})
    assert "planted" not in log.text
    assert log.text.count("[hidden]") == 3


def test_a_known_secret_is_hidden_in_a_trace(log: Log):
    try:
        raise ValueError("with planted secret € inside")
    except ValueError:
        log.logger.exception("it failed")
    assert "planted" not in log.text
    assert "Traceback" in log.text


def test_a_message_that_does_not_fit_its_arguments_is_still_scrubbed(log: Log):
    log.logger.info("planted access %d", "not a number")
    assert "planted" not in log.text


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (f"token {JWT} end", "token [hidden] end"),
        (f"cut {JWT[:40]}", "cut [hidden]"),
        ("Authorization: Bearer abc.def-123", "Authorization: Bearer [hidden]"),
        ("Authorization: DPoP abc", "Authorization: DPoP [hidden]"),
        ("password abcd-efgh-ijkl-mnop!", "password [hidden]!"),
        ('oauth_token="x", oauth_nonce="y"', 'oauth_token="[hidden]", oauth_nonce="[hidden]"'),
        ("GET /cb?code=123&state=456&page=7", "GET /cb?code=[hidden]&state=[hidden]&page=7"),
        ('{"accessJwt": "a\\"b", "did": "x"}', '{"accessJwt": "[hidden]", "did": "x"}'),
        ("{'password': 'hunter2'}", "{'password': '[hidden]'}"),
        ("by http://me:it@proxy:80/", "by http://me:[hidden]@proxy:80/"),
    ],
)
def test_what_looks_like_a_secret_is_hidden(said: str, kept: str):
    assert Redaction().scrub(said) == kept


@pytest.mark.parametrize(
    "said",
    [
        "at://did:plc:jyvxbkgezysskgbl4zgw56eu/app.bsky.feed.post/3n2ttpsszps27",
        "https://shop.example:8443/@somebody",
        "a-b-c-d",
        "",
    ],
)
def test_ordinary_words_stay(said: str):
    assert Redaction().scrub(said) == said


def test_a_short_text_is_never_taken_for_a_secret():
    redaction = Redaction()
    redaction.know("the")
    redaction.know('["list"]')
    assert redaction.scrub("the list") == "the list"


def test_libraries_stay_quiet_whatever_the_root_logger_does():
    quiet_libraries()
    for name in ("urllib3", "urllib3.connectionpool", "tweepy", "oauthlib", "keyring", "requests"):
        assert logging.getLogger(name).getEffectiveLevel() >= logging.WARNING
