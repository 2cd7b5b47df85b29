"""Gather what a column asks the networks for: a hashtag, a list, a search or one person's posts."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.services.accounts import Accounts
from desktop.services.domain.account import Account, Cap
from desktop.services.domain.columns import Column, ColumnKind
from desktop.services.domain.page import Page
from desktop.services.domain.portions import pages, portion
from desktop.services.domain.post import PeopleList, Post
from desktop.services.domain.stretch import Stretch, walk
from desktop.services.networks.contract import Network
from desktop.services.storage.rows import Rows

PAGE = 50
MAX_PAGES = 4
_NEEDED = {
    ColumnKind.SEARCH: Cap.SEARCH,
    ColumnKind.TAG: Cap.HASHTAGS,
    ColumnKind.LIST: Cap.LISTS,
    ColumnKind.PERSON: Cap.HOME,
}


@dataclass(frozen=True, slots=True)
class Gathered:
    """What asking one account's server for a column brought."""

    new: int
    """Posts that the column did not hold before."""
    has_older: bool


class Gathering:
    """Asks one account's server at a time, each in its own lane.

    Trouble with one network thus never costs what another one found. What is gathered is stored
    like every other post.
    """

    def __init__(self, rows: Rows, accounts: Accounts, clock: Callable[[], datetime]) -> None:
        self._rows = rows
        self._accounts = accounts
        self._clock = clock

    def accounts_for(self, column: Column) -> tuple[Account, ...]:
        """Return the accounts whose servers can be asked, one for each server.

        For a hashtag or a search, two accounts on one server would find the same.
        """
        able = [each for each in self._accounts.all() if _serves(each, column)]
        if column.kind is ColumnKind.LIST:
            return tuple(able)
        return tuple({(each.network, each.server): each for each in reversed(able)}.values())[::-1]

    def lists(self, account_id: int) -> tuple[PeopleList, ...]:
        """Ask for the account's own lists of people."""
        return self._accounts.ask(account_id, lambda network: network.lists())

    def refresh(self, account_id: int, column: Column) -> Gathered:
        """Fetch what is new; what was not reached this time is fetched the next.

        Where every post costs money only the newest are fetched, and the rest is left alone.
        Raises what went wrong after what came before it was stored.
        """
        state = self._state(account_id, column)
        is_first = state is None
        account = self._accounts.held(account_id)
        most = pages(account, 1 if is_first else MAX_PAGES)
        older, rest = state or ("", [])
        stretch = self._fetch(account_id, column, most, "")
        if is_first:
            older = stretch.older
        elif stretch.older and not stretch.is_joined and Cap.METERED not in account.caps:
            rest = [stretch.older, *rest]
        new = self._store(account_id, column, stretch, (older, rest))
        if rest and stretch.is_joined:
            stretch = self._fetch(account_id, column, most, rest[0])
            rest = (
                rest[1:] if stretch.is_joined or not stretch.older else [stretch.older, *rest[1:]]
            )
            new += self._store(account_id, column, stretch, (older, rest))
        return Gathered(new, bool(older))

    def load_older(self, account_id: int, column: Column) -> Gathered:
        """Fetch what is older than everything the column holds."""
        older, rest = self._state(account_id, column) or ("", [])
        if not older:
            return Gathered(0, False)
        page = self._ask(account_id, column, older)
        new = self._store(account_id, column, Stretch(page.items), (page.older, rest))
        return Gathered(new, bool(page.older))

    def forget(self, column: Column) -> None:
        """Forget what was gathered for a column that is gone; the posts stay stored."""
        self._rows.gathered.forget(column.key)

    def _fetch(self, account_id: int, column: Column, most: int, cursor: str) -> Stretch[Post]:
        def is_known(posts: Sequence[Post]) -> bool:
            return self._rows.gathered.holds_any(column.key, posts)

        return walk(lambda at: self._ask(account_id, column, at), is_known, most, cursor)

    def _ask(self, account_id: int, column: Column, cursor: str) -> Page[Post]:
        size = portion(self._accounts.held(account_id), PAGE)

        def ask(network: Network) -> Page[Post]:
            match column.kind:
                case ColumnKind.TAG:
                    return network.tagged(column.what, cursor, size)
                case ColumnKind.LIST:
                    return network.list_posts(column.what, cursor, size)
                case ColumnKind.PERSON:
                    return network.author_posts(column.what, cursor, size)
                case _:
                    return network.search(column.what, cursor, size)

        return self._accounts.ask(account_id, ask)

    def _store(
        self, account_id: int, column: Column, stretch: Stretch[Post], state: tuple[str, list[str]]
    ) -> int:
        with self._rows.database.writing():
            saved = self._rows.posts.save(stretch.items, account_id)
            new = self._rows.gathered.add(column.key, saved.values())
            self._rows.sync.put(
                account_id, column.key, cursor=json.dumps(state), refreshed_at=self._clock()
            )
        if stretch.trouble is not None:
            raise stretch.trouble
        return new

    def _state(self, account_id: int, column: Column) -> tuple[str, list[str]] | None:
        """Return the cursors of what is older and of what was not reached; None at first."""
        kept = self._rows.sync.cursor(account_id, column.key)
        if not kept:
            return None
        older, rest = json.loads(kept)
        return older, rest


def end_list(rows: Rows, key: str) -> None:
    """Let a column end with what it holds: what was older is not kept."""
    for account in rows.accounts.all():
        kept = rows.sync.cursor(account.id, key)
        if kept:
            rows.sync.put(account.id, key, cursor=json.dumps(("", json.loads(kept)[1])))


def _serves(account: Account, column: Column) -> bool:
    needed = _NEEDED.get(column.kind)
    if needed is None or needed not in account.caps or Cap.KEYLESS in account.caps:
        return False
    if column.kind is ColumnKind.PERSON:
        return account.network == column.network
    return column.account_id in (0, account.id)
