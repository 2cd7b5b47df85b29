"""The places of the rail: each has a name, an icon and a key of its own."""

from desktop.ui.rail import Rail
from desktop.views.places import PLACES, add_places


def test_every_place_stands_in_the_rail(theme, shown):
    rail = shown(Rail(theme))
    add_places(rail)

    names = [rail.findChild(object, f"place-{key}").text() for key in (*PLACES, "accounts", "look")]

    assert names == ["Home", "Mentions", "Digest", "Bookmarks", "Outbox", "Accounts", "Settings"]
