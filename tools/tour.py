"""The screens of Crieur, and how each is reached with the invented shop's data.

A screen is a function of a `Studio` and of what to do while it is on show; it leaves the window as
it found it. Trouble comes from networks that really raise it, never from paint.
"""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLineEdit
from studio import PATIENCE_MS, PAUSE_MS, Studio, Troubled

from desktop.services.accounts import SignIn
from desktop.services.domain.account import AccountState
from desktop.services.domain.columns import Column, ColumnKind
from desktop.services.domain.draft import Draft, OutboxState
from desktop.services.domain.errors import OutcomeUnknown, Refused, SignedOut, Unreachable
from desktop.services.domain.feed import FeedFilter, Place
from desktop.services.storage.rows import Rows
from desktop.ui.tasks import STORE
from desktop.views.connect.dialog import ConnectDialog

TYPING_MS = 300
"""A search begins when the typing rests, and a slow list is drawn in grey after as long."""

Look = Callable[[], object]
Screen = Callable[[Studio, Look], None]


def as_it_is(studio: Studio, look: Look) -> None:
    """Show what is open already."""
    studio.settle()
    look()


def place(key: str, studio: Studio, look: Look) -> None:
    """Show one place of the rail."""
    studio.shell.go_to(key)
    studio.settle()
    look()


def section(key: str, studio: Studio, look: Look) -> None:
    """Show a section of the settings that has no place in the rail."""
    studio.shell.go_to("look")
    studio.shell.settings.open_section(key)
    studio.settle()
    look()


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
    found = held.id if held else feed.add_gap(account.id, newest[3], newest[2], "cursor")
    studio.shell.feeds.home.panel.reload()
    studio.settle()
    studio.show_at(newest[1])
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
    place("bookmarks", studio, look)


def outbox(studio: Studio, look: Look) -> None:
    """Show posts that left, wait, were refused, or may or may not have left."""
    session = studio.shell.session
    if OutboxState.UNKNOWN not in {item.state for item in session.publishing.outbox()}:
        _fill_outbox(studio)
    studio.shell.desk.count_waiting()
    place("outbox", studio, look)
    studio.shell.go_to("home")


def _fill_outbox(studio: Studio) -> None:
    session = studio.shell.session
    account = studio.shell.book.all()[0]
    reach = session.accounts.network
    for text, error in (
        ("Demain, fournée de pain d’épices dès 7 h.", None),
        ("Brioche de la semaine : praline et fleur d’oranger.", Refused("too_long")),
        ("Le four est réparé. Merci pour votre patience.", OutcomeUnknown()),
        ("The first stollen of the year comes out of the oven on Saturday.", Unreachable()),
    ):
        queued = session.publishing.queue(account.id, Draft(text=text, lang="fr"))
        if error is not None:
            session.accounts.network = partial(Troubled, error)
        session.publishing.send(queued.id)
        session.accounts.network = reach


def dialog(opened: Callable[[Studio], object], studio: Studio, look: Look) -> None:
    """Show what opens over the window."""
    opened(studio)
    studio.settle()
    look()
    for each in studio.window.findChildren(QDialog):
        each.close()
    studio.settle()


def _write_reply(studio: Studio) -> None:
    asked = studio.entry(lambda each: bool(each.post and each.post.text and each.account_ids))
    studio.shell.desk.write_reply(asked, asked.account_ids[0])


def _add_column(studio: Studio) -> None:
    studio.shell.feeds.home.deck.add_asked.emit()
    studio.pause(PAUSE_MS)
    kind = studio.find(QComboBox, "columnKind")
    kind.setCurrentIndex(kind.findData(ColumnKind.SEARCH.value))


def _connect_to(network: str, studio: Studio) -> None:
    studio.shell.connect_account()
    studio.pause(PAUSE_MS)
    opened = next(each for each in studio.window.findChildren(ConnectDialog) if each.isVisible())
    opened.choose(network)
    opened.adjustSize()


def _connect_wrongly(studio: Studio) -> None:
    studio.shell.connect_account()
    studio.pause(PAUSE_MS)
    studio.find(QLineEdit, "handle").setText("lumiere.bsky.social")
    studio.find(QLineEdit, "appPassword").setText("my own secret")
    studio.find(QAbstractButton, "verb").click()


def _open_picture(studio: Studio) -> None:
    shown = studio.entry(lambda each: bool(each.post and each.post.media))
    studio.shell.feeds.home.picture_opened.emit(shown, 0)


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


def menu(name: str, studio: Studio, look: Look) -> None:
    """Show the menu behind a button; it runs its own loop until it is closed."""
    QTimer.singleShot(TYPING_MS, partial(_look_and_close, look))
    studio.find(QAbstractButton, name).click()


def _look_and_close(look: Look) -> None:
    opened = QApplication.activePopupWidget()
    look()
    if opened is not None:
        opened.close()


def offline(studio: Studio, look: Look) -> None:
    """Show the feed while no server can be reached."""
    studio.refresh(Unreachable())
    look()
    studio.refresh()


def signed_out(studio: Studio, look: Look) -> None:
    """Show the feed after the servers forgot who is asking."""
    studio.refresh(SignedOut())
    look()
    accounts = studio.shell.session.accounts
    for account in accounts.all():
        if account.state is AccountState.SIGNED_OUT:
            accounts.reconnect(account.id, SignIn(account.network, "", "", ""))
    studio.shell.book.reload()
    studio.settle()
    studio.refresh()


def refused(studio: Studio, look: Look) -> None:
    """Show a workspace whose file comes from a newer Crieur."""
    newer = next((each for each in studio.program.workspaces() if each.name == "Next year"), None)
    newer = newer or studio.program.create_workspace("Next year")
    with closing(sqlite3.connect(newer.path)) as file:
        file.execute("PRAGMA user_version = 9999")
    studio.window.open_workspace(newer)
    studio.pause(TYPING_MS)
    look()


DEMO: dict[str, Screen] = {
    "home": home,
    "thread": thread,
    "person": person,
    "search": partial(search, "brioche"),
    "nothing-found": partial(search, "xylophone"),
    "find": find_bar,
    "warning": warning,
    "gap": gap,
    "new-posts": new_posts,
    "loading": loading,
    "columns": columns,
    "add-column": partial(dialog, _add_column),
    "new-post": partial(dialog, lambda studio: studio.shell.desk.write_post()),
    "reply": partial(dialog, _write_reply),
    "picture": partial(dialog, _open_picture),
    "workspace-menu": partial(menu, "identity"),
    "feed-menu": partial(menu, "feedOptions"),
    "mentions": partial(place, "mentions"),
    "bookmarks": bookmarks,
    "accounts": partial(place, "accounts"),
    "privacy": partial(section, "privacy"),
    "spending": partial(section, "spending"),
    "muted": partial(section, "muted"),
    "import": partial(dialog, lambda studio: studio.shell.import_archive()),
    "look": partial(place, "look"),
    "about": partial(section, "about"),
    "outbox": outbox,
    "offline": offline,
    "signed-out": signed_out,
}
"""Every screen of the invented shop, in the order in which one walks through them."""

FRESH: dict[str, Screen] = {
    "empty": as_it_is,
    "connect": partial(dialog, lambda studio: studio.shell.connect_account()),
    "connect-mastodon": partial(dialog, partial(_connect_to, "mastodon")),
    "connect-x": partial(dialog, partial(_connect_to, "x")),
    "connect-website": partial(dialog, partial(_connect_to, "feed")),
    "connect-problem": partial(dialog, _connect_wrongly),
}
"""The screens of a workspace without accounts."""
