"""The list of all options says what the sections show, word for word, and leaves none out."""

from screens import settle

from desktop.ui.setting_rows import SettingRow
from desktop.views.settings.option_index import options, sections
from desktop.views.settings.settings import Settings

IN_NO_ROW = {"Test the keyring"}
"""What stands in a section as a button of its own."""
NO_CHOICE = {"Crieur 0.0.9", "No copy yet"}
"""Rows that say how things are."""


def rows_of(settings: Settings, section: str) -> set[str]:
    settings.open_section(section)
    settle()
    return {row.title for row in settings._panes[section].findChildren(SettingRow)}


def test_the_sections_are_those_of_the_page_in_their_order(settings):
    shown = [(key, item.text()) for key, item in settings._items.items()]

    assert [(section.key, section.name) for section in sections()] == shown


def test_every_row_is_listed_and_every_listed_row_is_there(settings):
    shown, listed = {}, {}
    for section in sections():
        shown[section.key] = rows_of(settings, section.key) - NO_CHOICE
        titles = {option.title for option in options() if option.section == section.key}
        listed[section.key] = titles - IN_NO_ROW

    assert listed == shown


def test_an_option_is_shown_with_the_keyboard_at_its_control(settings, qtbot):
    settings.activateWindow()
    settings.resize(900, 320)
    settle()

    settings.show_option("look", "Language")

    pane = settings._panes["look"]
    language = pane.findChild(object, "language")
    qtbot.waitUntil(lambda: settings.focusWidget() is language)
    place = language.mapTo(pane.viewport(), language.rect().center())
    assert pane.viewport().rect().contains(place)


def test_an_option_that_is_not_there_leads_to_its_section(settings):
    settings.show_option("accounts", "Test the keyring")
    settle()

    assert settings._items["accounts"].is_current


def test_a_row_without_a_control_takes_no_focus(settings, qtbot):
    before = settings.focusWidget()
    settings.show_option("about", "Playing videos")
    settle()

    assert settings.focusWidget() is before
