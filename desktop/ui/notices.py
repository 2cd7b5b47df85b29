"""Say every foreseen trouble in words: what happened, what is safe, what to do."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.errors import (
    AllowanceUsedUp,
    ArchiveRefused,
    BadAnswer,
    BudgetReached,
    CrieurError,
    GivenUp,
    IllegalMove,
    InvalidField,
    Missing,
    OutcomeUnknown,
    PaymentRequired,
    RateLimited,
    Refused,
    SignedOut,
    StoreTrouble,
    Unreachable,
    Unsupported,
    VaultTrouble,
)
from desktop.ui import notices_local, notices_network
from desktop.ui.notice import Notice as Notice  # what `notice_for` gives
from desktop.ui.text import clean_name, isolate

translate = QCoreApplication.translate


def notice_for(error: Exception, account_name: str, now: datetime) -> Notice:
    """Return the words for a trouble; what nobody foresaw gets honest words too."""
    name = isolate(clean_name(account_name)) or translate("Notices", "The network")
    for kind, words in _WORDS:
        if isinstance(error, kind):
            return words(error, name, now)
    return Notice(
        translate("Notices", "Something happened that Crieur did not foresee."),
        translate("Notices", "What was saved is safe. The details are in the report you can copy."),
        translate("Notices", "Copy the report"),
        "report",
    )


_Words = Callable[[CrieurError, str, datetime], Notice]
_WORDS: tuple[tuple[type[CrieurError], _Words], ...] = (
    (Unreachable, notices_network.unreachable),
    (RateLimited, notices_network.rate_limited),
    (SignedOut, notices_network.signed_out),
    (Refused, notices_network.refused),
    (PaymentRequired, notices_network.payment_required),
    (AllowanceUsedUp, notices_network.allowance_used_up),
    (BudgetReached, notices_local.budget_reached),
    (ArchiveRefused, notices_local.archive_refused),
    (GivenUp, notices_local.given_up),
    (Missing, notices_network.missing),
    (OutcomeUnknown, notices_network.outcome_unknown),
    (BadAnswer, notices_network.bad_answer),
    (Unsupported, notices_network.unsupported),
    (StoreTrouble, notices_local.store_trouble),
    (VaultTrouble, notices_local.vault_trouble),
    (InvalidField, notices_local.invalid_field),
    (IllegalMove, notices_local.illegal_move),
)
