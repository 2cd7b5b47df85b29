"""Archives dropped onto a window: those are welcome, and nothing else."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from screens import heard

from desktop.views.drop_target import DropTarget, archive_in

MOVE, NOTHING, LEFT = (
    Qt.DropAction.CopyAction,
    Qt.KeyboardModifier.NoModifier,
    Qt.MouseButton.LeftButton,
)


def carrying(*addresses: str) -> QMimeData:
    carried = QMimeData()
    carried.setUrls([QUrl(each) for each in addresses])
    return carried


def drag(window: QWidget, carried: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(5, 5), MOVE, carried, LEFT, NOTHING)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window: QWidget, carried: QMimeData) -> None:
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), MOVE, carried, LEFT, NOTHING))


@pytest.mark.parametrize("name", ["x.zip", "m.tar.gz", "m.TGZ", "b.car", "following_accounts.csv"])
def test_an_archive_is_taken(window, name):
    target = DropTarget(window)
    dropped = heard(target.dropped)
    carried = carrying(f"file:///home/shop/{name}")

    assert drag(window, carried)
    assert dropped == []
    drop(window, carried)

    assert dropped == [(f"/home/shop/{name}",)]


@pytest.mark.parametrize(
    "addresses",
    [
        [],
        ["file:///home/shop/bread.jpg"],
        ["file:///home/shop/zip"],
        ["https://shop.example/x.zip"],
        ["file:///home/shop/a.zip", "file:///home/shop/b.zip"],
    ],
)
def test_anything_else_is_not(window, addresses):
    target = DropTarget(window)
    dropped = heard(target.dropped)
    carried = carrying(*addresses)

    assert archive_in(carried) == ""
    assert not drag(window, carried)
    drop(window, carried)

    assert dropped == []
