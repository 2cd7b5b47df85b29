"""The rail: words or icons, one place marked, counts seen and said."""

import pytest
from painted import colours_in
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop.ui.rail import Rail
from desktop.ui.rail_items import ConnectionLine, RailItem


@pytest.fixture
def rail(theme, qtbot) -> Rail:
    """Two places and one in the foot."""
    made = Rail(theme)
    made.set_identity("Boulangerie Lumière", "3 accounts")
    made.add_place("home", "house", "Home", "Ctrl+1")
    made.add_place("monitoring", "radar", "Monitoring")
    made.add_place("settings", "settings", "Settings", in_foot=True)
    made.set_place("home")
    made.set_connection("Up to date · 10:42")
    qtbot.addWidget(made)
    made.resize(made.sizeHint().width(), 600)
    made.show()
    return made


def item(rail: Rail, key: str) -> RailItem:
    return rail.findChild(RailItem, f"place-{key}")


def test_words_take_232_pixels_and_icons_64(rail):
    assert rail.sizeHint().width() - 1 == 232

    rail.set_narrow(True)
    assert rail.sizeHint().width() - 1 == 64


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("is_narrow", [False, True])
def test_every_place_is_inside_and_large_enough(rail, theme, percent, is_narrow):
    theme.set_text_size(percent)
    rail.set_narrow(is_narrow)
    rail.resize(rail.sizeHint().width(), 600)

    for each in rail.findChildren(RailItem):
        assert rail.rect().contains(each.geometry())
        assert each.height() >= 32
    assert rail.rect().contains(rail.new_post.geometry())


def test_a_click_tells_which_place(rail, qtbot):
    with qtbot.waitSignal(rail.place_chosen) as told:
        qtbot.mouseClick(item(rail, "monitoring"), Qt.MouseButton.LeftButton)

    assert told.args == ["monitoring"]


def test_only_one_place_is_marked_and_it_is_said(rail):
    rail.set_place("settings")

    assert rail.place == "settings"
    assert [each.is_current for each in rail.findChildren(RailItem)].count(True) == 1
    assert item(rail, "settings").accessibleDescription() == "You are here"
    assert item(rail, "home").accessibleDescription() == ""


def test_the_marked_place_has_a_bar_at_its_start(rail, theme):
    home = item(rail, "home")
    middle = home.grab().toImage().pixelColor(1, home.height() // 2)

    assert middle == theme.tokens.accent
    home.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    end = home.grab().toImage().pixelColor(home.width() - 2, home.height() // 2)
    assert end == theme.tokens.accent


def test_a_count_is_seen_and_said_in_words(rail, theme):
    rail.set_count("monitoring", "14", "14 new mentions", is_alarm=True)
    place = item(rail, "monitoring")

    assert theme.tokens.danger.name() in colours_in(place)
    assert place.accessibleName().endswith("14 new mentions")

    rail.set_narrow(True)
    assert theme.tokens.danger.name() in colours_in(place)
    rail.set_count("monitoring", "")
    assert theme.tokens.danger.name() not in colours_in(place)


def test_icons_alone_say_their_word_in_a_tooltip(rail):
    assert item(rail, "home").toolTip() == "Ctrl+1"

    rail.set_narrow(True)
    assert item(rail, "home").toolTip() == "Home (Ctrl+1)"
    assert rail.new_post.accessibleName() == "New post"
    assert rail.new_post.toolTip() == "New post"

    rail.set_narrow(False)
    assert rail.new_post.text() == "New post"
    assert rail.new_post.toolTip() == ""


def test_a_place_can_be_worded_otherwise(rail):
    rail.set_place_text("home", "Accueil")

    assert item(rail, "home").accessibleName() == "Accueil"


def test_writing_and_switching_are_asked_for(rail, qtbot):
    with qtbot.waitSignal(rail.new_post_asked):
        qtbot.mouseClick(rail.new_post, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(rail.workspace_menu_asked):
        qtbot.keyClick(rail.identity, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("tone", "icon", "token"),
    [
        ("ok", "circle-check", "text2"),
        ("warn", "wifi-off", "warn_text"),
        ("neutral", "eye", "text2"),
    ],
)
def test_the_connection_line_tells_by_word_and_colour(rail, theme, tone, icon, token):
    rail.set_connection("Offline · 2 waiting", tone, icon)
    line = rail.findChild(ConnectionLine)
    spoken = QAccessible.queryAccessibleInterface(line).text(QAccessible.Text.Name)

    assert spoken == "Offline · 2 waiting"
    assert line.textFormat() == Qt.TextFormat.PlainText
    assert theme.tokens.named(token).name() in colours_in(line)


def test_another_look_repaints_the_rail(rail, theme):
    theme.set_look("dark")

    assert theme.tokens.rail.name() in colours_in(rail)
