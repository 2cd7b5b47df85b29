"""Keys that a program must leave as everybody knows them."""

from PySide6.QtGui import QKeySequence

from desktop.ui.key_names import portable

_MOVING = (
    *("Tab", "Backtab", "Return", "Enter", "Esc", "Space", "Backspace", "Del", "Ins", "Menu"),
    *("Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown"),
)
_HELD = ("", "Shift+", "Ctrl+", "Ctrl+Shift+")
_EDITING = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)
_FREE = ("Ctrl+Return", "Ctrl+Enter", "Ctrl+Shift+Return", "Ctrl+Shift+Enter")
"""What ends a text in a dialog, where nothing else would."""


def moves_about(keys: str) -> bool:
    """Say whether keys move the focus, the cursor or what is seen, in every program."""
    wanted = portable(keys)
    return wanted not in _FREE and any(
        wanted == portable(held + key) for held in _HELD for key in _MOVING
    )


def edits_text(keys: str) -> bool:
    """Say whether keys copy, cut, paste or select in every text."""
    wanted = portable(keys)
    return any(
        wanted == each.toString(QKeySequence.SequenceFormat.PortableText)
        for standard in _EDITING
        for each in QKeySequence.keyBindings(standard)
    )
