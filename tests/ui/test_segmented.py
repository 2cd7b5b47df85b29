"""The segmented control: one view at a time, by pointer and by arrows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desktop.ui.segmented import Segmented

VIEWS = (("feed", "One feed", "list"), ("columns", "Columns", "columns-3"), ("map", "Map", None))


@pytest.fixture
def control(theme, shown) -> Segmented:
    """Three views, the first shown."""
    return shown(Segmented(theme, "View", VIEWS))


def segment(control: Segmented, name: str) -> QAbstractButton:
    return next(each for each in control.findChildren(QAbstractButton) if each.text() == name)


def test_the_first_view_is_shown_at_first(control):
    assert control.choice == "feed"


def test_a_click_chooses_and_tells(control, qtbot):
    with qtbot.waitSignal(control.chosen) as told:
        qtbot.mouseClick(segment(control, "Columns"), Qt.MouseButton.LeftButton)

    assert told.args == ["columns"]
    assert control.choice == "columns"


def test_setting_a_view_tells_nobody(control, qtbot):
    with qtbot.assertNotEmitted(control.chosen):
        control.set_choice("map")

    assert control.choice == "map"


def test_the_focus_goes_along_with_a_view_that_is_set(control):
    segment(control, "One feed").setFocus()

    control.set_choice("map")

    assert segment(control, "Map").hasFocus()


def test_a_view_that_is_set_takes_no_focus_from_elsewhere(control):
    segment(control, "One feed").clearFocus()

    control.set_choice("map")

    assert not segment(control, "Map").hasFocus()


def test_arrows_go_round(control, qtbot):
    qtbot.keyClick(control, Qt.Key.Key_Left)
    assert control.choice == "map"

    qtbot.keyClick(control, Qt.Key.Key_Right)
    assert control.choice == "feed"


def test_arrows_follow_the_reading_direction(control, qtbot):
    control.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(control, Qt.Key.Key_Left)

    assert control.choice == "columns"


def test_a_view_can_be_worded_otherwise(control):
    control.set_text("map", "Carte")

    assert segment(control, "Carte").isVisible()


def test_it_says_what_it_is_for(control):
    assert control.accessibleName() == "View"


def test_another_look_repaints_the_chosen_segment(control, theme):
    before = control.grab().toImage()
    theme.set_look("dark")

    assert control.grab().toImage() != before


def test_where_there_is_no_room_only_the_icons_are_shown(control):
    columns, wide = segment(control, "Columns"), control.sizeHint().width()
    control.set_bare(True)
    assert control.sizeHint().width() < wide
    assert columns.toolTip() == "Columns"
    assert columns.text() == "Columns"
    no_icon = segment(control, "Map")
    assert no_icon.sizeHint().width() > columns.sizeHint().width()
    bare = control.grab().toImage()

    control.set_bare(False)
    assert control.sizeHint().width() == wide
    assert columns.toolTip() == ""
    assert control.grab().toImage() != bare
