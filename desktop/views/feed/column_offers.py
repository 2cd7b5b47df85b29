"""The quiet lines of a column that offer to ask accounts which cost money."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.link_buttons import LinkButton
from desktop.ui.text import set_tooltip
from desktop.ui.theme import Theme
from desktop.ui.wording import money
from desktop.views.account_book import AccountBook
from desktop.views.feed.column_asker import Offer
from desktop.views.feed.column_wording import account_name


class ColumnOffers(QWidget):
    """A link for each account that can be asked for money, with the most that can cost.

    Signals:
        accepted: An account should be asked; carries the `Account`, and whether for older posts.
    """

    accepted = Signal(object, bool)

    def __init__(self, theme: Theme, book: AccountBook, currency: str) -> None:
        super().__init__()
        self._theme = theme
        self._book = book
        self._currency = currency
        self._shown: tuple[tuple[Offer, ...], bool] = ((), False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_offers(self, offers: tuple[Offer, ...], is_older: bool) -> None:
        """Offer these accounts in place of those offered before."""
        if (offers, is_older) == self._shown:
            return
        self._shown = (offers, is_older)
        while (taken := self._column.takeAt(0)) is not None:
            taken.widget().deleteLater()
        for offer in offers:
            link = LinkButton(self._theme, self._words(offer, is_older), "small", elides=True)
            link.setObjectName(f"askPaid{offer.account.id}")
            why = self.tr("Each answer costs money, so this is asked only when you say so.")
            set_tooltip(link, why)
            link.setAccessibleDescription(why)
            link.clicked.connect(partial(self.accepted.emit, offer.account, is_older))
            self._column.addWidget(link)
        self.setVisible(bool(offers))

    def _words(self, offer: Offer, is_older: bool) -> str:
        words = self.tr("Ask {name}, at most {money}")
        if is_older:
            words = self.tr("Older posts from {name}, at most {money}")
        name = account_name(offer.account.id, self._book)
        return words.format(name=name, money=money(offer.price, self._currency))
