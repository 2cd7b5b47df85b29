"""Adapters open by name, and a library is imported only for who uses its network."""

import subprocess
import sys

import pytest
from services.networks.conftest import Bakery

from desktop.services.domain.account import Account
from desktop.services.domain.errors import InvalidField, SignedOut
from desktop.services.networks import registry
from desktop.services.networks.contract import Credential, SignIn


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


def test_a_credential_that_broke_asks_for_a_new_sign_in(bakery: Bakery):
    with pytest.raises(SignedOut):
        registry.Networks().open_network(bakery.account, Credential("rubbish"), lambda _: None)


def test_opening_an_account_asks_its_server_for_nothing(bakery: Bakery):
    before = len(bakery.pds.server.requests)
    registry.Networks().open_network(bakery.account, bakery.credential, lambda _: None).close()
    assert len(bakery.pds.server.requests) == before
