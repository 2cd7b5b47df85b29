"""How columns are called, and which icon or mark stands before their names."""

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.columns import Column, ColumnKind
from desktop.ui.text import clean_name, isolate
from desktop.views.account_book import AccountBook
from desktop.views.networks import network_name

ICONS = {
    ColumnKind.HOME: "house",
    ColumnKind.MENTIONS: "at-sign",
    ColumnKind.ACTIVITY: "activity",
    ColumnKind.SEARCH: "search",
    ColumnKind.TAG: "hash",
    ColumnKind.LIST: "list",
    ColumnKind.PERSON: "user",
}


def kind_name(kind: ColumnKind) -> str:
    """Return what a kind of column is called."""
    return {
        ColumnKind.HOME: QCoreApplication.translate("Deck", "Home"),
        ColumnKind.MENTIONS: QCoreApplication.translate("Deck", "Mentions"),
        ColumnKind.ACTIVITY: QCoreApplication.translate("Deck", "Activity"),
        ColumnKind.SEARCH: QCoreApplication.translate("Deck", "Search"),
        ColumnKind.TAG: QCoreApplication.translate("Deck", "Hashtag"),
        ColumnKind.LIST: QCoreApplication.translate("Deck", "List"),
        ColumnKind.PERSON: QCoreApplication.translate("Deck", "Person"),
    }[kind]


def column_name(column: Column, book: AccountBook) -> str:
    """Return a column's title: its kind, then what or whose."""
    return f"{kind_name(column.kind)} · {_what(column, book)}"


def _what(column: Column, book: AccountBook) -> str:
    match column.kind:
        case ColumnKind.SEARCH:
            return isolate(clean_name(column.what))
        case ColumnKind.TAG:
            return isolate(f"#{clean_name(column.what)}")
        case ColumnKind.LIST | ColumnKind.PERSON:
            return isolate(clean_name(column.name or column.what))
        case _:
            return account_name(column.account_id, book)


def account_name(account_id: int, book: AccountBook) -> str:
    """Return whose posts are meant: everybody's, a network's only account, or a handle."""
    account = book.get(account_id)
    if account is None:
        return QCoreApplication.translate("Deck", "all accounts")
    same = [each for each in book.all() if each.network == account.network]
    if account.network == "feed":
        return isolate(clean_name(account.name or account.handle))
    return network_name(account.network) if len(same) == 1 else isolate(f"@{account.handle}")
