"""The choice of the way out: kept where it belongs, in force at once, and tried on request."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from fakes import FakeVault
from services.loopback import Loopback, Response
from services.proxy_double import Habits, ProxyDouble

from desktop.services.connection import Connection, Reached, account_to_ask
from desktop.services.domain.account import Account, Cap
from desktop.services.domain.errors import InvalidField, Unreachable, VaultTrouble
from desktop.services.domain.proxy import Proxy
from desktop.services.way_out import KEPT_AS, WayOut

PROXY = "http://jean@proxy.example:3128"
URL = "https://shop.example/"


@pytest.fixture
def way(vault: FakeVault) -> WayOut:
    return WayOut("none", lambda: vault.read(KEPT_AS))


@pytest.fixture
def connection(way: WayOut, vault: FakeVault) -> Connection:
    return Connection(way, vault)


@pytest.fixture
def server() -> Iterator[Loopback]:
    started = Loopback(lambda _: Response(404, b"no page here"))
    yield started
    started.close()


def test_a_proxy_is_used_from_the_next_call_on_with_its_password(
    connection: Connection, way: WayOut, vault: FakeVault
):
    connection.choose(PROXY, "secret")
    assert way.proxy_for(URL) == Proxy("http", "proxy.example", 3128, "jean", "secret")
    assert vault.secrets == {KEPT_AS: "secret"}


def test_the_kept_password_stays_unless_another_is_typed(
    connection: Connection, way: WayOut, vault: FakeVault
):
    connection.choose(PROXY, "secret")
    connection.choose("http://jean@other.example:3128")
    assert vault.secrets == {KEPT_AS: "secret"}
    connection.choose(PROXY, "")
    assert vault.secrets == {}


@pytest.mark.parametrize("setting", ["system", "none", "http://proxy.example:3128"])
def test_a_password_that_opens_nothing_any_more_is_forgotten(
    connection: Connection, vault: FakeVault, setting: str
):
    connection.choose(PROXY, "secret")
    connection.choose(setting, "secret")
    assert vault.secrets == {}


def test_a_locked_keyring_keeps_nobody_from_going_straight(
    connection: Connection, way: WayOut, vault: FakeVault
):
    connection.choose(PROXY, "secret")
    vault.trouble = "locked"
    connection.choose("none")
    assert way.proxy_for(URL) is None


def test_a_password_that_cannot_be_kept_changes_nothing(
    connection: Connection, way: WayOut, vault: FakeVault
):
    vault.trouble = "absent"
    with pytest.raises(VaultTrouble):
        connection.choose(PROXY, "secret")
    assert way.proxy_for(URL) is None


def test_what_is_no_proxy_changes_nothing(connection: Connection, way: WayOut):
    with pytest.raises(InvalidField):
        connection.choose("proxy without a port")
    assert way.proxy_for(URL) is None


def test_the_computer_s_own_setting_is_told(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
):
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert connection.system_proxy() is None
    monkeypatch.setenv("HTTPS_PROXY", "proxy.example:3128")
    assert connection.system_proxy() == Proxy("http", "proxy.example", 3128)
    monkeypatch.setenv("HTTPS_PROXY", "socks5://proxy.example:1080")
    with pytest.raises(Unreachable):
        connection.system_proxy()


def test_a_trial_asks_the_server_once_and_takes_any_answer(
    connection: Connection, server: Loopback
):
    assert connection.try_out(server.url) == Reached("localhost", "")
    assert [request.path for request in server.requests] == ["/"]


def test_a_trial_tells_what_is_wrong(connection: Connection, server: Loopback):
    server.close()
    with pytest.raises(Unreachable):
        connection.try_out(server.url)


def test_a_trial_goes_through_the_proxy(connection: Connection):
    proxy = ProxyDouble(Habits(status=407))
    connection.choose(proxy.url)
    with pytest.raises(Unreachable) as trouble:
        connection.try_out("https://93.184.216.34")
    assert trouble.value.proxy == "password"
    proxy.close()
    assert proxy.asked == ["CONNECT 93.184.216.34:443 HTTP/1.1"]


def test_secrets_may_be_kept_until_the_end_only(vault: FakeVault, way: WayOut):
    asked = []
    vault.keep_for_this_session_only = lambda: asked.append("memory")
    Connection(way, vault).keep_for_this_session_only()
    assert asked == ["memory"]


def test_the_server_of_a_free_account_that_signed_in_is_asked_first(account: Account):
    feed = replace(account, id=2, server="https://blog.example", caps=Cap.HOME | Cap.KEYLESS)
    paid = replace(account, id=3, server="https://api.x.com", caps=Cap.HOME | Cap.METERED)
    demo = replace(account, id=4, server="demo:place")
    assert account_to_ask([demo, feed, paid, account]) == account
    assert account_to_ask([demo, feed, paid]) == paid
    assert account_to_ask([demo, feed]) == feed
    assert account_to_ask([demo]) is None
