"""Read from an answer's headers until when a server wants to be left alone."""

import email.utils
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

_SHORTEST_WAIT = timedelta(seconds=1)
_USUAL_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=24)


def wait_until(headers: Mapping[str, str], now: datetime) -> datetime:
    """Return when a server that said "too many requests" may be asked again.

    It says so in seconds, as a date or as a Unix time; nonsense counts as a minute, and nothing is
    believed beyond a day.
    """
    wait = _retry_after(headers.get("retry-after", ""), now)
    if wait is None:
        wait = _reset_wait(headers.get("ratelimit-reset", ""), now)
    if wait is None:
        wait = _USUAL_WAIT
    return now + min(max(wait, _SHORTEST_WAIT), _LONGEST_WAIT)


def _retry_after(said: str, now: datetime) -> timedelta | None:
    said = said.strip()
    if said.isascii() and said.isdigit():
        return timedelta(seconds=min(int(said[:9]), 10**8))
    try:
        moment = email.utils.parsedate_to_datetime(said)
    except (ValueError, TypeError, OverflowError):
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now


def _reset_wait(said: str, now: datetime) -> timedelta | None:
    said = said.strip()
    if not (said.isascii() and said.isdigit()) or len(said) > 11:
        return None
    return datetime.fromtimestamp(int(said), UTC) - now
