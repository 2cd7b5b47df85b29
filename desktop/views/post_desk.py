"""Where posts are written and followed on their way out."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.domain.account import Account
from desktop.services.domain.draft import OutboxItem, OutboxState
from desktop.services.domain.feed import FeedEntry
from desktop.ui.key_bindings import KeyBinding
from desktop.ui.keymap import Keymap
from desktop.ui.tasks import STORE, Tasks
from desktop.ui.text import set_tooltip
from desktop.ui.theme import Theme
from desktop.views.account_book import AccountBook
from desktop.views.networks import network_name
from desktop.views.post_dialog import PostDialog
from desktop.views.refresher import Refresher
from desktop.views.session import Session


class PostDesk(QObject):
    """Open the dialogs, let the outbox leave, and tell what became of each post.

    Signals:
        waiting_counted: Carries how many posts wait in the outbox.
        left: Posts were sent; the feeds hold them now.
        stuck: A post needs a decision in the outbox.
        said: A short sentence confirms what was done; carries it.
    """

    waiting_counted = Signal(int)
    left = Signal()
    stuck = Signal()
    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        book: AccountBook,
        refresher: Refresher,
        tasks: Tasks,
        window: QWidget,
        *,
        keymap: Keymap,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._session = session
        self._book = book
        self._refresher = refresher
        self._tasks = tasks
        self._window = window
        self._keymap = keymap
        refresher.sent.connect(self._on_sent)

    def write_post(self) -> None:
        """Open the dialog for a new post."""
        self._open(PostDialog(self._theme, self._session, self._book, self._tasks, self._window))

    def write_reply(self, entry: FeedEntry, account_id: int) -> None:
        """Open the dialog for an answer, as the account that was addressed."""
        self._open(
            PostDialog(
                self._theme,
                self._session,
                self._book,
                self._tasks,
                self._window,
                reply_to=entry,
                account_id=account_id,
            )
        )

    def write_again(self, item: OutboxItem) -> None:
        """Open the dialog with the words of a post that was taken back."""
        self._open(
            PostDialog(
                self._theme, self._session, self._book, self._tasks, self._window, again=item
            )
        )

    def _open(self, dialog: PostDialog) -> None:
        KeyBinding(self._keymap, "send", dialog, dialog.submit)
        set_tooltip(dialog.verb_button, self._keymap.shown("send"))
        dialog.queued.connect(self._on_queued)
        dialog.handed_off.connect(self._on_handed_off)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def count_waiting(self) -> None:
        """Count what waits in the outbox."""
        self._tasks.run(
            STORE,
            self._session.publishing.waiting_count,
            owner=self,
            done=self.waiting_counted.emit,
        )

    def _on_handed_off(self, account: Account) -> None:
        name = network_name(account.network)
        self.said.emit(
            self.tr("{network} opened with your words. Press Post there.").format(network=name)
        )

    def _on_queued(self, item: OutboxItem) -> None:
        self.count_waiting()
        self.said.emit(self.tr("Post moved to the outbox"))
        self._refresher.send_waiting(item.account_id)

    def _on_sent(self, items: tuple[OutboxItem, ...]) -> None:
        self.count_waiting()
        sent = [item for item in items if item.state is OutboxState.SENT]
        if sent and self._session.is_demo:
            self.said.emit(self.tr("Shown here only: nothing leaves the demo"))
        elif sent:
            self.said.emit(self.tr("%n post(s) sent", "", len(sent)))
        if sent:
            self.left.emit()
        if any(item.state in (OutboxState.FAILED, OutboxState.UNKNOWN) for item in items):
            self.stuck.emit()
