"""The dialog offers what the accounts can do, and says what it needs to know."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from columns_scene import connect_paid, turn_off
from fake_server import arrival, author
from feed_scene import Scene
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from screens import find, heard, offers, press, read, settle

from desktop.services.domain.account import Cap
from desktop.services.domain.columns import Column, ColumnKind
from desktop.services.domain.errors import Unreachable
from desktop.views.feed.add_column_dialog import AddColumnDialog

Open = Callable[..., AddColumnDialog]


@pytest.fixture
def open_for(scene: Scene) -> Open:
    """Open the dialog on a kind of column."""

    def opened(kind: ColumnKind) -> AddColumnDialog:
        stage = scene.stage
        dialog = AddColumnDialog(stage.theme, stage.session, stage.book, stage.tasks, scene.window)
        dialog.open()
        box = find(dialog, "columnKind", QComboBox)
        box.setCurrentIndex(box.findData(kind.value))
        settle()
        return dialog

    return opened


def choose_account(dialog: AddColumnDialog, account_id: int) -> None:
    box = find(dialog, "columnAccount", QComboBox)
    box.setCurrentIndex(box.findData(account_id))
    settle()


def add(dialog: AddColumnDialog, words: str = "") -> list[Column]:
    """Type, press the verb, and return which columns were chosen."""
    chosen = heard(dialog.chosen)
    if words:
        find(dialog, "columnWords", QLineEdit).setText(words)
    press(dialog, "Add the column")
    settle()
    return [column for (column,) in chosen]


@pytest.mark.parametrize("kind", ["home", "mentions", "activity"])
def test_what_needs_no_words_is_added_at_once(open_for: Open, kind: str):
    dialog = open_for(ColumnKind(kind))

    assert add(dialog) == [Column(ColumnKind(kind))]
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("kind", "typed", "what"),
    [("search", "  fresh bread ", "fresh bread"), ("tag", "#Lyon food", "Lyon")],
)
def test_words_are_taken_as_the_kind_needs_them(open_for: Open, kind: str, typed: str, what: str):
    assert add(open_for(ColumnKind(kind)), typed) == [Column(ColumnKind(kind), what=what)]


@pytest.mark.parametrize("kind", ["search", "tag", "person"])
def test_without_words_the_field_says_what_is_missing(open_for: Open, kind: str):
    dialog = open_for(ColumnKind(kind))

    assert add(dialog, " # ") == []
    assert "Type what the column should look for." in read(dialog)
    assert dialog.isVisible()


def test_one_account_can_be_chosen(scene: Scene, second, open_for: Open):
    dialog = open_for(ColumnKind.HOME)
    choose_account(dialog, second.id)

    assert add(dialog) == [Column(ColumnKind.HOME, second.id)]


def test_the_lists_of_the_account_are_offered(scene: Scene, open_for: Open):
    scene.server.lists |= {"bakers": set(), "press": set()}
    dialog = open_for(ColumnKind.LIST)
    box = find(dialog, "columnList", QComboBox)
    assert [box.itemText(row) for row in range(box.count())] == ["Bakers", "Press"]
    box.setCurrentIndex(1)

    assert add(dialog) == [Column(ColumnKind.LIST, scene.account.id, "press", "Press")]


def test_an_account_without_lists_says_where_they_are_made(open_for: Open):
    dialog = open_for(ColumnKind.LIST)
    assert "This account has no list." in read(dialog)

    assert add(dialog) == []
    assert "Choose a list." in read(dialog)


def test_lists_that_cannot_be_loaded_are_told(scene: Scene, open_for: Open):
    scene.server.fail("lists", Unreachable())
    dialog = open_for(ColumnKind.LIST)

    assert "@shop.test" in dialog._list_field.problem


def test_a_person_is_looked_up_by_handle(scene: Scene, open_for: Open):
    scene.server.write(arrival(1))
    found = add(open_for(ColumnKind.PERSON), "@anna.test")

    assert found == [Column(ColumnKind.PERSON, scene.account.id, "did:anna", "Anna", "bluesky")]


def test_a_person_who_is_not_there_is_told(open_for: Open):
    dialog = open_for(ColumnKind.PERSON)

    assert add(dialog, "@nobody.test") == []
    assert dialog._words_field.problem
    assert dialog.verb_button.isEnabled()


def test_a_person_without_a_name_is_called_by_the_handle(scene: Scene, open_for: Open):
    scene.server.people["did:li"] = replace(author("li"), name="")
    (column,) = add(open_for(ColumnKind.PERSON), "li.test")

    assert column.name == "li.test"


def test_what_no_account_offers_cannot_be_added(scene: Scene, open_for: Open):
    turn_off(scene, scene.account, Cap.LISTS)
    dialog = open_for(ColumnKind.LIST)

    assert "None of your accounts offers this." in read(dialog)
    assert not dialog.verb_button.isEnabled()


def test_an_account_that_costs_money_says_so_before_it_is_asked(scene: Scene, open_for: Open):
    paid = connect_paid(scene)
    server = scene.stage.bench.registry.server(paid.server)
    server.lists["bakers"] = set()
    server.people["did:claire"] = author("claire", "x")
    dialog = open_for(ColumnKind.LIST)
    choose_account(dialog, paid.id)
    assert server.called("lists") == 0
    assert find(dialog, "loadLists").text().startswith("Ask X for your lists, at most ")
    press(dialog, "loadLists")
    assert add(dialog) == [Column(ColumnKind.LIST, paid.id, "bakers", "Bakers")]

    dialog = open_for(ColumnKind.PERSON)
    choose_account(dialog, paid.id)

    assert not offers(dialog, "loadLists")
    assert "Looking this person up costs at most " in read(dialog)
    dialog.reject()


def test_lists_that_come_too_late_are_not_offered(scene: Scene, open_for: Open):
    scene.server.lists["bakers"] = set()
    dialog = open_for(ColumnKind.LIST)
    dialog._kind.setCurrentIndex(0)
    dialog._on_lists(scene.account.id, ())

    assert dialog._list_field.problem == ""
    dialog.reject()


def test_enter_adds_the_column_wherever_the_keyboard_is(open_for: Open):
    dialog = open_for(ColumnKind.MENTIONS)
    chosen = heard(dialog.chosen)
    box = find(dialog, "columnKind", QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert [column.kind for (column,) in chosen] == [ColumnKind.MENTIONS]


def test_a_kind_with_fewer_fields_leaves_no_gap(open_for: Open):
    dialog = open_for(ColumnKind.LIST)
    taller = dialog.height()
    box = find(dialog, "columnKind", QComboBox)
    box.setCurrentIndex(box.findData(ColumnKind.MENTIONS.value))
    settle()

    assert dialog.height() < taller
    assert dialog.height() == dialog.sizeHint().height()
