"""The calls that cost money, in words that somebody with a shop understands."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication


def call_in_words(operation: str, is_owned: bool) -> str:
    """Return what a call of the price list does; `is_owned` is at the owner's price."""
    owned = {
        "post_read": QCoreApplication.translate("Spending", "Your own posts and mentions read"),
        "user_read": QCoreApplication.translate("Spending", "Your own followers and follows read"),
        "list_read": QCoreApplication.translate("Spending", "Your own lists read"),
    }
    if is_owned and operation in owned:
        return owned[operation]
    return calls_in_words()[operation]


def calls_in_words() -> Mapping[str, str]:
    """Return the words for every operation of the price list."""
    return {
        "post_read": QCoreApplication.translate("Spending", "Posts read"),
        "user_read": QCoreApplication.translate("Spending", "People looked up"),
        "list_read": QCoreApplication.translate("Spending", "Lists read"),
        "post_create": QCoreApplication.translate("Spending", "Posts published"),
        "post_create_with_link": QCoreApplication.translate(
            "Spending", "Posts published with a link"
        ),
        "reply_create": QCoreApplication.translate("Spending", "Answers published"),
        "interaction": QCoreApplication.translate("Spending", "Reposts and the like"),
        "delete": QCoreApplication.translate("Spending", "Reposts and the like taken back"),
        "counts": QCoreApplication.translate("Spending", "Posts counted without reading them"),
    }


def table_heads(currency: str) -> tuple[str, ...]:
    """Return the heads of the ledger's columns, for a spreadsheet."""
    return (
        QCoreApplication.translate("Spending", "Time (UTC)"),
        QCoreApplication.translate("Spending", "Account"),
        QCoreApplication.translate("Spending", "What was asked"),
        QCoreApplication.translate("Spending", "Address at X"),
        QCoreApplication.translate("Spending", "Number"),
        QCoreApplication.translate("Spending", "Number charged"),
        QCoreApplication.translate("Spending", "Price of one ({currency})").format(
            currency=currency
        ),
        QCoreApplication.translate("Spending", "Sum ({currency})").format(currency=currency),
        QCoreApplication.translate("Spending", "At the owner’s price"),
        QCoreApplication.translate("Spending", "Confirmed"),
    )


def table_names() -> Mapping[str, str]:
    """Return the words inside the ledger's table, for a spreadsheet."""
    return {
        **calls_in_words(),
        "yes": QCoreApplication.translate("Spending", "yes"),
        "no": QCoreApplication.translate("Spending", "no"),
    }
