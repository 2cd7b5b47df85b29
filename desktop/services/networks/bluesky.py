"""One Bluesky account's door to its network, through the server that holds the account."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from desktop.services.domain.account import Account, Cap, Limits
from desktop.services.domain.draft import Draft, Published, PublishKey
from desktop.services.domain.errors import (
    BadAnswer,
    Missing,
    NetworkTrouble,
    Refused,
)
from desktop.services.domain.origin import typed_origin
from desktop.services.domain.page import Page
from desktop.services.domain.post import Arrival, Author, Notification, Post, Relation
from desktop.services.fetcher import ServerDoor
from desktop.services.networks.bluesky_reading import (
    NO_HANDLE,
    WRITTEN,
    read_arrival,
    read_author,
    read_feed_post,
    read_notification,
    read_post,
    read_relation,
)
from desktop.services.networks.bluesky_records import Records
from desktop.services.networks.bluesky_thread import read_thread
from desktop.services.networks.bluesky_writing import (
    FOLLOW,
    LIKE,
    POST,
    REPOST,
    check,
    post_record,
    resolved_facets,
    strong_ref,
    timestamp,
)
from desktop.services.networks.contract import Credential, KeepCredential
from desktop.services.networks.hostile_json import (
    Json,
    Unreadable,
    items,
    mapping,
    read_each,
    text,
)
from desktop.services.networks.xrpc import Params, Xrpc, tokens_of, utc_now

T = TypeVar("T")

CAPS = (
    Cap.HOME
    | Cap.MENTIONS
    | Cap.SEARCH
    | Cap.THREAD
    | Cap.POST
    | Cap.REPLY
    | Cap.QUOTE
    | Cap.REPOST
    | Cap.LIKE
    | Cap.FOLLOW
    | Cap.DELETE
    | Cap.MEDIA
    | Cap.ALT_TEXT
    | Cap.FOLLOWERS
    | Cap.RELATIONSHIPS
    | Cap.IDEMPOTENT_CREATE
)
LIMITS = Limits(max_units=300, counter="graphemes", max_bytes=3000, image_bytes=1_000_000)

_PAGE = 100
_POSTS_A_CALL = 25
_RELATIONS_A_CALL = 30


def open_network(account: Account, credential: Credential, keep: KeepCredential) -> "Bluesky":
    """Return the adapter of a connected account."""
    door = ServerDoor(typed_origin(account.server))
    return Bluesky(account, Xrpc(door, tokens_of(credential), keep))


class Bluesky:
    """`contract.Network` over XRPC."""

    def __init__(
        self, account: Account, xrpc: Xrpc, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self._account = account
        self._xrpc = xrpc
        self._clock = clock
        self._records = Records(xrpc, account.native_id, clock)

    def me(self) -> Account:
        """Return the account as its server describes it now, with capabilities and limits."""
        try:
            author = self.profile(self._account.native_id)
        except Missing:
            # A new account has no profile until the network has indexed it.
            return replace(self._account, caps=CAPS, limits=LIMITS)
        return replace(
            self._account,
            handle=self._account.handle if author.handle == NO_HANDLE else author.handle,
            name=author.name,
            avatar_url=author.avatar_url,
            caps=CAPS,
            limits=LIMITS,
        )

    def home(self, cursor: str = "", limit: int = 50) -> Page[Arrival]:
        """Return the home feed, newest first."""
        params: Params = {"limit": min(limit, _PAGE)}
        return self._page("app.bsky.feed.getTimeline", params, cursor, "feed", read_arrival)

    def notifications(self, cursor: str = "", limit: int = 50) -> Page[Notification]:
        """Return what others did towards the account, with the posts they wrote, newest first."""
        page = self._page(
            "app.bsky.notification.listNotifications",
            {"limit": min(limit, _PAGE)},
            cursor,
            "notifications",
            read_notification,
        )
        return replace(page, items=self._with_posts(page.items))

    def author_posts(self, native_id: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return one person's posts, newest first."""
        params: Params = {"actor": native_id, "limit": min(limit, _PAGE)}
        return self._page("app.bsky.feed.getAuthorFeed", params, cursor, "feed", read_feed_post)

    def search(self, words: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return public posts that hold `words`, newest first."""
        params: Params = {"q": words, "sort": "latest", "limit": min(limit, _PAGE)}
        return self._page("app.bsky.feed.searchPosts", params, cursor, "posts", read_post)

    def thread(self, native_id: str) -> tuple[Post, ...]:
        """Return the conversation round a post, ancestors first, then replies in reading order."""
        params: Params = {"uri": native_id, "depth": 100, "parentHeight": 100}
        values = self._xrpc.query("app.bsky.feed.getPostThread", params).values
        return read_thread(mapping(values.get("thread")))

    def posts(self, native_ids: Sequence[str]) -> tuple[Post, ...]:
        """Return those of the posts that still exist, in any order."""
        found: list[Post] = []
        for start in range(0, len(native_ids), _POSTS_A_CALL):
            uris = list(native_ids[start : start + _POSTS_A_CALL])
            values = self._xrpc.query("app.bsky.feed.getPosts", {"uris": uris}).values
            found += read_each(items(values.get("posts")), read_post)[0]
        return tuple(found)

    def profile(self, native_id_or_handle: str) -> Author:
        """Return a person with their bio and counts."""
        params = {"actor": native_id_or_handle.removeprefix("@")}
        values = self._xrpc.query("app.bsky.actor.getProfile", params).values
        return _read(values, read_author)

    def followers(self, native_id: str, cursor: str = "", limit: int = 100) -> Page[Author]:
        """Return who follows a person."""
        params: Params = {"actor": native_id, "limit": min(limit, _PAGE)}
        return self._page("app.bsky.graph.getFollowers", params, cursor, "followers", read_author)

    def following(self, native_id: str, cursor: str = "", limit: int = 100) -> Page[Author]:
        """Return whom a person follows."""
        params: Params = {"actor": native_id, "limit": min(limit, _PAGE)}
        return self._page("app.bsky.graph.getFollows", params, cursor, "follows", read_author)

    def relations(self, native_ids: Sequence[str]) -> dict[str, Relation]:
        """Return how the account and each of the people stand, by native id."""
        found: dict[str, Relation] = {}
        for start in range(0, len(native_ids), _RELATIONS_A_CALL):
            others = list(native_ids[start : start + _RELATIONS_A_CALL])
            params: Params = {"actor": self._account.native_id, "others": others}
            values = self._xrpc.query("app.bsky.graph.getRelationships", params).values
            for raw in items(values.get("relationships")):
                view = mapping(raw)
                if did := text(view.get("did")):
                    found[did] = read_relation(view)
        return found

    def publish(self, draft: Draft, key: PublishKey) -> Published:
        """Create the post under `key`; `OutcomeUnknown` when the answer was lost."""
        check(draft, LIMITS.max_images, LIMITS.image_bytes)
        draft = self._rooted(draft)
        facets = resolved_facets(draft, self._did_of)
        record = post_record(draft, facets, self._records.upload, key.created_at)
        return self._published(self._records.create(POST, key.record_key, record))

    def _rooted(self, draft: Draft) -> Draft:
        """Name the version of the conversation's root, which a stored answer does not know.

        A root that is gone gives way to the post that is answered.
        """
        target = draft.reply_to
        if target is None or target.root_version:
            return draft
        found = self.posts([target.root_native_id])
        root, version = target.native_id, target.version
        if found:
            root, version = found[0].native_id, found[0].version
        rooted = replace(target, root_native_id=root, root_version=version)
        return replace(draft, reply_to=rooted)

    def find_published(self, draft: Draft, key: PublishKey) -> Published | None:
        """Look up whether `publish` with this very key happened; None when it surely did not."""
        found = self._records.find(POST, key.record_key)
        return None if found is None else self._published(found)

    def delete(self, native_id: str) -> None:
        """Delete one of the account's own posts; deleting twice is no error."""
        self._records.remove(native_id)

    def like(self, native_id: str, version: str) -> str:
        """Like a post and return the native id of the like."""
        return self._records.act(LIKE, strong_ref(native_id, version))

    def repost(self, native_id: str, version: str) -> str:
        """Repost a post and return the native id of the repost."""
        return self._records.act(REPOST, strong_ref(native_id, version))

    def follow(self, native_id: str) -> str:
        """Follow a person and return the native id of the follow."""
        return self._records.act(FOLLOW, native_id)

    def undo(self, act_id: str) -> None:
        """Take back a like, a repost or a follow by the native id it was given."""
        self._records.remove(act_id)

    def mark_seen(self) -> None:
        """Tell the server that the notifications were seen."""
        values: Json = {"seenAt": timestamp(self._clock())}
        self._xrpc.procedure("app.bsky.notification.updateSeen", values, is_write=False)

    def close(self) -> None:
        """Let go of connections; the adapter is not used afterwards."""
        self._xrpc.close()

    def _page(
        self, method: str, params: Params, cursor: str, field: str, read: Callable[[Json], T | None]
    ) -> Page[T]:
        asked = {**params, "cursor": cursor} if cursor else params
        reply = self._xrpc.query(method, asked)
        if not isinstance(reply.values.get(field), list):
            raise BadAnswer(f"{method} without {field}")
        good, bad = read_each(items(reply.values.get(field)), read)
        older = text(reply.values.get("cursor"), 4_000)
        return Page(good, "" if older == cursor else older, reply.quota, bad)

    def _with_posts(self, found: tuple[Notification, ...]) -> tuple[Notification, ...]:
        """Complete the posts in notifications, which come without pictures and counters."""
        uris = [item.native_id for item in found if item.kind in WRITTEN]
        try:
            posts = {post.native_id: post for post in self.posts(uris)}
        except NetworkTrouble:
            return found
        return tuple(replace(item, post=posts.get(item.native_id, item.post)) for item in found)

    def _did_of(self, handle: str) -> str:
        try:
            reply = self._xrpc.query("com.atproto.identity.resolveHandle", {"handle": handle})
        except (Missing, Refused):
            return ""
        did = text(reply.values.get("did"), 2_000)
        return did if did.startswith("did:") else ""

    def _published(self, created: Json) -> Published:
        uri, cid = text(created.get("uri")), text(created.get("cid"))
        handle = self._account.handle
        return Published(
            uri, cid, f"https://bsky.app/profile/{handle}/post/{uri.rpartition('/')[2]}"
        )


def _read(values: Json, read: Callable[[Json], T]) -> T:
    try:
        return read(values)
    except Unreadable as cause:
        raise BadAnswer(str(cause)) from cause
