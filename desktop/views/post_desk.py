"""Where posts are written and followed on their way out."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.domain.account import Account
from desktop.services.domain.draft import OutboxItem, OutboxState
from desktop.services.domain.feed import FeedEntry
from desktop.ui.history import Step, Way
from desktop.ui.key_bindings import KeyBinding
from desktop.ui.keymap import Keymap
from desktop.ui.tasks import STORE, Tasks
from desktop.ui.text import set_tooltip
from desktop.ui.theme import Theme
from desktop.views.account_book import AccountBook
from desktop.views.networks import network_name
from desktop.views.post_dialog import PostDialog
from desktop.views.refresher import Refresher
from desktop.views.sending_off import SendingOff
from desktop.views.session import Session
from desktop.views.writing import Writing, writing_of


class PostDesk(QObject):
    """Open the dialogs, let the outbox leave, and tell what became of each post.

    Signals:
        waiting_counted: Carries how many posts wait in the outbox.
        left: Posts were sent; the feeds hold them now.
        stuck: A post needs a decision in the outbox.
        said: A short sentence confirms what was done; carries it.
        stepped: Something was done that can be taken back; carries the `Step`.
        settled: That can be taken back no more; carries the `Step`.
        outbox_changed: The outbox holds other posts.
    """

    waiting_counted = Signal(int)
    left = Signal()
    stuck = Signal()
    said = Signal(str)
    stepped = Signal(object)
    settled = Signal(object)
    outbox_changed = Signal()

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
        refresher.sent.connect(self.on_moved)
        self.sending = SendingOff(session, refresher, tasks, self)
        self.sending.stepped.connect(self.stepped)
        self.sending.settled.connect(self.settled)
        self.sending.taken_back.connect(self._on_taken_back)

    def write_post(self, text: str = "") -> None:
        """Open the dialog for a new post, which begins with `text`."""
        self._open(
            PostDialog(self._theme, self._session, self._book, self._tasks, self._window, text=text)
        )

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
        """Open the dialog with the words of a post that was taken out of the outbox."""
        self.sending.settle(item)
        self._write_on(writing_of(item))

    def _on_taken_back(self, item: OutboxItem) -> None:
        self._tell_of_outbox()
        self._write_on(writing_of(item))

    def _write_on(self, writing: Writing, _outcome: object = None) -> None:
        self._open(
            PostDialog(
                self._theme, self._session, self._book, self._tasks, self._window, again=writing
            )
        )

    def _on_put_aside(self, writing: Writing) -> None:
        back = Way(self, STORE, _no_work, partial(self._write_on, writing))
        done, undone = self.tr("What you wrote is put aside"), self.tr("Your words are back")
        self.stepped.emit(Step(done, undone, back))

    def _open(self, dialog: PostDialog) -> None:
        KeyBinding(self._keymap, "send", dialog, dialog.submit)
        set_tooltip(dialog.verb_button, self._keymap.shown("send"))
        dialog.queued.connect(self._on_queued)
        dialog.handed_off.connect(self._on_handed_off)
        dialog.put_aside.connect(self._on_put_aside)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def start(self) -> None:
        """Begin to look after what is in the outbox."""
        self.count_waiting()
        self.sending.start()

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
        self._tell_of_outbox()
        self.sending.begin(item)

    def _tell_of_outbox(self) -> None:
        self.count_waiting()
        self.outbox_changed.emit()

    def on_moved(self, items: tuple[OutboxItem, ...]) -> None:
        """Tell what became of posts that were on their way."""
        self._tell_of_outbox()
        for item in items:
            if item.state is not OutboxState.QUEUED:
                self.sending.settle(item)
        sent = [item for item in items if item.state is OutboxState.SENT]
        if sent and self._session.is_demo:
            self.said.emit(self.tr("Shown here only: nothing leaves the demo"))
        elif sent:
            self.said.emit(self.tr("%n post(s) sent", "", len(sent)))
        if sent:
            self.left.emit()
        if any(item.state in (OutboxState.FAILED, OutboxState.UNKNOWN) for item in items):
            self.stuck.emit()


def _no_work() -> None:
    """Leave everything to the window: what was written is in its hands."""
