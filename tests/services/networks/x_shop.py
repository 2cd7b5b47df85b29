"""A shop on the double of X's API: its account, its adapter, and a meter that writes all down."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

import requests
from services.networks.x_double import XDouble

from desktop.services.domain.account import Account
from desktop.services.domain.charges import Charge
from desktop.services.domain.errors import BudgetReached
from desktop.services.domain.origin import typed_origin
from desktop.services.fetcher import ServerDoor
from desktop.services.networks.contract import Credential
from desktop.services.networks.hostile_json import moment
from desktop.services.networks.x import CAPS, X
from desktop.services.networks.x_client import XClient
from desktop.services.networks.x_hand_off import LIMITS
from desktop.services.networks.x_tokens import Tokens, tokens_of

REDIRECT = "http://127.0.0.1:8723/callback"
PRICES = {
    "post_read": 5_000,
    "user_read": 10_000,
    "list_read": 5_000,
    "post_create": 15_000,
    "post_create_with_link": 200_000,
    "reply_create": 10_000,
    "interaction": 15_000,
    "delete": 10_000,
    "counts": 5_000,
}
OWNED = 1_000


@dataclass
class Book:
    """A meter that adds up in the plainest way; `room` is how much may still be spent."""

    double: XDouble
    room: int = 10**9
    allowed: list[Charge] = field(default_factory=list)
    spent_on: list[tuple[Charge, str, tuple[str, ...]]] = field(default_factory=list)
    total: int = 0
    _read: set[tuple[str, str, str]] = field(default_factory=set)

    def allow(self, charge: Charge) -> None:
        most = charge.units * PRICES[charge.operation]
        if most > self.room:
            raise BudgetReached(self.room, self.total, most)
        self.allowed.append(charge)

    def spent(self, charge: Charge, endpoint: str, native_ids: Sequence[str] = ()) -> None:
        self.spent_on.append((charge, endpoint, tuple(native_ids)))
        units = charge.units
        if charge.operation.endswith("_read"):
            day = f"{self.double.world.now:%Y-%m-%d}"
            keys = {(charge.operation, each, day) for each in native_ids}
            assert len(keys) == units
            units = len(keys - self._read)
            self._read |= keys
        is_owned = charge.is_own and charge.operation.endswith("_read")
        self.total += units * (OWNED if is_owned else PRICES[charge.operation])

    def was_read_today(self, operation: str, native_id: str) -> bool:
        return (operation, native_id, f"{self.double.world.now:%Y-%m-%d}") in self._read


@dataclass
class Shop:
    """The account, its adapter, its meter, and the credentials it was told to keep."""

    double: XDouble
    account: Account
    credential: Credential
    book: Book
    client: XClient
    network: X
    kept: list[Credential] = field(default_factory=list)

    @property
    def clients(self) -> tuple[str, ...]:
        """Return the ids of everybody but the shop."""
        return tuple(each for each in self.double.world.people if each != self.double.me)


def charged(shop: Shop) -> list[str]:
    """Return what was paid for, call by call."""
    return [charge.operation for charge, *_ in shop.book.spent_on if charge.units]


def assert_paid(shop: Shop) -> None:
    """Check that what was written down is what X puts on the bill."""
    assert shop.book.total == shop.double.bill.total


def open_shop(double: XDouble) -> Shop:
    """Return the shop, signed in."""
    values = {
        "access": double.access_token,
        "refresh": double.refresh_token,
        "client_id": double.client_id,
    }
    until = moment("2100-01-01T00:00:00Z")
    assert until is not None
    credential = Tokens(**values, expires_at=until).credential()
    account = Account(
        id=7,
        network="x",
        native_id=double.me,
        handle="shop",
        name="Boulangerie Martin",
        server=double.url,
        caps=CAPS,
        limits=LIMITS,
    )
    return shop_of(double, account, credential)


def shop_of(double: XDouble, account: Account, credential: Credential) -> Shop:
    """Return the shop as a start of the program opens it."""
    kept: list[Credential] = []
    book = Book(double)
    door = ServerDoor(typed_origin(account.server))
    client = XClient(
        door,
        tokens_of(credential),
        kept.append,
        meter=book,
        clock=lambda: double.world.now,
    )
    network = X(account, client)
    return Shop(double, account, credential, book, client, network, kept)


def populate(double: XDouble) -> None:
    """Fill the double with customers who spoke to the shop and of it."""
    world, shop = double.world, double.me
    lea, tom = world.sign_up("lea", bio="Lyon"), world.sign_up("tom")
    for person in (lea, tom):
        world.follow(shop, person)
        world.follow(person, shop)
    ours = world.post(shop, "Le pain du matin est prêt", lang="fr")
    world.post(lea, "@shop Délicieux !", reply_to=ours, lang="fr")
    for number in range(8):
        world.post(tom, f"Promenade {number} avec @shop", lang="fr")
    world.repost(tom, ours)
    world.post(lea, "Bravo à @shop pour le pain #levain", lang="fr")
    world.make_list(shop, "Clients", lea, tom)


def agree(address: str) -> dict[str, str]:
    """Open X's page as the browser does, agree, and return what it brings back."""
    answer = requests.get(address, allow_redirects=False, timeout=5)
    back = urlsplit(answer.headers["Location"])
    assert f"{back.scheme}://{back.netloc}{back.path}" == REDIRECT
    return {name: values[0] for name, values in parse_qs(back.query).items()}
