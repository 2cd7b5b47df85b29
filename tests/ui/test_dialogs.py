"""Dialogs: a question, a verb, a way out, and the focus back where it was."""

import gc

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from screens import heard, settle

from desktop.ui.buttons import Button
from desktop.ui.combos import ComboBox
from desktop.ui.dialogs import Dialog, Scrim, ask, tell
from desktop.ui.line_edits import LineEdit
from desktop.ui.panes import ScrollPane


@pytest.fixture
def window(theme, qtbot) -> QWidget:
    """A window with a button that has the focus."""
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(Button(theme, "Disconnect"))
    made.show()
    made.activateWindow()
    button = made.findChild(Button)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    return made


def make(theme, window, **given) -> Dialog:
    return Dialog(
        theme,
        "Disconnect this account?",
        "Disconnect",
        text="Its key leaves.",
        parent=window,
        **given,
    )


def test_its_title_is_the_question_and_its_button_the_verb(theme, window):
    dialog = make(theme, window)

    assert dialog.windowTitle() == "Disconnect this account?"
    assert dialog.verb_button.text() == "Disconnect"
    assert dialog.cancel_button.text() == "Cancel"
    assert dialog.accessibleDescription() == "Its key leaves."


def test_the_verb_accepts_and_escape_does_not(theme, window, qtbot):
    dialog = make(theme, window)
    dialog.show()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)

    dialog = make(theme, window)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_dialog_whose_work_may_fail_stays_open_and_says_why(theme, window, qtbot):
    dialog = make(theme, window, stays_open=True)
    dialog.show()
    with qtbot.waitSignal(dialog.asked):
        qtbot.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()

    dialog.set_problem("The server does not answer.")
    assert dialog.problem == "The server does not answer."
    assert dialog.accessibleDescription() == "The server does not answer."
    dialog.set_problem(None)
    assert dialog.problem == ""
    dialog.reject()


def test_a_busy_dialog_asks_only_once(theme, window, qtbot):
    dialog = make(theme, window, stays_open=True)
    dialog.show()
    dialog.set_busy("Disconnecting…")
    with qtbot.assertNotEmitted(dialog.asked):
        qtbot.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)
    assert not dialog.is_submittable

    dialog.set_busy(None)
    assert dialog.is_submittable
    dialog.reject()


@pytest.mark.parametrize(("kind", "first"), [("danger", "cancel"), ("primary", "verb")])
def test_the_focus_begins_where_nothing_can_be_lost(theme, window, qtbot, kind, first):
    dialog = make(theme, window, kind=kind)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    assert dialog.focusWidget().objectName() == first
    dialog.reject()


def test_a_form_begins_in_its_first_field(theme, window, qtbot):
    dialog = make(theme, window)
    field = LineEdit(theme)
    dialog.body.addWidget(field)
    dialog.show()

    assert dialog.focusWidget() is field
    dialog.reject()


def test_a_form_begins_where_it_chose_to(theme, window):
    dialog = make(theme, window)
    fields = [LineEdit(theme), LineEdit(theme)]
    for field in fields:
        dialog.body.addWidget(field)
    fields[1].setFocus()
    dialog.show()

    assert dialog.focusWidget() is fields[1]
    dialog.reject()


def test_a_problem_told_in_the_form_pushes_nothing_out_of_sight(theme, window, qtbot):
    dialog = make(theme, window, stays_open=True)
    dialog.body.addWidget(LineEdit(theme))
    dialog.show()
    before = dialog.height()
    dialog.set_problem("The server does not answer. Nothing was sent, so try again later. " * 2)

    qtbot.waitUntil(lambda: dialog.height() > before)
    pane = dialog.findChild(ScrollPane)
    assert pane.verticalScrollBar().maximum() == 0
    dialog.reject()


