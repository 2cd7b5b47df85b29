"""How each network is called."""

import pytest

from desktop.views.networks import network_name


@pytest.mark.parametrize(
    ("network", "name"),
    [("bluesky", "Bluesky"), ("demo-forum", "Parvis"), ("mastodon", "Mastodon")],
)
def test_a_network_is_called_by_a_name_for_people(network, name):
    assert network_name(network) == name
