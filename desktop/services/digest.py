"""The digest of a day, made of what is stored: no network is asked, so it is there offline."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime, tzinfo

from desktop.services.domain.digest import (
    HEADLINES,
    DailyDigest,
    DayPost,
    Headline,
    Moved,
    Newcomer,
    candidates,
    local_day,
    most_moving,
    top_tags,
)
from desktop.services.domain.feed import FeedEntry
from desktop.services.storage.rows import Rows

SHOWN = 12
"""How many people who wait, or who are new, are named; of the others it is told how many."""
WEBSITES = "feed"


class Digest:
    """Reads days back; every answer takes some milliseconds of the store's lane."""

    def __init__(
        self, rows: Rows, clock: Callable[[], datetime], zone: tzinfo | None = None
    ) -> None:
        """Make the digest for days as `zone` has them, or this computer without one."""
        self._rows = rows
        self._clock = clock
        self._zone = zone

    def today(self) -> date:
        """Return which day it is here."""
        return self._clock().astimezone(self._zone).date()

    def of(self, day: date | None = None) -> DailyDigest:
        """Return the digest of a day, of today without one."""
        asked = local_day(day or self.today(), self._zone)
        rows = self._rows.digest
        posts = rows.posts(asked.start, asked.end)
        usual = rows.usual({each.author_id for each in candidates(posts)}, asked.start)
        moving = most_moving(posts, usual)
        sites = [each.post_id for each in posts if each.network == WEBSITES][:HEADLINES]
        waiting = rows.unanswered(asked.start, asked.end)
        followers = rows.followers(asked.start, asked.end)
        shown = self._entries([*(post_id for post_id, _ in moving), *sites, *waiting[:SHOWN]])
        return DailyDigest(
            day=asked,
            came=_came(posts),
            moved=tuple(Moved(shown[each], why) for each, why in moving if each in shown),
            headlines=tuple(
                Headline(_title(shown[each]), shown[each]) for each in sites if each in shown
            ),
            unanswered=tuple(shown[each] for each in waiting[:SHOWN] if each in shown),
            more_unanswered=max(0, len(waiting) - SHOWN),
            followers=tuple(Newcomer(*each) for each in followers[:SHOWN]),
            more_followers=max(0, len(followers) - SHOWN),
            tags=top_tags(posts),
        )

    def _entries(self, post_ids: Sequence[int]) -> dict[int, FeedEntry]:
        ids = self._rows.digest.entries(post_ids)
        found = self._rows.feed.entries([*dict.fromkeys(ids.values())])
        return {entry.post_id: entry for entry in found if entry.post is not None}


def _came(posts: Sequence[DayPost]) -> tuple[tuple[str, int], ...]:
    counted = Counter(each.network for each in posts)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _title(entry: FeedEntry) -> str:
    """Return what a website calls an article: its title, else how it begins."""
    post = entry.post
    if post is None:
        return ""
    if post.card is not None and post.card.title != post.author.name:
        return post.card.title
    return next((line for line in post.text.splitlines() if line.strip()), post.author.name)
