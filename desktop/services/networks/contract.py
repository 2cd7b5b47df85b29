"""What every network adapter offers, in Crieur's own words.

Adapters are blocking and serve one account; one lane calls them, so they need no lock of their
own beyond the one that guards single-use refresh tokens. They raise only the classes of
`domain/errors.py`. A capability that `caps` does not name raises `Unsupported`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from desktop.services.domain.account import Account
from desktop.services.domain.draft import Draft, Published, PublishKey
from desktop.services.domain.page import Bucket, Page
from desktop.services.domain.post import (
    Arrival,
    Author,
    Notification,
    PeopleList,
    Post,
    Relation,
)


@dataclass(frozen=True, slots=True)
class SignIn:
    """What the user types to connect: which server, who, and a secret made for programs.

    `server` is the address of a Mastodon-API server, of a Bluesky server, or of a feed or the page
    that names it. `identifier` is a handle, on X with a browser sign-in the user's own client id.
    `password` is an app password on Bluesky and an access token on Mastodon-API servers.
    """

    network: str
    server: str
    identifier: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Credential:
    """The opaque secret of one account; only its adapter reads it and only the vault keeps it."""

    secret: str = field(repr=False)


KeepCredential = Callable[[Credential], None]
"""Called with each renewed credential before the old one is used up on the server."""


class Handshake(Protocol):
    """A sign-in that goes through the network's own page in the browser."""

    @property
    def address(self) -> str:
        """Return the page to open; it sends the browser back to the redirect with a code."""

    @property
    def state(self) -> str:
        """Return what the browser has to bring back beside the code; empty where there is none."""

    def finish(self, code: str) -> tuple[Account, Credential]:
        """Trade the code for the account and its credential; `InvalidField` for a wrong one."""


class Network(Protocol):
    """One account's door to its network."""

    def me(self) -> Account:
        """Return the account as its server describes it now, with capabilities and limits."""

    def home(self, cursor: str = "", limit: int = 50) -> Page[Arrival]:
        """Return the home feed, newest first."""

    def notifications(self, cursor: str = "", limit: int = 50) -> Page[Notification]:
        """Return what others did towards the account, newest first."""

    def author_posts(self, native_id: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return one person's posts, newest first."""

    def search(self, words: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return public posts that hold `words`, newest first."""

    def tagged(self, word: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return public posts with a hashtag, given without its sign, newest first."""

    def lists(self) -> tuple[PeopleList, ...]:
        """Return the account's own lists of people."""

    def list_posts(self, native_id: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return what the people of a list posted, newest first."""

    def counts(self, words: str) -> tuple[Bucket, ...]:
        """Return how many public posts held `words` in each of the last hours, oldest first."""

    def thread(self, native_id: str, version: str = "") -> tuple[Post, ...]:
        """Return the conversation round a post, ancestors first, then replies in reading order.

        `version` is that of the post where it is known, as it is for `posts`.
        """

    def posts(self, native_ids: Sequence[str], versions: Sequence[str] = ()) -> tuple[Post, ...]:
        """Return those of the posts that still exist, in any order.

        `versions` are theirs in the same order, empty for those not known; some networks find a
        post far more surely by them. `Unsupported` where the network cannot tell which exist.
        """

    def profile(self, native_id_or_handle: str) -> Author:
        """Return a person with their bio and counts."""

    def followers(self, native_id: str, cursor: str = "", limit: int = 100) -> Page[Author]:
        """Return who follows a person."""

    def following(self, native_id: str, cursor: str = "", limit: int = 100) -> Page[Author]:
        """Return whom a person follows."""

    def relations(self, native_ids: Sequence[str]) -> dict[str, Relation]:
        """Return how the account and each of the people stand, by native id."""

    def publish(self, draft: Draft, key: PublishKey) -> Published:
        """Create the post under `key`; `OutcomeUnknown` when the answer was lost."""

    def find_published(self, draft: Draft, key: PublishKey) -> Published | None:
        """Look up whether `publish` with this very key happened; None when it surely did not."""

    def delete(self, native_id: str) -> None:
        """Delete one of the account's own posts; deleting twice is no error."""

    def like(self, native_id: str, version: str) -> str:
        """Like a post and return the native id of the like."""

    def repost(self, native_id: str, version: str) -> str:
        """Repost a post and return the native id of the repost."""

    def follow(self, native_id: str) -> str:
        """Follow a person and return the native id of the follow."""

    def block(self, native_id: str) -> str:
        """Block a person on the network and return the native id of the block."""

    def undo(self, act_id: str) -> None:
        """Take back a like, a repost, a follow or a block by the native id it was given."""

    def answer_follow_request(self, native_id: str, *, is_welcome: bool) -> None:
        """Let a person follow the account, or not; answering twice is no error."""

    def mark_seen(self) -> None:
        """Tell the server that the notifications were seen."""

    def reading_place(self) -> str:
        """Return the native id of the newest home post that was read elsewhere; empty for none."""

    def keep_reading_place(self, native_id: str) -> None:
        """Tell the server that the home feed was read up to this post."""

    def sign_out(self) -> None:
        """End the session on the server, so that its credential opens nothing any more."""

    def close(self) -> None:
        """Let go of connections; the adapter is not used afterwards."""
