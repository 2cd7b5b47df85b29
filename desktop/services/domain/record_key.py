"""Keys for records that are chosen before anything is sent, and sort as they were chosen."""

from datetime import UTC, datetime, timedelta

_ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"
_LENGTH = 13
_CLOCK_BITS = 10
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST = (1 << 53) - 1


def record_key(now: datetime, clock_id: int, last: str = "") -> str:
    """Return a key for `now` that comes after `last`, even when the clock went back.

    Thirteen characters: 53 bits of microseconds, then 10 bits that tell one program from another
    (the AT Protocol's "TID"). Text order is the order of time.
    """
    micros = min(max((now - _EPOCH) // timedelta(microseconds=1), 0), _LAST)
    if last:
        micros = max(micros, _micros_of(last) + 1)
    number = micros << _CLOCK_BITS | clock_id & (1 << _CLOCK_BITS) - 1
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(_LENGTH)))


def _micros_of(key: str) -> int:
    number = 0
    for character in key:
        number = number << 5 | _ALPHABET.index(character)
    return number >> _CLOCK_BITS
