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
from desktop.ui.history import Step, Way, carry_out
from desktop.ui.menus import Menu
from desktop.ui.tasks import STORE, Tasks, lane_of
from desktop.ui.text import clean_name, isolate
from desktop.ui.theme import Theme
from desktop.views.hand_offs import HandOffs, is_by_hand
from desktop.views.mute_step import brought_back_step, muted_step
from desktop.views.session import Session

LONGEST_NAME = 40


class PersonWays(QObject):
    """Offers these ways in a menu and goes them.

    Signals:
        changed: What is shown in the feeds became less or more.
        failed: Something did not work; carries the account's id and the exception.
        said: A short sentence confirms what was done; carries it.
        stepped: Something was done that can be taken back; carries the `Step`.
    """

    changed = Signal()
    failed = Signal(int, object)
    said = Signal(str)
    stepped = Signal(object)

    def __init__(self, theme: Theme, session: Session, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._session = session
        self._tasks = tasks
        self._window = window
        self._hand_offs = HandOffs(theme, window)
        self._hand_offs.said.connect(self.said)

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
            menu.offer("eye", text, partial(self._unmute, mute))
        if person.block_id:
            text = self.tr("Unblock {name}").format(name=_short_name(author))
            menu.offer("circle-check", text, partial(self.unblock, account, author))
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
        text = self.tr("Block {name}").format(name=_short_name(author))
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
        self._show_change()
        self.stepped.emit(muted_step(self._session.mutes, mute, self, self._show_change))

    def _unmute(self, mute: Mute) -> None:
        step = brought_back_step(self._session.mutes, mute, self, self._show_change)
        self._carry_out(step)

    def _block(self, account: Account, author: Author) -> None:
        people = self._session.people
        work = partial(people.block, account.id, author.native_id)
        self._tasks.run(
            lane_of(account.id),
            work,
            owner=self,
            done=partial(self._on_blocked, account, author),
            failed=partial(self.failed.emit, account.id),
        )

    def _on_blocked(self, account: Account, author: Author, person: Person) -> None:
        self._show_change()
        is_followed = bool(person.relation.following_id)
        back, again = self._block_ways(account, author, is_followed=is_followed)
        blocked, unblocked = self._block_sentences(author)
        self.stepped.emit(Step(blocked, unblocked, undo=back, redo=again))

    def unblock(self, account: Account, author: Author) -> None:
        """Take a block back; this can be undone."""
        back, again = self._block_ways(account, author, is_followed=False)
        blocked, unblocked = self._block_sentences(author)
        self._carry_out(Step(unblocked, blocked, undo=again, redo=back))

    def follow_step(
        self, account: Account, person: Person, owner: QObject, then: Callable[[Person], object]
    ) -> Step:
        """Return the step that follows a person, or that stops following them."""
        people, author = self._session.people, person.author
        lane, whom = lane_of(account.id), (account.id, author.native_id)
        follow, unfollow = (
            Way(owner, lane, partial(work, *whom), then, account.id)
            for work in (people.follow, people.unfollow)
        )
        followed = self.tr("You follow {handle}").format(handle=_handle(author))
        unfollowed = self.tr("You no longer follow {handle}").format(handle=_handle(author))
        if person.relation.following_id:
            return Step(unfollowed, followed, undo=follow, redo=unfollow)
        return Step(followed, unfollowed, undo=unfollow, redo=follow)

    def _block_ways(
        self, account: Account, author: Author, *, is_followed: bool
    ) -> tuple[Way, Way]:
        people = self._session.people
        unblock, block = (
            Way(self, lane_of(account.id), work, self._show_change, account.id)
            for work in (
                partial(people.unblock, account.id, author.native_id, follows_again=is_followed),
                partial(people.block, account.id, author.native_id),
            )
        )
        return unblock, block

    def _block_sentences(self, author: Author) -> tuple[str, str]:
        blocked = self.tr("{handle} is blocked").format(handle=_handle(author))
        return blocked, self.tr("{handle} is no longer blocked").format(handle=_handle(author))

    def _carry_out(self, step: Step) -> None:
        carry_out(self._tasks, step, self.stepped.emit, self.failed.emit)

    def _show_change(self, _outcome: object = None) -> None:
        self.changed.emit()


def _handle(author: Author) -> str:
    return isolate(f"@{clean_name(author.handle)}")


def _short_name(author: Author) -> str:
    name = clean_name(author.name or author.handle)
    return isolate(name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…")
