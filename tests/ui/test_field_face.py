"""The face of a field tells its state by its edge."""

import pytest
from painted import colours_in
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.field_face import field_palette, field_panel


class Bare(QWidget):
    """Nothing but the face."""

    def __init__(self, theme, has_problem: bool) -> None:
        super().__init__()
        self.theme, self.has_problem = theme, has_problem
        self.resize(40, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        field_panel(QPainter(self), self.theme, self, self.has_problem)


@pytest.mark.parametrize(("has_problem", "edge"), [(False, "control"), (True, "danger")])
def test_the_edge_tells_the_state(theme, qtbot, has_problem, edge):
    bare = Bare(theme, has_problem)
    qtbot.addWidget(bare)

    assert theme.tokens.named(edge).name() in colours_in(bare)


def test_a_field_that_cannot_be_used_is_sunken(theme, qtbot):
    bare = Bare(theme, False)
    qtbot.addWidget(bare)
    bare.setEnabled(False)

    middle = bare.grab(QRect(10, 10, 5, 5)).toImage().pixelColor(2, 2)
    assert middle == theme.tokens.sunken


def test_the_palette_lets_the_face_show_through(theme):
    assert field_palette(theme).base().color().alpha() == 0


def test_whoever_mends_a_mistake_sees_it_and_the_keyboard(theme, qtbot):
    bare = Bare(theme, True)
    bare.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(bare)
    bare.show()
    bare.activateWindow()
    QApplication.processEvents()
    bare.setFocus()
    assert bare.hasFocus()

    assert {theme.tokens.danger.name(), theme.tokens.focus.name()} <= colours_in(bare)
