"""What sending a post means beyond its words: who may see it, what it costs, what opens for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.charges import Charge
from desktop.services.domain.draft import Draft
from desktop.services.domain.hand_off import Action
from desktop.services.spending import Spending
from desktop.ui.link_buttons import LinkButton
from desktop.ui.points import Point
from desktop.ui.theme import Theme
from desktop.ui.wording import money
from desktop.views.hand_offs import is_by_hand
from desktop.views.networks import network_name


class PostTerms(QWidget):
    """A line for each thing the user should know before the button is pressed.

    Signals:
        by_hand_asked: Send it in the browser instead, which costs nothing.
    """

    by_hand_asked = Signal()

    def __init__(self, theme: Theme, spending: Spending) -> None:
        super().__init__()
        self._spending = spending
        self._seen_by = Point(theme, "lock", "")
        self._price = Point(theme, "wallet", "")
        self._by_hand = Point(theme, "external-link", "")
        self._instead = LinkButton(theme, "")
        self._instead.setObjectName("byHandInstead")
        self._instead.clicked.connect(self.by_hand_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for line in (self._seen_by, self._price, self._instead, self._by_hand):
            column.addWidget(line)

    def show_terms(self, account: Account, draft: Draft) -> None:
        """Say what sending `draft` as it is now means."""
        seen_by = {
            "direct": self.tr("Only the people named in it can see this."),
            "followers": self.tr("Only followers can see this."),
        }.get(draft.visibility, "")
        _tell(self._seen_by, seen_by)
        action = Action.REPLY if draft.reply_to is not None else Action.POST
        name = network_name(account.network)
        by_hand = ""
        if is_by_hand(action, account):
            by_hand = self.tr("{network} opens with your words; you press Post there.")
        _tell(self._by_hand, by_hand.format(network=name))
        price, is_dear = self._price_of(account, draft)
        _tell(self._price, price)
        self._instead.setText(
            self.tr("Open it on {network} instead, at no cost").format(network=name)
        )
        self._instead.setVisible(is_dear)
        shown = (self._seen_by, self._price, self._by_hand)
        self.setVisible(any(not line.isHidden() for line in shown))

    def _price_of(self, account: Account, draft: Draft) -> tuple[str, bool]:
        """Return what sending costs in words, and whether a link makes it dear."""
        if Cap.METERED not in account.caps:
            return "", False
        from desktop.services.domain.x_length import has_link  # slow to load, and rarely needed

        is_dear = has_link(draft.text)
        operation = "post_create_with_link" if is_dear else "post_create"
        if draft.reply_to is not None and not is_dear:
            operation = "reply_create"
        cost = self._spending.estimate(account.id, [Charge(operation, 1)])
        words = money(cost, self._spending.prices.currency)
        if is_dear:
            return self.tr("Sending this costs {money}, because of the link.").format(
                money=words
            ), True
        return self.tr("Sending this costs {money}.").format(money=words), False


def _tell(line: Point, sentence: str) -> None:
    line.setText(sentence)
    line.setVisible(bool(sentence))
