"""Posts that leave once, to those who may see them, and how they are found again."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from services.loopback import Response, json_response, reset
from services.networks.mastodon_town import Town
from services.networks.plain_mastodon_double import PlainDouble, said
from services.networks.plain_mastodon_world import TOKEN

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.draft import Attachment, Draft, PublishKey, ReplyTarget
from desktop.services.domain.errors import (
    BadAnswer,
    InvalidField,
    Missing,
    OutcomeUnknown,
    Refused,
    Unreachable,
    Unsupported,
)
from desktop.services.domain.origin import typed_origin
from desktop.services.fetcher import LibraryDoor
from desktop.services.networks.mastodon import Mastodon
from desktop.services.networks.mastodon_client import Client
from desktop.services.networks.mastodon_server import account_of
from desktop.services.networks.mastodon_session import Session
from desktop.services.networks.mastodon_writing import Writing

STATUSES = "/api/v1/statuses"
PICTURE = Attachment(b"\x89PNG", "image/png", "Une tarte aux prunes", 2, 2)


def key_now() -> PublishKey:
    return PublishKey("uuid-1", "3l", datetime.now(UTC))


class Desk:
    """The bakery's writing desk at the humbler server."""

    def __init__(self, plain: PlainDouble) -> None:
        self.plain = plain
        self.client = Client(LibraryDoor(typed_origin(plain.url)), TOKEN)
        account, _ = account_of(self.client, plain.url)
        self.pauses: list[float] = []
        self.session = Session(account, self.client)
        self.writing = Writing(self.session, self.pauses.append)

    def become(self, **changes: object) -> None:
        self.session.account = replace(self.session.account, **changes)

    def reply_to(self, **fields: object) -> ReplyTarget:
        world = self.plain.world
        post = world.say(world.lea, "Vous ouvrez quand ?", **fields)
        version = f"{self.client.host}/{post['id']}"
        return ReplyTarget(post["uri"], version, post["uri"], version)

    def sent(self) -> dict[str, str]:
        return self.plain.world.form(self.plain.calls(STATUSES)[-1])


@pytest.fixture
def desk(plain: PlainDouble) -> Iterator[Desk]:
    desk = Desk(plain)
    yield desk
    desk.client.close()


def test_a_post_says_all_that_was_written(desk: Desk):
    draft = Draft("Tarte !", lang="fr", warning="sucre", attachments=(PICTURE,))
    published = desk.writing.publish(draft, key_now())
    sent = desk.sent()
    assert (sent["status"], sent["language"], sent["spoiler_text"]) == ("Tarte !", "fr", "sucre")
    assert sent["sensitive"] == "1"
    assert "visibility" not in sent
    assert desk.plain.world.pictures[sent["media_ids[]"]]["description"] == "Une tarte aux prunes"
    assert desk.plain.calls(STATUSES)[-1].headers["idempotency-key"] == "uuid-1"
    local_id = published.version.rpartition("/")[2]
    assert published.native_id == desk.plain.world.statuses[local_id]["uri"]


def test_a_second_attempt_makes_no_second_post_where_keys_mean_nothing(desk: Desk):
    before, key = len(desk.plain.world.statuses), key_now()
    first = desk.writing.publish(Draft("Une seule fois"), key)
    assert desk.writing.publish(Draft("Une seule fois"), key) == first
    assert len(desk.plain.world.statuses) == before + 1


@pytest.mark.parametrize(
    ("wanted", "asked", "sent"),
    [
        ("", "public", None),
        ("", "unlisted", "unlisted"),
        ("", "private", "private"),
        ("", "direct", "direct"),
        ("", "mutuals_only", "private"),
        ("public", "direct", "direct"),
        ("followers", "public", "private"),
        ("followers", "unlisted", "private"),
        ("direct", "private", "direct"),
    ],
)
def test_an_answer_is_shown_to_no_more_people_than_its_question(
    desk: Desk, wanted: str, asked: str, sent: str | None
):
    target = desk.reply_to(visibility=asked)
    desk.writing.publish(Draft("Dès 7 h", reply_to=target, visibility=wanted), key_now())
    assert desk.sent().get("visibility") == sent


