"""The spending page: this month against the cap, on what, and what makes it cheaper."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from screens import Stage, find, heard, offers, press, read
from services.spent import spending_on, x_account
from stored import account as make_account

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.bills import month_bill
from desktop.services.domain.charges import Charge
from desktop.services.domain.errors import StoreTrouble
from desktop.services.domain.prices import OPERATIONS
from desktop.services.spending import Spending
from desktop.ui.gauges import Gauge
from desktop.views.settings.spending_month import MonthCard
from desktop.views.settings.spending_section import SpendingSection
from desktop.views.settings.spending_words import call_in_words, calls_in_words, table_heads

LINK = Charge("post_create_with_link", 1)


@pytest.fixture
def account(stage: Stage) -> Account:
    return x_account(stage.bench.rows)


@pytest.fixture
def spending(stage: Stage) -> Spending:
    return spending_on(stage.bench.rows, stage.bench.clock)


@pytest.fixture
def open_section(stage: Stage, spending: Spending, account: Account, shown):
    """Show the section as Settings does."""

    def opened() -> SpendingSection:
        session = replace(stage.session, spending=spending)
        made = SpendingSection(stage.theme, session, stage.book, stage.tasks)
        made.setMinimumWidth(700)
        stage.book.reload()
        made.refresh()
        return shown(made)

    return opened


def publish(spending: Spending, account: Account, times: int = 1) -> None:
    meter = spending.meter(account.id)
    for _ in range(times):
        meter.allow(LINK)
        meter.spent(LINK, "/2/tweets")


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> list[str]:
    suggested: list[str] = []

    def choose(_parent: object, _title: str, name: str) -> tuple[str, str]:
        suggested.append(name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return suggested


def said(section: SpendingSection) -> str:
    return read(section).replace("\u00a0", " ").replace("\u202f", " ")


def test_it_says_what_this_month_cost_of_what_it_may(open_section, spending, account):
    publish(spending, account, 10)
    meter = spending.meter(account.id)
    meter.spent(Charge("post_read", 31), "/2/tweets", [str(n) for n in range(31)])

    section = open_section()

    words = said(section)
    # Rounded up to the cent here, exact in the table.
    assert "$2.16 of $5 this month" in words
    assert "There is $2.84 left for November 2026." in words
    assert "Within the cap" in words
    assert section.findChild(Gauge).tone == "ok"
    lines = words.splitlines()
    at = lines.index("Posts published with a link")
    assert lines[at : at + 4] == ["Posts published with a link", "10", "$0.20", "$2"]
    at = lines.index("Posts read")
    assert lines[at : at + 4] == ["Posts read", "31", "$0.005", "$0.155"]


def test_before_the_first_call_nothing_was_spent(open_section):
    section = open_section()

    assert "$0 of $5 this month" in said(section)
    assert "Nothing was spent this month." in said(section)
    assert not offers(section, "saveSpending")


def test_the_user_is_warned_from_four_fifths_on(open_section, spending, account):
    publish(spending, account, 21)

    section = open_section()

    assert "84 % used" in said(section)
    assert section.findChild(Gauge).tone == "warn"


def test_at_the_cap_it_says_when_it_goes_on(open_section, spending, account):
    publish(spending, account, 25)

    section = open_section()

    assert "Cap reached" in said(section)
    assert "until December 2026 begins, unless you raise the cap" in said(section)
    assert section.findChild(Gauge).tone == "danger"


def test_another_cap_is_chosen_at_once(open_section, spending, account):
    publish(spending, account, 25)
    section = open_section()

    press(section, "$15")

    assert spending.cap() == 15_000_000
    assert "$5 of $15 this month" in said(section)
    assert find(section, "$15").isChecked()


def test_the_cap_that_was_chosen_before_is_shown(open_section, spending):
    spending.set_cap(50_000_000)

    assert find(open_section(), "$50").isChecked()


def test_a_cap_that_is_none_of_the_choices_is_still_told(theme, shown):
    card = shown(MonthCard(theme, "USD"))
    card.show_bill(month_bill("2026-11", "USD", 7_000_000, [], 10))

    assert "$0 of $7 this month" in read(card)


def test_what_is_not_confirmed_is_told(open_section, spending, account):
    publish(spending, account)
    assert "not confirmed" not in said(open_section())
    spending.meter(account.id).allow(LINK)

    section = open_section()

    assert "$0.20 of it is not confirmed" in said(section)
    assert "Posts published with a link (not confirmed)" in said(section)


def test_the_owner_of_the_app_says_so_for_each_account(
    open_section, spending, account, stage: Stage
):
    other = x_account(stage.bench.rows, "other")
    stage.bench.rows.accounts.add(make_account("archive", "x", caps=Cap.KEYLESS))
    section = open_section()
    assert "@shop.test owns the app whose key it uses" in said(section)
    assert "cost" in said(section)
    assert "$0.001 each instead of $0.005 to $0.01" in said(section)
    assert "@archive.test" not in said(section)

    press(section, f"ownsApp-{account.id}")

    assert spending.owns_app(account.id)
    assert not spending.owns_app(other.id)
    assert find(section, f"ownsApp-{account.id}").isChecked()
    press(section, f"ownsApp-{account.id}")
    assert not spending.owns_app(account.id)


def test_the_home_feed_is_read_too_only_where_the_user_says_so(open_section, account, stage: Stage):
    timeline = stage.session.timeline
    words = said(open_section())
    assert "Read the home feed of @shop.test too when fetching" in words
    assert "at most $0.11 each time, with the home feed at most $0.21." in words
    section = open_section()
    assert not find(section, f"readsHome-{account.id}").isChecked()

    press(section, f"readsHome-{account.id}")

    assert timeline.reads_home(account.id)
    assert find(section, f"readsHome-{account.id}").isChecked()
    press(section, f"readsHome-{account.id}")
    assert not timeline.reads_home(account.id)


def test_own_data_at_the_owners_price_is_a_line_of_its_own(open_section, spending, account):
    spending.set_owns_app(account.id, True)
    spending.meter(account.id).spent(Charge("post_read", 3, True), "/2", ["1", "2", "3"])

    lines = said(open_section()).splitlines()

    at = lines.index("Your own posts and mentions read")
    assert lines[at + 1 : at + 4] == ["3", "$0.001", "$0.003"]


def test_former_months_are_told(open_section, spending, account, stage: Stage):
    publish(spending, account, 3)
    stage.bench.clock.advance(days=30)

    lines = said(open_section()).splitlines()

    at = lines.index("November 2026")
    assert lines[at + 1] == "$0.60"
    assert "Last requests" not in lines


def test_it_says_whose_prices_these_are_and_whose_bill_counts(open_section):
    words = said(open_section())

    assert "Prices as published on 22 August 2026." in words
    assert "What X’s developer console says is the bill." in words


def test_the_ledger_is_saved_where_the_user_says(
    open_section, spending, account, tmp_path, monkeypatch
):
    publish(spending, account, 2)
    section = open_section()
    told = heard(section.said)
    suggested = save_as(monkeypatch, tmp_path / "spending.csv")

    press(section, "saveSpending")

    with (tmp_path / "spending.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == list(table_heads("USD"))
    assert [row[2] for row in rows[1:]] == ["Posts published with a link"] * 2
    assert suggested == ["my-shop.spending.csv"]
    assert told == [("Table saved.",)]


def test_a_dialog_that_is_left_saves_nothing(open_section, spending, account, monkeypatch):
    publish(spending, account)
    section = open_section()
    told = heard(section.said)
    save_as(monkeypatch, "")

    press(section, "saveSpending")

    assert told == []


def test_a_table_that_cannot_be_written_is_told(
    open_section, spending, account, monkeypatch, tmp_path
):
    publish(spending, account)
    section = open_section()
    failed = heard(section.failed)
    save_as(monkeypatch, tmp_path / "nowhere" / "spending.csv")

    press(section, "saveSpending")

    ((account_id, error),) = failed
    assert account_id == 0
    assert isinstance(error, StoreTrouble)
    assert not find(section, "saveSpending").is_busy


def test_a_fault_that_nobody_foresaw_goes_to_the_bug_report(
    open_section, spending, stage: Stage, monkeypatch
):
    def stumble(_cap: int) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(spending, "set_cap", stumble)
    section = open_section()

    press(section, "$50")

    assert len(stage.tasks.unhandled) == 1
    assert find(section, "$5").isChecked()


def test_an_account_that_leaves_takes_its_switch_along(
    open_section, account, stage: Stage, spending
):
    publish(spending, account)
    section = open_section()
    assert offers(section, f"ownsApp-{account.id}")

    stage.bench.rows.accounts.remove(account.id)
    stage.book.reload()

    assert not offers(section, f"ownsApp-{account.id}")
    assert "Posts published with a link" in said(section)


@pytest.mark.parametrize("is_owned", [True, False])
def test_every_call_of_the_price_list_has_words(english, is_owned: bool):
    words = {call_in_words(operation, is_owned) for operation in OPERATIONS}

    assert len(words) == len(OPERATIONS)
    assert set(calls_in_words()) == set(OPERATIONS)
