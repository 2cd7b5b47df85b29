import pytest
from painted import colours_in
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop.ui.accessible import install_roles
from desktop.ui.sparklines import Sparkline

SENTENCE = "Followers rose from 1,210 to 1,284 in 30 days."


@pytest.fixture
def line(theme, shown) -> Sparkline:
    install_roles()
    made = Sparkline(theme, "Followers")
    made.show_values([1, 2, 3, 4], SENTENCE)
    return shown(made)


def inked(line: Sparkline, x: int) -> list[int]:
    """Return the rows of a column in which the line itself is painted."""
    picture = line.grab().toImage()
    ink = line._theme.tokens.chart1
    return [
        y
        for y in range(picture.height())
        if abs(picture.pixelColor(x, y).lightness() - ink.lightness()) < 30
    ]


def test_what_rises_is_painted_rising(line):
    first, last = inked(line, 5), inked(line, line.width() - 5)

    assert max(last) < min(first)


def test_the_oldest_value_stands_at_the_left_in_every_language(line):
    before = line.grab().toImage()

    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert line.grab().toImage() == before


def test_a_value_that_nobody_knows_leaves_a_gap(line):
    line.show_values([1, 2, None, None, 2, 1], SENTENCE)

    assert not inked(line, line.width() // 2)


@pytest.mark.parametrize("values", [[], [5], [5, 5, 5], [None], [None, 3], [-4, 0.5]])
def test_any_course_can_be_painted(line, values):
    line.show_values(values, "", goal=5)

    assert line.grab().width() == line.width()


def test_a_course_that_never_changes_lies_in_the_middle(line):
    line.show_values([7, 7, 7], SENTENCE)

    middle = line.height() / 2
    assert all(abs(row - middle) < 3 for row in inked(line, line.width() // 2))


def test_a_goal_is_a_line_of_its_own(line, theme):
    assert theme.tokens.text3.name() not in colours_in(line)

    line.show_values([1, 2, 3], SENTENCE, goal=2)
    line.resize(line.width(), 41)

    assert inked(line, line.width() - 5)


def test_the_sentence_is_told_and_shown(line):
    told = QAccessible.queryAccessibleInterface(line)

    assert told.role() == QAccessible.Role.Chart
    assert told.text(QAccessible.Text.Name) == "Followers"
    assert told.text(QAccessible.Text.Description) == SENTENCE
    assert line.toolTip() == SENTENCE


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_line_has_the_colour_of_the_look(line, theme, look):
    theme.set_look(look)

    assert theme.tokens.chart1.name() in colours_in(line)
