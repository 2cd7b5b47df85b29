"""A month with X: the ledger, X's own bill and the sum worked out by hand are one figure."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from services.networks.x_double import XDouble
from services.networks.x_faults import broken, lost, out_of_credit, slow_down, usage_capped
from services.networks.x_shop import Shop, open_shop
from services.spent import spending_on, x_account

from desktop.services.domain.draft import Draft, PublishKey, ReplyTarget
from desktop.services.domain.errors import (
    AllowanceUsedUp,
    BudgetReached,
    NetworkTrouble,
    OutcomeUnknown,
    PaymentRequired,
    Refused,
)
from desktop.services.domain.prices import MICROS
from desktop.services.networks.x import X
from desktop.services.networks.x_client import XClient
from desktop.services.spending import Spending
from desktop.services.storage.rows import Rows

FIRST = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
HOME = "GET /2/users/:id/timelines/reverse_chronological"
MENTIONS = "GET /2/users/:id/mentions"
CREATE = "POST /2/tweets"


@pytest.fixture
def double() -> Iterator[XDouble]:
    double = XDouble(now=FIRST)
    yield double
    double.close()


@pytest.fixture
def spending(rows: Rows, double: XDouble) -> Spending:
    spending = spending_on(rows, lambda: double.world.now)
    spending.set_cap(50 * MICROS)
    return spending


@pytest.fixture
def network(rows: Rows, double: XDouble, spending: Spending) -> Iterator[X]:
    account_id = x_account(rows).id
    spending.set_owns_app(account_id, True)
    shop: Shop = open_shop(double)
    client: XClient = shop.client
    client._meter = spending.meter(account_id)
    yield shop.network
    shop.network.close()


def key(double: XDouble) -> PublishKey:
    return PublishKey(f"uuid-{double.world.now}", "", double.world.now)


def test_the_ledger_of_a_month_is_what_x_puts_on_the_bill(
    network: X, double: XDouble, spending: Spending
):
    world, me = double.world, double.me
    lea, tom = world.sign_up("lea"), world.sign_up("tom")
    world.follow(me, tom)
    world.follow(lea, me)
    world.make_list(me, "Clients", lea)
    for day in range(30):
        world.now = FIRST + timedelta(days=day)
        _a_day(network, double, day, lea, tom)
    _once(network, double, me, spending)
    assert spending.month().unconfirmed == 0
    assert spending.spent() == double.bill.total == DAILY + ONCE == 2_042_000


DAILY = (
    60 * 5_000  # two walks of tom's a day
    + 29 * 5_000  # and below them the newest of the day before
    + (1 + 2 + 3 + 4 + 26 * 5) * 1_000  # the five newest mentions, one's own, anew each day
    + 60 * 5_000  # two counts a day
    + (1 + 2 + 8 * 3) * 5_000  # every third day what a week said about the leaven
    + 30 * 10_000  # an answer a day
    + 30 * 15_000  # a post a day
)
ONCE = (
    200_000  # a post with a link, whose answer was lost
    + 10_000  # who the account is
    + 10_000  # tom's profile
    + 1_000  # one follower of one's own
    + 1_000  # one list of one's own
    + 15_000  # a repost
    + 10_000  # its end
    + 10_000  # the end of a post
    + 3 * 5_000  # a last look at what the shop itself said
)


def _a_day(network: X, double: XDouble, day: int, lea: str, tom: str) -> None:
    world = double.world
    world.post(tom, f"Promenade {day}")
    world.post(tom, f"Il pleut {day}")
    for _ in range(2):
        # What was read once is not paid again before midnight in Greenwich.
        network.home(limit=3 if day else 2)
    mention = world.post(lea, f"@shop Ouvert le {day} ?")
    network.notifications(limit=5)
    with suppress(NetworkTrouble):
        double.fail(MENTIONS, (slow_down(), broken(503), usage_capped())[day % 3])
        network.notifications()
    world.now += timedelta(hours=1)
    if day % 3 == 0:
        world.post(lea, f"levain {day}")
    network.search("levain", limit=10) if day % 3 == 0 else network.search("introuvable")
    network.counts("pain")
    target = ReplyTarget(mention, mention, mention, mention)
    network.publish(Draft(f"Oui, le {day}", reply_to=target), key(double))
    network.publish(Draft(f"Pain du jour {day}"), key(double))


def _once(network: X, double: XDouble, me: str, spending: Spending) -> None:
    double.fail(CREATE, lost)
    draft, made = Draft("La carte : fournil.fr"), key(double)
    with pytest.raises(OutcomeUnknown):
        network.publish(draft, made)
    assert spending.month().unconfirmed == 200_000
    network.me()
    network.profile("tom")
    network.followers(me)
    network.lists()
    post = network.home(limit=3).items[0].post
    act = network.repost(post.native_id, post.version)
    network.undo(act)
    # What was paid in the home feed is not paid again, also where it would have been cheaper.
    assert network.find_published(draft, made) is not None
    network.delete(post.native_id)


def test_what_x_refuses_costs_nothing(network: X, double: XDouble, spending: Spending):
    double.fail(HOME, out_of_credit, usage_capped(), broken(500))
    for error in (PaymentRequired, AllowanceUsedUp, NetworkTrouble):
        with pytest.raises(error):
            network.home()
    stranger = double.world.post(double.world.sign_up("eva"), "Il neige")
    answer = Draft("Entrez", reply_to=ReplyTarget(stranger, stranger, stranger, stranger))
    with pytest.raises(Refused):
        network.publish(answer, key(double))
    assert spending.spent() == double.bill.total == 0


def test_nothing_is_asked_beyond_the_cap(network: X, double: XDouble, spending: Spending):
    spending.set_cap(100_000)
    with pytest.raises(BudgetReached):
        network.publish(Draft("La carte : fournil.fr"), key(double))
    network.publish(Draft("La carte est dans la vitrine"), key(double))
    with pytest.raises(BudgetReached):
        network.home()
    assert len(network.home(limit=10).items) == 1
    assert spending.spent() == double.bill.total == 20_000
    double.world.now += timedelta(days=30)
    network.home()
    assert double.bill.total == 25_000


@pytest.mark.parametrize(("is_owner", "price"), [(True, 1_000), (False, 5_000)])
def test_only_the_apps_owner_reads_their_own_for_less(
    network: X, double: XDouble, spending: Spending, is_owner: bool, price: int
):
    spending.set_owns_app(1, is_owner)
    double.bill.app_owner = double.me if is_owner else ""
    double.world.post(double.world.sign_up("lea"), "@shop Ouvert ?")
    network.notifications()
    assert spending.spent() == double.bill.total == price
