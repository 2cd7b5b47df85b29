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


class NetworkTrouble(CrieurError):
    """The world outside did not do what was asked; saved data stays readable."""


class Unreachable(NetworkTrouble):
    """The server could not be reached, so nothing was sent."""


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
    "media" or "other".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


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
