"""Call X's API by tweepy's names for it: one account, its renewal, its bill and its errors.

tweepy knows the routes and what each of them takes. What it does with the network is replaced
whole: it knows no time limit and one host only, and writes the Authorization header into its log.
"""

import functools
import json
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from desktop.services.domain.charges import FREE, Charge, Meter
from desktop.services.domain.errors import (
    BadAnswer,
    CrieurError,
    OutcomeUnknown,
    SignedOut,
)
from desktop.services.domain.page import Quota
from desktop.services.fetcher import Answer, Question, ServerDoor
from desktop.services.networks.contract import KeepCredential
from desktop.services.networks.hostile_json import Json, items, mapping, parse, text
from desktop.services.networks.x_errors import quota, trouble
from desktop.services.networks.x_tokens import Tokens, ask_token, granted, revoke

if TYPE_CHECKING:
    from tweepy import Client

OLDER_FIELDS = (
    "attachments,author_id,conversation_id,created_at,entities,in_reply_to_user_id,lang,"
    "note_tweet,paid_partnership,public_metrics,referenced_tweets,scopes"
)
OLDER_EXPANSIONS = (
    "attachments.media_keys,author_id,in_reply_to_user_id,referenced_tweets.id,"
    "referenced_tweets.id.attachments.media_keys,referenced_tweets.id.author_id"
)
_NEWER = {
    "post.fields": (
        "attachments,conversation_id,created_at,entities,lang,note_post,paid_partnership,"
        "public_metrics,scopes"
    ),
    "expansions": "attachments.media_keys,author_id,in_reply_to_user_id,referenced_posts",
}
"""The same in X's newer names, where the ids of others come with the expansions."""

_OLDER = "tweet.fields"
_LATEST = "paid_partnership"
"""What came shortly before the newer names, so that not everybody with the older ones knows it."""
_NAMES = (b"tweet.fields", b"referenced_tweets", b"post.fields", b"referenced_posts")
_READS = frozenset({"post_read", "user_read", "list_read"})
_PLACES = (
    (re.compile(r"/by/username/[^/]+"), "/by/username/:name"),
    (re.compile(r"(?<=\w)/\d+"), "/:id"),
)

Carry = Callable[[str, str, Mapping[str, Any], object], "Reply"]


@dataclass(frozen=True, slots=True)
class Reply:
    """A successful answer: its values, where it came from, and how many calls are left there."""

    values: Json
    endpoint: str
    quota: Quota | None = None

    @property
    def native_ids(self) -> tuple[str, ...]:
        """Return what the answer's own data names, without what came beside it."""
        data = self.values.get("data")
        found = (text(mapping(raw).get("id"), 100) for raw in [*items(data), data])
        return tuple(filter(None, found))

    def json(self) -> "Reply":
        """Return itself: tweepy passes on to its caller what this gives."""
        return self


def utc_now() -> datetime:
    """Return the time, for waiting as long as a server asks."""
    return datetime.now(UTC)


