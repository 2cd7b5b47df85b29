"""What an account may do is the server's offer and the user's own switch together."""

import dataclasses

import pytest

from desktop.services.domain.account import Account, AccountState, Cap

ALL = ~Cap.NONE
WRITES = (Cap.POST, Cap.REPLY, Cap.REPOST, Cap.LIKE, Cap.FOLLOW, Cap.DELETE, Cap.QUOTE)
ACCOUNT = Account(1, "bluesky", "did:x", "me.example", "Me", "https://example.org", caps=ALL)


@pytest.mark.parametrize("cap", list(Cap))
def test_an_account_can_do_what_its_server_offers(cap: Cap):
    assert ACCOUNT.can(cap)
    assert not dataclasses.replace(ACCOUNT, caps=ALL & ~cap).can(cap)


@pytest.mark.parametrize("cap", list(Cap))
def test_the_user_s_switch_forbids_writing_and_nothing_else(cap: Cap):
    assert dataclasses.replace(ACCOUNT, may_post=False).can(cap) is (cap not in WRITES)


def test_a_new_account_is_connected_and_cannot_do_anything_yet():
    account = Account(0, "bluesky", "did:x", "me.example", "Me", "https://example.org")

    assert account.state is AccountState.CONNECTED
    assert not any(account.can(cap) for cap in Cap)
