"""Timestamp identifiers: the record keys of the AT Protocol, which sort in order of time."""

from datetime import datetime, timedelta

from desktop.services.domain.errors import InvalidField

_ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"
_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def tid(moment: datetime, clock_id: int) -> str:
    """Return the identifier of `moment`; `clock_id` (0 to 1023) tells two of one instant apart."""
    microseconds = (moment - _EPOCH) // timedelta(microseconds=1)
    if not 0 <= microseconds < 2**53 or not 0 <= clock_id < 1024:
        raise InvalidField("moment", "out_of_range")
    number = microseconds << 10 | clock_id
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(60, -1, -5))
