"""The double of X goes wrong to order: once or always, before the effect or after it."""

from collections.abc import Iterator

import pytest
import requests
from services.networks import x_faults as faults
from services.networks.x_asking import Client, home
from services.networks.x_double import XDouble


@pytest.fixture
def double() -> Iterator[XDouble]:
    double = XDouble()
    yield double
    double.close()


@pytest.fixture
def client(double: XDouble) -> Client:
    return Client(double)


@pytest.fixture
def lea(double: XDouble) -> str:
    lea = double.world.sign_up("lea")
    double.world.follow(double.me, lea)
    return lea


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (faults.signed_out, 401),
        (faults.out_of_credit, 402),
        (faults.out_of_plan, 403),
        (faults.blocked, 403),
        (faults.gone, 404),
        (faults.slow_down(x_rate_limit_reset="soon", retry_after="-1"), 429),
        (faults.usage_capped(), 429),
        (faults.broken(502), 502),
        (faults.broken_after(), 503),
    ],
)
def test_a_fault_comes_once_when_ordered_once(
    double: XDouble, client: Client, fault: faults.Fault, status: int
):
    double.fail("GET /2/users/me", fault)
    assert client.ask("GET", "/2/users/me").status_code == status
    assert client.ask("GET", "/2/users/me").status_code == 200
    assert double.calls("GET /2/users/me") == 2


def test_a_fault_may_last_and_hit_all(double: XDouble, client: Client):
    double.always("*", faults.out_of_credit)
    assert {client.ask("GET", path).status_code for path in ("/2/users/me", home(double))} == {402}
    double.recover()
    assert client.ask("GET", "/2/users/me").status_code == 200


@pytest.mark.parametrize("fault", [faults.lost, faults.cut_off, faults.truncated])
def test_an_answer_may_be_lost_after_the_effect(
    double: XDouble, client: Client, fault: faults.Fault
):
    double.fail("POST /2/tweets", fault)
    with pytest.raises(requests.RequestException):
        client.post("Bonjour").json()
    assert [said.typed for said in double.world.posts.values()] == ["Bonjour"]


def test_a_request_may_be_dropped_or_left_without_an_answer(double: XDouble, client: Client):
    double.fail("POST /2/tweets", faults.dropped, faults.silent(double.server))
    with pytest.raises(requests.ConnectionError):
        client.post("Bonjour")
    assert not double.world.posts
    with pytest.raises(requests.Timeout):
        requests.post(f"{double.url}/2/tweets", json={}, timeout=0.05)


def test_tokens_of_pages_may_run_in_circles(double: XDouble, client: Client, lea: str):
    double.world.post(lea, "Pain")
    double.always("GET /2/users/:id/tweets", faults.looping)
    first = client.get(f"/2/users/{lea}/tweets")
    token = first["meta"]["next_token"]
    assert client.get(f"/2/users/{lea}/tweets", pagination_token=token) == first


def test_part_of_an_answer_may_be_missing(double: XDouble, client: Client, lea: str):
    one, two = double.world.post(lea, "Un"), double.world.post(lea, "Deux")
    double.fail("GET /2/tweets", faults.partly(one))
    answer = client.get("/2/tweets", ids=f"{one},{two}")
    assert [each["id"] for each in answer["data"]] == [two]
    assert answer["errors"][0]["resource_id"] == one
