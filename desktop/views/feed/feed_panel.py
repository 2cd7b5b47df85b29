"""One list of posts with all it needs: filter, reading place, new-posts pill, find bar."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desktop.services.domain.feed import FeedFilter, FeedWindow, Place
from desktop.ui.cards import Ground
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.states import EmptyState, SkeletonRows
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.views.account_book import AccountBook
from desktop.views.feed.actions import FeedActions
from desktop.views.feed.find_bar import FindBar
from desktop.views.feed.new_posts_pill import NewPostsPill
from desktop.views.feed.post_rows import PostRowsList
from desktop.views.feed.reading import ReadKeeper
from desktop.views.feed.window_loader import WindowLoader
from desktop.views.session import Session

SKELETON_AFTER_MS = 300


class FeedPanel(Ground):
    """Show the entries of one filter and keep the user's place in them.

    Signals:
        opened: An entry was chosen; carries the `FeedEntry`.
        author_opened: A person was chosen; carries the `FeedEntry` that shows them.
        picture_opened: A picture was chosen; carries the `FeedEntry` and the picture's number.
        mention_opened: A person named in a post was chosen; carries the `FeedEntry` and who.
        tag_opened: A hashtag was chosen; carries the bare word.
        gap_asked: The missing stretch at an entry should be fetched; carries the `FeedEntry`.
        unread_changed: Some entries were read.
        loaded: The window was read; carries how many entries it has.
    """

    opened = Signal(object)
    author_opened = Signal(object)
    picture_opened = Signal(object, int)
    mention_opened = Signal(object, str)
    tag_opened = Signal(str)
    gap_asked = Signal(object)
    older_asked = Signal()
    unread_changed = Signal()
    loaded = Signal(int)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        book: AccountBook,
        tasks: Tasks,
        pictures: PictureLoader,
        actions: FeedActions,
        *,
        empty_state: Callable[[], EmptyState],
    ) -> None:
        """Make the panel; `empty_state` makes what is shown when nothing passes the filter."""
        super().__init__(theme, "surface")
        self._make_empty_state = empty_state
        self._session = session
        self._actions = actions
        self._filter = FeedFilter()
        self._place_key = ""
        self._ids: Sequence[int] = ()
        self.list = PostRowsList(theme, session.timeline.entries, pictures, actions)
        self.list.setObjectName("posts")
        self.list.setAccessibleName(self.tr("Posts"))
        self.find_bar = FindBar(theme)
        self.find_bar.hide()
        self._skeleton = SkeletonRows(theme)
        self._empty: EmptyState | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._skeleton)
        self._pill = NewPostsPill(theme, self._stack)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.find_bar)
        box.addWidget(self._stack, 1)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SKELETON_AFTER_MS)
        self._slow.timeout.connect(self._show_skeleton)
        self._reading = ReadKeeper(session.timeline, tasks, self)
        self._loader = WindowLoader(session.timeline, tasks, self)
        self._loader.opened.connect(self._on_opened)
        self._loader.reloaded.connect(self._on_reloaded)
        self._loader.sought.connect(self._on_sought)
        self._connect()

    def _connect(self) -> None:
        self.list.opened.connect(self.opened)
        self.list.author_opened.connect(self.author_opened)
        self.list.picture_opened.connect(self.picture_opened)
        self.list.gap_opened.connect(self.gap_asked)
        self.list.mention_opened.connect(self.mention_opened)
        self.list.tag_opened.connect(self.tag_opened)
        self.list.read_entries.connect(self._reading.add)
        self._reading.kept.connect(self._on_kept_read)
        self._reading.many_changed.connect(self._on_many_changed)
        self._reading.stepped.connect(self._actions.stepped)
        self.list.reached_bottom.connect(self.older_asked)
        self.list.verticalScrollBar().valueChanged.connect(self._update_pill)
        self._actions.changed.connect(self.list.refresh_entries)
        self._actions.removed.connect(self._on_removed)
        self._pill.clicked.connect(self.go_to_newest)
        self.find_bar.sought.connect(self._seek)
        self.find_bar.chosen.connect(self._go_to)

    @property
    def filter(self) -> FeedFilter:
        """Return which entries are shown."""
        return self._filter

    def set_filter(self, wanted: FeedFilter, place_key: str = "") -> None:
        """Show other entries; with a `place_key` the reading place is kept under that name."""
        self.keep_place()
        self._filter = wanted
        self._place_key = place_key
        self._pill.forget()
        self._slow.start()
        self._loader.open(wanted, place_key)

    def _on_opened(self, window: FeedWindow, place: Place | None) -> None:
        self._show_window(window, keep_place=False)
        if place is not None:
            self.list.restore_place(place)
        self._update_pill()

    def reload(self) -> None:
        """Read the same entries again; what is being read stays where it is."""
        self._loader.reload(self._filter, self.list.place())

    def _on_reloaded(self, window: FeedWindow) -> None:
        self._show_window(window, keep_place=True)
        self._update_pill()

    def _show_window(self, window: FeedWindow, *, keep_place: bool) -> None:
        self._slow.stop()
        self._ids = window.ids
        self.list.set_now(self._session.clock())
        self.list.set_window(window, keep_place=keep_place)
        if window.ids:
            self._stack.setCurrentWidget(self.list)
        else:
            self._show_empty_state()
        self.loaded.emit(len(window.ids))

    def _show_empty_state(self) -> None:
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = self._make_empty_state()
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    def _show_skeleton(self) -> None:
        self._stack.setCurrentWidget(self._skeleton)

    def keep_place(self) -> None:
        """Remember where the user was reading, also for the next start."""
        self._reading.keep()
        place = self.list.place()
        if self._place_key and place is not None:
            self._session.timeline.keep_place(self._place_key, place)

    def mark_all_read(self) -> None:
        """Count every entry of this filter as read."""
        self._reading.mark_all(self._filter)

    def _on_many_changed(self) -> None:
        self.list.refresh_all()
        self.unread_changed.emit()

    def go_to_newest(self) -> None:
        """Show the newest entry at the top."""
        self.list.go_to_top()
        self._update_pill()
        self.list.setFocus()

    def _update_pill(self) -> None:
        if self._stack.currentWidget() is self.list:
            self._pill.look(self._ids, self.list.place())
        else:
            self._pill.hide()
        self._place_pill()

    def _place_pill(self) -> None:
        self._pill.stand(10)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pill in the middle."""
        super().resizeEvent(event)
        self._place_pill()

    def _on_removed(self, _entry_id: int) -> None:
        self.reload()

    def _on_kept_read(self, ids: tuple[int, ...]) -> None:
        self.list.refresh_entries(ids)
        self.unread_changed.emit()

    def open_find_bar(self) -> None:
        """Look for words in the entries shown here."""
        self.find_bar.show()
        self.find_bar.take_focus()

    def _seek(self, words: str) -> None:
        self._loader.seek(replace(self._filter, search=words))

    def _on_sought(self, window: FeedWindow) -> None:
        # The store knows more posts than stand in this list: conversations, twins.
        here = set(self._ids)
        self.find_bar.set_matches([each for each in window.ids if each in here])

    def _go_to(self, entry_id: int) -> None:
        self.list.restore_place(Place(entry_id))
        self.list.set_opened(entry_id)
        self._pill.setVisible(False)
