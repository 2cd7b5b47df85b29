"""The designed keys lead to one command each."""

from collections import Counter

from desktop.ui.keymap import portable
from desktop.views.designed_keys import DESIGNED


def test_no_keys_are_given_twice():
    given = Counter(portable(keys) for several in DESIGNED.values() for keys in several)

    assert [keys for keys, times in given.items() if times > 1] == []


def test_every_designed_sequence_is_one():
    assert all(portable(keys) for several in DESIGNED.values() for keys in several)
