"""What the bakery does on a real Bluesky network reaches other people, once."""

import pytest
from servers.local_network import LocalNetwork
from servers.patience import eventually
from servers.people import People
from servers.shop import PNG, Person, Shop, new_key

from desktop.services.domain.draft import Attachment, Draft
from desktop.services.domain.errors import Missing, OutcomeUnknown, Unreachable

pytestmark = pytest.mark.servers


def test_a_post_with_link_mention_tag_and_picture_is_seen_by_others(
    shop: Shop, lea: Person, people: People
):
    text = f"Été à la boulangerie ☀️ https://example.com/carte avec @{lea['handle']} #pain"
    picture = Attachment(PNG, "image/png", "La vitrine en été", 1, 1)
    published = shop.network.publish(Draft(text, lang="fr", attachments=(picture,)), new_key())
    view = eventually(lambda: people.show(lea["name"], uri=published.native_id))
    record = view["record"]
    assert (record["text"], record["langs"]) == (text, ["fr"])
    features = [facet["features"][0] for facet in record["facets"]]
    stretches = [
        text.encode()[facet["index"]["byteStart"] : facet["index"]["byteEnd"]].decode()
        for facet in record["facets"]
    ]
    assert stretches == ["https://example.com/carte", f"@{lea['handle']}", "#pain"]
    assert features[0]["uri"] == "https://example.com/carte"
    assert features[1]["did"] == lea["did"]
    assert features[2]["tag"] == "pain"
    assert view["embed"]["images"][0]["alt"] == "La vitrine en été"
    assert record["embed"]["images"][0]["aspectRatio"]["width"] == 1


def test_what_is_published_twice_under_one_key_is_there_once(
    shop: Shop, lea: Person, people: People
):
    draft, key = Draft("Une seule fournée"), new_key()
    assert shop.network.find_published(draft, key) is None
    published = shop.network.publish(draft, key)
    with pytest.raises(OutcomeUnknown):
        shop.network.publish(draft, key)
    assert shop.network.find_published(draft, key) == published
    posts = people.records(lea["name"], did=shop.person["did"], collection="app.bsky.feed.post")
    assert len(posts) == 1


def test_likes_reposts_and_follows_are_done_and_undone(shop: Shop, lea: Person, people: People):
    post = people.post(lea["name"], text="À aimer")
    eventually(lambda: shop.shown(post["uri"]))
    like = shop.network.like(post["uri"], post["cid"])
    repost = shop.network.repost(post["uri"], post["cid"])
    seen = eventually(
        lambda: [
            found
            for found in [shop.shown(post["uri"])]
            if found is not None and found.viewer.like_id and found.viewer.repost_id
        ]
    )[0]
    assert (seen.viewer.like_id, seen.viewer.repost_id) == (like, repost)
    assert (seen.counts.likes, seen.counts.reposts) == (1, 1)
    relation = eventually(lambda: shop.network.relations([lea["did"]]))[lea["did"]]
    assert relation.is_friend
    for act in (like, repost, relation.following_id):
        shop.network.undo(act)
        shop.network.undo(act)
    for name in ("feed.like", "feed.repost", "graph.follow"):
        held = people.records(lea["name"], did=shop.person["did"], collection=f"app.bsky.{name}")
        assert not held


def test_a_deleted_post_is_gone_for_everybody(shop: Shop, lea: Person, people: People):
    published = shop.network.publish(Draft("Erreur de prix"), new_key())
    eventually(lambda: people.show(lea["name"], uri=published.native_id))
    shop.network.delete(published.native_id)
    shop.network.delete(published.native_id)
    eventually(lambda: people.show(lea["name"], uri=published.native_id) is None)
    with pytest.raises(Missing):
        shop.network.thread(published.native_id)


def test_a_server_that_is_down_sends_nothing_and_is_found_again(
    shop: Shop, lea: Person, people: People, network: LocalNetwork
):
    draft, key = Draft("Écrit pendant la panne"), new_key()
    shop.network.home()
    network.stop_server()
    with pytest.raises(Unreachable):
        shop.network.home()
    with pytest.raises(Unreachable):
        shop.network.publish(draft, key)
    network.start_server()
    assert shop.network.find_published(draft, key) is None
    published = shop.network.publish(draft, key)
    view = eventually(lambda: people.show(lea["name"], uri=published.native_id))
    assert view["record"]["text"] == "Écrit pendant la panne"
    people.post(lea["name"], text="De retour")
    eventually(lambda: "De retour" in shop.feed())
