from desktop.services.domain.charges import FREE, Charge


def test_what_costs_nothing_is_always_allowed_and_never_counted():
    charge = Charge("post_read", 1_000_000)

    FREE.allow(charge)
    FREE.spent(charge, "/2/tweets", ["1"])

    assert not FREE.was_read_today("post_read", "1")
