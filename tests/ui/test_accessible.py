"""What a screen reader is told that each control is."""

import gc

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.accessible import install_roles

Role = QAccessible.Role
ROUNDS = 300


class Picture(QWidget):
    accessible_role = Role.Graphic


class Likeness(Picture):
    pass


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


@pytest.fixture(autouse=True)
def _roles(qapp) -> None:
    install_roles()


def test_a_painted_class_and_what_is_made_of_it_say_what_they_are(qtbot):
    for kind in (Picture, Likeness):
        picture = kind()
        qtbot.addWidget(picture)

        assert role_of(picture) == Role.Graphic


def test_what_qt_knows_keeps_the_role_that_qt_gives(qtbot):
    label = QLabel("Saved")
    qtbot.addWidget(label)

    assert role_of(label) == Role.StaticText


def test_name_sentence_and_children_are_read_as_for_any_widget(qtbot):
    picture = Picture()
    qtbot.addWidget(picture)
    QVBoxLayout(picture).addWidget(QLabel("Inside"))
    picture.setAccessibleName("Mentions")
    picture.setAccessibleDescription("Rising since Monday.")
    told = QAccessible.queryAccessibleInterface(picture)

    assert told.text(QAccessible.Text.Name) == "Mentions"
    assert told.text(QAccessible.Text.Description) == "Rising since Monday."
    assert told.childCount() == 1


def test_a_screen_reader_may_look_while_widgets_come_and_go(qapp):
    for number in range(ROUNDS):
        parent = QWidget()
        picture = Picture(parent)
        assert role_of(picture) == role_of(picture) == Role.Graphic
        if number % 3 == 0:
            shiboken6.delete(parent)
        elif number % 3 == 1:
            parent.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del parent, picture
        if number % 50 == 0:
            gc.collect()
    gc.collect()


def test_a_widget_that_was_looked_at_is_let_go(qapp):
    def living() -> int:
        gc.collect()
        return sum(isinstance(each, Picture) for each in gc.get_objects())

    before = living()
    for _ in range(50):
        picture = Picture()
        role_of(picture)
        shiboken6.delete(picture)
        del picture

    assert living() == before
