"""What somebody has written of a post, to be written on another time."""

from dataclasses import dataclass

from desktop.services.domain.draft import Draft, OutboxItem
from desktop.services.domain.feed import FeedEntry


@dataclass(frozen=True, slots=True)
class Writing:
    """The post as far as it got, the account it was to leave as, and the entry it answers."""

    draft: Draft
    account_id: int
    reply_to: FeedEntry | None = None


def writing_of(item: OutboxItem) -> Writing:
    """Return what is written in a post that was taken out of the outbox."""
    return Writing(item.draft, item.account_id)
