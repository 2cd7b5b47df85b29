"""The feeds of a workspace in a window, over a real store and a server to play with."""

from dataclasses import dataclass, replace

from fake_server import FakeServer
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QVBoxLayout, QWidget
from screens import Stage, choose, heard, settle

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedEntry
from desktop.services.networks.contract import SignIn
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.post_list import PostList
from desktop.views.feed.feed_page import FeedPage
from desktop.views.feed.feeds import Feeds
from desktop.views.feed.person_pane import PersonPane

BREAD = "Fresh bread"


@dataclass
class Scene:
    """Someone looks at one of the feeds."""

    stage: Stage
    feeds: Feeds
    window: QWidget
    pages: QStackedWidget

    @property
    def account(self) -> Account:
        """Return the account that was connected first."""
        return self.stage.bench.account

    @property
    def server(self) -> FakeServer:
        """Return the server of every account here."""
        return self.stage.bench.server

    @property
    def home(self) -> FeedPage:
        """Return the page that is shown first."""
        return self.feeds.home

    @property
    def list(self) -> PostList:
        """Return the posts of the home feed."""
        return self.feeds.home.panel.list

    def connect(self, name: str) -> Account:
        """Connect one more account to the same server."""
        session = self.stage.session
        account = session.accounts.connect(SignIn("bluesky", "https://shop.test", name, "secret"))
        self.stage.book.reload()
        return account

    def fetch(self, account: Account | None = None) -> None:
        """Fetch what is new, as the refresher does, and show it."""
        account = account or self.account
        outcome = self.stage.session.timeline.refresh(account.id)
        self.feeds.keeper.on_refreshed(outcome)
        settle()

    def go_to(self, page: FeedPage) -> None:
        """Choose another place of the rail."""
        self.pages.setCurrentWidget(page)
        settle()

    def be_able_to(self, **changes: object) -> None:
        """Change what the first account is known to be."""
        rows = self.stage.bench.rows
        rows.accounts.update(replace(self.stage.session.accounts.all()[0], **changes))
        self.stage.book.reload()


def scene_on(stage: Stage) -> Scene:
    """Put the feeds of a stage into a window; nothing is shown yet."""
    window = QWidget()
    pictures = PictureLoader(stage.tasks, lambda url: b"", parent=window)
    feeds = Feeds(
        stage.theme, stage.session, stage.book, stage.tasks, pictures, window, keymap=stage.keymap
    )
    pages = QStackedWidget()
    for page in feeds.pages:
        pages.addWidget(page)
    box = QVBoxLayout(window)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(pages)
    window.resize(1200, 800)
    feeds.open()
    return Scene(stage, feeds, window, pages)


def menu(scene: Scene, monkeypatch: object, line: str = "", words: str = BREAD) -> list[str]:
    """Open the menu of a post, choose a line, and return what else was offered."""
    offered = choose(monkeypatch, line)
    press_post(scene.list, words, "more")
    return offered[-1]


def entries(posts: PostList) -> list[FeedEntry]:
    """Return what a list shows."""
    model = posts.model()
    found = [model.entry(row) for row in range(model.rowCount())]
    return [entry for entry in found if entry is not None]


def texts(posts: PostList) -> list[str]:
    """Return the words of every row, "..." for a gap."""
    return [entry.post.text if entry.post else "..." for entry in entries(posts)]


def row_of(posts: PostList, words: str) -> int:
    """Return the row that holds these words."""
    return next(row for row, text in enumerate(texts(posts)) if words in text)


def entry_of(posts: PostList, words: str) -> FeedEntry:
    """Return the entry that holds these words."""
    return entries(posts)[row_of(posts, words)]


def press_post(posts: PostList, words: str, action: str) -> None:
    """Press a part of the post that holds these words, where it is painted."""
    row = row_of(posts, words)
    posts.scrollTo(posts.model().index(row, 0))
    zone = posts.card(row).zone(action)
    assert zone is not None, f"the post offers no {action}"
    at = zone.boxes[0].center() + QPoint(0, posts.rowViewportPosition(row))
    QTest.mouseClick(posts.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle()


def press_icon(root: QWidget, name: str) -> None:
    """Press the shown button that a screen reader calls by this name."""
    (button,) = [
        each
        for each in root.findChildren(QAbstractButton)
        if each.accessibleName() == name and each.isVisibleTo(root)
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def open_post(posts: PostList, words: str) -> None:
    """Choose a post to read its conversation."""
    posts.opened.emit(entry_of(posts, words))
    settle()


def troubles(scene: Scene) -> list[tuple[object, ...]]:
    """Return a list that fills with what goes wrong from now on."""
    told = heard(scene.feeds.actions.failed)
    scene.feeds.keeper.failed.connect(lambda *carried: told.append(carried))
    return told


def meet(scene: Scene) -> PersonPane:
    """Press Anna's name in the feed."""
    press_post(scene.list, "Croissants", "author")
    return scene.home.side.person
