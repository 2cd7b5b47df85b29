"""Cycles are cleared by the GUI thread alone, and all is as before afterwards."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from desktop.ui.collector import Collector


class Knot:
    """Holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qapp) -> Iterator[Collector]:
    gc.enable()
    made = Collector()
    yield made
    made.close()
    gc.disable()


def test_no_thread_clears_cycles_by_chance(collector):
    gone = weakref.ref(Knot())
    many = [[] for _ in range(100_000)]

    assert not gc.isenabled()
    assert gone() is not None
    del many

    collector.collect()
    assert gone() is None


def test_what_was_loaded_at_the_start_is_not_looked_at_again(collector):
    collector.settle()
    assert gc.get_freeze_count() > 10_000


@pytest.mark.parametrize("was_enabled", [True, False])
def test_afterwards_all_is_as_it_was(qapp, was_enabled):
    (gc.enable if was_enabled else gc.disable)()
    collector = Collector()
    collector.settle()
    collector.close()

    assert gc.isenabled() == was_enabled
    assert gc.get_freeze_count() == 0
    gc.disable()
