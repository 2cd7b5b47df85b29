"""Signing in to a real Bluesky network, with the session in a real keyring."""

from dataclasses import replace

import pytest
from servers.local_network import LocalNetwork
from servers.patience import eventually
from servers.people import People
from servers.shop import Person, Shop

from desktop.services.domain.account import AccountState
from desktop.services.domain.errors import InvalidField, SignedOut
from desktop.services.domain.origin import typed_origin
from desktop.services.fetcher import Question, ServerDoor
from desktop.services.networks import registry
from desktop.services.networks.contract import SignIn
from desktop.services.networks.xrpc import Tokens, tokens_of

pytestmark = pytest.mark.servers


def test_the_account_is_connected_and_its_secret_lies_in_the_keyring_alone(shop: Shop):
    assert (shop.account.native_id, shop.account.handle) == (
        shop.person["did"],
        shop.person["handle"],
    )
    kept = shop.credentials.read(shop.account)
    assert kept is not None
    tokens = tokens_of(kept)
    shop.database.close_thread()
    written = b"".join(path.read_bytes() for path in shop.folder.rglob("*") if path.is_file())
    for secret in (tokens.access, tokens.refresh, shop.person["app_password"]):
        assert secret.encode() not in written


@pytest.mark.parametrize("field", ["password", "app_password"])
def test_only_the_right_app_password_opens_the_account(
    network: LocalNetwork, shop: Shop, field: str
):
    wrong = {"password": shop.person["password"], "app_password": "aaaa-bbbb-cccc-dddd"}[field]
    with pytest.raises(InvalidField) as caught:
        registry.Networks().sign_in(SignIn("bluesky", network.pds, shop.person["handle"], wrong))
    reasons = {"password": "main_password", "app_password": "rejected"}
    assert (caught.value.field, caught.value.reason) == ("password", reasons[field])


def tokens(shop: Shop) -> Tokens:
    """Return what the keyring holds for the bakery."""
    kept = shop.credentials.read(shop.account)
    assert kept is not None
    return tokens_of(kept)


def let_expire(shop: Shop, network: LocalNetwork) -> None:
    """Put the session in the keyring as it is two hours later."""
    now = tokens(shop)
    later = replace(now, access=network.expired(now.access))
    shop.credentials.keep(shop.account, later.credential())
    shop.close()
    shop.open()


def test_the_account_opens_again_after_a_restart(shop: Shop, lea: Person, people: People):
    people.post(lea["name"], text="Après le redémarrage")
    shop.close()
    shop.open()
    eventually(lambda: "Après le redémarrage" in shop.feed())


def test_an_expired_session_is_renewed_and_the_new_one_lies_in_the_keyring(
    shop: Shop, network: LocalNetwork
):
    let_expire(shop, network)
    before = tokens(shop)
    assert shop.network.home() is not None
    after = tokens(shop)
    assert (after.did, after.access != before.access, after.refresh != before.refresh) == (
        before.did,
        True,
        True,
    )
    shop.close()
    shop.open()
    assert shop.network.me().handle == shop.person["handle"]


def test_a_session_ended_elsewhere_asks_for_a_new_sign_in(shop: Shop, network: LocalNetwork):
    door = ServerDoor(typed_origin(network.pds))
    bearer = {"Authorization": f"Bearer {tokens(shop).refresh}"}
    ended = door.ask(Question("POST", "/xrpc/com.atproto.server.deleteSession", headers=bearer))
    door.close()
    assert ended.status == 200
    let_expire(shop, network)
    with pytest.raises(SignedOut):
        shop.accounts.ask(shop.account.id, lambda opened: opened.home())
    assert shop.account.state is AccountState.SIGNED_OUT
    shop.connect(network)
    assert shop.account.state is AccountState.CONNECTED
    assert shop.network.home() is not None
