"""What can be done about a person, wherever they are met: mute them, block them, follow by hand."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.feed import Person
from desktop.services.domain.hand_off import Action
from desktop.services.domain.muting import Mute, MuteKind
from desktop.services.domain.post import Author
from desktop.ui.dialogs import ask
from desktop.ui.menus import Menu
from desktop.ui.tasks import STORE, Tasks, lane_of
from desktop.ui.text import clean_name, isolate
from desktop.ui.theme import Theme
from desktop.views.hand_offs import HandOffs, is_by_hand
from desktop.views.networks import network_name
from desktop.views.session import Session

LONGEST_NAME = 40


class PersonWays(QObject):
    """Offers these ways in a menu and goes them.

    Signals:
        changed: What is shown in the feeds became less or more.
        failed: Something did not work; carries the account's id and the exception.
        said: A short sentence confirms what was done; carries it and a function that undoes it.
    """

    changed = Signal()
    failed = Signal(int, object)
    said = Signal(str, object)

    def __init__(self, theme: Theme, session: Session, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._session = session
        self._tasks = tasks
        self._window = window
        self._hand_offs = HandOffs(theme, window)
        self._hand_offs.said.connect(self._on_handed_off)

    def _on_handed_off(self, sentence: str) -> None:
        self.said.emit(sentence, None)

    def show_menu(self, person: Person, account: Account, at: QPoint) -> None:
        """Show what can be done about a person as an account, at a point of the screen."""
        self._tasks.run(
            STORE,
            partial(self._mute_of, person.author),
            owner=self,
            done=partial(self._show_menu, person, account, at),
        )

    def _mute_of(self, author: Author) -> Mute | None:
        sought = (MuteKind.PERSON, author.network, author.native_id)
        held = self._session.mutes.all()
        return next(
            (each for each in held if (each.kind, each.network, each.value) == sought), None
        )

    def _show_menu(self, person: Person, account: Account, at: QPoint, mute: Mute | None) -> None:
        menu = Menu(self._theme, self._window)
        author = person.author
        if mute is None:
            self.offer_mute(menu, author)
        else:
            text = self.tr("Unmute {name}").format(name=_short_name(author))
            menu.offer("eye", text, partial(self._unmute, mute.id))
        if person.block_id:
            text = self.tr("Unblock {name}").format(name=_short_name(author))
            menu.offer("circle-check", text, partial(self._unblock, account, author))
        else:
            self.offer_block(menu, [account], author)
        menu.run(at)

    def offer_mute(self, menu: Menu, author: Author) -> None:
        """Add the line that hides a person here."""
        text = self.tr("Mute {name}").format(name=_short_name(author))
        mutes = self._session.mutes
        work = partial(mutes.mute_person, author.network, author.native_id, author.handle)
        menu.offer("eye-off", text, partial(self.mute, work))

    def offer_block(self, menu: Menu, accounts: Sequence[Account], author: Author) -> None:
        """Add the line that blocks a person on the network, where one of the accounts can."""
        able = next((each for each in accounts if each.may_post and each.can(Cap.BLOCK)), None)
        by_hand = next((each for each in accounts if is_by_hand(Action.BLOCK, each)), None)
        text = self.tr("Block {name}…").format(name=_short_name(author))
        if able is not None:
            menu.offer("circle-x", text, partial(self._block, able, author), is_dangerous=True)
        elif by_hand is not None:
            work = partial(self._hand_offs.towards_person, Action.BLOCK, by_hand, author)
            menu.offer("external-link", text, work)

    def follow_by_hand(self, account: Account, author: Author) -> None:
        """Open the page on which a person is followed, or not any more."""
        self._hand_offs.towards_person(Action.FOLLOW, account, author)

    def mute(self, work: Callable[[], Mute]) -> None:
        """Mute what `work` mutes, and tell how to undo it."""
        self._tasks.run(
            STORE, work, owner=self, done=self.tell_muted, failed=partial(self.failed.emit, 0)
        )

    def tell_muted(self, mute: Mute) -> None:
        """Say what is muted now, and how to undo it."""
        undo = partial(self._unmute, mute.id)
        self.said.emit(self.tr("Muted: {what}").format(what=isolate(clean_name(mute.label))), undo)
        self.changed.emit()

    def _unmute(self, mute_id: int) -> None:
        work = partial(self._session.mutes.unmute, mute_id)
        self._tasks.run(STORE, work, owner=self, done=self._on_undone)

    def _on_undone(self, _outcome: object) -> None:
        self.changed.emit()

    def _block(self, account: Account, author: Author) -> None:
        is_wanted = ask(
            self._theme,
            self._window,
            self.tr("Block {handle}?").format(handle=_handle(author)),
            self.tr(
                "They no longer see your posts nor you theirs, on {network}. They may notice."
            ).format(network=network_name(account.network)),
            self.tr("Block"),
            kind="danger",
        )
        if is_wanted:
            people = self._session.people
            work = partial(people.block, account.id, author.native_id)
            self._run(account, work, partial(self._on_blocked, account, author))

    def _on_blocked(self, account: Account, author: Author, _person: object) -> None:
        undo = partial(self._unblock, account, author)
        self.said.emit(self.tr("Blocked: {handle}").format(handle=_handle(author)), undo)
        self.changed.emit()

    def _unblock(self, account: Account, author: Author) -> None:
        work = partial(self._session.people.unblock, account.id, author.native_id)
        self._run(account, work, self._on_undone)

    def _run(
        self, account: Account, work: Callable[[], Person], done: Callable[[Person], None]
    ) -> None:
        failed = partial(self.failed.emit, account.id)
        self._tasks.run(lane_of(account.id), work, owner=self, done=done, failed=failed)


def _handle(author: Author) -> str:
    return isolate(f"@{clean_name(author.handle)}")


def _short_name(author: Author) -> str:
    name = clean_name(author.name or author.handle)
    return isolate(name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…")
