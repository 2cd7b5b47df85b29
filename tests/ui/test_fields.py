"""Fields: real editors, a name, and the message beside its cause."""

import pytest
from hostile_words import WORDS
from painted import colours_in
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.ui.explain import ExplainButton
from desktop.ui.fields import ComboBox, Field, LineEdit, SearchBox, TextEdit

EDITORS = {"line": LineEdit, "text": TextEdit, "choice": ComboBox}


@pytest.fixture(params=EDITORS)
def editor(request, theme) -> QWidget:
    """One of each editor."""
    return EDITORS[request.param](theme)


def spoken(widget: QWidget, what: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(what)


def test_the_label_names_the_editor(theme, shown, editor):
    field = shown(Field(theme, "Handle", editor))

    assert spoken(field.editor, QAccessible.Text.Name) == "Handle"


def test_the_editors_are_the_real_ones(theme):
    assert isinstance(LineEdit(theme), QLineEdit)
    assert isinstance(TextEdit(theme), QPlainTextEdit)
    assert isinstance(ComboBox(theme), QComboBox)


def test_a_problem_is_said_below_and_to_a_screen_reader(theme, shown, editor):
    field = shown(Field(theme, "Handle", editor, "Such as lumiere.bsky.social"))
    field.set_problem("Type your handle.")

    assert field.problem == "Type your handle."
    assert spoken(editor, QAccessible.Text.Description) == "Type your handle."
    assert theme.tokens.danger.name() in colours_in(editor)


def test_a_mended_problem_gives_the_hint_back(theme, shown, editor):
    field = shown(Field(theme, "Handle", editor, "Such as lumiere.bsky.social"))
    field.set_problem("Type your handle.")
    field.set_problem(None)

    assert field.problem == ""
    assert spoken(editor, QAccessible.Text.Description) == "Such as lumiere.bsky.social"
    assert theme.tokens.danger.name() not in colours_in(editor)


def test_a_long_problem_gets_all_its_lines(theme, shown):
    field = shown(Field(theme, "Handle", LineEdit(theme)))
    field.set_problem("No account has this handle. Check its spelling, or name its server below.")
    field.resize(200, field.heightForWidth(200))

    message = field.layout().itemAt(2).widget()
    assert message.height() >= message.heightForWidth(message.width())


def test_the_focus_has_its_own_edge(theme, shown, editor, qtbot):
    shown(editor)
    before = theme.tokens.focus.name() in colours_in(editor)
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)

    assert not before
    assert theme.tokens.focus.name() in colours_in(editor)


def test_another_look_repaints_the_editor(theme, shown, editor):
    shown(editor)
    before = editor.grab().toImage()
    theme.set_look("dark")

    assert editor.grab().toImage() != before


@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
def test_what_is_pasted_is_plain(theme, qtbot, words):
    edit = TextEdit(theme)
    qtbot.addWidget(edit)
    brought = QMimeData()
    brought.setHtml("<b>bold</b><img src='/etc/passwd'>")
    brought.setText(words)
    edit.insertFromMimeData(brought)

    assert "\x00" not in edit.toPlainText()
    assert "\u202e" not in edit.toPlainText()


def test_pasting_only_markup_pastes_nothing_rich(theme, qtbot):
    edit = TextEdit(theme)
    qtbot.addWidget(edit)
    brought = QMimeData()
    brought.setImageData(None)
    edit.insertFromMimeData(brought)

    assert edit.toPlainText() == ""


def test_tab_leaves_a_text(theme):
    assert TextEdit(theme).tabChangesFocus()


def test_rows_ask_for_their_height(theme):
    assert TextEdit(theme, rows=8).sizeHint().height() > TextEdit(theme, rows=3).sizeHint().height()


def test_a_search_is_emptied_by_escape_and_by_its_cross(theme, shown, qtbot):
    box = shown(SearchBox(theme, "Search…", "Ctrl K"))
    assert box.accessibleName() == "Search"

    box.setText("brioche")
    with qtbot.waitSignal(box.cleared):
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_a_question_mark_stands_beside_the_label_it_explains(theme, shown):
    mark = ExplainButton(theme, "App password", "A second password.")
    field = shown(Field(theme, "App password", LineEdit(theme), explained=mark))

    assert mark.geometry().bottom() < field.editor.geometry().top()
