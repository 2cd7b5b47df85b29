"""The frame of the window, and the first picture with an open menu."""

from nothing import loading
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.banners import Banner
from desktop.ui.cards import Ground
from desktop.ui.line_edits import SearchBox
from desktop.ui.menus import Menu
from desktop.ui.panes import Header, ScrollPane, Splitter
from desktop.ui.rail import Rail
from desktop.ui.segmented import Segmented
from desktop.ui.theme import Theme
from desktop.ui.welcome_art import WelcomeArt

VIEWS = (("feed", "One feed", "list"), ("columns", "Columns", "columns-3"))


def places(theme: Theme) -> QWidget:
    """Return the frame of the window with the states a place can be in."""
    page = Ground(theme)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    right = QVBoxLayout()
    right.setSpacing(0)
    right.addWidget(_header(theme))
    right.addWidget(_panes(theme), 1)
    row.addWidget(_rail(theme))
    row.addLayout(right, 1)
    narrow = _rail(theme)
    narrow.set_connection("Offline · 2 waiting", "warn", "wifi-off")
    narrow.set_narrow(True)
    row.addWidget(narrow)
    return page


def _rail(theme: Theme) -> Rail:
    rail = Rail(theme)
    rail.set_identity("Boulangerie Lumière", "3 accounts")
    rail.add_place("home", "house", "Home", "Ctrl+1")
    rail.add_place("monitoring", "radar", "Monitoring", "Ctrl+2")
    rail.add_place("marketplace", "store", "Marketplace", "Ctrl+3")
    rail.add_place("metrics", "chart-line", "Metrics", "Ctrl+4")
    rail.add_place("accounts", "users", "Accounts", in_foot=True)
    rail.add_place("settings", "settings", "Settings", in_foot=True)
    rail.set_count("monitoring", "14", "14 mentions", is_alarm=True)
    rail.set_count("marketplace", "3", "3 briefs")
    rail.set_place("home")
    rail.set_connection("Up to date · 10:42")
    return rail


def _header(theme: Theme) -> Header:
    header = Header(theme, "Home")
    header.add(Segmented(theme, "View", VIEWS))
    search = SearchBox(theme, "Search or jump to…", "Ctrl K")
    search.setFixedWidth(theme.px(244))
    header.add(search)
    return header


def _panes(theme: Theme) -> Splitter:
    pane = ScrollPane(theme)
    pane.column.addWidget(_offline(theme))
    pane.column.addWidget(loading(theme))
    pane.column.addStretch(1)
    split = Splitter(theme)
    split.addWidget(pane)
    split.addWidget(Ground(theme, "surface"))
    split.setSizes([620, 200])
    return split


def _offline(theme: Theme) -> Banner:
    banner = Banner(theme)
    banner.show_message(
        "You are offline. Reading saved posts from 10:42.",
        "Posts you send will wait here and go out when you are back.",
        "neutral",
        "Try again",
        icon="wifi-off",
        action_icon="refresh-cw",
    )
    return banner


def welcome(theme: Theme) -> QWidget:
    """Return the picture of the first screen beside an open menu."""
    page = Ground(theme, "surface")
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(
        WelcomeArt(
            theme, "Your shop’s voice on X, Mastodon and Bluesky. One window, on your computer."
        )
    )
    menu = Menu(theme, page)
    menu.add("copy", "Copy link", "Ctrl+C")
    chosen = menu.add("external-link", "Open in browser")
    menu.addSeparator()
    menu.add("trash-2", "Delete this post…", is_dangerous=True)
    menu.setActiveAction(chosen)
    menu.ensurePolished()
    menu.resize(menu.sizeHint())
    menu.setWindowFlags(Qt.WindowType.Widget)
    row.addWidget(menu, 1, Qt.AlignmentFlag.AlignCenter)
    return page
