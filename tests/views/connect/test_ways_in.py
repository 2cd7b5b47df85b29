"""Each way into an account ends with what the user allowed, and begins with a usable keyring."""

import threading

import pytest
from screens import Stage

from desktop.services.browser_sign_in import BrowserSignIn
from desktop.services.domain.errors import InvalidField, VaultTrouble
from desktop.services.networks.contract import SignIn
from desktop.views.connect.ways_in import WaysIn

SECOND = SignIn("bluesky", "https://shop.test", "second", "pass-word")


def nobody(_said: str) -> object:
    """Stand for a browser that must not be opened."""
    raise AssertionError("the browser was asked")


@pytest.fixture
def ways(stage: Stage) -> WaysIn:
    return WaysIn(stage.session, BrowserSignIn(stage.session.accounts, nobody), None)


@pytest.mark.parametrize("may_post", [True, False])
def test_an_account_may_do_what_the_user_said(stage: Stage, ways: WaysIn, may_post: bool):
    account = ways.with_what_was_typed(SECOND, may_post=may_post)

    assert stage.session.accounts.held(account.id).may_post is may_post


def test_a_known_account_is_signed_in_to_and_no_other(stage: Stage):
    known = stage.bench.account
    ways = WaysIn(stage.session, BrowserSignIn(stage.session.accounts, nobody), known)
    with pytest.raises(InvalidField):
        ways.with_what_was_typed(SECOND, may_post=True)

    again = SignIn("bluesky", "https://shop.test", "shop", "pass-word")
    assert ways.with_what_was_typed(again, may_post=False).id == known.id
    assert not stage.session.accounts.held(known.id).may_post


def test_no_browser_is_opened_for_a_key_that_could_not_be_kept(stage: Stage, ways: WaysIn):
    stage.bench.vault.trouble = "locked"

    with pytest.raises(VaultTrouble):
        ways.through_browser(SECOND, nobody, threading.Event(), said="Done", may_post=True)
