"""The demonstration's adapter: invented networks that speak the contract like real ones."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from desktop.services.domain.account import Account
from desktop.services.domain.charges import FREE, Meter
from desktop.services.domain.draft import Draft, Published, PublishKey
from desktop.services.domain.errors import InvalidField
from desktop.services.domain.page import Bucket, Page
from desktop.services.domain.post import Arrival, Author, Notification, PeopleList, Post, Relation
from desktop.services.networks.contract import (
    Credential,
    Handshake,
    KeepCredential,
    Network,
    SignIn,
)
from desktop.services.networks.demo.acts import Acts
from desktop.services.networks.demo.circles import Circles
from desktop.services.networks.demo.history import SEED
from desktop.services.networks.demo.reading import Reading
from desktop.services.networks.demo.world import World


class DemoNetwork:
    """One account's door to an invented network."""

    def __init__(self, world: World, network: str) -> None:
        self._reading = Reading(world, network)
        self._acts = Acts(world, network)
        self._circles = Circles(world, network, self._reading)

    def me(self) -> Account:
        """Return the shop's account with what it may do."""
        return self._reading.me()

    def home(self, cursor: str = "", limit: int = 50) -> Page[Arrival]:
        """Return the home feed, newest first."""
        return self._reading.home(cursor, limit)

    def notifications(self, cursor: str = "", limit: int = 50) -> Page[Notification]:
        """Return what others did towards the shop, newest first."""
        return self._reading.notifications(cursor, limit)

    def author_posts(self, native_id: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return one person's posts, newest first."""
        return self._reading.author_posts(native_id, cursor, limit)

    def search(self, words: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return posts that hold `words`, newest first."""
        return self._reading.search(words, cursor, limit)

    def tagged(self, word: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return posts with a hashtag, newest first."""
        return self._reading.tagged(word, cursor, limit)

    def lists(self) -> tuple[PeopleList, ...]:
        """Return the shop's own lists of people."""
        return self._circles.lists()

    def list_posts(self, native_id: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return what the people of a list posted, newest first."""
        return self._circles.list_posts(native_id, cursor, limit)

    def counts(self, words: str) -> tuple[Bucket, ...]:
        """Return how many posts held `words` in each hour of the last week."""
        return self._circles.counts(words)

    def thread(self, native_id: str, version: str = "") -> tuple[Post, ...]:
        """Return the conversation round a post."""
        return self._reading.thread(native_id)

    def posts(self, native_ids: Sequence[str], versions: Sequence[str] = ()) -> tuple[Post, ...]:
        """Return those of the posts that still exist."""
        return self._reading.posts(native_ids)

    def profile(self, native_id_or_handle: str) -> Author:
        """Return a person with their bio and counts."""
        return self._reading.profile(native_id_or_handle)

    def followers(self, native_id: str, cursor: str = "", limit: int = 100) -> Page[Author]:
        """Return who follows a person."""
        return self._reading.followers(native_id, cursor, limit)

    def following(self, native_id: str, cursor: str = "", limit: int = 100) -> Page[Author]:
        """Return whom a person follows."""
        return self._reading.following(native_id, cursor, limit)

    def relations(self, native_ids: Sequence[str]) -> dict[str, Relation]:
        """Return how the shop and each of the people stand."""
        return self._reading.relations(native_ids)

    def publish(self, draft: Draft, key: PublishKey) -> Published:
        """Create the post in memory."""
        return self._acts.publish(draft, key)

    def find_published(self, draft: Draft, key: PublishKey) -> Published | None:
        """Look up what was published under a key."""
        return self._acts.find_published(key)

    def delete(self, native_id: str) -> None:
        """Delete one of the shop's own posts."""
        self._acts.delete(native_id)

    def like(self, native_id: str, version: str) -> str:
        """Like a post."""
        return self._acts.like(native_id)

    def repost(self, native_id: str, version: str) -> str:
        """Repost a post."""
        return self._acts.repost(native_id)

    def follow(self, native_id: str) -> str:
        """Follow a person."""
        return self._acts.follow(native_id)

    def block(self, native_id: str) -> str:
        """Block a person."""
        return self._acts.block(native_id)

    def undo(self, act_id: str) -> None:
        """Take back a like, a repost, a follow or a block."""
        self._acts.undo(act_id)

    def answer_follow_request(self, native_id: str, *, is_welcome: bool) -> None:
        """Let a person follow the shop, or not."""
        self._circles.answer_follow_request(native_id, is_welcome=is_welcome)

    def reading_place(self) -> str:
        """Return the newest home post that was read."""
        return self._circles.reading_place()

    def keep_reading_place(self, native_id: str) -> None:
        """Remember how far the home feed was read."""
        self._circles.keep_reading_place(native_id)

    def sign_out(self) -> None:
        """Do nothing: nobody signed in."""

    def mark_seen(self) -> None:
        """Do nothing: an invented network sends no reminders."""

    def close(self) -> None:
        """Do nothing: there is no connection."""


class DemoRegistry:
    """Opens the invented networks, all of them on one world."""

    def __init__(self, folder: Path, clock: Callable[[], datetime], seed: str = SEED) -> None:
        self.world = World(folder, clock, seed)

    @property
    def networks(self) -> tuple[str, ...]:
        """Return the names of the invented networks."""
        return tuple(self.world.history.crowd.places)

    def sign_in(self, request: SignIn) -> tuple[Account, Credential]:
        """Return the shop's account; nobody is asked for a password."""
        if request.network not in self.networks:
            raise InvalidField("network", "unknown")
        account = Reading(self.world, request.network).me()
        return account, Credential(f"no secret on {request.network}")

    def begin(self, request: SignIn, redirect: str) -> Handshake:
        """Refuse: nobody signs in to what is invented in the browser."""
        raise InvalidField("network", "unknown")

    def open_network(
        self, account: Account, credential: Credential, keep: KeepCredential, meter: Meter = FREE
    ) -> Network:
        """Return the adapter of one of the shop's accounts."""
        if account.network not in self.networks:
            raise InvalidField("network", "unknown")
        return DemoNetwork(self.world, account.network)

    def picture(self, address: str) -> bytes:
        """Return the picture behind a `demo:` address."""
        return self.world.picture(address)
