"""Timeline, outbox, acts and people over a real Bluesky network, as the screens use them."""

from contextlib import suppress
from dataclasses import dataclass

import pytest
from servers.local_network import LocalNetwork
from servers.patience import eventually
from servers.people import People as Others
from servers.shop import Person, Shop

from desktop.services.deletions import Deletions
from desktop.services.domain.draft import Draft, OutboxState
from desktop.services.domain.errors import NetworkTrouble
from desktop.services.domain.feed import FeedEntry, FeedFilter, FeedKind
from desktop.services.ingest import Ingest
from desktop.services.interactions import Interactions
from desktop.services.mentions import Mentions
from desktop.services.networks.xrpc import utc_now
from desktop.services.people import People
from desktop.services.publishing import Publishing
from desktop.services.storage.rows import Rows
from desktop.services.timeline import Timeline

pytestmark = pytest.mark.servers


@dataclass
class Desk:
    """The use cases of one workspace."""

    account_id: int
    timeline: Timeline
    publishing: Publishing
    interactions: Interactions
    people: People

    def entries(self, kind: FeedKind = FeedKind.HOME) -> dict[str, FeedEntry]:
        """Refresh, and return what is stored by its text."""
        self.timeline.refresh(self.account_id)
        ids = self.timeline.window(FeedFilter(kind)).ids
        found = self.timeline.entries(ids)
        return {entry.post.text: entry for entry in found if entry.post is not None}

    def wait_for(self, text: str, kind: FeedKind = FeedKind.HOME) -> FeedEntry:
        """Refresh until a text has come."""
        return eventually(lambda: self.entries(kind).get(text))


@pytest.fixture
def desk(shop: Shop) -> Desk:
    rows, accounts = Rows(shop.database), shop.accounts
    ingest = Ingest(rows, accounts, utc_now)
    mentions = Mentions(rows, accounts, utc_now)
    deletions = Deletions(rows, accounts, ingest, utc_now)
    return Desk(
        shop.account.id,
        Timeline(rows, accounts, ingest, mentions, deletions, clock=utc_now),
        Publishing(rows, accounts, ingest, utc_now),
        Interactions(rows, accounts),
        People(rows, accounts),
    )


def test_what_others_write_is_stored_searched_and_marked_read(
    desk: Desk, lea: Person, people: Others
):
    people.post(lea["name"], text="Avant la première visite")
    desk.wait_for("Avant la première visite")
    people.post(lea["name"], text="Un éclair au café, s'il vous plaît")
    entry = desk.wait_for("Un éclair au café, s'il vous plaît")
    assert entry.is_unread
    found = desk.timeline.search("eclair", FeedFilter())
    assert list(found.ids) == [entry.id]
    desk.timeline.mark_read([entry.id])
    assert not desk.timeline.entries([entry.id])[0].is_unread


def test_a_mention_reaches_the_mentions_and_its_thread(
    desk: Desk, shop: Shop, lea: Person, people: Others
):
    people.mention(lea["name"], text="Merci", handle=shop.person["handle"], did=shop.person["did"])
    text = f"Merci @{shop.person['handle']}"
    entry = desk.wait_for(text, FeedKind.MENTION)
    assert entry.post is not None
    people.reply(lea["name"], text="Et bravo", uri=entry.post.native_id, cid=entry.post.version)
    thread = eventually(
        lambda: [t for t in [desk.timeline.thread(desk.account_id, entry)] if len(t) == 2]
    )[0]
    assert [(each.depth, each.is_focus) for each in thread] == [(0, True), (1, False)]


def test_a_post_written_during_an_outage_goes_out_once_afterwards(
    desk: Desk, shop: Shop, lea: Person, people: Others, network: LocalNetwork
):
    item = desk.publishing.queue(desk.account_id, Draft("Fermé lundi", lang="fr"))
    network.stop_server()
    assert desk.publishing.send(item.id).state is OutboxState.QUEUED
    network.start_server()
    sent = desk.publishing.send(item.id)
    assert sent.state is OutboxState.SENT
    assert sent.published is not None
    held = people.records(lea["name"], did=shop.person["did"], collection="app.bsky.feed.post")
    assert [record["value"]["text"] for record in held] == ["Fermé lundi"]
    assert held[0]["uri"].endswith(item.key.record_key)


