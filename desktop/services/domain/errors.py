"""Everything that can go wrong, grouped by who can act on it.

The tree is exactly as fine as the screen's reactions: a new leaf needs a new sentence in
`desktop/ui/notices.py`, and a test fails until it has one. No message is ever shown by
`str(error)`: what an exception carries is for the log.
"""

from datetime import datetime


class CrieurError(Exception):
    """Any failure that Crieur foresees."""


class Correctable(CrieurError):
    """The user can put it right; shown beside the field."""


class InvalidField(Correctable):
    """A field holds something that cannot be used.

    `reason` is a stable key ("empty", "not_an_address", "main_password", "too_long"...),
    never a sentence.
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class IllegalMove(Correctable):
    """An action that the thing's present state does not allow."""

    def __init__(self, state: str, move: str) -> None:
        super().__init__(f"{move} while {state}")
        self.state = state
        self.move = move


class BudgetReached(Correctable):
    """A call would take an account past the user's own monthly cap; it was not made.

    All three are in millionths of the currency of the price list.
    """

    def __init__(self, cap: int, spent: int, needed: int) -> None:
        super().__init__(f"{spent} of {cap} spent, {needed} needed")
        self.cap = cap
        self.spent = spent
        self.needed = needed


class ArchiveRefused(Correctable):
    """A file cannot be imported; nothing of it was taken.

    `reason` is a stable key: "not_an_archive", "truncated", "unsafe", "too_large", "encrypted",
    "empty", "unreadable" or "other_account".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class GivenUp(CrieurError):
    """The user stopped what was under way, or let it wait too long; nothing was changed."""


class NetworkTrouble(CrieurError):
    """The world outside did not do what was asked; saved data stays readable."""


class Unreachable(NetworkTrouble):
    """The server could not be reached, so nothing was sent.

    `proxy` says what the proxy on the way there has to do with it, empty for nothing: it is itself
    "unreachable", wants another "password", lets nothing through ("refused") or is of a kind that
    Crieur does not speak to ("not_supported").
    """

    def __init__(self, detail: str = "", *, proxy: str = "") -> None:
        super().__init__(f"proxy {proxy}" if proxy else detail)
        self.proxy = proxy


class RateLimited(NetworkTrouble):
    """The server asks to wait until `until` (an aware UTC time)."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"rate limited until {until.isoformat()}")
        self.until = until


class SignedOut(NetworkTrouble):
    """The server no longer accepts the account's credentials."""


class Refused(NetworkTrouble):
    """The server understood and said no.

    `reason` is a stable key: "duplicate", "too_long", "policy", "scope", "blocked",
    "media", "tier" (the user's plan with the network does not include it), "not_summoned" (the
    network lets programs answer only those who spoke to the account) or "other".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class PaymentRequired(NetworkTrouble):
    """The credit that the user bought from the network is used up."""


class AllowanceUsedUp(NetworkTrouble):
    """The network gives this account no more until `until`, or until it says so (None).

    Unlike `RateLimited`, waiting a few minutes does not help.
    """

    def __init__(self, until: datetime | None = None) -> None:
        super().__init__("allowance used up")
        self.until = until


class Missing(NetworkTrouble):
    """What was asked for is gone, or never was there."""


class OutcomeUnknown(NetworkTrouble):
    """A write was sent and its answer was lost: it may or may not have happened."""


class BadAnswer(NetworkTrouble):
    """The server answered something that is not what its protocol promises."""


class Unsupported(NetworkTrouble):
    """This account's network does not offer the action; `web_url` is where a browser does."""

    def __init__(self, what: str, web_url: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.web_url = web_url


class StoreTrouble(CrieurError):
    """The workspace file cannot be used.

    `reason` is a stable key: "disk_full", "locked", "newer_version", "damaged",
    "read_only" or "not_a_workspace".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class VaultTrouble(CrieurError):
    """The operating system's keyring cannot keep or give a secret.

    `reason` is a stable key: "absent", "locked", "unsafe" or "lost".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
