"""Shows how things stand wherever it is said: in the rail's foot and over the feeds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.ui.banners import Banner
from desktop.ui.rail import Rail
from desktop.ui.wording import short_count
from desktop.views.account_book import AccountBook
from desktop.views.refresher import Refresher
from desktop.views.session import Session
from desktop.views.status import BannerWords, banner_words, connection_words


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to be done that nothing depends on, in words, and what does it."""

    title: str
    text: str
    action: str
    work: Callable[[], object]


class StatusBoard(QObject):
    """Keep the connection line and the banners true.

    Signals:
        reconnect_asked: Sign in again; carries the `Account`.
        section_asked: See a section of the settings; carries its key.
        offer_closed: The user does not want what was offered.
    """

    reconnect_asked = Signal(object)
    section_asked = Signal(str)
    offer_closed = Signal()

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
        self._name = session.name
        self._book = book
        self._refresher = refresher
        self._rail = rail
        self._banners = banners
        self._told: BannerWords | None = None
        self._read_first: Banner | None = None
        self._offer: Offer | None = None
        for banner in banners:
            banner.close_button.clicked.connect(self._on_closed)
        self.waiting = 0
        """How many posts wait in the outbox."""

    def rename(self, name: str) -> None:
        """Call the workspace by its new name."""
        self._name = name
        self.show()

    def _show_identity(self) -> None:
        detail = self.tr("%n account(s)", "", len(self._book.all()))
        if self._session.is_demo:
            detail = self.tr("Demo: invented data")
        self._rail.set_identity(self._name, detail)

    def show_unread(self, home: int, mentions: int) -> None:
        """Show how many posts are unread."""
        for key, number in (("home", home), ("mentions", mentions)):
            self._show_count(key, number, self.tr("%n unread", "", number))

    def show_waiting(self, waiting: int) -> None:
        """Show how many posts wait in the outbox."""
        self.waiting = waiting
        self._show_count("outbox", waiting, self.tr("%n waiting", "", waiting))
        self.show()

    def _show_count(self, key: str, number: int, spoken: str) -> None:
        self._rail.set_count(key, *((short_count(number), spoken) if number else ("", "")))

    def show(self) -> None:
        """Say whose window this is and how things stand now."""
        self._show_identity()
        words = connection_words(self._session, self._book, self._refresher, self.waiting)
        self._rail.set_connection(*words)
        told = banner_words(self._session, self._book, self._refresher)
        if told == self._told:
            return
        self._told = told
        for banner in self._banners:
            if banner is not self._read_first:
                self._show_on(banner)

    def offer(self, offer: Offer) -> None:
        """Offer something over the first feed while nothing more important is told there."""
        self._offer = offer
        if self._banners[0].isHidden():
            self._show_on(self._banners[0])

    def withdraw_offer(self) -> None:
        """Offer nothing any more."""
        if self._is_offering:
            self._offer = None
            self._show_on(self._banners[0])
        self._offer = None

    @property
    def _is_offering(self) -> bool:
        # Other parts of the window tell of their failures over the same feed.
        return self._offer is not None and self._banners[0].title.text() == self._offer.title

    def _show_on(self, banner: Banner) -> None:
        if self._told is not None:
            self._show_banner(banner, self._told)
        elif self._offer is not None and banner is self._banners[0]:
            self._show_offer(banner, self._offer)
        else:
            banner.hide()

    def _show_offer(self, banner: Banner, offer: Offer) -> None:
        banner.show_message(
            offer.title,
            offer.text,
            "ok",
            offer.action,
            offer.work,
            icon="sparkles",
            can_close=True,
        )

    def _on_closed(self) -> None:
        if self._is_offering and self._banners[0].isHidden():
            self._offer = None
            self.offer_closed.emit()
        if self._read_first is not None and self._read_first.isHidden():
            self._read_first = None
        # What the closed message covered is true still.
        for banner in self._banners:
            if banner.isHidden():
                self._show_on(banner)

    def tell_of_damage(self, kept: Path) -> None:
        """Say that a copy took the place of a damaged file, until the user has read it."""
        self._read_first = self._banners[0]
        self._read_first.show_message(
            self.tr("This workspace’s file was damaged."),
            self.tr(
                "Its newest good copy took its place. The damaged file is kept as {path}."
            ).format(path=kept),
            "warn",
            can_close=True,
        )

    def _show_banner(self, banner: Banner, told: BannerWords) -> None:
        icons = {"retry": "refresh-cw", "reconnect": "refresh-cw", "connection": "plug"}
        work = self._refresher.refresh_all
        if told.action == "reconnect":
            work = partial(self.reconnect_asked.emit, self._book.get(told.account_id))
        elif told.action == "connection":
            work = partial(self.section_asked.emit, told.action)
        banner.show_message(
            told.title,
            told.text,
            told.tone,
            told.action_text,
            work,
            icon=told.icon,
            action_icon=icons.get(told.action),
        )
