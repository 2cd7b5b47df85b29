"""How much is asked for at once: little where every item costs the user money."""

from desktop.services.domain.account import Account, Cap

SMALL = 10
"""Items asked for at once of an account whose calls cost money."""


def portion(account: Account, usual: int) -> int:
    """Return how many items one call asks for."""
    return min(usual, SMALL) if Cap.METERED in account.caps else usual


def pages(account: Account, usual: int) -> int:
    """Return how many pages are fetched before the user is asked."""
    return 1 if Cap.METERED in account.caps else usual
