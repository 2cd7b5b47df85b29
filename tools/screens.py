"""The screens of Crieur, and how each is reached with the invented shop's data.

A screen is a function of a `Stage` and of what to do while it is on show; it leaves the window as
it found it. Trouble comes from networks that really raise it, never from paint.
"""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit
from stage import PATIENCE_MS, PAUSE_MS, Stage, Troubled

from desktop.services.accounts import SignIn
from desktop.services.domain.account import AccountState
from desktop.services.domain.draft import Draft, OutboxState
from desktop.services.domain.errors import OutcomeUnknown, Refused, SignedOut, Unreachable
from desktop.services.domain.feed import FeedFilter, Place
from desktop.services.storage.rows import Rows
from desktop.ui.tasks import STORE

TYPING_MS = 300
"""A search begins when the typing rests, and a slow list is drawn in grey after as long."""

Look = Callable[[], object]
Screen = Callable[[Stage, Look], None]


def as_it_is(stage: Stage, look: Look) -> None:
    """Show what is open already."""
    stage.settle()
    look()


def place(key: str, stage: Stage, look: Look) -> None:
    """Show one place of the rail."""
    stage.shell.go_to(key)
    stage.settle()
    look()


def section(key: str, stage: Stage, look: Look) -> None:
    """Show a section of the settings that has no place in the rail."""
    stage.shell.go_to("look")
    stage.shell.settings.open_section(key)
    stage.settle()
    look()


def home(stage: Stage, look: Look) -> None:
    """Show the feed from its newest post."""
    stage.shell.go_to("home")
    stage.shell.feeds.home.panel.go_to_newest()
    stage.settle()
    look()


def thread(stage: Stage, look: Look) -> None:
    """Show a conversation beside the feed."""
    page = stage.shell.feeds.home
    page.open_entry(stage.entry(lambda each: bool(each.post and each.post.counts.replies)))
    stage.settle()
    look()
    page.side.close_all()


def person(stage: Stage, look: Look) -> None:
    """Show what is known of somebody else."""
    own = {account.native_id for account in stage.shell.book.all()}
    page = stage.shell.feeds.home
    page.side.open_author(
        stage.entry(lambda each: bool(each.post and each.post.author.native_id not in own))
    )
    stage.settle()
    look()
    page.side.close_all()


def search(words: str, stage: Stage, look: Look) -> None:
    """Show what a search finds."""
    page = stage.shell.feeds.home
    page.search_for(words)
    stage.settle()
    look()
    page.show_everything()
    stage.settle()


def find_bar(stage: Stage, look: Look) -> None:
    """Show a word looked for in the list."""
    panel = stage.shell.feeds.home.panel
    panel.open_find_bar()
    stage.find(QLineEdit, "findInPage").setText("pain")
    stage.pause(TYPING_MS)
    stage.settle()
    look()
    panel.find_bar.close_bar()
    panel.list.set_opened(0)


def warning(stage: Stage, look: Look) -> None:
    """Show a post that its author put behind a warning."""
    hidden = stage.entry(lambda each: bool(each.post and each.post.warning))
    stage.show_at(hidden.id)
    look()


def gap(stage: Stage, look: Look) -> None:
    """Show a stretch that was not fetched."""
    feed = Rows(stage.program.database).feed
    newest = stage.shell.session.timeline.window(FeedFilter()).ids
    held = next(
        (each for each in stage.shell.session.timeline.entries(newest[:9]) if each.gap), None
    )
    account = stage.shell.book.all()[0]
    found = held.id if held else feed.add_gap(account.id, newest[3], newest[2], "cursor")
    stage.shell.feeds.home.panel.reload()
    stage.settle()
    stage.show_at(newest[1])
    look()
    feed.close_gap(found)
    stage.shell.feeds.home.panel.reload()
    stage.settle()


def new_posts(stage: Stage, look: Look) -> None:
    """Show what a start at an older reading place says of newer posts."""
    page = stage.shell.feeds.home
    newest = stage.shell.session.timeline.window(FeedFilter()).ids
    page.panel.set_filter(FeedFilter())
    stage.shell.session.timeline.keep_place("home", Place(newest[3]))
    page.panel.set_filter(FeedFilter(), "home")
    stage.settle()
    look()
    page.panel.go_to_newest()


def loading(stage: Stage, look: Look) -> None:
    """Show what stands in for posts while the file is slow."""
    page, gate = stage.shell.feeds.home, threading.Event()
    stage.stopped.add(STORE)
    stage.desk.tasks.run(
        STORE, partial(gate.wait, PATIENCE_MS), owner=stage.window, done=lambda _: None
    )
    page.panel.set_filter(FeedFilter())
    stage.pause(TYPING_MS + PAUSE_MS)
    look()
    gate.set()
    stage.stopped.clear()
    page.show_everything()
    stage.settle()


