"""What a network refuses to programs is done on its own page, and the user is told why."""

from dataclasses import replace

import pytest
from fake_server import author, post
from screens import heard

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.hand_off import Action
from desktop.services.domain.post import Facet, FacetKind
from desktop.views.hand_offs import HandOffs, is_by_hand, may_answer

ACCOUNT = Account(
    1, "x", "77", "lumiere", "Lumière", "https://api.x.com", caps=Cap.HOME | Cap.HAND_OFF
)
CLAIRE = replace(author("claire", "x"), native_id="42", handle="claire")
POST = post(1, "Fresh bread", network="x", native_id="1850", author=CLAIRE)
REFUSED = "Opened on X: it does not let programs do this."


@pytest.fixture
def opened(monkeypatch) -> list[str]:
    """Addresses that the browser was sent to."""
    sent: list[str] = []
    monkeypatch.setattr(
        "desktop.views.hand_offs.open_link", lambda url, _window, _theme: not sent.append(url)
    )
    return sent


@pytest.fixture
def hand_offs(theme, window) -> HandOffs:
    return HandOffs(theme, window)


@pytest.mark.parametrize(
    ("action", "page", "sentence"),
    [
        (Action.LIKE, "https://x.com/intent/like?tweet_id=1850", REFUSED),
        (Action.REPOST, "https://x.com/intent/retweet?tweet_id=1850", REFUSED),
        (
            Action.REPLY,
            "https://x.com/intent/post?in_reply_to=1850",
            "Opened on X: programs may answer there only those who mentioned you.",
        ),
        (
            Action.QUOTE,
            "https://x.com/intent/post?url=https%3A%2F%2Fx.com%2Fi%2Fweb%2Fstatus%2F1850",
            REFUSED,
        ),
    ],
)
def test_each_act_on_a_post_opens_its_page_with_the_reason(
    hand_offs: HandOffs, opened: list[str], action: Action, page: str, sentence: str
):
    said = heard(hand_offs.said)

    assert hand_offs.towards_post(action, ACCOUNT, POST)
    assert opened == [page]
    assert said == [(sentence,)]


def test_a_person_is_followed_on_their_page(hand_offs: HandOffs, opened: list[str]):
    assert hand_offs.towards_person(Action.FOLLOW, ACCOUNT, CLAIRE)
    assert opened == ["https://x.com/intent/follow?user_id=42"]


def test_without_a_key_that_is_the_reason(hand_offs: HandOffs):
    keyless = replace(ACCOUNT, caps=ACCOUNT.caps | Cap.KEYLESS)

    assert hand_offs.reason(Action.REPLY, keyless) == (
        "Opened on X: this account works without a key there."
    )


def test_where_there_is_no_such_page_nothing_is_said(hand_offs: HandOffs, opened: list[str]):
    said = heard(hand_offs.said)

    assert not hand_offs.towards_post(Action.LIKE, ACCOUNT, post(1))
    assert not hand_offs.towards_person(Action.FOLLOW, ACCOUNT, author("anna"))
    assert (said, opened) == ([], [])


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"caps": ACCOUNT.caps | Cap.LIKE}, False),
        ({"caps": Cap.HOME}, False),
        ({"may_post": False}, False),
    ],
)
def test_done_by_hand_is_what_the_program_may_not_and_the_user_may(
    changes: dict[str, object], expected: bool
):
    assert is_by_hand(Action.LIKE, replace(ACCOUNT, **changes)) is expected


def mentioning(target: str):
    return replace(POST, facets=(Facet(FacetKind.MENTION, 0, 5, target),))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (POST, False),
        (mentioning("77"), True),
        (mentioning("@Lumiere"), True),
        (mentioning("somebody"), False),
        (replace(POST, author=replace(CLAIRE, native_id="77")), True),
        (replace(POST, quote=replace(POST, author=replace(CLAIRE, native_id="77"))), True),
        (replace(POST, quote=POST), False),
    ],
)
def test_a_program_answers_those_only_who_spoke_to_the_account(asked, expected: bool):
    assert may_answer(ACCOUNT, asked) is expected


def test_elsewhere_everybody_may_be_answered():
    assert may_answer(replace(ACCOUNT, caps=Cap.HOME), POST)
