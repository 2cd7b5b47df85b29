"""The menu of a post: where it leads, who else may act, and what should stay out of sight."""

from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.post import FacetKind
from desktop.ui.dialogs import ask
from desktop.ui.links import open_link
from desktop.ui.menus import Menu
from desktop.ui.tasks import Tasks, lane_of
from desktop.ui.text import clean_name, isolate
from desktop.ui.theme import Theme
from desktop.views.feed.mute_word_dialog import MuteWordDialog
from desktop.views.feed.person_ways import PersonWays
from desktop.views.session import Session

LONGEST_LINK = 40


class Acts(Protocol):
    """What the icons under a post do, for the lines that do the same as another account."""

    @property
    def people(self) -> PersonWays:
        """Return what can be done about people."""

    def accounts(self, entry: FeedEntry) -> list[Account]:
        """Return the accounts that can act on an entry."""

    def account_for(self, action: str, entry: FeedEntry) -> Account | None:
        """Return the account that would act."""

    def reply(self, entry: FeedEntry) -> None:
        """Write an answer."""

    def like(self, entry: FeedEntry) -> None:
        """Like a post or take the like back."""


class PostMenu(QObject):
    """Show the menu and do what its lines say.

    Signals:
        deleted: A post went; carries its entry's id.
        failed: Something did not work; carries the account's id and the exception.
        said: A short sentence confirms what was done; carries it.
    """

    deleted = Signal(object)
    failed = Signal(int, object)
    said = Signal(str)

    def __init__(
        self, theme: Theme, session: Session, tasks: Tasks, actions: Acts, window: QWidget
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._session = session
        self._tasks = tasks
        self._actions = actions
        self._window = window
        self._people = actions.people

    def show(self, entry: FeedEntry, at: QPoint) -> None:
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
        self._offer_quiet(menu, entry)
        author = self._actions.account_for("delete", entry)
        if author is not None and author.native_id == post.author.native_id:
            menu.addSeparator()
            work = partial(self._delete, author.id, entry)
            menu.offer("trash-2", self.tr("Delete this post…"), work, is_dangerous=True)
        menu.run(at)

    def _offer_other_accounts(self, menu: Menu, entry: FeedEntry) -> None:
        for account in self._actions.accounts(entry)[1:]:
            handle = isolate(f"@{clean_name(account.handle)}")
            only = replace(entry, account_ids=(account.id,))
            if account.can(Cap.REPLY):
                text = self.tr("Reply as {handle}").format(handle=handle)
                menu.offer("reply", text, partial(self._actions.reply, only))
            if account.can(Cap.LIKE) and account.id not in entry.liked_by:
                text = self.tr("Like as {handle}").format(handle=handle)
                menu.offer("heart", text, partial(self._actions.like, only))

    def _offer_quiet(self, menu: Menu, entry: FeedEntry) -> None:
        """Offer what keeps people and subjects out of sight, and blocking where it exists."""
        post = entry.post
        accounts = self._actions.accounts(entry)
        if post is None or any(each.native_id == post.author.native_id for each in accounts):
            return
        menu.addSeparator()
        self._people.offer_mute(menu, post.author)
        work = partial(self._people.mute, partial(self._session.mutes.mute_thread, entry))
        menu.offer("eye-off", self.tr("Mute this conversation"), work)
        menu.offer("eye-off", self.tr("Mute a word…"), self._mute_word)
        self._people.offer_block(menu, accounts, post.author)

    def _mute_word(self) -> None:
        dialog = MuteWordDialog(self._theme, self._session, self._tasks, self._window)
        dialog.muted.connect(self._people.tell_muted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open(self, url: str) -> None:
        open_link(url, self._window, self._theme)

    def _copy_link(self, url: str) -> None:
        QGuiApplication.clipboard().setText(url)
        self.said.emit(self.tr("Link copied"))

    def _copy_text(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(self.tr("Text copied"))

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
                done=partial(self._on_deleted, entry.id),
                failed=partial(self.failed.emit, account_id),
            )

    def _on_deleted(self, entry_id: int, _outcome: object) -> None:
        self.deleted.emit(entry_id)


def _shortened(address: str) -> str:
    bare = clean_name(address.partition("://")[2] or address)
    return bare if len(bare) <= LONGEST_LINK else bare[: LONGEST_LINK - 1] + "…"