def bookmarks(stage: Stage, look: Look) -> None:
    """Show a few posts that were marked."""
    ids = stage.shell.session.timeline.window(FeedFilter()).ids[:4]
    for entry in stage.shell.session.timeline.entries(ids):
        stage.shell.session.interactions.bookmark(entry.post_id)
    stage.shell.feeds.bookmarks.panel.reload()
    place("bookmarks", stage, look)


def outbox(stage: Stage, look: Look) -> None:
    """Show posts that left, wait, were refused, or may or may not have left."""
    session = stage.shell.session
    if OutboxState.UNKNOWN not in {item.state for item in session.publishing.outbox()}:
        _fill_outbox(stage)
    stage.shell.desk.count_waiting()
    place("outbox", stage, look)
    stage.shell.go_to("home")


def _fill_outbox(stage: Stage) -> None:
    session = stage.shell.session
    account = stage.shell.book.all()[0]
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


def dialog(opened: Callable[[Stage], object], stage: Stage, look: Look) -> None:
    """Show what opens over the window."""
    opened(stage)
    stage.settle()
    look()
    for each in stage.window.findChildren(QDialog):
        each.close()
    stage.settle()


def _write_reply(stage: Stage) -> None:
    asked = stage.entry(lambda each: bool(each.post and each.post.text and each.account_ids))
    stage.shell.desk.write_reply(asked, asked.account_ids[0])


def _connect_wrongly(stage: Stage) -> None:
    stage.shell.connect_account()
    stage.pause(PAUSE_MS)
    stage.find(QLineEdit, "handle").setText("lumiere.bsky.social")
    stage.find(QLineEdit, "appPassword").setText("my own secret")
    stage.find(QAbstractButton, "verb").click()


def _open_picture(stage: Stage) -> None:
    shown = stage.entry(lambda each: bool(each.post and each.post.media))
    stage.shell.feeds.home.picture_opened.emit(shown, 0)


def menu(name: str, stage: Stage, look: Look) -> None:
    """Show the menu behind a button; it runs its own loop until it is closed."""
    QTimer.singleShot(TYPING_MS, partial(_look_and_close, look))
    stage.find(QAbstractButton, name).click()


def _look_and_close(look: Look) -> None:
    opened = QApplication.activePopupWidget()
    look()
    if opened is not None:
        opened.close()


def offline(stage: Stage, look: Look) -> None:
    """Show the feed while no server can be reached."""
    stage.refresh(Unreachable())
    look()
    stage.refresh()


def signed_out(stage: Stage, look: Look) -> None:
    """Show the feed after the servers forgot who is asking."""
    stage.refresh(SignedOut())
    look()
    accounts = stage.shell.session.accounts
    for account in accounts.all():
        if account.state is AccountState.SIGNED_OUT:
            accounts.reconnect(account.id, SignIn(account.network, "", "", ""))
    stage.shell.book.reload()
    stage.settle()
    stage.refresh()


def refused(stage: Stage, look: Look) -> None:
    """Show a workspace whose file comes from a newer Crieur."""
    newer = next((each for each in stage.program.workspaces() if each.name == "Next year"), None)
    newer = newer or stage.program.create_workspace("Next year")
    with closing(sqlite3.connect(newer.path)) as file:
        file.execute("PRAGMA user_version = 9999")
    stage.window.open_workspace(newer)
    stage.pause(TYPING_MS)
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
    "new-post": partial(dialog, lambda stage: stage.shell.desk.write_post()),
    "reply": partial(dialog, _write_reply),
    "picture": partial(dialog, _open_picture),
    "workspace-menu": partial(menu, "identity"),
    "feed-menu": partial(menu, "feedOptions"),
    "mentions": partial(place, "mentions"),
    "bookmarks": bookmarks,
    "accounts": partial(place, "accounts"),
    "privacy": partial(section, "privacy"),
    "look": partial(place, "look"),
    "about": partial(section, "about"),
    "outbox": outbox,
    "offline": offline,
    "signed-out": signed_out,
}
"""Every screen of the invented shop, in the order in which one walks through them."""

FRESH: dict[str, Screen] = {
    "empty": as_it_is,
    "connect": partial(dialog, lambda stage: stage.shell.connect_account()),
    "connect-problem": partial(dialog, _connect_wrongly),
}
"""The screens of a workspace without accounts."""
