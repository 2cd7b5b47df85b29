"""What is to leave: kept, taken back and put back at once, and no network is asked."""

import random
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from desktop.services.accounts import Accounts
from desktop.services.domain.account import Cap
from desktop.services.domain.draft import Draft, OutboxItem, OutboxState, PublishKey
from desktop.services.domain.errors import IllegalMove, InvalidField, Unsupported
from desktop.services.domain.grace import Grace
from desktop.services.domain.text_length import count
from desktop.services.domain.tid import tid
from desktop.services.storage.rows import Rows

State = OutboxState
_MICROSECOND = timedelta(microseconds=1)


class Outbox:
    """The posts that the user sent off."""

    def __init__(self, rows: Rows, accounts: Accounts, clock: Callable[[], datetime]) -> None:
        self._rows = rows
        self._accounts = accounts
        self._clock = clock
        self._clock_id = random.randrange(1024)  # noqa: S311 # tells two programs apart, no secret
        self._last_key_at: datetime | None = None
        self._grace = Grace()

    def queue(self, account_id: int, draft: Draft, *, grace: timedelta = timedelta()) -> OutboxItem:
        """Keep a post that is to leave, not before `grace` is over unless the program ends.

        Raises:
            InvalidField: the network cannot take it.
        """
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
        key = self._key(now)
        # Before it is stored: another lane may look for what waits at any moment.
        self._grace.begin(key.uuid, now, grace)
        return self._rows.outbox.queue(account_id, draft, key, now)

    def is_held_back(self, item: OutboxItem) -> bool:
        """Say whether a post can still be taken back before anything is sent."""
        return item.state is State.QUEUED and self._grace.holds(item.key.uuid, self._clock())

    def held_back(self) -> tuple[OutboxItem, ...]:
        """Return the posts that can still be taken back before anything is sent."""
        return tuple(item for item in self._rows.outbox.waiting() if self.is_held_back(item))

    def end_grace(self) -> None:
        """Let every post leave that waits, at the next `send_waiting`."""
        self._grace.end()

    def confirm_sent(self, item_id: int) -> OutboxItem:
        """Believe a person who sees the post on the network."""
        return self._rows.outbox.move(item_id, State.SENT, from_=(State.UNKNOWN, State.HELD))

    def withdraw(self, item: OutboxItem) -> None:
        """Take a post out of the outbox, unless it may be on its way or is public.

        Raises:
            IllegalMove: it is too late for that, or it is not there.
        """
        # At once: between a look and the removal it could leave, and be called taken back.
        with self._rows.database.writing():
            held = self._rows.outbox.of_key(item.key)
            if held.state in (State.SENDING, State.UNKNOWN, State.SENT):
                raise IllegalMove(held.state.value, "withdraw")
            self._rows.outbox.remove(held.id)

    def restore(self, item: OutboxItem) -> OutboxItem:
        """Put a post back that was taken out, as it was and under the key that it had.

        Raises:
            Missing: its account was disconnected meanwhile.
        """
        self._accounts.held(item.account_id)
        return self._rows.outbox.put_back(item)

    def outbox(self, limit: int = 200) -> tuple[OutboxItem, ...]:
        """Return the newest posts of the outbox, newest first."""
        return self._rows.outbox.all(limit)

    def waiting_count(self) -> int:
        """Return how many posts have not left yet, or may not have."""
        return self._rows.outbox.count((State.QUEUED, State.SENDING, State.UNKNOWN, State.HELD))

    def _key(self, now: datetime) -> PublishKey:
        """Choose what makes a retry recognisable; keys rise even when the clock goes back."""
        at = now
        if self._last_key_at is not None:
            at = max(now, self._last_key_at + _MICROSECOND)
        self._last_key_at = at
        return PublishKey(str(uuid.uuid4()), tid(at, self._clock_id), now)


def _trimmed(draft: Draft) -> Draft:
    """Drop the blanks round a text, unless facets already count its bytes."""
    return draft if draft.facets is not None else replace(draft, text=draft.text.strip())
