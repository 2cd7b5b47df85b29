"""Crieur's use cases over a Mastodon-API server in a process of its own, with a real keyring."""

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import requests
from journeys.browser import Browser
from servers.bakery import Bakery
from servers.mastodon_server import MastodonServer
from servers.shop import PNG
from services.loopback import Answer, Loopback, Request, Response, reset

from desktop.services.domain.account import AccountState
from desktop.services.domain.draft import Attachment, Draft, OutboxState, ReplyTarget
from desktop.services.domain.errors import Unreachable
from desktop.services.domain.feed import FeedKind
from desktop.services.networks.mastodon_oauth import token_of

pytestmark = pytest.mark.servers


@pytest.fixture(scope="module")
def server() -> Iterator[MastodonServer]:
    with tempfile.TemporaryDirectory(prefix="crieur-mastodon-") as folder:
        server = MastodonServer(Path(folder))
        try:
            server.start()
            server.follow("bakery", "lea")
            yield server
        finally:
            server.close()


@pytest.fixture
def bakery(server: MastodonServer, tmp_path: Path) -> Iterator[Bakery]:
    bakery = Bakery(tmp_path)
    account = bakery.sign_in(server.url, Browser())
    yield bakery
    bakery.credentials.forget(account)
    bakery.close()
    if not server.is_running:
        server.start()


def test_the_browser_signs_in_and_the_keyring_opens_the_next_start(
    server: MastodonServer, tmp_path: Path
):
    bakery, browser = Bakery(tmp_path), Browser()
    account = bakery.sign_in(server.url, browser)
    assert (account.native_id, account.server) == ("bakery@town.example", server.url)
    assert "Crieur is connected." in browser.shown
    kept = bakery.credentials.read(account)
    assert kept is not None
    server.post("lea", "Bonjour du marché")
    bakery.close()
    bakery.open()
    assert bakery.accounts.all()[0].state is AccountState.CONNECTED
    assert "Bonjour du marché" in bakery.read()
    bakery.accounts.disconnect(bakery.account_id)
    assert bakery.credentials.read(account) is None
    header = {"Authorization": f"Bearer {token_of(kept).access}"}
    address = f"{server.url}/api/v1/accounts/verify_credentials"
    assert requests.get(address, headers=header, timeout=10).status_code == 401
    bakery.close()


def test_a_picture_leaves_with_its_description(server: MastodonServer, bakery: Bakery):
    picture = Attachment(PNG, "image/png", "Une tarte aux prunes, encore chaude", 1, 1)
    draft = Draft("La tarte du jour", lang="fr", attachments=(picture,))
    sent = bakery.publishing.send(bakery.publishing.queue(bakery.account_id, draft).id)
    assert sent.state is OutboxState.SENT
    (post,) = server.said_by("bakery", "La tarte du jour")
    assert post["language"] == "fr"
    (shown,) = post["media_attachments"]
    assert shown["description"] == "Une tarte aux prunes, encore chaude"
    (media,) = bakery.read()["La tarte du jour"].post.media
    assert media.alt == "Une tarte aux prunes, encore chaude"


def test_an_answer_names_its_reader_and_is_as_private_as_the_question(
    server: MastodonServer, bakery: Bakery
):
    asked = server.post("lea", "@bakery Une fougasse pour moi ?", visibility="direct")
    entry = bakery.read(FeedKind.MENTION)["@bakery Une fougasse pour moi ?"]
    post = entry.post
    assert post.visibility == "direct"
    target = ReplyTarget(post.native_id, post.version, post.root or post.native_id, "")
    words = "@lea@town.example Avec plaisir"
    draft = Draft(words, reply_to=target, visibility="direct")
    sent = bakery.publishing.send(bakery.publishing.queue(bakery.account_id, draft).id)
    assert sent.state is OutboxState.SENT
    (answer,) = server.said_by("bakery", "Avec plaisir")
    assert (answer["in_reply_to_id"], answer["visibility"]) == (asked["id"], "direct")
    assert words in answer["content"]
    thread = bakery.timeline.thread(bakery.account_id, entry)
    assert [each.depth for each in thread] == [0, 1]


