"""What keys do in an open workspace besides its commands: panes, the unread, the sheet of keys."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.buttons import IconButton
from desktop.ui.commands import Commands
from desktop.ui.key_hints import hint_on_button
from desktop.ui.overrides import imported_late
from desktop.ui.pane_walk import PaneWalk
from desktop.ui.panes import Header
from desktop.ui.theme import Theme
from desktop.views.feed.filter_bar import FilterBar
from desktop.views.key_commands import groups, page_commands


class KeysDesk(QObject):
    """Offers the commands, and a button on every page that shows all keys."""

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        pages: QStackedWidget,
        commands: Commands,
        go_to: Callable[[str], object],
    ) -> None:
        """Take `window`, whose panes are gone round, and `pages`, which get the button.

        `go_to` shows a section of the settings.
        """
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._pages = pages
        self._commands = commands
        self._go_to = go_to
        walk = PaneWalk(window)
        works = {
            "unread": self._show_unread,
            "next_pane": partial(walk.go, 1),
            "previous_pane": partial(walk.go, -1),
            "help": self.open_sheet,
        }
        for command in page_commands():
            if command.key == "unread":
                commands.add(command, works[command.key], self._can_show_unread)
            else:
                commands.add(command, works[command.key])
        pages.currentChanged.connect(self._dress)
        self._dress(pages.currentIndex())

    def open_sheet(self) -> None:
        """Show what all keys do."""
        # What a window needs for its first paint has none of this.
        with imported_late():
            from desktop.views.shortcuts_sheet import ShortcutsSheet

        keymap = self._commands.keymap
        shown = groups(self._commands.offered(), keymap)
        sheet = ShortcutsSheet(self._theme, shown, keymap, self._window)
        sheet.asked.connect(self._on_change_asked)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _on_change_asked(self) -> None:
        self._go_to("shortcuts")

    def _dress(self, number: int) -> None:
        """Put the button into the bar of a page that is shown for the first time."""
        page = self._pages.widget(number)
        header = page.findChild(Header) if page is not None else None
        if header is None or header.findChild(IconButton, "help") is not None:
            return
        button = IconButton(self._theme, "circle-question-mark", self.tr("Keyboard shortcuts"))
        button.setObjectName("help")
        button.clicked.connect(self.open_sheet)
        hint_on_button(self._commands.keymap, "help", button)
        header.add_last(button)

    def _bar(self) -> FilterBar | None:
        """Return the filters of the page that is shown, None where it has none."""
        page = self._pages.currentWidget()
        return page.findChild(FilterBar) if page is not None else None

    def _can_show_unread(self) -> bool:
        bar = self._bar()
        return bar is not None and bar.isVisible() and bar.tells_unread

    def _show_unread(self) -> None:
        bar = self._bar()
        if bar is not None:
            bar.toggle_unread()