def test_the_person_who_is_answered_is_named_so_that_they_hear_of_it(desk: Desk):
    target = desk.reply_to()
    key = key_now()
    draft = Draft("Dès 7 h", reply_to=target)
    published = desk.writing.publish(draft, key)
    assert desk.sent()["status"] == "@lea Dès 7 h"
    assert desk.writing.find(draft, key) == published
    desk.writing.publish(Draft("Oui @Lea@plain.example, dès 7 h", reply_to=target), key_now())
    assert desk.sent()["status"] == "Oui @Lea@plain.example, dès 7 h"


def test_who_answers_oneself_is_not_named(desk: Desk):
    post = desk.plain.world.say(desk.plain.world.bakery, "Un")
    target = ReplyTarget(post["uri"], "", post["uri"], "")
    desk.writing.publish(Draft("Deux", reply_to=target), key_now())
    assert desk.sent()["status"] == "Deux"
    assert desk.sent()["in_reply_to_id"] == post["id"]


def test_an_answer_to_a_post_that_is_gone_does_not_leave(desk: Desk):
    target = desk.reply_to()
    desk.plain.world.statuses.popitem()
    with pytest.raises(Missing):
        desk.writing.publish(Draft("Trop tard", reply_to=target), key_now())
    assert not desk.plain.calls(STATUSES)


def test_a_picture_is_waited_for_until_the_server_has_prepared_it(desk: Desk):
    desk.plain.world.is_slow_with_pictures = True
    desk.writing.publish(Draft("Tarte", attachments=(PICTURE,)), key_now())
    assert len(desk.pauses) == 2
    assert len(desk.plain.calls(STATUSES)) == 1


def test_a_picture_that_never_gets_ready_leaves_the_post_unsent(desk: Desk):
    slow = json_response({"id": "1", "url": None}, 206)
    desk.plain.fail("/api/v2/media", lambda _, act: json_response({"id": "1", "url": None}, 202))
    desk.plain.fail("/api/v1/media/1", *[lambda _, act: slow] * 20)
    with pytest.raises(Unreachable):
        desk.writing.publish(Draft("Tarte", attachments=(PICTURE,)), key_now())
    assert not desk.plain.calls(STATUSES)


def test_a_picture_that_is_lost_or_odd_has_written_nothing(desk: Desk):
    draft = Draft("Tarte", attachments=(PICTURE,))
    desk.plain.fail("/api/v2/media", lambda _, act: reset)
    with pytest.raises(Unreachable):
        desk.writing.publish(draft, key_now())
    desk.plain.fail("/api/v2/media", lambda _, act: json_response({}))
    with pytest.raises(BadAnswer):
        desk.writing.publish(draft, key_now())
    assert not desk.plain.calls(STATUSES)


@pytest.mark.parametrize(
    ("draft", "error"),
    [
        (Draft("  "), InvalidField),
        (Draft("x", visibility="nobody"), InvalidField),
        (Draft("x", attachments=(PICTURE,) * 7), Refused),
        (Draft("x", attachments=(replace(PICTURE, content=b"x" * 10_485_761),)), Refused),
        (Draft("x", quote_of=("https://plain.example/objects/1", "")), Unsupported),
    ],
)
def test_what_the_server_would_refuse_is_not_sent(desk: Desk, draft: Draft, error: type[Exception]):
    with pytest.raises(error):
        desk.writing.publish(draft, key_now())
    assert not desk.plain.calls(STATUSES)


def lost(_: object, act: Callable[[], Response]) -> object:
    act()
    return reset


