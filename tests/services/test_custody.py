"""All the data moves, goes back or goes, while no workspace is open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_network import FakeRegistry
from fakes import FakeClock, FakeVault

from desktop.services.accounts import Accounts
from desktop.services.backups import Backups
from desktop.services.credentials import Credentials
from desktop.services.custody import Custody
from desktop.services.data_place import DataPlace
from desktop.services.domain.errors import StoreTrouble, VaultTrouble
from desktop.services.networks.contract import SignIn
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows
from desktop.services.workspaces import Workspaces

SIGN_IN = SignIn("bluesky", "https://shop.test", "shop", "pass-word")


class Shop:
    """The data of a bakery, and who looks after it."""

    def __init__(self, folder: Path, clock: FakeClock, given: Path | None = None) -> None:
        self.clock, self.vault = clock, FakeVault()
        self.registry = FakeRegistry(clock)
        self.database = Database()
        self.rows = Rows(self.database)
        self.home = folder / "home"
        self.place = DataPlace(folder / "config" / "data-folder.json", self.home)
        self.workspaces = Workspaces(given or self.place.folder, self.database, clock)
        self.backups = Backups(self.database, clock)
        self.pictures = ["a picture"]
        self.settled: list[Path] = []
        self.custody = Custody(
            self.place,
            self.workspaces,
            self.backups,
            accounts=self.accounts,
            forget_pictures=self.pictures.clear,
            settle=self._settle,
            given=given,
        )

    def accounts(self) -> Accounts:
        credentials = Credentials(self.rows, self.vault)
        return Accounts(self.rows, credentials, self.registry, self.clock, chance=lambda: 1.0)

    def _settle(self, folder: Path) -> None:
        self.settled.append(folder)
        self.workspaces.settle(folder)


@pytest.fixture
def shop(tmp_path: Path, clock: FakeClock) -> Iterator[Shop]:
    shop = Shop(tmp_path, clock)
    shop.workspaces.create("Bakery")
    shop.workspaces.open("bakery")
    shop.rows.settings.put("bread", "rye")
    shop.backups.back_up_daily()
    shop.workspaces.close()
    yield shop
    shop.workspaces.close()


def bread(shop: Shop) -> object:
    shop.workspaces.open("bakery")
    try:
        return shop.rows.settings.get("bread")
    finally:
        shop.workspaces.close()


def test_what_moved_is_used_from_its_new_place(shop: Shop, tmp_path: Path):
    drive = tmp_path / "drive"
    drive.mkdir()
    assert shop.custody.may_move

    move = shop.custody.plan_move(drive)
    shop.custody.move(move, lambda _done, _whole: None, lambda: False)

    assert shop.settled == [move.target]
    assert shop.custody.folder == move.target
    assert bread(shop) == "rye"
    assert not shop.home.exists()


def test_a_start_with_a_folder_of_its_own_stays_with_that(tmp_path: Path, clock: FakeClock):
    given = tmp_path / "given"
    shop = Shop(tmp_path, clock, given)
    shop.place.choose(tmp_path / "not there")

    assert shop.custody.folder == given
    assert not shop.custody.may_move
    assert not shop.custody.is_missing


def test_a_missing_folder_is_waited_for(shop: Shop, tmp_path: Path):
    drive = tmp_path / "drive"
    shop.place.choose(drive)
    assert shop.custody.is_missing
    assert not shop.custody.look_again()
    assert not drive.exists()

    (drive / "workspaces").mkdir(parents=True)

    assert shop.custody.look_again()
    assert shop.settled == [drive]


def test_whoever_does_not_wait_begins_in_the_usual_folder(shop: Shop, tmp_path: Path):
    shop.place.choose(tmp_path / "drive")

    shop.custody.start_afresh()

    assert shop.settled == [shop.home]
    assert not shop.custody.is_missing
    assert bread(shop) == "rye"


def test_a_workspace_goes_back_to_a_copy_and_forth_again(shop: Shop):
    shop.workspaces.open("bakery")
    shop.rows.settings.put("bread", "spelt")
    (copy,) = shop.backups.all()
    shop.workspaces.close()
    shop.clock.advance(hours=1)

    shop.custody.restore("bakery", copy)

    assert bread(shop) == "rye"
    shop.workspaces.open("bakery")
    before = next(each for each in shop.backups.all() if each.reason == "restore")
    shop.workspaces.close()
    shop.clock.advance(hours=1)
    shop.custody.restore("bakery", before)
    assert bread(shop) == "spelt"


def test_a_copy_that_is_no_good_leaves_everything_as_it_was_and_closed(shop: Shop, tmp_path: Path):
    shop.workspaces.open("bakery")
    (copy,) = shop.backups.all()
    shop.workspaces.close()
    copy.path.write_bytes(copy.path.read_bytes()[:5000])

    with pytest.raises(StoreTrouble, match="damaged"):
        shop.custody.restore("bakery", copy)

    assert not shop.workspaces.all()[0].is_open
    assert bread(shop) == "rye"
    with pytest.raises(StoreTrouble, match="damaged"):
        shop.custody.look_at(copy.path)


def test_a_deleted_workspace_leaves_no_file_no_key_and_no_picture(shop: Shop):
    shop.workspaces.open("bakery")
    accounts = shop.accounts()
    accounts.connect(SIGN_IN)
    accounts.close()
    shop.workspaces.close()
    assert shop.vault.secrets

    shop.custody.delete("bakery")

    assert shop.vault.secrets == {}
    assert shop.pictures == []
    assert list(shop.home.rglob("*.db")) == []
    assert shop.workspaces.all() == ()


def test_a_locked_keyring_keeps_everything(shop: Shop):
    shop.workspaces.open("bakery")
    accounts = shop.accounts()
    accounts.connect(SIGN_IN)
    accounts.close()
    shop.workspaces.close()
    shop.vault.trouble = "locked"

    with pytest.raises(VaultTrouble):
        shop.custody.delete("bakery")

    shop.vault.trouble = ""
    assert shop.vault.secrets
    assert shop.pictures
    assert bread(shop) == "rye"


def test_other_workspaces_keep_what_is_theirs(shop: Shop):
    garage = shop.workspaces.create("Garage")

    shop.custody.delete("bakery")

    assert [each.slug for each in shop.workspaces.all()] == [garage.slug]


def ruin(shop: Shop) -> Path:
    """Leave a workspace of which neither the file nor a copy can be opened; return its file."""
    path = shop.home / "workspaces" / "bakery" / "crieur.db"
    for each in (path, *(path.parent / "backups").iterdir()):
        each.write_bytes(b"nothing but noise" * 300)
    with pytest.raises(StoreTrouble, match="damaged"):
        shop.workspaces.open("bakery")
    return path


def test_a_ruined_workspace_begins_again_from_a_copy_that_lay_elsewhere(shop: Shop, tmp_path: Path):
    shop.workspaces.open("bakery")
    shop.database.copy_to(tmp_path / "stick.db")
    shop.workspaces.close()
    path = ruin(shop)

    shop.custody.mend("bakery", tmp_path / "stick.db")

    assert bread(shop) == "rye"
    (kept,) = path.parent.glob("crieur.damaged-*.db")
    assert kept.read_bytes().startswith(b"nothing but noise")
    assert (tmp_path / "stick.db").is_file()


def test_a_ruined_workspace_stays_as_it_is_where_the_copy_is_no_good(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    shop.workspaces.open("bakery")
    shop.database.copy_to(tmp_path / "stick.db")
    shop.workspaces.close()
    path = ruin(shop)
    before = path.read_bytes()
    (tmp_path / "letter.txt").write_text("Dear aunt")

    with pytest.raises(StoreTrouble, match="not_a_workspace"):
        shop.custody.mend("bakery", tmp_path / "letter.txt")
    assert path.read_bytes() == before

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfile", full)
    with pytest.raises(StoreTrouble, match="disk_full"):
        shop.custody.mend("bakery", tmp_path / "stick.db")
    assert path.read_bytes() == before
    assert list(path.parent.glob("crieur.damaged-*")) == []
