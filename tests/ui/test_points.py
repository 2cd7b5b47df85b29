"""A point: an icon and a sentence that is shown whole."""

import pytest
from painted import colours_in

from desktop.ui.points import Point

LONG = "No Crieur account, no usage tracking. Your data is one file you can copy or delete."


@pytest.mark.parametrize("percent", [100, 150])
def test_its_sentence_gets_all_its_lines(theme, qtbot, percent):
    theme.set_text_size(percent)
    point = Point(theme, "shield-check", LONG)
    qtbot.addWidget(point)
    point.resize(220, point.heightForWidth(220))
    point.show()
    label = point.layout().itemAt(1).widget()

    assert label.height() >= label.heightForWidth(label.width())


def test_it_can_say_something_else_and_follows_the_look(theme, shown):
    point = shown(Point(theme, "check", "Works without internet"))
    point.setText("Nothing is posted, nothing is paid")
    assert point.layout().itemAt(1).widget().text() == "Nothing is posted, nothing is paid"

    before = colours_in(point)
    theme.set_look("dark")
    assert colours_in(point) != before
