"""The ledger as a table for spreadsheets."""

import csv
from pathlib import Path

import pytest
from fakes import FakeClock
from services.spent import read, spending_on
from stored import account as make_account

from desktop.services.domain.charges import Charge
from desktop.services.domain.errors import StoreTrouble
from desktop.services.spending import Spending
from desktop.services.storage.rows import Rows

HEAD = ("when", "who", "what", "where", "units", "charged", "each", "cost", "own", "sure")
NAMES = {"post_read": "Posts read", "counts": "Counts", "yes": "yes", "no": "no"}


@pytest.fixture
def spending(rows: Rows, clock: FakeClock) -> Spending:
    return spending_on(rows, clock)


def test_the_ledger_is_written_as_a_table_without_formulas(
    spending: Spending, rows: Rows, tmp_path: Path
):
    rogue = rows.accounts.add(make_account("rogue", "x", handle='=HYPERLINK("http://evil")'))
    spending.meter(rogue.id).allow(Charge("counts", 1))
    read(spending, rogue, ["1", "2"])
    path = tmp_path / "spending.csv"

    spending.export(path, HEAD, NAMES)

    with path.open(encoding="utf-8-sig", newline="") as file:
        head, counts, posts = csv.reader(file)
    assert tuple(head) == HEAD
    assert counts == [
        "2026-11-21 09:00:00",
        '\'=HYPERLINK("http://evil")',
        "Counts",
        "",
        "1",
        "1",
        "0.005",
        "0.005",
        "no",
        "no",
    ]
    assert posts[2:] == [
        "Posts read",
        "/2/users/1/mentions",
        "2",
        "2",
        "0.005",
        "0.01",
        "no",
        "yes",
    ]


def test_a_table_that_cannot_be_written_is_told(spending: Spending, tmp_path: Path):
    with pytest.raises(StoreTrouble):
        spending.export(tmp_path / "nowhere" / "spending.csv", HEAD, NAMES)
