"""An adapter to a fake server, and the registry that signs in to it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from fake_server import FakeServer

from desktop.services.domain.account import Account, Cap, Limits
from desktop.services.domain.charges import Meter
from desktop.services.domain.draft import Draft, Published, PublishKey
from desktop.services.domain.errors import Missing, Refused, SignedOut, Unsupported
from desktop.services.domain.page import Bucket, Page
from desktop.services.domain.post import (
    Arrival,
    Author,
    Notification,
    NotificationKind,
    PeopleList,
    Post,
    Relation,
    Viewer,
)
from desktop.services.networks.contract import Credential, KeepCredential, SignIn

T = TypeVar("T")


class FakeNetwork:
    """An adapter of one account to a `FakeServer`."""

    def __init__(self, account: Account, server: FakeServer) -> None:
        self.account = account
        self.server = server
        self.is_closed = False

    def me(self) -> Account:
        self._meet("me")
        return replace(self.account, caps=self.server.caps)

    def home(self, cursor: str = "", limit: int = 50) -> Page[Arrival]:
        self._meet("home", cursor)
        seen = [replace(each, post=self._seen(each.post)) for each in self.server.home]
        return self._page(seen, lambda each: each.at, cursor, limit)

    def notifications(self, cursor: str = "", limit: int = 50) -> Page[Notification]:
        self._meet("notifications", cursor)
        return self._page(self.server.told, lambda each: each.at, cursor, limit)

    def author_posts(self, native_id: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        self._meet("author_posts", native_id)
        own = [each for each in self._newest_first() if each.author.native_id == native_id]
        return self._page(own, lambda each: each.created_at, cursor, limit)

    def search(self, words: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        self._meet("search", words)
        found = [each for each in self._newest_first() if words in each.text]
        return self._page(found, lambda each: each.created_at, cursor, limit)

    def tagged(self, word: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        self._meet("tagged", word)
        found = [each for each in self._newest_first() if f"#{word}" in each.text]
        return self._page(found, lambda each: each.created_at, cursor, limit)

    def lists(self) -> tuple[PeopleList, ...]:
        self._meet("lists")
        return tuple(PeopleList(name, name.title()) for name in self.server.lists)

    def list_posts(self, native_id: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        self._meet("list_posts", native_id)
        if native_id not in self.server.lists:
            raise Missing
        members = self.server.lists[native_id]
        found = [each for each in self._newest_first() if each.author.native_id in members]
        return self._page(found, lambda each: each.created_at, cursor, limit)

    def counts(self, words: str) -> tuple[Bucket, ...]:
        self._meet("counts", words)
        raise Unsupported("counts")

    def thread(self, native_id: str, version: str = "") -> tuple[Post, ...]:
        self._meet("thread", native_id)
        if native_id not in self.server.posts:
            raise Missing
        focus = self.server.posts[native_id]
        root = focus.root or focus.native_id
        return tuple(
            self._seen(each)
            for each in reversed(self._newest_first())
            if root in (each.native_id, each.root)
        )

    def posts(self, native_ids: Sequence[str], versions: Sequence[str] = ()) -> tuple[Post, ...]:
        self._meet("posts", tuple(native_ids))
        held = self.server.posts
        return tuple(self._seen(held[native_id]) for native_id in native_ids if native_id in held)

    def profile(self, native_id_or_handle: str) -> Author:
        self._meet("profile", native_id_or_handle)
        for each in self.server.people.values():
            if native_id_or_handle in (each.native_id, each.handle):
                return each
        raise Missing

    def followers(self, native_id: str, cursor: str = "", limit: int = 100) -> Page[Author]:
        self._meet("followers", native_id)
        return Page(())

    def following(self, native_id: str, cursor: str = "", limit: int = 100) -> Page[Author]:
        self._meet("following", native_id)
        return Page(())

    def relations(self, native_ids: Sequence[str]) -> dict[str, Relation]:
        self._meet("relations", tuple(native_ids))
        return {each: self.server.relations.get(each, Relation()) for each in native_ids}

    def publish(self, draft: Draft, key: PublishKey) -> Published:
        effect = self._meet("publish", key)
        native_id = f"at://me/{key.record_key}"
        is_there = any(known == key.record_key for known, _ in self.server.published)
        if is_there and self.server.is_idempotent:
            effect("after")
            return self._published(native_id)
        self.server.published.append((key.record_key, draft))
        made = Post(
            "bluesky",
            native_id,
            Author("bluesky", self.account.native_id, self.account.handle, self.account.name),
            key.created_at,
            draft.text,
            url=f"https://shop.test/{key.record_key}",
            version=f"cid-{key.record_key}",
            reply_to=draft.reply_to.native_id if draft.reply_to else "",
            root=draft.reply_to.root_native_id if draft.reply_to else "",
        )
        self.server.write(Arrival(made, key.created_at))
        effect("after")
        return self._published(native_id)

    def find_published(self, draft: Draft, key: PublishKey) -> Published | None:
        self._meet("find_published", key)
        native_id = f"at://me/{key.record_key}"
        return self._published(native_id) if native_id in self.server.posts else None

    def delete(self, native_id: str) -> None:
        effect = self._meet("delete", native_id)
        self.server.take_away(native_id)
        effect("after")

    def like(self, native_id: str, version: str) -> str:
        return self._act("like", native_id)

    def repost(self, native_id: str, version: str) -> str:
        return self._act("repost", native_id)

    def follow(self, native_id: str) -> str:
        act_id = self._act("follow", native_id)
        former = self.server.relations.get(native_id, Relation())
        self.server.relations[native_id] = replace(former, following_id=act_id)
        return act_id

    def block(self, native_id: str) -> str:
        return self._act("block", native_id)

    def answer_follow_request(self, native_id: str, *, is_welcome: bool) -> None:
        self._meet("answer_follow_request", (native_id, is_welcome))
        self.server.told = [
            each
            for each in self.server.told
            if each.kind is not NotificationKind.FOLLOW_REQUEST or each.actor.native_id != native_id
        ]

    def undo(self, act_id: str) -> None:
        effect = self._meet("undo", act_id)
        kind, native_id = self.server.acts.pop(act_id, ("", ""))
        if kind == "follow":
            former = self.server.relations[native_id]
            self.server.relations[native_id] = replace(former, following_id="")
        effect("after")

    def mark_seen(self) -> None:
        self._meet("mark_seen")

    def reading_place(self) -> str:
        self._meet("reading_place")
        return self.server.reading_place

    def keep_reading_place(self, native_id: str) -> None:
        self._meet("keep_reading_place", native_id)
        self.server.reading_place = native_id

    def sign_out(self) -> None:
        self._meet("sign_out")

    def close(self) -> None:
        self.is_closed = True

    def _meet(self, method: str, about: object = "") -> Callable[[str], None]:
        """Note the call and let the next fault of `method` happen; return its second half."""
        assert not self.is_closed, f"{method} was called on a closed adapter"
        self.server.calls.append((method, about))
        waiting = self.server.faults.get(method)
        if not waiting:
            return lambda step: None
        fault = waiting.pop(0)
        if isinstance(fault, Exception):
            raise fault
        fault("before")
        return fault

    def _act(self, kind: str, native_id: str) -> str:
        effect = self._meet(kind, native_id)
        act_id = f"act://{kind}/{len(self.server.calls)}"
        self.server.acts[act_id] = (kind, native_id)
        effect("after")
        return act_id

    def _newest_first(self) -> list[Post]:
        return sorted(self.server.posts.values(), key=lambda each: each.created_at, reverse=True)

    def _seen(self, each: Post) -> Post:
        """Return a post with what this account did to it."""
        mine = {
            kind: act_id
            for act_id, (kind, native_id) in self.server.acts.items()
            if native_id == each.native_id
        }
        return replace(each, viewer=Viewer(mine.get("like", ""), mine.get("repost", "")))

    def _published(self, native_id: str) -> Published:
        made = self.server.posts.get(native_id)
        if made is None:
            raise Refused("other")
        return Published(native_id, made.version, made.url)

    def _page(
        self, held: Iterable[T], at: Callable[[T], datetime], cursor: str, limit: int
    ) -> Page[T]:
        before = datetime.fromisoformat(cursor) if cursor else datetime.max.replace(tzinfo=UTC)
        older = [each for each in held if at(each) < before]
        size = min(limit, self.server.page_size)
        items = tuple(older[:size])
        return Page(items, at(items[-1]).isoformat() if len(older) > size else "")


class FakeRegistry:
    """Signs in to `FakeServer`s by their address and opens adapters to them."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self.servers: dict[str, FakeServer] = {}
        self.opened: list[FakeNetwork] = []
        self.keeps: list[KeepCredential] = []
        self.sessions = 0

    def server(self, address: str = "https://shop.test") -> FakeServer:
        """Return the server at `address`, made on first use."""
        return self.servers.setdefault(address, FakeServer(self._clock))

    def sign_in(self, request: SignIn) -> tuple[Account, Credential]:
        """Let anybody in whose password is not "wrong"."""
        if request.password == "wrong":
            raise SignedOut
        who = request.identifier
        self.sessions += 1
        account = Account(
            id=0,
            network=request.network,
            native_id=f"did:{who}",
            handle=f"{who}.test",
            name=who.title(),
            server=request.server,
            caps=self.server(request.server).caps,
            limits=Limits(300, "graphemes", 3000),
        )
        return account, Credential(f"session {self.sessions} of {who}")

    def open_network(
        self,
        account: Account,
        credential: Credential,
        keep: KeepCredential,
        meter: Meter,
    ) -> FakeNetwork:
        """Open an adapter with the secret that signing in gave."""
        assert credential.secret or Cap.KEYLESS in account.caps
        network = FakeNetwork(account, self.server(account.server))
        self.opened.append(network)
        self.keeps.append(keep)
        return network
