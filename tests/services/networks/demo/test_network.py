from dataclasses import replace

import pytest
from services.networks.demo.conftest import PLACE

from desktop.services.domain.errors import InvalidField
from desktop.services.networks.contract import Credential, SignIn
from desktop.services.networks.demo.network import DemoRegistry


def test_the_shop_has_an_account_on_three_networks(networks: DemoRegistry):
    accounts = [networks.sign_in(SignIn(name, "", "", ""))[0] for name in networks.networks]

    assert len({account.network for account in accounts}) == 3
    assert {account.name for account in accounts} == {"Boulangerie Lumière"}
    assert all(account.server.endswith(".example") for account in accounts)


def test_all_doors_lead_into_the_same_world(networks: DemoRegistry):
    account, credential = networks.sign_in(SignIn(PLACE, "", "", ""))
    first, second = (networks.open_network(account, credential, lambda _: None) for _ in range(2))
    post = first.home(limit=1).items[0].post
    first.like(post.native_id, post.version)

    assert second.home(limit=1).items[0].post.viewer.like_id
    first.mark_seen()
    first.close()
    assert second.me() == account


def test_a_network_that_nobody_invented_is_an_invalid_field(networks: DemoRegistry):
    account, _ = networks.sign_in(SignIn(PLACE, "", "", ""))
    with pytest.raises(InvalidField):
        networks.sign_in(SignIn("demo-nowhere", "", "", ""))
    with pytest.raises(InvalidField):
        networks.open_network(
            replace(account, network="demo-nowhere"),
            Credential(""),
            lambda _: None,
        )
