"""Everything of the program that has no screen: the services of whichever workspace is open."""

import contextlib
import json
import logging
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path

import platformdirs

from desktop.services.accounts import Accounts, Registry
from desktop.services.backups import Backups
from desktop.services.columns import Columns
from desktop.services.connection import Connection
from desktop.services.credentials import Credentials
from desktop.services.custody import Custody
from desktop.services.data_place import DataPlace
from desktop.services.deletions import Deletions
from desktop.services.demonstration import Demonstration
from desktop.services.demonstration_bill import invent_bill
from desktop.services.digest import Digest
from desktop.services.domain.errors import Missing
from desktop.services.domain.origin import Origin, origin_of
from desktop.services.domain.prices import read_prices
from desktop.services.fetcher import PublicDoor, ServerDoor
from desktop.services.gathering import Gathering
from desktop.services.imports import Imports
from desktop.services.ingest import Ingest
from desktop.services.interactions import Interactions
from desktop.services.journal import open_journal
from desktop.services.mentions import Mentions
from desktop.services.mutes import Mutes
from desktop.services.networks.registry import Networks
from desktop.services.people import People
from desktop.services.pictures import Pictures
from desktop.services.preferences import PreferenceFile, Preferences
from desktop.services.publishing import Publishing
from desktop.services.purges import Purges
from desktop.services.redaction import Redaction
from desktop.services.retention import Retention
from desktop.services.second_channel import SecondChannel
from desktop.services.spending import Spending
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows
from desktop.services.timeline import Timeline
from desktop.services.vault import MemoryKeyring, Vault
from desktop.services.way_out import KEPT_AS, WayOut
from desktop.services.workspaces import Workspace, Workspaces
from desktop.ui.resources import resource
from desktop.views.session import DataFile, Session

DEMO_FOLDER = "crieur-demo-"
DAY_SECONDS = 86_400
LOG = logging.getLogger(__name__)


def utc_now() -> datetime:
    """Return the present moment, aware and in UTC."""
    return datetime.now(UTC)


def data_place() -> DataPlace:
    """Return where the user keeps everything: a folder of their choice, or the usual one."""
    config = Path(platformdirs.user_config_dir("crieur", appauthor=False))
    home = Path(platformdirs.user_data_dir("crieur", appauthor=False))
    return DataPlace(config / "data-folder.json", home)


def data_folder(wanted: Path | None) -> Path:
    """Return where workspaces and preferences are kept: the folder asked for, or the user's own."""
    return wanted or data_place().folder


