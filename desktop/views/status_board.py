"""Shows how things stand wherever it is said: in the rail's foot and over the feeds."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.ui.banners import Banner
from desktop.ui.rail import Rail
from desktop.views.account_book import AccountBook
from desktop.views.refresher import Refresher
from desktop.views.session import Session
from desktop.views.status import BannerWords, banner_words, connection_words


class StatusBoard(QObject):
    """Keep the connection line and the banners true.

    Signals:
        reconnect_asked: Sign in again; carries the `Account`.
    """

    reconnect_asked = Signal(object)

    def __init__(
        self,
        session: Session,
        book: AccountBook,
        refresher: Refresher,
        rail: Rail,
        banners: Sequence[Banner],
    ) -> None:
        super().__init__(rail)
        self._session = session
        self._book = book
        self._refresher = refresher
        self._rail = rail
        self._banners = banners
        self._told: BannerWords | None = None

    def show(self, waiting: int) -> None:
        """Say how things stand now, with so many posts in the outbox."""
        words = connection_words(self._session, self._book, self._refresher, waiting)
        self._rail.set_connection(*words)
        told = banner_words(self._session, self._book, self._refresher)
        if told == self._told:
            return
        self._told = told
        for banner in self._banners:
            if told is None:
                banner.hide()
            else:
                self._show_banner(banner, told)

    def _show_banner(self, banner: Banner, told: BannerWords) -> None:
        work = self._refresher.refresh_all
        if told.action == "reconnect":
            work = partial(self.reconnect_asked.emit, self._book.get(told.account_id))
        banner.show_message(
            told.title,
            told.text,
            told.tone,
            told.action_text,
            work,
            icon=told.icon,
            action_icon="refresh-cw" if told.action else None,
        )
