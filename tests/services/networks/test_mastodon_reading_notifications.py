"""Notifications of Mastodon servers, one by one and grouped, say who did what to which post."""

from functools import partial

import pytest
from services.networks.mastodon_recordings import AP, HERE, ME, answers, person, status

from desktop.services.domain.post import Notification, NotificationKind
from desktop.services.networks.hostile_json import Unreadable, read_each
from desktop.services.networks.mastodon_reading import read_notification, read_notification_groups


def test_notifications_are_read():
    found = [
        note
        for answer in answers("notifications_types", "/notifications")
        if isinstance(answer, list)
        for note in read_each(answer, partial(read_notification, server=HERE))[0]
    ]
    assert {each.kind for each in found} == {NotificationKind.MENTION}
    mention = found[0]
    assert mention.actor.native_id == "admin@localhost:3000"
    assert mention.post is not None
    assert mention.post.text == "@mastodonpy_test hello!"
    assert [facet.target for facet in mention.post.facets] == [ME]
    assert mention.subject_id == ""


def note(kind: object, **changes: object) -> Notification | None:
    view = {"id": 3, "type": kind, "created_at": "2026-10-14T19:05:25.457Z", "account": person()}
    return read_notification(view | {"status": status()} | changes, HERE)


def test_an_answer_to_ones_own_post_is_a_reply():
    answer = status(in_reply_to_id="9", in_reply_to_account_id=HERE.me)
    reply = note("mention", status=answer)
    assert reply is not None
    assert (reply.kind, reply.subject_id) == (NotificationKind.REPLY, "localhost:3000/9")
    mention = note("mention", status=answer | {"in_reply_to_account_id": "7"})
    assert mention is not None
    assert mention.kind is NotificationKind.MENTION


@pytest.mark.parametrize(
    ("told", "kind"),
    [("favourite", NotificationKind.LIKE), ("reblog", NotificationKind.REPOST)],
)
def test_an_act_names_the_post_it_was_done_to(told: str, kind: NotificationKind):
    act = note(told)
    assert act is not None
    assert (act.kind, act.subject_id, act.post, act.native_id) == (kind, status()["uri"], None, "3")
    act = note(told, status=status(uri="https://x.example/1", reblog=status()))
    assert act is not None
    assert act.subject_id == status()["uri"]
    gone = note(told, status=None)
    assert gone is not None
    assert gone.subject_id == ""


def test_a_quote_of_ones_own_post_shows_what_was_said_and_names_the_post():
    quote = note("quote", status=answers("status_post_with_quote")[1])
    assert quote is not None
    assert quote.post is not None
    assert quote.subject_id == f"{AP}/117440826455183695"


@pytest.mark.parametrize("told", ["follow", "follow_request"])
def test_followers_and_those_who_ask_are_told_apart(told: str):
    found = note(told, status=None)
    assert found is not None
    assert (found.kind, found.post, found.subject_id) == (NotificationKind(told), None, "")


@pytest.mark.parametrize("told", ["status", "poll", "update", "", None, 7, "x" * 99])
def test_what_crieur_does_not_show_is_none_of_its_business(told: object):
    assert note(told) is None


@pytest.mark.parametrize(
    "changes",
    [{"id": None}, {"created_at": None}, {"account": None}, {"status": None}],
)
def test_a_notification_that_lacks_what_it_needs_is_unreadable(changes: dict[str, object]):
    with pytest.raises(Unreadable):
        note("mention", **changes)


def test_grouped_notifications_are_one_for_each_person_named():
    answer = answers("grouped_notifications", "/api/v2/notifications?")[0]
    found, bad = read_notification_groups(answer, HERE)
    assert not bad
    key = "favourite-117440824337744080-497779"
    assert [each.native_id for each in found] == [
        f"{key}/117440810673731823",
        f"{key}/117440810233042393",
    ]
    assert {each.kind for each in found} == {NotificationKind.LIKE}
    assert {each.subject_id for each in found} == {f"{AP}/117440824337744080"}
    assert len({each.actor.native_id for each in found}) == 2


def grouped(*groups: object) -> tuple[tuple[Notification, ...], tuple[str, ...]]:
    answer = {"notification_groups": list(groups), "accounts": [person(id="1")], "statuses": []}
    return read_notification_groups(answer, HERE)


def group(key: object, at: object = "2026-10-14T00:00:00Z", **changes: object) -> dict[str, object]:
    told = {"group_key": key, "type": "follow", "sample_account_ids": ["1", "gone", None]}
    return told | {"latest_page_notification_at": at} | changes


def test_a_notification_of_its_own_keeps_the_id_it_has_when_it_is_not_grouped():
    assert [each.native_id for each in grouped(group("ungrouped-20"))[0]] == ["20"]


def test_groups_run_from_new_to_old_and_bad_ones_are_kept_apart():
    found, bad = grouped(
        group("a", "2026-10-01T00:00:00Z"),
        group("b"),
        group(None),
        group("c", None),
        group("d", type="poll"),
        group("e", sample_account_ids=None),
        7,
    )
    assert [each.native_id for each in found] == ["b/1", "a/1"]
    assert len(bad) == 3
