"""The whole walk through the program: what is opened, one after the other, and its screens."""

from collections.abc import Callable

from studio import Studio
from tour import DEMO, FRESH, Screen, as_it_is, refused

Station = tuple[Callable[[], None], dict[str, Screen]]


def stations(studio: Studio) -> tuple[Station, ...]:
    """Return how each workspace is opened and what is to be seen there, in the order of the walk.

    The first one is open as soon as the program is; each of the others opens in its place.
    """
    return (
        (studio.settle, {"first-run": as_it_is}),
        (studio.open_demo, DEMO),
        (studio.open_fresh, FRESH),
        # It opens as often as somebody looks.
        (studio.settle, {"refused": refused}),
    )
