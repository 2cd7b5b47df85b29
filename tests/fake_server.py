"""What a network's server holds, which outlives every crash of the programs that call it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from fakes import START

from desktop.services.domain.account import Cap
from desktop.services.domain.draft import Draft
from desktop.services.domain.errors import OutcomeUnknown
from desktop.services.domain.post import (
    Arrival,
    Author,
    Notification,
    NotificationKind,
    Post,
    Relation,
)

EVERYTHING = (
    (Cap.HOME | Cap.MENTIONS | Cap.SEARCH | Cap.THREAD | Cap.POST | Cap.REPLY | Cap.QUOTE)
    | (Cap.REPOST | Cap.LIKE | Cap.FOLLOW | Cap.DELETE | Cap.MEDIA | Cap.ALT_TEXT)
    | (Cap.FOLLOWERS | Cap.RELATIONSHIPS | Cap.IDEMPOTENT_CREATE)
    | (Cap.HASHTAGS | Cap.LISTS | Cap.BLOCK)
)


def author(name: str, network: str = "bluesky") -> Author:
    """Make a person out of one word."""
    return Author(network, f"did:{name}", f"{name}.test", name.title())


def post(number: int, text: str = "", by: str = "anna", **fields: object) -> Post:
    """Make a post written `number` minutes after `START`."""
    made = Post(
        network="bluesky",
        native_id=f"at://{by}/{number}",
        author=author(by),
        created_at=START + timedelta(minutes=number),
        text=text or f"Post {number}",
        url=f"https://shop.test/{by}/{number}",
        version=f"cid-{number}",
    )
    return replace(made, **fields)  # type: ignore[arg-type] # any field of a post


def arrival(number: int, text: str = "", by: str = "anna", **fields: object) -> Arrival:
    """Make the line of a home feed that brings `post(number)` itself."""
    made = post(number, text, by, **fields)
    return Arrival(made, made.created_at)


@dataclass
class FakeServer:
    """What a network's server holds; it survives whatever happens to the programs that call it.

    `home` and `told` are newest first by time. `faults` are taken one per call of a method, the
    oldest first: an exception is raised before anything is done, a function is called with the
    step ("before" or "after" the effect) and may raise at either.
    """

    clock: Callable[[], datetime]
    home: list[Arrival] = field(default_factory=list)
    told: list[Notification] = field(default_factory=list)
    posts: dict[str, Post] = field(default_factory=dict)
    people: dict[str, Author] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)
    acts: dict[str, tuple[str, str]] = field(default_factory=dict)
    lists: dict[str, set[str]] = field(default_factory=dict)
    """Native ids of people, by the native id of their list."""
    reading_place: str = ""
    published: list[tuple[str, Draft]] = field(default_factory=list)
    calls: list[tuple[str, object]] = field(default_factory=list)
    faults: dict[str, list[Exception | Callable[[str], None]]] = field(default_factory=dict)
    caps: Cap = EVERYTHING
    page_size: int = 50
    is_idempotent: bool = True
    """Whether a post under the same key is the same post, or one more."""

    def write(self, *arrivals: Arrival) -> None:
        """Let people write: each arrival enters the home feed and can be looked up."""
        for each in arrivals:
            self.posts[each.post.native_id] = each.post
            self.people[each.post.author.native_id] = each.post.author
        self.home = sorted([*self.home, *arrivals], key=lambda each: each.at, reverse=True)

    def tell(self, *notifications: Notification) -> None:
        """Let people act towards the account."""
        self.posts |= {each.post.native_id: each.post for each in notifications if each.post}
        self.told = sorted([*self.told, *notifications], key=lambda each: each.at, reverse=True)

    def take_away(self, native_id: str) -> None:
        """Delete a post wherever it is."""
        self.posts.pop(native_id, None)
        self.home = [each for each in self.home if each.post.native_id != native_id]
        self.told = [each for each in self.told if not _is_about(each, native_id)]

    def fail(self, method: str, *faults: Exception | Callable[[str], None]) -> None:
        """Let the next calls of `method` fail, one fault a call."""
        self.faults.setdefault(method, []).extend(faults)

    def called(self, method: str) -> int:
        """Return how often `method` was called."""
        return sum(name == method for name, _ in self.calls)


def _is_about(notification: Notification, native_id: str) -> bool:
    return notification.post is not None and notification.post.native_id == native_id


def lose_answer(step: str) -> None:
    """Do what was asked and let nobody know: a fault for `FakeServer.fail`."""
    if step == "after":
        raise OutcomeUnknown


def told(number: int, kind: NotificationKind, by: str = "bob", **fields: object) -> Notification:
    """Make a notification of `number` minutes after `START`."""
    at = START + timedelta(minutes=number)
    made = Notification(f"note://{by}/{number}", kind, author(by), at)
    return replace(made, **fields)  # type: ignore[arg-type] # any field of a notification
