"""Connecting an account: every field's problem beside it, and keys only where they are safe."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from screens import Stage, find, heard, press, read

from desktop.services.domain.account import AccountState
from desktop.services.domain.errors import (
    InvalidField,
    RateLimited,
    SignedOut,
    Unreachable,
)
from desktop.ui.buttons import Button
from desktop.ui.segmented import Segmented
from desktop.views.connect.dialog import ConnectDialog

FIELDS = {"identifier": "handle", "password": "appPassword", "server": "server"}


@pytest.fixture
def dialog(stage, window) -> ConnectDialog:
    made = ConnectDialog(stage.theme, stage.session, stage.tasks, window)
    made.open()
    return made


def again(stage: Stage, window) -> ConnectDialog:
    """Open the dialog for the account that is there already."""
    (known,) = stage.book.all()
    made = ConnectDialog(stage.theme, stage.session, stage.tasks, window, known=known)
    made.open()
    return made


def fill(dialog: ConnectDialog, **words: str) -> None:
    for name, text in words.items():
        find(dialog, name, QLineEdit).setText(text)


def refuse(stage: Stage, monkeypatch, *errors: Exception) -> None:
    """Let the server refuse the next sign-ins."""
    sign_in, left = stage.bench.registry.sign_in, list(errors)

    def refusing(request):
        if left:
            raise left.pop(0)
        return sign_in(request)

    monkeypatch.setattr(stage.bench.registry, "sign_in", refusing)


def handles(stage: Stage) -> list[str]:
    return [account.handle for account in stage.session.accounts.all()]


def test_an_account_is_connected_and_the_password_is_not_kept_in_the_window(dialog, stage):
    connected = heard(dialog.connected)
    fill(dialog, handle=" second ", appPassword="abcd-efgh-ijkl-mnop", server="https://shop.test")

    press(dialog, "verb")

    assert handles(stage) == ["shop.test", "second.test"]
    ((account,),) = connected
    assert account.handle == "second.test"
    assert dialog.isHidden()
    assert find(dialog, "appPassword", QLineEdit).text() == ""


def test_enter_connects_from_every_field(dialog, stage, monkeypatch):
    refuse(stage, monkeypatch, Unreachable(), Unreachable())
    fill(dialog, handle="second", appPassword="abcd-efgh-ijkl-mnop", server="https://shop.test")

    for name in FIELDS.values():
        QTest.keyClick(find(dialog, name, QLineEdit), Qt.Key.Key_Return)

    assert handles(stage) == ["shop.test", "second.test"]


def test_the_password_is_hidden_and_the_page_that_makes_one_is_offered(dialog):
    assert find(dialog, "appPassword", QLineEdit).echoMode() is QLineEdit.EchoMode.Password
    assert "Make an app password on Bluesky’s page" in read(dialog)
    assert "not the password you sign in with" in read(dialog)


@pytest.mark.parametrize(
    ("field", "reason", "sentence"),
    [
        ("identifier", "empty", "Type your handle, such as"),
        ("identifier", "too_long", "A handle is never this long."),
        ("identifier", "rejected", "No account has this handle."),
        ("identifier", "already_connected", "This account is connected already."),
        ("identifier", "other_account", "This password belongs to another account."),
        ("password", "empty", "Paste the app password here."),
        ("password", "main_password", "This looks like your main password."),
        ("password", "rejected", "does not accept this pair of handle and app password"),
        ("server", "not_an_address", "Type a full address, such as https://bsky.social."),
        ("server", "not_secure", "Crieur only sends a password over https://."),
        ("server", "something new", "This cannot be used. Check it and try again."),
    ],
)
def test_each_problem_is_told_beside_its_field(dialog, stage, monkeypatch, field, reason, sentence):
    refuse(stage, monkeypatch, InvalidField(field, reason))
    fill(dialog, handle="second", appPassword="abcd-efgh-ijkl-mnop")

    press(dialog, "verb")

    assert sentence in dialog._form.fields[field].problem
    assert sentence in read(dialog)
    assert all(not dialog._form.fields[other].problem for other in FIELDS if other != field)
    assert sentence in find(dialog, FIELDS[field], QLineEdit).accessibleDescription()
    assert dialog.focusWidget() is find(dialog, FIELDS[field], QLineEdit)
    assert find(dialog, "handle", QLineEdit).text() == "second"
    assert not dialog.verb_button.is_busy


def test_a_problem_is_gone_once_it_was_mended(dialog, stage, monkeypatch):
    refuse(stage, monkeypatch, InvalidField("password", "rejected"), Unreachable())
    fill(dialog, handle="second", appPassword="abcd-efgh-ijkl-mnop")
    press(dialog, "verb")

    press(dialog, "verb")

    assert all(not field.problem for field in dialog._form.fields.values())


def test_a_problem_of_no_field_is_told_all_the_same(dialog, stage, monkeypatch):
    refuse(stage, monkeypatch, InvalidField("network", "unknown"))

    press(dialog, "verb")

    assert "One of the fields needs your attention." in read(dialog)


def test_the_network_being_away_is_told_and_what_was_typed_stays(dialog, stage, monkeypatch):
    refuse(stage, monkeypatch, Unreachable())
    fill(dialog, handle="second", appPassword="abcd-efgh-ijkl-mnop", server="https://shop.test")

    press(dialog, "verb")
    assert "https://shop.test cannot be reached." in read(dialog)

    press(dialog, "verb")
    assert handles(stage) == ["shop.test", "second.test"]


def test_a_server_that_asks_to_wait_says_how_long(dialog, stage, monkeypatch):
    refuse(stage, monkeypatch, RateLimited(stage.bench.clock() + timedelta(minutes=5)))

    press(dialog, "verb")

    assert "Next try in 5 minutes" in read(dialog)


def test_without_a_keyring_nothing_is_kept_unless_the_user_says_for_this_session(dialog, stage):
    stage.bench.vault.trouble = "absent"
    fill(dialog, handle="second", appPassword="abcd-efgh-ijkl-mnop", server="https://shop.test")

    press(dialog, "verb")
    assert "This computer has no keyring that can be used." in read(dialog)
    assert handles(stage) == ["shop.test"]
    assert not stage.keys.is_session_only

    dialog._banner.button.click()
    assert stage.keys.is_session_only
    assert handles(stage) == ["shop.test", "second.test"]


def test_crieur_reads_only_where_the_user_says_so(dialog, stage):
    find(dialog, "rights", Segmented)._segments["read"].click()
    fill(dialog, handle="second", appPassword="abcd-efgh-ijkl-mnop", server="https://shop.test")

    press(dialog, "verb")

    assert not stage.session.accounts.all()[1].may_post


def test_while_it_connects_the_verb_says_so_and_a_second_press_does_nothing(stage, window):
    lanes = stage.on_busy_lanes()
    dialog = ConnectDialog(stage.theme, stage.session, stage.tasks, window)
    dialog.open()
    fill(dialog, handle="second", appPassword="abcd-efgh-ijkl-mnop", server="https://shop.test")

    press(dialog, "verb")
    assert dialog.verb_button.is_busy
    press(dialog, "verb")
    QTest.keyClick(find(dialog, "handle", QLineEdit), Qt.Key.Key_Return)

    assert len(lanes.waiting) == 1
    lanes.work_off()
    assert not dialog.verb_button.is_busy


def test_signing_in_again_knows_the_account(stage, window):
    stage.bench.accounts.set_may_post(stage.bench.account.id, False)
    stage.book.reload()

    dialog = again(stage, window)

    assert "Sign in again to @shop.test" in read(dialog)
    assert find(dialog, "handle", QLineEdit).text() == "shop.test"
    assert find(dialog, "handle", QLineEdit).isReadOnly()
    assert find(dialog, "server", QLineEdit).text() == "https://shop.test"
    assert find(dialog, "rights", Segmented).choice == "read"
    assert find(dialog, "verb", Button).text() == "Sign in"


def test_signing_in_again_brings_the_account_back(stage, window, monkeypatch):
    stage.bench.server.fail("home", SignedOut())
    stage.refresher().start()
    assert stage.book.all()[0].state is AccountState.SIGNED_OUT
    as_shop(stage, monkeypatch)

    dialog = again(stage, window)
    fill(dialog, appPassword="abcd-efgh-ijkl-mnop")
    press(dialog, "verb")

    (account,) = stage.session.accounts.all()
    assert account.state is AccountState.CONNECTED
    assert account.may_post


def as_shop(stage: Stage, monkeypatch) -> None:
    """Let the server know the account by its whole handle too."""
    sign_in = stage.bench.registry.sign_in

    def known(request):
        return sign_in(replace(request, identifier=request.identifier.removesuffix(".test")))

    monkeypatch.setattr(stage.bench.registry, "sign_in", known)


def test_signing_in_again_as_somebody_else_changes_nothing(stage, window):
    # The fake server takes the whole handle for another name.
    dialog = again(stage, window)
    fill(dialog, appPassword="abcd-efgh-ijkl-mnop")

    press(dialog, "verb")

    assert "This password belongs to another account." in read(dialog)
    assert handles(stage) == ["shop.test"]


def test_a_fault_that_nobody_foresaw_goes_to_the_bug_report(dialog, stage, monkeypatch):
    refuse(stage, monkeypatch, ZeroDivisionError())

    press(dialog, "verb")

    assert [type(error) for error in stage.tasks.unhandled] == [ZeroDivisionError]
    assert not dialog.verb_button.is_busy


def test_bluesky_s_page_is_opened_only_when_asked(dialog, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "desktop.views.connect.bluesky_form.open_link", lambda url, *_: opened.append(url)
    )

    press(dialog, "Make an app password on Bluesky’s page")

    assert opened == ["https://bsky.app/settings/app-passwords"]
