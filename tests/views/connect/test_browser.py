"""Signing in on the network's own page, or with nothing to sign in to."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QLineEdit
from screens import Stage, find, heard, press, read

from desktop.services.accounts import SignIn
from desktop.services.domain.errors import (
    GivenUp,
    InvalidField,
)
from desktop.ui.segmented import Segmented
from desktop.views.connect.dialog import ConnectDialog


@pytest.fixture
def dialog(stage, window) -> ConnectDialog:
    made = ConnectDialog(stage.theme, stage.session, stage.tasks, window)
    made.open()
    return made


def fill(dialog: ConnectDialog, **words: str) -> None:
    for name, text in words.items():
        find(dialog, name, QLineEdit).setText(text)


def handles(stage: Stage) -> list[str]:
    return [account.handle for account in stage.session.accounts.all()]


class FakeSignIn:
    """A browser that waits until it is told what happened there."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.asked: list[SignIn] = []
        self.outcomes: list[Exception | None] = []
        self.codes: list[str] = []

    def connect(self, request, show, stop, *, said, known_id=0):
        self.asked.append(request)
        show("https://piaille.fr/allow")
        if self.outcomes and (trouble := self.outcomes.pop(0)):
            raise trouble
        return self._account()

    def begin_with_code(self, request):
        self.asked.append(request)
        return SimpleNamespace(address="https://piaille.fr/code", state="")

    def finish_with_code(self, handshake, code, known_id=0):
        self.codes.append(code)
        if code != "right":
            raise InvalidField("code", "rejected")
        return self._account()

    def _account(self):
        asked = SignIn("bluesky", "https://shop.test", "second", "pass")
        return self._stage.session.accounts.connect(asked)


@pytest.fixture
def browser(stage) -> FakeSignIn:
    return FakeSignIn(stage)


@pytest.fixture
def pages(monkeypatch) -> list[str]:
    opened: list[str] = []
    name = "desktop.views.connect.browser_step.open_link"
    monkeypatch.setattr(name, lambda url, *_: opened.append(url))
    return opened


@pytest.fixture
def through_browser(stage, window, browser, pages) -> ConnectDialog:
    made = ConnectDialog(stage.theme, stage.session, stage.tasks, window, sign_in=browser)
    made.choose("mastodon")
    made.open()
    fill(made, mastodonServer=" piaille.fr ")
    return made


def test_mastodon_is_connected_on_its_own_page(through_browser, stage, browser, pages, qtbot):
    assert "Crieur never sees your password" in read(through_browser)
    connected = heard(through_browser.connected)

    press(through_browser, "Continue in the browser")
    qtbot.waitUntil(lambda: bool(pages))

    assert browser.asked == [SignIn("mastodon", "piaille.fr", "", "")]
    assert pages == ["https://piaille.fr/allow"]
    assert len(connected) == 1


def test_where_the_browser_does_not_come_back_a_code_does_it(
    through_browser, stage, browser, pages, qtbot
):
    lanes = stage.on_busy_lanes()
    through_browser._tasks = lanes
    press(through_browser, "Continue in the browser")
    through_browser._on_page_ready("https://piaille.fr/allow")
    assert "This window then goes on by itself" in read(through_browser)

    browser.outcomes = [GivenUp()]
    press(through_browser, "Sign in with a code instead")
    lanes.work_off()
    assert pages[-1] == "https://piaille.fr/code"

    fill(through_browser, code="wrong")
    press(through_browser, "verb")
    lanes.work_off()
    assert "does not accept this code" in read(through_browser)

    fill(through_browser, code=" right ")
    press(through_browser, "verb")
    lanes.work_off()
    assert browser.codes == ["wrong", "right"]
    assert handles(stage)[-1] == "second.test"


def test_a_server_that_is_none_is_told_beside_its_field(through_browser, browser):
    browser.outcomes = [InvalidField("server", "not_mastodon")]

    press(through_browser, "verb")

    assert "There is no server of this kind at this address." in read(through_browser)
    assert find(through_browser, "mastodonServer", QLineEdit).text() == " piaille.fr "


def test_without_a_keyring_nobody_is_sent_to_a_page_for_nothing(through_browser, stage, browser):
    stage.bench.vault.trouble = "absent"

    press(through_browser, "verb")

    assert "This computer has no keyring that can be used." in read(through_browser)
    assert not browser.asked


def test_a_token_connects_without_the_browser(through_browser, stage, browser):
    press(through_browser, "Use an access token instead")
    fill(through_browser, mastodonServer="https://shop.test", accessToken="secret")

    press(through_browser, "verb")

    assert not browser.asked
    assert stage.session.accounts.all()[-1].network == "mastodon"
    assert find(through_browser, "accessToken", QLineEdit).text() == ""


def test_closing_the_dialog_stops_waiting_for_the_browser(through_browser, stage):
    lanes = stage.on_busy_lanes()
    through_browser._tasks = lanes
    press(through_browser, "verb")

    through_browser.reject()

    assert through_browser._stop.is_set()


def test_x_without_a_key_asks_for_the_handle_alone_and_says_what_it_means(dialog, stage):
    dialog.choose("x")
    assert "Crieur asks X for nothing." in read(dialog)
    fill(dialog, xHandle="@lumiere")

    press(dialog, "verb")

    account = stage.session.accounts.all()[-1]
    assert (account.network, account.handle) == ("x", "@lumiere.test")


def test_x_with_a_key_names_the_price_before_anything_is_asked(dialog, stage, monkeypatch):
    dialog.choose("x")
    find(dialog, "xWay", Segmented)._segments["key"].click()

    assert "X charges you for each post" in read(dialog)
    assert dialog.verb_button.text() == "Continue in the browser"


def test_a_feed_has_nothing_to_post_with(dialog, stage):
    dialog.choose("feed")
    assert "What Crieur may do" not in read(dialog)
    fill(dialog, feedAddress="lyonfood.fr/blog")

    press(dialog, "verb")

    assert stage.session.accounts.all()[-1].network == "feed"
