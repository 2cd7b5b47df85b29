"""An account on a network: who it is, what it may do and how long its posts may be."""

import enum
from dataclasses import dataclass, field
from datetime import datetime


class Cap(enum.Flag):
    """What an account's server offers; asked per account, because servers of one network differ."""

    NONE = 0
    HOME = enum.auto()
    MENTIONS = enum.auto()
    SEARCH = enum.auto()
    THREAD = enum.auto()
    POST = enum.auto()
    REPLY = enum.auto()
    QUOTE = enum.auto()
    REPOST = enum.auto()
    LIKE = enum.auto()
    FOLLOW = enum.auto()
    DELETE = enum.auto()
    MEDIA = enum.auto()
    ALT_TEXT = enum.auto()
    CONTENT_WARNING = enum.auto()
    FOLLOWERS = enum.auto()
    RELATIONSHIPS = enum.auto()
    IDEMPOTENT_CREATE = enum.auto()
    METERED = enum.auto()
    """Each call costs the user money, so nothing is asked by itself."""
    HASHTAGS = enum.auto()
    LISTS = enum.auto()
    BLOCK = enum.auto()
    VISIBILITY = enum.auto()
    """A post may be shown to followers, or to the people it names, only."""
    READING_PLACE = enum.auto()
    """The server remembers how far the home feed was read."""
    FOLLOW_REQUESTS = enum.auto()
    COUNTS = enum.auto()
    """The server counts posts that hold some words without sending them."""
    SEARCH_PARTIAL = enum.auto()
    """The search covers only some of the posts that are public."""
    HAND_OFF = enum.auto()
    """What the server refuses to programs is done on its own page in the browser."""
    KEYLESS = enum.auto()
    """Nobody signed in: a public feed, or an account that is only read from its archive."""


class AccountState(enum.StrEnum):
    """Whether the account's credentials are believed to work."""

    CONNECTED = "connected"
    SIGNED_OUT = "signed_out"
    LOCKED = "locked"
    """The keyring is locked or absent, so the credentials cannot be read at present."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one post may hold, by the network's own rule."""

    max_units: int
    counter: str
    """Which rule counts the units: "graphemes", "mastodon" or "x_weighted"."""
    max_bytes: int | None = None
    max_images: int = 4
    image_bytes: int = 1_000_000
    url_units: int | None = None
    """What any link counts for, whatever its length; None where its own length counts."""


@dataclass(frozen=True, slots=True)
class Account:
    """One connected account; `id` is its row in the workspace, 0 before it has one.

    `network` is an adapter's name in `networks/registry.py`; `native_id` never changes
    (a DID on Bluesky) while `handle` may. `server` is the base address everything is asked of.
    """

    id: int
    network: str
    native_id: str
    handle: str
    name: str
    server: str
    avatar_url: str = ""
    caps: Cap = Cap.NONE
    limits: Limits = field(default_factory=lambda: Limits(300, "graphemes", 3000))
    may_post: bool = True
    """The user's own switch: off means that Crieur only reads."""
    state: AccountState = AccountState.CONNECTED
    connected_at: datetime | None = None
    refreshed_at: datetime | None = None

    def can(self, cap: Cap) -> bool:
        """Say whether the server offers `cap` and the user's own switch does not forbid it."""
        writes = Cap.POST | Cap.REPLY | Cap.REPOST | Cap.LIKE | Cap.FOLLOW | Cap.DELETE | Cap.QUOTE
        return cap in self.caps and (self.may_post or not cap & writes)
