"""What people did without words: likes, reposts and new followers, newest first."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.services.domain.feed import ActivityItem
from desktop.ui.cards import Rule
from desktop.ui.labels import IconTile, Label
from desktop.ui.link_buttons import LinkButton
from desktop.ui.panes import ScrollPane
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.portraits import Portrait
from desktop.ui.states import EmptyState
from desktop.ui.tasks import STORE, Tasks
from desktop.ui.text import clean_name
from desktop.ui.theme import Theme
from desktop.ui.wording import relative_time
from desktop.views.session import Session

SHOWN = 40
_ICONS = {"like": "heart", "repost": "repeat-2", "follow": "user-plus"}
_LONGEST_WORDS = 90


class ActivityRow(QWidget):
    """One line: who did what, when, and to which post.

    Signals:
        post_opened: The post they acted on was chosen; carries its `FeedEntry`.
        author_opened: The first of them was chosen; carries the `Author` and the account's id.
    """

    post_opened = Signal(object)
    author_opened = Signal(object, int)

    def __init__(
        self, theme: Theme, pictures: PictureLoader, item: ActivityItem, when: str
    ) -> None:
        super().__init__()
        self._item = item
        portrait = Portrait(theme, pictures, 36)
        portrait.show_author(item.actors[0])
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 20, 12)
        row.setSpacing(12)
        row.addWidget(portrait, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        name = clean_name(item.actors[0].name or item.actors[0].handle)
        who = LinkButton(theme, name, "strong", "text", elides=True)
        who.clicked.connect(self._on_author)
        head.addWidget(who)
        head.addStretch(1)
        head.addWidget(Label(theme, when, "caption", "text3"))
        words.addLayout(head)
        said = Label(theme, self._sentence(), "small", "text2", wraps=True)
        said.setContentsMargins(theme.px(4), 0, 0, 0)
        words.addWidget(said)
        if item.subject is not None and item.subject.post is not None:
            quoted = item.subject.post.text.replace("\n", " ")
            if len(quoted) > _LONGEST_WORDS:
                quoted = quoted[:_LONGEST_WORDS].rstrip() + "…"
            subject = LinkButton(theme, quoted, "small", "text2", elides=True)
            subject.clicked.connect(self._on_post)
            words.addWidget(subject)
        row.addLayout(words, 1)
        tile = IconTile(theme, _ICONS.get(item.kind, "bell"), size=28, icon_size=14)
        row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)

    def _sentence(self) -> str:
        others = len(self._item.actors) - 1
        if self._item.kind == "follow":
            if others:
                return self.tr("and %n other(s) now follow you", "", others)
            return self.tr("follows you now")
        if self._item.kind == "repost":
            if others:
                return self.tr("and %n other(s) reposted your post", "", others)
            return self.tr("reposted your post")
        if others:
            return self.tr("and %n other(s) liked your post", "", others)
        return self.tr("liked your post")

    def _on_author(self) -> None:
        self.author_opened.emit(self._item.actors[0], self._item.account_id)

    def _on_post(self) -> None:
        self.post_opened.emit(self._item.subject)


class ActivityPane(QWidget):
    """The latest likes, reposts and followers over all accounts.

    Signals:
        post_opened: A post was chosen; carries its `FeedEntry`.
        author_opened: A person was chosen; carries the `Author` and the account's id.
    """

    post_opened = Signal(object)
    author_opened = Signal(object, int)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        tasks: Tasks,
        pictures: PictureLoader,
        account_id: int = 0,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._account_ids = (account_id,) if account_id else ()
        self._session = session
        self._tasks = tasks
        self._pictures = pictures
        self._shown: tuple[ActivityItem, ...] | None = None
        self._pane = ScrollPane(theme, "surface", margin=0)
        self._pane.column.setSpacing(0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._pane.column.addLayout(self._rows)
        self._pane.column.addStretch(1)
        self._empty = EmptyState(
            theme,
            "heart",
            self.tr("Nothing yet"),
            self.tr("Likes, reposts and new followers of your accounts appear here."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def refresh(self) -> None:
        """Read the latest again."""
        self._tasks.run(
            STORE,
            partial(self._session.timeline.activity, self._account_ids, SHOWN),
            owner=self,
            done=self._on_loaded,
        )

    def _on_loaded(self, items: tuple[ActivityItem, ...]) -> None:
        if items == self._shown:
            return
        self._shown = items
        while (taken := self._rows.takeAt(0)) is not None:
            taken.widget().deleteLater()
        now = self._session.clock()
        for item in items:
            row = ActivityRow(self._theme, self._pictures, item, relative_time(item.at, now))
            row.post_opened.connect(self.post_opened)
            row.author_opened.connect(self.author_opened)
            self._rows.addWidget(row)
            self._rows.addWidget(Rule(self._theme))
        self._stack.setCurrentWidget(self._pane if items else self._empty)
