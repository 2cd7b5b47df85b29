"""The system may ask the program to end."""

import os
import signal

import pytest

from desktop.ui.quit_signals import QuitSignals


@pytest.fixture
def signals(qapp):
    made = QuitSignals()
    yield made
    made.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_wish_is_heard_while_nothing_else_happens(qtbot, signals, number):
    with qtbot.waitSignal(signals.asked):
        os.kill(os.getpid(), number)


def test_closing_gives_the_signals_back(qapp):
    before = signal.getsignal(signal.SIGTERM)
    made = QuitSignals()
    assert signal.getsignal(signal.SIGTERM) is not before
    made.close()
    made.close()
    assert signal.getsignal(signal.SIGTERM) is before
