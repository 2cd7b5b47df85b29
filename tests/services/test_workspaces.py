import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fakes import FakeClock

from desktop.services.domain.errors import InvalidField, StoreTrouble
from desktop.services.storage.database import Database
from desktop.services.storage.lease import Lease
from desktop.services.storage.rows import Rows
from desktop.services.workspaces import Workspaces


@pytest.fixture
def database() -> Database:
    return Database()


@pytest.fixture
def workspaces(tmp_path: Path, database: Database, clock: FakeClock) -> Iterator[Workspaces]:
    workspaces = Workspaces(tmp_path / "data", database, clock)
    yield workspaces
    workspaces.close()


def test_at_first_there_is_none(workspaces: Workspaces):
    assert workspaces.all() == ()
    assert workspaces.last() is None
    assert workspaces.find("bakery") is None
    with pytest.raises(KeyError):
        workspaces.open("bakery")


def test_each_workspace_has_a_private_folder_of_its_own(
    workspaces: Workspaces, tmp_path: Path, database: Database
):
    bakery = workspaces.create("  Boulangerie   Lumière ")
    workspaces.open(bakery.slug)

    assert (bakery.slug, bakery.name) == ("boulangerie-lumiere", "Boulangerie Lumière")
    assert bakery.path == tmp_path / "data" / "workspaces" / bakery.slug / "crieur.db"
    assert database.path == bakery.path
    for file in (tmp_path / "data").rglob("*"):
        assert file.stat().st_mode & 0o077 == 0, file
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0


def test_switching_opens_one_and_closes_the_other(
    workspaces: Workspaces, database: Database, clock: FakeClock
):
    one, two = workspaces.create("One"), workspaces.create("Two")
    settings = Rows(database).settings

    for number, workspace in enumerate([one, two, one, two]):
        workspaces.open(workspace.slug)
        assert settings.get("name") == (workspace.name if number > 1 else None)
        settings.put("name", workspace.name)
        assert [w.slug for w in workspaces.all() if w.is_open] == [workspace.slug]
        assert not any(w.is_open_elsewhere for w in workspaces.all())
        clock.advance(minutes=1)

    workspaces.open(one.slug)
    last = workspaces.last()
    assert last is not None
    assert last.slug == "one"


def test_lanes_that_ended_leave_nothing_of_the_former_workspace(
    workspaces: Workspaces, database: Database
):
    settings = Rows(database).settings
    for name in ("One", "Two"):
        workspaces.open(workspaces.create(name).slug)
        with ThreadPoolExecutor(2) as lanes:
            for lane in range(2):
                lanes.submit(settings.put, f"lane {lane}", name).result()
            lanes.submit(database.close_thread).result()
            lanes.submit(database.close_thread).result()

    workspaces.open("one")
    assert settings.get("lane 1") == "One"


def test_the_name_may_change_but_never_the_folder(workspaces: Workspaces):
    workspaces.create("One")
    workspaces.create("Two")
    workspaces.open("one")

    renamed = workspaces.rename("one", "Première")

    assert (renamed.slug, renamed.name, renamed.is_open) == ("one", "Première", True)
    assert [w.name for w in workspaces.all()] == ["Première", "Two"]
    last = workspaces.last()
    assert last is not None
    assert last.name == "Première"
    assert workspaces.rename("one", "Première") == renamed


@pytest.mark.parametrize(
    ("name", "reason"),
    [("", "empty"), ("  \t ", "empty"), ("x" * 61, "too_long"), ("oNe", "taken")],
)
def test_a_name_that_cannot_be_used_is_told(workspaces: Workspaces, name: str, reason: str):
    workspaces.create("One")
    workspaces.create("Two")

    with pytest.raises(InvalidField) as refusal:
        workspaces.create(name)
    assert (refusal.value.field, refusal.value.reason) == ("name", reason)
    with pytest.raises(InvalidField):
        workspaces.rename("two", name)


