"""What stands below the header of a page: its content, and the pane beside it or in its place."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.banners import Banner
from desktop.ui.cards import Rule
from desktop.ui.pane_walk import be_pane
from desktop.ui.theme import Theme
from desktop.views.feed.side_pane import WIDTH as SIDE_WIDTH
from desktop.views.feed.side_pane import SidePane

NARROW = 860
"""Below this width of the page, what is opened takes the place of the list."""
_NO_LIMIT = 16_777_215


class PageBody(QWidget):
    """The feed, or what is shown in its place, under the banner; and the pane at its side."""

    def __init__(self, theme: Theme, banner: Banner, feed: QWidget, side: SidePane) -> None:
        super().__init__()
        self._theme = theme
        self._feed = feed
        self._side = side
        # Margins of the banner itself, so that they go with it when it hides.
        banner.setContentsMargins(20, 12, 20, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(feed)
        self._main = QWidget()
        main = QVBoxLayout(self._main)
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        main.addWidget(banner)
        main.addWidget(self._stack, 1)
        self._line = Rule(theme, is_upright=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._main, 1)
        row.addWidget(self._line)
        row.addWidget(side, 1)
        be_pane(banner, feed, side)

    @property
    def shows_feed(self) -> bool:
        """Say whether the feed itself is shown."""
        return self._stack.currentWidget() is self._feed

    def show_in_place(self, widget: QWidget | None) -> None:
        """Show something else where the feed is; None shows the feed."""
        if widget is not None and self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget or self._feed)

    def arrange(self, width: int) -> bool:
        """Share a page's width between both; say whether it is too narrow for two.

        The pane rests beside the feed only; beside anything else it is there when something was
        opened.
        """
        is_narrow = width < self._theme.px(NARROW)
        if not is_narrow:
            self._side.close_resting()
        has_pane = self._side.is_open or (self.shows_feed and not is_narrow)
        self._side.setVisible(has_pane)
        self._line.setVisible(has_pane and not is_narrow)
        self._main.setVisible(not (is_narrow and self._side.is_open))
        if is_narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(_NO_LIMIT)
        else:
            least, most = self._theme.px(SIDE_WIDTH - 60), self._theme.px(SIDE_WIDTH + 80)
            self._side.setFixedWidth(max(least, min(most, width * 2 // 5)))
        return is_narrow
