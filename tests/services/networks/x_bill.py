"""What X would put on the bill, by its published prices, counted apart from Crieur's own ledger.

Prices are those read on 22 August 2026, in millionths of a US dollar. Only what an answer of
success returns is charged; what came beside it (authors, quoted posts, media) is not.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from services.networks.x_calls import Call

READ = {"post": 5_000, "user": 10_000, "list": 5_000}
OWNED_READ = 1_000
COUNTS = 5_000
CREATE = 15_000
CREATE_WITH_LINK = 200_000
SUMMONED_REPLY = 10_000
INTERACTION = 15_000
DELETE = 10_000

_OWNED = re.compile(
    r"/2/users/(\d+)/(tweets|mentions|followers|following|muting|blocking|owned_lists)"
)


@dataclass(frozen=True)
class Line:
    """One thing that was charged."""

    day: date
    what: str
    price: int
    native_id: str = ""


class Bill:
    """The lines so far; `reads` are charged once per thing and UTC day."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.app_owner = ""
        """The id of the person who owns the app, whose own things are cheaper to read."""
        self._read: set[tuple[str, str, date]] = set()

    @property
    def total(self) -> int:
        """Return the sum in millionths of a dollar."""
        return sum(line.price for line in self.lines)

    def count(self, what: str) -> int:
        """Count the lines of one kind: "post", "user", "list", "owned post", "create"..."""
        return sum(line.what == what for line in self.lines)

    def owns(self, call: Call) -> bool:
        """Say whether a request reads what belongs to the app's owner, who is asking."""
        found = _OWNED.fullmatch(call.request.path)
        return found is not None and found[1] == call.user_id == self.app_owner

    def read(self, now: datetime, kind: str, ids: Iterable[str], *, is_owned: bool = False) -> None:
        """Charge what was returned and has not been charged on this day."""
        for native_id in ids:
            key = (kind, native_id, now.date())
            if key in self._read:
                continue
            self._read.add(key)
            what, price = (f"owned {kind}", OWNED_READ) if is_owned else (kind, READ[kind])
            self.lines.append(Line(now.date(), what, price, native_id))

    def act(self, now: datetime, what: str, price: int, native_id: str = "") -> None:
        """Charge a request that did something."""
        self.lines.append(Line(now.date(), what, price, native_id))
