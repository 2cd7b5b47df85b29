"""Every answer that was recorded from Mastodon servers is read, and spoiled ones do no harm."""

import json
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from services.networks.mastodon_recordings import EVERY_FOLDER, FOLDER, HERE, answers, entities
from services.networks.recordings import spoiled
from services.networks.test_contract import assert_sound

from desktop.services.domain.post import Arrival, Author, Notification, Post
from desktop.services.networks.hostile_json import Unreadable
from desktop.services.networks.mastodon_content import HomeServer
from desktop.services.networks.mastodon_reading import (
    native_ids,
    read_arrival,
    read_author,
    read_domain,
    read_limits,
    read_notification,
    read_notification_groups,
    read_own_post,
    read_post,
    read_relation,
)


def made_of(view: dict[str, Any]) -> list[object]:
    """Read an object of a recorded answer as whatever it is."""
    made: list[object] = []
    if {"spoiler_text", "account", "uri"} <= view.keys():
        made += [read_arrival(view, HERE), read_post(view, HERE), read_own_post(view, HERE)]
        assert dict(native_ids(view))[view["id"]] == view["uri"]
    if {"acct", "avatar"} <= view.keys():
        made.append(read_author(view, HERE))
    if {"group_key", "account"} <= view.keys():
        made.append(read_notification(view, HERE))
    if "followed_by" in view:
        assert not read_relation(view).is_friend
    if "configuration" in view:
        assert read_limits(view).max_units == 500
        assert read_domain(view) in ("localhost:3000", "mastodon.social")
    return made


@pytest.mark.parametrize("folder", [FOLDER, EVERY_FOLDER], ids=["kept", "all"])
def test_every_recorded_answer_is_read(folder: Path):
    if not folder.is_dir():
        pytest.skip(f"the recordings are not on this machine: {folder}")
    made = [
        value
        for path in sorted(folder.glob("*.json"))
        for exchange in json.loads(path.read_text())
        for view in entities(exchange["body"])
        for value in made_of(view)
    ]
    for value in made:
        check(value)
    for kind in (Arrival, Post, Author, Notification):
        assert any(isinstance(value, kind) for value in made)


@pytest.mark.parametrize("folder", [FOLDER, EVERY_FOLDER], ids=["kept", "all"])
def test_every_recorded_page_of_grouped_notifications_is_read(folder: Path):
    if not folder.is_dir():
        pytest.skip(f"the recordings are not on this machine: {folder}")
    pages = [
        exchange["body"]
        for path in sorted(folder.glob("*.json"))
        for exchange in json.loads(path.read_text())
        if "/api/v2/notifications?" in exchange["uri"]
    ]
    found = [read_notification_groups(page, HERE) for page in pages]
    assert not any(bad for _, bad in found)
    assert any(notes for notes, _ in found)
    for page, (notes, _) in zip(pages, found, strict=True):
        named = sum(len(group["sample_account_ids"]) for group in page["notification_groups"])
        assert len({note.native_id for note in notes}) == named
        for note in notes:
            check(note)


def check(value: object) -> None:
    """Prove that whatever was made of a spoiled answer is whole."""
    if isinstance(value, Post):
        assert_sound(value, "mastodon")
    elif isinstance(value, Arrival):
        assert_sound(value.post, "mastodon")
        assert value.at.tzinfo is UTC
    elif isinstance(value, Author):
        assert value.native_id == value.handle.lower()
        assert value.name
    elif isinstance(value, Notification):
        assert value.native_id
        assert value.actor.native_id
        if value.post is not None:
            assert_sound(value.post, "mastodon")


NOTE = next(each for each in answers("notifications_types", "/notifications") if each)
READERS: list[tuple[dict[str, Any], Callable[[Any, HomeServer], object]]] = [
    (answers("status_post_with_quote")[1], read_post),
    (answers("status_reply", "/api/v1/statuses")[1], read_own_post),
    (answers("status_reblog_unreblog", "/reblog")[0], read_arrival),
    (NOTE[0] if isinstance(NOTE, list) else NOTE, read_notification),
    (answers("grouped_notifications", "/api/v2/notifications?")[0], read_notification_groups),
    (answers("status_reply", "/api/v1/statuses")[0]["account"], read_author),
    (answers("account_relationships", "/relationships")[0][0], lambda view, _: read_relation(view)),
    (answers("instance")[0], lambda view, _: (read_limits(view), read_domain(view))),
    (answers("instance_v1")[0], lambda view, _: (read_limits(view), read_domain(view))),
]


@pytest.mark.parametrize(("whole", "read"), READERS, ids=range(len(READERS)))
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_spoiled_answer_is_read_or_refused_but_never_breaks_anything(
    whole: dict[str, Any], read: Callable[[Any, HomeServer], object], data: st.DataObject
):
    answer = data.draw(spoiled(whole))
    try:
        found = read(answer, HERE)
        learned = list(native_ids(answer))
    except Unreadable:
        return
    assert all(known_as and native_id for known_as, native_id in learned)
    for each in found[0] if isinstance(found, tuple) and isinstance(found[0], tuple) else (found,):
        check(each)
