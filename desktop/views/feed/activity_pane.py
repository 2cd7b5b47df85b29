"""What people did towards the accounts, newest first: with words or without."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.services.domain.feed import ActivityItem
from desktop.ui.buttons import Button
from desktop.ui.cards import Rule
from desktop.ui.labels import IconTile, Label
from desktop.ui.link_buttons import LinkButton
from desktop.ui.panes import ScrollPane
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.portraits import Portrait
from desktop.ui.states import EmptyState
from desktop.ui.tasks import STORE, Tasks, lane_of
from desktop.ui.text import clean_name
from desktop.ui.theme import Theme
from desktop.ui.wording import relative_time
from desktop.views.session import Session

SHOWN = 40
_ICONS = {
    "like": "heart",
    "repost": "repeat-2",
    "follow": "user-plus",
    "follow_request": "user-plus",
    "mention": "at-sign",
    "reply": "reply",
    "quote": "quote",
}
_LONGEST_WORDS = 90


class ActivityRow(QWidget):
    """One line: who did what, when, and to which post.

    Signals:
        post_opened: The post they acted on was chosen; carries its `FeedEntry`.
        author_opened: The first of them was chosen; carries the `Author` and the account's id.
        answered: Somebody who asks to follow may, or may not; carries whether.
    """

    post_opened = Signal(object)
    author_opened = Signal(object, int)
    answered = Signal(bool)

    def __init__(
        self, theme: Theme, pictures: PictureLoader, item: ActivityItem, when: str
    ) -> None:
        super().__init__()
        self._theme = theme
        self._item = item
        portrait = Portrait(theme, pictures, 36)
        portrait.show_author(item.actors[0])
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 20, 12)
        row.setSpacing(12)
        row.addWidget(portrait, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(when), 1)
        tile = IconTile(theme, _ICONS.get(item.kind, "bell"), size=28, icon_size=14)
        row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)

    def _words(self, when: str) -> QVBoxLayout:
        theme, item = self._theme, self._item
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
        if item.kind == "follow_request":
            words.addLayout(self._answers())
        return words

    def _answers(self) -> QHBoxLayout:
        answers = QHBoxLayout()
        answers.setContentsMargins(self._theme.px(4), self._theme.px(6), 0, 0)
        answers.setSpacing(8)
        for is_welcome, text, kind in (
            (True, self.tr("Let them follow"), "secondary"),
            (False, self.tr("Decline"), "ghost"),
        ):
            button = Button(self._theme, text, kind, size="compact")
            button.clicked.connect(partial(self.answered.emit, is_welcome))
            answers.addWidget(button)
        answers.addStretch(1)
        return answers

    def _sentence(self) -> str:
        others = len(self._item.actors) - 1
        alone = {
            "follow_request": self.tr("asks to follow you"),
            "mention": self.tr("mentioned you"),
            "reply": self.tr("answered you"),
            "quote": self.tr("quoted you"),
        }
        if self._item.kind in alone:
            return alone[self._item.kind]
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
    """The latest likes, reposts and followers over all accounts, or one; with words if wanted.

    Signals:
        post_opened: A post was chosen; carries its `FeedEntry`.
        author_opened: A person was chosen; carries the `Author` and the account's id.
        failed: Something did not work; carries the account's id and the exception.
    """

    post_opened = Signal(object)
    author_opened = Signal(object, int)
    failed = Signal(int, object)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        tasks: Tasks,
        pictures: PictureLoader,
        account_id: int = 0,
        *,
        with_words: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._with_words = with_words
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
        sentence = self.tr("Likes, reposts and new followers of your accounts appear here.")
        if with_words:
            sentence = self.tr("Mentions, answers, likes and new followers appear here.")
        self._empty = EmptyState(theme, "heart", self.tr("Nothing yet"), sentence)
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
            partial(
                self._session.timeline.activity,
                self._account_ids,
                SHOWN,
                with_words=self._with_words,
            ),
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
            row.answered.connect(partial(self._on_answered, item))
            self._rows.addWidget(row)
            self._rows.addWidget(Rule(self._theme))
        self._stack.setCurrentWidget(self._pane if items else self._empty)

    def _on_answered(self, item: ActivityItem, is_welcome: bool) -> None:
        self._tasks.run(
            lane_of(item.account_id),
            partial(
                self._session.people.answer_follow_request,
                item.account_id,
                item.actors[0].native_id,
                is_welcome=is_welcome,
            ),
            owner=self,
            done=self._on_answer_kept,
            failed=partial(self.failed.emit, item.account_id),
        )

    def _on_answer_kept(self, _outcome: object) -> None:
        self.refresh()
