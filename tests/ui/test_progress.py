"""Progress: what happens, how far, and Stop."""

import pytest
from painted import colours_in
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QProgressBar

from desktop.ui.labels import Label
from desktop.ui.progress import Bar, Progress, Spinner


def words_of(progress: Progress) -> list[str]:
    return [label.text() for label in progress.findChildren(Label)]


def test_it_says_what_happens_and_how_far_it_is(theme, shown, in_english):
    progress = shown(Progress(theme))
    progress.show_progress("Fetching posts…", 1_200, 4_000)

    assert words_of(progress) == ["Fetching posts…", "1,200 of 4,000"]
    bar = progress.findChild(QProgressBar)
    assert (bar.value(), bar.maximum()) == (1_200, 4_000)
    assert QAccessible.queryAccessibleInterface(bar).role() == QAccessible.Role.ProgressBar


def test_an_unknown_end_shows_no_bar(theme, shown, in_english):
    progress = shown(Progress(theme))
    progress.show_progress("Fetching posts…", 350)

    assert words_of(progress)[1] == "350"
    assert progress.findChild(QProgressBar).isHidden()


def test_stop_asks_to_stop(theme, shown, qtbot):
    progress = shown(Progress(theme))
    with qtbot.waitSignal(progress.stop_asked):
        qtbot.mouseClick(progress.stop_button, Qt.MouseButton.LeftButton)

    assert Progress(theme, can_stop=False).stop_button.isHidden()


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_the_bar_fills_along_the_reading_direction(theme, shown, direction):
    bar = Bar(theme)
    bar.setLayoutDirection(direction)
    bar.setRange(0, 100)
    bar.setValue(50)
    shown(bar)
    bar.resize(100, 4)
    image = bar.grab().toImage()
    first, last = (10, 90) if direction == Qt.LayoutDirection.LeftToRight else (90, 10)

    assert image.pixelColor(first, 2) == theme.tokens.accent
    assert image.pixelColor(last, 2) == theme.tokens.pressed


def test_the_spinner_stands_still_where_movement_is_not_wanted(theme, shown, qtbot):
    still = shown(Spinner(theme))
    before = still.grab().toImage()
    assert theme.tokens.text2.name() in colours_in(still)
    assert still.grab().toImage() == before

    theme.set_reduced_motion(False)
    turning = shown(Spinner(theme))
    first = turning.grab().toImage()
    qtbot.waitUntil(lambda: turning.grab().toImage() != first)
    turning.hide()


def test_strong_contrast_gives_the_trough_an_edge(theme, shown):
    bar = shown(Bar(theme))
    theme.set_high_contrast(True)

    assert theme.tokens.control.name() in colours_in(bar)
    theme.set_high_contrast(None)
