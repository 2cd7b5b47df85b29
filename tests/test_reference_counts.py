"""Qt's Python bindings hand back every reference they borrow.

A release that did not (6.12.0 on Python older than 3.12) ended the program without a word after
some thousand calls: this canary sings in a tenth of a second.
"""

import gc
import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

ROUNDS = 1_000
DRIFT = 50


class Bell(QObject):
    """Rings."""

    rung = Signal(bool)


def test_calls_and_signals_keep_the_count_of_none_and_true_and_false(qtbot, qapp):
    field = QLineEdit()
    qtbot.addWidget(field)
    bell = Bell()
    heard: list[bool] = []
    bell.rung.connect(heard.append)
    gc.collect()
    before = [sys.getrefcount(each) for each in (None, True, False)]

    for number in range(ROUNDS):
        field.setText(str(number))
        bell.rung.emit(number % 2 == 0)
        qapp.processEvents()
    heard.clear()

    after = [sys.getrefcount(each) for each in (None, True, False)]
    drift = [abs(late - early) for early, late in zip(before, after, strict=True)]
    assert max(drift) < DRIFT
