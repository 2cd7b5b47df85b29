"""What the screen says about a trouble, and the one action it offers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """What the screen says about a trouble, and the one action it offers.

    `action` is a key for the page that shows it: "retry", "reconnect", "edit", "browser",
    "keyring", "update", "folder", "connection", or empty where only waiting helps; `action_text`
    is its button.
    """

    title: str
    text: str
    action_text: str = ""
    action: str = ""