def cut(_: object, act: Callable[[], Response]) -> Response:
    body = act().body
    return Response(200, body[: len(body) // 2])


def odd(_: object, act: Callable[[], Response]) -> Response:
    act()
    return json_response({"id": "5"})


@pytest.mark.parametrize("fault", [lost, cut, odd])
def test_a_post_whose_answer_is_lost_is_found_again(desk: Desk, fault: object):
    draft, key = Draft("Croissants à 8 h #pain https://shop.example/menu", lang="fr"), key_now()
    desk.plain.fail(STATUSES, fault)
    with pytest.raises(OutcomeUnknown):
        desk.writing.publish(draft, key)
    found = desk.writing.find(draft, key)
    assert found is not None
    assert found.native_id in {each["uri"] for each in desk.plain.world.statuses.values()}


def test_a_post_that_did_not_leave_is_surely_not_found(desk: Desk):
    draft, key = Draft("Rien"), key_now()
    desk.plain.fail(STATUSES, said(500))
    with pytest.raises(OutcomeUnknown):
        desk.writing.publish(draft, key)
    assert desk.writing.find(draft, key) is None


def test_the_same_words_of_last_week_are_another_post(desk: Desk):
    week = (datetime.now(UTC) - timedelta(days=7)).isoformat()
    desk.plain.world.say(desk.plain.world.bakery, "Bonjour", created_at=week)
    assert desk.writing.find(Draft("Bonjour"), key_now()) is None


def test_words_alone_do_not_make_a_post_the_same(desk: Desk):
    key = key_now()
    desk.writing.publish(Draft("Bonjour"), key)
    target = desk.reply_to()
    assert desk.writing.find(Draft("Bonjour", reply_to=target), key) is None
    assert desk.writing.find(Draft("Bonjour", attachments=(PICTURE,)), key) is None
    assert desk.writing.find(Draft("Bonsoir"), key) is None
    gone = ReplyTarget("https://far.example/1", "", "https://far.example/1", "")
    assert desk.writing.find(Draft("Bonsoir", reply_to=gone), key) is None


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            "Bravo @ana@far.example",
            "<p>Bravo <span><a href='https://far.example/@ana'>@ana</a></span></p>",
        ),
        ("Deux\nlignes  et", "<p>Deux<br>lignes et</p>"),
        (
            "Voir https://shop.example/a-very-long-way/to-the-menu",
            '<p>Voir <a href="https://shop.example/a-very-long-way/to-the-menu">'
            '<span class="invisible">https://</span>'
            '<span class="ellipsis">shop.example/a-very-long</span>'
            '<span class="invisible">-way/to-the-menu</span></a></p>',
        ),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
    ],
)
def test_a_server_may_show_the_words_in_its_own_way(desk: Desk, written: str, shown: str):
    world = desk.plain.world
    now = datetime.now(UTC).isoformat()
    post = world.say(world.bakery, "", content=shown, created_at=now)
    found = desk.writing.find(Draft(written), key_now())
    assert found is not None
    assert found.native_id == post["uri"]


def test_a_post_too_far_back_is_neither_there_nor_not_there(desk: Desk):
    world = desk.plain.world
    desk.plain.page = 1
    for number in range(12):
        world.say(world.bakery, f"Commande {number}", created_at=datetime.now(UTC).isoformat())
    with pytest.raises(OutcomeUnknown):
        desk.writing.find(Draft("Ailleurs"), key_now())


def test_a_refused_post_says_why(desk: Desk):
    desk.plain.fail(STATUSES, said(400, "status too long, 6000 characters but limit is 5000"))
    with pytest.raises(Refused) as caught:
        desk.writing.publish(Draft("x"), key_now())
    assert caught.value.reason == "too_long"


def test_a_quote_and_a_key_that_counts_on_mastodon(town: Town, shop: Mastodon):
    quoted = shop.home().items[1].post
    draft, key = Draft("À lire", quote_of=(quoted.native_id, quoted.version)), key_now()
    published = shop.publish(draft, key)
    assert shop.publish(draft, key) == published
    post = shop.posts([published.native_id])[0]
    assert post.quote is not None
    assert post.quote.native_id == quoted.native_id


def test_a_lost_answer_on_mastodon_is_found_by_the_words(town: Town, shop: Mastodon):
    town.fail("^/api/v1/statuses$", {"type": "status", "status": 503})
    draft, key = Draft("Perdu ?"), key_now()
    with pytest.raises(OutcomeUnknown):
        shop.publish(draft, key)
    assert shop.find_published(draft, key) is None
    town.post("bakery", "Perdu ?")
    assert shop.find_published(draft, key) is not None


def test_a_post_for_followers_is_for_followers_on_mastodon(shop: Mastodon):
    published = shop.publish(Draft("Entre nous", visibility="followers"), key_now())
    assert shop.posts([published.native_id])[0].visibility == "followers"


def test_the_accounts_own_server_decides_what_it_offers(desk: Desk):
    account: Account = desk.session.account
    assert Cap.IDEMPOTENT_CREATE not in account.caps
    desk.become(caps=account.caps | Cap.IDEMPOTENT_CREATE)
    desk.writing.publish(Draft("Sans chercher"), key_now())
    assert not desk.plain.calls(f"/api/v1/accounts/{desk.plain.world.bakery}/statuses")
