"""The reading half of the X adapter: every page is asked for small, because each line is paid."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from desktop.services.domain.account import Account
from desktop.services.domain.charges import Charge
from desktop.services.domain.errors import Missing, Unreachable
from desktop.services.domain.page import Bucket, Page
from desktop.services.domain.post import Arrival, Notification, Post, Viewer
from desktop.services.networks.hostile_json import mapping, read_each, whole
from desktop.services.networks.x_answer import Includes, id_of, problems, read_buckets, renamed
from desktop.services.networks.x_client import Reply, XClient
from desktop.services.networks.x_paging import (
    FIELDS,
    WIRE_FIELDS,
    at,
    between,
    known_id,
    listed,
    page_of,
)
from desktop.services.networks.x_people import XPeople
from desktop.services.networks.x_reading import (
    read_arrival,
    read_notification,
    read_own_post,
    read_post,
)
from desktop.services.networks.x_search import conversation_query, query_of
from desktop.services.networks.x_thread import in_reading_order
from desktop.services.networks.x_writing import repost_act

_MOST_POSTS = 20
_FEWEST = 5
_FEWEST_FOUND = 10
"""X gives no smaller pages of mentions and of a person's posts, and of a search."""
_POSTS_A_CALL = 100
_GONE = frozenset(
    {"resource-not-found", "not-authorized-for-resource", "disallowed-resource"}
    | {"resource-unavailable"}
)


