"""Whatever a server answers, nothing but an error that Crieur foresees comes out of the adapter."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from services.loopback import Loopback, Request, Response, json_response

from desktop.services.domain.account import Account, Cap, Limits
from desktop.services.domain.draft import Draft, PublishKey, ReplyTarget
from desktop.services.domain.errors import CrieurError
from desktop.services.networks import registry
from desktop.services.networks.contract import Credential, Network

KEY = PublishKey("uuid", "3l", datetime(2026, 11, 21, tzinfo=UTC))
ADDRESS = "https://far.example/1"
ASKS: list[Callable[[Network], object]] = [
    lambda network: network.me(),
    lambda network: network.home(),
    lambda network: network.notifications(),
    lambda network: network.author_posts("lea@plain.example"),
    lambda network: network.search("pain"),
    lambda network: network.tagged("pain"),
    lambda network: network.lists(),
    lambda network: network.list_posts("1"),
    lambda network: network.thread(ADDRESS),
    lambda network: network.posts([ADDRESS]),
    lambda network: network.profile("lea@plain.example"),
    lambda network: network.followers("lea@plain.example"),
    lambda network: network.relations(["lea@plain.example"]),
    lambda network: network.publish(
        Draft("x", reply_to=ReplyTarget(ADDRESS, "", ADDRESS, "")), KEY
    ),
    lambda network: network.find_published(Draft("x"), KEY),
    lambda network: network.delete(ADDRESS),
    lambda network: network.like(ADDRESS, ""),
    lambda network: network.follow("lea@plain.example"),
    lambda network: network.block("lea@plain.example"),
    lambda network: network.answer_follow_request("lea@plain.example", is_welcome=True),
    lambda network: network.mark_seen(),
    lambda network: network.reading_place(),
    lambda network: network.keep_reading_place(ADDRESS),
]
KEYS = [
    "id", "uri", "url", "acct", "username", "account", "reblog", "quote", "quoted_status",
    "content", "created_at", "visibility", "in_reply_to_id", "mentions", "media_attachments",
    "statuses", "accounts", "ancestors", "descendants", "type", "status", "home", "last_read_id",
    "following", "requested", "version", "configuration", "domain", "links", "href", "error",
    "source",
]  # fmt: skip
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=True)
    | st.sampled_from(
        ["", "1", "7", ADDRESS, "lea", "2026-11-21T09:00:00Z", "\ud800", "a\0b", ".."]
    )
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=8)
    ),
    max_leaves=30,
)
STATUS = {
    "id": "7",
    "uri": ADDRESS,
    "url": ADDRESS,
    "account": {"id": "3", "acct": "lea", "username": "lea"},
    "content": "<p>Bonjour</p>",
    "created_at": "2026-11-21T09:00:00Z",
}
SHAPES: list[Callable[[object], object]] = [
    lambda status: status,
    lambda status: [status],
    lambda status: {"statuses": [status]},
    lambda status: {**STATUS, "ancestors": [status], "descendants": [status]},
    lambda status: [{**STATUS, "type": "mention", "status": status}],
    lambda status: [{**STATUS, "reblog": status}],
    lambda status: [{**STATUS, "quote": {"state": "accepted", "quoted_status": status}}],
]
MOST = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


class Liar:
    """Answers every question alike."""

    def __init__(self) -> None:
        self.values: object = {}
        self.server = Loopback(self._answer)

    def _answer(self, _: Request) -> Response:
        return json_response(self.values, 200, Link='<http://x/y?max_id=3>; rel="next"')

    def open(self) -> Network:
        account = Account(
            0, "mastodon", "bakery@plain.example", "bakery@plain.example", "Bakery",
            self.server.url, caps=~Cap.METERED, limits=Limits(500, "mastodon"),
        )  # fmt: skip
        return registry.Networks().open_network(
            account, Credential('{"token": "t"}'), lambda _: None
        )


@pytest.fixture
def liar() -> Iterator[Liar]:
    liar = Liar()
    yield liar
    liar.server.close()


@settings(max_examples=60, suppress_health_check=MOST)
@given(values=VALUES)
def test_any_answer_at_all_is_read_or_refused(liar: Liar, values: object):
    liar.values = values
    network = liar.open()
    for ask in ASKS:
        with suppress(CrieurError):
            ask(network)
    network.close()


@settings(max_examples=60, suppress_health_check=MOST)
@given(
    spoiled=st.lists(st.tuples(st.sampled_from(KEYS), VALUES), min_size=1, max_size=4),
    shape=st.sampled_from(SHAPES),
)
def test_an_answer_with_something_odd_in_it_is_read_or_refused(
    liar: Liar, spoiled: list[tuple[str, object]], shape: Callable[[object], object]
):
    liar.values = shape({**STATUS, **dict(spoiled)})
    network = liar.open()
    for ask in ASKS:
        with suppress(CrieurError):
            ask(network)
    network.close()
