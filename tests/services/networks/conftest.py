"""A bakery's account on a Bluesky server that goes wrong on request."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from services.networks.mastodon_town import TOKENS, Town, inhabited
from services.networks.opened import OPENERS, Opened
from services.networks.pds_double import PASSWORD, PdsDouble
from services.networks.plain_mastodon_double import PlainDouble
from services.networks.plain_mastodon_world import TOKEN
from services.networks.writing_desk import Desk
from services.networks.x_double import XDouble
from services.networks.x_shop import Shop, open_shop, populate

from desktop.services.domain.account import Account
from desktop.services.networks import registry
from desktop.services.networks.bluesky import Bluesky
from desktop.services.networks.contract import Credential, Network, SignIn
from desktop.services.networks.mastodon import Mastodon


@dataclass
class Bakery:
    """The account, its adapter, and the credentials it was told to keep."""

    pds: PdsDouble
    account: Account
    credential: Credential
    network: Bluesky
    kept: list[Credential] = field(default_factory=list)

    @property
    def did(self) -> str:
        """Return who the bakery is."""
        return self.account.native_id


@pytest.fixture
def pds() -> Iterator[PdsDouble]:
    """Serve a bakery, two customers and what they wrote."""
    double = PdsDouble()
    world = double.world
    bakery, lea, tom = (world.sign_up(f"{name}.test") for name in ("bakery", "lea", "tom"))
    ours = world.post(bakery, "Le pain du matin est prêt", langs=["fr"])
    reply = {"parent": world.reference(ours), "root": world.reference(ours)}
    world.post(lea, "Délicieux !", reply=reply)
    for number in range(8):
        world.post(tom, f"Promenade {number}")
    mention = {"$type": "app.bsky.richtext.facet#mention", "did": bakery}
    facet = {"index": {"byteStart": 8, "byteEnd": 20}, "features": [mention]}
    world.post(tom, "Bravo à @bakery.test", facets=[facet])
    world.write(lea, "app.bsky.feed.like", {"subject": world.reference(ours)})
    for person in (lea, tom):
        world.write(person, "app.bsky.graph.follow", {"subject": bakery})
    world.write(bakery, "app.bsky.graph.follow", {"subject": lea})
    for purpose, name in (("modlist", "Importuns"), ("curatelist", "Quartier")):
        kept = {"purpose": f"app.bsky.graph.defs#{purpose}", "name": name}
        uri = world.write(bakery, "app.bsky.graph.list", kept)
        world.write(bakery, "app.bsky.graph.listitem", {"list": uri, "subject": tom})
    yield double
    double.close()


@pytest.fixture
def bakery(pds: PdsDouble) -> Iterator[Bakery]:
    """Sign the bakery in."""
    asked = SignIn("bluesky", pds.server.url, "@bakery.test", PASSWORD)
    account, credential = registry.Networks().sign_in(asked)
    kept: list[Credential] = []
    network = registry.Networks().open_network(account, credential, kept.append)
    assert isinstance(network, Bluesky)
    yield Bakery(pds, account, credential, network, kept)
    network.close()


@pytest.fixture
def town() -> Iterator[Town]:
    """Serve a bakery, its neighbours and what they wrote, the way Mastodon does."""
    town = inhabited()
    yield town
    town.close()


@pytest.fixture
def plain() -> Iterator[PlainDouble]:
    """Serve the same people the way the humbler servers of Mastodon's API do."""
    double = PlainDouble()
    yield double
    double.close()


@pytest.fixture
def shop(town: Town) -> Iterator[Mastodon]:
    """Sign the bakery in to Mastodon."""
    account, credential = registry.Networks().sign_in(
        SignIn("mastodon", town.url, "", TOKENS["bakery"])
    )
    network = registry.Networks().open_network(account, credential, lambda _: None)
    assert isinstance(network, Mastodon)
    yield network
    network.close()


@pytest.fixture
def x_shop() -> Iterator[Shop]:
    """Sign a shop in to a double of X's API that takes both of its vocabularies."""
    double = XDouble()
    populate(double)
    shop = open_shop(double)
    yield shop
    shop.network.close()
    double.close()


@pytest.fixture
def humble(plain: PlainDouble) -> Iterator[Mastodon]:
    """Sign the bakery in to the humbler server."""
    account, credential = registry.Networks().sign_in(SignIn("mastodon", plain.url, "", TOKEN))
    network = registry.Networks().open_network(account, credential, lambda _: None)
    assert isinstance(network, Mastodon)
    yield network
    network.close()


@pytest.fixture
def desk(plain: PlainDouble) -> Iterator[Desk]:
    """Seat the bakery at its writing desk on the humbler server."""
    desk = Desk(plain)
    yield desk
    desk.client.close()


@pytest.fixture(params=OPENERS.values(), ids=OPENERS)
def opened(request: pytest.FixtureRequest) -> Iterator[Opened]:
    """Open each of the adapters, one after the other."""
    account, network = request.param(request)
    yield account, network
    network.close()


@pytest.fixture
def account(opened: Opened) -> Account:
    """Return the account that signed in."""
    return opened[0]


@pytest.fixture
def network(opened: Opened) -> Network:
    """Return the account's adapter."""
    return opened[1]
