"""A choice among a few: the longest fits, the keyboard chooses, the list is ours."""

import pytest
from painted import colours_in
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QFocusEvent

from desktop.ui.combos import ComboBox


@pytest.fixture
def combo(theme, shown) -> ComboBox:
    """Three languages."""
    box = ComboBox(theme, "Language")
    for code, name in (("en", "English"), ("fr", "Français"), ("eo", "Esperanto & Ido")):
        box.addItem(name, code)
    return shown(box)


def test_it_says_what_is_chosen_and_for_what(combo):
    assert combo.accessibleName() == "Language"
    assert combo.currentText() == "English"


def test_the_keyboard_chooses(combo, qtbot):
    qtbot.keyClick(combo, Qt.Key.Key_Down)

    assert combo.currentData() == "fr"


@pytest.mark.parametrize("percent", [90, 100, 150])
def test_the_longest_choice_fits(theme, combo, percent):
    theme.set_text_size(percent)
    longest = combo.fontMetrics().horizontalAdvance("Esperanto & Ido")

    assert combo.sizeHint().width() > longest + theme.px(30)
    assert combo.minimumSizeHint() == combo.sizeHint()


def test_no_choice_is_cut_in_the_open_list(theme, combo, qtbot):
    combo.showPopup()
    qtbot.waitUntil(combo.view().isVisible)
    width = combo.view().viewport().width()
    combo.hidePopup()

    assert width >= combo.fontMetrics().horizontalAdvance("Esperanto & Ido") + theme.px(50)


def test_the_open_list_marks_the_chosen_line(theme, combo, qtbot):
    combo.showPopup()
    view = combo.view()
    qtbot.waitUntil(view.isVisible)
    image = colours_in(view.viewport())
    combo.hidePopup()

    assert theme.tokens.raised.name() in image
    assert theme.tokens.accent_text.name() in image


def test_a_bare_one_has_no_edge(theme, shown):
    bare = ComboBox(theme, "Language", "globe", is_bare=True)
    bare.addItem("English")
    shown(bare)

    assert theme.tokens.control.name() not in colours_in(bare)


def test_a_bare_one_shows_its_ring_for_the_keyboard_only(theme, shown):
    bare = ComboBox(theme, "Language", "globe", is_bare=True)
    bare.addItem("English")
    shown(bare)
    for reason, is_shown in (
        (Qt.FocusReason.MouseFocusReason, False),
        (Qt.FocusReason.TabFocusReason, True),
    ):
        QCoreApplication.sendEvent(bare, QFocusEvent(QEvent.Type.FocusIn, reason))
        assert (theme.tokens.focus.name() in colours_in(bare)) is is_shown

    left = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)
    QCoreApplication.sendEvent(bare, left)
    assert theme.tokens.focus.name() not in colours_in(bare)


def test_a_problem_marks_its_edge(theme, combo):
    combo.set_problem(True)

    assert theme.tokens.danger.name() in colours_in(combo)


def test_a_bare_one_hugs_the_words_it_shows(theme, shown):
    bare = ComboBox(theme, "Language", "globe", is_bare=True)
    bare.addItems(["English", "Esperanto & Ido"])
    shown(bare)
    before = bare.sizeHint().width()
    bare.setCurrentIndex(1)

    words = bare.fontMetrics().horizontalAdvance("Esperanto & Ido")
    assert before < words + theme.px(60) < bare.sizeHint().width() < words + theme.px(80)


def test_a_problem_has_a_sign_and_the_choice_keeps_its_room(theme, combo):
    before = combo.sizeHint().width()

    combo.set_problem(True)

    assert combo.sizeHint().width() > before + theme.px(16)


def test_a_screen_reader_hears_what_is_chosen_and_what_for(combo):
    told = QAccessible.queryAccessibleInterface(combo)

    heard = told.text(QAccessible.Text.Name) + told.text(QAccessible.Text.Description)
    assert combo.currentText() in heard
    assert combo.accessibleName() in heard
