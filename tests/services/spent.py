"""What the tests of spending share: an X account, the price list, and a meter on a real store."""

import json
from collections.abc import Callable
from datetime import datetime

from stored import account as make_account

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.charges import Charge
from desktop.services.domain.prices import PriceList, read_prices
from desktop.services.spending import Spending
from desktop.services.storage.rows import Rows
from desktop.ui.resources import resource


def x_prices() -> PriceList:
    """Return the list that travels with the program."""
    return read_prices(json.loads(resource("prices/x.json").read_text(encoding="utf-8")))


def x_account(rows: Rows, name: str = "shop") -> Account:
    """Store an account of the metered network."""
    caps = Cap.HOME | Cap.MENTIONS | Cap.POST | Cap.METERED
    return rows.accounts.add(make_account(name, "x", caps=caps))


def spending_on(rows: Rows, clock: Callable[[], datetime], cap: int | None = None) -> Spending:
    """Open the bill of a workspace, with another cap if one is given."""
    spending = Spending(rows, x_prices(), clock)
    if cap is not None:
        spending.set_cap(cap)
    return spending


def read(spending: Spending, account: Account, ids: list[str], *, own: bool = False) -> None:
    """Read posts as an adapter does: a page of fifty is announced, fewer come."""
    meter = spending.meter(account.id)
    meter.allow(Charge("post_read", 50, own))
    meter.spent(Charge("post_read", len(ids), own), "/2/users/1/mentions", ids)
