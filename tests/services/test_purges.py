"""What X wants forgotten is forgotten here, and again in every older copy that is opened."""

import json
import stat

import pytest
from fakes import START, FakeClock
from services.spent import spending_on, x_account
from stored import account as make_account
from stored import arrival

from desktop.services.backups import Backups
from desktop.services.domain.account import Account
from desktop.services.domain.charges import Charge
from desktop.services.domain.errors import StoreTrouble
from desktop.services.domain.feed import FeedKind
from desktop.services.purges import LIST, Purges
from desktop.services.storage.rows import Rows


@pytest.fixture
def pictures() -> list[str]:
    return []


@pytest.fixture
def purges(rows: Rows, clock: FakeClock, pictures: list[str]) -> Purges:
    return Purges(rows, clock, lambda: pictures.append("cleared"))


@pytest.fixture
def shop(rows: Rows) -> Account:
    account = x_account(rows)
    receive(rows, account)
    return account


def receive(rows: Rows, account: Account) -> None:
    posts = [arrival(str(n), n, network=account.network) for n in range(3)]
    rows.feed.add(account.id, posts, kind=FeedKind.HOME)
    rows.bookmarks.put(rows.posts.id_of(account.network, "at:1") or 0)


def posts(rows: Rows, network: str = "x") -> int:
    found = rows.database.rows("SELECT count(*) FROM post WHERE network = ?", (network,))
    return int(found[0][0])


def listed(rows: Rows) -> list[dict[str, object]]:
    path = rows.database.path.parent / LIST
    return json.loads(path.read_text(encoding="utf-8"))


def test_an_x_account_takes_everything_with_it_but_the_bill(
    purges: Purges, rows: Rows, shop: Account, clock: FakeClock, pictures: list[str]
):
    spending = spending_on(rows, clock)
    spending.meter(shop.id).spent(Charge("post_read", 2), "/2/tweets", ["1", "2"])

    purges.remove(shop)

    assert (rows.accounts.all(), posts(rows)) == ((), 0)
    assert spending.spent() == 10_000
    assert pictures == ["cleared"]
    (entry,) = listed(rows)
    assert (entry["network"], entry["native_id"], entry["is_done"]) == ("x", "did:shop", True)


def test_elsewhere_what_the_user_chose_to_keep_stays(
    purges: Purges, rows: Rows, pictures: list[str]
):
    account = rows.accounts.add(make_account("shop", "mastodon"))
    receive(rows, account)

    purges.remove(account)

    assert posts(rows, "mastodon") == 1
    assert pictures == []
    assert not (rows.database.path.parent / LIST).exists()


def test_the_list_is_for_its_owners_eyes_only(purges: Purges, rows: Rows, shop: Account):
    purges.remove(shop)

    mode = (rows.database.path.parent / LIST).stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_a_restored_copy_is_purged_again(
    purges: Purges, rows: Rows, shop: Account, clock: FakeClock
):
    backups = Backups(rows.database, clock)
    copy = backups.back_up_daily()
    assert copy is not None
    clock.advance(hours=1)
    purges.remove(shop)

    backups.restore(copy)
    assert posts(rows) == 3

    assert purges.catch_up() == 1
    assert (rows.accounts.all(), posts(rows)) == ((), 0)
    assert purges.catch_up() == 0


def test_a_copy_that_took_the_place_of_a_damaged_file_is_purged_again(
    purges: Purges, rows: Rows, shop: Account, clock: FakeClock
):
    Backups(rows.database, clock).back_up_daily()
    clock.advance(hours=1)
    purges.remove(shop)
    path = rows.database.path
    rows.database.close()
    path.write_bytes(b"spoilt" * 1000)

    opened = rows.database.open(path, now=clock())

    assert opened.recovered_from is not None
    assert posts(rows) == 3
    assert purges.catch_up() == 1
    assert posts(rows) == 0


def test_a_removal_that_was_cut_off_is_finished_at_the_next_start(
    purges: Purges, rows: Rows, shop: Account, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patched:
        patched.setattr("desktop.services.purges.purge", cut_off)
        with pytest.raises(KeyboardInterrupt):
            purges.remove(shop)
    assert (len(rows.accounts.all()), listed(rows)[0]["is_done"]) == (1, False)

    assert Purges(rows, clock).catch_up() == 1

    assert (rows.accounts.all(), posts(rows)) == ((), 0)
    assert listed(rows)[0]["is_done"] is True


def cut_off(*_: object) -> None:
    raise KeyboardInterrupt


def test_an_account_that_was_connected_anew_is_left_alone(
    purges: Purges, rows: Rows, shop: Account, clock: FakeClock
):
    purges.remove(shop)
    clock.advance(days=-1)  # even where the computer's clock was put back meanwhile
    anew = rows.accounts.add(make_account("shop", "x", connected_at=clock()))
    receive(rows, anew)

    assert purges.catch_up() == 0

    assert (rows.accounts.all(), posts(rows)) == ((anew,), 3)


def test_an_account_that_got_the_same_row_in_an_older_copy_is_left_alone(
    purges: Purges, rows: Rows, clock: FakeClock
):
    backups = Backups(rows.database, clock)
    copy = backups.back_up_daily()
    assert copy is not None
    shop = x_account(rows)
    clock.advance(hours=1)
    purges.remove(shop)
    backups.restore(copy)
    clock.advance(hours=1)
    anew = rows.accounts.add(make_account("shop", "x", connected_at=clock()))
    other = rows.accounts.add(make_account("other", "x", connected_at=START))
    assert anew.id == shop.id

    assert purges.catch_up() == 0
    assert rows.accounts.all() == (anew, other)


def test_a_list_that_cannot_be_written_keeps_the_account(
    purges: Purges, rows: Rows, shop: Account, monkeypatch: pytest.MonkeyPatch
):
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop.services.purges.os.fsync", full)

    with pytest.raises(StoreTrouble, match="disk_full"):
        purges.remove(shop)

    assert (len(rows.accounts.all()), posts(rows)) == (1, 3)
    assert sorted(path.name for path in rows.database.path.parent.glob("*purged*")) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"{}",
        b"5",
        b'"x"',
        b"[1, null, {}, []]",
        b'[{"network": "x", "native_id": "1", "server": "", "account_id": 1, "at": "soon"}]',
        b"[" * 100_000,
    ],
)
def test_a_list_that_was_spoilt_hinders_nobody(
    purges: Purges, rows: Rows, shop: Account, content: bytes, caplog: pytest.LogCaptureFixture
):
    (rows.database.path.parent / LIST).write_bytes(content)

    assert purges.catch_up() == 0
    assert posts(rows) == 3

    purges.remove(shop)
    assert len(listed(rows)) == 1


def test_without_a_list_nothing_is_done(purges: Purges, rows: Rows, shop: Account):
    assert purges.catch_up() == 0
    assert not (rows.database.path.parent / LIST).exists()
