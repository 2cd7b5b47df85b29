"""The person that was opened: their card over those of their posts that are stored."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.domain.account import Cap
from desktop.services.domain.errors import CrieurError
from desktop.services.domain.feed import FeedEntry, FeedWindow, Person
from desktop.services.domain.hand_off import Action
from desktop.services.domain.post import Author
from desktop.services.spending import ONE_PERSON
from desktop.ui.cards import Ground, Rule
from desktop.ui.history import carry_out
from desktop.ui.links import open_link
from desktop.ui.notices import notice_for
from desktop.ui.panes import ScrollPane
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.tasks import STORE, Lane, Tasks, lane_of
from desktop.ui.theme import Theme
from desktop.views.account_book import AccountBook
from desktop.views.feed.actions import FeedActions
from desktop.views.feed.paid_offer import PaidOffer, is_silent
from desktop.views.feed.person_card import PersonCard
from desktop.views.feed.person_note import PersonNote
from desktop.views.feed.post_rows import PostRowsList, as_read
from desktop.views.hand_offs import is_by_hand
from desktop.views.session import Session

SMALLEST_CARD = 160


class _CardOver(ScrollPane):
    """The card over the posts of a pane, which scrolls rather than take all of their room."""

    def __init__(self, theme: Theme, card: PersonCard, pane: QWidget) -> None:
        super().__init__(theme, "surface", margin=0)
        self._pane = pane
        self.column.addWidget(card)
        self.widget().installEventFilter(self)
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the card another height when it says more or less, or the pane has another."""
        # Not when the card itself has another size: that is the answer to what is done here.
        is_pane_resized = event.type() == QEvent.Type.Resize and watched is self._pane
        if is_pane_resized or event.type() == QEvent.Type.LayoutRequest:
            needed = self.widget().heightForWidth(self._pane.width())
            self.setFixedHeight(min(needed, max(self._pane.height() * 2 // 3, SMALLEST_CARD)))
        return super().eventFilter(watched, event)


class PersonPane(Ground):
    """A person's card over the posts of theirs that are stored.

    Signals:
        opened: One of their posts was chosen; carries the `FeedEntry`.
        picture_opened: A picture was chosen; carries the `FeedEntry` and its number.
        mention_opened: A person named in a post was chosen; carries the `FeedEntry` and who.
        tag_opened: A hashtag was chosen; carries the bare word.
        followed: The relation changed; carries the `Person`.
    """

    opened = Signal(object)
    picture_opened = Signal(object, int)
    mention_opened = Signal(object, str)
    tag_opened = Signal(str)
    followed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        book: AccountBook,
        tasks: Tasks,
        pictures: PictureLoader,
        actions: FeedActions,
    ) -> None:
        super().__init__(theme, "surface")
        self._theme = theme
        self._session = session
        self._book = book
        self._tasks = tasks
        self._actions = actions
        self._person: Person | None = None
        self._account_id = 0
        self._native_id = ""
        self._told = Author("", "", "", "")
        self._entries: dict[int, FeedEntry] = {}
        self.card = PersonCard(theme, pictures)
        self.card.follow_asked.connect(self._on_follow)
        self.card.open_asked.connect(self._on_open)
        self.card.menu_asked.connect(self._on_menu)
        self._note = PersonNote(session.people, self.card)
        self._note.stepped.connect(actions.stepped)
        self._offer = PaidOffer(theme, session, tasks)
        actions.people.changed.connect(self._on_changed)
        self.list = PostRowsList(theme, self._load, pictures, actions)
        self.list.setAccessibleName(self.tr("Posts of this person"))
        self.list.opened.connect(self.opened)
        self.list.picture_opened.connect(self.picture_opened)
        self.list.mention_opened.connect(self.mention_opened)
        self.list.tag_opened.connect(self.tag_opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_CardOver(theme, self.card, self))
        column.addWidget(self._offer)
        column.addWidget(Rule(theme))
        column.addWidget(self.list, 1)

    @property
    def native_id(self) -> str:
        """Return who is shown."""
        return self._native_id

    def show_author(self, author: Author, account_id: int) -> None:
        """Show what is stored of a person, then ask their network for what is new.

        Where that costs money, it is only offered.
        """
        self.keep_note()
        self._person = None
        self._account_id = account_id
        self._native_id = author.native_id
        self._told = author
        self.card.banner.hide()
        self._offer.withdraw()
        self.card.show_author(author)
        self._run(STORE, self._session.people.person, self._on_stored)

    def _run(
        self,
        lane: Lane,
        work: Callable[[int, str], Person],
        done: Callable[[str, Person], None],
    ) -> None:
        self._tasks.run(
            lane,
            partial(work, self._account_id, self._native_id),
            owner=self,
            done=partial(done, self._native_id),
            failed=partial(self._on_failed, self._native_id),
        )

    def _on_stored(self, native_id: str, person: Person) -> None:
        if native_id != self._native_id:
            return
        self._show(person)
        account = self._book.get(self._account_id)
        if account is None or is_silent(account):
            return
        ask = partial(self._run, lane_of(account.id), self._session.people.refresh, self._on_told)
        if Cap.METERED not in account.caps:
            ask()
        elif not self._was_paid_for(person):
            self._offer.offer(account, ONE_PERSON, ask)

    def _was_paid_for(self, person: Person) -> bool:
        """Say whether the network was asked for them today, so that asking again brings nothing."""
        meter = self._session.spending.meter(self._account_id)
        return meter.was_read_today("user_read", person.author.native_id)

    def _on_told(self, native_id: str, person: Person) -> None:
        if native_id == self._native_id:
            self.card.banner.hide()
            self._offer.withdraw()
            self._show(person)

    def _on_changed(self) -> None:
        """Read what is stored again, because a block or a mute says otherwise now."""
        if self._native_id:
            self._run(STORE, self._session.people.person, self._on_fetched)

    def _on_fetched(self, native_id: str, person: Person) -> None:
        if native_id == self._native_id:
            self._show(person)

    def _on_failed(self, native_id: str, error: Exception) -> None:
        self.card.set_busy(None)
        if native_id != self._native_id:
            return
        self._offer.refuse()
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
            return
        name = self._book.name_of(self._account_id)
        notice = notice_for(error, name, self._session.clock())
        self.card.banner.show_message(notice.title, notice.text)

    def _show(self, person: Person) -> None:
        is_new = self._person is None or not self._person.author_id
        if not person.author_id and self._told.handle:
            # Of strangers the store knows no name, but whoever opened them may.
            person = replace(person, author=self._told)
        self._person = person
        # Someone named in a text may have been asked for by their handle only.
        self._native_id = person.author.native_id
        self.card.show_person(person, self._book.get(self._account_id))
        if is_new:
            self._note.show(person)
        self._entries = {entry.id: entry for entry in person.recent}
        self.list.set_now(self._session.clock())
        self.list.set_window(FeedWindow(array("q", self._entries)), keep_place=not is_new)

    def _load(self, ids: Sequence[int]) -> list[FeedEntry]:
        return [as_read(self._entries[each]) for each in ids if each in self._entries]

    def _on_follow(self) -> None:
        account = self._book.get(self._account_id)
        if self._person is None or account is None:
            return
        ways = self._actions.people
        if self._person.block_id:
            ways.unblock(account, self._person.author)
        elif is_by_hand(Action.FOLLOW, account):
            ways.follow_by_hand(account, self._person.author)
        else:
            then = partial(self._on_followed, self._native_id)
            step = ways.follow_step(account, self._person, self, then)
            failed = partial(self._on_not_followed, self._native_id)
            self.card.set_busy(self.tr("A moment…"))
            carry_out(self._tasks, step, self._actions.stepped.emit, failed)

    def _on_followed(self, native_id: str, person: Person) -> None:
        self.followed.emit(person)
        self._on_fetched(native_id, person)

    def _on_not_followed(self, native_id: str, _account_id: int, error: Exception) -> None:
        self._on_failed(native_id, error)

    def _on_menu(self, at: QPoint) -> None:
        account = self._book.get(self._account_id)
        if self._person is not None and account is not None:
            self._actions.people.show_menu(self._person, account, at)

    def _on_open(self) -> None:
        if self._person is not None:
            open_link(self._person.author.web_url, self, self._theme)

    def keep_note(self) -> None:
        """Keep what was typed about the person, before the pane shows another."""
        self._note.leave()
