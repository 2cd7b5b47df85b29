"""How things stand, in words, for every situation."""

from datetime import timedelta

import pytest
from screens import Stage
from stored import account as make_account

from desktop.services.domain.account import Cap
from desktop.services.domain.errors import (
    BadAnswer,
    CrieurError,
    RateLimited,
    SignedOut,
    Unreachable,
    VaultTrouble,
)
from desktop.services.networks.contract import SignIn
from desktop.ui.wording import clock
from desktop.views.refresher import Refresher
from desktop.views.status import banner_words, connection_words


@pytest.fixture
def refresher(stage) -> Refresher:
    return stage.refresher()


def line(stage: Stage, refresher: Refresher, waiting: int = 0) -> tuple[str, str, str]:
    return tuple(connection_words(stage.session, stage.book, refresher, waiting))


def after(stage: Stage, refresher: Refresher, *errors: CrieurError) -> None:
    """Fetch, and let it go wrong."""
    stage.bench.server.fail("home", *errors)
    refresher.start()


def second_account(stage: Stage) -> None:
    stage.bench.accounts.connect(SignIn("bluesky", "https://other.test", "second", "pass-word"))
    stage.book.reload()


def test_the_demonstration_sends_nothing(stage, refresher):
    stage.be_demo()

    assert line(stage, refresher) == ("Demo: nothing is sent", "neutral", "store")


def test_there_is_no_account_yet(stage, refresher):
    stage.bench.accounts.disconnect(stage.bench.account.id)
    stage.book.reload()

    assert line(stage, refresher) == ("No account yet", "neutral", "plug")
    assert banner_words(stage.session, stage.book, refresher) is None


def test_the_first_fetch_is_under_way(stage, refresher):
    assert line(stage, refresher) == ("Fetching…", "neutral", "refresh-cw")


@pytest.mark.parametrize(
    ("caps", "told"),
    [
        (Cap.KEYLESS | Cap.HAND_OFF, ("Archive", "neutral", "folder-open")),
        (Cap.HOME | Cap.METERED, ("Connected", "ok", "circle-check")),
    ],
)
def test_what_is_never_fetched_by_itself_is_not_said_to_be_fetched(stage, caps: Cap, told):
    stage.bench.accounts.disconnect(stage.bench.account.id)
    stage.bench.rows.accounts.add(make_account("shop", "x", caps=caps))
    stage.book.reload()

    assert line(stage, stage.refresher()) == told


def test_a_fetch_is_under_way(stage):
    lanes = stage.on_busy_lanes()
    refresher = stage.refresher()
    refresher.start()
    lanes.work_off()
    refresher.refresh_all()

    assert line(stage, refresher)[0] == "Fetching…"
    lanes.work_off()


def test_everything_is_up_to_date(stage, refresher):
    refresher.start()

    told = f"Up to date · {clock(stage.bench.clock())}"
    assert line(stage, refresher) == (told, "ok", "circle-check")
    assert banner_words(stage.session, stage.book, refresher) is None


@pytest.mark.parametrize(
    ("waiting", "told"), [(0, "Offline"), (1, "Offline · 1 waiting"), (3, "Offline · 3 waiting")]
)
def test_nothing_can_be_reached(stage, refresher, waiting, told):
    after(stage, refresher, Unreachable())

    assert line(stage, refresher, waiting) == (told, "warn", "wifi-off")


def test_offline_before_anything_was_ever_fetched(stage, refresher):
    after(stage, refresher, Unreachable())

    words = banner_words(stage.session, stage.book, refresher)

    assert words.title == "You are offline. Reading saved posts."
    assert words.text == "Posts you write wait here and go out when you are back."
    assert (words.action, words.action_text, words.tone) == ("retry", "Try again", "neutral")


