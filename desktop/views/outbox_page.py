"""The outbox: what waits to leave, what left, and what needs a decision."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from desktop.services.domain.draft import OutboxItem, OutboxState
from desktop.services.domain.errors import CrieurError
from desktop.ui.badges import Badge
from desktop.ui.banners import Banner
from desktop.ui.buttons import Button
from desktop.ui.cards import Card, Ground
from desktop.ui.history import Step, Way, carry_out
from desktop.ui.labels import Label
from desktop.ui.languages import read_in
from desktop.ui.notices import notice_for
from desktop.ui.pane_walk import be_pane
from desktop.ui.panes import Header, ScrollPane
from desktop.ui.states import EmptyState
from desktop.ui.tasks import STORE, Tasks, lane_of
from desktop.ui.text import isolate
from desktop.ui.theme import Theme
from desktop.ui.wording import moment
from desktop.views.account_book import AccountBook
from desktop.views.session import Session

WIDEST = 760
_REFUSED_AS_IT_STANDS = ("too_long",)
"""Refusals that the same words would meet again: taking them back is the way on."""


class OutboxRow(Card):
    """One post on its way: its words, its account, its state, and what can be done about it.

    Signals:
        send_asked: Try to send it now, or look up whether it left; carries the item.
        confirmed: The user sees it on the network; carries the item.
        withdraw_asked: Take it back before it leaves; carries the item.
    """

    send_asked = Signal(object)
    withdraw_asked = Signal(object)
    confirmed = Signal(object)

    def __init__(
        self, theme: Theme, item: OutboxItem, handle: str, when: str, *, is_held_back: bool = False
    ) -> None:
        """Make the row; a post that is held back leaves by itself in some seconds."""
        super().__init__(theme)
        self._theme = theme
        self._is_held_back = is_held_back
        self._item = item
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label(theme, isolate(handle), "strong", elides=True))
        head.addWidget(self._badge())
        head.addStretch(1)
        head.addWidget(Label(theme, when, "caption", "text3"))
        self.column.addLayout(head)
        words = Label(theme, item.draft.text, "body", wraps=True, quotes=True)
        read_in(words, item.draft.lang)
        self.column.addWidget(words)
        sentence = self._sentence()
        if sentence:
            self.column.addWidget(Label(theme, sentence, "small", "text2", wraps=True))
        self._add_buttons()

    def _badge(self) -> Badge:
        tones = {
            OutboxState.QUEUED: (self.tr("Waiting"), "neutral", "clock"),
            OutboxState.SENDING: (self.tr("On its way"), "neutral", "send"),
            OutboxState.SENT: (self.tr("Sent"), "ok", "check"),
            OutboxState.UNKNOWN: (self.tr("To check"), "warn", "triangle-alert"),
            OutboxState.FAILED: (self.tr("Not sent"), "danger", "circle-x"),
            OutboxState.HELD: (self.tr("Held"), "warn", "pause"),
        }
        text, tone, icon = tones[self._item.state]
        return Badge(self._theme, text, tone, icon)

    def _sentence(self) -> str:
        item = self._item
        if self._is_held_back:
            return self.tr("It leaves in a few seconds. Until then nobody has seen it.")
        if item.state is OutboxState.QUEUED and item.problem == "Unreachable":
            return self.tr("The network could not be reached. It leaves with the next fetch.")
        if item.state is OutboxState.UNKNOWN:
            return self.tr(
                "The answer was lost on the way, so it may be public already. "
                "Crieur looks it up before it sends anything again."
            )
        if item.state is OutboxState.HELD:
            return self._why_held()
        if item.state is OutboxState.FAILED:
            return self._refusal()
        return ""

    def _why_held(self) -> str:
        if self._item.problem_reason == "not_found":
            return self.tr(
                "The answer was lost and the network does not show it. Look there yourself: "
                "if it is not public, send it now."
            )
        return self.tr("It waits for you, because the file was restored from a copy.")

    def _refusal(self) -> str:
        reasons = {
            "too_long": self.tr("The network says that it is too long."),
            "duplicate": self.tr("The network says you already posted this."),
            "blocked": self.tr("The person you answer has blocked this account."),
        }
        default = self.tr("The network refused it. Your words are safe here.")
        return reasons.get(self._item.problem_reason, default)

    def _add_buttons(self) -> None:
        item = self._item
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        if item.state is OutboxState.HELD:
            seen = Button(self._theme, self.tr("Mark as sent"), kind="ghost", icon="eye")
            seen.clicked.connect(self._on_confirm)
            row.addWidget(seen)
        if item.state in (OutboxState.QUEUED, OutboxState.FAILED, OutboxState.HELD):
            withdraw = Button(self._theme, self.tr("Take it back"), kind="ghost", icon="undo-2")
            withdraw.setObjectName("withdraw")
            withdraw.clicked.connect(self._on_withdraw)
            row.addWidget(withdraw)
            if item.problem_reason not in _REFUSED_AS_IT_STANDS:
                row.addWidget(self._send_button())
        elif item.state is OutboxState.UNKNOWN:
            look = Button(self._theme, self.tr("Check"), icon="search")
            look.clicked.connect(self._on_send)
            row.addWidget(look)
        if row.count() > 1:
            self.column.addLayout(row)

    def _send_button(self) -> Button:
        send = Button(self._theme, self.tr("Send now"), icon="send")
        send.setObjectName("sendNow")
        send.clicked.connect(self._on_send)
        return send

    def _on_send(self) -> None:
        self.send_asked.emit(self._item)

    def _on_withdraw(self) -> None:
        self.withdraw_asked.emit(self._item)

    def _on_confirm(self) -> None:
        self.confirmed.emit(self._item)


class OutboxPage(Ground):
    """Every post that passed through the outbox, newest first.

    Signals:
        changed: Something was sent or taken back.
        failed: Something did not work; carries the account's id and the exception.
        taken_back: A post was taken back; carries the `OutboxItem`, so that nothing is lost.
        moved: A post was sent, looked up or refused; carries the tuple of the one `OutboxItem`.
        stepped: Something was done that can be taken back; carries the `Step`.
    """

    changed = Signal()
    failed = Signal(int, object)
    taken_back = Signal(object)
    moved = Signal(object)
    stepped = Signal(object)

    def __init__(self, theme: Theme, session: Session, book: AccountBook, tasks: Tasks) -> None:
        super().__init__(theme, "window")
        self._theme = theme
        self._session = session
        self._book = book
        self._tasks = tasks
        self._items: tuple[OutboxItem, ...] | None = None
        self.banner = Banner(theme)
        self.banner.hide()
        self._pane = ScrollPane(theme, widest=WIDEST)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._pane.column.addLayout(self._rows)
        self._pane.column.addStretch(1)
        self._empty = EmptyState(
            theme,
            "send",
            self.tr("Nothing waits here"),
            self.tr(
                "Posts you write stand here until the network has them, and after a crash too."
            ),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Header(theme, self.tr("Outbox")))
        self.banner.setContentsMargins(24, 12, 24, 0)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        be_pane(self.banner, self._stack)

    def refresh(self) -> None:
        """Read the outbox again."""
        self._tasks.run(STORE, self._session.publishing.outbox, owner=self, done=self._on_loaded)

    def _on_loaded(self, items: tuple[OutboxItem, ...]) -> None:
        if items == self._items:
            return
        self._items = items
        while (taken := self._rows.takeAt(0)) is not None:
            taken.widget().deleteLater()
        now = self._session.clock()
        for item in items:
            handle = self._book.name_of(item.account_id)
            is_held_back = self._session.publishing.is_held_back(item)
            when = moment(item.queued_at, now)
            row = OutboxRow(self._theme, item, handle, when, is_held_back=is_held_back)
            row.send_asked.connect(self._on_send)
            row.withdraw_asked.connect(self._on_withdraw)
            row.confirmed.connect(self._on_confirmed)
            self._rows.addWidget(row)
        self._stack.setCurrentWidget(self._pane if items else self._empty)

    def _on_send(self, item: OutboxItem) -> None:
        self._run(item, partial(self._session.publishing.send, item.id), self._on_moved)

    def _on_confirmed(self, item: OutboxItem) -> None:
        self._run(item, partial(self._session.publishing.confirm_sent, item.id), self._on_done)

    def _run(
        self, item: OutboxItem, work: Callable[[], object], done: Callable[[object], object]
    ) -> None:
        self._tasks.run(
            lane_of(item.account_id),
            work,
            owner=self,
            done=done,
            failed=partial(self._on_failed, item.account_id),
        )

    def _on_withdraw(self, item: OutboxItem) -> None:
        publishing, account_id = self._session.publishing, item.account_id
        step = Step(
            self.tr("The post is out of the outbox"),
            self.tr("The post is back in the outbox"),
            undo=Way(self, STORE, partial(publishing.restore, item), self._on_done, account_id),
            redo=Way(self, STORE, partial(publishing.withdraw, item), self._on_done, account_id),
        )
        carry_out(self._tasks, step, partial(self._on_withdrawn, item), self._on_failed)

    def _on_withdrawn(self, item: OutboxItem, step: Step) -> None:
        self.stepped.emit(step)
        self.taken_back.emit(item)

    def _on_moved(self, item: OutboxItem) -> None:
        self._on_done(item)
        self.moved.emit((item,))

    def _on_done(self, _outcome: object) -> None:
        self.changed.emit()
        self.refresh()

    def _on_failed(self, account_id: int, error: Exception) -> None:
        self.refresh()
        if isinstance(error, CrieurError):
            name = self._book.name_of(account_id)
            notice = notice_for(error, name, self._session.clock())
            self.banner.show_message(notice.title, notice.text, can_close=True)
        else:
            self._tasks.unhandled.emit(error)
