"""Read an account's feeds, notifications and conversations from its Mastodon-API server."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TypeVar
from urllib.parse import quote

from desktop.services.domain.account import Cap
from desktop.services.domain.conversation import reading_order
from desktop.services.domain.errors import Missing, Unsupported
from desktop.services.domain.page import Page
from desktop.services.domain.post import Arrival, Notification, PeopleList, Post
from desktop.services.networks.hostile_json import items, mapping, read_each, text
from desktop.services.networks.mastodon_client import Params
from desktop.services.networks.mastodon_content import optional_id
from desktop.services.networks.mastodon_pages import older_place, place_of
from desktop.services.networks.mastodon_reading import (
    read_arrival,
    read_list,
    read_notification,
    read_notification_groups,
    read_own_post,
    read_post,
)
from desktop.services.networks.mastodon_session import Read, Session

T = TypeVar("T")

_PAGE = 40
_POSTS_A_CALL = 20
_THREAD = 2_000
_ENTRIES = 5_000


class Feeds:
    """The lists of posts that an account sees."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._client = session.client
        self._entries: dict[str, str] = {}
        self._newest_notification = ""

    def home(self, cursor: str, limit: int) -> Page[Arrival]:
        """Return the home feed, newest first."""
        limit = min(limit, _PAGE)
        reply, raw, older = self._session.listed("/api/v1/timelines/home", {}, cursor, limit)
        self._note_entries(raw)
        self._session.learn(raw)
        found, bad = self._session.each(raw, read_arrival)
        arrivals = (replace(each, post=self._session.rooted(each.post)) for each in found)
        return Page(_once(arrivals, _line_of), older, reply.quota, bad)

    def notifications(self, cursor: str, limit: int) -> Page[Notification]:
        """Return what others did towards the account, with the posts they wrote, newest first."""
        me = self._session.own.local_id
        limit = min(limit, _PAGE)
        try:
            reply, raw, older = self._session.listed("/api/v1/notifications", {}, cursor, limit)
        except (Missing, Unsupported):
            return self._grouped_notifications(cursor, limit)
        if raw and not cursor:
            self._newest_notification = optional_id(mapping(raw[0]).get("id"))
        people = [mapping(mapping(each).get("account")) for each in raw]
        self._session.ids.learn_people(people)
        self._session.learn([mapping(each).get("status") for each in raw])
        others = [
            each
            for each, person in zip(raw, people, strict=True)
            if optional_id(person.get("id")) != me
        ]
        found, bad = self._session.each(others, read_notification)
        told = (
            each if each.post is None else replace(each, post=self._session.rooted(each.post))
            for each in found
        )
        return Page(_once(told, lambda each: each.native_id), older, reply.quota, bad)

    def author_posts(self, native_id: str, cursor: str, limit: int) -> Page[Post]:
        """Return one person's posts, newest first."""
        path = f"/api/v1/accounts/{self._session.ids.person(native_id)}/statuses"
        return self._posts(path, {"exclude_reblogs": "true"}, cursor, limit, read_own_post)

    def search(self, words: str, cursor: str, limit: int) -> Page[Post]:
        """Return those public posts with `words` that the server looks through, newest first.

        A cursor names how many posts were shown and which came first: a server that knows no
        pages shows the first one again.
        """
        limit = min(limit, _PAGE)
        passed, _, shown = cursor.partition(" ")
        offset = int(passed) if passed.isascii() and passed.isdigit() else 0
        asked = {"q": words, "type": "statuses", "limit": str(limit), "offset": str(offset)}
        page = f"/search?q={quote(words, errors='replace')}"
        with self._session.offered(Cap.SEARCH, "search", page):
            reply = self._client.get("/api/v2/search", asked)
        raw = items(reply.values.get("statuses"))[:limit]
        first = optional_id(mapping(raw[0]).get("id")) if raw else ""
        if not raw or (shown and first == shown):
            return Page((), "", reply.quota)
        self._session.learn(raw)
        found, bad = self._session.each(raw, read_post)
        older = f"{offset + len(raw)} {first}" if len(raw) == limit else ""
        return Page(self._rooted(found), older, reply.quota, bad)

    def tagged(self, word: str, cursor: str, limit: int) -> Page[Post]:
        """Return public posts with a hashtag, given without its sign, newest first."""
        tag = quote(word.strip().removeprefix("#"), safe="", errors="replace")
        with self._session.offered(Cap.HASHTAGS, "hashtags", f"/tags/{tag}"):
            return self._posts(f"/api/v1/timelines/tag/{tag}", {}, cursor, limit)

    def lists(self) -> tuple[PeopleList, ...]:
        """Return the account's own lists of people."""
        with self._session.offered(Cap.LISTS, "lists", "/lists"):
            raw = self._client.read(lambda api: api.lists()).items
        return read_each(raw, read_list)[0]

    def list_posts(self, native_id: str, cursor: str, limit: int) -> Page[Post]:
        """Return what the people of a list posted, newest first; `Missing` for a list that went."""
        self._session.need(Cap.LISTS, "lists", "/lists")
        list_id = quote(native_id, safe="", errors="replace")
        return self._posts(f"/api/v1/timelines/list/{list_id}", {}, cursor, limit)

    def thread(self, native_id: str, version: str) -> tuple[Post, ...]:
        """Return the conversation round a post, ancestors first, then replies in reading order."""
        local_id = self._session.ids.post(native_id, version)
        focus = self._session.status(local_id)
        context = self._client.read(lambda api: api.status_context(local_id)).values
        ancestors = items(context.get("ancestors"))
        raw = [*ancestors, focus, *items(context.get("descendants"))][:_THREAD]
        self._session.ids.learn(raw)
        posts = _once(self._session.each(raw, read_post)[0], lambda each: each.native_id)
        middle = self._session.one(focus, read_post).native_id
        # What answers a post that is gone, or hidden from the account, comes last.
        ordered = [*(post for post, _ in reading_order(posts, middle)), *posts]
        return tuple(_with_root(_once(ordered, lambda each: each.native_id)))

    def posts(self, native_ids: Sequence[str], versions: Sequence[str]) -> tuple[Post, ...]:
        """Return those of the posts that still exist, in any order."""
        local_ids = []
        for native_id, version in dict(zip_longest(native_ids, versions, fillvalue="")).items():
            try:
                local_ids.append(self._session.ids.post(native_id, version))
            except Missing:
                continue
        raw: list[object] = []
        for start in range(0, len(local_ids), _POSTS_A_CALL):
            asked = local_ids[start : start + _POSTS_A_CALL]
            told = {
                optional_id(mapping(each).get("id")): each for each in self._session.batch(asked)
            }
            # A server that does not know how to give many may answer with none, or with others.
            raw += [told[each] for each in asked if each in told]
            raw += self._one_by_one([each for each in asked if each not in told])
        self._session.learn(raw)
        wanted = self._session.each(raw, read_post)[0]
        return self._rooted(_once(wanted, lambda each: each.native_id))

    def newest_notification(self) -> str:
        """Return the local id of the newest notification; empty where there is none."""
        if not self._newest_notification:
            self.notifications("", 1)
        return self._newest_notification

    def entry_of(self, native_id: str) -> str:
        """Return the local id under which a post stands in the home feed."""
        return self._entries.get(native_id) or self._session.ids.post(native_id)

    def post_at(self, local_id: str) -> str:
        """Return the native id of the post that stands under a local id in the home feed."""
        shown = (native_id for native_id, entry in self._entries.items() if entry == local_id)
        found = next(shown, "")
        if found:
            return found
        try:
            status = self._session.status(local_id)
        except Missing:
            return ""
        self._session.ids.learn([status])
        return self._session.one(status, read_post).native_id

    def _grouped_notifications(self, cursor: str, limit: int) -> Page[Notification]:
        """Return notifications from a server that only tells them in groups."""
        asked = {"limit": str(limit), **place_of(cursor)}
        reply = self._client.get("/api/v2/notifications", asked)
        answer = reply.values
        self._session.ids.learn_people(items(answer.get("accounts")))
        self._session.learn(items(answer.get("statuses")))
        groups = items(answer.get("notification_groups"))
        if groups and not cursor:
            newest = mapping(groups[0]).get("most_recent_notification_id")
            self._newest_notification = optional_id(newest)
        found, bad = read_notification_groups(answer, self._session.home)
        older = older_place(reply.headers, cursor) if groups else ""
        return Page(_once(found, lambda each: each.native_id), older, reply.quota, bad)

    def _posts(
        self,
        path: str,
        params: Params,
        cursor: str,
        limit: int,
        read: Read[Post] = read_post,
    ) -> Page[Post]:
        reply, raw, older = self._session.listed(path, params, cursor, min(limit, _PAGE))
        self._session.learn(raw)
        found, bad = self._session.each(raw, read)
        posts = _once(found, lambda each: each.native_id)
        return Page(self._rooted(posts), older, reply.quota, bad)

    def _rooted(self, posts: Iterable[Post]) -> tuple[Post, ...]:
        return tuple(self._session.rooted(post) for post in posts)

    def _one_by_one(self, local_ids: Sequence[str]) -> list[object]:
        found: list[object] = []
        for local_id in local_ids:
            try:
                found.append(self._session.status(local_id))
            except Missing:
                continue
        return found

    def _note_entries(self, raw: Sequence[object]) -> None:
        """Remember where posts stand in the feed: a repost stands there under an id of its own."""
        for status in map(mapping, reversed(raw)):
            shown = mapping(status.get("reblog")) or status
            self._entries[text(shown.get("uri"))] = optional_id(status.get("id"))
        while len(self._entries) > _ENTRIES:
            del self._entries[next(iter(self._entries))]


def _line_of(arrival: Arrival) -> tuple[str, str]:
    reposter = "" if arrival.reposter is None else arrival.reposter.native_id
    return arrival.post.native_id, reposter


def _once(found: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    """Return everything once, in the order in which it first came."""
    kept: dict[Hashable, T] = {}
    for each in found:
        kept.setdefault(key(each), each)
    return tuple(kept.values())


def _with_root(posts: Sequence[Post]) -> list[Post]:
    """Name the post that a whole conversation began with, where it is there."""
    root = next((post.native_id for post in posts if not post.reply_to), "")
    return [replace(post, root=root) if post.reply_to else post for post in posts]