@pytest.mark.parametrize("name", ["../../etc", "/", "..", "con", "パン屋", "a/b\\c", "🥐"])
def test_no_name_leads_out_of_the_folder(workspaces: Workspaces, tmp_path: Path, name: str):
    made = workspaces.create(name)
    second = workspaces.create(f"{name} 2")
    workspaces.open(made.slug)

    assert made.path.parent.parent == tmp_path / "data" / "workspaces"
    assert made.path.parent.resolve() == made.path.parent
    assert made.name == name
    assert second.slug != made.slug


def test_a_workspace_open_in_another_process_is_shown_and_refused(workspaces: Workspaces):
    one = workspaces.create("One")
    elsewhere = Lease(one.path)

    assert [w.is_open_elsewhere for w in workspaces.all()] == [True]
    with pytest.raises(StoreTrouble, match="locked"):
        workspaces.open("one")

    elsewhere.end(clean=True)
    workspaces.open("one")


def test_a_spoilt_label_costs_only_the_name(workspaces: Workspaces):
    one = workspaces.create("One")
    workspaces.open("one")
    (one.path.parent / "workspace.json").write_text("[" * 100_000)
    workspaces.close()

    (found,) = workspaces.all()
    assert (found.slug, found.name) == ("one", "one")
    workspaces.open("one")
    assert workspaces.rename("one", "One again").name == "One again"


def test_a_workspace_that_cannot_be_opened_leaves_none_open(workspaces: Workspaces):
    workspaces.create("One")
    two = workspaces.create("Two")
    workspaces.open("one")
    two.path.write_text("not a database" * 100)

    with pytest.raises(StoreTrouble, match="damaged"):
        workspaces.open("two")

    assert not any(w.is_open or w.is_open_elsewhere for w in workspaces.all())
    workspaces.open("one")


def test_a_folder_that_is_read_only_is_listed_all_the_same(workspaces: Workspaces, monkeypatch):
    def refuse(_path: Path) -> bool:
        raise PermissionError

    bakery = workspaces.create("Bakery")
    monkeypatch.setattr("desktop.services.workspaces.is_in_use", refuse)

    assert workspaces.last() == bakery


def test_a_deleted_workspace_leaves_nothing(workspaces: Workspaces, tmp_path: Path):
    bakery, garage = workspaces.create("Bakery"), workspaces.create("Garage")
    workspaces.open(bakery.slug)
    copy = bakery.path.parent / "backups" / "daily-20261120-090000.db"
    workspaces._database.copy_to(copy)
    workspaces.close()
    (bakery.path.parent / "crieur.damaged-20261120-090000.db").write_text("kept aside")

    workspaces.delete(bakery.slug)

    assert [each.slug for each in workspaces.all()] == [garage.slug]
    assert [each.name for each in (tmp_path / "data" / "workspaces").iterdir()] == ["garage"]


def test_an_open_workspace_is_not_deleted(workspaces: Workspaces):
    bakery, garage = workspaces.create("Bakery"), workspaces.create("Garage")
    workspaces.open(bakery.slug)
    elsewhere = Lease(garage.path)

    for slug in (bakery.slug, garage.slug):
        with pytest.raises(StoreTrouble, match="locked"):
            workspaces.delete(slug)

    elsewhere.end(clean=True)
    assert len(workspaces.all()) == 2


def test_a_deletion_that_was_cut_off_can_be_asked_for_again(
    workspaces: Workspaces, monkeypatch: pytest.MonkeyPatch
):
    bakery = workspaces.create("Bakery")
    workspaces.open(bakery.slug)
    workspaces._database.copy_to(bakery.path.parent / "backups" / "daily-20261120-090000.db")
    workspaces.close()
    remove = shutil.rmtree

    def fail(path: Path) -> None:
        if path == bakery.path.parent:
            raise OSError(13, "Permission denied")
        remove(path)

    monkeypatch.setattr("shutil.rmtree", fail)
    with pytest.raises(StoreTrouble, match="read_only"):
        workspaces.delete(bakery.slug)
    assert not (bakery.path.parent / "backups").exists()

    monkeypatch.undo()
    workspaces.delete(bakery.slug)

    assert workspaces.all() == ()
