"""What must hold for anything that is shown: nothing cut, lost, covered or nameless.

Each rule takes the root of what is shown and returns the faults that it finds.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QSplitter,
    QWidget,
)

from desktop.ui.labels import Label
from desktop.ui.pressable import Pressable

LONGEST_WAY = 120
"""More Tab stops than any screen has."""

Fault = str


def shown_in(root: QWidget) -> list[QWidget]:
    """Return what can be seen, if need be by scrolling."""
    return [root, *(each for each in root.findChildren(QWidget) if each.isVisibleTo(root))]


def cut_words(root: QWidget) -> list[Fault]:
    """Find words that have less room than they need and do not say so."""
    faults = []
    for widget in shown_in(root):
        if isinstance(widget, Label) and widget.wordWrap():
            if widget.height() < widget.heightForWidth(widget.width()):
                faults.append(f"{said(widget)} has {widget.height()} px of height")
        elif isinstance(widget, Pressable | QLabel | QComboBox | QLineEdit | QAbstractSpinBox):
            least, size = widget.minimumSizeHint(), widget.size()
            if size.width() < least.width() or size.height() < least.height():
                faults.append(f"{said(widget)} has {pair(size)} and needs {pair(least)}")
    return faults


def untold_words(root: QWidget) -> list[Fault]:
    """Find elided words whose whole cannot be read in the tooltip."""
    return [
        f"{said(widget)} is elided and has no tooltip"
        for widget in shown_in(root)
        if isinstance(widget, Label)
        and not widget.wordWrap()
        and widget.fontMetrics().horizontalAdvance(widget.text()) > widget.contentsRect().width()
        and not widget.toolTip()
    ]


def lost_widgets(root: QWidget) -> list[Fault]:
    """Find what reaches out of the place it stands in, where no scrolling leads."""
    faults = []
    for widget in shown_in(root):
        place = widget.parentWidget()
        if widget is root or place is None or widget.isWindow():
            continue
        box, room = widget.geometry(), place.rect()
        if isinstance(place, QSplitter) and place.isRightToLeft():
            room.adjust(0, 0, 1, 0)  # Qt counts mirrored panes from one pixel outside
        area = place.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is place:
            stays = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if box.width() > room.width() and area.horizontalScrollBarPolicy() is stays:
                faults.append(f"{said(widget)} is wider than the pane it scrolls in")
        elif not room.contains(box) and not box.isEmpty():
            faults.append(f"{said(widget)} at {box.getRect()} reaches out of {said(place)}")
    return faults


def overlapping(root: QWidget) -> list[Fault]:
    """Find widgets of one layout that cover one another."""
    faults = []
    for place in shown_in(root):
        if place.layout() is None:
            continue
        inside = [each for each in laid_out(place.layout()) if each.isVisibleTo(root)]
        for one, other in combinations(inside, 2):
            if one.geometry().intersects(other.geometry()):
                faults.append(f"{said(one)} covers {said(other)}")
    return faults


def laid_out(layout: QLayout) -> Iterator[QWidget]:
    """Return the widgets of a layout and of those inside it."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item.widget() is not None:
            yield item.widget()
        elif item.layout() is not None:
            yield from laid_out(item.layout())


def nameless(root: QWidget) -> list[Fault]:
    """Find what takes the keyboard and has no name for a screen reader."""
    faults = []
    for widget in tab_stops(root):
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken is None or not spoken.text(QAccessible.Text.Name).strip():
            faults.append(f"{said(widget)} has no accessible name")
    return faults


def tab_stops(root: QWidget) -> list[QWidget]:
    """Return what Tab should lead to."""
    return [
        widget
        for widget in shown_in(root)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not widget.visibleRegion().isEmpty()
        and not is_reached_by_arrows(widget)
    ]


def is_reached_by_arrows(widget: QWidget) -> bool:
    """Say whether arrow keys lead here, from the chosen one of several."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() is not widget


def missed_by_tab(root: QWidget) -> list[Fault]:
    """Find what Tab does not lead to, and whether it comes back to where it began."""
    root.activateWindow()
    QApplication.processEvents()
    wanted = tab_stops(root)
    if not wanted:
        return []
    wanted[0].setFocus()
    start, visited = QApplication.focusWidget(), []
    for _ in range(LONGEST_WAY):
        at = QApplication.focusWidget()
        if at is None or (visited and at is start):
            break
        visited.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    else:
        return [f"Tab never comes back to {said(start)}"]
    return [f"Tab never leads to {said(each)}" for each in wanted if each not in visited]


RULES: tuple[Callable[[QWidget], list[Fault]], ...] = (
    cut_words,
    untold_words,
    lost_widgets,
    overlapping,
    nameless,
)


def said(widget: QWidget | None) -> str:
    """Call a widget by its kind, its name and its words."""
    words = ""
    with suppress(AttributeError, TypeError):
        words = widget.text()
    called = (type(widget).__name__, widget.objectName() if widget else "", repr(words)[:50])
    return " ".join(each for each in called if each)


def pair(size: object) -> str:
    """Return a size in words."""
    return f"{size.width()}x{size.height()}"
