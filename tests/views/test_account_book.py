"""The accounts as the screens last heard of them."""

from screens import heard

from desktop.services.domain.account import AccountState
from desktop.services.networks.contract import SignIn


def test_the_accounts_are_known_after_the_first_reading(stage):
    (account,) = stage.book.all()

    assert account.handle == "shop.test"
    assert stage.book.get(account.id) == account


def test_one_more_account_is_told_once_and_nothing_new_is_not(stage):
    told = heard(stage.book.changed)

    stage.book.reload()
    assert told == []
    stage.bench.accounts.connect(SignIn("bluesky", "https://shop.test", "second", "pass-word"))
    stage.book.reload()
    stage.book.reload()

    assert len(told) == 1
    assert [each.handle for each in stage.book.all()] == ["shop.test", "second.test"]


def test_an_account_that_looks_different_is_told(stage):
    told = heard(stage.book.changed)

    stage.bench.accounts.set_may_post(stage.bench.account.id, False)
    stage.book.reload()

    assert len(told) == 1
    assert not stage.book.all()[0].may_post
    assert stage.book.all()[0].state is AccountState.CONNECTED


def test_an_account_is_called_by_its_handle_and_a_gone_one_by_nothing(stage):
    known = stage.bench.account.id
    assert stage.book.name_of(known) == "@shop.test"

    stage.bench.accounts.disconnect(known)
    stage.book.reload()

    assert stage.book.get(known) is None
    assert stage.book.name_of(known) == ""
