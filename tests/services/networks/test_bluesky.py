"""The Bluesky adapter where the contract does not reach: lost answers, bad items, new accounts."""

from datetime import UTC, datetime

import pytest
from services.loopback import Response, json_response
from services.networks.conftest import Bakery
from services.networks.pds_double import Fault, dropped, lost, status, truncated

from desktop.services.domain.draft import Attachment, Draft, PublishKey
from desktop.services.domain.errors import (
    BadAnswer,
    OutcomeUnknown,
    RateLimited,
    SignedOut,
    Unreachable,
    Unsupported,
)
from desktop.services.domain.post import NotificationKind
from desktop.services.domain.tid import tid

AT = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
KEY = PublishKey("uuid", tid(AT, 1), AT)
CREATE = "com.atproto.repo.createRecord"
TIMELINE = "app.bsky.feed.getTimeline"


def texts(bakery: Bakery) -> list[str]:
    return [post.text for post in bakery.network.author_posts(bakery.did).items]


@pytest.mark.parametrize("fault", [lost, truncated])
def test_a_post_whose_answer_was_lost_is_found_by_its_key(bakery: Bakery, fault: Fault):
    bakery.pds.fail(CREATE, fault)
    with pytest.raises(OutcomeUnknown):
        bakery.network.publish(Draft("Une fois"), KEY)
    found = bakery.network.find_published(Draft("Une fois"), KEY)
    assert found is not None
    assert found.native_id.endswith(f"/app.bsky.feed.post/{KEY.record_key}")
    assert texts(bakery).count("Une fois") == 1


@pytest.mark.parametrize("fault", [dropped, status(500), status(504)])
def test_a_post_that_did_not_arrive_is_not_found_and_can_be_sent_again(
    bakery: Bakery, fault: Fault
):
    bakery.pds.fail(CREATE, fault)
    with pytest.raises(OutcomeUnknown):
        bakery.network.publish(Draft("Une fois"), KEY)
    assert bakery.network.find_published(Draft("Une fois"), KEY) is None
    bakery.network.publish(Draft("Une fois"), KEY)
    assert texts(bakery).count("Une fois") == 1


@pytest.mark.parametrize("fault", [lost, status(500)])
def test_a_look_up_that_fails_decides_nothing(bakery: Bakery, fault: Fault):
    bakery.pds.fail("com.atproto.repo.getRecord", fault)
    with pytest.raises(Unreachable):
        bakery.network.find_published(Draft("Une fois"), KEY)


def test_a_post_refused_for_haste_was_not_sent(bakery: Bakery):
    bakery.pds.fail(CREATE, status(429, "RateLimitExceeded"))
    with pytest.raises(RateLimited):
        bakery.network.publish(Draft("Une fois"), KEY)
    assert "Une fois" not in texts(bakery)


def test_a_picture_that_does_not_arrive_keeps_the_post_back(bakery: Bakery):
    picture = Attachment(b"png", "image/png", "La vitrine", 2, 1)
    bakery.pds.fail("com.atproto.repo.uploadBlob", lost)
    with pytest.raises(Unreachable):
        bakery.network.publish(Draft("Vitrine", attachments=(picture,)), KEY)
    assert bakery.pds.calls(CREATE) == 0
    bakery.network.publish(Draft("Vitrine", attachments=(picture,)), KEY)
    record = bakery.pds.world.records[f"at://{bakery.did}/app.bsky.feed.post/{KEY.record_key}"]
    image = record["value"]["embed"]["images"][0]
    assert (image["alt"], image["aspectRatio"]) == ("La vitrine", {"width": 2, "height": 1})


def test_a_name_that_cannot_be_looked_up_now_keeps_the_post_back(bakery: Bakery):
    bakery.pds.fail("com.atproto.identity.resolveHandle", status(503))
    with pytest.raises(Unreachable):
        bakery.network.publish(Draft("Merci @lea.test"), KEY)
    assert bakery.pds.calls(CREATE) == 0


def test_mentions_lead_to_people_and_to_nobody_else(bakery: Bakery):
    published = bakery.network.publish(Draft("Merci @lea.test et @nobody.test"), KEY)
    facets = bakery.network.posts([published.native_id])[0].facets
    assert [facet.target for facet in facets] == ["did:plc:lea"]


