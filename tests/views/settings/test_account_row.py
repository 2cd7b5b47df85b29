"""What each kind of account tells and offers: one that costs money, one without a key, a site."""

import pytest
from screens import Stage, answer, choose, heard, offers, read
from stored import account as make_account

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.charges import Charge
from desktop.views.settings.account_row import AccountRow
from desktop.views.settings.accounts_section import AccountsSection

SECTION = "desktop.views.settings.accounts_section"
X_CAPS = Cap.HOME | Cap.MENTIONS | Cap.POST | Cap.METERED | Cap.HAND_OFF


@pytest.fixture
def section(stage: Stage, shown) -> AccountsSection:
    made = AccountsSection(stage.theme, stage.session, stage.book, stage.refresher(), stage.tasks)
    made.setMinimumWidth(700)
    return shown(made)


@pytest.fixture
def paid(section, stage) -> Account:
    """An account of X with a key beside the first one."""
    account = stage.bench.rows.accounts.add(make_account("paid", "x", caps=X_CAPS))
    stage.book.reload()
    return account


def press_last(section: AccountsSection) -> None:
    """Open the menu of the account that was connected last."""
    section.findChildren(AccountRow)[-1]._more.click()


def test_what_an_account_cost_this_month_is_told_beside_it(section, stage, paid):
    meter = stage.session.spending.meter(paid.id)
    for _ in range(10):
        meter.spent(Charge("post_create_with_link", 1), "/2/tweets")
    meter.spent(Charge("post_read", 30), "/2/tweets", [str(each) for each in range(30)])
    section.refresh_bill()

    assert "$2.15 of $5 this month" in read(section).replace("\xa0", " ")


def test_where_nothing_costs_money_no_bill_is_read(section, stage, monkeypatch):
    monkeypatch.setattr(stage.session.spending, "month", lambda: pytest.fail("the bill was read"))
    section.refresh_bill()


@pytest.mark.parametrize(("reads_home", "cost"), [(False, "$0.11"), (True, "$0.21")])
def test_what_costs_money_is_fetched_after_the_user_saw_what_it_costs(
    section, stage, paid, monkeypatch, reads_home: bool, cost: str
):
    stage.session.timeline.set_reads_home(paid.id, reads_home)
    fetched = heard(section.fetch_asked)
    choose(monkeypatch, "Fetch from it now…")
    asked = answer(monkeypatch, SECTION, wanted=False)
    press_last(section)
    assert fetched == []
    assert asked[0][0] == "Fetch from X?"
    assert f"This costs at most {cost}." in asked[0][1].replace("\xa0", " ")

    answer(monkeypatch, SECTION, wanted=True)
    press_last(section)
    assert [account.id for (account,) in fetched] == [paid.id]


def test_the_spending_is_a_line_away(section, paid, monkeypatch):
    asked = heard(section.spending_asked)
    offered = choose(monkeypatch, "See the spending")
    press_last(section)

    assert len(asked) == 1
    assert offered[0][:3] == ["Fetch from it now…", "See the spending", "Sign in again…"]


def test_an_account_without_a_key_is_not_signed_in_to_again(section, stage, monkeypatch):
    archive = make_account("archive", "x", caps=Cap.KEYLESS | Cap.HAND_OFF)
    stage.bench.rows.accounts.add(archive)
    stage.book.reload()
    offered = choose(monkeypatch, "nothing of it")
    press_last(section)

    assert offered == [["Only read, never post", "Disconnect…"]]
    said = read(section)
    assert "@archive.test · can post in the browser" in said
    assert "Without a key: from your archive" in said
    assert said.splitlines().count("Connected") == 1
    assert "Archive" in said.splitlines()[1:]


def test_nothing_is_posted_to_a_website(section, stage, monkeypatch):
    stage.bench.rows.accounts.add(make_account("blog", "feed", caps=Cap.HOME | Cap.KEYLESS))
    stage.book.reload()
    offered = choose(monkeypatch, "nothing of it")
    press_last(section)

    assert offered == [["Disconnect…"]]
    assert "blog.test · can read only" in read(section)
    assert not offers(section, "Allow posting")


@pytest.mark.parametrize(
    ("network", "said"),
    [
        ("x", "What was spent stays on record."),
        ("feed", "You can follow the site again later."),
        ("mastodon", "Its key leaves the keyring"),
    ],
)
def test_what_goes_with_an_account_is_said_for_each_network(
    section, stage, monkeypatch, network: str, said: str
):
    stage.bench.rows.accounts.add(make_account("gone", network))
    stage.book.reload()
    choose(monkeypatch, "Disconnect…")
    asked = answer(monkeypatch, SECTION, wanted=False)
    press_last(section)

    assert said in asked[0][1]
