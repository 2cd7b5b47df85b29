"""The ten seconds between Post and the network, in which a post can be taken back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.services.domain.draft import OutboxItem, OutboxState
from desktop.services.domain.grace import GRACE
from desktop.ui.history import Step, Way
from desktop.ui.tasks import STORE, Tasks, lane_of
from desktop.ui.toasts import Countdown
from desktop.views.refresher import Refresher
from desktop.views.session import Session

TICK_MS = 1_000
PATIENCE_MS = 5_000
"""How long what is still in its grace may take to leave before the window goes without it."""


class SendingOff(QObject):
    """Lets each post leave when its grace is over, and says until when it can be taken back.

    Signals:
        stepped: A post was sent off; carries the `Step` that takes it back.
        settled: A post cannot be taken back any more; carries its `Step`.
        taken_back: A post was taken back before it left; carries the `OutboxItem`.
    """

    stepped = Signal(object)
    settled = Signal(object)
    taken_back = Signal(object)

    def __init__(
        self, session: Session, refresher: Refresher, tasks: Tasks, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._refresher = refresher
        self._tasks = tasks
        self._held: list[OutboxItem] = []
        self._steps: dict[str, Step] = {}
        self._ticking = QTimer(self)
        self._ticking.setInterval(TICK_MS)
        self._ticking.timeout.connect(self._look)

    @property
    def holds_back(self) -> bool:
        """Say whether a post is still in its grace."""
        return bool(self._held)

    def begin(self, item: OutboxItem) -> None:
        """Hold a post back that was queued just now, and tell of it."""
        self._held.append(item)
        self._ticking.start()
        step = self._steps[item.key.uuid] = self._step(item)
        self.stepped.emit(step)

    def start(self) -> None:
        """Go on where another window left off, as after the language was changed."""
        self._tasks.run(
            STORE, self._session.publishing.held_back, owner=self, done=self._on_held_back
        )

    def _on_held_back(self, items: tuple[OutboxItem, ...]) -> None:
        self._held.extend(item for item in items if item not in self._held)
        if self._held:
            self._ticking.start()

    def settle(self, item: OutboxItem) -> None:
        """Note that a post left, or was taken out of the outbox by hand."""
        self._held = [each for each in self._held if each.key != item.key]
        step = self._steps.pop(item.key.uuid, None)
        if step is not None and item.state is not OutboxState.FAILED:
            self.settled.emit(step)

    def let_go(self, then: Callable[[], object]) -> None:
        """Send at once what is still in its grace, then call `then`: the window is left.

        What has not left after some seconds stays in the outbox; the next start sends it.
        """
        accounts = {item.account_id for item in self._held}
        self._held = []
        self._session.publishing.end_grace()
        waiting = _Waiting(accounts, then, self)
        for account_id in accounts:
            self._tasks.run(
                lane_of(account_id),
                partial(self._session.publishing.send_waiting, account_id),
                owner=waiting,
                done=partial(waiting.on_settled, account_id),
                failed=partial(waiting.on_settled, account_id),
            )

    def _look(self) -> None:
        publishing = self._session.publishing
        due = [item for item in self._held if not publishing.is_held_back(item)]
        self._held = [item for item in self._held if item not in due]
        for account_id in {item.account_id for item in due}:
            self._refresher.send_waiting(account_id)
        if not self._held:
            self._ticking.stop()

    def _step(self, item: OutboxItem) -> Step:
        back = Way(
            self,
            STORE,
            partial(self._session.publishing.withdraw, item),
            partial(self._on_taken_back, item),
            item.account_id,
        )
        undone = self.tr("Your post is taken back")
        if self._refresher.is_offline:
            return Step(self.tr("Post moved to the outbox"), undone, back)
        seconds = int(GRACE.total_seconds())
        countdown = Countdown(seconds, self._words)
        return Step(self._words(seconds), undone, back, countdown=countdown)

    def _words(self, left: int) -> str:
        return self.tr("Your post leaves in %n second(s)", "", left)

    def _on_taken_back(self, item: OutboxItem, _outcome: object) -> None:
        self._held = [each for each in self._held if each.key != item.key]
        self._steps.pop(item.key.uuid, None)
        self.taken_back.emit(item)


class _Waiting(QObject):
    """Waits until the accounts have sent what they had, or for as long as is decent."""

    def __init__(self, accounts: set[int], then: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._accounts = set(accounts)
        self._then = then
        self._is_over = False
        if accounts:
            QTimer.singleShot(PATIENCE_MS, self, self._end)
        else:
            self._end()

    def on_settled(self, account_id: int, _outcome: object) -> None:
        """Note that an account has done what it could."""
        self._accounts.discard(account_id)
        if not self._accounts:
            self._end()

    def _end(self) -> None:
        if not self._is_over:
            self._is_over = True
            self._then()
            self.deleteLater()
