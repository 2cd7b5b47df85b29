"""Let posts out exactly once: every step is on disk before the next one is taken.

A post goes from queued to sending before the network is called. When the answer is lost, or the
program dies, nobody knows whether it is public: only a look-up under the key that was chosen when
it was queued decides that, never a second attempt.
"""

import random
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from desktop.services.accounts import Accounts
from desktop.services.domain.account import Account, Cap
from desktop.services.domain.draft import Draft, OutboxItem, OutboxState, Published, PublishKey
from desktop.services.domain.errors import (
    Correctable,
    CrieurError,
    IllegalMove,
    InvalidField,
    Missing,
    NetworkTrouble,
    OutcomeUnknown,
    RateLimited,
    Refused,
    SignedOut,
    Unreachable,
    Unsupported,
    VaultTrouble,
)
from desktop.services.domain.facets import find_facets
from desktop.services.domain.post import Author, Counts, Post
from desktop.services.domain.text_length import count
from desktop.services.domain.tid import tid
from desktop.services.ingest import Ingest
from desktop.services.networks.contract import Network
from desktop.services.storage.rows import Rows

State = OutboxState
NOT_SENT = (Unreachable, RateLimited, SignedOut)
"""What an adapter raises only when the post surely did not leave."""
REFUSED = (Refused, Missing, Unsupported, Correctable)
_LOOK_UP_FOR = timedelta(minutes=1)
"""How long a network without keys of ours may take to show a post before a person is asked."""
_MICROSECOND = timedelta(microseconds=1)


