"""Follow an RSS, Atom or JSON feed: its entries are a home feed like any other."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.errors import Missing
from desktop.services.domain.origin import origin_of
from desktop.services.domain.page import Page
from desktop.services.domain.post import Arrival, Author, Post
from desktop.services.fetcher import PublicDoor
from desktop.services.networks.contract import Network
from desktop.services.networks.feed_document import Document
from desktop.services.networks.feed_reading import (
    NETWORK,
    author_of,
    host_of,
    name_of,
    read_posts,
)
from desktop.services.networks.feed_source import Source, utc_now
from desktop.services.networks.refusals import Refusals
from desktop.services.way_out import WayOut

CAPS = Cap.HOME | Cap.THREAD | Cap.KEYLESS


def open_network(account: Account, *, way: WayOut | None = None) -> Network:
    """Return the adapter that reads the feed at `account.native_id`; nothing is asked yet."""
    own = origin_of(account.server)
    return Feed(account, Source(account.native_id, PublicDoor(lambda: [own], way)))


def account_of(document: Document, address: str) -> Account:
    """Return a feed as an account that has no row yet."""
    return Account(
        id=0,
        network=NETWORK,
        native_id=address,
        handle=host_of(address),
        name=name_of(document, address),
        server=str(origin_of(address)),
        avatar_url=document.picture_url,
        caps=CAPS,
    )


class Feed(Refusals):
    """One feed. What its last answer held is all there is to ask it about.

    A feed forgets its old entries, which does not mean that they were taken back: an entry that
    `posts` does not return any more may well stand on its page.
    """

    def __init__(
        self, account: Account, source: Source, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self._account = account
        self._source = source
        self._clock = clock
        self._document: Document | None = None
        self._posts: tuple[Post, ...] = ()
        self._rejected: tuple[str, ...] = ()

    def me(self) -> Account:
        """Return the account with the feed's name and picture of today."""
        told = account_of(self._refresh(), self._account.native_id)
        return replace(self._account, name=told.name, avatar_url=told.avatar_url, caps=CAPS)

    def home(self, cursor: str = "", limit: int = 50) -> Page[Arrival]:
        """Return the entries, newest first; the feed is asked for those of the first page only."""
        posts = self._known()
        rejected: tuple[str, ...] = ()
        if not cursor:
            self._refresh()
            posts, rejected = self._posts, self._rejected
        page = _page(posts, cursor, limit)
        arrivals = tuple(Arrival(post, post.created_at) for post in page.items)
        return Page(arrivals, page.older, rejected=rejected)

    def author_posts(self, native_id: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return the entries of one of the feed's authors, or of the feed itself."""
        posts = self._known()
        if native_id != self._account.native_id:
            posts = tuple(post for post in posts if post.author.native_id == native_id)
        return _page(posts, cursor, limit)

    def thread(self, native_id: str, version: str = "") -> tuple[Post, ...]:
        """Return the entry alone: answers to it are not in the feed."""
        found = self.posts([native_id])
        if not found:
            raise Missing
        return found

    def posts(self, native_ids: Sequence[str], versions: Sequence[str] = ()) -> tuple[Post, ...]:
        """Return those of the entries that the feed's last answer held."""
        wanted = set(native_ids)
        return tuple(post for post in self._known() if post.native_id in wanted)

    def profile(self, native_id_or_handle: str) -> Author:
        """Return the feed, or one of those who write in it."""
        posts = self._known()
        address = self._account.native_id
        if self._document is not None and native_id_or_handle in (address, host_of(address)):
            return author_of(self._document, address)
        for post in posts:
            if post.author.native_id == native_id_or_handle:
                return post.author
        raise Missing

    def close(self) -> None:
        """Let go of connections."""
        self._source.close()

    def _known(self) -> tuple[Post, ...]:
        if self._document is None:
            self._refresh()
        return self._posts

    def _refresh(self) -> Document:
        document = self._source.read()
        if document is not self._document:
            first_seen = {post.native_id: post.created_at for post in self._posts}
            address, now = self._account.native_id, self._clock()
            self._posts, silent = read_posts(document, address, now, first_seen)
            self._rejected = document.rejected + silent
            self._document = document
        return document


def _page(posts: tuple[Post, ...], cursor: str, limit: int) -> Page[Post]:
    """Return the posts after the one that `cursor` names; none when it is there no longer."""
    ids = [post.native_id for post in posts]
    start = 0
    if cursor:
        start = ids.index(cursor) + 1 if cursor in ids else len(ids)
    shown = posts[start : start + max(limit, 1)]
    has_more = start + len(shown) < len(posts)
    return Page(shown, shown[-1].native_id if shown and has_more else "")
