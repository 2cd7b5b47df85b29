"""What goes through a proxy, as far as this computer can know."""

import socket
from collections.abc import Callable

import pytest

from desktop.services.domain.proxy import Proxy
from desktop.services.wire_routes import Routes

PROXY = Proxy("http", "proxy.example", 3128)
URL = "https://shop.example/feed"

Answers = dict[str, list[str]]


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    time = [1_000.0]
    monkeypatch.setattr("desktop.services.wire_routes.time.monotonic", lambda: time[0])
    return time


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, now: list[float]) -> list[str]:
    """The names that were looked up; "slow" ones take five seconds and lead nowhere."""
    names: list[str] = []
    answers: Answers = {"shop.example": ["93.184.216.34"], "near.example": ["192.168.1.4"]}

    def look_up(host: str, port: int, **_: object) -> list[object]:
        names.append(host)
        if host not in answers:
            now[0] += 5 if host.startswith("slow") else 0
            raise socket.gaierror(socket.EAI_AGAIN, "unknown")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in answers[host]]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return names


def routes(permits: Callable[..., bool] = lambda *_: True) -> Routes:
    return Routes(permits, lambda _: PROXY)


def test_what_is_public_goes_through_the_proxy_and_is_looked_up_once_in_a_while(
    asked: list[str], now: list[float]
):
    ways = routes()
    assert [ways.proxy_for(URL), ways.proxy_for(URL)] == [PROXY, PROXY]
    assert asked == ["shop.example"]
    now[0] += 301
    ways.proxy_for(URL)
    assert asked == ["shop.example"] * 2


def test_what_is_near_goes_straight_to_where_the_socket_is_checked(asked: list[str]):
    assert routes().proxy_for("https://near.example/") is None
    assert routes().proxy_for("https://localhost:8443/") is None
    assert asked == ["near.example"]


def test_nothing_is_looked_up_where_there_is_no_proxy(asked: list[str]):
    assert Routes(lambda *_: True, lambda _: None).proxy_for(URL) is None
    assert not asked


def test_what_only_the_proxy_knows_is_judged_without_an_address(asked: list[str]):
    judged = []

    def permits(*what: object) -> bool:
        judged.append(what)
        return True

    assert routes(permits).proxy_for("http://far.example/") == PROXY
    assert judged == [("http", "far.example", 80, None)]


def test_what_may_not_be_reached_is_not_asked_of_the_proxy_either(asked: list[str]):
    with pytest.raises(PermissionError):
        routes(lambda *_: False).proxy_for(URL)


def test_a_computer_without_a_name_server_does_not_wait_for_one_at_every_name(
    asked: list[str], now: list[float]
):
    ways = routes()
    assert ways.proxy_for("https://slow.example/") == PROXY
    assert ways.proxy_for(URL) == PROXY
    assert asked == ["slow.example"]
    now[0] += 700
    ways.proxy_for(URL)
    assert asked == ["slow.example", "shop.example"]


def test_the_memory_of_names_has_an_end(asked: list[str]):
    ways = routes()
    for number in range(501):
        ways.proxy_for(f"https://shop{number}.example/")
    ways.proxy_for("https://shop0.example/")
    assert len(asked) == 502