class Program:
    """Everything without a screen that lives as long as the program does; the window's `Hub`."""

    def __init__(self, data: Path | None, *, clock: Callable[[], datetime] = utc_now) -> None:
        """Read what is kept in `data`; every screen takes the present moment from `clock`."""
        self._clock = clock
        place = data_place()
        cache = data / "cache" if data else Path(platformdirs.user_cache_dir("crieur", False))
        self.version = version("crieur")
        self.redaction = Redaction()
        self.database = Database()
        self.vault = Vault(self.redaction)
        self._rows = Rows(self.database)
        self._workspaces = Workspaces(cache, self.database, self._clock)
        # Nothing may be made where a drive is missing: it would hide what is on the drive.
        is_missing = data is None and place.is_missing
        self._settle(cache if is_missing else data_folder(data))
        self._backups = Backups(self.database, self._clock)
        self._way = WayOut(self.preferences.proxy, partial(self.vault.read, KEPT_AS))
        self.connection = Connection(self._way, self.vault)
        self.second_channel = SecondChannel(
            self.redaction, self._clock, partial(ServerDoor, way=self._way)
        )
        self._door = PublicDoor(self._own_origins, self._way)
        self.pictures = Pictures(cache / "pictures", self._door.fetch, self._demo_picture)
        prices = read_prices(json.loads(resource("prices/x.json").read_text("utf-8")))
        self._spending = Spending(self._rows, prices, self._clock)
        self._purges = Purges(self._rows, self._clock, self.pictures.clear)
        self.custody = self._custody_of(place, data)
        self._accounts: Accounts | None = None
        self._demo: Demonstration | None = None
        self._demo_folder: Path | None = None

    def now(self) -> datetime:
        """Return the present moment, aware and in UTC."""
        return self._clock()

    def _settle(self, data: Path) -> None:
        """Keep everything in this folder from now on, and like what was liked there."""
        self.data = data
        self.journal = open_journal(data, self.redaction)
        self._workspaces.settle(data)
        self._file = PreferenceFile(data / "preferences.json")
        self.preferences = self._file.read()

    def save_preferences(self, preferences: Preferences) -> None:
        """Keep the user's choices; a full disk costs only the next start's memory of them."""
        if preferences == self.preferences:
            return
        self.preferences = preferences
        try:
            self._file.save(preferences)
        except OSError as error:
            LOG.warning("The preferences were not saved: %s", error.strerror)

    def workspaces(self) -> tuple[Workspace, ...]:
        """Return every workspace by name."""
        return self._workspaces.all()

    def last_workspace(self) -> Workspace | None:
        """Return the workspace that was opened last."""
        return self._workspaces.last()

    def create_workspace(self, name: str) -> Workspace:
        """Make a new, empty workspace."""
        return self._workspaces.create(name)

    def rename_workspace(self, slug: str, name: str) -> Workspace:
        """Call a workspace by another name."""
        return self._workspaces.rename(slug, name)

    def open_workspace(self, slug: str) -> Session:
        """Open a workspace and settle what a crash may have left in its outbox."""
        opened = self._workspaces.open(slug)
        workspace = self._workspaces.find(slug)
        name = workspace.name if workspace else slug
        self._purges.catch_up()
        session = self._session(slug, name, self._accounts_of(self.vault, Networks(self._way)))
        session.publishing.recover()
        retention = Retention(self._rows, self._clock, self.pictures.forget)
        return replace(
            session,
            damaged_kept=opened.damaged_kept,
            back_up=self._backups.back_up_daily,
            copies=self._backups.all,
            retention=retention,
            erase_old=lambda: retention.erase_daily(self.preferences.months_kept),
            stop=retention.stop,
        )

    def open_demo(self) -> Session:
        """Open the invented shop in a file that is thrown away."""
        _clear_left_demos(time.time())
        self._demo_folder = Path(tempfile.mkdtemp(prefix=DEMO_FOLDER))
        self._demo = demo = Demonstration(resource("demo"), self._clock)
        self.database.open(self._demo_folder / "demo.db", now=self._clock())
        keys = Vault(self.redaction, MemoryKeyring)
        accounts = self._accounts_of(keys, demo.registry)
        connected = demo.first_page(self._rows, accounts)
        invent_bill(self._rows, self._spending.prices, self._clock())
        session = self._session("demo", "Boulangerie Lumière", accounts)
        fill = partial(demo.rest, self._rows, connected, _tell_nobody)
        return replace(session, is_demo=True, keys=keys, fill=fill, stop=demo.stop)

    def close_session(self) -> None:
        """Close what is open; every lane has ended by then."""
        if self._accounts is not None:
            self._accounts.close()
            self._accounts = None
        self._workspaces.close()
        folder, self._demo_folder, self._demo = self._demo_folder, None, None
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)

    def close_thread(self) -> None:
        """Close what a lane's thread opened."""
        self.database.close_thread()

    def _custody_of(self, place: DataPlace, given: Path | None) -> Custody:
        return Custody(
            place,
            self._workspaces,
            self._backups,
            accounts=lambda: self._accounts_of(self.vault, Networks(self._way)),
            forget_pictures=self.pictures.clear,
            settle=self._settle,
            given=given,
        )

    def _accounts_of(self, vault: Vault, networks: Registry) -> Accounts:
        return Accounts(
            self._rows,
            Credentials(self._rows, vault),
            networks,
            self._clock,
            meter_of=self._spending.meter,
            remove=self._purges.remove,
        )

    def _session(self, slug: str, name: str, accounts: Accounts) -> Session:
        self._accounts = accounts
        rows = self._rows
        ingest = Ingest(rows, accounts, self._clock)
        mentions = Mentions(rows, accounts, self._clock)
        deletions = Deletions(rows, accounts, ingest, self._clock)
        return Session(
            slug=slug,
            name=name,
            is_demo=False,
            accounts=accounts,
            timeline=Timeline(rows, accounts, ingest, mentions, deletions, clock=self._clock),
            people=People(rows, accounts, self._spending.meter),
            interactions=Interactions(rows, accounts),
            publishing=Publishing(rows, accounts, ingest, self._clock),
            columns=Columns(rows),
            gathering=Gathering(rows, accounts, self._clock),
            mutes=Mutes(rows, self._clock),
            imports=Imports(rows, accounts, self._clock),
            digest=Digest(rows, self._clock),
            spending=self._spending,
            keys=self.vault,
            clock=self._clock,
            data_file=self._data_file,
            save_copy=self.database.copy_to,
        )

    def _data_file(self) -> DataFile:
        copies = self._backups.all()
        path = self.database.path
        return DataFile(path, path.stat().st_size, copies[0].made_at if copies else None)

    def _own_origins(self) -> set[Origin]:
        return {origin_of(account.server) for account in self._rows.accounts.all()}

    def _demo_picture(self, address: str) -> bytes:
        if self._demo is None:
            raise Missing
        return self._demo.picture(address)


def _clear_left_demos(now: float) -> None:
    """Throw away the files of demonstrations that were cut off; an open one writes all the time."""
    for folder in Path(tempfile.gettempdir()).glob(f"{DEMO_FOLDER}*"):
        with contextlib.suppress(OSError):
            if (
                now - max(each.stat().st_mtime for each in (folder, *folder.iterdir()))
                > DAY_SECONDS
            ):
                shutil.rmtree(folder, ignore_errors=True)


def _tell_nobody(_done: int, _total: int) -> None:
    """Take no notice of how far the invented history is stored: it is there in seconds."""
