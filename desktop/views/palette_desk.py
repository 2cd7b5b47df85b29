"""Opens the palette over a workspace, remembers what was used there, and opens its doors."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.post import Author
from desktop.ui.commands import Commands
from desktop.ui.key_bindings import KeyBinding
from desktop.ui.key_hints import KeyHint
from desktop.ui.overrides import imported_late
from desktop.ui.palette_rows import Found
from desktop.ui.panes import Header
from desktop.ui.search_opener import SearchOpener
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.views.account_book import AccountBook
from desktop.views.failures import Failures
from desktop.views.feed.feeds import Feeds
from desktop.views.hub import Hub
from desktop.views.palette.doors import Doors
from desktop.views.post_desk import PostDesk
from desktop.views.session import Session
from desktop.views.workspace_pages import WorkspacePages

REMEMBERED = 4
"""How many of the commands and options used lately are listed first."""
KEY = "palette"
LASTING = ("command ", "option ")
"""How the keys of rows begin that are worth remembering."""


class Host(Protocol):
    """What the palette asks of the workspace's screen that it opens over."""

    session: Session
    book: AccountBook
    feeds: Feeds
    desk: PostDesk
    pages: WorkspacePages
    commands: Commands
    failures: Failures

    def go_to(self, key: str) -> None:
        """Show a place of the rail, or a section of the settings."""


class PaletteDesk(QObject):
    """The palette of one workspace; nothing of it is imported before it is first asked for.

    Signals:
        workspace_chosen: Open another workspace; carries the `Workspace`.
    """

    workspace_chosen = Signal(object)

    def __init__(self, theme: Theme, hub: Hub, tasks: Tasks, host: Host) -> None:
        """Take `host`, a widget as well: the palette opens over its window."""
        super().__init__(host)
        self._theme = theme
        self._hub = hub
        self._tasks = tasks
        self._host = host
        self._lately: list[str] = []
        host.pages.currentChanged.connect(self._dress)
        self._dress(host.pages.currentIndex())

    def open(self) -> None:
        """Open the palette, with nothing typed."""
        # What a window needs for its first paint has none of this.
        with imported_late():
            from desktop.ui.palette import Palette
            from desktop.views.palette.book import PaletteBook

        host = self._host
        book = PaletteBook(
            host.session, host.book.all(), self._hub.workspaces(), host.commands, self._doors()
        )
        palette = Palette(
            self._theme,
            self._tasks,
            instant=(book.found,),
            slow=book.slow,
            resting=partial(book.resting, tuple(self._lately)),
            parent=host,
        )
        palette.chosen.connect(self._on_chosen)
        palette.failed.connect(self._on_failed)
        palette.finished.connect(palette.deleteLater)
        KeyBinding(host.commands.keymap, KEY, palette, palette.reject)
        palette.open()

    def _doors(self) -> Doors:
        return Doors(
            go_to=self._host.go_to,
            show_option=self._show_option,
            write=self._host.desk.write_post,
            search=self._search,
            ask_networks=self._ask_networks,
            open_post=self._open_post,
            open_person=self._open_person,
            open_workspace=self.workspace_chosen.emit,
        )

    def _on_chosen(self, found: Found) -> None:
        if found.key.startswith(LASTING):
            kept = [key for key in self._lately if key != found.key]
            self._lately = [found.key, *kept][:REMEMBERED]
        found.work()

    def _on_failed(self, error: Exception) -> None:
        self._host.failures.tell(0, error)

    def _show_option(self, section: str, title: str) -> None:
        self._host.go_to(section)
        self._host.pages.settings.show_option(section, title)

    def _search(self, words: str) -> None:
        self._host.go_to("home")
        self._host.feeds.home.search_for(words)

    def _ask_networks(self, words: str) -> None:
        self._search(words)
        self._host.feeds.home.searched.ask_networks()

    def _open_post(self, entry: FeedEntry) -> None:
        self._host.go_to("home")
        self._host.feeds.home.open_entry(entry)

    def _open_person(self, person: Author, account: Account) -> None:
        self._host.go_to("home")
        self._host.feeds.home.side.open_person(person, account.id)

    def _dress(self, number: int) -> None:
        """Put what opens the palette into the bar of a page that is shown for the first time."""
        page = self._host.pages.widget(number)
        header = page.findChild(Header) if page is not None else None
        if header is not None and header.findChild(SearchOpener) is None:
            opener = SearchOpener(self._theme, header)
            opener.clicked.connect(self.open)
            KeyHint(self._host.commands.keymap, KEY, opener, opener.set_keys)