@pytest.fixture
def steps(theme, window) -> Dialog:
    """A dialog with a tall first step and a short second one."""
    dialog = make(theme, window)
    for name, height in (("tall", 300), ("short", 40)):
        step = QWidget()
        step.setObjectName(name)
        step.setFixedHeight(height)
        dialog.body.addWidget(step)
    dialog.findChild(QWidget, "short").hide()
    dialog.show()
    settle()
    return dialog


def go_on(dialog: Dialog) -> None:
    dialog.findChild(QWidget, "tall").hide()
    dialog.findChild(QWidget, "short").show()
    settle()


def test_after_a_taller_step_no_gap_is_left_and_nothing_moves_under_the_pointer(steps):
    top, before = steps.y(), steps.height()
    go_on(steps)

    assert steps.height() == before - 260
    assert steps.y() == top
    assert steps.height() == steps.sizeHint().height()


def test_what_was_made_taller_by_hand_stays_as_tall(steps):
    steps.resize(steps.width(), steps.height() + 50)
    before = steps.height()
    go_on(steps)

    assert steps.height() == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_in_a_list_of_choices_is_the_verb(theme, window, qtbot, key):
    dialog = make(theme, window, stays_open=True)
    combo = ComboBox(theme, "Network")
    combo.addItems(["Bluesky", "Mastodon"])
    dialog.body.addWidget(combo)
    dialog.show()
    asked = heard(dialog.asked)
    combo.setFocus()
    qtbot.keyClick(combo, key)

    assert len(asked) == 1
    assert not combo.view().isVisible()


def test_enter_on_the_way_out_is_the_way_out(theme, window, qtbot):
    dialog = make(theme, window)
    dialog.show()
    dialog.cancel_button.setFocus()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.cancel_button, Qt.Key.Key_Return)


def test_the_focus_goes_back_to_where_it_was(theme, window, qtbot):
    dialog = make(theme, window)
    dialog.show()
    dialog.activateWindow()
    dialog.reject()

    qtbot.waitUntil(window.findChild(Button).hasFocus)


@pytest.mark.parametrize("percent", [100, 150])
def test_its_words_are_shown_whole(theme, window, percent):
    theme.set_text_size(percent)
    dialog = Dialog(
        theme,
        "Disconnect the account of the bakery?",
        "Disconnect",
        text="Its key leaves the keyring, and the posts that only it received leave. " * 3,
        parent=window,
    )
    dialog.show()

    for label in (dialog.title, dialog.text):
        assert label.height() >= label.heightForWidth(label.width())
    dialog.reject()


def test_the_window_behind_is_veiled_while_the_dialog_is_open(theme, window):
    dialog = make(theme, window)
    dialog.show()
    veil = window.findChild(Scrim)
    assert veil.isVisible()
    assert veil.geometry() == window.rect()

    dialog.reject()
    assert not veil.isVisible()


def test_asking_returns_what_was_chosen(theme, window):
    def answer(name: str) -> None:
        open_one = QApplication.activeModalWidget()
        open_one.findChild(Button, name).click()

    for name, expected in (("verb", True), ("cancel", False)):
        QTimer.singleShot(0, window, lambda name=name: answer(name))
        is_wanted = ask(theme, window, "Delete?", "For ever.", "Delete", kind="danger")

        assert is_wanted is expected


def test_telling_needs_no_decision(theme, window):
    seen = []

    def close() -> None:
        open_one = QApplication.activeModalWidget()
        seen.append(open_one.findChild(Button, "verb").isVisible())
        open_one.findChild(Button, "cancel").click()

    QTimer.singleShot(0, window, close)
    tell(theme, window, "This link was not opened", "It hides something.")

    assert seen == [False]
    assert issubclass(Dialog, QDialog)


def test_an_open_dialog_outlives_the_clearing_of_cycles(theme, window):
    def open_one() -> None:
        dialog = make(theme, window, stays_open=True)
        dialog.body.addWidget(LineEdit(theme, "Handle"))
        dialog.open()

    open_one()
    gc.collect()

    assert window.findChild(Dialog).isVisible()
