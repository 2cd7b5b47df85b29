"""The user's deck of columns, kept in the workspace."""

from collections.abc import Sequence

from desktop.services.domain.columns import Column, ColumnKind
from desktop.services.storage.rows import Rows

_DECK = "deck"
_IS_SHOWN = "deck is shown"
FIRST = (Column(ColumnKind.HOME), Column(ColumnKind.MENTIONS), Column(ColumnKind.ACTIVITY))
"""What a deck starts with."""


class Columns:
    """Which columns there are, in which order, and whether they are what home shows."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[Column, ...]:
        """Return the columns from left to right; those of accounts that are gone are left out."""
        kept = self._rows.settings.get(_DECK)
        if kept is None:
            return FIRST
        accounts = {0, *(account.id for account in self._rows.accounts.all())}
        return tuple(
            column for column in map(_read, kept) if column and column.account_id in accounts
        )

    def keep(self, columns: Sequence[Column]) -> None:
        """Remember the columns, from left to right."""
        told = [
            [each.kind.value, each.account_id, each.what, each.name, each.network]
            for each in columns
        ]
        self._rows.settings.put(_DECK, told)

    @property
    def are_shown(self) -> bool:
        """Say whether home shows the columns rather than one feed."""
        return bool(self._rows.settings.get(_IS_SHOWN))

    def show(self, are_shown: bool) -> None:
        """Remember whether home shows the columns."""
        self._rows.settings.put(_IS_SHOWN, are_shown)


def _read(kept: Sequence[object]) -> Column | None:
    """Return a kept column; None for a kind that this version does not know."""
    try:
        kind, account_id, what, name, network = kept
        return Column(
            ColumnKind(str(kind)), int(str(account_id)), str(what), str(name), str(network)
        )
    except ValueError:
        return None
