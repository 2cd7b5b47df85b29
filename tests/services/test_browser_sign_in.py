"""Out to the network's page and back: by itself, or with a code that is copied."""

import threading

import pytest
from workbench import Workbench

from desktop.services.accounts import SignIn
from desktop.services.browser_sign_in import BrowserSignIn
from desktop.services.domain.errors import GivenUp, InvalidField

ASKED = SignIn("mastodon", "https://shop.test", "", "")


class FakeHandshake:
    def __init__(self, bench: Workbench, redirect: str) -> None:
        self._bench = bench
        self.address = f"https://shop.test/allow?to={redirect}"
        self.state = "a state"

    def finish(self, code: str):
        if code != "the code":
            raise InvalidField("code", "rejected")
        return self._bench.registry.sign_in(SignIn("mastodon", "https://shop.test", "new", "x"))


class FakeReceiver:
    """A browser that comes back at once, to `redirect`."""

    def __init__(self, redirect: str = "http://127.0.0.1:8723/callback") -> None:
        self.redirect = redirect
        self.said = ""
        self.is_left = False

    def __call__(self, said: str) -> "FakeReceiver":
        self.said = said
        return self

    def __enter__(self) -> "FakeReceiver":
        return self

    def __exit__(self, *_: object) -> None:
        self.is_left = True

    def wait(self, state: str, stop: threading.Event) -> str:
        assert state == "a state"
        if stop.is_set():
            raise GivenUp
        return "the code"


@pytest.fixture
def begun(bench: Workbench, monkeypatch) -> list[tuple[SignIn, str]]:
    """Let the registry begin sign-ins; return what it was asked."""
    asked: list[tuple[SignIn, str]] = []

    def begin(request: SignIn, redirect: str) -> FakeHandshake:
        asked.append((request, redirect))
        return FakeHandshake(bench, redirect)

    monkeypatch.setattr(bench.registry, "begin", begin, raising=False)
    return asked


def test_the_page_is_shown_before_anybody_waits_and_the_account_is_connected(bench, begun):
    receiver, shown = FakeReceiver(), []
    sign_in = BrowserSignIn(bench.accounts, receiver)

    account = sign_in.connect(ASKED, shown.append, threading.Event(), said="Merci")

    assert begun == [(ASKED, receiver.redirect)]
    assert shown == [f"https://shop.test/allow?to={receiver.redirect}"]
    assert account in bench.accounts.all()
    assert receiver.said == "Merci"
    assert receiver.is_left


def test_stopping_connects_nothing_and_lets_go_of_the_address(bench, begun):
    receiver, stop = FakeReceiver(), threading.Event()
    before = bench.accounts.all()
    stop.set()

    with pytest.raises(GivenUp):
        BrowserSignIn(bench.accounts, receiver).connect(ASKED, len, stop, said="")

    assert bench.accounts.all() == before
    assert receiver.is_left


def test_without_a_free_address_no_page_is_opened(bench, begun):
    shown: list[str] = []
    with pytest.raises(GivenUp):
        BrowserSignIn(bench.accounts, FakeReceiver("")).connect(
            ASKED, shown.append, threading.Event(), said=""
        )
    assert not shown
    assert not begun


def test_a_copied_code_connects_and_a_wrong_one_may_be_mended(bench, begun):
    sign_in = BrowserSignIn(bench.accounts)
    handshake = sign_in.begin_with_code(ASKED)
    assert begun == [(ASKED, "")]

    with pytest.raises(InvalidField):
        sign_in.finish_with_code(handshake, "wrong")
    account = sign_in.finish_with_code(handshake, " the code\n")

    assert account in bench.accounts.all()


def test_signing_in_again_as_somebody_else_is_told(bench, begun):
    with pytest.raises(InvalidField) as told:
        BrowserSignIn(bench.accounts, FakeReceiver()).connect(
            ASKED, len, threading.Event(), said="", known_id=bench.account.id
        )
    assert told.value.reason == "other_account"
