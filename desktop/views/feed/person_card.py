"""A person's card: who they are, how you stand, what they talk about, and your note on them."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.feed import Person
from desktop.services.domain.hand_off import Action
from desktop.services.domain.post import Author
from desktop.ui.badges import Badge
from desktop.ui.banners import Banner
from desktop.ui.buttons import Button, IconButton
from desktop.ui.fields import Field
from desktop.ui.labels import Label
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.portraits import Portrait
from desktop.ui.text import clean_name, isolate
from desktop.ui.text_edit import TextEdit
from desktop.ui.theme import Theme
from desktop.ui.wording import full_date, short_count
from desktop.views.glossary import explain
from desktop.views.hand_offs import is_by_hand

NOTE_PAUSE_MS = 800
TOPICS_SHOWN = 6


class PersonCard(QWidget):
    """Show one `Person`; names and picture first, the rest as soon as it is known.

    Signals:
        follow_asked: Follow, or take back what the account did: the following, or the block.
        open_asked: Show the person's page in the browser.
        menu_asked: Show what else can be done about them; carries a point of the screen.
        note_typed: A pause came after the note was changed; carries its text.
    """

    follow_asked = Signal()
    open_asked = Signal()
    menu_asked = Signal(QPoint)
    note_typed = Signal(str)

    def __init__(self, theme: Theme, pictures: PictureLoader) -> None:
        super().__init__()
        self.banner = Banner(theme)
        self.banner.hide()
        self._portrait = Portrait(theme, pictures)
        self._name = Label(theme, "", "heading", elides=True)
        self._handle = Label(theme, "", "small", "text2", elides=True)
        self._relation = Badge(theme, "", "ok", "users")
        self._bio = Label(theme, "", "body", wraps=True, quotes=True)
        self._figures = Label(theme, "", "small", "text2", wraps=True)
        self._explained = explain(theme, "follower")
        self._explained.hide()
        self._topics = Label(theme, "", "small", "text2", wraps=True)
        self._known = Label(theme, "", "caption", "text3", wraps=True)
        self._follow = Button(theme, "", kind="primary", icon="user-plus")
        self._follow.setObjectName("follow")
        self._follow.clicked.connect(self.follow_asked)
        self._open = Button(theme, self.tr("Open in browser"), icon="external-link")
        self._open.clicked.connect(self.open_asked)
        self._more = IconButton(theme, "ellipsis", self.tr("More"))
        self._more.clicked.connect(self._on_more)
        self._note = TextEdit(theme, self.tr("Only you see this note."), rows=2, role="body")
        self._note.setObjectName("note")
        self._writing = QTimer(self)
        self._writing.setSingleShot(True)
        self._writing.setInterval(NOTE_PAUSE_MS)
        self._writing.timeout.connect(self._on_pause)
        self._note.textChanged.connect(self._writing.start)
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._portrait)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addStretch(1)
        names.addWidget(self._name)
        names.addWidget(self._handle)
        names.addStretch(1)
        head.addLayout(names, 1)
        head.addWidget(self._relation, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._follow)
        buttons.addWidget(self._open)
        buttons.addWidget(self._more)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addLayout(head)
        figures = QHBoxLayout()
        figures.setSpacing(4)
        figures.addWidget(self._figures, 1)
        figures.addWidget(self._explained, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._bio)
        column.addLayout(figures)
        column.addWidget(self._topics)
        column.addLayout(buttons)
        column.addWidget(Field(theme, self.tr("Note"), self._note))
        column.addWidget(self._known)

    @property
    def note(self) -> str:
        """Return the note as it stands in the field."""
        return self._note.toPlainText()

    def show_author(self, author: Author) -> None:
        """Show who it is, before anything else is known."""
        self._portrait.show_author(author)
        self._name.setText(clean_name(author.name or author.handle))
        self._handle.setText(isolate(f"@{clean_name(author.handle)}"))
        self._bio.setText(author.bio)
        self._bio.setVisible(bool(author.bio))
        self._open.setVisible(bool(author.web_url))
        self._more.hide()

    def show_person(self, person: Person, account: Account | None) -> None:
        """Show all that is held; `account` is the one whose relation it is."""
        self.show_author(person.author)
        self._show_relation(person)
        is_self = account is not None and account.native_id == person.author.native_id
        self._follow.setVisible(not is_self)
        self._follow.setEnabled(account is not None and _can_follow(account, person))
        # What is done about somebody is done by their id, and strangers are named in other ways.
        self._more.setVisible(bool(account and person.author_id) and not is_self)
        self._figures.setText(self._figures_of(person.author))
        for widget in (self._figures, self._explained):
            widget.setVisible(bool(self._figures.text()))
        topics = " · ".join(topic for topic, _ in person.topics[:TOPICS_SHOWN])
        self._topics.setText(self.tr("Talks about: {topics}").format(topics=topics))
        self._topics.setVisible(bool(topics))
        self._known.setText(self._known_since(person))
        self._note.setEnabled(bool(person.author_id))

    def set_note(self, text: str) -> None:
        """Put the stored note into the field."""
        before = self._note.blockSignals(True)
        self._note.setPlainText(text)
        self._note.blockSignals(before)
        self._writing.stop()

    def set_busy(self, words: str | None) -> None:
        """Say on the button that following is under way; None ends it."""
        self._follow.set_busy(words)

    def _on_pause(self) -> None:
        self.note_typed.emit(self.note)

    def _on_more(self) -> None:
        self.menu_asked.emit(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _show_relation(self, person: Person) -> None:
        relation = person.relation
        if person.block_id:
            self._relation.show_state(self.tr("Blocked"), "danger", "circle-x")
        elif relation.is_friend:
            self._relation.show_state(self.tr("Friend"), "ok", "users")
        elif relation.followed_by:
            self._relation.show_state(self.tr("Follows you"), "neutral", "user-check")
        self._relation.setVisible(relation.followed_by or bool(person.block_id))
        self._follow.set_busy(None)
        if person.block_id:
            text, kind, icon = self.tr("Unblock"), "secondary", "circle-check"
        elif relation.following_id:
            text, kind, icon = self.tr("Unfollow"), "secondary", "user-minus"
        else:
            text, kind, icon = self.tr("Follow"), "primary", "user-plus"
        self._follow.setText(text)
        self._follow.set_kind(kind)
        self._follow.set_icon(icon)

    def _figures_of(self, author: Author) -> str:
        parts = []
        for number, words in (
            (author.followers, self.tr("Followers: {count}")),
            (author.following, self.tr("Following: {count}")),
            (author.posts, self.tr("Posts: {count}")),
        ):
            if number is not None:
                parts.append(words.format(count=short_count(number)))
        return " · ".join(parts)

    def _known_since(self, person: Person) -> str:
        stored = self.tr("%n post(s) of theirs stored here", "", person.stored_posts)
        if person.first_seen is None:
            return stored
        first = self.tr("The first is from {date}").format(date=full_date(person.first_seen))
        return f"{stored} · {first}"


def _can_follow(account: Account, person: Person) -> bool:
    if person.block_id:
        return account.can(Cap.BLOCK)
    return account.can(Cap.FOLLOW) or is_by_hand(Action.FOLLOW, account)
