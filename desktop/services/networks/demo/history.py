"""Fourteen months of the demonstration's networks, made newest first and only as far as asked."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from desktop.services.domain.post import Arrival, Notification, NotificationKind, Post
from desktop.services.networks.demo.days import Days
from desktop.services.networks.demo.material import Material
from desktop.services.networks.demo.people import DAYS, Crowd, Follower
from desktop.services.networks.demo.shelf import Shelf
from desktop.services.networks.demo.showcase import REACH, Showcase
from desktop.services.networks.demo.sketches import Chapter, Sketch, Studio, lyon_day
from desktop.services.networks.demo.story import Story

SEED = "Boulangerie Lumière"
_LIVE_IDS = 1_000_000


@dataclass(slots=True)
class Memory:
    """What one invented network holds so far."""

    home: Shelf[Arrival] = field(
        default_factory=lambda: Shelf(lambda one: one.at, _name_of_arrival)
    )
    """Everything that could be in a home feed; whose posts are shown is decided when read."""
    notices: Shelf[Notification] = field(
        default_factory=lambda: Shelf(lambda one: one.at, lambda one: one.native_id)
    )
    posts: dict[str, Post] = field(default_factory=dict)
    by_author: dict[str, Shelf[Post]] = field(default_factory=dict)
    replies: dict[str, list[str]] = field(default_factory=dict)
    read_up_to: str = ""
    """The newest post that was read, for a network that remembers it."""

    def shelf_of(self, author_id: str) -> Shelf[Post]:
        """Return what one person said so far."""
        shelf = self.by_author.get(author_id)
        if shelf is None:
            shelf = Shelf(lambda one: one.created_at, lambda one: one.native_id)
            self.by_author[author_id] = shelf
        return shelf


class History:
    """What the invented networks hold, growing into the past a day at a time.

    The same material, seed and moment of start give the same history on every computer: only
    `random.Random` decides anything. The newest comes first, so that a window can be filled
    before the older months exist.
    """

    def __init__(self, material: Material, started: datetime, seed: str = SEED) -> None:
        self.started = started.astimezone(UTC).replace(microsecond=0)
        self.crowd = Crowd(material, _chance(f"{seed}/people"), self.started)
        studio = Studio(material, self.crowd, _chance(seed))
        latest = self.started - REACH
        today = lyon_day(latest)
        self.studio = studio
        self.memories = {place.id: Memory() for place in material.places}
        for network, asking in self.crowd.requests.items():
            self.memories[network].notices.add(_request(each) for each in asking)
        self.showcase = Showcase(studio, self.started)
        self._days = Days(studio, today, latest)
        self._story = Story(studio, self._days, today)
        self._joined = _by_day(self.crowd, self.started - timedelta(days=DAYS), latest)
        self._today = today
        self._latest = latest
        self._next_day = -1
        self._live = self._later()
        self._waiting: Chapter | None = None

    @property
    def is_complete(self) -> bool:
        """Say whether all fourteen months are there."""
        return self._next_day > DAYS

    def grow(self, days: int = 7) -> None:
        """Add the next older days."""
        for _ in range(days):
            if self.is_complete:
                return
            self.keep(self._chapter(self._next_day))
            self._next_day += 1

    def grow_whole(self) -> None:
        """Add everything that is still missing."""
        while not self.is_complete:
            self.grow()

    def advance(self, now: datetime) -> None:
        """Add what has arrived by now."""
        while True:
            if self._waiting is None:
                self._waiting = next(self._live)
            if self._waiting.sketches[0].at > now:
                return
            self.keep(self._waiting)
            self._waiting = None

    def keep(self, chapter: Chapter) -> None:
        """Make a chapter part of what the networks hold."""
        arrivals = self.studio.arrivals(chapter)
        fresh: dict[str, list[Arrival]] = {}
        for arrival in arrivals:
            fresh.setdefault(arrival.post.network, []).append(arrival)
        for network, items in fresh.items():
            memory = self.memories[network]
            memory.home.add(items)
            for arrival in items:
                if arrival.reposter is None:
                    _index(memory, arrival.post)
        told: dict[str, list[Notification]] = {}
        for network, notice in chapter.notices:
            told.setdefault(network, []).append(notice)
        for sketch in chapter.sketches:
            kind = self._kind(sketch)
            if kind is not None:
                post = self.memories[sketch.network].posts[sketch.native_id]
                told.setdefault(sketch.network, []).append(_notice_of(sketch, kind, post))
        for network, notices in told.items():
            self.memories[network].notices.add(notices)

    def _chapter(self, days_ago: int) -> Chapter:
        if days_ago < 0:
            return self.showcase.recent()
        chapter = self._days.chapter(days_ago)
        self._story.enrich(chapter, days_ago)
        for network, follower in self._joined.get(days_ago, ()):
            native_id = self.studio.next_id(network, "follow")
            notice = Notification(
                native_id, NotificationKind.FOLLOW, follower.author, follower.joined
            )
            chapter.notices.append((network, notice))
        return chapter

    def _kind(self, sketch: Sketch) -> NotificationKind | None:
        """Return why the shop is told about a post, if it is."""
        shop = self.crowd.shops[sketch.network]
        if sketch.author.native_id == shop.native_id:
            return None
        if sketch.reply_to is not None and sketch.reply_to.author.native_id == shop.native_id:
            return NotificationKind.REPLY
        if sketch.quote_of is not None and sketch.quote_of.author.native_id == shop.native_id:
            return NotificationKind.QUOTE
        return NotificationKind.MENTION if f"@{shop.handle}" in sketch.text else None

    def _later(self) -> Iterator[Chapter]:
        # A stream of its own: how far the past has grown must not change what arrives.
        chance = _chance(f"{self.started.isoformat()}/live")
        studio = Studio(self.studio.material, self.crowd, chance, first_id=_LIVE_IDS)
        return Showcase(studio, self.started).live()


def _chance(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 # a story, no key


def _request(asking: Follower) -> Notification:
    kind = NotificationKind.FOLLOW_REQUEST
    name = f"{asking.author.native_id}/request"
    return Notification(name, kind, asking.author, asking.joined)


def _index(memory: Memory, post: Post) -> None:
    memory.posts[post.native_id] = post
    memory.shelf_of(post.author.native_id).add([post])
    if post.reply_to:
        memory.replies.setdefault(post.reply_to, []).append(post.native_id)


def _notice_of(sketch: Sketch, kind: NotificationKind, post: Post) -> Notification:
    subject = sketch.quote_of if kind is NotificationKind.QUOTE else sketch.reply_to
    is_about_own = kind is not NotificationKind.MENTION and subject is not None
    return Notification(
        f"{sketch.native_id}/{kind}",
        kind,
        sketch.author,
        sketch.at,
        post,
        subject.native_id if is_about_own and subject is not None else "",
    )


def _name_of_arrival(arrival: Arrival) -> str:
    reposter = "" if arrival.reposter is None else arrival.reposter.native_id
    return f"{arrival.post.native_id}/{reposter}"


def _by_day(
    crowd: Crowd, since: datetime, latest: datetime
) -> dict[int, list[tuple[str, Follower]]]:
    """Return who joined on which day, counted backwards from the last written one."""
    joined: dict[int, list[tuple[str, Follower]]] = {}
    for network, followers in crowd.followers.items():
        for one in followers:
            if one.joined < since:
                continue
            if one.joined > latest:
                one = replace(one, joined=one.joined - REACH)
            days_ago = (lyon_day(latest) - lyon_day(one.joined)).days
            joined.setdefault(days_ago, []).append((network, one))
    return joined
