"""The rail gives way where the window is narrow."""

import pytest
from PySide6.QtWidgets import QLabel

from desktop.ui.frame import Frame
from desktop.ui.theme import Theme


@pytest.fixture
def frame(qapp, qtbot) -> Frame:
    made = Frame(Theme(qapp))
    made.set_content(QLabel("Home"))
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("width", "words"), [(1200, "New post"), (1000, "")])
def test_words_stay_while_there_is_room(frame, width, words):
    frame.resize(width, 700)
    frame.show()

    assert frame.rail.new_post.text() == words


def test_content_has_what_the_rail_leaves(frame):
    content = QLabel("Mentions")
    frame.set_content(content)
    frame.resize(1200, 700)
    frame.show()

    assert content.geometry().left() > frame.rail.geometry().right()
    assert content.geometry().right() == 1199
