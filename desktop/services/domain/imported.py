"""What an archive turned out to hold, and what became of it."""

from dataclasses import dataclass
from datetime import datetime

from desktop.services.domain.account import Account


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds, before anything of it is taken.

    `handle` and `name` are empty for a list that does not say whose it is. The counts of people are
    None where the file does not tell of them. `left_aside` names what is in the file and not taken;
    the keys are "messages", "likes", "bookmarks", "pictures", "advertising", "blocks", "deleted",
    "details" and "reposts".
    """

    network: str
    handle: str
    name: str
    first: datetime | None
    last: datetime | None
    posts: int
    reposts: int
    unreadable: int
    followers: int | None
    following: int | None
    left_aside: tuple[str, ...]
    accounts: tuple[Account, ...] = ()
    """Accounts of the workspace that it may belong to; for none, one without a key is made."""

    @property
    def items(self) -> int:
        """Return how many things there are to store."""
        return self.posts + (self.followers or 0) + (self.following or 0)


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of an import; the counts go as far as it came when it was stopped."""

    found: Found
    account: Account | None
    new_posts: int = 0
    known_posts: int = 0
    followers: int = 0
    following: int = 0
    was_stopped: bool = False
