"""The program round a screen: workspaces by name, data that lies nowhere, alarms that stay."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from fake_connection import FakeConnection
from fakes import START

from desktop.services.backups import Backup
from desktop.services.data_place import Move
from desktop.services.domain.errors import InvalidField
from desktop.services.preferences import Preferences
from desktop.services.workspaces import Workspace


@dataclass
class FakeCustody:
    """Data that lies somewhere; what is done to it is written down, and raises what it is told."""

    folder: Path = Path("/data/Crieur")
    may_move: bool = True
    is_missing: bool = False
    trouble: Exception | None = None
    done: list[tuple[object, ...]] = field(default_factory=list)

    def look_again(self) -> bool:
        return not self.is_missing

    def start_afresh(self) -> None:
        self._note("start_afresh")

    def plan_move(self, parent: Path) -> Move:
        self._note("plan_move", parent)
        return Move(self.folder, parent / "Crieur", 48_000_000)

    def move(self, move: Move, report: Callable[[int, int], object], _is_stopped: object) -> None:
        report(move.size, move.size)
        self._note("move", move.target)

    def look_at(self, path: Path) -> Backup:
        self._note("look_at", path)
        return Backup(path, START, 48_000_000, "elsewhere")

    def restore(self, slug: str, copy: Backup) -> None:
        self._note("restore", slug, copy.path)

    def mend(self, slug: str, path: Path) -> None:
        self._note("mend", slug, path)

    def delete(self, slug: str) -> None:
        self._note("delete", slug)

    def _note(self, *what: object) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.done.append(what)


@dataclass
class FakeSecondChannel:
    """Keeps what would have been sent; `trouble` is raised in place of sending."""

    sent: list[tuple[str, str, str]] = field(default_factory=list)
    trouble: Exception | None = None

    def send(self, address: str, title: str, text: str) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.sent.append((address, title, text))


@dataclass
class FakeHub:
    """Workspaces that exist by name only, and preferences that nobody writes down."""

    folder: Path
    preferences: Preferences = field(default_factory=Preferences)
    version: str = "0.0.9"
    custody: FakeCustody = field(default_factory=FakeCustody)
    held: list[Workspace] = field(default_factory=list)
    second_channel: FakeSecondChannel = field(default_factory=FakeSecondChannel)
    connection: FakeConnection = field(default_factory=FakeConnection)

    def now(self) -> object:
        return START

    def save_preferences(self, preferences: Preferences) -> None:
        self.preferences = preferences

    def workspaces(self) -> tuple[Workspace, ...]:
        return tuple(self.held)

    def create_workspace(self, name: str) -> Workspace:
        self._check(name)
        slug = name.lower().replace(" ", "-")
        made = Workspace(slug, name, self.folder / slug / "crieur.db")
        self.held.append(made)
        return made

    def rename_workspace(self, slug: str, name: str) -> Workspace:
        self._check(name)
        at = next(at for at, each in enumerate(self.held) if each.slug == slug)
        self.held[at] = replace(self.held[at], name=name)
        return self.held[at]

    def _check(self, name: str) -> None:
        if not name.strip():
            raise InvalidField("name", "empty")
        if len(name) > 60:
            raise InvalidField("name", "too_long")
        if any(each.name == name for each in self.held):
            raise InvalidField("name", "taken")
