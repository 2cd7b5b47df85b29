"""Open a network adapter by name; the adapter's module is imported only then."""

from desktop.services.domain.account import Account
from desktop.services.domain.errors import InvalidField
from desktop.services.networks.contract import Credential, KeepCredential, Network, SignIn

DEMO_PREFIX = "demo"


def sign_in(request: SignIn) -> tuple[Account, Credential]:
    """Sign in with what the user typed; the account has no row yet (`id` 0).

    The credential goes to the vault, and `request` with its password is forgotten.
    """
    if request.network == "bluesky":
        from desktop.services.networks import bluesky_sign_in

        return bluesky_sign_in.sign_in(request)
    if request.network.startswith(DEMO_PREFIX):
        from desktop.services.networks import demo

        return demo.sign_in(request)
    raise InvalidField("network", "unknown")


def open_network(account: Account, credential: Credential, keep: KeepCredential) -> Network:
    """Return the adapter that serves `account`; nothing is asked of the server yet.

    `keep` is called with every renewed credential before the former one stops working.
    """
    if account.network == "bluesky":
        from desktop.services.networks import bluesky

        return bluesky.open_network(account, credential, keep)
    if account.network.startswith(DEMO_PREFIX):
        from desktop.services.networks import demo

        return demo.open_network(account, credential, keep)
    raise InvalidField("network", "unknown")
