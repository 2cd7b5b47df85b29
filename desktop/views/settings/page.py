"""The settings: accounts, privacy, look and about, one section shown at a time."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.banners import Banner
from desktop.ui.cards import Ground, Rule
from desktop.ui.pane_walk import be_pane
from desktop.ui.panes import Header, ScrollPane
from desktop.ui.rail_items import RailItem
from desktop.ui.setting_rows import SettingRow
from desktop.ui.theme import Theme

WIDEST = 860
NARROW = 760


class SettingsPage(Ground):
    """A list of sections and the chosen one beside it.

    Signals:
        section_chosen: Another section is shown; carries its key.
    """

    section_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "window")
        self._theme = theme
        self._items: dict[str, RailItem] = {}
        self._panes: dict[str, ScrollPane] = {}
        self.banner = Banner(theme)
        self.banner.hide()
        self._list = ScrollPane(theme, margin=12)
        self._list.setFixedWidth(theme.px(209))
        self._column = self._list.column
        self._column.setContentsMargins(12, 16, 12, 16)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self._stack = QStackedWidget()
        content = QVBoxLayout()
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        self.banner.setContentsMargins(24, 12, 24, 0)
        content.addWidget(self.banner)
        content.addWidget(self._stack, 1)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._list)
        body.addWidget(Rule(theme, is_upright=True))
        body.addLayout(content, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Header(theme, self.tr("Accounts and settings")))
        whole.addLayout(body, 1)
        be_pane(self._list, self.banner, self._stack)
        theme.resized.connect(self._arrange)

    def add_section(self, key: str, icon: str, name: str, section: QWidget) -> None:
        """Add a section at the end of the list."""
        item = RailItem(self._theme, key, icon, name)
        item.setObjectName(f"section-{key}")
        # They scroll here, and so need not stand closer in a low window.
        item.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        item.clicked.connect(self._on_item_clicked)
        self._column.insertWidget(self._column.count() - 1, item)
        pane = ScrollPane(self._theme, widest=WIDEST)
        pane.column.addWidget(section)
        self._stack.addWidget(pane)
        self._items[key], self._panes[key] = item, pane

    def open_section(self, key: str) -> None:
        """Show a section."""
        for each, item in self._items.items():
            item.set_current(each == key)
        self._list.ensureWidgetVisible(self._items[key])
        self._stack.setCurrentWidget(self._panes[key])
        self.section_chosen.emit(key)

    def take_focus(self) -> None:
        """Put the keyboard at the chosen section, from where Tab and F6 lead into it."""
        for item in self._items.values():
            if item.is_current:
                item.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_option(self, section: str, title: str) -> None:
        """Show a section, and in it the row of that title with the keyboard at its control."""
        self.open_section(section)
        rows = self._panes[section].findChildren(SettingRow)
        row = next((each for each in rows if each.title == title), None)
        if row is not None:
            # Where the row will stand is known once the section has been laid out.
            QTimer.singleShot(0, row, partial(self._reveal, section, row))

    def _reveal(self, section: str, row: SettingRow) -> None:
        self._panes[section].ensureWidgetVisible(row)
        row.take_focus()

    def _on_item_clicked(self) -> None:
        item = self.sender()
        if isinstance(item, RailItem):
            self.open_section(item.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the list of sections as icons where the page is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_narrow = self.width() < self._theme.px(NARROW)
        for item in self._items.values():
            item.set_narrow(is_narrow)
        width = self._theme.px(40) + 25 if is_narrow else self._theme.px(209)
        if self._list.widget().sizeHint().height() > self._list.height():
            width += self._list.verticalScrollBar().sizeHint().width()
        self._list.setFixedWidth(width)
