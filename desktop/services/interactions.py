"""What accounts do to posts: like, repost, delete, and bookmark for the user alone."""

from collections.abc import Callable

from desktop.services.accounts import Accounts
from desktop.services.domain.account import Cap
from desktop.services.domain.errors import Missing, OutcomeUnknown, Unsupported
from desktop.services.domain.post import Post
from desktop.services.networks.contract import Network
from desktop.services.storage.rows import Rows

LIKE = "like"
REPOST = "repost"
_CAPS = {LIKE: Cap.LIKE, REPOST: Cap.REPOST}


class Interactions:
    """Each act is done on the network first and then kept; doing it twice does it once."""

    def __init__(self, rows: Rows, accounts: Accounts) -> None:
        self._rows = rows
        self._accounts = accounts

    def like(self, account_id: int, post_id: int) -> None:
        """Like a post."""
        self._do(LIKE, account_id, post_id)

    def unlike(self, account_id: int, post_id: int) -> None:
        """Take a like back."""
        self._undo(LIKE, account_id, post_id)

    def repost(self, account_id: int, post_id: int) -> None:
        """Repost a post."""
        self._do(REPOST, account_id, post_id)

    def unrepost(self, account_id: int, post_id: int) -> None:
        """Take a repost back."""
        self._undo(REPOST, account_id, post_id)

    def bookmark(self, post_id: int) -> None:
        """Keep a post to find it again; nobody else knows."""
        self._rows.bookmarks.put(post_id)

    def unbookmark(self, post_id: int) -> None:
        """Take a bookmark away."""
        self._rows.bookmarks.take(post_id)

    def delete(self, account_id: int, post_id: int) -> None:
        """Delete one of the account's own posts, on the network and here."""
        post = self._post(post_id)
        account = self._accounts.held(account_id)
        if not account.can(Cap.DELETE) or post.author.native_id != account.native_id:
            raise Unsupported("delete", post.url or None)
        self._accounts.ask(account_id, lambda network: network.delete(post.native_id))
        self._rows.posts.remove(post.network, [post.native_id])

    def _do(self, kind: str, account_id: int, post_id: int) -> None:
        post = self._writable(kind, account_id, post_id)
        if self._rows.reactions.act_id(account_id, post_id, kind) is not None:
            return
        act: Callable[[Network], str] = {
            LIKE: lambda network: network.like(post.native_id, post.version),
            REPOST: lambda network: network.repost(post.native_id, post.version),
        }[kind]
        try:
            act_id = self._accounts.ask(account_id, act)
        except Missing:
            self._rows.posts.remove(post.network, [post.native_id])
            raise
        except OutcomeUnknown:
            if not self._is_done(kind, account_id, post_id, post):
                raise
            return
        self._rows.reactions.put(account_id, post_id, kind, act_id)

    def _undo(self, kind: str, account_id: int, post_id: int) -> None:
        self._writable(kind, account_id, post_id)
        act_id = self._rows.reactions.act_id(account_id, post_id, kind)
        if act_id is None:
            return

        def undo(network: Network) -> None:
            try:
                network.undo(act_id)
            except Missing:
                return  # taken back elsewhere

        self._accounts.ask(account_id, undo)
        self._rows.reactions.take(account_id, post_id, kind)

    def _is_done(self, kind: str, account_id: int, post_id: int, post: Post) -> bool:
        """Find out whether an act whose answer was lost happened, and keep what is known."""
        found = self._accounts.ask(
            account_id, lambda network: network.posts([post.native_id], [post.version])
        )
        self._rows.posts.save(found, account_id)
        return self._rows.reactions.act_id(account_id, post_id, kind) is not None

    def _writable(self, kind: str, account_id: int, post_id: int) -> Post:
        post = self._post(post_id)
        if not self._accounts.held(account_id).can(_CAPS[kind]):
            raise Unsupported(kind, post.url or None)
        return post

    def _post(self, post_id: int) -> Post:
        post = self._rows.posts.get(post_id)
        if post is None:
            raise Missing
        return post
