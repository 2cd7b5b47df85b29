"""Says in the page that is shown what did not work."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.services.domain.errors import CrieurError
from desktop.ui.banners import Banner
from desktop.ui.notices import notice_for
from desktop.ui.tasks import Tasks
from desktop.views.account_book import AccountBook
from desktop.views.session import Session


class Failures(QObject):
    """Tells troubles in the banner of the page, and passes on what nobody foresaw."""

    def __init__(
        self, session: Session, book: AccountBook, tasks: Tasks, banner_shown: Callable[[], Banner]
    ) -> None:
        """Take, besides what names accounts, a way to the banner of the page that is shown."""
        super().__init__(book)
        self._session = session
        self._book = book
        self._tasks = tasks
        self._banner_shown = banner_shown

    def tell(
        self,
        account_id: int,
        error: Exception,
        words: str = "",
        try_again: Callable[[], object] | None = None,
    ) -> None:
        """Say what an account could not do, after `words` that say what that leaves undone.

        `try_again` is offered where trying again may help.
        """
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
            return
        notice = notice_for(error, self._book.name_of(account_id), self._session.clock())
        title, text = notice.title, notice.text
        if words:
            title, text = words, f"{notice.title} {notice.text}".strip()
        banner = self._banner_shown()

        def work() -> None:
            banner.hide()
            if try_again is not None:
                try_again()

        again = self.tr("Try again") if try_again is not None else ""
        banner.show_message(title, text, "warn", again, work, can_close=True)
