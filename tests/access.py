"""What must hold for those who hear a screen, go through it by keys or cannot aim well.

Each rule takes the root of what is shown and returns the faults that it finds; what is said once
may be found again on each screen.
"""

from collections.abc import Callable, Iterable

from painted import colours_in
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from wholeness import Fault, said, shown_in, tab_stops

from desktop.ui.badges import Badge
from desktop.ui.banners import Banner
from desktop.ui.buttons import IconButton
from desktop.ui.coach import Coach
from desktop.ui.fields import Field
from desktop.ui.pane_walk import PaneWalk
from desktop.ui.panes import Header
from desktop.ui.post_card import Zone
from desktop.ui.post_list_rows import PostRows
from desktop.ui.text import heard as aloud
from desktop.ui.tokens import DARK, LIGHT

SMALLEST = 24
"""Pixels to aim at, as WCAG 2.2 asks in 2.5.8; links within lines are excepted there."""
SOME_ROWS = 8
"""Rows of a list that are asked for their words; the others are made alike."""
MOST_PANES = 12
IN_LINES = ("link:", "tag:", "mention:")
NEVER_SPOKEN = "\u2060\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e"
"""Signs that order what is seen; aloud they are noise."""
RING = {LIGHT.focus.name(), DARK.focus.name()}
"""The colours of the ring in any look; nothing else is painted in them."""
SHOWN_OTHERWISE = {"paletteField", "toastWay"}
"""The caret in a line that is all of its dialog; a ring in the colours of toasts, proven there."""
AIMED_AT = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QPlainTextEdit)


def front_of(root: QWidget) -> QWidget:
    """Return what takes the keyboard for itself within a window, else the window."""
    coaches = root.findChildren(Coach)
    return next((each for each in coaches if each.isVisible()), root)


def heard(widget: QWidget, what: QAccessible.Text) -> str:
    """Return the name or the description that a screen reader is given."""
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(what) if told is not None else ""


def small_targets(root: QWidget) -> list[Fault]:
    """Find what is pressed and is smaller than a target may be."""
    faults = [
        f"{said(widget)} is a target of {widget.width()}x{widget.height()}"
        for widget in shown_in(root)
        if isinstance(widget, AIMED_AT)
        and not isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
        and min(widget.width(), widget.height()) < SMALLEST
    ]
    for view in _views_in(root):
        faults += _small_rows(view)
    if isinstance(root, QMenu):
        lines = [each for each in root.actions() if not each.isSeparator()]
        faults += [
            f"the line {each.text()!r} is {root.actionGeometry(each).height()} high"
            for each in lines
            if root.actionGeometry(each).height() < SMALLEST
        ]
    return faults


def _small_rows(view: QAbstractItemView) -> list[Fault]:
    faults = set()
    for row in range(min(SOME_ROWS, view.model().rowCount())):
        index = view.model().index(row, 0)
        height = view.visualRect(index).height()
        if view.model().flags(index) & Qt.ItemFlag.ItemIsSelectable and 0 < height < SMALLEST:
            faults.add(f"a row of {said(view)} is {height} high")
        if isinstance(view, PostRows):
            faults |= {
                f"{said(view)} has a place of {box.width()}x{box.height()} for {zone.action!r}"
                for zone, box in small_zones(view.card(row).zones)
            }
    return sorted(faults)


def small_zones(zones: Iterable[Zone]) -> list[tuple[Zone, QRect]]:
    """Return zones that are too small, unless another one that is not does the same."""
    held = [(zone, box) for zone in zones for box in zone.boxes]
    large = {zone.action for zone, box in held if min(box.width(), box.height()) >= SMALLEST}
    return [
        (zone, box)
        for zone, box in held
        # The row itself is what opens it.
        if min(box.width(), box.height()) < SMALLEST
        and zone.action not in large | {"open"}
        and not zone.action.startswith(IN_LINES)
    ]


def unheard_rows(root: QWidget) -> list[Fault]:
    """Find rows that have no words for a screen reader."""
    faults = []
    for view in _views_in(root):
        for words, place in _words_of(view.model()):
            if not words.strip():
                faults.append(f"{place} of {said(view)} says nothing")
    return faults


def _words_of(model: QAbstractItemModel) -> Iterable[tuple[str, str]]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(min(SOME_ROWS, model.rowCount())):
        for column in range(columns):
            words = model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
            yield words or "", f"row {row}, column {column}"


def unspeakable(root: QWidget) -> list[Fault]:
    """Find names and descriptions with signs in them that only order what is seen."""
    told = [
        (said(widget), heard(widget, what))
        for widget in shown_in(root)
        for what in (QAccessible.Text.Name, QAccessible.Text.Description)
    ]
    told += [
        (said(view), words) for view in _views_in(root) for words, _place in _words_of(view.model())
    ]
    if isinstance(root, QMenu):
        told += [(said(root), each.text()) for each in root.actions()]
    return [f"{who} is heard as {words!r}" for who, words in told if set(words) & set(NEVER_SPOKEN)]


