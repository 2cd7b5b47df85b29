"""The digest of one day: what came, what moved people, who waits for a word, and who is new."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from statistics import median

from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.post import Author

MOVED = 7
PER_PERSON = 2
HEADLINES = 10
TAGS = 5
ENOUGH = 5
"""How many earlier posts of a person tell what they usually get."""
REMARKABLE = 2
"""How many times the usual is worth saying."""
WEIGHED = 150
"""How many of the day's posts are weighed against their authors' usual."""
LEAST = 3
"""How many answers, reposts and likes together are a movement at all."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of some place's calendar as the moments it begins and ends, in UTC; `end` is out."""

    date: date
    start: datetime
    end: datetime


def local_day(day: date, zone: tzinfo | None = None) -> Day:
    """Return a calendar day of a time zone, of this computer's without one.

    It lasts 23 or 25 hours where the clocks change.
    """
    return Day(day, _midnight(day, zone), _midnight(day + timedelta(days=1), zone))


def _midnight(day: date, zone: tzinfo | None) -> datetime:
    first = datetime.combine(day, time.min, tzinfo=zone)
    return first.astimezone(UTC)  # a naive moment is taken for this computer's


@dataclass(frozen=True, slots=True)
class DayPost:
    """A stored post of the day; a count that the network does not tell is 0."""

    post_id: int
    author_id: int
    network: str
    replies: int = 0
    reposts: int = 0
    likes: int = 0
    is_private: bool = False
    """Shown to people it names only."""
    tags: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """Return how often people did something about it."""
        return self.replies + self.reposts + self.likes


@dataclass(frozen=True, slots=True)
class Why:
    """Why a post stands in the digest.

    `kind` is "times" (so many times what its author usually gets), "replies", "reposts" or "likes".
    """

    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A post that moved people, and why it is here."""

    entry: FeedEntry
    why: Why


@dataclass(frozen=True, slots=True)
class Headline:
    """What a website published."""

    title: str
    entry: FeedEntry


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who follows one of the accounts since that day."""

    author: Author
    account_id: int


@dataclass(frozen=True, slots=True)
class DailyDigest:
    """One day, as much of it as one wants to know.

    `came` is how many posts each network brought, most first; `unanswered` has the longest
    waiting first, and `more_unanswered` says how many are left out.
    """

    day: Day
    came: tuple[tuple[str, int], ...] = ()
    moved: tuple[Moved, ...] = ()
    headlines: tuple[Headline, ...] = ()
    unanswered: tuple[FeedEntry, ...] = ()
    more_unanswered: int = 0
    followers: tuple[Newcomer, ...] = ()
    more_followers: int = 0
    tags: tuple[tuple[str, int], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether nothing at all is known of the day."""
        return not (self.came or self.unanswered or self.followers)


def candidates(posts: Iterable[DayPost]) -> list[DayPost]:
    """Return the posts that may be among the most moving, most moving first."""
    moving = [each for each in posts if each.total >= LEAST and not each.is_private]
    moving.sort(key=lambda each: (-each.total, -each.post_id))
    return moving[:WEIGHED]


def most_moving(
    posts: Iterable[DayPost], usual: Mapping[int, Sequence[int]]
) -> tuple[tuple[int, Why], ...]:
    """Return the posts that moved people most, each with its reason, the strongest first.

    `usual` is what earlier posts of each author got. Where that is too little to tell, a post is
    weighed against the day's others.
    """
    moving = candidates(posts)
    if not moving:
        return ()
    common = median(each.total for each in moving)
    gets = {author_id: median(got) for author_id, got in usual.items() if len(got) >= ENOUGH}
    moving.sort(key=lambda each: each.total / (gets.get(each.author_id, common) + LEAST))
    taken: Counter[int] = Counter()
    chosen: list[tuple[int, Why]] = []
    for each in reversed(moving):
        if taken[each.author_id] < PER_PERSON and len(chosen) < MOVED:
            taken[each.author_id] += 1
            chosen.append((each.post_id, _why(each, gets.get(each.author_id, 0))))
    return tuple(chosen)


def top_tags(posts: Iterable[DayPost]) -> tuple[tuple[str, int], ...]:
    """Return the hashtags most people used, with how many people that is.

    People rather than posts are counted, so that nobody decides alone.
    """
    people: dict[str, set[int]] = {}
    spellings: dict[str, Counter[str]] = {}
    for author_id, tag in ((each.author_id, tag) for each in posts for tag in each.tags):
        folded = tag.casefold()
        people.setdefault(folded, set()).add(author_id)
        spellings.setdefault(folded, Counter())[tag] += 1
    ranked = sorted(people, key=lambda folded: (-len(people[folded]), folded))
    return tuple(
        (min(spellings[each], key=lambda tag: (-spellings[each][tag], tag)), len(people[each]))
        for each in ranked[:TAGS]
    )


def _why(post: DayPost, usual: float) -> Why:
    # Nobody knows how many times nothing is.
    if usual >= 1 and post.total >= REMARKABLE * usual:
        return Why("times", int(post.total / usual))
    # Whoever takes the trouble to write counts for more than whoever presses a heart.
    if post.replies * 3 >= post.total:
        return Why("replies", post.replies)
    return Why("likes", post.likes) if post.likes >= post.reposts else Why("reposts", post.reposts)
