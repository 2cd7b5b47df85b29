"""Tell when a post was written, as far as its author's program can be believed."""

from datetime import UTC, datetime, timedelta

from desktop.services.domain.feed import FeedEntry

_NOBODY_POSTED_BEFORE = datetime(1990, 1, 1, tzinfo=UTC)


def moment_of(entry: FeedEntry, now: datetime) -> datetime:
    """Return when the post was written, or when it arrived if the claim cannot be true."""
    if entry.post is not None and is_likely(entry.post.created_at, now):
        return entry.post.created_at
    return entry.at


def is_likely(claimed: datetime, now: datetime) -> bool:
    """Say whether a claimed time can be true; the year 1 could not even be put into words."""
    return _NOBODY_POSTED_BEFORE <= claimed <= now + timedelta(days=1)
