"""Everything is deleted only once the workspace's name was typed."""

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from screens import Stage, find, heard, open_dialog, press, read

from desktop.views.settings.data_section import DataSection
from desktop.views.settings.delete_dialog import DeleteDialog


@pytest.fixture
def section(stage: Stage, shown) -> DataSection:
    made = DataSection(stage.theme, stage.session, stage.hub, stage.tasks)
    made.setMinimumWidth(760)
    return shown(made)


def test_everything_is_deleted_only_once_its_name_was_typed(section, stage):
    errands = heard(section.errand_asked)

    press(section, "deleteEverything")
    dialog = open_dialog(section, DeleteDialog)
    assert "Delete everything in My shop?" in read(dialog)
    assert not find(dialog, "verb").isEnabled()
    field = find(dialog, "typedName", QLineEdit)
    for wrong in ("My", "My shop 2", " "):
        field.setText(wrong)
        assert not find(dialog, "verb").isEnabled()
    field.setText(" my  SHOP ")
    press(dialog, "verb")

    ((errand,),) = errands
    assert not errand.reopens
    assert not errand.can_stop
    errand.work(lambda _done, _whole: None, lambda: False)
    assert stage.hub.custody.done == [("delete", "my-shop")]


def test_a_deletion_that_is_left_deletes_nothing(section):
    errands = heard(section.errand_asked)

    press(section, "deleteEverything")
    dialog = open_dialog(section, DeleteDialog)
    find(dialog, "typedName", QLineEdit).setText("My shop")
    press(dialog, "cancel")

    assert errands == []


def test_posts_that_would_never_leave_are_counted(theme, shown):
    parent = shown(QWidget())

    assert "in the outbox will never leave" in read(DeleteDialog(theme, "Garage", 2, parent))
    assert "outbox" not in read(DeleteDialog(theme, "Garage", 0, parent))


def test_a_name_is_no_markup(theme, shown):
    parent = shown(QWidget())
    dialog = DeleteDialog(theme, "<b>Garage</b>", 0, parent)

    assert "<b>Garage</b>" in read(dialog)
    find(dialog, "typedName", QLineEdit).setText("<b>garage</b>")
    assert find(dialog, "verb").isEnabled()
