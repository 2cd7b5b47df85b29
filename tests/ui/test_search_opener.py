"""What opens the palette from a page's bar: its words, its keys, and how it gives room up."""

import pytest
from painted import colours_in
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from screens import settle

from desktop.ui.panes import Header
from desktop.ui.search_opener import BARE, WHOLE, WITHOUT_KEYS, SearchOpener


@pytest.fixture
def header(shown, theme) -> Header:
    made = Header(theme, "Accounts and settings")
    made.resize(900, 64)
    shown(made)
    made.resize(900, 64)
    settle()
    return made


@pytest.fixture
def opener(header, theme) -> SearchOpener:
    made = SearchOpener(theme, header, "Ctrl K")
    settle()
    return made


def test_it_is_a_button_that_says_what_it_does_and_its_keys(opener):
    spoken = QAccessible.queryAccessibleInterface(opener)

    assert spoken.role() == QAccessible.Role.Button
    assert spoken.text(QAccessible.Text.Name) == "Search or jump to"
    assert "Ctrl K" in opener.toolTip()
    assert opener.width() == 244
    opener.set_keys("")
    assert "Ctrl" not in opener.toolTip()


def test_it_gives_up_its_keys_and_then_its_words_before_the_title_is_cut(opener, header):
    title = header.title.sizeHint().width()
    forms = []
    for width in range(900, 300, -20):
        header.resize(width, 64)
        settle()
        forms.append(opener.form)
        assert header.title.width() >= title
        assert opener.geometry().right() < width
    assert sorted(set(forms)) == [WHOLE, WITHOUT_KEYS, BARE]
    assert forms == sorted(forms)


def test_it_makes_room_for_what_joins_the_bar(opener, header):
    joined = QWidget()
    joined.setFixedSize(400, 20)
    header.row.insertWidget(1, joined)
    settle()
    assert opener.form != WHOLE

    joined.hide()
    settle()
    assert opener.form == WHOLE


@pytest.mark.parametrize("width", [900, 430, 330])
def test_it_is_painted_in_every_form(opener, header, theme, width):
    header.resize(width, 64)
    settle()

    assert theme.tokens.control.name() in colours_in(opener)
    opener.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert theme.tokens.control.name() in colours_in(opener)
    opener.setFocus(Qt.FocusReason.TabFocusReason)
    opener.setDown(True)
    assert theme.tokens.focus.name() in colours_in(opener)
