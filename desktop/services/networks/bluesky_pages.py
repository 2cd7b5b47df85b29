"""What one Bluesky account can read, page by page."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from desktop.services.domain.account import Account
from desktop.services.domain.errors import BadAnswer, NetworkTrouble, Unsupported
from desktop.services.domain.page import Bucket, Page
from desktop.services.domain.post import (
    Arrival,
    Author,
    Notification,
    PeopleList,
    Post,
    Relation,
)
from desktop.services.networks.bluesky_reading import (
    WRITTEN,
    read_arrival,
    read_author,
    read_feed_post,
    read_list,
    read_notification,
    read_post,
    read_relation,
)
from desktop.services.networks.bluesky_thread import read_thread
from desktop.services.networks.hostile_json import (
    Json,
    Unreadable,
    items,
    mapping,
    read_each,
    text,
)
from desktop.services.networks.xrpc import Params, Xrpc

T = TypeVar("T")

_PAGE = 100
_POSTS_A_CALL = 25
_RELATIONS_A_CALL = 30
_LIST_PAGES = 10


class BlueskyPages:
    """The reading half of the adapter."""

    def __init__(self, account: Account, xrpc: Xrpc) -> None:
        self._account = account
        self._xrpc = xrpc

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

    def tagged(self, word: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return public posts with a hashtag, given without its sign, newest first."""
        # Words are obligatory beside the tag, which alone decides.
        words: Params = {"q": f"#{word}", "tag": [word]}
        asked: Params = {**words, "sort": "latest", "limit": min(limit, _PAGE)}
        return self._page("app.bsky.feed.searchPosts", asked, cursor, "posts", read_post)

    def lists(self) -> tuple[PeopleList, ...]:
        """Return the account's own lists of people whose posts are a feed."""
        found: list[PeopleList] = []
        cursor = ""
        for _ in range(_LIST_PAGES):
            params: Params = {"actor": self._account.native_id, "limit": _PAGE}
            page = self._page("app.bsky.graph.getLists", params, cursor, "lists", read_list)
            found += page.items
            cursor = page.older
            if not cursor:
                break
        return tuple(found)

    def list_posts(self, native_id: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return what the people of a list posted, newest first."""
        params: Params = {"list": native_id, "limit": min(limit, _PAGE)}
        return self._page("app.bsky.feed.getListFeed", params, cursor, "feed", read_feed_post)

    def counts(self, words: str) -> tuple[Bucket, ...]:
        """Raise `Unsupported`: no server of this network counts without sending."""
        raise Unsupported("counts")

    def reading_place(self) -> str:
        """Raise `Unsupported`: no server of this network remembers a place."""
        raise Unsupported("reading_place")

    def thread(self, native_id: str, version: str = "") -> tuple[Post, ...]:
        """Return the conversation round a post, ancestors first, then replies in reading order."""
        params: Params = {"uri": native_id, "depth": 100, "parentHeight": 100}
        values = self._xrpc.query("app.bsky.feed.getPostThread", params).values
        return read_thread(mapping(values.get("thread")))

    def posts(self, native_ids: Sequence[str], versions: Sequence[str] = ()) -> tuple[Post, ...]:
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


def _read(values: Json, read: Callable[[Json], T]) -> T:
    try:
        return read(values)
    except Unreadable as cause:
        raise BadAnswer(str(cause)) from cause
