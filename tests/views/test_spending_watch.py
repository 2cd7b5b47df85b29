"""The watch over the month's money: it says once what has become true, and then is quiet."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from screens import heard

from desktop.services.domain.account import Cap
from desktop.services.domain.bills import MonthBill
from desktop.services.domain.feed import Refreshed
from desktop.views.spending_watch import SpendingWatch

MICROS = 1_000_000
CALM = MonthBill("2026-11", "USD", 1 * MICROS, 5 * MICROS, 0, (), (), ())
NEAR = replace(CALM, total=4_100_000)
REACHED = replace(CALM, total=5 * MICROS)


class Fetches(QObject):
    refreshed = Signal(object)
    sent = Signal(object)


class Scene:
    """A watch, the account it looks after, and the bill it will read."""

    def __init__(self, stage, caps: Cap) -> None:
        self.bill = CALM
        self.read = 0
        account = replace(stage.bench.account, network="x", caps=caps)
        book = SimpleNamespace(get=lambda _account_id: account)
        session = replace(stage.session, spending=SimpleNamespace(month=self._month))
        self.fetches = Fetches(stage.book)
        self.watch = SpendingWatch(session, book, self.fetches, stage.tasks, stage.book)
        self.said = heard(self.watch.said)

    def _month(self) -> MonthBill:
        self.read += 1
        return self.bill

    def fetch(self, bill: MonthBill) -> None:
        self.bill = bill
        self.fetches.refreshed.emit(Refreshed(1, None))

    @property
    def sentences(self) -> list[str]:
        return [sentence.replace("\u00a0", " ") for (sentence,) in self.said]


@pytest.fixture
def scene(stage) -> Scene:
    return Scene(stage, Cap.HOME | Cap.METERED)


def test_most_of_the_money_spent_is_said_once(scene):
    for bill in (CALM, NEAR, NEAR):
        scene.fetch(bill)

    assert scene.sentences == ["X: $4.10 of $5 are spent this month."]


def test_the_cap_reached_is_said_once(scene):
    for bill in (NEAR, REACHED, REACHED):
        scene.fetch(bill)

    assert scene.sentences[1:] == [
        "X: the monthly cap of $5 is reached. Nothing more is asked of it until December 2026, "
        "or until you raise the cap."
    ]


def test_the_cap_may_be_reached_at_a_stroke(scene):
    scene.fetch(REACHED)

    assert len(scene.sentences) == 1
    assert "is reached" in scene.sentences[0]


def test_after_december_comes_january(scene):
    scene.fetch(replace(REACHED, month="2026-12"))

    assert "until January 2027" in scene.sentences[0]


def test_another_month_or_another_cap_begins_anew(scene):
    scene.fetch(NEAR)
    scene.fetch(replace(NEAR, month="2026-12"))
    scene.fetch(replace(NEAR, cap=10 * MICROS, total=9 * MICROS))
    scene.fetch(replace(NEAR, cap=20 * MICROS, total=9 * MICROS))

    assert len(scene.sentences) == 3


def test_what_was_taken_off_the_bill_is_not_told_again(scene):
    for bill in (NEAR, CALM, NEAR):
        scene.fetch(bill)

    assert len(scene.sentences) == 1


def test_a_post_that_cost_something_is_looked_at_too(scene):
    scene.bill = NEAR
    scene.fetches.sent.emit((SimpleNamespace(account_id=1), SimpleNamespace(account_id=1)))

    assert scene.read == 1
    assert len(scene.sentences) == 1


def test_what_is_free_is_never_looked_at(stage):
    scene = Scene(stage, Cap.HOME)
    scene.fetch(REACHED)

    assert scene.read == 0
    assert not scene.sentences


def test_the_window_shows_it_in_passing(shell):
    shell.findChild(SpendingWatch).said.emit("X: $4.10 of $5 are spent this month.")

    assert shell.toasts.text == "X: $4.10 of $5 are spent this month."