def test_offline_says_how_old_the_saved_posts_are(stage, refresher):
    refresher.start()
    since = clock(stage.bench.clock())
    stage.bench.clock.advance(hours=3)
    stage.bench.server.fail("home", Unreachable())
    refresher.refresh_all()

    words = banner_words(stage.session, stage.book, refresher)

    assert words.title == f"You are offline. Reading saved posts from {since}."


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (timedelta(seconds=40), "Waiting 40 seconds"),
        (timedelta(seconds=1), "Waiting 1 second"),
        (timedelta(minutes=4), "Waiting 4 minutes"),
        (timedelta(hours=2), "Waiting 2 hours"),
    ],
)
def test_a_server_that_asks_to_wait_is_waited_for(stage, refresher, left, told):
    until = stage.bench.clock() + timedelta(hours=3)
    after(stage, refresher, RateLimited(until))
    stage.bench.clock.now = until - left

    assert line(stage, refresher) == (told, "warn", "hourglass")


def test_waiting_says_until_when_and_offers_nothing_to_press(stage, refresher):
    until = stage.bench.clock() + timedelta(minutes=4)
    after(stage, refresher, RateLimited(until))

    words = banner_words(stage.session, stage.book, refresher)

    assert "@shop.test" in words.title
    assert "asks Crieur to wait" in words.title
    assert f"Next try in 4 minutes, at {clock(until)}; nothing to do." in words.text
    assert (words.action, words.action_text) == ("", "")


def test_one_account_of_two_is_behind(stage, refresher):
    second_account(stage)
    after(stage, refresher, Unreachable())

    assert line(stage, refresher) == (
        "Not everything is up to date",
        "warn",
        "triangle-alert",
    )
    words = banner_words(stage.session, stage.book, refresher)
    assert "@shop.test" in words.title
    assert "cannot be reached" in words.title
    assert (words.icon, words.action) == ("wifi-off", "retry")
    assert words.account_id == stage.bench.account.id


def test_a_proxy_in_the_way_is_not_being_offline(stage, refresher):
    after(stage, refresher, Unreachable(proxy="unreachable"))

    words = banner_words(stage.session, stage.book, refresher)

    assert words.title == "The proxy cannot be reached."
    assert (words.icon, words.action) == ("wifi-off", "connection")
    assert line(stage, refresher)[0] == "Not everything is up to date"


def test_an_answer_that_makes_no_sense_can_be_tried_again(stage, refresher):
    after(stage, refresher, BadAnswer())

    words = banner_words(stage.session, stage.book, refresher)

    assert "makes no sense" in words.title
    assert (words.icon, words.action, words.action_text) == (
        "triangle-alert",
        "retry",
        "Try again",
    )


def test_an_account_that_was_signed_out_asks_for_the_user(stage, refresher):
    after(stage, refresher, SignedOut())

    words = banner_words(stage.session, stage.book, refresher)

    assert words.title == "\u2068@shop.test\u2069 needs you to sign in again."
    assert "what you wrote waits in the outbox" in words.text
    assert (words.action, words.action_text) == ("reconnect", "Sign in again")
    assert words.account_id == stage.bench.account.id


def test_what_needs_the_user_is_told_before_what_time_mends(stage, refresher):
    second_account(stage)
    stage.bench.registry.server("https://other.test").fail("home", SignedOut())
    after(stage, refresher, Unreachable())

    words = banner_words(stage.session, stage.book, refresher)

    assert "@second.test" in words.title
    assert words.action == "reconnect"


def test_a_locked_keyring_can_be_tried_again(stage, refresher):
    stage.bench.vault.trouble = "locked"
    stage.session.accounts._networks.clear()
    refresher.start()

    words = banner_words(stage.session, stage.book, refresher)

    assert words.title == "The keyring of this computer is locked."
    assert words.action_text == "Try again"


@pytest.mark.parametrize("reason", ["absent", "unsafe", "lost"])
def test_a_keyring_that_is_of_no_use_leads_to_the_sign_in(stage, refresher, reason):
    after(stage, refresher, VaultTrouble(reason))

    words = banner_words(stage.session, stage.book, refresher)

    assert (words.action, words.action_text) == ("reconnect", "Sign in again")


def test_what_nobody_foresaw_is_left_to_the_bug_report(stage, refresher):
    stage.bench.server.fail("home", KeyError("x"))
    refresher.start()

    assert banner_words(stage.session, stage.book, refresher) is None
    assert line(stage, refresher)[0] == "Not everything is up to date"
