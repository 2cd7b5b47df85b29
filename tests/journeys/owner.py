"""The bakery's owner, who has an account everywhere."""

from collections.abc import Callable

import pytest
from journeys.market import Market
from journeys.reader import Reader
from PySide6.QtWidgets import QDialog, QLineEdit
from services.networks.pds_double import PASSWORD

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedEntry
from desktop.ui.menus import Menu
from desktop.ui.post_list import PostList
from desktop.ui.segmented import Segmented
from desktop.views.settings.account_row import AccountRow


class Owner(Reader):
    """A reader who knows the ways of the window, and does everything in it."""

    @classmethod
    def at(cls, start: Callable[[], Reader]) -> "Owner":
        """Start the program and sit down in front of it."""
        reader = start()
        owner = cls(reader.desk, reader._qtbot)
        owner._start = start
        return owner

    def restarted(self) -> "Owner":
        """Close the window, start the program again and wait for the workspace."""
        self.desk.window.close()
        again = Owner.at(self._start)
        again.wait_for_shell()
        return again

    def connect(self, network: str, market: Market) -> None:
        """Connect the bakery's account of a network in the dialog."""
        known = self.accounts()
        dialog = self._dialog_for(network)
        if network == "bluesky":
            self.type_into(QLineEdit, "handle", "@lumiere.test")
            self.type_into(QLineEdit, "appPassword", PASSWORD)
            self.type_into(QLineEdit, "server", market.pds.server.url)
        elif network == "mastodon":
            self.type_into(QLineEdit, "mastodonServer", market.town.url)
        elif network == "x":
            self.choose("xWay", "key")
            self.type_into(QLineEdit, "xClientId", market.x.client_id)
        else:
            self.type_into(QLineEdit, "feedAddress", market.blog.url)
        dialog.verb_button.click()
        self.wait(lambda: len(self.accounts()) == len(known) + 1)

    def _dialog_for(self, network: str) -> QDialog:
        if self.desk.window.shell is not None:
            self.click("place-accounts")
        self.click("connectAccount")
        self.wait_for_shell()
        dialog = self.dialog()
        self.choose("network", network)
        return dialog

    def choose(self, name: str, key: str) -> None:
        """Press one segment of a row of choices."""
        self.find(Segmented, name)._segments[key].click()

    def accounts(self) -> tuple[Account, ...]:
        """Return the accounts that are connected."""
        shell = self.desk.window.shell
        return shell.book.all() if shell is not None else ()

    def account(self, network: str) -> Account:
        """Return the account of a network."""
        return next(each for each in self.accounts() if each.network == network)

    @property
    def home(self) -> PostList:
        """Return the merged feed."""
        return self.shell.feeds.home.panel.list

    def at_rest(self) -> None:
        """Wait until nothing is being fetched."""
        self.wait(lambda: not self.shell.refresher.is_busy)

    def fetch(self) -> None:
        """Fetch what is new, and wait for it."""
        self.at_rest()
        self.shell.refresher.refresh_all()
        self.at_rest()

    def texts(self, posts: PostList) -> list[str]:
        """Return what the posts of a list say, from the top."""
        return [entry.post.text for entry in self.entries(posts) if entry.post is not None]

    def wait_for(self, posts: PostList, words: str) -> FeedEntry:
        """Wait for a post with these words, and return it."""
        self.wait(lambda: any(words in text for text in self.texts(posts)))
        entry = posts.model().entry(self.row_of(posts, words))
        assert entry is not None
        return entry

    def networks(self, posts: PostList) -> set[str]:
        """Return the networks whose posts a list shows."""
        return {each.post.network for each in self.entries(posts) if each.post is not None}

    def pick(self, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
        """Choose the line with these words in the next menu that opens."""

        def exec_(menu: Menu, *_: object) -> object:
            return next(each for each in menu.actions() if words in each.text())

        monkeypatch.setattr(Menu, "exec", exec_)

    def x_menu(self) -> None:
        """Open the menu of X's account in the settings, once its bill is shown there."""
        self.at_rest()
        self.click("place-accounts")
        self.wait_to_see("this month")
        self.at_rest()
        rows = self.desk.window.findChildren(AccountRow)
        shown = [each for each in rows if each.isVisible() and each._account.network == "x"]
        self.click("accountMore", shown[-1])
