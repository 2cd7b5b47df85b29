"""Adapters open by name, and a library is imported only for who uses its network."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from services.networks.conftest import Bakery
from services.proxy_double import Habits, ProxyDouble

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.errors import InvalidField, SignedOut, Unreachable
from desktop.services.networks import registry
from desktop.services.networks.contract import Credential, SignIn
from desktop.services.way_out import WayOut


def test_no_adapter_is_imported_before_it_is_opened():
    code = (
        "import sys; import desktop.services.networks.registry;"
        "print([name for name in sys.modules if 'networks.bluesky' in name or 'demo' in name])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert answer.stdout.strip() == "[]", answer.stderr


@pytest.mark.parametrize("network", ["", "myspace"])
def test_an_unknown_network_is_an_invalid_field(network: str):
    with pytest.raises(InvalidField):
        registry.Networks().sign_in(SignIn(network, "", "x", "y"))
    account = Account(1, network, "x", "x", "x", "https://x.y")
    with pytest.raises(InvalidField):
        registry.Networks().open_network(account, Credential("{}"), lambda _: None)


@pytest.fixture
def proxy() -> Iterator[ProxyDouble]:
    """A proxy that refuses whatever is asked."""
    double = ProxyDouble(Habits(status=403))
    yield double
    double.close()


FAR = "https://93.184.216.34"
ASKED = SignIn("", FAR, "shop", "abcd-efgh-ijkl-mnop")
CREDENTIALS = {
    "bluesky": '{"did": "did:plc:shop", "access": "a", "refresh": "r"}',
    "mastodon": '{"token": "t"}',
    "feed": "",
}


@pytest.mark.parametrize("network", ["bluesky", "mastodon", "feed"])
def test_who_signs_in_leaves_by_the_way_out(network: str, proxy: ProxyDouble):
    networks = registry.Networks(WayOut(proxy.url))
    with pytest.raises(Unreachable) as trouble:
        networks.sign_in(replace(ASKED, network=network))
    assert trouble.value.proxy == "refused"
    assert proxy.asked


@pytest.mark.parametrize("network", ["mastodon", "x"])
def test_a_sign_in_in_the_browser_leaves_by_the_way_out(network: str, proxy: ProxyDouble):
    networks = registry.Networks(WayOut(proxy.url))
    request = SignIn(network, FAR, "Y3JpZXVyLXRlc3Q6MTpjaQ", "")
    with pytest.raises(Unreachable) as trouble:
        networks.begin(request, "http://127.0.0.1:8723/callback").finish("a-code")
    assert trouble.value.proxy == "refused"


@pytest.mark.parametrize(("network", "credential"), CREDENTIALS.items())
def test_an_open_account_leaves_by_the_way_out(network: str, credential: str, proxy: ProxyDouble):
    account = Account(1, network, f"{FAR}/feed", "shop", "Shop", FAR, caps=Cap.HOME)
    opened = registry.Networks(WayOut(proxy.url)).open_network(
        account, Credential(credential), lambda _: None
    )
    with pytest.raises(Unreachable) as trouble:
        opened.home()
    opened.close()
    assert trouble.value.proxy == "refused"


def test_a_credential_that_broke_asks_for_a_new_sign_in(bakery: Bakery):
    with pytest.raises(SignedOut):
        registry.Networks().open_network(bakery.account, Credential("rubbish"), lambda _: None)


def test_opening_an_account_asks_its_server_for_nothing(bakery: Bakery):
    before = len(bakery.pds.server.requests)
    registry.Networks().open_network(bakery.account, bakery.credential, lambda _: None).close()
    assert len(bakery.pds.server.requests) == before
