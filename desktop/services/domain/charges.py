"""What a call to a metered network costs, said before it is made and written down after."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Charge:
    """One call and the most it can cost: `units` of what `operation` names in the price list.

    Operations: "post_read", "user_read", "list_read", "post_create", "post_create_with_link",
    "reply_create", "interaction", "delete" and "counts". `is_own` says that the route only reads
    what belongs to the asking account, which is cheaper for whoever owns the app.
    """

    operation: str
    units: int
    is_own: bool = False


class Meter(Protocol):
    """Watches one account's spending; every metered call is announced to it and reported to it."""

    def allow(self, charge: Charge) -> None:
        """Raise `BudgetReached` where the month's cap leaves no room for the charge.

        What was allowed counts at its most until `spent` says what it took, even after a crash. So
        a call that surely took nothing (it never left, or was refused) is reported with 0 units,
        and one whose answer was lost is not reported at all.
        """

    def spent(self, charge: Charge, endpoint: str, native_ids: Sequence[str] = ()) -> None:
        """Write down what a call took.

        `charge.units` counts what really came back; `native_ids` names it where it is known,
        because the same thing read twice on one UTC day is charged once.
        """

    def was_read_today(self, operation: str, native_id: str) -> bool:
        """Say whether something was read on this UTC day already, so that the store is enough."""


class NoMeter:
    """The meter of a network that costs nothing."""

    def allow(self, charge: Charge) -> None:
        """Let everything pass."""

    def spent(self, charge: Charge, endpoint: str, native_ids: Sequence[str] = ()) -> None:
        """Write nothing down."""

    def was_read_today(self, operation: str, native_id: str) -> bool:
        """Say that nothing was."""
        return False


FREE: Meter = NoMeter()
