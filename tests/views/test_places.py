"""The places of the rail: each has a name, an icon and a key of its own."""

from desktop.ui.keymap import Keymap
from desktop.ui.rail import Rail
from desktop.views.designed_keys import DESIGNED
from desktop.views.places import PLACES, add_places


def test_every_place_stands_in_the_rail(theme, shown):
    rail = shown(Rail(theme))
    add_places(rail, Keymap(DESIGNED))

    names = [rail.findChild(object, f"place-{key}").text() for key in (*PLACES, "accounts", "look")]

    assert names == ["Home", "Mentions", "Digest", "Bookmarks", "Outbox", "Accounts", "Settings"]


def test_the_button_that_writes_says_which_keys_do_too(theme, shown):
    rail, keymap = shown(Rail(theme)), Keymap(DESIGNED)
    add_places(rail, keymap)
    assert rail.new_post.toolTip() == "Ctrl N"

    rail.set_narrow(True)
    assert rail.new_post.toolTip() == "New post (Ctrl N)"

    keymap.choose("new_post", "")
    assert rail.new_post.toolTip() == "New post"


def test_a_place_says_which_keys_lead_there_now(theme, shown):
    rail, keymap = shown(Rail(theme)), Keymap(DESIGNED)
    add_places(rail, keymap)
    digest = rail.findChild(object, "place-digest")
    assert digest.toolTip() == "Ctrl 3"
    assert rail.findChild(object, "place-look").toolTip() == "Ctrl ,"

    keymap.choose("digest", "Ctrl+Shift+D")
    assert digest.toolTip() == "Ctrl Shift D"

    keymap.choose("digest", "")
    rail.set_narrow(True)
    assert digest.toolTip() == "Digest"
