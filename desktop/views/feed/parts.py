"""What every list of posts is built with."""

from typing import NamedTuple

from desktop.ui.keymap import Keymap
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.tasks import Tasks
from desktop.views.account_book import AccountBook
from desktop.views.feed.actions import FeedActions
from desktop.views.session import Session


class FeedParts(NamedTuple):
    """The collaborators of a feed, in the order in which its panes take them."""

    session: Session
    book: AccountBook
    tasks: Tasks
    pictures: PictureLoader
    actions: FeedActions

    @property
    def keymap(self) -> Keymap:
        """Return which keys do what."""
        return self.actions.keymap
