"""What an account's calls share: its server's client, ids, and how its answers are read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TypeVar

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.errors import (
    BadAnswer,
    Missing,
    NetworkTrouble,
    Refused,
    Unsupported,
)
from desktop.services.domain.post import Post
from desktop.services.networks.hostile_json import Json, Unreadable, mapping, read_each, text
from desktop.services.networks.mastodon_client import Client, Params, Reply
from desktop.services.networks.mastodon_content import HomeServer, optional_id
from desktop.services.networks.mastodon_ids import Ids
from desktop.services.networks.mastodon_pages import older_place, place_of
from desktop.services.networks.mastodon_server import NOT_OFFERED

T = TypeVar("T")
Read = Callable[[Json, HomeServer], T | None]

_POSTS = 40
_POSTS_A_CALL = 20
_POSTS_ALONE = 10


@dataclass(frozen=True, slots=True)
class Own:
    """What the server knows the account by, and who sees its posts unless it says otherwise."""

    local_id: str
    visibility: str


class Session:
    """One account on its server, for as long as its adapter is open."""

    def __init__(self, account: Account, client: Client) -> None:
        self.account = account
        self.client = client
        domain = account.native_id.rpartition("@")[2]
        self.ids = Ids(client, domain)
        self.home = HomeServer(client.host, domain, known=self.ids.native_ids)
        self._own: Own | None = None
        self._has_batches = True
        self._asked_alone: set[str] = set()

    @property
    def own(self) -> Own:
        """Return what the server knows the account by."""
        if self._own is None:
            values = self.client.read(lambda api: api.account_verify_credentials()).values
            self.ids.learn_people([values])
            privacy = text(mapping(values.get("source")).get("privacy"), 40)
            self._own = Own(optional_id(values.get("id")), privacy)
            self.home = replace(self.home, me=self._own.local_id)
        return self._own

    def need(self, cap: Cap, what: str, page: str = "") -> None:
        """Say in words what the server does not offer, and on which page of its own it may be."""
        if cap not in self.account.caps:
            raise Unsupported(what, f"{self.account.server}{page}")

    @contextmanager
    def offered(self, cap: Cap, what: str, page: str = "") -> Iterator[None]:
        """Say it also where it only turns out now that the server does not offer something."""
        self.need(cap, what, page)
        try:
            yield
        except (Missing, Unsupported) as cause:
            raise Unsupported(what, f"{self.account.server}{page}") from cause

    def learn(self, statuses: Sequence[object]) -> None:
        """Remember what stands for what in posts, and ask which they answer where nobody said.

        Trouble on the way there is no trouble of the posts.
        """
        self.ids.learn(statuses)
        unknown = self.ids.unknown_parents(statuses)
        parents = [each for each in unknown if each not in self._asked_alone][:_POSTS]
        with suppress(NetworkTrouble):
            for start in range(0, len(parents), _POSTS_A_CALL):
                self.ids.learn(self.batch(parents[start : start + _POSTS_A_CALL]))
            if not self._has_batches:
                self._learn_alone(parents[:_POSTS_ALONE])

    def _learn_alone(self, local_ids: Iterable[str]) -> None:
        """Ask about posts one by one, each once: what is hidden from the account stays so."""
        for local_id in local_ids:
            self._asked_alone.add(local_id)
            with suppress(Missing, Refused, BadAnswer):
                self.ids.learn([self.status(local_id)])

    def batch(self, local_ids: Sequence[str]) -> list[object]:
        """Return those of the posts that the server gives all at once; not every server does."""
        if not self._has_batches or not local_ids:
            return []
        try:
            return self.client.read(lambda api: api.statuses(list(local_ids))).items
        except NOT_OFFERED:
            self._has_batches = False
            return []

    def status(self, local_id: str) -> Json:
        """Return one post as the server tells it; `Missing` when it is gone."""
        return self.client.read(lambda api: api.status(local_id)).values

    def each(self, raw: Iterable[object], read: Read[T]) -> tuple[tuple[T, ...], tuple[str, ...]]:
        """Read every item; those that cannot be read come second."""
        return read_each(raw, lambda view: read(view, self.home))

    def one(self, view: Json, read: Callable[[Json, HomeServer], T]) -> T:
        """Read the one thing that was asked for."""
        try:
            return read(view, self.home)
        except Unreadable as cause:
            raise BadAnswer("an answer without what it is about") from cause

    def rooted(self, post: Post) -> Post:
        """Add which post began the conversation, as far as it was spoken of."""
        if not post.reply_to:
            return post
        return replace(post, root=self.ids.root(post.version.rpartition("/")[2]))

    def listed(
        self, path: str, params: Params, cursor: str, limit: int, *, is_by_id: bool = True
    ) -> tuple[Reply, list[object], str]:
        """Return one page of a list, and the cursor of the next older one.

        `is_by_id` says that pages are made by the ids of what is listed, which leads on where the
        server does not, and lets a page that is too long be cut.
        """
        asked = {**params, "limit": str(limit), **place_of(cursor)}
        reply = self.client.get(path, asked)
        raw, headers = reply.items, reply.headers
        if is_by_id and len(raw) > limit:
            raw, headers = raw[:limit], {}
        if not raw:
            return reply, [], ""
        last_id = optional_id(mapping(raw[-1]).get("id")) if is_by_id and len(raw) == limit else ""
        return reply, raw, older_place(headers, cursor, last_id)
