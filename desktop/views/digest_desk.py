"""The digest's page in the window, and the ways that lead from it home."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.post import Author
from desktop.views.digest_page import DigestPage
from desktop.views.feed.home_page import HomePage


class DigestDesk(QObject):
    """Opens at home what was chosen in the digest: a conversation, a person, a hashtag."""

    def __init__(self, page: DigestPage, home: HomePage, go_to: Callable[[str], None]) -> None:
        """Take the two pages, and `go_to`, which shows a place of the window."""
        super().__init__(page)
        self._home = home
        self._go_to = go_to
        page.opened.connect(self._open)
        page.author_opened.connect(self._open_person)
        page.tag_opened.connect(self._search)

    def _open(self, entry: FeedEntry) -> None:
        self._go_to("home")
        self._home.open_entry(entry)

    def _open_person(self, author: Author, account_id: int) -> None:
        self._go_to("home")
        self._home.side.open_person(author, account_id)

    def _search(self, tag: str) -> None:
        self._go_to("home")
        self._home.search_for(tag)
