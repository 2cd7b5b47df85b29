"""How each network is called."""

from dataclasses import replace

import pytest

from desktop.services.domain.account import Account
from desktop.views.networks import account_handle, network_name


@pytest.mark.parametrize(
    ("network", "name"),
    [("bluesky", "Bluesky"), ("demo-forum", "Parvis"), ("mastodon", "Mastodon")],
)
def test_a_network_is_called_by_a_name_for_people(network, name):
    assert network_name(network) == name


def test_an_account_is_called_by_its_handle_and_a_website_by_its_title():
    account = Account(1, "mastodon", "a@b.test", "a@b.test", "Anna", "https://b.test")
    assert account_handle(account) == "@a@b.test"
    site = replace(account, network="feed", name="Manger à Lyon")
    assert account_handle(site) == "Manger à Lyon"
