"""The accounts in the settings: their state, their rights, and where the keys are."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint
from screens import Stage, answer, choose, find, heard, offers, press, read

from desktop.services.domain.errors import BadAnswer, RateLimited, SignedOut
from desktop.services.networks.contract import SignIn
from desktop.ui.menus import Menu
from desktop.ui.wording import moment
from desktop.views.refresher import Refresher
from desktop.views.settings.account_row import AccountRow
from desktop.views.settings.accounts_section import AccountsSection

SECTION = "desktop.views.settings.accounts_section"


@pytest.fixture
def refresher(stage: Stage) -> Refresher:
    return stage.refresher()


@pytest.fixture
def section(stage: Stage, refresher: Refresher, shown) -> AccountsSection:
    made = AccountsSection(stage.theme, stage.session, stage.book, refresher, stage.tasks)
    made.setMinimumWidth(700)
    return shown(made)


def test_an_account_tells_who_it_is_and_what_crieur_may_do(section, stage, refresher):
    refresher.start()

    said = read(section)
    assert "Shop" in said.splitlines()
    assert "@shop.test · can read, post" in said
    assert "Connected" in said.splitlines()
    assert f"Up to date · {moment(stage.bench.clock(), stage.bench.clock())}" in said


def test_an_empty_list_says_so(section, stage):
    stage.bench.accounts.disconnect(stage.bench.account.id)
    stage.book.reload()

    assert "No account yet." in read(section)


def test_one_more_account_can_be_asked_for(section):
    asked = heard(section.connect_asked)

    press(section, "connectAccount")

    assert len(asked) == 1


def test_the_demo_connects_nobody_and_needs_no_keys(stage, refresher, shown):
    stage.be_demo()
    section = shown(AccountsSection(stage.theme, stage.session, stage.book, refresher, stage.tasks))

    assert not find(section, "connectAccount").isEnabled()
    assert "The demo’s networks are invented and need no keys." in read(section)
    assert not offers(section, "testKeyring")


def test_an_account_that_was_signed_out_offers_the_way_back(section, stage, refresher):
    asked = heard(section.reconnect_asked)
    stage.bench.server.fail("home", SignedOut())
    refresher.start()

    assert "Signed out" in read(section).splitlines()
    press(section, "Sign in again")

    assert [account.id for (account,) in asked] == [stage.bench.account.id]


def test_a_locked_keyring_is_told(section, stage, refresher):
    stage.bench.vault.trouble = "locked"
    stage.session.accounts._networks.clear()
    refresher.start()

    said = read(section)
    assert "Keyring locked" in said.splitlines()
    assert "The keyring of this computer is locked." in said


def test_a_server_that_asks_to_wait_is_told_with_how_long(section, stage, refresher):
    until = stage.bench.clock() + timedelta(minutes=8)
    stage.bench.server.fail("home", RateLimited(until))
    refresher.start()
    assert "The server asks to wait 8 minutes" in read(section)

    stage.bench.clock.advance(minutes=7, seconds=30)
    refresher._timer.timeout.emit()

    assert "The server asks to wait 30 seconds" in read(section)


def test_what_went_wrong_last_is_told_in_its_row(section, stage, refresher):
    stage.bench.server.fail("home", BadAnswer())

    refresher.start()

    assert "@shop.test gave an answer that makes no sense." in read(section)


def test_posting_is_allowed_and_forbidden(section, stage, monkeypatch):
    choose(monkeypatch, "Only read, never post")
    press(section, "accountMore")
    assert "@shop.test · can read only" in read(section)
    assert not stage.session.accounts.all()[0].may_post

    press(section, "Allow posting")
    assert "@shop.test · can read, post" in read(section)
    assert stage.session.accounts.all()[0].may_post


def test_the_menu_offers_what_fits_the_account(section, stage, monkeypatch):
    offered = choose(monkeypatch, "nothing of it")
    press(section, "accountMore")
    stage.bench.accounts.set_may_post(stage.bench.account.id, False)
    stage.book.reload()
    press(section, "accountMore")

    assert offered == [
        ["Sign in again…", "Only read, never post", "Disconnect…"],
        ["Sign in again…", "Allow posting", "Disconnect…"],
    ]


def test_disconnecting_asks_first_and_then_forgets_the_key(section, stage, monkeypatch):
    choose(monkeypatch, "Disconnect…")
    asked = answer(monkeypatch, SECTION, wanted=False)
    press(section, "accountMore")
    assert "Disconnect \u2068@shop.test\u2069?" in asked[0]
    assert len(stage.book.all()) == 1

    answer(monkeypatch, SECTION, wanted=True)
    press(section, "accountMore")

    assert stage.book.all() == ()
    assert stage.bench.vault.secrets == {}
    assert "No account yet." in read(section)


def test_a_disconnect_that_fails_is_told(section, stage, monkeypatch):
    failed = heard(section.failed)
    choose(monkeypatch, "Disconnect…")
    answer(monkeypatch, SECTION, wanted=True)
    stage.bench.vault.trouble = "locked"

    press(section, "accountMore")

    ((account_id, error),) = failed
    assert account_id == stage.bench.account.id
    assert error.reason == "locked"
    assert len(stage.book.all()) == 1


def test_the_keyring_is_tested_on_request(section, stage):
    press(section, "testKeyring")
    assert "The keyring works" in read(section)
    assert "check" not in stage.bench.vault.secrets


def test_a_keyring_that_is_absent_is_explained(section, stage):
    stage.bench.vault.trouble = "absent"

    press(section, "testKeyring")

    assert "This computer has no keyring that can be used." in read(section)


def test_a_fault_of_the_keyring_that_nobody_foresaw_goes_to_the_bug_report(
    section, stage, monkeypatch
):
    def stumble() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(stage.keys, "check", stumble)
    press(section, "testKeyring")

    assert len(stage.tasks.unhandled) == 1


def test_it_says_where_the_keys_are(section, stage):
    assert "never in Crieur’s file" in read(section)

    stage.keys.keep_for_this_session_only()
    stage.bench.accounts.connect(SignIn("bluesky", "https://shop.test", "second", "pass-word"))
    stage.book.reload()

    assert "until Crieur closes" in read(section)
    assert "@second.test" in read(section)


def test_a_row_that_stays_the_same_is_left_alone(section, refresher):
    refresher.start()
    more = find(section, "accountMore")

    refresher.status_changed.emit()

    assert find(section, "accountMore") is more


def test_an_archive_can_be_taken_in(section):
    asked = heard(section.import_asked)
    press(section, "importArchive")

    assert len(asked) == 1


def test_a_row_stays_under_its_open_menu(section, stage, refresher, qtbot):
    (row,) = section.findChildren(AccountRow)
    menu = Menu(stage.theme, row)
    menu.offer("copy", "Copy", list)
    menu.popup(section.mapToGlobal(QPoint(10, 10)))
    refresher.start()
    assert section.findChildren(AccountRow) == [row]

    menu.close()
    refresher.status_changed.emit()

    assert f"Up to date · {moment(stage.bench.clock(), stage.bench.clock())}" in read(section)