class Publishing:
    """The outbox: what waits, what is under way and what nobody is sure of.

    One lane per account sends, so an item that is found in the middle of being sent was left
    there by something that went wrong.
    """

    def __init__(
        self, rows: Rows, accounts: Accounts, ingest: Ingest, clock: Callable[[], datetime]
    ) -> None:
        self._rows = rows
        self._accounts = accounts
        self._ingest = ingest
        self._clock = clock
        self._clock_id = random.randrange(1024)  # noqa: S311 # tells two programs apart, no secret
        self._last_key_at: datetime | None = None
        self._missed_at: dict[int, datetime] = {}
        self._in_flight: set[int] = set()

    def recover(self) -> int:
        """At start: count the posts that were being sent when the program ended."""
        return self._rows.outbox.crashed_to_unknown()

    def queue(self, account_id: int, draft: Draft) -> OutboxItem:
        """Keep a post that is to leave; raises `InvalidField` when the network cannot take it."""
        account = self._accounts.held(account_id)
        needed = Cap.POST if draft.reply_to is None else Cap.REPLY
        if not account.can(needed):
            raise Unsupported(needed.name or "")
        draft = _trimmed(draft)
        if not draft.text and not draft.attachments:
            raise InvalidField("text", "empty")
        if not count(draft.text, account.limits).fits:
            raise InvalidField("text", "too_long")
        if len(draft.attachments) > account.limits.max_images:
            raise InvalidField("attachments", "too_many")
        now = self._clock()
        return self._rows.outbox.queue(account_id, draft, self._key(now), now)

    def send(self, item_id: int) -> OutboxItem:
        """Take a post one step further and return how far it got.

        Trouble is told by the item: it is queued again when it surely did not leave, unknown when
        the answer was lost and a look-up did not settle it, failed when it was refused. A post
        that failed or was held leaves because a person asks for it, after a look-up: what came
        back with a backup may have left long ago.
        """
        item = self._rows.outbox.get(item_id)
        if item_id in self._in_flight:
            raise IllegalMove(State.SENDING.value, "send")
        if item.state is State.SENT:
            raise IllegalMove(item.state.value, "send")
        if item.state is State.SENDING:
            item = self._move(item, State.UNKNOWN, OutcomeUnknown())
        if item.state is not State.QUEUED:
            is_wanted = item.state in (State.FAILED, State.HELD)
            item = self._look_up(item)
            if not (is_wanted and item.state is State.QUEUED):
                return item
        self._in_flight.add(item_id)
        try:
            return self._publish(item)
        finally:
            self._in_flight.discard(item_id)

    def send_waiting(self, account_id: int) -> list[OutboxItem]:
        """Settle what is unknown and send what waits, in order; return what was tried.

        Stops at the first post that has to go on waiting: the next ones would fare no better, and
        would overtake it.
        """
        tried = [self.send(item.id) for item in self._unsettled(account_id)]
        for item in self._rows.outbox.waiting(account_id):
            outcome = self.send(item.id)
            tried.append(outcome)
            if outcome.state is State.QUEUED:
                break
        return tried

    def resolve_unknown(self, account_id: int) -> list[OutboxItem]:
        """Look up every post of the account whose answer was lost."""
        return [self.send(item.id) for item in self._unsettled(account_id)]

    def confirm_sent(self, item_id: int) -> OutboxItem:
        """Believe a person who sees the post on the network."""
        return self._rows.outbox.move(item_id, State.SENT, from_=(State.UNKNOWN, State.HELD))

    def withdraw(self, item_id: int) -> None:
        """Take a post out of the outbox, unless it may be on its way."""
        item = self._rows.outbox.get(item_id)
        if item.state in (State.SENDING, State.UNKNOWN):
            raise IllegalMove(item.state.value, "withdraw")
        self._rows.outbox.remove(item_id)

    def outbox(self, limit: int = 200) -> tuple[OutboxItem, ...]:
        """Return the newest posts of the outbox, newest first."""
        return self._rows.outbox.all(limit)

    def waiting_count(self) -> int:
        """Return how many posts have not left yet, or may not have."""
        return self._rows.outbox.count((State.QUEUED, State.SENDING, State.UNKNOWN, State.HELD))

    def _unsettled(self, account_id: int) -> tuple[OutboxItem, ...]:
        return self._rows.outbox.waiting(account_id, (State.SENDING, State.UNKNOWN))

    def _key(self, now: datetime) -> PublishKey:
        """Choose what makes a retry recognisable; keys rise even when the clock goes back."""
        at = now
        if self._last_key_at is not None:
            at = max(now, self._last_key_at + _MICROSECOND)
        self._last_key_at = at
        return PublishKey(str(uuid.uuid4()), tid(at, self._clock_id), now)

    def _publish(self, item: OutboxItem) -> OutboxItem:
        """Commit that the post is being sent, send it, and commit what came of that."""

        def publish(network: Network) -> Published:
            self._rows.outbox.move(item.id, State.SENDING, from_=State.QUEUED)
            return network.publish(item.draft, item.key)

        try:
            published = self._accounts.ask(item.account_id, publish)
        except IllegalMove:
            raise
        except (NetworkTrouble, VaultTrouble, Correctable) as trouble:
            return self._after_trouble(item, trouble)
        return self._sent(item, published)

    def _after_trouble(self, item: OutboxItem, trouble: CrieurError) -> OutboxItem:
        """Note what the trouble means for a post, if it got as far as being sent."""
        if self._rows.outbox.get(item.id).state is State.QUEUED:
            return _with_problem(item, trouble)
        sending = replace(item, state=State.SENDING)
        if isinstance(trouble, NOT_SENT):
            return self._move(sending, State.QUEUED, trouble)
        is_duplicate = isinstance(trouble, Refused) and trouble.reason == "duplicate"
        if isinstance(trouble, REFUSED) and not is_duplicate:
            return self._move(sending, State.FAILED, trouble)
        return self._look_up(self._move(sending, State.UNKNOWN, trouble))

    def _look_up(self, item: OutboxItem) -> OutboxItem:
        """Ask the network whether a post is there already, and act on a clear answer only."""
        try:
            found = self._accounts.ask(
                item.account_id, lambda network: network.find_published(item.draft, item.key)
            )
        except (NetworkTrouble, VaultTrouble) as trouble:
            return item if item.state is State.UNKNOWN else _with_problem(item, trouble)
        if found is not None:
            return self._sent(item, found)
        return self._not_found(item, self._accounts.held(item.account_id))

    def _not_found(self, item: OutboxItem, account: Account) -> OutboxItem:
        """Queue the very same post again where its key makes that harmless; else ask a person."""
        if item.state is not State.UNKNOWN:
            return self._rows.outbox.move(item.id, State.QUEUED, from_=item.state)
        if item.problem_reason == "duplicate":
            return self._move(item, State.FAILED, Refused("duplicate"))
        if Cap.IDEMPOTENT_CREATE in account.caps:
            return self._move(item, State.QUEUED, OutcomeUnknown())
        missed_at = self._missed_at.setdefault(item.id, self._clock())
        if self._clock() - missed_at < _LOOK_UP_FOR:
            return item
        return self._rows.outbox.move(
            item.id, State.HELD, from_=State.UNKNOWN, problem="OutcomeUnknown", reason="not_found"
        )

    def _sent(self, item: OutboxItem, published: Published) -> OutboxItem:
        """Note first that the post is public; that it is shown at once is only pleasant."""
        was = (State.SENDING, State.UNKNOWN, State.HELD, State.FAILED)
        sent = self._rows.outbox.move(item.id, State.SENT, from_=was, published=published)
        account = self._accounts.held(item.account_id)
        self._ingest.add_own(item.account_id, _as_post(account, item, published))
        is_free = Cap.METERED not in account.caps
        if is_free and (item.draft.attachments or item.draft.quote_of):
            with suppress(NetworkTrouble):
                self._complete(item.account_id, published.native_id)
        return sent

    def _complete(self, account_id: int, native_id: str) -> None:
        """Take over what only the network knows of a new post, if it shows it already."""
        found = self._accounts.ask(account_id, lambda network: network.posts([native_id]))
        self._rows.posts.save(found, account_id)

    def _move(self, item: OutboxItem, to: OutboxState, trouble: CrieurError) -> OutboxItem:
        told = _with_problem(item, trouble)
        return self._rows.outbox.move(
            item.id, to, from_=item.state, problem=told.problem, reason=told.problem_reason
        )


def _trimmed(draft: Draft) -> Draft:
    """Drop the blanks round a text, unless facets already count its bytes."""
    return draft if draft.facets is not None else replace(draft, text=draft.text.strip())


def _with_problem(item: OutboxItem, trouble: CrieurError) -> OutboxItem:
    reason = getattr(trouble, "reason", "")
    return replace(item, problem=type(trouble).__name__, problem_reason=reason)


def _as_post(account: Account, item: OutboxItem, published: Published) -> Post:
    """Return the post as the network will tell it, as far as we know."""
    draft = item.draft
    author = Author(
        account.network, account.native_id, account.handle, account.name, account.avatar_url
    )
    reply = draft.reply_to
    return Post(
        network=account.network,
        native_id=published.native_id,
        author=author,
        created_at=item.key.created_at,
        text=draft.text,
        url=published.url,
        version=published.version,
        facets=find_facets(draft.text) if draft.facets is None else draft.facets,
        lang=draft.lang,
        reply_to="" if reply is None else reply.native_id,
        root="" if reply is None else reply.root_native_id,
        visibility=draft.visibility or "public",
        warning=draft.warning,
        counts=Counts(0, 0, 0, 0),
    )
