"""Go round the panes of a window by key, each time to where the keyboard was in them last."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget

_MARK = "isPane"


def be_pane(*widgets: QWidget) -> None:
    """Let the keys that go from pane to pane stop at these widgets.

    A pane that holds others which are in sight is passed over for those.
    """
    for widget in widgets:
        widget.setProperty(_MARK, True)


class PaneWalk(QObject):
    """Leads from pane to pane in reading order, over everything that is in sight in `root`."""

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root

    def go(self, by: int) -> None:
        """Put the keyboard into the next pane, or with -1 into the previous one."""
        panes = [pane for pane in self._panes() if _stop_in(pane) is not None]
        if not panes:
            return
        focused = self._root.window().focusWidget()
        at = next((n for n, pane in enumerate(panes) if _holds(pane, focused)), -1)
        if at < 0 and by < 0:
            at = 0
        pane = panes[(at + by) % len(panes)]
        stop = _stop_in(pane)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
            _bring_in_sight(pane, stop)

    def _panes(self) -> list[QWidget]:
        window = self._root.window()
        marked = [
            each
            for each in self._root.findChildren(QWidget)
            if each.property(_MARK) and each.isVisible() and each.window() is window
        ]
        inner = [
            each
            for each in marked
            if not any(other is not each and each.isAncestorOf(other) for other in marked)
        ]
        return _in_reading_order(inner, self._root)


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))


def _stop_in(pane: QWidget) -> QWidget | None:
    """Return where the keyboard was last in a pane, else its list, else its first control."""
    last = pane.focusWidget()
    if last is not None and _is_stop(last) and _holds(pane, last):
        return last
    stops = [each for each in pane.findChildren(QWidget) if _is_stop(each)]
    lists = [each for each in stops if isinstance(each, QAbstractItemView)]
    return next(iter(lists or _in_lines(stops, pane)), None)


def _is_stop(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.isEnabled() and widget.isVisible()


def _in_reading_order(panes: Iterable[QWidget], root: QWidget) -> list[QWidget]:
    """Return panes from the leading edge to the other, those above one another downwards."""
    return sorted(panes, key=lambda pane: _place(pane, root))


def _place(pane: QWidget, root: QWidget) -> tuple[tuple[int, int], ...]:
    """Return where a pane stands, and before that where each area stands that it scrolls in.

    How far something is scrolled changes nothing about what is read before it.
    """
    around, steps, below = pane.parentWidget(), [], pane
    while around is not None and around is not root:
        page = around.parentWidget()
        if isinstance(page, QScrollArea) and around is page.viewport():
            content = page.widget()
            steps.append((_leading(below, content), _top(below, content)))
            below = page
        around = page
    return ((_leading(below, root), _top(below, root)), *reversed(steps))


def _in_lines(stops: Iterable[QWidget], root: QWidget) -> list[QWidget]:
    """Return controls line by line."""
    return sorted(stops, key=lambda each: (_top(each, root) // 24, _leading(each, root)))


def _leading(widget: QWidget, root: QWidget) -> int:
    left = widget.mapTo(root, QPoint(0, 0)).x()
    return root.width() - left - widget.width() if root.isRightToLeft() else left


def _top(widget: QWidget, root: QWidget) -> int:
    return widget.mapTo(root, QPoint(0, 0)).y()


def _bring_in_sight(pane: QWidget, stop: QWidget) -> None:
    around = pane.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(pane, 0, 0)
            around.ensureWidgetVisible(stop, 0, 0)
        around = around.parentWidget()
