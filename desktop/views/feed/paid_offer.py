"""What costs money is asked only when the user says so, after reading what it costs at most."""

from collections.abc import Callable, Sequence
from functools import partial

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.charges import Charge
from desktop.ui.banners import Banner
from desktop.ui.tasks import STORE, Tasks
from desktop.ui.theme import Theme
from desktop.ui.wording import money
from desktop.views.networks import network_name
from desktop.views.session import Session


class PaidOffer(Banner):
    """A quiet line over what is stored: what more would cost, and a button that asks for it."""

    def __init__(self, theme: Theme, session: Session, tasks: Tasks) -> None:
        super().__init__(theme)
        self.setContentsMargins(20, 8, 20, 8)
        self._spending = session.spending
        self._tasks = tasks
        self._turn = 0

    def offer(
        self, account: Account, charges: Sequence[Charge], on_asked: Callable[[], object]
    ) -> None:
        """Offer to ask as an account; `on_asked` follows when the user wants to pay for it."""
        self.withdraw()
        self._tasks.run(
            STORE,
            partial(self._spending.estimate, account.id, charges),
            owner=self,
            done=partial(self._show, self._turn, account, on_asked),
        )

    def withdraw(self) -> None:
        """Offer nothing any more."""
        self._turn += 1
        self.button.set_busy(None)
        self.hide()

    def refuse(self) -> None:
        """Let what was asked for be asked for again, because it did not come."""
        self.button.set_busy(None)

    def _show(
        self, turn: int, account: Account, on_asked: Callable[[], object], price: int
    ) -> None:
        if turn != self._turn:
            return
        network = network_name(account.network)
        cost = money(price, self._spending.prices.currency)
        self.show_message(
            self.tr("Asking {network} for more costs at most {money}.").format(
                network=network, money=cost
            ),
            action_text=self.tr("Ask {network}").format(network=network),
            on_action=partial(self._ask, on_asked),
            icon="tag",
        )

    def _ask(self, on_asked: Callable[[], object]) -> None:
        self.button.set_busy(self.tr("Asking…"))
        on_asked()


def is_silent(account: Account) -> bool:
    """Say whether nobody can be asked as the account: only its archive is there."""
    return Cap.KEYLESS in account.caps and not account.caps & (Cap.HOME | Cap.THREAD)
