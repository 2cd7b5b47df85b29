"""What a shop's month on X could cost, invented for the demonstration's page of spendings."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from desktop.services.domain.bills import LedgerEntry
from desktop.services.domain.prices import PriceList, day_of
from desktop.services.storage.rows import Rows

HANDLE = "boulangerie_lumiere"
_FIRST_CALL = timedelta(hours=6, minutes=40)
_DAY = (
    ("GET /2/users/{id}/mentions", "post_read", 9, True),
    ("GET /2/tweets/counts/recent", "counts", 2, False),
    ("GET /2/tweets/search/recent", "post_read", 6, False),
    ("POST /2/tweets", "post_create", 1, False),
)
"""What the shop does every morning: endpoint, operation, units, and whether it reads its own."""
_LINK_EVERY = 6
"""In days: a post with a link costs far more."""


def invent_bill(rows: Rows, prices: PriceList, now: datetime) -> None:
    """Store the invented month up to now; the account's name says that nobody paid it."""
    with rows.database.writing():
        for entry in _entries(prices, now):
            rows.spending.add(entry)


def _entries(prices: PriceList, now: datetime) -> Iterator[LedgerEntry]:
    first = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    for day in range((now - first).days + 1):
        at = first + timedelta(days=day) + _FIRST_CALL
        calls = list(_DAY)
        if day % _LINK_EVERY == 0:
            calls.append(("POST /2/tweets", "post_create_with_link", 1, False))
        for number, (endpoint, operation, units, is_owned) in enumerate(calls):
            moment = at + timedelta(minutes=number)
            if moment > now:
                return
            price = prices.unit_price(operation, is_owned=is_owned)
            yield LedgerEntry(
                at=moment,
                utc_day=day_of(moment),
                network=prices.network,
                account_id=None,
                handle=HANDLE,
                endpoint=endpoint,
                operation=operation,
                units=units,
                charged_units=units,
                unit_price=price,
                cost=units * price,
                is_owned=is_owned,
            )