def untold_icons(root: QWidget) -> list[Fault]:
    """Find icons to press that do not say in a tooltip what they are called."""
    return [
        f"{said(widget)} called {widget.accessibleName()!r} shows {widget.toolTip()!r}"
        for widget in shown_in(root)
        if isinstance(widget, IconButton) and not (widget.accessibleName() and widget.toolTip())
    ]


def untold_pictures(root: QWidget) -> list[Fault]:
    """Find charts and bars that do not say what they show in a name and a sentence."""
    faults = []
    for widget in shown_in(root):
        told = QAccessible.queryAccessibleInterface(widget)
        if told is not None and told.role() in (
            QAccessible.Role.Chart,
            QAccessible.Role.ProgressBar,
        ):
            if not told.text(QAccessible.Text.Name):
                faults.append(f"{said(widget)} has no name")
            value = told.text(QAccessible.Text.Value) or told.text(QAccessible.Text.Description)
            if not value:
                faults.append(f"{said(widget)} has no sentence")
    return faults


def untied_problems(root: QWidget) -> list[Fault]:
    """Find sentences about a mistake that are not said of the field where it was made."""
    return [
        f"{said(field.editor)} does not say {field.problem!r}"
        for field in shown_in(root)
        if isinstance(field, Field)
        and field.problem
        and aloud(field.problem) not in heard(field.editor, QAccessible.Text.Description)
    ]


def told_by_colour(root: QWidget) -> list[Fault]:
    """Find states that are told by their colour and by no word."""
    return [
        f"{said(widget)} tells its state by a colour alone"
        for widget in shown_in(root)
        if (isinstance(widget, Badge) and not widget.text())
        or (isinstance(widget, Banner) and not widget.title.text())
    ]


def without_ring(root: QWidget, done: set[tuple[str, ...]]) -> list[Fault]:
    """Find what looks the same with the keyboard in it as without; `done` was looked at before."""
    faults = []
    root.activateWindow()
    QApplication.processEvents()
    for widget in tab_stops(front_of(root)):
        kind = (type(widget).__name__, widget.objectName())
        if kind in done or widget.objectName() in SHOWN_OTHERWISE:
            continue
        done.add(kind)
        widget.clearFocus()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if widget.hasFocus() and not colours_in(widget) & RING:
            faults.append(f"{said(widget)} does not show that it has the keyboard")
    return faults


def lost_by_panes(root: QWidget) -> list[Fault]:
    """Find panes that the keys for panes do not lead to, or lead to and not back."""
    if root.findChild(PaneWalk) is None or front_of(root) is not root:
        return []
    root.activateWindow()
    QApplication.processEvents()
    start = _pressed(root, Qt.Key.Key_F6)
    there = [start]
    for _ in range(MOST_PANES):
        if start is None or there[-1] is None:
            return ["F6 leaves the keyboard nowhere"]
        at = _pressed(root, Qt.Key.Key_F6)
        if at is start:
            break
        there.append(at)
    else:
        return [f"F6 never comes back to {said(start)}"]
    back = [_pressed(root, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier) for _ in there]
    if back[::-1] != there:
        return [f"Shift F6 leads to {[said(each) for each in back[::-1]]}, not back"]
    return [
        f"F6 never leads to {said(pane)}"
        for pane in root.findChildren(Header)
        if pane.isVisible()
        and not any(pane.isAncestorOf(each) for each in there)
        and tab_stops(pane)
    ]


def _pressed(
    root: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> QWidget | None:
    QTest.keyClick(root, key, held)
    focused = QApplication.focusWidget()
    return focused if focused is not None and focused.isVisible() else None


class SamePlace:
    """Finds a page whose question mark is elsewhere than on the pages before it."""

    def __init__(self) -> None:
        self._place: dict[tuple[int, int], tuple[str, QPoint]] = {}

    def __call__(self, root: QWidget) -> list[Fault]:
        """Return a fault when help is missing on a page, or is not where it was."""
        faults = []
        for bar in shown_in(root):
            if not isinstance(bar, Header) or root.findChild(PaneWalk) is None:
                continue
            help_button = bar.findChild(QAbstractButton, "help")
            if help_button is None or not help_button.isVisible():
                faults.append(f"{bar.title.text()!r} has no question mark")
                continue
            at = help_button.mapTo(root, help_button.rect().topRight())
            size = (root.width(), root.height())
            name, first = self._place.setdefault(size, (bar.title.text(), at))
            if at != first:
                faults.append(
                    f"{bar.title.text()!r} has its question mark at {at.toTuple()},"
                    f" {name!r} at {first.toTuple()}"
                )
        return faults


def _views_in(root: QWidget) -> list[QAbstractItemView]:
    return [
        each
        for each in shown_in(root)
        if isinstance(each, QAbstractItemView)
        and each.model() is not None
        # Its days are Qt's own; which one is chosen is announced whole.
        and not isinstance(each.parentWidget(), QCalendarWidget)
    ]


ACCESS: tuple[Callable[[QWidget], list[Fault]], ...] = (
    small_targets,
    unheard_rows,
    unspeakable,
    untold_icons,
    untold_pictures,
    untied_problems,
    told_by_colour,
)
