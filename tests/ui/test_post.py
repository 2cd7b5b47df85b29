"""The small values of the timeline: cards, settings and moments."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QRect
from timeline_entries import CLAIRE, NOW, entry, gap, post

from desktop.services.domain.account import Cap
from desktop.ui.post_card import Card, Corners, Face, Photo, Prose, Words, Zone
from desktop.ui.post_moments import is_likely, moment_of
from desktop.ui.post_settings import PostSettings
from desktop.ui.post_sheet import Measures
from desktop.ui.theme import Theme


def card() -> Card:
    return Card(
        None,
        100,
        50,
        (
            Face(QRect(10, 5, 20, 20), "", "", ""),
            Words(QRect(40, 0, 10, 10), "a", "body", "text"),
            Photo(QRect(0, 0, 50, 10), "", Corners(True, False, False, True), Prose(QRect(), ())),
        ),
        (
            Zone("open", (QRect(0, 0, 100, 50),)),
            Zone("tag:x", (QRect(10, 0, 10, 10), QRect(0, 10, 10, 10))),
        ),
        dot=QRect(0, 0, 4, 4),
    )


def test_mirrored_twice_is_as_before():
    assert card().mirrored().mirrored() == card()


def test_mirroring_turns_left_into_right():
    turned = card().mirrored()

    assert turned.parts[0].box == QRect(70, 5, 20, 20)
    assert turned.parts[2].corners == Corners(False, True, True, False)
    assert turned.zones[1].boxes == (QRect(80, 0, 10, 10), QRect(90, 10, 10, 10))
    assert turned.dot == QRect(96, 0, 4, 4)


@pytest.mark.parametrize(
    ("x", "y", "zone"), [(12, 5, 1), (5, 15, 1), (25, 5, 0), (99, 49, 0), (100, 5, -1), (5, 50, -1)]
)
def test_the_zone_laid_last_is_found_first(x, y, zone):
    assert card().zone_at(x, y) == zone


@pytest.mark.parametrize(
    ("claimed", "expected"),
    [
        (NOW - timedelta(days=3_000), True),
        (NOW + timedelta(hours=3), True),
        (NOW + timedelta(days=2), False),
        (datetime(1, 1, 1, tzinfo=UTC), False),
        (datetime(9999, 12, 31, tzinfo=UTC), False),
    ],
)
def test_a_claimed_time_is_believed_only_if_it_can_be_true(claimed, expected):
    shown = entry()
    odd = replace(shown, post=replace(shown.post, created_at=claimed))

    assert is_likely(claimed, NOW) is expected
    assert moment_of(odd, NOW) == (claimed if expected else shown.at)


def test_a_gap_happened_when_it_arrived():
    assert moment_of(gap(9), NOW) == NOW - timedelta(minutes=9)


def test_a_setting_holds_what_the_look_depends_on(qapp):
    settings = PostSettings()
    settings.set_now(NOW)
    shown = entry()
    free = settings.of(shown, 0, [shown.id])
    settings.can = lambda of: Cap.LIKE
    settings.depths, settings.focus_id = {shown.id: 3}, shown.id
    settings.revealed.add(shown.id)
    bound = settings.of(shown, 0, [shown.id])

    assert (free.time, free.depth, free.is_in_thread, free.is_revealed) == (
        "4 min",
        0,
        False,
        False,
    )
    assert Cap(free.can) & Cap.REPLY
    assert Cap(bound.can) == Cap.LIKE
    assert (bound.depth, bound.is_in_thread, bound.is_focus, bound.is_revealed) == (3, *[True] * 3)


def test_a_gap_knows_its_neighbours_by_their_ids(qapp):
    newer, missing, older = entry(post(minutes=1)), gap(5), entry(post(minutes=9))
    ids = [newer.id, missing.id, older.id]
    settings = PostSettings()
    both = settings.of(missing, 1, ids)
    first = settings.of(missing, 0, ids[1:])

    assert both.newer_ms == newer.at.timestamp() * 1000
    assert both.older_ms == older.at.timestamp() * 1000
    assert first.newer_ms == 0


def test_measures_agree_with_the_type_and_elide_only_what_is_too_wide(qapp):
    measures = Measures(Theme())
    width = measures.width("Boulangerie", "strong")

    assert measures.width("", "strong") == 0
    assert measures.elided("Boulangerie", "strong", width) == "Boulangerie"
    assert measures.elided("Boulangerie", "strong", width - 5).endswith("…")
    assert measures.width(CLAIRE.name, "strong") > measures.width(CLAIRE.name, "small")
