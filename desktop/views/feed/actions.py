"""What the icons under a post do, wherever the post is shown."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.hand_off import Action
from desktop.services.domain.post import FacetKind
from desktop.ui.dialogs import ask
from desktop.ui.links import open_link
from desktop.ui.menus import Menu
from desktop.ui.tasks import STORE, Tasks, lane_of
from desktop.ui.text import clean_name, isolate
from desktop.ui.theme import Theme
from desktop.views.account_book import AccountBook
from desktop.views.hand_offs import CAPS, HandOffs, is_by_hand, may_answer
from desktop.views.session import Session

_CAP_BY_ACTION = {
    "reply": Cap.REPLY,
    "quote": Cap.QUOTE,
    "repost": Cap.REPOST,
    "like": Cap.LIKE,
    "delete": Cap.DELETE,
}
_BY_HAND = (Action.REPLY, Action.REPOST, Action.LIKE, Action.QUOTE)

LONGEST_LINK = 40


class FeedActions(QObject):
    """Carry out what a list of posts asks for, as the account that received the post.

    Signals:
        changed: Entries look different now; carries the tuple of their ids.
        removed: An own post was deleted; carries the entry's id.
        reply_asked: The user wants to answer; carries the entry and the account's id.
        failed: Something did not work; carries the account's id and the exception.
        said: A short sentence confirms what was done; carries it and a function that undoes it.
    """

    changed = Signal(tuple)
    removed = Signal(object)
    reply_asked = Signal(object, int)
    failed = Signal(int, object)
    said = Signal(str, object)

    def __init__(
        self, theme: Theme, session: Session, book: AccountBook, tasks: Tasks, window: QWidget
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._session = session
        self._book = book
        self._tasks = tasks
        self._window = window
        self._hand_offs = HandOffs(theme, window)
        self._hand_offs.said.connect(self._on_handed_off)

    def capabilities(self, entry: FeedEntry) -> Cap:
        """Return what can be done with a post by at least one account that received it."""
        can = Cap.NONE
        for account in self._accounts(entry):
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

    def do(self, action: str, entry: FeedEntry) -> bool:
        """Carry out `action`; False where it is not one of ours, such as opening a picture."""
        simple: dict[str, Callable[[FeedEntry], None]] = {
            "reply": self._reply,
            "like": self._like,
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

    def _accounts(self, entry: FeedEntry) -> list[Account]:
        held = [self._book.get(account_id) for account_id in entry.account_ids]
        if not any(held) and entry.post is not None:
            network = entry.post.network
            held = [each for each in self._book.all() if each.network == network]
        return [account for account in held if account is not None]

    def account_for(self, action: str, entry: FeedEntry) -> Account | None:
        """Return the account that would act: the first that received the post and is able to."""
        cap = _CAP_BY_ACTION[action]
        return next((each for each in self._accounts(entry) if each.can(cap)), None)

    def _reply(self, entry: FeedEntry) -> None:
        account = self.account_for("reply", entry)
        if entry.post is None:
            return
        if account is not None and may_answer(account, entry.post):
            self.reply_asked.emit(entry, account.id)
        else:
            self._hand_off(Action.REPLY, entry)

    def _hand_off(self, action: Action, entry: FeedEntry) -> None:
        """Open the page of the network for what none of the accounts may do here."""
        able = [each for each in self._accounts(entry) if Cap.HAND_OFF in each.caps]
        if able and able[0].may_post and entry.post is not None:
            self._hand_offs.towards_post(action, able[0], entry.post)

    def _on_handed_off(self, sentence: str) -> None:
        self.said.emit(sentence, None)

    def _like(self, entry: FeedEntry) -> None:
        account = self.account_for("like", entry)
        if account is None:
            self._hand_off(Action.LIKE, entry)
            return
        acts = self._session.interactions
        work = acts.unlike if account.id in entry.liked_by else acts.like
        self._run(account.id, entry, partial(work, account.id, entry.post_id))

    def _repost(self, entry: FeedEntry) -> None:
        account = self.account_for("repost", entry)
        if account is None:
            self._hand_off(Action.REPOST, entry)
            return
        acts = self._session.interactions
        is_taken_back = account.id in entry.reposted_by
        work = acts.unrepost if is_taken_back else acts.repost
        self._run(account.id, entry, partial(work, account.id, entry.post_id))
        if not is_taken_back:
            undo = partial(
                self._run, account.id, entry, partial(acts.unrepost, account.id, entry.post_id)
            )
            self.said.emit(self.tr("Reposted"), undo)

    def _bookmark(self, entry: FeedEntry) -> None:
        acts = self._session.interactions
        work = acts.unbookmark if entry.is_bookmarked else acts.bookmark
        self._tasks.run(
            STORE,
            partial(work, entry.post_id),
            owner=self,
            done=partial(self._on_done, entry),
            failed=partial(self.failed.emit, 0),
        )

    def _run(self, account_id: int, entry: FeedEntry, work: Callable[[], object]) -> None:
        self._tasks.run(
            lane_of(account_id),
            work,
            owner=self,
            done=partial(self._on_done, entry),
            failed=partial(self.failed.emit, account_id),
        )

    def _on_done(self, entry: FeedEntry, _outcome: object) -> None:
        self.changed.emit((entry.id,))

    def _on_deleted(self, entry: FeedEntry, _outcome: object) -> None:
        self.removed.emit(entry.id)

    def show_menu(self, entry: FeedEntry, at: QPoint) -> None:
        """Show what else can be done with a post, at a point of the screen."""
        post = entry.post
        if post is None:
            return
        menu = Menu(self._theme, self._window)
        if post.url:
            menu.offer("link", self.tr("Copy link"), partial(self._copy_link, post.url))
            menu.offer("external-link", self.tr("Open in browser"), partial(self._open, post.url))
        menu.offer("copy", self.tr("Copy text"), partial(self._copy_text, post.text))
        for facet in post.facets:
            if facet.kind is FacetKind.LINK:
                text = self.tr("Open {link}").format(link=isolate(_shortened(facet.target)))
                menu.offer("external-link", text, partial(self._open, facet.target))
        self._offer_other_accounts(menu, entry)
        author = self.account_for("delete", entry)
        if author is not None and author.native_id == post.author.native_id:
            menu.addSeparator()
            work = partial(self._delete, author.id, entry)
            menu.offer("trash-2", self.tr("Delete this post…"), work, is_dangerous=True)
        menu.run(at)

    def _offer_other_accounts(self, menu: Menu, entry: FeedEntry) -> None:
        for account in self._accounts(entry)[1:]:
            handle = isolate(f"@{clean_name(account.handle)}")
            only = replace(entry, account_ids=(account.id,))
            if account.can(Cap.REPLY):
                text = self.tr("Reply as {handle}").format(handle=handle)
                menu.offer("reply", text, partial(self._reply, only))
            if account.can(Cap.LIKE) and account.id not in entry.liked_by:
                text = self.tr("Like as {handle}").format(handle=handle)
                menu.offer("heart", text, partial(self._like, only))

    def _open(self, url: str) -> None:
        open_link(url, self._window, self._theme)

    def _copy_link(self, url: str) -> None:
        QGuiApplication.clipboard().setText(url)
        self.said.emit(self.tr("Link copied"), None)

    def _copy_text(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(self.tr("Text copied"), None)

    def _delete(self, account_id: int, entry: FeedEntry) -> None:
        is_wanted = ask(
            self._theme,
            self._window,
            self.tr("Delete this post?"),
            self.tr("It disappears from the network for everybody. This cannot be undone."),
            self.tr("Delete the post"),
            kind="danger",
        )
        if is_wanted:
            self._tasks.run(
                lane_of(account_id),
                partial(self._session.interactions.delete, account_id, entry.post_id),
                owner=self,
                done=partial(self._on_deleted, entry),
                failed=partial(self.failed.emit, account_id),
            )


def _shortened(address: str) -> str:
    bare = clean_name(address.partition("://")[2] or address)
    return bare if len(bare) <= LONGEST_LINK else bare[: LONGEST_LINK - 1] + "…"