class XClient:
    """One account's calls; `call` is the only way to make one, and it keeps the bill."""

    def __init__(
        self,
        door: ServerDoor,
        tokens: Tokens,
        keep: KeepCredential = lambda _: None,
        *,
        meter: Meter = FREE,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._door = door
        self._tokens = tokens
        self._keep = keep
        self._meter = meter
        self._clock = clock
        self._renewal = threading.Lock()
        self._words = "tweet"

    def call(self, charge: Charge, ask: Callable[["Client"], Reply]) -> Reply:
        """Make a call that costs money, and write down what it came to.

        Raises `BudgetReached` without asking. Of a read, X charges for each thing that the answer
        itself lists; the people, posts and pictures that come beside it are not on the bill. A
        write whose answer was lost, and an answer that cannot be read, stay at what was announced.
        """
        self._meter.allow(charge)
        try:
            reply = ask(self._library)
        except (OutcomeUnknown, BadAnswer):
            raise
        except CrieurError:
            self._meter.spent(replace(charge, units=0), "")
            raise
        found = reply.native_ids
        units = len(found) if charge.operation in _READS else charge.units
        self._meter.spent(replace(charge, units=units), reply.endpoint, found)
        return reply

    def confirm(self, charge: Charge, endpoint: str, native_id: str) -> None:
        """Write down that the last call of this price, whose answer was lost, was made."""
        self._meter.spent(charge, endpoint, [native_id])

    def call_for_free(self, ask: Callable[["Client"], Reply]) -> Reply:
        """Make a call that the price list does not name: pictures on their way into a post."""
        return ask(self._library)

    def revoke(self) -> None:
        """End the session on the server, as far as it can be reached."""
        for token in filter(None, (self._tokens.refresh, self._tokens.access)):
            revoke(self._door, self._tokens, token)

    def close(self) -> None:
        """Let go of the connections."""
        self._door.close()

    @functools.cached_property
    def _library(self) -> "Client":
        return _carried(self._carry)

    def _carry(self, method: str, route: str, params: Mapping[str, Any], values: object) -> Reply:
        """Do what tweepy would do with the network."""
        # A picture that no post names is forgotten by the server.
        is_write = method != "GET" and not route.startswith("/2/media/")
        question = Question(method, route, params=params, is_write=is_write)
        if values is not None:
            headers = {"Content-Type": "application/json"}
            question = replace(question, headers=headers, body=json.dumps(values).encode())
        if _OLDER not in params:
            return self._reply(question, self._ask(question))
        ways = {
            "tweet": params,
            "post": {name: value for name, value in params.items() if name != _OLDER} | _NEWER,
            "former": {**params, _OLDER: params[_OLDER].replace(f"{_LATEST},", "")},
        }
        answer = self._ask(replace(question, params=ways[self._words]))
        if _wants_other_names(answer):
            is_too_new = answer.status == 400 and _LATEST.encode() in answer.body
            others = ["former"] if is_too_new else []
            others += [each for each in ("post", "tweet") if each != self._words]
            for words in others[:2]:
                other = self._ask(replace(question, params=ways[words]))
                if other.status == 200 and not _wants_other_names(other):
                    self._words, answer = words, other
                    break
        return self._reply(question, answer)

    def _ask(self, question: Question) -> Answer:
        tokens = self._tokens
        if tokens.is_spent(self._clock()):
            tokens = self._renewed(tokens)
        answer = self._door.ask(_signed(question, tokens))
        if answer.status == 401 and tokens.refresh:
            answer = self._door.ask(_signed(question, self._renewed(tokens)))
        return answer

    def _renewed(self, used: Tokens) -> Tokens:
        """Return tokens that replace `used`, asking the server only if nobody did before."""
        with self._renewal:
            if self._tokens != used:
                return self._tokens
            fields = {
                "grant_type": "refresh_token",
                "refresh_token": used.refresh,
                "client_id": used.client_id,
            }
            answer = ask_token(self._door, fields)
            if answer.status in (400, 401, 403):
                raise SignedOut("the refresh token is refused")
            if answer.status != 200:
                raise trouble(answer, self._clock(), is_write=False)
            now = self._clock()
            renewed = granted(parse(answer.body), used.client_id, used.refresh, now)
            try:
                self._keep(renewed.credential())
            finally:
                self._tokens = renewed
            return renewed

    def _reply(self, question: Question, answer: Answer) -> Reply:
        if not 200 <= answer.status < 300:
            raise trouble(answer, self._clock(), is_write=question.is_write)
        try:
            values = parse(answer.body) if answer.body else {}
        except BadAnswer as cause:
            if question.is_write:
                raise OutcomeUnknown from cause
            raise
        path = question.path
        for place, shown in _PLACES:
            path = place.sub(shown, path)
        return Reply(values, f"{question.method} {path}", quota(answer.headers))


def _carried(carry: Carry) -> "Client":
    """Return a tweepy client that leaves the network to `carry`."""
    import tweepy

    class Carried(tweepy.Client):  # type: ignore[misc] # tweepy has no types
        """tweepy's routes without its way to the network."""

        def request(
            self,
            method: str,
            route: str,
            params: Mapping[str, Any] | None = None,
            json: object = None,
            user_auth: bool = False,
        ) -> Reply:
            return carry(method, route, params or {}, json)

    return Carried(return_type=dict)


def _signed(question: Question, tokens: Tokens) -> Question:
    bearer = {"Authorization": f"Bearer {tokens.access}"}
    return replace(question, headers={**question.headers, **bearer})


def _wants_other_names(answer: Answer) -> bool:
    """Say whether a server knows the fields of posts by X's other names.

    It then refuses those that it was given by name, or leaves out all that they ask for. Routes
    change one by one, so that the way back is open too.
    """
    if answer.status == 400:
        return any(name in answer.body for name in _NAMES)
    if answer.status != 200:
        return False
    try:
        data = parse(answer.body).get("data")
    except BadAnswer:
        return False
    posts = [raw for raw in map(mapping, [*items(data), data]) if raw.get("id")]
    return bool(posts) and not any("author_id" in raw for raw in posts)
