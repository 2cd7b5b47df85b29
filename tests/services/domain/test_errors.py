"""Every failure says who can act, and what it carries is a key or a time, never a sentence."""

from datetime import UTC, datetime

import pytest

from desktop.services.domain import errors

WHEN = datetime(2026, 11, 21, tzinfo=UTC)
EXAMPLES = (
    errors.InvalidField("server", "empty"),
    errors.IllegalMove("sent", "withdraw"),
    errors.BudgetReached(5_000_000, 4_990_000, 15_000),
    errors.ArchiveRefused("truncated"),
    errors.GivenUp(),
    errors.Unreachable(proxy="password"),
    errors.RateLimited(WHEN),
    errors.SignedOut(),
    errors.Refused("duplicate"),
    errors.PaymentRequired(),
    errors.AllowanceUsedUp(WHEN),
    errors.Missing(),
    errors.OutcomeUnknown(),
    errors.BadAnswer(),
    errors.Unsupported("search", "https://example.org"),
    errors.StoreTrouble("damaged"),
    errors.VaultTrouble("locked"),
)


def leaves(kind: type[Exception]) -> set[type[Exception]]:
    below = kind.__subclasses__()
    return set().union(*map(leaves, below)) if below else {kind}


def test_no_failure_is_left_out_here():
    assert {type(error) for error in EXAMPLES} == leaves(errors.CrieurError)


def test_every_failure_is_told_apart_by_who_can_act():
    for error in EXAMPLES:
        actors = (
            errors.Correctable,
            errors.GivenUp,
            errors.NetworkTrouble,
            errors.StoreTrouble,
            errors.VaultTrouble,
        )
        assert sum(isinstance(error, actor) for actor in actors) == 1


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_what_a_failure_carries_is_there_for_the_screen(error: errors.CrieurError):
    carried = vars(error)

    assert all(isinstance(value, str | int | datetime) for value in carried.values())
    assert all(str(value) for value in carried.values())


def test_the_log_names_the_time_until_which_a_server_rests():
    assert "2026-11-21" in str(errors.RateLimited(WHEN))
