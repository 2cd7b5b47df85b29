from desktop.services.domain.account import Account, Cap
from desktop.services.domain.portions import SMALL, pages, portion


def test_only_an_account_whose_calls_cost_money_is_asked_for_little():
    free = Account(1, "bluesky", "did:shop", "shop", "Shop", "https://s.test", caps=Cap.HOME)
    metered = Account(2, "x", "1", "shop", "Shop", "https://s.test", caps=Cap.HOME | Cap.METERED)
    assert (portion(free, 50), pages(free, 6)) == (50, 6)
    assert (portion(metered, 50), pages(metered, 6)) == (SMALL, 1)
    assert portion(metered, 3) == 3
