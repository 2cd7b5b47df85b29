"""Let posts out exactly once: every step is on disk before the next one is taken.

A post goes from queued to sending before the network is called. When the answer is lost, or the
program dies, nobody knows whether it is public: only a look-up under the key that was chosen when
it was queued decides that, never a second attempt.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from desktop.services.accounts import Accounts
from desktop.services.domain.account import Account, Cap
from desktop.services.domain.draft import OutboxItem, OutboxState, Published
from desktop.services.domain.errors import (
    Correctable,
    CrieurError,
    IllegalMove,
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
from desktop.services.domain.own_post import as_post
from desktop.services.ingest import Ingest
from desktop.services.networks.contract import Network
from desktop.services.outbox import Outbox
from desktop.services.storage.rows import Rows

State = OutboxState
NOT_SENT = (Unreachable, RateLimited, SignedOut)
"""What an adapter raises only when the post surely did not leave."""
REFUSED = (Refused, Missing, Unsupported, Correctable)
_LOOK_UP_FOR = timedelta(minutes=1)
"""How long a network without keys of ours may take to show a post before a person is asked."""


class Publishing(Outbox):
    """Sends what waits, and settles what is under way and what nobody is sure of.

    One lane per account sends, so an item that is found in the middle of being sent was left
    there by something that went wrong.
    """

    def __init__(
        self, rows: Rows, accounts: Accounts, ingest: Ingest, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(rows, accounts, clock)
        self._ingest = ingest
        self._missed_at: dict[int, datetime] = {}
        self._in_flight: set[int] = set()

    def recover(self) -> int:
        """At start: count the posts that were being sent when the program ended."""
        return self._rows.outbox.crashed_to_unknown()

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
        would overtake it. A post in its grace is left alone, and so are those behind it.
        """
        tried = [self.send(item.id) for item in self._unsettled(account_id)]
        for item in self._rows.outbox.waiting(account_id):
            if self.is_held_back(item):
                break
            try:
                outcome = self.send(item.id)
            except IllegalMove:
                # It was taken back this moment; what left before it is told all the same.
                continue
            tried.append(outcome)
            if outcome.state is State.QUEUED:
                break
        return tried

    def resolve_unknown(self, account_id: int) -> list[OutboxItem]:
        """Look up every post of the account whose answer was lost."""
        return [self.send(item.id) for item in self._unsettled(account_id)]

    def _unsettled(self, account_id: int) -> tuple[OutboxItem, ...]:
        return self._rows.outbox.waiting(account_id, (State.SENDING, State.UNKNOWN))

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
        self._ingest.add_own(item.account_id, as_post(account, item, published))
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


def _with_problem(item: OutboxItem, trouble: CrieurError) -> OutboxItem:
    reason = getattr(trouble, "reason", "")
    return replace(item, problem=type(trouble).__name__, problem_reason=reason)
