"""The table of records: sorted, chosen and read out."""

from dataclasses import dataclass

import pytest
from painted import colours_in
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from desktop.ui.record_model import Column
from desktop.ui.record_table import RecordTable


@dataclass(frozen=True)
class Payment:
    who: str
    state: str
    tone: str
    fee: float | None


LEA = Payment("Léa", "Paid", "ok", 90)
KARIM = Payment("Karim", "Proof not found", "warn", 45)
INES = Payment("Inès", "PayPal refused", "danger", None)
COLUMNS = (
    Column("Influencer", lambda each: each.who, lambda each: each.who),
    Column("State", lambda each: each.state, tone=lambda each: each.tone),
    Column("Fee", lambda each: f"{each.fee} €", lambda each: each.fee, is_figure=True),
)


@pytest.fixture
def table(theme, shown) -> RecordTable:
    made = RecordTable(theme, "Payments", COLUMNS, is_whole=True)
    made.show_records([LEA, KARIM, INES])
    shown(made)
    made.resize(640, made.sizeHint().height())
    return made


def order(table: RecordTable) -> list[Payment]:
    return [table.records.record(row) for row in range(table.records.rowCount())]


def press_title(table: RecordTable, column: int) -> None:
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 12, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_title_sorts_and_pressed_again_sorts_the_other_way(table):
    press_title(table, 2)
    assert order(table) == [KARIM, LEA, INES]

    press_title(table, 2)
    assert order(table) == [LEA, KARIM, INES], "what nobody knows stands last both ways"


def test_a_title_that_does_not_sort_changes_nothing(table):
    press_title(table, 1)

    assert order(table) == [LEA, KARIM, INES]


def test_the_keyboard_reaches_the_titles_and_sorts_by_them(table):
    header = table.horizontalHeader()
    header.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(header, Qt.Key.Key_Right)
    QTest.keyClick(header, Qt.Key.Key_Right)
    QTest.keyClick(header, Qt.Key.Key_Space)

    assert order(table)[0] == KARIM
    assert header.accessibleName() == "Columns"


def test_the_chosen_row_stays_chosen_while_rows_move(table):
    table.setCurrentIndex(table.records.index(0, 0))

    press_title(table, 0)
    assert table.chosen == LEA

    table.show_records([INES, LEA])
    assert table.chosen == LEA
    assert order(table) == [INES, LEA]


def test_enter_and_a_double_click_open_a_row(table):
    opened = []
    table.opened.connect(opened.append)
    table.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)

    assert opened == [KARIM]


def test_tab_leads_out_of_the_rows(table):
    assert not table.tabKeyNavigation()


def test_the_pointer_lights_up_one_row(table, theme):
    rect = table.visualRect(table.records.index(1, 0))

    QTest.mouseMove(table.viewport(), rect.center())

    assert table.hovered_row == 1
    assert theme.tokens.hover.name() in colours_in(table.viewport())
    table._hover(-1)
    assert theme.tokens.hover.name() not in colours_in(table.viewport())


@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_ground_is_the_theme_s(table, theme, look):
    theme.set_look(look)
    table.setCurrentIndex(table.records.index(0, 0))
    seen = colours_in(table)

    for token in ("surface", "selected", "border", "ok_soft", "warn_soft", "danger_soft"):
        assert theme.tokens.named(token).name() in seen, token


def test_a_row_is_heard_whole_and_a_cell_with_its_title(table):
    heard = table.records.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    cell = table.records.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)

    assert heard == "Influencer: Léa, State: Paid, Fee: 90 €"
    assert cell == "Fee: 90 €"


def test_a_screen_reader_is_told_the_role_and_how_the_rows_are_sorted(table):
    press_title(table, 2)
    told = QAccessible.queryAccessibleInterface(table)
    names = [told.child(at).text(QAccessible.Text.Name) for at in range(told.childCount())]

    assert told.role() == QAccessible.Role.Table
    assert told.text(QAccessible.Text.Name) == "Payments"
    assert "Fee, sorted from the least to the most" in names


def test_titles_and_figures_are_never_cut(table, theme):
    for percent in (100, 150):
        theme.set_text_size(percent)
        table.resize(900, table.sizeHint().height())
        for column in range(len(COLUMNS)):
            assert table.columnWidth(column) >= table.sizeHintForColumn(column)
            header = table.horizontalHeader()
            assert header.sectionSize(column) >= header.sectionSizeFromContents(column).width()
    theme.set_text_size(100)


def test_a_whole_table_is_as_high_as_its_rows(table, theme):
    assert table.sizeHint().height() == theme.px(36) + 3 * theme.px(44)

    table.show_records([LEA])

    assert table.sizeHint().height() == theme.px(36) + theme.px(44)


def test_a_stranger_s_words_stay_on_one_line_and_plain(table):
    table.show_records([Payment("a\nb\x00 <b>c</b>", "", "", 1)])

    assert table.records.index(0, 0).data() == "a b <b>c</b>"
