"""What no adapter adds to is refused in words that the screens know."""

import inspect

import pytest

from desktop.services.domain.errors import Unsupported
from desktop.services.networks.contract import Network
from desktop.services.networks.refusals import Refusals

QUIET = {"mark_seen", "sign_out"}
OWN = {"me", "home", "author_posts", "thread", "posts", "profile", "close"}
"""What every adapter has to answer by itself."""
PROMISED = {name for name, _ in inspect.getmembers(Network, inspect.isfunction) if name[0] != "_"}


def test_everything_that_is_promised_is_refused_or_the_adapter_s_own():
    refused = {name for name in vars(Refusals) if not name.startswith("_")}
    assert refused | OWN == PROMISED
    assert not refused & OWN


@pytest.mark.parametrize("name", sorted(PROMISED - OWN - QUIET))
def test_a_refusal_says_what_is_not_offered(name: str):
    asked = getattr(Refusals(), name)
    needed = inspect.signature(asked).parameters.values()
    given = [None for each in needed if each.kind is each.POSITIONAL_OR_KEYWORD]
    named = {each.name: True for each in needed if each.kind is each.KEYWORD_ONLY}
    with pytest.raises(Unsupported) as told:
        asked(*given, **named)
    assert told.value.what


def test_what_needs_no_answer_is_taken_without_a_word():
    Refusals().mark_seen()
    Refusals().sign_out()