def test_a_boost_a_favourite_and_a_follow_are_done_and_taken_back(
    server: MastodonServer, bakery: Bakery
):
    said = server.post("lea", "Le marché de Noël commence samedi")
    entry = bakery.read()["Le marché de Noël commence samedi"]
    acts, who = bakery.interactions, bakery.account_id

    def counts() -> tuple[int, int]:
        shown = server.call("GET", f"statuses/{said['id']}", "lea")
        return shown["favourites_count"], shown["reblogs_count"]

    acts.like(who, entry.post_id)
    acts.repost(who, entry.post_id)
    assert counts() == (1, 1)
    acts.unlike(who, entry.post_id)
    acts.unrepost(who, entry.post_id)
    assert counts() == (0, 0)
    assert not bakery.people.refresh(who, "tom@town.example").relation.following_id
    assert bakery.people.follow(who, "tom@town.example").relation.following_id
    server.post("tom", "Une promenade au parc")
    assert "Une promenade au parc" in bakery.read()
    assert not bakery.people.unfollow(who, "tom@town.example").relation.following_id
    server.follow("tom", "bakery")
    bakery.read()
    assert bakery.people.refresh(who, "tom@town.example").relation.followed_by


def test_what_is_deleted_here_or_there_is_gone_on_both_sides(
    server: MastodonServer, bakery: Bakery
):
    bakery.publishing.send(bakery.publishing.queue(bakery.account_id, Draft("À retirer")).id)
    theirs = server.post("lea", "Retiré aussitôt")
    stored = bakery.read()
    bakery.interactions.delete(bakery.account_id, stored["À retirer"].post_id)
    assert server.said_by("bakery", "À retirer") == []
    server.call("DELETE", f"statuses/{theirs['id']}", "lea")
    # What has only just been written is given time to appear everywhere.
    bakery.ahead = timedelta(hours=1)
    server.post("lea", "Plus récent")
    stored = bakery.read()
    assert "Plus récent" in stored
    assert {"À retirer", "Retiré aussitôt"}.isdisjoint(stored)


def test_a_server_that_is_killed_costs_nothing_that_was_read_or_written(
    server: MastodonServer, bakery: Bakery
):
    server.post("lea", "Avant la panne")
    assert "Avant la panne" in bakery.read()
    server.kill()
    item = bakery.publishing.queue(bakery.account_id, Draft("Écrit pendant la panne"))
    assert bakery.publishing.send(item.id).state is OutboxState.QUEUED
    with pytest.raises(Unreachable):
        bakery.read()
    assert "Avant la panne" in bakery.stored()
    assert bakery.accounts.all()[0].state is AccountState.CONNECTED
    server.start()
    bakery.publishing.send_waiting(bakery.account_id)
    bakery.publishing.send_waiting(bakery.account_id)
    assert len(server.said_by("bakery", "Écrit pendant la panne")) == 1
    assert "Écrit pendant la panne" in bakery.read()


def test_a_post_whose_answer_is_lost_on_the_way_is_found_and_not_sent_again(
    server: MastodonServer, tmp_path: Path
):
    between = Between(server)
    bakery = Bakery(tmp_path)
    account = bakery.sign_in(between.line.url, Browser())
    between.loses = 1
    item = bakery.publishing.queue(bakery.account_id, Draft("Une seule fois", lang="fr"))
    first = bakery.publishing.send(item.id)
    assert first.state in (OutboxState.UNKNOWN, OutboxState.SENT)
    bakery.publishing.resolve_unknown(bakery.account_id)
    bakery.publishing.send_waiting(bakery.account_id)
    assert bakery.publishing.outbox()[0].state is OutboxState.SENT
    assert between.sent == 1
    assert len(server.said_by("bakery", "Une seule fois")) == 1
    bakery.credentials.forget(account)
    bakery.close()
    between.line.close()


class Between:
    """A line to the server on which the answers to posts get lost, as often as it is told."""

    def __init__(self, server: MastodonServer) -> None:
        self._server = server
        self.loses = 0
        self.sent = 0
        self.line = Loopback(self._pass_on)

    def _pass_on(self, request: Request) -> Answer:
        is_post = (request.method, request.path) == ("POST", "/api/v1/statuses")
        kept = ("authorization", "content-type", "idempotency-key")
        answer = requests.request(
            request.method,
            f"{self._server.url}{request.path}",
            params=request.params,
            headers={name: request.headers[name] for name in kept if name in request.headers},
            data=request.body,
            timeout=10,
            allow_redirects=False,
        )
        self.sent += is_post
        if is_post and self.loses:
            self.loses -= 1
            return reset
        names = ("content-type", "location", "link")
        headers = {name: answer.headers[name] for name in names if name in answer.headers}
        return Response(answer.status_code, answer.content, headers)
