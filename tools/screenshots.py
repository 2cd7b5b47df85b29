"""Save a picture of every screen, in both looks and languages, with or without a display.

usage: python tools/screenshots.py FOLDER [WORD]; with a word, only pictures whose name holds it.
"""

import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import Desk
from desktop.program import Program
from desktop.services.domain.errors import Unreachable
from desktop.services.domain.feed import FeedEntry, FeedFilter
from desktop.ui.line_edits import SearchBox
from desktop.ui.tasks import FILES, IMAGES, STORE, VAULT, lane_of
from desktop.views.shell import Shell

SIZES = ((1280, 800), (1366, 690), (900, 600))
LOOKS = ("light", "dark")
LANGUAGES = ("en", "fr")
ROUNDS = 2
"""Work that is done may ask for more: a list for its posts, and those for their pictures."""
PAUSE_MS = 60
TYPING_MS = 300
"""A search begins when the typing rests."""
PATIENCE_MS = 20_000


class Album:
    """A folder of pictures of one window."""

    def __init__(self, folder: Path, word: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._word = word
        self.program = Program(Path(tempfile.mkdtemp(prefix="crieur-pictures-")))
        self.app = QApplication.instance() or QApplication(["crieur"])
        self.desk = Desk(self.program, self.app, LANGUAGES[0])
        self.window = self.desk.window
        self.language = LANGUAGES[0]
        self.saved = 0

    @property
    def shell(self) -> Shell:
        """Return what is shown of the open workspace."""
        shell = self.window.shell
        if shell is None:
            raise SystemExit("No workspace was opened.")
        return shell

    def speak(self, language: str) -> None:
        """Show everything in another language."""
        self.language = language
        self.window.language_chosen.emit(language)
        self.settle()

    def take(self, name: str, opened: Callable[[], object] | None = None) -> None:
        """Save the screen as it is now, or with what `opened` opens, in each size and look."""
        if self._word not in name:
            return
        for look in LOOKS:
            self.desk.theme.set_look(look)
            for width, height in SIZES:
                self.window.resize(width, height)
                self.settle()
                if opened is not None:
                    opened()
                    self.settle()
                self._save(f"{name}-{look}-{self.language}-{width}x{height}.png")
                for dialog in self._over():
                    dialog.close()

    def settle(self) -> None:
        """Wait until every lane has done its work and the window has shown it."""
        shell = self.window.shell
        accounts = shell.session.accounts.all() if shell is not None else ()
        lanes = (STORE, IMAGES, FILES, VAULT, *(lane_of(account.id) for account in accounts))
        for _ in range(ROUNDS):
            waiting = set(lanes)
            loop = QEventLoop()
            for lane in lanes:
                ended = partial(_end, loop, waiting, lane)
                self.desk.tasks.run(lane, _nothing, owner=self.window, done=ended)
            QTimer.singleShot(PATIENCE_MS, loop.quit)
            loop.exec()
            self.pause(PAUSE_MS)

    def pause(self, milliseconds: int) -> None:
        """Let the window live for a moment."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so."""
        for _ in range(PATIENCE_MS // PAUSE_MS):
            if is_so():
                return
            self.pause(PAUSE_MS)
        raise SystemExit("The window did not get there.")

    def _over(self) -> list[QWidget]:
        shown = [each for each in self.app.topLevelWidgets() if each.isVisible()]
        return [each for each in shown if each is not self.window]

    def _save(self, name: str) -> None:
        picture = self.window.grab()
        painter = QPainter(picture)
        for dialog in self._over():
            # Where a desktop would put it; the screen that is not there is too small for that.
            left = (self.window.width() - dialog.width()) // 2
            painter.drawPixmap(left, (self.window.height() - dialog.height()) // 2, dialog.grab())
        painter.end()
        picture.save(str(self._folder / name))
        self.saved += 1


def first_run(album: Album) -> None:
    """Take what is seen before anything was opened."""
    album.window.open_first_screen()
    album.window.show()
    for language in LANGUAGES:
        album.speak(language)
        album.take("first-run")


def demo(album: Album) -> None:
    """Take every place of the invented shop."""
    album.window.open_demo()
    album.until(lambda: album.window.shell is not None)
    for language in LANGUAGES:
        album.speak(language)
        album.take("home")
        conversations(album)
        places(album)
        dialogs(album)
        troubles(album)


def conversations(album: Album) -> None:
    """Take what opens beside the feed."""
    home = album.shell.feeds.home
    entry = _entry(album, lambda each: bool(each.post and each.post.counts.replies))
    home.open_entry(entry)
    album.settle()
    album.take("thread")
    home.side.open_author(entry)
    album.settle()
    album.take("person")
    home.side.close_all()
    search = home.findChild(SearchBox, "search")
    for name, words in (("search", "brioche"), ("nothing-found", "xylophone")):
        search.setText(words)
        album.pause(TYPING_MS)
        album.settle()
        album.take(name)
    home.show_everything()
    album.settle()


def places(album: Album) -> None:
    """Take the other places of the rail and each section of the settings."""
    for place in ("mentions", "bookmarks", "outbox", "accounts", "look"):
        album.shell.go_to(place)
        album.settle()
        album.take(place)
    for section in ("privacy", "about"):
        album.shell.settings.open_section(section)
        album.settle()
        album.take(section)
    album.shell.go_to("home")


def dialogs(album: Album) -> None:
    """Take what opens over the window."""
    shell = album.shell
    entry = _entry(album, lambda each: bool(each.post and each.post.media))
    for name, opened in (
        ("new-post", shell.desk.write_post),
        ("reply", partial(shell.desk.write_reply, entry, entry.account_ids[0])),
        ("connect", shell.connect_account),
        ("picture", partial(shell.feeds.home.picture_opened.emit, entry, 0)),
    ):
        album.take(name, opened)


def troubles(album: Album) -> None:
    """Take the feed while no server can be reached."""
    accounts = album.shell.session.accounts
    reach = accounts.network
    accounts.network = _unreachable
    album.shell.refresher.refresh_all()
    album.settle()
    album.take("offline")
    accounts.network = reach
    album.shell.refresher.refresh_all()
    album.settle()


def empty(album: Album) -> None:
    """Take a workspace without accounts, and one that cannot be opened."""
    fresh = album.program.create_workspace("Boulangerie Lumière")
    album.window.open_workspace(fresh)
    album.until(lambda: album.window.shell is not None)
    for language in LANGUAGES:
        album.speak(language)
        album.take("empty")
    newer = album.program.create_workspace("Next year")
    with closing(sqlite3.connect(newer.path)) as file:
        file.execute("PRAGMA user_version = 9999")
    album.window.open_workspace(newer)
    album.pause(TYPING_MS)
    album.take("refused")


def _entry(album: Album, is_wanted: Callable[[FeedEntry], bool]) -> FeedEntry:
    timeline = album.shell.session.timeline
    ids = timeline.window(FeedFilter()).ids[:60]
    return next(entry for entry in timeline.entries(ids) if is_wanted(entry))


def _unreachable(_account_id: int) -> None:
    raise Unreachable


def _end(loop: QEventLoop, waiting: set[str], lane: str, _outcome: object) -> None:
    waiting.discard(lane)
    if not waiting:
        loop.quit()


def _nothing() -> None:
    """Do nothing, after everything that was asked before."""


def main() -> int:
    """Take the pictures and say how many."""
    folder, word = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""
    album = Album(folder, word)
    for screens in (first_run, demo, empty):
        screens(album)
    album.window.close()
    album.desk.finish()
    sys.stdout.write(f"{album.saved} pictures are in {folder}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
