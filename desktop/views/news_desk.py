"""Watches an open workspace for what its owner should hear of while looking elsewhere."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from desktop.services.domain.account import Account, AccountState
from desktop.services.domain.announcement import Announcement
from desktop.services.domain.bills import MonthBill
from desktop.services.domain.draft import OutboxItem, OutboxState
from desktop.services.domain.errors import CrieurError
from desktop.services.domain.feed import FeedFilter, FeedKind, Refreshed
from desktop.ui.tasks import STORE, Tasks
from desktop.ui.text import clean_name, isolate
from desktop.ui.wording import money, month_name
from desktop.views.notifier import Notifier
from desktop.views.shell import Shell
from desktop.views.spending_watch import month_after

_UNREAD = FeedFilter(kind=FeedKind.MENTION, unread_only=True)
_STUCK = (OutboxState.FAILED, OutboxState.UNKNOWN, OutboxState.HELD)


class NewsDesk(QObject):
    """Tells the notifier of signed-out accounts, stuck posts, mentions and the monthly cap.

    What is so already when a workspace is opened is counted and does not ring: its banners say it.
    """

    def __init__(self, shell: Shell, tasks: Tasks, notifier: Notifier) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = shell.session
        self._book = shell.book
        self._tasks = tasks
        self._notifier = notifier
        self._signed_out: set[int] | None = None
        self._stuck: set[int] | None = None
        self._book.changed.connect(self._on_accounts)
        shell.refresher.refreshed.connect(self._on_refreshed)
        # It is counted again after everything that moves a post in it.
        shell.desk.waiting_counted.connect(self._look_at_outbox)
        shell.feeds.keeper.unread_counted.connect(self._on_counted)
        shell.watch.crossed.connect(self._on_spent)
        notifier.failed.connect(self._on_channel_failed)
        if self._book.all():
            self._on_accounts()
        self._look_at_outbox()
        shell.feeds.keeper.count_unread()

    def _on_accounts(self) -> None:
        out = [each for each in self._book.all() if each.state is AccountState.SIGNED_OUT]
        ids = {account.id for account in out}
        for account_id in (self._signed_out or set()) - ids:
            self._notifier.settle(_group(account_id))
        for account in out:
            is_known = self._signed_out is None or account.id in self._signed_out
            say = self._notifier.note if is_known else self._notifier.tell
            say(_signed_out(account))
        self._signed_out = ids

    def _look_at_outbox(self, _waiting: int = 0) -> None:
        self._tasks.run(STORE, self._session.publishing.outbox, owner=self, done=self._on_outbox)

    def _on_outbox(self, items: Sequence[OutboxItem]) -> None:
        stuck = [item for item in items if item.state in _STUCK]
        ids = {item.id for item in stuck}
        has_new = self._stuck is not None and bool(ids - self._stuck)
        self._stuck = ids
        if has_new or not stuck:
            # Another post is another matter, although they are told as one.
            self._notifier.settle("outbox")
        if stuck:
            say = self._notifier.tell if has_new else self._notifier.note
            say(self._about_outbox(stuck))

    def _about_outbox(self, stuck: Sequence[OutboxItem]) -> Announcement:
        account = isolate(self._book.name_of(stuck[0].account_id))
        if len(stuck) > 1:
            title = self.tr("%n post(s) in the outbox need your decision.", "", len(stuck))
            text = self.tr("Your words are safe there.")
        elif stuck[0].state is OutboxState.FAILED:
            title = self.tr("A post by {account} could not be sent.").format(account=account)
            text = self.tr("Your words are safe in the outbox. It says why they were refused.")
        else:
            title = self.tr("It is not certain whether a post by {account} was sent.")
            title = title.format(account=account)
            text = self.tr("Crieur sends nothing twice. The outbox says what you can do.")
        return Announcement("outbox", title, text, "outbox", is_alarm=True, count=len(stuck))

    def _on_refreshed(self, outcome: Refreshed) -> None:
        if outcome.new_mentions:
            self._tasks.run(STORE, self._mentions, owner=self, done=self._on_mentions)

    def _mentions(self) -> tuple[int, str]:
        """Return how many mentions are unread, and who wrote the latest of them."""
        timeline = self._session.timeline
        unread = sum(timeline.unread_counts(FeedKind.MENTION).values())
        entries = timeline.entries(timeline.window(_UNREAD, span=1).ids[:1])
        authors = [entry.post.author for entry in entries if entry.post is not None]
        return unread, authors[0].name or authors[0].handle if authors else ""

    def _on_mentions(self, found: tuple[int, str]) -> None:
        unread, author = found
        if unread and author:
            title = self.tr("%n new mention(s), the latest from {person}", "", unread)
            title = title.format(person=isolate(clean_name(author)))
            self._notifier.tell(Announcement("mentions", title, place="mentions", count=unread))

    def _on_counted(self, _home: int, unread: int) -> None:
        if unread:
            title = self.tr("%n unread mention(s)", "", unread)
            self._notifier.note(Announcement("mentions", title, place="mentions", count=unread))
        else:
            self._notifier.settle("mentions")

    def _on_spent(self, network: str, bill: MonthBill) -> None:
        cap = money(bill.cap, bill.currency, is_rounded=True)
        if bill.is_reached:
            title = self.tr("{network}: the monthly cap of {cap} is reached.")
            text = self.tr("Nothing more is asked of it until {month}, or until you raise the cap.")
            text = text.format(month=month_name(month_after(bill.month)))
        else:
            title = QCoreApplication.translate(
                "SpendingWatch", "{network}: {spent} of {cap} are spent this month."
            )
            text = ""
        spent = money(bill.total, bill.currency, is_rounded=True)
        title = title.format(network=network, cap=cap, spent=spent)
        # Each step is told: the first one is over when the second one comes.
        self._notifier.settle("spending")
        self._notifier.tell(Announcement("spending", title, text, "spending", count=0))

    def _on_channel_failed(self, error: Exception) -> None:
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
        self._shell.pages.currentWidget().banner.show_message(
            self.tr("An alarm may not have reached your second channel."),
            self.tr("Crieur shows it here all the same. Check the address with a test message."),
            "warn",
            self.tr("Open the settings"),
            partial(self._shell.go_to, "notifications"),
            can_close=True,
        )


def _group(account_id: int) -> str:
    return f"account {account_id}"


def _signed_out(account: Account) -> Announcement:
    # As the banner over the feeds says it.
    title = QCoreApplication.translate("Status", "{account} needs you to sign in again.")
    text = QCoreApplication.translate(
        "Status", "Its saved posts are still here, and what you wrote waits in the outbox."
    )
    name = isolate(f"@{clean_name(account.handle)}")
    return Announcement(
        _group(account.id), title.format(account=name), text, "accounts", account.id, is_alarm=True
    )
