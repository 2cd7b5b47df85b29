"""A list of posts as every pane shows it: named networks, capabilities, and what a press does."""

from dataclasses import replace

from PySide6.QtCore import Signal

from desktop.services.domain.feed import FeedEntry
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.post_list import PostList
from desktop.ui.post_model import Load
from desktop.ui.theme import Theme
from desktop.views.feed.actions import FeedActions
from desktop.views.networks import network_name


class PostRowsList(PostList):
    """Let the actions do what they can, and pass on what only the pane can.

    Signals:
        picture_opened: A picture was chosen; carries the `FeedEntry` and the picture's number.
        gap_opened: A missing stretch should be fetched; carries the `FeedEntry`.
        mention_opened: A person named in a post was chosen; carries the `FeedEntry` and who.
        tag_opened: A hashtag was chosen; carries the bare word.
    """

    picture_opened = Signal(object, int)
    gap_opened = Signal(object)
    mention_opened = Signal(object, str)
    tag_opened = Signal(str)

    def __init__(
        self, theme: Theme, load: Load, pictures: PictureLoader, actions: FeedActions
    ) -> None:
        super().__init__(theme, load, pictures, actions.keymap)
        self._actions = actions
        self.set_network_names(network_name)
        self.set_capabilities(actions.capabilities)
        self.set_bands(actions.band, actions.receivers)
        self.action_asked.connect(self._on_action_asked)

    def _on_action_asked(self, action: str, entry: FeedEntry) -> None:
        name, _, what = action.partition(":")
        if name == "more":
            self._actions.show_menu(entry, self.menu_point())
        elif name == "picture":
            self.picture_opened.emit(entry, int(what))
        elif name == "gap":
            self.gap_opened.emit(entry)
        elif name == "quote":
            self.opened.emit(entry)
        elif name == "mention":
            self.mention_opened.emit(entry, what)
        elif name == "tag":
            self.tag_opened.emit(what)
        else:
            self._actions.do(action, entry)


def as_read(entry: FeedEntry) -> FeedEntry:
    """Return an entry for a list that keeps no count of what was read, and so shows no dot."""
    return replace(entry, is_unread=False)
