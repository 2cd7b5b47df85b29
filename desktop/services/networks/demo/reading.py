"""What one account can read on its invented network."""

import random
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from desktop.services.domain.account import Account, Cap, Limits
from desktop.services.domain.errors import Missing
from desktop.services.domain.page import Page
from desktop.services.domain.post import Arrival, Author, FacetKind, Notification, Post, Relation
from desktop.services.networks.demo.acts import FOLLOW
from desktop.services.networks.demo.history import Memory
from desktop.services.networks.demo.material import Place
from desktop.services.networks.demo.shelf import Shelf, page
from desktop.services.networks.demo.world import World

T = TypeVar("T")

_ALL = Cap(sum(cap.value for cap in Cap)) & ~(
    Cap.METERED | Cap.SEARCH_PARTIAL | Cap.HAND_OFF | Cap.KEYLESS
)
_IMAGE_BYTES = 1_000_000


def caps(place: Place) -> Cap:
    """Return what an invented network offers: nearly everything, each lacks something else."""
    offered = _ALL
    for name in place.lacks:
        offered &= ~Cap[name]
    return offered


class Reading:
    """Reads the world as one account sees it."""

    def __init__(self, world: World, network: str) -> None:
        self._world = world
        self._network = network
        self._crowd = world.history.crowd
        self._me = self._crowd.shops[network].native_id

    def me(self) -> Account:
        """Return the shop's account."""
        place = self._crowd.places[self._network]
        shop = self._crowd.shops[self._network]
        return Account(
            id=0,
            network=self._network,
            native_id=shop.native_id,
            handle=shop.handle,
            name=shop.name,
            server=place.server,
            avatar_url=shop.avatar_url,
            caps=caps(place),
            limits=Limits(place.max_units, place.counter, image_bytes=_IMAGE_BYTES),
        )

    def home(self, cursor: str, limit: int) -> Page[Arrival]:
        """Return what those whom the account follows said, and itself."""
        with self._world.serving(self._network) as memory:
            return page(self._shown(memory, cursor), limit)

    def notifications(self, cursor: str, limit: int) -> Page[Notification]:
        """Return what the account was told."""
        with self._world.serving(self._network) as memory:
            return page(self._told(memory, cursor), limit)

    def author_posts(self, native_id: str, cursor: str, limit: int) -> Page[Post]:
        """Return what one person said."""
        self._known(native_id)
        with self._world.serving(self._network) as memory:
            said = self._growing(memory.shelf_of(native_id), cursor)
            return page(_current(memory, said), limit)

    def search(self, words: str, cursor: str, limit: int) -> Page[Post]:
        """Return posts that hold every one of the words, whatever their accents."""
        wanted = folded(words).split()
        return self.said(
            lambda post: bool(wanted) and all(word in folded(post.text) for word in wanted),
            cursor,
            limit,
        )

    def tagged(self, word: str, cursor: str, limit: int) -> Page[Post]:
        """Return posts with a hashtag, whatever its capitals."""
        tag = word.casefold()
        return self.said(
            lambda post: any(
                facet.kind is FacetKind.TAG and facet.target.casefold() == tag
                for facet in post.facets
            ),
            cursor,
            limit,
        )

    def said(self, is_wanted: Callable[[Post], bool], cursor: str, limit: int) -> Page[Post]:
        """Return those of everybody's posts that are wanted, newest first."""
        with self._world.serving(self._network) as memory:
            found = (
                (at, arrival.post)
                for at, arrival in self._growing(memory.home, cursor)
                if arrival.reposter is None
                and is_wanted(memory.posts.get(arrival.post.native_id, arrival.post))
            )
            return page(_current(memory, found), limit)

    def thread(self, native_id: str) -> tuple[Post, ...]:
        """Return a post between what it answers and what answers it."""
        with self._world.serving(self._network) as memory:
            post = self._world.post(self._network, native_id)
            above = []
            parent = memory.posts.get(post.reply_to)
            while parent is not None:
                above.append(parent)
                parent = memory.posts.get(parent.reply_to)
            return (*reversed(above), post, *_below(memory, post))

    def posts(self, native_ids: Sequence[str]) -> tuple[Post, ...]:
        """Return those of the posts that are there."""
        with self._world.serving(self._network) as memory:
            return tuple(
                memory.posts[native_id] for native_id in native_ids if native_id in memory.posts
            )

    def profile(self, native_id_or_handle: str) -> Author:
        """Return a person."""
        named = self._crowd.id_of(self._network, native_id_or_handle.removeprefix("@"))
        author = self._known(named or native_id_or_handle)
        if author.native_id != self._me:
            return author
        with self._world.serving(self._network) as memory:
            self._world.history.grow_whole()
            return replace(
                author,
                following=len(self._crowd.followed[self._network]),
                posts=len(memory.shelf_of(self._me)),
            )

    def followers(self, native_id: str, cursor: str, limit: int) -> Page[Author]:
        """Return who follows a person; of the shop the newest first."""
        if native_id == self._me:
            now = self._world.now()
            return _slice(
                [
                    one.author
                    for one in self._crowd.followers[self._network]
                    if one.joined <= now and (one.left is None or one.left > now)
                ],
                cursor,
                limit,
            )
        return _slice(self._acquaintances(native_id, "followers"), cursor, limit)

    def following(self, native_id: str, cursor: str, limit: int) -> Page[Author]:
        """Return whom a person follows."""
        if native_id == self._me:
            followed = sorted(self._crowd.followed[self._network])
            return _slice([self._known(one) for one in followed], cursor, limit)
        return _slice(self._acquaintances(native_id, "following"), cursor, limit)

    def relations(self, native_ids: Sequence[str]) -> dict[str, Relation]:
        """Return how the shop and each of the people stand."""
        now = self._world.now()
        followed = self._crowd.followed[self._network]
        following_back = {
            one.author.native_id
            for one in self._crowd.followers[self._network]
            if one.left is None or one.left > now
        }
        return {
            native_id: Relation(
                FOLLOW + native_id if native_id in followed else "", native_id in following_back
            )
            for native_id in native_ids
        }

    def _shown(self, memory: Memory, cursor: str) -> Iterator[tuple[str, Arrival]]:
        seen = {*self._crowd.followed[self._network], self._me}
        for at, arrival in self._growing(memory.home, cursor):
            post = memory.posts.get(arrival.post.native_id)
            who = arrival.post.author if arrival.reposter is None else arrival.reposter
            if post is None or who.native_id not in seen:
                continue
            if post.author.native_id in self._crowd.blocked[self._network]:
                continue
            if arrival.reposter is not None or self._is_for_home(memory, post, seen):
                yield at, replace(arrival, post=post)

    def _is_for_home(self, memory: Memory, post: Post, seen: set[str]) -> bool:
        """Say whether a post of someone seen is shown: the shop's answers stay in their threads."""
        answered = memory.posts.get(post.reply_to)
        if answered is None:
            return True
        is_own = post.author.native_id == self._me
        return answered.author.native_id in seen and not is_own

    def _told(self, memory: Memory, cursor: str) -> Iterator[tuple[str, Notification]]:
        for at, notice in self._growing(memory.notices, cursor):
            if notice.actor.native_id in self._crowd.blocked[self._network]:
                continue
            if notice.post is None:
                yield at, notice
            elif notice.post.native_id in memory.posts:
                yield at, replace(notice, post=memory.posts[notice.post.native_id])

    def _growing(self, shelf: Shelf[T], cursor: str) -> Iterator[tuple[str, T]]:
        """Return what is on a shelf, and let the past grow while more of it is asked for."""
        while True:
            is_complete = self._world.history.is_complete
            for at, item in shelf.walk(cursor):
                cursor = at
                yield at, item
            if is_complete:
                return
            self._world.history.grow()

    def _known(self, native_id: str) -> Author:
        author = self._crowd.author(native_id)
        if author is None or author.network != self._network:
            raise Missing
        return author

    def _acquaintances(self, native_id: str, side: str) -> list[Author]:
        """Return a few dozen people for somebody whose friends nobody wrote down."""
        self._known(native_id)
        others = [one for one in self._crowd.authors(self._network) if one.native_id != native_id]
        chance = random.Random(f"{native_id}/{side}")  # noqa: S311 # a story, no key
        return chance.sample(others, min(len(others), 12 + chance.randrange(40)))


def _below(memory: Memory, post: Post) -> Iterator[Post]:
    answers = (memory.posts.get(name) for name in memory.replies.get(post.native_id, ()))
    for answer in sorted((a for a in answers if a is not None), key=lambda one: one.created_at):
        yield answer
        yield from _below(memory, answer)


def _current(memory: Memory, found: Iterator[tuple[str, Post]]) -> Iterator[tuple[str, Post]]:
    for at, post in found:
        if post.native_id in memory.posts:
            yield at, memory.posts[post.native_id]


def _slice(people: list[Author], cursor: str, limit: int) -> Page[Author]:
    start = int(cursor or 0)
    end = start + limit
    return Page(tuple(people[start:end]), str(end) if end < len(people) else "")


def folded(text: str) -> str:
    """Return a text without capitals and accents."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
