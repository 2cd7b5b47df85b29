"""The real servers, started once for all the tests that ask for them.

    network     a `LocalNetwork`: `network.pds` is the address that a user would type, and
                `network.stop_server()` and `network.start_server()` take it down and up again
    people      the other people, moved by an independent client: `people.sign_up("lea")`,
                `people.post("lea", text="Bonjour")`... (the orders are the methods of writer.py)
    newcomer    makes a person with a name that nobody has yet and returns what `sign_up` returns
    shop        a workspace with a new bakery's account connected (see shop.py)
    lea         a new person; she and the bakery follow each other

A test here needs `pytestmark = pytest.mark.servers` and runs inside `with_keyring.sh`, so that the
keyring of `desktop.services.vault` is a real and unlocked GNOME keyring.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from servers.local_network import LocalNetwork, installed_tools
from servers.people import People
from servers.shop import Person, Shop

Newcomer = Callable[[str], dict[str, str]]


@pytest.fixture(scope="session")
def network() -> Iterator[LocalNetwork]:
    if "CRIEUR_SERVERS_CACHE" not in os.environ:
        pytest.fail("These tests are started by `make test-servers`.")
    with tempfile.TemporaryDirectory(prefix="crieur-servers-") as folder:
        network = LocalNetwork(Path(folder), installed_tools())
        try:
            network.start()
            yield network
        finally:
            network.close()


@pytest.fixture(scope="session")
def people(network: LocalNetwork) -> Iterator[People]:
    people = People(installed_tools(), network.pds)
    yield people
    people.close()


@pytest.fixture(scope="session")
def newcomer(people: People) -> Newcomer:
    numbers = count(1)

    def sign_up(name: str) -> dict[str, str]:
        known_as = f"{name}{next(numbers)}"
        person: dict[str, str] = people.sign_up(known_as, title=name.title())
        return person | {"name": known_as}

    return sign_up


@pytest.fixture
def shop(network: LocalNetwork, newcomer: Newcomer, tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path, newcomer("bakery"))
    account = shop.connect(network)
    yield shop
    shop.credentials.forget(account)
    shop.close()


@pytest.fixture
def lea(newcomer: Newcomer, people: People, shop: Shop) -> Person:
    lea = newcomer("lea")
    people.follow(lea["name"], did=shop.person["did"])
    shop.network.follow(lea["did"])
    return lea


@pytest.fixture(autouse=True)
def server_runs_again(request: pytest.FixtureRequest) -> Iterator[None]:
    """Start the data server again after a test that failed while it was down."""
    yield
    if "network" in request.fixturenames:
        network: LocalNetwork = request.getfixturevalue("network")
        if network.is_stopped:
            network.start_server()
