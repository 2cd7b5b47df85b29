"""What the tests of use cases share: a real store, and fakes of everything outside."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_network import FakeRegistry
from fake_server import FakeServer
from fakes import FakeClock, FakeVault
from services.data_scene import drive as drive
from services.data_scene import filled as filled
from services.data_scene import home as home
from services.data_scene import place as place
from services.proxy_scene import authority as authority
from services.proxy_scene import ca_file as ca_file
from services.proxy_scene import names as names
from services.proxy_scene import proxies as proxies
from services.proxy_scene import serve as serve
from services.proxy_scene import shop as shop
from workbench import Workbench, workbench

from desktop.services.accounts import Accounts
from desktop.services.credentials import Credentials
from desktop.services.domain.account import Account
from desktop.services.networks.contract import SignIn
from desktop.services.publishing import Publishing
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows

SIGN_IN = SignIn("bluesky", "https://shop.test", "shop", "pass-word")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def vault() -> FakeVault:
    return FakeVault()


@pytest.fixture
def registry(clock: FakeClock) -> FakeRegistry:
    return FakeRegistry(clock)


@pytest.fixture
def rows(tmp_path: Path, clock: FakeClock) -> Iterator[Rows]:
    database = Database()
    database.open(tmp_path / "workspace" / "crieur.db", now=clock())
    yield Rows(database)
    database.close()


@pytest.fixture
def accounts(
    rows: Rows, vault: FakeVault, registry: FakeRegistry, clock: FakeClock
) -> Iterator[Accounts]:
    accounts = Accounts(rows, Credentials(rows, vault), registry, clock, chance=lambda: 1.0)
    yield accounts
    accounts.close()


@pytest.fixture
def account(accounts: Accounts) -> Account:
    return accounts.connect(SIGN_IN)


@pytest.fixture
def server(registry: FakeRegistry) -> FakeServer:
    return registry.server()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    with workbench(tmp_path / "bench") as bench:
        yield bench


@pytest.fixture
def publishing(bench: Workbench) -> Publishing:
    return bench.publishing()
