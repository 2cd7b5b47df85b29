"""What the main window needs of the program around it to open, switch and leave workspaces."""

from datetime import datetime
from typing import Protocol

from desktop.services.connection import Connection
from desktop.services.custody import Custody
from desktop.services.preferences import Preferences
from desktop.services.second_channel import SecondChannel
from desktop.services.workspaces import Workspace
from desktop.views.session import Session


class Hub(Protocol):
    """Opens sessions one at a time; each method blocks, so it runs on a lane or between lanes."""

    preferences: Preferences
    version: str
    second_channel: SecondChannel
    connection: Connection
    custody: Custody

    def now(self) -> datetime:
        """Return the present moment, aware and in UTC."""

    def save_preferences(self, preferences: Preferences) -> None:
        """Keep the user's choices."""

    def workspaces(self) -> tuple[Workspace, ...]:
        """Return every workspace by name."""

    def create_workspace(self, name: str) -> Workspace:
        """Make a new, empty workspace."""

    def rename_workspace(self, slug: str, name: str) -> Workspace:
        """Call a workspace by another name."""

    def open_workspace(self, slug: str) -> Session:
        """Open a workspace; `StoreTrouble` when its file cannot be used."""

    def open_demo(self) -> Session:
        """Open the invented shop in a file that is thrown away."""

    def close_session(self) -> None:
        """Close what is open; every lane has ended by then."""