class XPages(XPeople):
    """The reading half; in a charge, `is_own` marks the routes to what the account itself has."""

    def __init__(self, account: Account, x: XClient) -> None:
        super().__init__(account, x)
        self._reposted: set[str] = set()
        self._own: set[str] = set()
        """Posts known to be the account's: to go on after one has a price of its own."""

    def home(self, cursor: str = "", limit: int = 50) -> Page[Arrival]:
        """Return the home feed, newest first."""
        most = min(limit, _MOST_POSTS)
        route = f"/2/users/{self._me}/timelines/reverse_chronological"
        params = {"max_results": most, **at(cursor), **WIRE_FIELDS}
        # tweepy's own way to this route first asks, and pays, for who the account is.
        reply = self._x.call(
            Charge("post_read", most), lambda library: library.request("GET", route, params)
        )
        page = page_of(reply, read_arrival, cursor)
        seen = tuple(replace(each, post=self._seen(each.post)) for each in page.items)
        return replace(page, items=seen)

    def notifications(self, cursor: str = "", limit: int = 50) -> Page[Notification]:
        """Return who mentioned, answered or quoted the account, newest first.

        Who liked, reposted or followed, X tells only in whole lists, which are paid line by line.
        """
        most = between(_FEWEST, limit, _MOST_POSTS)
        reply = self._x.call(
            Charge("post_read", most, is_own=True),
            lambda library: library.get_users_mentions(
                self._me, max_results=most, **at(cursor), **FIELDS
            ),
        )
        return page_of(reply, partial(read_notification, me_id=self._me), cursor)

    def author_posts(self, native_id: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return one person's posts, newest first, without what they only reposted."""
        most = between(_FEWEST, limit, _MOST_POSTS)
        who = known_id(native_id)
        reply = self._x.call(
            Charge("post_read", most, is_own=who == self._me),
            lambda library: library.get_users_tweets(
                who, max_results=most, exclude="retweets", **at(cursor), **FIELDS
            ),
        )
        return self._posts_of(reply, cursor)

    def search(self, words: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return public posts of the last seven days that hold `words`, newest first.

        They are counted before the first page is read: a count costs no more than one post.
        """
        query = query_of(words)
        if not query:
            return Page(())
        most = between(_FEWEST_FOUND, limit, _MOST_POSTS)
        if not cursor:
            total = _total(self._counted(query))
            if total == 0:
                return Page(())
            most = between(_FEWEST_FOUND, most if total is None else total, most)
        return self._posts_of(self._searched(query, most, cursor), cursor)

    def tagged(self, word: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return public posts with a hashtag, given without its sign, newest first."""
        return self.search(f"#{word}", cursor, limit)

    def list_posts(self, native_id: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return what the people of a list posted, newest first."""
        most = min(limit, _MOST_POSTS)
        reply = self._x.call(
            Charge("post_read", most),
            lambda library: library.get_list_tweets(
                known_id(native_id), max_results=most, **at(cursor), **FIELDS
            ),
        )
        return self._posts_of(reply, cursor)

    def counts(self, words: str) -> tuple[Bucket, ...]:
        """Return how many public posts held `words` in each hour of the last seven days."""
        query = query_of(words)
        return read_buckets(self._counted(query).values) if query else ()

    def thread(self, native_id: str, version: str = "") -> tuple[Post, ...]:
        """Return the conversation round a post, ancestors first, then replies in reading order.

        X gives the answers of the last seven days, and no more of them than one page holds.
        """
        known = self._looked_up([known_id(native_id)])
        focus = known.get(native_id)
        if focus is None:
            raise Missing
        root_id = focus.root or native_id
        if focus.counts.replies != 0:
            reply = self._searched(conversation_query(root_id), _MOST_POSTS)
            known = self._with_those_beside(reply) | known
        if root_id not in known:
            known = self._looked_up([root_id]) | known
        return in_reading_order(known.values(), native_id)

    def posts(self, native_ids: Sequence[str], versions: Sequence[str] = ()) -> tuple[Post, ...]:
        """Return those of the posts that still exist, in any order."""
        asked = [*dict.fromkeys(filter(id_of, native_ids))]
        found: list[Post] = []
        for start in range(0, len(asked), _POSTS_A_CALL):
            part = asked[start : start + _POSTS_A_CALL]
            known = self._looked_up(part)
            found += [known[each] for each in part if each in known]
        return tuple(found)

    def _looked_up(self, native_ids: list[str]) -> dict[str, Post]:
        """Return some posts and those that they answer, quote or repost, by id.

        Raises `Unreachable` when X does not say of a post that it is gone, only that it fails.
        """
        reply = self._x.call(
            Charge("post_read", len(native_ids)),
            lambda library: library.get_tweets(native_ids, **FIELDS),
        )
        known = self._with_those_beside(reply)
        for problem in problems(reply.values):
            is_missing = problem.resource_id in native_ids and problem.resource_id not in known
            if is_missing and problem.kind not in _GONE:
                raise Unreachable(problem.kind)
        return known

    def _searched(self, query: str, most: int, cursor: str = "") -> Reply:
        return self._x.call(
            Charge("post_read", most),
            lambda library: library.search_recent_tweets(
                query, max_results=most, **at(cursor, "next_token"), **FIELDS
            ),
        )

    def _counted(self, query: str) -> Reply:
        return self._x.call(
            Charge("counts", 1),
            lambda library: library.get_recent_tweets_count(query, granularity="hour"),
        )

    def _posts_of(self, reply: Reply, cursor: str) -> Page[Post]:
        page = page_of(reply, read_own_post, cursor)
        return replace(page, items=tuple(map(self._seen, page.items)))

    def _with_those_beside(self, reply: Reply) -> dict[str, Post]:
        """Return the posts of an answer and those that came along, by id."""
        listed(reply)
        includes = Includes.of(reply.values)
        found, _ = read_each(includes.posts.values(), partial(read_post, includes=includes))
        return {post.native_id: self._seen(post) for post in found}

    def _seen(self, post: Post) -> Post:
        """Add what the account did with a post: X does not tell, so only what we did is known."""
        if post.author.native_id == self._me:
            self._own.add(post.native_id)
        if post.native_id not in self._reposted:
            return post
        return replace(post, viewer=Viewer(repost_id=repost_act(post.native_id)))


def _total(reply: Reply) -> int | None:
    """Return how many posts X counted, None where it does not say."""
    return whole(renamed(mapping(reply.values.get("meta")), "total_{}_count"))
