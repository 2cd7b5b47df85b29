"""What a column of the deck shows: one feed, or what a question keeps finding."""

import enum
from dataclasses import dataclass

from desktop.services.domain.feed import FeedFilter, FeedKind


class ColumnKind(enum.StrEnum):
    """The seven kinds of columns."""

    HOME = "home"
    MENTIONS = "mentions"
    ACTIVITY = "activity"
    SEARCH = "search"
    TAG = "tag"
    LIST = "list"
    PERSON = "person"


ASKING = frozenset({ColumnKind.SEARCH, ColumnKind.TAG, ColumnKind.LIST, ColumnKind.PERSON})
"""Kinds that show what servers were asked for, beside what is stored anyway."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `account_id` 0 stands for every account.

    `what` is the words of a search, a hashtag without its sign, or the native id of a list or a
    person, whose `name` is shown and whose `network` tells them from a namesake.
    """

    kind: ColumnKind
    account_id: int = 0
    what: str = ""
    name: str = ""
    network: str = ""

    @property
    def key(self) -> str:
        """Return what tells this column from every other, and names its reading place."""
        return f"{self.kind} {self.account_id} {self.network} {self.what}"

    @property
    def gathered(self) -> str:
        """Return under which key posts are gathered for it; empty where none are."""
        return self.key if self.kind in (ColumnKind.TAG, ColumnKind.LIST) else ""

    def filter(self) -> FeedFilter:
        """Return which stored entries the column shows."""
        accounts = (self.account_id,) if self.account_id else ()
        match self.kind:
            case ColumnKind.SEARCH:
                return FeedFilter(account_ids=accounts, search=self.what)
            case ColumnKind.TAG | ColumnKind.LIST:
                return FeedFilter(gathered=self.gathered)
            case ColumnKind.PERSON:
                return FeedFilter(author=(self.network, self.what))
            case ColumnKind.MENTIONS:
                return FeedFilter(kind=FeedKind.MENTION, account_ids=accounts)
            case _:
                return FeedFilter(kind=FeedKind.HOME, account_ids=accounts)