def test_a_post_whose_answer_was_lost_is_found_and_not_sent_again(
    desk: Desk, shop: Shop, lea: Person, people: Others
):
    """A program that dies between the server's answer and its own note of it starts again."""
    item = desk.publishing.queue(desk.account_id, Draft("Une seule fois", lang="fr"))
    shop.network.publish(item.draft, item.key)
    Rows(shop.database).outbox.move(item.id, OutboxState.SENDING, from_=OutboxState.QUEUED)
    assert desk.publishing.recover() == 1
    settled = desk.publishing.resolve_unknown(desk.account_id)
    assert [each.state for each in settled] == [OutboxState.SENT]
    held = people.records(lea["name"], did=shop.person["did"], collection="app.bsky.feed.post")
    assert len(held) == 1


def test_acts_on_a_post_reach_the_network_and_are_taken_back(
    desk: Desk, shop: Shop, lea: Person, people: Others
):
    people.post(lea["name"], text="À partager")
    entry = desk.wait_for("À partager")
    desk.interactions.like(desk.account_id, entry.post_id)
    desk.interactions.repost(desk.account_id, entry.post_id)
    stored = desk.timeline.entries([entry.id])[0]
    assert (stored.liked_by, stored.reposted_by) == ({desk.account_id}, {desk.account_id})
    desk.interactions.unlike(desk.account_id, entry.post_id)
    desk.interactions.unrepost(desk.account_id, entry.post_id)
    for name in ("like", "repost"):
        collection = f"app.bsky.feed.{name}"
        assert not people.records(lea["name"], did=shop.person["did"], collection=collection)


def test_a_deleted_post_leaves_the_stored_feed(desk: Desk, lea: Person, people: Others):
    people.post(lea["name"], text="Plus ancien")
    posted = people.post(lea["name"], text="À retirer")
    kept = people.post(lea["name"], text="À garder")
    desk.wait_for("À garder")
    people.delete(lea["name"], uri=posted["uri"])
    eventually(lambda: people.show(lea["name"], uri=posted["uri"]) is None)
    entries = desk.entries()
    assert entries["À garder"].post is not None
    assert entries["À garder"].post.native_id == kept["uri"]
    assert "À retirer" not in entries


def test_a_person_is_followed_and_unfollowed(desk: Desk, shop: Shop, lea: Person, people: Others):
    person = eventually(
        lambda: [
            each
            for each in [desk.people.refresh(desk.account_id, lea["did"])]
            if each.relation.is_friend and each.author.name == "Lea"
        ]
    )[0]
    assert person.author.handle == lea["handle"]
    assert not desk.people.unfollow(desk.account_id, lea["did"]).relation.following_id
    follows = people.records(
        lea["name"], did=shop.person["did"], collection="app.bsky.graph.follow"
    )
    assert not follows
    assert desk.people.follow(desk.account_id, lea["did"]).relation.following_id


def test_saved_posts_stay_readable_while_the_server_is_down(
    desk: Desk, lea: Person, people: Others, network: LocalNetwork
):
    people.post(lea["name"], text="Lisible hors ligne")
    entry = desk.wait_for("Lisible hors ligne")
    network.stop_server()
    with pytest.raises(NetworkTrouble):
        desk.timeline.refresh(desk.account_id)
    assert desk.timeline.entries([entry.id])[0].post == entry.post
    network.start_server()
    people.post(lea["name"], text="De nouveau en ligne")

    def is_back() -> bool:
        with suppress(NetworkTrouble):
            return "De nouveau en ligne" in desk.entries()
        return False

    eventually(is_back)
