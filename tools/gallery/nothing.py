"""What a place shows while it has nothing to show: on its way, empty, done, or in trouble."""

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.cards import Card, Ground
from desktop.ui.labels import Label
from desktop.ui.progress import Progress
from desktop.ui.states import EmptyState, SkeletonRows
from desktop.ui.theme import Theme

STATES = (
    (
        "Empty: first time",
        "radar",
        "No watch yet",
        "Add your shop’s name and we will tell you when people talk about it.",
        ("Watch “Boulangerie Lumière”", "plus", "primary"),
        "See an example",
    ),
    (
        "Empty: all done",
        "circle-check",
        "All handled",
        "14 mentions answered today. Your median answer time was 22 minutes.",
        ("", None, "primary"),
        "Look at done",
    ),
    (
        "Error: network",
        "plug",
        "X did not answer",
        "We tried 3 times since 10:38. Your saved mentions are still here. Next try in 4 minutes.",
        ("Try now", "refresh-cw", "primary"),
        "Show saved mentions",
    ),
    (
        "Offline",
        "wifi-off",
        "You are offline",
        "You can read, write and schedule. Two posts wait in the outbox and go out when you are "
        "back.",
        ("Open the outbox", "send", "secondary"),
        "",
    ),
    (
        "Error: needs the person",
        "file-check",
        "Proof not found",
        "The post at the link does not carry the label “Collaboration commerciale”. Add it, then "
        "send the link again.",
        ("Edit the post", "pen-line", "primary"),
        "Ask a person to check",
    ),
)


def nothing(theme: Theme) -> QWidget:
    """Return the page of all such states."""
    page = Ground(theme)
    grid = QGridLayout(page)
    grid.setContentsMargins(24, 20, 24, 24)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    _put(theme, grid, 0, "Loading", loading(theme))
    for number, (name, icon, title, text, (action, sign, kind), secondary) in enumerate(STATES, 1):
        card = Card(theme, padding=0)
        state = EmptyState(theme, icon, title, text, action, secondary, action_icon=sign, kind=kind)
        card.column.addWidget(state)
        _put(theme, grid, number, name, card)
    return page


def _put(theme: Theme, grid: QGridLayout, number: int, name: str, card: Card) -> None:
    row, column = divmod(number, 3)
    grid.addWidget(Label(theme, name, "caption", "text2"), 2 * row, column)
    grid.addWidget(card, 2 * row + 1, column)
    grid.setColumnStretch(column, 1)
    grid.setRowStretch(2 * row + 1, 4 if row == 0 else 3)


def loading(theme: Theme) -> Card:
    """Return a list that is on its way, with its progress."""
    card = Card(theme, padding=20)
    progress = Progress(theme)
    progress.show_progress("Fetching mentions from 3 accounts…", 55, 100)
    card.column.addWidget(progress)
    card.column.addSpacing(8)
    card.column.addWidget(SkeletonRows(theme, 5, inset=0))
    return card
