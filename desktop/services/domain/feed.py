"""What a screen reads back of the stored feed: its entries, its filters and its windows."""

import enum
from array import array
from dataclasses import dataclass, field
from datetime import datetime

from desktop.services.domain.post import Author, Post, Relation


class FeedKind(enum.Flag):
    """Where an entry belongs; one entry may be in several feeds."""

    HOME = 1
    MENTION = 2


@dataclass(frozen=True, slots=True)
class FeedFilter:
    """Which entries a list shows; empty `account_ids` means every account."""

    kind: FeedKind = FeedKind.HOME
    account_ids: tuple[int, ...] = ()
    unread_only: bool = False
    hide_replies: bool = False
    hide_reposts: bool = False
    bookmarked_only: bool = False
    search: str = ""
    """Words looked for in everything stored; empty for the plain feed."""
    author: tuple[str, str] | None = None
    """Network and native id of the one person whose stored posts are shown."""
    gathered: str = ""
    """Under which key the posts to show were gathered; empty for the plain feed."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of an account's feed that was not fetched; opened by `Timeline.fill_gap`."""

    account_id: int


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One row of a feed: a post (or a repost of it) or a gap, newest first by `id`.

    `id` orders the feed: milliseconds since 1970 shifted left by 20 bits, plus a tie-breaker.
    `account_ids` are the accounts that received it, the one that acts on it by default first.
    """

    id: int
    at: datetime
    account_ids: tuple[int, ...]
    post: Post | None = None
    post_id: int = 0
    reposter: Author | None = None
    gap: Gap | None = None
    is_unread: bool = False
    is_bookmarked: bool = False
    liked_by: frozenset[int] = frozenset()
    """Accounts of this workspace that like the post."""
    reposted_by: frozenset[int] = frozenset()
    is_friend: bool = False
    also_on: tuple[str, ...] = ()
    """Other networks where the same person posted the same text; this entry stands for them."""


@dataclass(frozen=True, slots=True)
class FeedWindow:
    """The ids of at most 100,000 consecutive entries, newest first, around a place."""

    ids: "array[int]"
    anchor_row: int = 0
    has_newer: bool = False
    has_older: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user was reading: the entry at the top of the list and how far it was scrolled."""

    entry_id: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What one refresh of one account brought."""

    account_id: int
    at: datetime
    new_entries: int = 0
    new_mentions: int = 0
    has_gap: bool = False
    read_home: bool = True
    """Whether the home feed was fetched; where that costs money, only if the user wants it."""


@dataclass(frozen=True, slots=True)
class ThreadEntry:
    """A post in its conversation; `depth` 0 is the root, `is_focus` the one that was opened."""

    entry: FeedEntry
    depth: int
    is_focus: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """What Crieur holds of one person on one network, as the person panel shows it."""

    author_id: int
    author: Author
    relation: Relation
    account_id: int
    """The account whose relation it is."""
    first_seen: datetime | None
    stored_posts: int
    topics: tuple[tuple[str, int], ...] = ()
    """The hashtags and words they use most, with how often, in what is stored."""
    recent: tuple[FeedEntry, ...] = ()
    note: str = ""
    block_id: str = ""
    """The native id of the block, where the account blocked the person."""


@dataclass(frozen=True, slots=True)
class ActivityItem:
    """One line of the activity list: what one person or several did towards an account.

    `kind` is "like", "repost", "follow" or "follow_request", or where words were asked for too,
    "mention", "reply" or "quote". `subject` is the account's post they acted on, or what they
    wrote.
    """

    kind: str
    actors: tuple[Author, ...]
    at: datetime
    account_id: int
    subject: FeedEntry | None = field(default=None)
