"""Tell a screen reader what each painted control is, where the Qt class below it cannot.

A class says so itself: `accessible_role = QAccessible.Role.Chart`. Controls made of a button, a
label, a field or a progress bar need nothing: Qt's own interface already gives them their role,
their state and what can be done with them, which one of ours would take away.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_installed: list[bool] = []


def install_roles() -> None:
    """Have Qt ask for the roles from now on; a second call changes nothing."""
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed.append(True)


def _interface(key: str, asked: QObject) -> QAccessibleWidget | None:
    # Qt asks once for the class and for each of its bases, and takes the first that is given.
    role = getattr(asked, "accessible_role", None)
    if role is None or not isinstance(asked, QWidget):
        return None
    # Qt destroys it with its widget. PySide keeps the empty shell, 0.2 kB for each widget that a
    # screen reader ever saw, so nothing of ours may hang on it: no subclass, no attribute.
    return QAccessibleWidget(asked, role)
