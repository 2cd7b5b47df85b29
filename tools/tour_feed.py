"""The screens of the feed and of the columns, and how each is reached."""

import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit
from studio import PATIENCE_MS, PAUSE_MS, Studio

from desktop.services.domain.columns import Column, ColumnKind
from desktop.services.domain.feed import FeedFilter, Place
from desktop.services.storage.rows import Rows
from desktop.ui.tasks import STORE

TYPING_MS = 300
"""A search begins when the typing rests, and a slow list is drawn in grey after as long."""

Look = Callable[[], object]


def home(studio: Studio, look: Look) -> None:
    """Show the feed from its newest post."""
    studio.shell.go_to("home")
    studio.shell.feeds.home.panel.go_to_newest()
    studio.settle()
    look()


def thread(studio: Studio, look: Look) -> None:
    """Show a conversation beside the feed."""
    page = studio.shell.feeds.home
    page.open_entry(studio.entry(lambda each: bool(each.post and each.post.counts.replies)))
    studio.settle()
    look()
    page.side.close_all()


def person(studio: Studio, look: Look) -> None:
    """Show what is known of somebody else."""
    own = {account.native_id for account in studio.shell.book.all()}
    page = studio.shell.feeds.home
    page.side.open_author(
        studio.entry(lambda each: bool(each.post and each.post.author.native_id not in own))
    )
    studio.settle()
    look()
    page.side.close_all()


def search(words: str, studio: Studio, look: Look) -> None:
    """Show what a search finds."""
    page = studio.shell.feeds.home
    page.search_for(words)
    studio.settle()
    look()
    page.show_everything()
    studio.settle()


def find_bar(studio: Studio, look: Look) -> None:
    """Show a word looked for in the list."""
    panel = studio.shell.feeds.home.panel
    panel.open_find_bar()
    studio.find(QLineEdit, "findInPage").setText("pain")
    studio.pause(TYPING_MS)
    studio.settle()
    look()
    panel.find_bar.close_bar()
    panel.list.set_opened(0)


def warning(studio: Studio, look: Look) -> None:
    """Show a post that its author put behind a warning."""
    hidden = studio.entry(lambda each: bool(each.post and each.post.warning))
    studio.show_at(hidden.id)
    look()


def gap(studio: Studio, look: Look) -> None:
    """Show a stretch that was not fetched."""
    feed = Rows(studio.program.database).feed
    newest = studio.shell.session.timeline.window(FeedFilter()).ids
    held = next(
        (each for each in studio.shell.session.timeline.entries(newest[:9]) if each.gap), None
    )
    account = studio.shell.book.all()[0]
    found = held.id if held else feed.add_gap(account.id, newest[1], newest[0], "cursor")
    studio.shell.feeds.home.panel.reload()
    studio.settle()
    studio.show_at(newest[0])
    look()
    feed.close_gap(found)
    studio.shell.feeds.home.panel.reload()
    studio.settle()


def new_posts(studio: Studio, look: Look) -> None:
    """Show what a start at an older reading place says of newer posts."""
    page = studio.shell.feeds.home
    newest = studio.shell.session.timeline.window(FeedFilter()).ids
    page.panel.set_filter(FeedFilter())
    studio.shell.session.timeline.keep_place("home", Place(newest[3]))
    page.panel.set_filter(FeedFilter(), "home")
    studio.settle()
    look()
    page.panel.go_to_newest()


def loading(studio: Studio, look: Look) -> None:
    """Show what stands in for posts while the file is slow."""
    page, gate = studio.shell.feeds.home, threading.Event()
    studio.stopped.add(STORE)
    studio.desk.tasks.run(
        STORE, partial(gate.wait, PATIENCE_MS), owner=studio.window, done=lambda _: None
    )
    page.panel.set_filter(FeedFilter())
    studio.pause(TYPING_MS + PAUSE_MS)
    look()
    gate.set()
    studio.stopped.clear()
    page.show_everything()
    studio.settle()


def bookmarks(studio: Studio, look: Look) -> None:
    """Show a few posts that were marked."""
    ids = studio.shell.session.timeline.window(FeedFilter()).ids[:4]
    for entry in studio.shell.session.timeline.entries(ids):
        studio.shell.session.interactions.bookmark(entry.post_id)
    studio.shell.feeds.bookmarks.panel.reload()
    studio.shell.go_to("bookmarks")
    studio.settle()
    look()


def columns(studio: Studio, look: Look) -> None:
    """Show home as a deck of columns."""
    home, kept = studio.shell.feeds.home, studio.shell.session.columns
    studio.shell.go_to("home")
    first = studio.shell.book.all()[0]
    kept.keep(
        (
            Column(ColumnKind.HOME, first.id),
            Column(ColumnKind.MENTIONS),
            Column(ColumnKind.SEARCH, what="brioche"),
            Column(ColumnKind.ACTIVITY),
        )
    )
    kept.show(True)
    home.open()
    home.deck.open()
    studio.settle()
    look()
    kept.show(False)
    home.open()
    studio.settle()


def add_column(studio: Studio) -> None:
    """Open the dialog that adds a column."""
    studio.shell.feeds.home.deck.add_asked.emit()
    studio.pause(PAUSE_MS)
    kind = studio.find(QComboBox, "columnKind")
    kind.setCurrentIndex(kind.findData(ColumnKind.SEARCH.value))


def palette(words: str, studio: Studio) -> None:
    """Open the palette and let it find what the words mean."""
    studio.shell.palette.open()
    studio.find(QLineEdit, "paletteField").setText(words)
    studio.pause(TYPING_MS)
