"""The server behind the demonstration's networks: one memory, one clock, nothing leaves."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from desktop.services.domain.draft import Attachment
from desktop.services.domain.errors import Missing
from desktop.services.domain.post import Arrival, Counts, Media, Post
from desktop.services.networks.demo.history import SEED, History, Memory
from desktop.services.networks.demo.material import load
from desktop.services.networks.demo.sketches import PICTURE, Chapter, Sketch

_ENDING = ".webp"


class World:
    """What the invented networks hold at this moment.

    Each account is served in a lane of its own, so everything happens under one lock.
    """

    def __init__(self, folder: Path, clock: Callable[[], datetime], seed: str = SEED) -> None:
        self._material = load(folder)
        self._clock = clock
        self._lock = threading.RLock()
        self._own_pictures: list[bytes] = []
        self._coming: list[Chapter] = []
        self.history = History(self._material, clock(), seed)

    def now(self) -> datetime:
        """Return the time."""
        return self._clock().astimezone(UTC)

    @contextmanager
    def serving(self, network: str) -> Iterator[Memory]:
        """Hold the server still with everything in it that has arrived by now."""
        with self._lock:
            now = self.now()
            self.history.advance(now)
            due = [chapter for chapter in self._coming if chapter.sketches[0].at <= now]
            for chapter in due:
                self._coming.remove(chapter)
                self._answer(chapter)
            yield self.history.memories[network]

    def post(self, network: str, native_id: str) -> Post:
        """Return a post as it is now; `Missing` when there is none."""
        # Nobody can know of a post that the past has not brought up yet.
        post = self.history.memories[network].posts.get(native_id)
        if post is None:
            raise Missing
        return post

    def change(self, post: Post) -> None:
        """Hold a post in its new form."""
        self.history.memories[post.network].posts[post.native_id] = post

    def add(self, sketch: Sketch, attachments: tuple[Attachment, ...]) -> Post:
        """Take in a post of the user's; a few people will answer it in a minute or so."""
        self.history.keep(Chapter([sketch]))
        post = self.post(sketch.network, sketch.native_id)
        media = tuple(self._hang(attachment) for attachment in attachments)
        post = replace(post, media=media)
        self.change(post)
        welcome = self.history.showcase.welcome(sketch)
        for index, reply in enumerate(welcome.sketches):
            self._coming.append(Chapter([reply], notices=[welcome.notices[index]]))
        return post

    def forget(self, post: Post) -> None:
        """Take a post away, and what would have answered it."""
        memory = self.history.memories[post.network]
        memory.posts.pop(post.native_id, None)
        memory.home.drop(lambda arrival: arrival.post.native_id == post.native_id)
        self._coming = [
            chapter
            for chapter in self._coming
            if chapter.sketches[0].root.native_id != post.native_id
        ]

    def arrive(self, arrival: Arrival) -> None:
        """Put something into the home feeds."""
        self.history.memories[arrival.post.network].home.add([arrival])

    def picture(self, address: str) -> bytes:
        """Return the picture behind a `demo:` address; `Missing` when there is none."""
        name = address.removeprefix(PICTURE)
        kind, _, number = name.partition("-")
        with self._lock:
            if kind == "own" and number.isdecimal() and int(number) < len(self._own_pictures):
                return self._own_pictures[int(number)]
        if name not in self._material.alts:
            raise Missing
        return (self._material.folder / "pictures" / (name + _ENDING)).read_bytes()

    def _answer(self, chapter: Chapter) -> None:
        reply = chapter.sketches[0]
        self.history.keep(chapter)
        parent = reply.reply_to
        if parent is not None:
            post = self.post(reply.network, parent.native_id)
            counts = post.counts
            grown = Counts(
                (counts.replies or 0) + 1, counts.reposts, (counts.likes or 0) + 1, counts.quotes
            )
            self.change(replace(post, counts=grown))

    def _hang(self, attachment: Attachment) -> Media:
        address = f"{PICTURE}own-{len(self._own_pictures)}"
        self._own_pictures.append(attachment.content)
        return Media("image", address, address, attachment.alt, attachment.width, attachment.height)
