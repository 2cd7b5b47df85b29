"""What the icons under a post do, wherever the post is shown."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.hand_off import Action
from desktop.ui.history import Step, Way, carry_out
from desktop.ui.keymap import Keymap
from desktop.ui.links import open_link
from desktop.ui.tasks import STORE, Tasks, lane_of
from desktop.ui.text import clean_name
from desktop.ui.theme import Theme
from desktop.views.account_book import AccountBook
from desktop.views.feed.person_ways import PersonWays
from desktop.views.feed.post_menu import PostMenu
from desktop.views.hand_offs import CAPS, HandOffs, is_by_hand, may_answer
from desktop.views.session import Session

_CAP_BY_ACTION = {
    "reply": Cap.REPLY,
    "quote": Cap.QUOTE,
    "repost": Cap.REPOST,
    "like": Cap.LIKE,
    "delete": Cap.DELETE,
}
_OnPost = Callable[[int], object]
_BY_HAND = (Action.REPLY, Action.REPOST, Action.LIKE, Action.QUOTE)


class FeedActions(QObject):
    """Carry out what a list of posts asks for, as the account that received the post.

    Signals:
        changed: Entries look different now; carries the tuple of their ids.
        removed: Posts went, or came back; carries the entry's id, 0 for many.
        reply_asked: The user wants to answer; carries the entry and the account's id.
        failed: Something did not work; carries the account's id and the exception.
        said: A short sentence confirms what was done; carries it.
        stepped: Something was done that can be taken back; carries the `Step`.
    """

    changed = Signal(tuple)
    removed = Signal(object)
    reply_asked = Signal(object, int)
    failed = Signal(int, object)
    said = Signal(str)
    stepped = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        book: AccountBook,
        tasks: Tasks,
        window: QWidget,
        keymap: Keymap,
    ) -> None:
        super().__init__(window)
        self.keymap = keymap
        """The keys that do the same."""
        self._theme = theme
        self._session = session
        self._book = book
        self._tasks = tasks
        self._window = window
        self._hand_offs = HandOffs(theme, window)
        self._hand_offs.said.connect(self.said)
        self.people = PersonWays(theme, session, tasks, window)
        self.people.changed.connect(partial(self.removed.emit, 0))
        self._menu = PostMenu(theme, session, tasks, self, window)
        self._menu.deleted.connect(self.removed)
        for source in (self.people, self._menu):
            source.said.connect(self.said)
            source.failed.connect(self.failed)
        self.people.stepped.connect(self.stepped)

    def capabilities(self, entry: FeedEntry) -> Cap:
        """Return what can be done with a post by at least one account that received it."""
        can = Cap.NONE
        for account in self.accounts(entry):
            for cap in _CAP_BY_ACTION.values():
                if account.can(cap):
                    can |= cap
            for action in _BY_HAND:
                if is_by_hand(action, account):
                    can |= CAPS[action]
        return can

    def band(self, entry: FeedEntry) -> str:
        """Return the token of the colour of the account that acts on an entry by default."""
        return self._book.color_of(entry.account_ids[0]) if entry.account_ids else ""

    def receivers(self, entry: FeedEntry) -> str:
        """Name the accounts that received an entry; empty where there is one account only."""
        if len(self._book.all()) < 2:
            return ""
        names = [clean_name(self._book.name_of(each)) for each in entry.account_ids]
        return QLocale().createSeparatedList(list(filter(None, names)))

    def do(self, action: str, entry: FeedEntry) -> bool:
        """Carry out `action`; False where it is not one of ours, such as opening a picture."""
        simple: dict[str, Callable[[FeedEntry], None]] = {
            "reply": self.reply,
            "like": self.like,
            "repost": self._repost,
            "bookmark": self._bookmark,
        }
        if action in simple:
            simple[action](entry)
            return True
        if action.startswith("link:"):
            open_link(action.removeprefix("link:"), self._window, self._theme)
            return True
        return False

    def accounts(self, entry: FeedEntry) -> list[Account]:
        """Return the accounts that can act on an entry, the one that does by default first."""
        held = [self._book.get(account_id) for account_id in entry.account_ids]
        if not any(held) and entry.post is not None:
            network = entry.post.network
            held = [each for each in self._book.all() if each.network == network]
        return [account for account in held if account is not None]

    def account_for(self, action: str, entry: FeedEntry) -> Account | None:
        """Return the account that would act: the first that received the post and is able to."""
        cap = _CAP_BY_ACTION[action]
        return next((each for each in self.accounts(entry) if each.can(cap)), None)

    def reply(self, entry: FeedEntry) -> None:
        """Write an answer, here or on the network's own page."""
        account = self.account_for("reply", entry)
        if entry.post is None:
            return
        if account is not None and may_answer(account, entry.post):
            self.reply_asked.emit(entry, account.id)
        else:
            self._hand_off(Action.REPLY, entry)

    def _hand_off(self, action: Action, entry: FeedEntry) -> None:
        """Open the page of the network for what none of the accounts may do here."""
        able = [each for each in self.accounts(entry) if Cap.HAND_OFF in each.caps]
        if able and able[0].may_post and entry.post is not None:
            self._hand_offs.towards_post(action, able[0], entry.post)

    def like(self, entry: FeedEntry) -> None:
        """Like a post or take the like back."""
        account = self.account_for("like", entry)
        if account is None:
            self._hand_off(Action.LIKE, entry)
            return
        acts = self._session.interactions
        self._turn(
            entry,
            (partial(acts.like, account.id), partial(acts.unlike, account.id)),
            (self.tr("You like the post"), self.tr("You no longer like the post")),
            account_id=account.id,
            is_on=account.id in entry.liked_by,
        )

    def _repost(self, entry: FeedEntry) -> None:
        account = self.account_for("repost", entry)
        if account is None:
            self._hand_off(Action.REPOST, entry)
            return
        acts = self._session.interactions
        self._turn(
            entry,
            (partial(acts.repost, account.id), partial(acts.unrepost, account.id)),
            (self.tr("You reposted the post"), self.tr("Your repost is taken back")),
            account_id=account.id,
            is_on=account.id in entry.reposted_by,
        )

    def _bookmark(self, entry: FeedEntry) -> None:
        acts = self._session.interactions
        self._turn(
            entry,
            (acts.bookmark, acts.unbookmark),
            (self.tr("The post is bookmarked"), self.tr("The bookmark is removed")),
            account_id=0,
            is_on=entry.is_bookmarked,
        )

    def _turn(
        self,
        entry: FeedEntry,
        works: tuple[_OnPost, _OnPost],
        words: tuple[str, str],
        *,
        account_id: int,
        is_on: bool,
    ) -> None:
        """Do the first of two works where that is not done yet, else the second."""
        lane = lane_of(account_id) if account_id else STORE
        then = partial(self._on_done, entry)
        on, off = (
            Way(self, lane, partial(work, entry.post_id), then, account_id) for work in works
        )
        step = Step(*words, undo=off, redo=on)
        if is_on:
            step = Step(*reversed(words), undo=on, redo=off)
        carry_out(self._tasks, step, self.stepped.emit, self.failed.emit)

    def _on_done(self, entry: FeedEntry, _outcome: object) -> None:
        self.changed.emit((entry.id,))

    def show_menu(self, entry: FeedEntry, at: QPoint) -> None:
        """Show what else can be done with a post, at a point of the screen."""
        self._menu.show(entry, at)
