"""What did not work is told in the page that is shown, with a way on where there is one."""

import pytest
from screens import offers, press, read

from desktop.services.domain.errors import Missing, Unreachable
from desktop.ui.banners import Banner
from desktop.views.failures import Failures


@pytest.fixture
def banner(stage, shown) -> Banner:
    """Where the page says what is wrong."""
    return shown(Banner(stage.theme))


@pytest.fixture
def failures(stage, banner) -> Failures:
    return Failures(stage.session, stage.book, stage.tasks, lambda: banner)


def test_what_an_account_could_not_do_is_told_by_its_name(failures, stage, banner):
    failures.tell(stage.bench.account.id, Missing())

    assert "@shop.test does not have this any more." in read(banner)
    banner.close_button.click()
    assert banner.isHidden()


def test_what_it_leaves_undone_is_said_first(failures, stage, banner):
    failures.tell(stage.bench.account.id, Missing(), "The last step was not undone.")

    told = read(banner).splitlines()
    assert told[0] == "The last step was not undone."
    assert told[1].startswith("@shop.test does not have this any more.")


def test_another_try_takes_the_message_away(failures, stage, banner):
    tried = []
    failures.tell(stage.bench.account.id, Unreachable(), "Not done.", lambda: tried.append(1))
    press(banner, "Try again")

    assert tried == [1]
    assert banner.isHidden()


def test_where_another_try_is_no_use_none_is_offered(failures, stage, banner):
    failures.tell(stage.bench.account.id, Missing(), "Not done.")

    assert not offers(banner, "Try again")


def test_what_nobody_foresaw_is_passed_on(failures, stage, banner):
    error = ZeroDivisionError()
    failures.tell(0, error)

    assert stage.tasks.unhandled == [error]
    assert not read(banner)
