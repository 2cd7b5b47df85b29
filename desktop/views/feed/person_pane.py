"""What Crieur holds of one person: who they are, how you stand, what they talk about."""

from array import array
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.domain.account import Cap
from desktop.services.domain.errors import CrieurError
from desktop.services.domain.feed import FeedEntry, FeedWindow, Person
from desktop.services.domain.post import Author
from desktop.ui.badges import Badge
from desktop.ui.banners import Banner
from desktop.ui.buttons import Button
from desktop.ui.cards import Ground, Rule
from desktop.ui.fields import Field
from desktop.ui.labels import Label
from desktop.ui.links import open_link
from desktop.ui.notices import notice_for
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.portraits import Portrait
from desktop.ui.tasks import STORE, Tasks, lane_of
from desktop.ui.text import clean_name, isolate
from desktop.ui.text_edit import TextEdit
from desktop.ui.theme import Theme
from desktop.ui.wording import full_date, short_count
from desktop.views.account_book import AccountBook
from desktop.views.feed.actions import FeedActions
from desktop.views.feed.post_rows import PostRowsList
from desktop.views.session import Session

NOTE_PAUSE_MS = 800


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
        self._person: Person | None = None
        self._account_id = 0
        self._native_id = ""
        self._entries: dict[int, FeedEntry] = {}
        self._portrait = Portrait(theme, pictures)
        self._name = Label(theme, "", "heading", elides=True)
        self._handle = Label(theme, "", "small", "text2", elides=True)
        self._relation = Badge(theme, "", "ok", "users")
        self._bio = Label(theme, "", "body", wraps=True)
        self._figures = Label(theme, "", "small", "text2", wraps=True)
        self._topics = Label(theme, "", "small", "text2", wraps=True)
        self._known = Label(theme, "", "caption", "text3", wraps=True)
        self._follow = Button(theme, "", kind="primary", icon="user-plus")
        self._follow.setObjectName("follow")
        self._follow.clicked.connect(self._on_follow)
        self._open = Button(theme, self.tr("Open in browser"), icon="external-link")
        self._open.clicked.connect(self._on_open)
        self._note = TextEdit(theme, self.tr("Only you see this note."), rows=2, role="body")
        self._note.setObjectName("note")
        self._note.textChanged.connect(self._on_note_typed)
        self._banner = Banner(theme)
        self._banner.hide()
        self.list = PostRowsList(theme, self._load, pictures, actions)
        self.list.setAccessibleName(self.tr("Posts of this person"))
        self.list.opened.connect(self.opened)
        self.list.picture_opened.connect(self.picture_opened)
        self.list.mention_opened.connect(self.mention_opened)
        self.list.tag_opened.connect(self.tag_opened)
        self._writing = QTimer(self)
        self._writing.setSingleShot(True)
        self._writing.setInterval(NOTE_PAUSE_MS)
        self._writing.timeout.connect(self.keep_note)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._portrait)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._name)
        names.addWidget(self._handle)
        head.addLayout(names, 1)
        head.addWidget(self._relation, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._follow)
        buttons.addWidget(self._open)
        buttons.addStretch(1)
        card = QWidget()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(24, 16, 24, 16)
        inside.setSpacing(8)
        inside.addWidget(self._banner)
        inside.addLayout(head)
        for widget in (self._bio, self._figures, self._topics):
            inside.addWidget(widget)
        inside.addLayout(buttons)
        inside.addWidget(Field(self._theme, self.tr("Note"), self._note))
        inside.addWidget(self._known)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(card)
        column.addWidget(Rule(self._theme))
        column.addWidget(self.list, 1)

    @property
    def native_id(self) -> str:
        """Return who is shown."""
        return self._native_id

    def show_author(self, author: Author, account_id: int) -> None:
        """Show what is stored of a person, then ask their network for what is new."""
        self.keep_note()
        self._person = None
        self._account_id = account_id
        self._native_id = author.native_id
        self._banner.hide()
        self._show_names(author)
        self._run(STORE, self._session.people.person, self._on_stored)

    def _run(
        self,
        lane: object,
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
        if native_id == self._native_id:
            self._show(person)
            self._run(lane_of(self._account_id), self._session.people.refresh, self._on_fetched)

    def _on_fetched(self, native_id: str, person: Person) -> None:
        if native_id == self._native_id:
            self._show(person)

    def _on_failed(self, native_id: str, error: Exception) -> None:
        self._follow.set_busy(None)
        if native_id != self._native_id:
            return
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
            return
        name = self._book.name_of(self._account_id)
        notice = notice_for(error, name, self._session.clock())
        self._banner.show_message(notice.title, notice.text)

    def _show_names(self, author: Author) -> None:
        self._portrait.show_author(author)
        self._name.setText(clean_name(author.name or author.handle))
        self._handle.setText(isolate(f"@{clean_name(author.handle)}"))
        self._bio.setText(author.bio)
        self._bio.setVisible(bool(author.bio))
        self._open.setVisible(bool(author.web_url))

    def _show(self, person: Person) -> None:
        is_new = self._person is None or not self._person.author_id
        self._person = person
        # Someone named in a text may have been asked for by their handle only.
        self._native_id = person.author.native_id
        self._note.setEnabled(bool(person.author_id))
        self._show_names(person.author)
        self._show_relation(person)
        self._figures.setText(self._figures_of(person.author))
        self._figures.setVisible(bool(self._figures.text()))
        topics = " · ".join(topic for topic, _ in person.topics[:6])
        self._topics.setText(self.tr("Talks about: {topics}").format(topics=topics))
        self._topics.setVisible(bool(topics))
        self._known.setText(self._known_since(person))
        if is_new:
            self._note.blockSignals(True)
            self._note.setPlainText(person.note)
            self._note.blockSignals(False)
        self._entries = {entry.id: entry for entry in person.recent}
        self.list.set_now(self._session.clock())
        self.list.set_window(FeedWindow(array("q", self._entries)), keep_place=not is_new)

    def _show_relation(self, person: Person) -> None:
        relation = person.relation
        if relation.is_friend:
            self._relation.show_state(self.tr("Friend"), "ok", "users")
        elif relation.followed_by:
            self._relation.show_state(self.tr("Follows you"), "neutral", "user-check")
        self._relation.setVisible(relation.followed_by)
        account = self._book.get(self._account_id)
        is_self = account is not None and account.native_id == self._native_id
        self._follow.setVisible(not is_self)
        self._follow.set_busy(None)
        if relation.following_id:
            self._follow.setText(self.tr("Unfollow"))
            self._follow.set_kind("secondary")
            self._follow.set_icon("user-minus")
        else:
            self._follow.setText(self.tr("Follow"))
            self._follow.set_kind("primary")
            self._follow.set_icon("user-plus")
        self._follow.setEnabled(account is not None and account.can(Cap.FOLLOW))

    def _figures_of(self, author: Author) -> str:
        parts = []
        for number, words in (
            (author.followers, self.tr("{count} followers")),
            (author.following, self.tr("{count} following")),
            (author.posts, self.tr("{count} posts")),
        ):
            if number is not None:
                parts.append(words.format(count=short_count(number)))
        return " · ".join(parts)

    def _known_since(self, person: Person) -> str:
        stored = self.tr("%n post(s) of theirs stored here", "", person.stored_posts)
        if person.first_seen is None:
            return stored
        return self.tr("{stored}, the first from {date}").format(
            stored=stored, date=full_date(person.first_seen)
        )

    def _load(self, ids: Sequence[int]) -> list[FeedEntry]:
        return [self._entries[each] for each in ids if each in self._entries]

    def _on_follow(self) -> None:
        if self._person is None:
            return
        people = self._session.people
        is_following = bool(self._person.relation.following_id)
        work = people.unfollow if is_following else people.follow
        self._follow.set_busy(self.tr("A moment…"))
        self._run(lane_of(self._account_id), work, self._on_followed)

    def _on_followed(self, native_id: str, person: Person) -> None:
        self.followed.emit(person)
        self._on_fetched(native_id, person)

    def _on_open(self) -> None:
        if self._person is not None:
            open_link(self._person.author.web_url, self, self._theme)

    def _on_note_typed(self) -> None:
        self._writing.start()

    def keep_note(self) -> None:
        """Keep what was typed about the person."""
        self._writing.stop()
        person = self._person
        if person is not None and self._note.toPlainText() != person.note:
            self._session.people.note(person.author_id, self._note.toPlainText())
