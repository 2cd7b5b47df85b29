"""The settings page: its sections, and what they hand on."""

import pytest
from PySide6.QtCore import QSize
from screens import heard, press, read, settle


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("accounts", "Connected accounts"),
        ("privacy", "Load pictures from other servers"),
        ("look", "Size of text"),
        ("about", "Crieur 0.0.9"),
    ],
)
def test_each_section_is_opened_from_the_list(settings, key, words):
    chosen = heard(settings.section_chosen)

    press(settings, f"section-{key}")

    assert chosen == [(key,)]
    assert words in read(settings)
    current = [each for each, item in settings._items.items() if item.is_current]
    assert current == [key]


def test_one_section_is_shown_at_a_time(settings):
    settings.open_section("about")

    assert "Connected accounts" not in read(settings)


def test_what_the_sections_ask_for_is_handed_on(settings):
    asked, chosen = heard(settings.connect_asked), heard(settings.language_chosen)

    settings.open_section("accounts")
    press(settings, "connectAccount")
    settings.open_section("look")
    settings._panes["look"].findChild(object, "language").activated.emit(0)

    assert len(asked) == 1
    assert chosen == [("system",)]


def test_the_file_is_looked_at_each_time_the_settings_open(settings):
    settings.open_section("data")

    assert "/data/crieur.db" in read(settings)


@pytest.mark.parametrize(("width", "is_narrow"), [(700, True), (1000, False)])
def test_the_list_is_icons_where_the_page_is_narrow(settings, width, is_narrow):
    settings.setMinimumSize(QSize(0, 0))
    settings.resize(width, 600)

    assert (settings._list.width() < 100) is is_narrow
    assert (settings._items["privacy"].toolTip() == "Privacy") is is_narrow


def test_a_low_window_scrolls_the_names_of_the_sections_to_the_open_one(settings):
    settings.setMinimumSize(0, 0)
    settings.resize(700, 320)
    settle()

    settings.open_section("about")
    settle()

    item = settings._items["about"]
    assert item.height() == item.sizeHint().height()
    assert not item.visibleRegion().isEmpty()
