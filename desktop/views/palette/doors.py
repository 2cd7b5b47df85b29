"""What the palette can lead to; each door is opened by whoever owns what lies behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.post import Author
from desktop.services.workspaces import Workspace


@dataclass(frozen=True, slots=True)
class Doors:
    """Where a row of the palette leads."""

    go_to: Callable[[str], object]
    """Show a place of the rail or a section of the settings, by its key."""
    show_option: Callable[[str, str], object]
    """Show a row of the settings, by the key of its section and its title."""
    write: Callable[[str], object]
    """Begin a post with these words."""
    search: Callable[[str], object]
    """Show the stored posts that hold these words."""
    ask_networks: Callable[[str], object]
    """The same, and ask the networks for more."""
    open_post: Callable[[FeedEntry], object]
    """Show the conversation round a post."""
    open_person: Callable[[Author, Account], object]
    """Show a person as one account knows them."""
    open_workspace: Callable[[Workspace], object]
    """Leave this workspace for another."""
