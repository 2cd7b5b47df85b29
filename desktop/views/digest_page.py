"""The digest: one day on one page, made of what is stored and so readable offline."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desktop.services.domain.digest import DailyDigest
from desktop.ui.banners import Banner
from desktop.ui.buttons import Button, IconButton
from desktop.ui.cards import Ground
from desktop.ui.labels import Label
from desktop.ui.pane_walk import be_pane
from desktop.ui.panes import Header, ScrollPane
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.states import EmptyState
from desktop.ui.tasks import STORE, Tasks
from desktop.ui.theme import Theme
from desktop.ui.wording import weekday_date
from desktop.views import digest_words as wording
from desktop.views.digest_body import DigestBody
from desktop.views.session import Session

WIDEST = 720
_A_DAY = timedelta(days=1)


class DigestPage(Ground):
    """A day in short. It stands still while it is read: it is made anew when one comes to it.

    Signals:
        opened: A post was chosen; carries the `FeedEntry`.
        author_opened: A person was chosen; carries the `Author` and the account's id.
        tag_opened: A hashtag was chosen; carries the bare word.
        said: A short sentence confirms what was done.
    """

    opened = Signal(object)
    author_opened = Signal(object, int)
    tag_opened = Signal(str)
    said = Signal(str)

    def __init__(
        self, theme: Theme, session: Session, tasks: Tasks, pictures: PictureLoader
    ) -> None:
        super().__init__(theme, "window")
        self._theme = theme
        self._session = session
        self._tasks = tasks
        self._pictures = pictures
        self._day: date | None = None
        """Which day was asked for; None for today, whichever that is by now."""
        self._shown: tuple[DailyDigest, str] | None = None
        self.banner = Banner(theme)
        self.banner.hide()
        self._pane = ScrollPane(theme, widest=WIDEST)
        self._body: DigestBody | None = None
        self._empty = EmptyState(
            theme,
            "book-open",
            self.tr("Nothing is stored yet"),
            self.tr(
                "The digest is made of what Crieur has fetched, "
                "so that it can be read without the internet."
            ),
            self.tr("Show the day before"),
            kind="secondary",
        )
        self._empty.action_asked.connect(self._go_back)
        self._build()

    def _build(self) -> None:
        header = Header(self._theme, self.tr("Digest"))
        self._before = IconButton(self._theme, "chevron-left", self.tr("The day before"))
        self._before.setObjectName("dayBefore")
        self._before.clicked.connect(self._go_back)
        self._today = Button(self._theme, self.tr("Today"), kind="ghost")
        self._today.setObjectName("today")
        self._today.clicked.connect(partial(self.show_day, None))
        self._after = IconButton(self._theme, "chevron-right", self.tr("The day after"))
        self._after.setObjectName("dayAfter")
        self._after.clicked.connect(self._go_on)
        self._copy = Button(self._theme, self.tr("Copy as text"), icon="copy")
        self._copy.setObjectName("copyDigest")
        self._copy.clicked.connect(self._on_copy)
        for control in (self._before, self._today, self._after, self._copy):
            header.add(control)
        self._name = Label(self._theme, "", "title", wraps=True)
        self._name.setObjectName("digestDay")
        self._pane.column.addWidget(self._name)
        self._pane.column.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        self.banner.setContentsMargins(24, 12, 24, 0)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        be_pane(self.banner, self._stack)

    def refresh(self) -> None:
        """Read the day again."""
        work = partial(self._session.digest.of, self._day)
        self._tasks.run(STORE, work, owner=self, done=self._on_loaded)

    def show_day(self, day: date | None) -> None:
        """Show another day; None stands for today."""
        is_future = day is not None and day >= self._session.digest.today()
        self._day = None if is_future else day
        self.refresh()

    def _date(self) -> date:
        return self._day or self._session.digest.today()

    def _go_back(self) -> None:
        self.show_day(self._date() - _A_DAY)

    def _go_on(self) -> None:
        self.show_day(self._date() + _A_DAY)

    def _on_loaded(self, digest: DailyDigest) -> None:
        is_today = self._day is None
        self._after.setEnabled(not is_today)
        self._today.setEnabled(not is_today)
        text = wording.as_text(digest, self._session.clock())
        # Ages are in the text: what reads the same is the same.
        if self._shown == (digest, text):
            return
        is_other_day = self._shown is None or self._shown[0].day != digest.day
        self._shown = (digest, text)
        self._copy.setEnabled(not digest.is_empty)
        day = weekday_date(digest.day.date)
        self._name.setText(day[:1].upper() + day[1:])
        self._empty.title.setText(self.tr("Nothing is stored for {day}").format(day=day))
        self._show_body(digest)
        if is_other_day:
            self._pane.verticalScrollBar().setValue(0)
        self._stack.setCurrentWidget(self._empty if digest.is_empty else self._pane)

    def _show_body(self, digest: DailyDigest) -> None:
        column = self._pane.column
        if self._body is not None:
            column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = body = DigestBody(self._theme, self._pictures, digest, self._session.clock())
        body.opened.connect(self.opened)
        body.author_opened.connect(self.author_opened)
        body.tag_opened.connect(self.tag_opened)
        column.insertWidget(1, body)

    def _on_copy(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown[1])
            self.said.emit(self.tr("The digest is copied as text"))
