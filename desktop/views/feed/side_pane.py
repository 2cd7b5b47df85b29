"""The pane beside a feed: what people say to you, or the thread or person that was opened."""

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.post import Author
from desktop.ui.buttons import IconButton
from desktop.ui.cards import Ground, Rule
from desktop.ui.key_hints import hint_on_button
from desktop.ui.labels import Label
from desktop.ui.theme import Theme
from desktop.views.feed.parts import FeedParts
from desktop.views.feed.person_pane import PersonPane
from desktop.views.feed.thread_pane import ThreadPane

WIDTH = 420
HEAD_HEIGHT = 52


class SidePane(Ground):
    """A stack that one walks into, from post to person to post, and back out of.

    Signals:
        emptied: The way back has come to its end; nothing is open any more.
        picture_opened: A picture was chosen; carries the `FeedEntry` and its number.
        tag_opened: A hashtag was chosen; carries the bare word.
        shown: Another post is in focus; carries its entry's id, 0 for none.
    """

    emptied = Signal()
    picture_opened = Signal(object, int)
    shown = Signal(object)
    tag_opened = Signal(str)

    def __init__(self, theme: Theme, parts: FeedParts, resting: QWidget, title: str) -> None:
        super().__init__(theme, "surface")
        self._parts = parts
        self._resting_title = title
        self._trail: list[FeedEntry | tuple[Author, int] | None] = []
        self._back = IconButton(theme, "arrow-left", self.tr("Back"))
        hint_on_button(parts.keymap, "back", self._back)
        self._back.setObjectName("back")
        self._back.clicked.connect(self.go_back)
        self._title = Label(theme, title, "heading", elides=True)
        self._close = IconButton(theme, "x", self.tr("Close"))
        self._close.clicked.connect(self.close_all)
        bar = QWidget()
        bar.setFixedHeight(theme.px(HEAD_HEIGHT))
        head = QHBoxLayout(bar)
        head.setContentsMargins(24, 0, 12, 0)
        head.setSpacing(8)
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        self._theme = theme
        self._resting = resting
        self._stack = QStackedWidget()
        self._stack.addWidget(resting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(Rule(theme))
        column.addWidget(self._stack, 1)
        self._show_last()

    @cached_property
    def thread(self) -> ThreadPane:
        """Return the pane for conversations, made when it is first needed."""
        pane = ThreadPane(self._theme, *self._parts)
        pane.opened.connect(self.open_thread)
        pane.author_opened.connect(self.open_author)
        self._take_in(pane)
        return pane

    @cached_property
    def person(self) -> PersonPane:
        """Return the pane for people, made when it is first needed."""
        pane = PersonPane(self._theme, *self._parts)
        pane.opened.connect(self.open_thread)
        self._take_in(pane)
        return pane

    def _take_in(self, pane: ThreadPane | PersonPane) -> None:
        pane.picture_opened.connect(self.picture_opened)
        pane.mention_opened.connect(self.open_mentioned)
        pane.tag_opened.connect(self.tag_opened)
        self._stack.addWidget(pane)

    def reload(self) -> None:
        """Read the open conversation again."""
        if self._trail and isinstance(self._trail[-1], FeedEntry):
            self.thread.refresh()

    def leave(self) -> None:
        """Keep what was typed about the person who is open."""
        if self._trail and isinstance(self._trail[-1], tuple):
            self.person.keep_note()

    @property
    def is_open(self) -> bool:
        """Say whether anything was opened."""
        return bool(self._trail)

    def open_thread(self, entry: FeedEntry) -> None:
        """Show the conversation round a post."""
        self._trail.append(entry)
        self._show_last()

    def open_author(self, entry: FeedEntry) -> None:
        """Show the author of a post."""
        if entry.post is None:
            return
        self.open_person(entry.post.author, self._account_for(entry))

    def open_mentioned(self, entry: FeedEntry, native_id: str) -> None:
        """Show a person whom a post names; who they are is asked of the store and the network."""
        if entry.post is not None:
            somebody = Author(entry.post.network, native_id, "", "")
            self.open_person(somebody, self._account_for(entry))

    def _account_for(self, entry: FeedEntry) -> int:
        if entry.account_ids:
            return entry.account_ids[0]
        network = entry.post.network if entry.post is not None else ""
        held = self._parts.book.all()
        return next((each.id for each in held if each.network == network), 0)

    def open_person(self, author: Author, account_id: int) -> None:
        """Show a person as one account knows them."""
        self._trail.append((author, account_id))
        self._show_last()

    def open_resting(self) -> None:
        """Show the pane's first page as something opened, where nothing stands beside the list."""
        self._trail.append(None)
        self._show_last()

    def close_resting(self) -> None:
        """Leave the pane's first page, wherever one went from it; it stands beside the list now."""
        if None in self._trail:
            self._trail = [each for each in self._trail if each is not None]
            self._show_last()

    def go_back(self) -> None:
        """Show what was open before."""
        if self._trail:
            self._trail.pop()
        self._show_last()

    def close_all(self) -> None:
        """Leave everything that was opened."""
        self._trail.clear()
        self._show_last()

    def _show_last(self) -> None:
        self._back.setVisible(self.is_open)
        self._close.setVisible(self.is_open)
        last = self._trail[-1] if self._trail else None
        if last is None:
            self._title.setText(self._resting_title)
            self._stack.setCurrentWidget(self._resting)
            self.shown.emit(0)
            if not self._trail:
                self.emptied.emit()
        elif isinstance(last, FeedEntry):
            self._title.setText(self.tr("Conversation"))
            self.thread.show_thread(last)
            self._stack.setCurrentWidget(self.thread)
            self.shown.emit(last.id)
        else:
            self._title.setText(self.tr("Person"))
            self.person.show_author(*last)
            self._stack.setCurrentWidget(self.person)
            self.shown.emit(0)
