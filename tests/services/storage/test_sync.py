from stored import at

from desktop.services.domain.account import Account
from desktop.services.storage.rows import Rows


def test_before_the_first_time_nothing_is_known(rows: Rows, account: Account):
    assert rows.sync.newest(account.id, "home") == ""
    assert rows.sync.cursor(account.id, "home") == ""
    assert rows.sync.refreshed_at(account.id, "home") is None


def test_what_is_not_told_stays(rows: Rows, account: Account, other: Account):
    rows.sync.put(account.id, "home", newest="n1", cursor="c1", refreshed_at=at(1))
    rows.sync.put(account.id, "home", cursor="")
    rows.sync.put(account.id, "home")
    rows.sync.put(account.id, "mentions", newest="m1")
    rows.sync.put(other.id, "home", newest="o1")

    assert rows.sync.newest(account.id, "home") == "n1"
    assert rows.sync.cursor(account.id, "home") == ""
    assert rows.sync.refreshed_at(account.id, "home") == at(1)
    assert rows.sync.newest(account.id, "mentions") == "m1"
    assert rows.sync.newest(other.id, "home") == "o1"
