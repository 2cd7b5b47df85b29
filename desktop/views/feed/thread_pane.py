"""The conversation round one post: what is stored at once, what the network adds a moment later."""

from array import array
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.errors import CrieurError
from desktop.services.domain.feed import FeedEntry, FeedWindow, ThreadEntry
from desktop.services.spending import ONE_CONVERSATION
from desktop.ui.banners import Banner
from desktop.ui.cards import Ground
from desktop.ui.notices import notice_for
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.tasks import STORE, Tasks, lane_of
from desktop.ui.theme import Theme
from desktop.views.account_book import AccountBook
from desktop.views.feed.actions import FeedActions
from desktop.views.feed.paid_offer import PaidOffer, is_silent
from desktop.views.feed.post_rows import PostRowsList, as_read
from desktop.views.session import Session


class ThreadPane(Ground):
    """Show a conversation, ancestors first, the opened post in focus.

    Signals:
        opened: Another post of the conversation was chosen; carries the `FeedEntry`.
        author_opened: A person was chosen; carries the `FeedEntry`.
        picture_opened: A picture was chosen; carries the `FeedEntry` and its number.
        mention_opened: A person named in a post was chosen; carries the `FeedEntry` and who.
        tag_opened: A hashtag was chosen; carries the bare word.
    """

    opened = Signal(object)
    author_opened = Signal(object)
    picture_opened = Signal(object, int)
    mention_opened = Signal(object, str)
    tag_opened = Signal(str)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        book: AccountBook,
        tasks: Tasks,
        pictures: PictureLoader,
        actions: FeedActions,
    ) -> None:
        super().__init__(theme, "surface")
        self._session = session
        self._book = book
        self._tasks = tasks
        self._actions = actions
        self._focus: FeedEntry | None = None
        self._shown: dict[int, ThreadEntry] = {}
        self._banner = Banner(theme)
        self._banner.setContentsMargins(20, 8, 20, 0)
        self._banner.hide()
        self._offer = PaidOffer(theme, session, tasks)
        self._paid_for: FeedEntry | None = None
        self.list = PostRowsList(theme, self._entries, pictures, actions)
        self.list.setObjectName("thread")
        self.list.setAccessibleName(self.tr("Conversation"))
        self.list.opened.connect(self._on_opened)
        self.list.author_opened.connect(self.author_opened)
        self.list.picture_opened.connect(self.picture_opened)
        self.list.mention_opened.connect(self.mention_opened)
        self.list.tag_opened.connect(self.tag_opened)
        actions.changed.connect(self._on_changed)
        actions.removed.connect(self._on_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner)
        column.addWidget(self._offer)
        column.addWidget(self.list, 1)

    @property
    def entry(self) -> FeedEntry | None:
        """Return the post whose conversation is shown."""
        return self._focus

    def show_thread(self, entry: FeedEntry) -> None:
        """Show what is stored of the entry's conversation, then ask its network for the rest.

        Where that costs money, it is only offered.
        """
        self._focus = entry
        self._banner.hide()
        self._offer.withdraw()
        self._shown = {}
        self._tasks.run(
            STORE,
            partial(self._session.timeline.stored_thread, entry),
            owner=self,
            done=partial(self._on_stored, entry),
        )

    def refresh(self) -> None:
        """Read the conversation again, after an answer left or arrived."""
        if self._focus is not None:
            self.show_thread(self._focus)

    def _on_stored(self, entry: FeedEntry, thread: tuple[ThreadEntry, ...]) -> None:
        if entry is not self._focus:
            return
        self._show(thread)
        account = self._asker(entry)
        if account is None or entry is self._paid_for:
            return
        ask = partial(self._ask, entry, account.id)
        if Cap.METERED in account.caps:
            self._offer.offer(account, ONE_CONVERSATION, ask)
        else:
            ask()

    def _asker(self, entry: FeedEntry) -> Account | None:
        """Return the account to ask: one that received the post, and for nothing if possible."""
        network = entry.post.network if entry.post is not None else ""
        others = [each for each in self._book.all() if each.network == network]
        able = [each for each in (*self._actions.accounts(entry), *others) if not is_silent(each)]
        return min(able, key=lambda each: Cap.METERED in each.caps, default=None)

    def _ask(self, entry: FeedEntry, account_id: int) -> None:
        self._tasks.run(
            lane_of(account_id),
            partial(self._session.timeline.thread, account_id, entry),
            owner=self,
            done=partial(self._on_fetched, entry),
            failed=partial(self._on_failed, entry, account_id),
        )

    def _on_fetched(self, entry: FeedEntry, thread: tuple[ThreadEntry, ...]) -> None:
        if entry is not self._focus:
            return
        self._banner.hide()
        if self._offer.isVisibleTo(self):
            self._paid_for = entry
            self._offer.withdraw()
        self._show(thread, keep_place=True)

    def _on_failed(self, entry: FeedEntry, account_id: int, error: Exception) -> None:
        if entry is not self._focus:
            return
        self._offer.refuse()
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
            return
        notice = notice_for(error, self._book.name_of(account_id), self._session.clock())
        self._banner.show_message(notice.title, notice.text, "neutral")

    def _show(self, thread: tuple[ThreadEntry, ...], *, keep_place: bool = False) -> None:
        self._shown = {each.entry.id: each for each in thread}
        focus = next((each.entry.id for each in thread if each.is_focus), 0)
        depths = {entry_id: each.depth for entry_id, each in self._shown.items()}
        self.list.set_now(self._session.clock())
        self.list.set_thread(depths, focus)
        rows = list(self._shown)
        anchor = rows.index(focus) if focus in self._shown else 0
        self.list.set_window(FeedWindow(array("q", rows), anchor_row=anchor), keep_place)

    def _entries(self, ids: Sequence[int]) -> list[FeedEntry]:
        return [as_read(self._shown[each].entry) for each in ids if each in self._shown]

    def _on_changed(self, _what: object) -> None:
        if self.isVisible():
            self.refresh()

    def _on_opened(self, entry: FeedEntry) -> None:
        if self._focus is None or entry.post_id != self._focus.post_id:
            self.opened.emit(entry)
