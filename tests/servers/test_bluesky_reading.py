"""What other people do on a real Bluesky network reaches the bakery."""

import pytest
from servers.conftest import Newcomer
from servers.patience import eventually
from servers.people import People
from servers.shop import PNG, Person, Shop, new_key

from desktop.services.domain.draft import Draft, ReplyTarget
from desktop.services.domain.errors import Missing
from desktop.services.domain.post import FacetKind, NotificationKind

pytestmark = pytest.mark.servers


def test_the_timeline_shows_what_other_clients_wrote(shop: Shop, lea: Person, people: People):
    did, handle = shop.person["did"], shop.person["handle"]
    post = people.post(lea["name"], text="Qui a du bon pain à Lyon ? 🥖")
    people.picture(lea["name"], text="Ma table", alt="Une tarte aux pommes", content=PNG.hex())
    people.mention(lea["name"], text="Je recommande", handle=handle, did=did)
    people.quote(lea["name"], text="Toujours d'actualité", **post)
    eventually(lambda: len(shop.feed()) >= 4)
    found = shop.feed()
    assert found["Qui a du bon pain à Lyon ? 🥖"].native_id == post["uri"]
    assert found["Ma table"].media[0].alt == "Une tarte aux pommes"
    mention = found[f"Je recommande @{handle}"]
    assert [(f.kind, f.target) for f in mention.facets] == [(FacetKind.MENTION, did)]
    quote = found["Toujours d'actualité"].quote
    assert quote is not None
    assert quote.text == "Qui a du bon pain à Lyon ? 🥖"
    assert found["Ma table"].author.name == "Lea"


def test_pages_follow_one_another_without_a_gap_or_a_double(
    shop: Shop, lea: Person, people: People
):
    for number in range(12):
        people.post(lea["name"], text=f"Message {number}")
    eventually(lambda: f"Message {11}" in shop.feed())
    seen: list[str] = []
    cursor = ""
    while True:
        page = shop.network.home(cursor, limit=5)
        seen += [arrival.post.text for arrival in page.items]
        cursor = page.older
        if not cursor:
            break
    messages = [text for text in seen if text.startswith("Message")]
    assert messages == [f"Message {number}" for number in range(11, -1, -1)]


def test_notifications_tell_who_did_what(shop: Shop, lea: Person, people: People):
    ours = shop.network.publish(Draft("Tartes à la fraise"), new_key())
    named = {"uri": ours.native_id, "cid": ours.version}
    people.like(lea["name"], **named)
    people.repost(lea["name"], **named)
    people.reply(lea["name"], text="Miam", **named)
    people.quote(lea["name"], text="À ne pas manquer", **named)
    people.mention(lea["name"], text="Bravo", handle=shop.person["handle"], did=shop.person["did"])
    kinds = set(NotificationKind) - {NotificationKind.FOLLOW_REQUEST}
    eventually(lambda: {each.kind for each in shop.network.notifications().items} == kinds)
    found = {each.kind: each for each in shop.network.notifications().items}
    assert {each.actor.native_id for each in found.values()} == {lea["did"]}
    for kind in (NotificationKind.LIKE, NotificationKind.REPOST, NotificationKind.REPLY):
        assert found[kind].subject_id == ours.native_id
    reply = found[NotificationKind.REPLY].post
    assert reply is not None
    assert (reply.text, reply.reply_to) == ("Miam", ours.native_id)
    shop.network.mark_seen()


def test_search_finds_what_was_said_anywhere(shop: Shop, newcomer: Newcomer, people: People):
    stranger = newcomer("tom")
    post = people.post(stranger["name"], text="Introuvable brioche vendéenne")
    found = eventually(lambda: shop.network.search("vendéenne").items)
    assert [each.native_id for each in found] == [post["uri"]]
    assert not shop.network.search("motjamaisécrit").items


def test_a_thread_is_read_from_its_root(shop: Shop, lea: Person, people: People):
    root = people.post(lea["name"], text="Quel pain ce matin ?")
    first = people.reply(lea["name"], text="Je réponds moi-même", **root)
    ours = shop.network.publish(
        Draft(
            "Du seigle",
            lang="fr",
            reply_to=ReplyTarget(first["uri"], first["cid"], root["uri"], root["cid"]),
        ),
        new_key(),
    )
    thread = eventually(
        lambda: [posts for posts in [shop.network.thread(root["uri"])] if len(posts) == 3]
    )[0]
    assert [post.text for post in thread] == [
        "Quel pain ce matin ?",
        "Je réponds moi-même",
        "Du seigle",
    ]
    assert shop.network.thread(ours.native_id)[0].native_id == root["uri"]


def test_people_are_known_with_their_followers_and_posts(shop: Shop, lea: Person, people: People):
    people.post(lea["name"], text="Bonjour")
    me = shop.account.native_id
    eventually(lambda: shop.network.followers(me).items)
    assert [each.native_id for each in shop.network.followers(me).items] == [lea["did"]]
    assert [each.native_id for each in shop.network.following(me).items] == [lea["did"]]
    author = eventually(lambda: [a for a in [shop.network.profile(lea["handle"])] if a.posts == 1])[
        0
    ]
    assert (author.native_id, author.name, author.followers) == (lea["did"], "Lea", 1)
    assert [post.text for post in shop.network.author_posts(lea["did"]).items] == ["Bonjour"]
    with pytest.raises(Missing):
        shop.network.profile("nobody.test")
    assert shop.network.me().name == "Bakery"
