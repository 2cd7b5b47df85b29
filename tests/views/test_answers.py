"""An answer hangs on its post, names whom it must, and is seen by no more people than the post."""

from dataclasses import replace

import pytest
from fake_server import post
from fakes import START

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedEntry
from desktop.views.answers import begun_answer, reply_target

SHOP = Account(1, "mastodon", "shop@piaille.fr", "shop@piaille.fr", "Shop", "https://piaille.fr")


def entry_of(**changes: object) -> FeedEntry:
    return FeedEntry(1, START, (1,), replace(post(1, "Hello"), **changes))


def test_an_answer_hangs_on_the_post_and_on_the_root_of_its_conversation():
    target = reply_target(entry_of(native_id="b", version="v", root="a"))
    assert target is not None
    assert (target.native_id, target.root_native_id, target.root_version) == ("b", "a", "")


def test_a_missing_stretch_cannot_be_answered():
    assert reply_target(FeedEntry(1, START, (1,))) is None


@pytest.mark.parametrize(
    ("seen_by", "kept"),
    [("public", ""), ("unlisted", ""), ("followers", "followers"), ("direct", "direct")],
)
def test_what_few_may_see_is_answered_to_as_few(seen_by: str, kept: str):
    assert begun_answer(entry_of(visibility=seen_by), SHOP).visibility == kept


def test_whoever_asked_on_mastodon_is_named():
    asked = entry_of(network="mastodon")
    handle = asked.post.author.native_id
    assert begun_answer(asked, SHOP).text == f"@{handle} "
    assert begun_answer(entry_of(), SHOP).text == ""
