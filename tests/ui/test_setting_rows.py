"""Rows of settings: the choice is named by its title and explained by its sentence."""

from PySide6.QtGui import QAccessible

from desktop.ui.cards import Rule
from desktop.ui.combos import ComboBox
from desktop.ui.explain import ExplainButton
from desktop.ui.labels import Label
from desktop.ui.setting_rows import SettingCard, SettingRow
from desktop.ui.switches import Switch

TEXT = "Off hides your address from those servers until you click."


def test_the_control_is_named_and_described_by_its_row(theme, shown):
    switch = Switch(theme, "")
    row = shown(SettingRow(theme, "Load pictures from other servers", TEXT, switch))
    heard = QAccessible.queryAccessibleInterface(switch)

    assert heard.text(QAccessible.Text.Name) == "Load pictures from other servers"
    assert heard.text(QAccessible.Text.Description) == TEXT
    assert row.rect().contains(switch.geometry())


def test_a_control_that_has_a_name_keeps_it(theme, shown):
    switch = Switch(theme, "Pictures")
    row = shown(SettingRow(theme, "Load pictures from other servers", TEXT, switch))

    assert switch.accessibleName() == "Pictures"
    row.setText("")
    assert row.isVisible()


def test_rows_of_a_card_are_parted_by_thin_lines(theme, shown):
    rows = [SettingRow(theme, f"Row {number}", TEXT) for number in range(3)]
    card = shown(SettingCard(theme, *rows))

    assert len(card.findChildren(Rule)) == 2
    assert [row.y() for row in rows] == sorted(row.y() for row in rows)


def test_the_title_is_the_label_of_the_first_control(theme, shown):
    choice = ComboBox(theme)
    choice.addItems(["12 months"])
    row = shown(SettingRow(theme, "Keep mentions for", "Older ones go.", choice))
    relations = QAccessible.queryAccessibleInterface(choice).relations()

    assert [
        label.text(QAccessible.Text.Name)
        for label, kind in relations
        if kind == QAccessible.RelationFlag.Label
    ] == [row.title]


def test_another_sentence_is_heard_of_the_control_too(theme, shown):
    switch = Switch(theme, "")
    row = shown(SettingRow(theme, "Load pictures", TEXT, switch))

    row.setText("Kept in \u2068/data\u2069.")
    assert switch.accessibleDescription() == "Kept in /data."


def test_a_question_mark_stands_beside_the_title_it_explains(theme, shown):
    mark = ExplainButton(theme, "Archive", "The file with all your posts.")
    row = shown(SettingRow(theme, "Your earlier posts", "They cost nothing.", explained=mark))
    row.resize(600, row.sizeHint().height())
    title, text = row.findChildren(Label)[:2]

    assert title.geometry().right() < mark.geometry().left()
    assert mark.geometry().bottom() <= text.geometry().top() + 2
    assert mark.accessibleDescription() == "The file with all your posts."