def test_a_bad_item_is_put_aside_and_the_page_goes_on(bakery: Bakery):
    def with_rubbish(_: object, act: object) -> Response:
        return json_response({"feed": [None, {"post": {"uri": 7}}, "x"], "cursor": "next"})

    bakery.pds.fail(TIMELINE, with_rubbish)
    page = bakery.network.home()
    assert (page.items, page.older, len(page.rejected)) == ((), "next", 3)


@pytest.mark.parametrize("values", [{}, {"feed": None}, {"feed": {}}, {"feed": "x"}])
def test_a_page_without_its_list_is_a_bad_answer(bakery: Bakery, values: object):
    bakery.pds.fail(TIMELINE, lambda _, act: json_response(values))
    with pytest.raises(BadAnswer):
        bakery.network.home()


def test_a_cursor_that_leads_nowhere_ends_the_pages(bakery: Bakery):
    bakery.pds.fail(TIMELINE, lambda _, act: json_response({"feed": [], "cursor": "same"}))
    assert bakery.network.home("same").older == ""


def test_notifications_come_with_whole_posts_or_with_what_is_known(bakery: Bakery):
    page = bakery.network.notifications()
    written = [each for each in page.items if each.kind is NotificationKind.REPLY]
    assert written
    assert all(each.post is not None and each.post.counts.likes == 0 for each in written)
    bakery.pds.fail("app.bsky.feed.getPosts", status(503))
    again = [
        each for each in bakery.network.notifications().items if each.kind is NotificationKind.REPLY
    ]
    assert [each.native_id for each in again] == [each.native_id for each in written]
    assert all(each.post is not None and each.post.counts.likes is None for each in again)


def test_a_new_account_describes_itself_before_the_network_knows_it(bakery: Bakery):
    unknown = json_response({"error": "InvalidRequest", "message": "Profile not found"}, 400)
    bakery.pds.fail("app.bsky.actor.getProfile", lambda _, act: unknown)
    me = bakery.network.me()
    assert (me.native_id, me.handle, me.caps) == (
        bakery.did,
        "bakery.test",
        bakery.account.caps,
    )


def test_a_handle_that_broke_does_not_replace_the_one_that_worked(bakery: Bakery):
    broken = json_response({"did": bakery.did, "handle": "handle.invalid"})
    bakery.pds.fail("app.bsky.actor.getProfile", lambda _, act: broken)
    assert bakery.network.me().handle == "bakery.test"


def test_a_profile_without_an_identity_is_a_bad_answer(bakery: Bakery):
    bakery.pds.fail("app.bsky.actor.getProfile", lambda _, act: json_response({"handle": "x.y"}))
    with pytest.raises(BadAnswer):
        bakery.network.profile("x.y")


def test_many_posts_and_relations_are_asked_for_in_portions(bakery: Bakery):
    bakery.network.posts([f"at://did:plc:x/app.bsky.feed.post/{n}" for n in range(60)])
    assert bakery.pds.calls("app.bsky.feed.getPosts") == 3
    bakery.network.relations([f"did:plc:{n}" for n in range(61)])
    assert bakery.pds.calls("app.bsky.graph.getRelationships") == 3


def test_the_server_is_told_when_notifications_were_seen(bakery: Bakery):
    bakery.network.mark_seen()
    assert bakery.pds.world.seen_at.endswith("Z")


def test_only_lists_of_people_to_read_are_shown(bakery: Bakery):
    assert [each.name for each in bakery.network.lists()] == ["Quartier"]


def test_a_session_that_was_ended_opens_nothing_any_more(bakery: Bakery):
    bakery.network.sign_out()
    with pytest.raises(SignedOut):
        bakery.network.home()


def test_what_this_network_does_not_have_says_so(bakery: Bakery):
    for ask in (
        lambda: bakery.network.counts("pain"),
        bakery.network.reading_place,
        lambda: bakery.network.keep_reading_place("x"),
        lambda: bakery.network.answer_follow_request("x", is_welcome=True),
        lambda: bakery.network.publish(Draft("Chut", visibility="direct"), KEY),
    ):
        with pytest.raises(Unsupported):
            ask()


def test_a_block_is_a_record_of_ones_own(bakery: Bakery):
    act_id = bakery.network.block("did:plc:tom")
    assert bakery.pds.world.records[act_id]["value"]["subject"] == "did:plc:tom"
    bakery.network.undo(act_id)
    assert act_id not in bakery.pds.world.records
