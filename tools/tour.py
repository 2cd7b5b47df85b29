"""The screens of Crieur, and how each is reached with the invented shop's data.

A screen is a function of a `Studio` and of what to do while it is on show; it leaves the window as
it found it. Trouble comes from networks that really raise it, never from paint.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from functools import partial

import tour_data
import tour_feed
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLineEdit
from studio import PAUSE_MS, Studio, Troubled
from tour_feed import TYPING_MS, Look

from desktop.services.accounts import SignIn
from desktop.services.domain.account import AccountState
from desktop.services.domain.draft import Draft, OutboxState
from desktop.services.domain.errors import OutcomeUnknown, Refused, SignedOut, Unreachable
from desktop.views.connect.dialog import ConnectDialog

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
    studio.shell.go_to(key)
    studio.settle()
    look()


def proxy(studio: Studio, look: Look) -> None:
    """Show where a proxy is typed, and what is said of an address without a port."""

    def type_one() -> None:
        studio.settle()
        ways = studio.find(QComboBox, "wayOut")
        ways.setCurrentIndex(ways.count() - 1)
        ways.activated.emit(ways.currentIndex())
        studio.find(QLineEdit, "proxyAddress").setText("http://proxy.example")
        studio.find(QLineEdit, "proxyUser").setText("jean")
        studio.find(QAbstractButton, "useProxy").click()
        studio.settle()
        look()

    section("connection", studio, type_one)


def digest(studio: Studio, look: Look) -> None:
    """Show the digest of the last whole day."""
    page = studio.shell.pages.digest
    page.show_day(studio.shell.session.digest.today() - timedelta(days=1))
    place("digest", studio, look)
    page.show_day(None)


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


def _connect_to(network: str, studio: Studio) -> None:
    studio.shell.connect_account()
    studio.pause(PAUSE_MS)
    opened = next(each for each in studio.window.findChildren(ConnectDialog) if each.isVisible())
    opened.choose(network)


def _connect_wrongly(studio: Studio) -> None:
    studio.shell.connect_account()
    studio.pause(PAUSE_MS)
    studio.find(QLineEdit, "handle").setText("lumiere.bsky.social")
    studio.find(QLineEdit, "appPassword").setText("my own secret")
    studio.find(QAbstractButton, "verb").click()


def _open_picture(studio: Studio) -> None:
    shown = studio.entry(lambda each: bool(each.post and each.post.media))
    studio.shell.feeds.home.picture_opened.emit(shown, 0)


def menu(name: str, studio: Studio, look: Look) -> None:
    """Show the menu behind a button; it runs its own loop until it is closed."""
    QTimer.singleShot(TYPING_MS, partial(_look_and_close, look))
    studio.find(QAbstractButton, name).click()


def _look_and_close(look: Look) -> None:
    opened = QApplication.activePopupWidget()
    look()
    if opened is not None:
        opened.close()


def step(studio: Studio, look: Look) -> None:
    """Show what is said of a step, with the way back."""
    shell = studio.shell
    shell.feeds.actions.do("bookmark", studio.entry(lambda each: each.post is not None))
    studio.settle()
    look()
    shell.history.undo()
    studio.settle()
    shell.toasts.hide()


def tour_step(studio: Studio, look: Look) -> None:
    """Show the second step of the tour for newcomers."""
    studio.shell.commands.run("tour")
    studio.find(QAbstractButton, "tourOn").click()
    studio.settle()
    look()
    studio.find(QAbstractButton, "leaveTour").click()
    studio.settle()


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
    "home": tour_feed.home,
    "thread": tour_feed.thread,
    "person": tour_feed.person,
    "search": partial(tour_feed.search, "brioche"),
    "nothing-found": partial(tour_feed.search, "xylophone"),
    "find": tour_feed.find_bar,
    "warning": tour_feed.warning,
    "gap": tour_feed.gap,
    "new-posts": tour_feed.new_posts,
    "loading": tour_feed.loading,
    "columns": tour_feed.columns,
    "add-column": partial(dialog, tour_feed.add_column),
    "new-post": partial(dialog, lambda studio: studio.shell.desk.write_post()),
    "reply": partial(dialog, _write_reply),
    "picture": partial(dialog, _open_picture),
    "palette": partial(dialog, partial(tour_feed.palette, "brio")),
    "palette-empty": partial(dialog, partial(tour_feed.palette, "")),
    "palette-nothing": partial(dialog, partial(tour_feed.palette, "xylophone")),
    "step": step,
    "tour": tour_step,
    "workspace-menu": partial(menu, "identity"),
    "feed-menu": partial(menu, "feedOptions"),
    "mentions": partial(place, "mentions"),
    "digest": digest,
    "bookmarks": tour_feed.bookmarks,
    "accounts": partial(place, "accounts"),
    "privacy": partial(section, "privacy"),
    "notifications": partial(section, "notifications"),
    "spending": partial(section, "spending"),
    "muted": partial(section, "muted"),
    "import": partial(dialog, lambda studio: studio.shell.import_archive()),
    "shortcuts": partial(section, "shortcuts"),
    "shortcuts-sheet": partial(dialog, lambda studio: studio.shell.commands.run("help")),
    "look": partial(place, "look"),
    "connection": partial(section, "connection"),
    "proxy": proxy,
    "words": partial(section, "words"),
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
    "own-privacy": partial(section, "privacy"),
    "data": tour_data.data,
    "delete-everything": partial(dialog, tour_data.delete_everything),
    "moving": tour_data.moving,
    "missing-data": tour_data.missing_data,
    "unknown-workspace": tour_data.unknown_workspace,
}
"""The screens of a workspace without accounts."""
