"""The chips say whose posts are shown, how many are unread, and who needs the user."""

from dataclasses import replace

import pytest
from screens import find, heard, press, read

from desktop.services.domain.account import AccountState
from desktop.services.networks.contract import SignIn
from desktop.ui.chips import Chip
from desktop.views.feed.account_chips import EVERY_ACCOUNT, AccountChips


@pytest.fixture
def chips(stage, shown) -> AccountChips:
    return shown(AccountChips(stage.theme, stage.book))


def connect(stage, name: str, network: str = "bluesky") -> int:
    asked = SignIn(network, f"https://{network}.test", name, "secret")
    account = stage.session.accounts.connect(asked)
    stage.book.reload()
    return account.id


def words(chips: AccountChips) -> list[str]:
    return [each for each in read(chips).splitlines() if each]


def test_everybody_is_shown_first(chips):
    assert chips.choice == EVERY_ACCOUNT
    assert words(chips) == ["All accounts", "Bluesky"]


def test_accounts_of_one_network_are_told_apart_by_their_handles(chips, stage):
    connect(stage, "atelier")
    connect(stage, "shop", "mastodon")

    assert words(chips) == ["All accounts", "@shop.test", "@atelier.test", "Mastodon"]


def test_one_is_chosen_at_a_time(chips, stage):
    second = connect(stage, "atelier")
    chosen = heard(chips.chosen)
    press(chips, f"account{second}")
    assert chips.choice == second
    press(chips, "account0")

    assert chosen == [(second,), (EVERY_ACCOUNT,)]
    assert not find(chips, f"account{second}").isChecked()


def test_unread_posts_are_counted_until_there_are_none(chips, stage):
    chip = find(chips, f"account{stage.bench.account.id}", Chip)
    chips.set_counts({stage.bench.account.id: 1_250})
    many = chip.accessibleName()
    second = connect(stage, "atelier")
    still = find(chips, f"account{stage.bench.account.id}", Chip).accessibleName()
    chips.set_counts({second: 3})

    assert many.endswith(", 1,250")
    assert still.endswith(", 1,250")
    assert "3" in find(chips, f"account{second}", Chip).accessibleName()
    assert find(chips, f"account{stage.bench.account.id}", Chip).accessibleName() == "@shop.test"


def test_an_account_that_was_signed_out_asks_for_the_user(chips, stage):
    chip = find(chips, f"account{stage.bench.account.id}", Chip)
    assert chip.accessibleDescription() == ""
    stage.bench.rows.accounts.update(replace(stage.bench.account, state=AccountState.SIGNED_OUT))
    stage.book.reload()

    chip = find(chips, f"account{stage.bench.account.id}", Chip)
    assert chip.accessibleDescription() == "Sign in again"


def test_everybody_is_shown_when_the_chosen_account_goes(chips, stage):
    second = connect(stage, "atelier")
    press(chips, f"account{second}")
    chosen = heard(chips.chosen)
    stage.session.accounts.disconnect(second)
    stage.book.reload()

    assert chosen == [(EVERY_ACCOUNT,)]
    assert chips.choice == EVERY_ACCOUNT
    assert find(chips, "account0").isChecked()


def test_the_choice_stays_when_another_account_comes(chips, stage):
    press(chips, f"account{stage.bench.account.id}")
    chosen = heard(chips.chosen)
    connect(stage, "atelier")

    assert chosen == []
    assert chips.choice == stage.bench.account.id
