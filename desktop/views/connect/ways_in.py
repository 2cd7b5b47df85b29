"""The ways into an account, as the connect dialog goes them: each waits for servers."""

import threading
from collections.abc import Callable

from desktop.services.accounts import SignIn
from desktop.services.browser_sign_in import BrowserSignIn, Handshake
from desktop.services.domain.account import Account
from desktop.views.session import Session


class WaysIn:
    """Connects an account, or signs in to a known one again; belongs in a lane.

    Each way returns the account, which may post or only read as the user said.
    """

    def __init__(self, session: Session, sign_in: BrowserSignIn, known: Account | None) -> None:
        self._session = session
        self._sign_in = sign_in
        self._known_id = 0 if known is None else known.id

    def with_what_was_typed(self, request: SignIn, *, may_post: bool) -> Account:
        """Connect with a handle, a key or an address alone."""
        accounts = self._session.accounts
        if self._known_id:
            return self._allowed(accounts.reconnect(self._known_id, request), may_post)
        return self._allowed(accounts.connect(request), may_post)

    def through_browser(
        self,
        request: SignIn,
        show_page: Callable[[str], None],
        stop: threading.Event,
        *,
        said: str,
        may_post: bool,
    ) -> Account:
        """Connect on the network's own page; `said` is what the browser shows at the end."""
        # A keyring that cannot be used is told before anybody signs in for nothing.
        self._session.keys.check()
        account = self._sign_in.connect(
            request, show_page, stop, said=said, known_id=self._known_id
        )
        return self._allowed(account, may_post)

    def with_code(self, handshake: Handshake, code: str, *, may_post: bool) -> Account:
        """Connect with the code that the network's page showed."""
        account = self._sign_in.finish_with_code(handshake, code, self._known_id)
        return self._allowed(account, may_post)

    def _allowed(self, account: Account, may_post: bool) -> Account:
        if account.may_post != may_post:
            self._session.accounts.set_may_post(account.id, may_post)
        return account
