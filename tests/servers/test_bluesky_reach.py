"""Hashtags, lists, blocks and the end of a session on a real Bluesky network."""

import pytest
from servers.patience import eventually
from servers.people import People
from servers.shop import Person, Shop, new_key

from desktop.services.domain.draft import Draft
from desktop.services.domain.errors import SignedOut

pytestmark = pytest.mark.servers


def test_posts_with_a_hashtag_are_found(shop: Shop):
    published = shop.network.publish(
        Draft("Le premier du jour #levainmaison", lang="fr"), new_key()
    )

    def found() -> list[str]:
        return [post.native_id for post in shop.network.tagged("levainmaison").items]

    assert eventually(found) == [published.native_id]
    assert shop.network.tagged("personne_ne_dit_cela").items == ()


def test_a_list_of_people_is_a_feed(shop: Shop, lea: Person, people: People):
    me = shop.person["name"]
    people.keep_list(me, title="Importuns", purpose="modlist", did=lea["did"])
    made = people.keep_list(me, title="Quartier", purpose="curatelist", did=lea["did"])
    told = people.post(lea["name"], text="Bonjour du quartier")
    (kept,) = eventually(shop.network.lists)
    assert (kept.native_id, kept.name) == (made["uri"], "Quartier")

    def said() -> list[str]:
        return [post.native_id for post in shop.network.list_posts(kept.native_id).items]

    assert eventually(said) == [told["uri"]]
    assert shop.network.list_posts(made["uri"][:-1] + "0").items == ()


def test_who_is_blocked_is_gone_from_home_until_it_is_undone(
    shop: Shop, lea: Person, people: People
):
    people.post(lea["name"], text="Bonjour toujours")
    eventually(lambda: "Bonjour toujours" in shop.feed())
    act_id = shop.network.block(lea["did"])
    eventually(lambda: "Bonjour toujours" not in shop.feed())
    shop.network.undo(act_id)
    shop.network.undo(act_id)
    eventually(lambda: "Bonjour toujours" in shop.feed())


def test_a_session_that_was_ended_cannot_be_renewed(shop: Shop):
    shop.network.sign_out()
    shop.network.sign_out()
    with pytest.raises(SignedOut):
        shop.network._xrpc._renewed(shop.network._xrpc._tokens)
