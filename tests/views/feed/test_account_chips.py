"""The chips say whose posts are shown, how many are unread, and who needs the user."""

from dataclasses import replace

import pytest
from screens import find, heard, press, read

from desktop.services.domain.account import AccountState
from desktop.services.networks.contract import SignIn
from desktop.ui.chips import Chip
from desktop.views.feed.account_chips import AccountChips


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


def chip_of(chips: AccountChips, account_id: int) -> Chip:
    """Return an account's own chip, shown or not."""
    return chips.findChild(Chip, f"account{account_id}")


def test_everybody_is_shown_first(chips):
    assert chips.choice == ()
    assert words(chips) == ["All accounts", "Bluesky"]


def test_there_is_one_chip_a_network_until_one_with_several_accounts_is_chosen(chips, stage):
    second = connect(stage, "atelier")
    connect(stage, "shop", "mastodon")
    assert words(chips) == ["All accounts", "Bluesky", "Mastodon"]

    press(chips, "network-bluesky")
    assert words(chips) == ["All accounts", "Bluesky", "@shop.test", "@atelier.test", "Mastodon"]
    assert chips.choice == (stage.bench.account.id, second)

    press(chips, "network-mastodon")
    assert words(chips) == ["All accounts", "Bluesky", "Mastodon"]


def test_one_is_chosen_at_a_time(chips, stage):
    second = connect(stage, "atelier")
    chosen = heard(chips.chosen)
    press(chips, "network-bluesky")
    press(chips, f"account{second}")
    assert chips.choice == (second,)
    press(chips, "everybody")

    assert len(chosen) == 3
    assert chips.choice == ()
    assert not chip_of(chips, second).isChecked()


def test_unread_posts_are_counted_until_there_are_none(chips, stage):
    chips.set_counts({stage.bench.account.id: 1_250})
    assert find(chips, "network-bluesky", Chip).accessibleName().endswith(", 1,250")
    second = connect(stage, "atelier")
    chips.set_counts({second: 3, stage.bench.account.id: 4})

    assert find(chips, "network-bluesky", Chip).accessibleName().endswith(", 7")
    assert "3" in chip_of(chips, second).accessibleName()
    chips.set_counts({})
    assert chip_of(chips, second).accessibleName() == "@atelier.test"


def test_an_account_that_was_signed_out_asks_for_the_user(chips, stage):
    connect(stage, "atelier")
    stage.bench.rows.accounts.update(replace(stage.bench.account, state=AccountState.SIGNED_OUT))
    stage.book.reload()

    whole = find(chips, "network-bluesky", Chip)
    assert whole.accessibleDescription() == "Sign in again"
    assert chip_of(chips, stage.bench.account.id).accessibleDescription() == "Sign in again"


def test_everybody_is_shown_when_the_chosen_account_goes(chips, stage):
    second = connect(stage, "atelier")
    press(chips, "network-bluesky")
    press(chips, f"account{second}")
    chosen = heard(chips.chosen)
    stage.session.accounts.disconnect(second)
    stage.book.reload()

    assert chosen == [()]
    assert chips.choice == ()
    assert find(chips, "everybody", Chip).isChecked()


def test_the_choice_stays_when_another_account_comes(chips, stage):
    press(chips, "network-bluesky")
    chosen = heard(chips.chosen)
    connect(stage, "shop", "mastodon")

    assert chosen == []
    assert chips.choice == (stage.bench.account.id,)


def test_a_website_is_called_by_its_name(chips, stage):
    connect(stage, "lyonfood", "feed")
    connect(stage, "marche", "feed")

    press(chips, "network-feed")

    assert words(chips)[-2:] == ["Lyonfood", "Marche"]
