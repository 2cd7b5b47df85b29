"""The deck is found again as it was left, without what is gone."""

from workbench import Workbench

from desktop.services.columns import FIRST, Columns
from desktop.services.domain.columns import Column, ColumnKind


def test_a_new_deck_holds_what_everybody_wants(bench: Workbench):
    assert Columns(bench.rows).all() == FIRST
    assert not Columns(bench.rows).are_shown


def test_columns_are_kept_in_their_order(bench: Workbench):
    wanted = (
        Column(ColumnKind.SEARCH, what="brioche Lyon"),
        Column(ColumnKind.HOME, bench.account.id),
        Column(ColumnKind.PERSON, bench.account.id, "did:anna", "Anna", "bluesky"),
    )
    Columns(bench.rows).keep(wanted)
    Columns(bench.rows).show(True)

    assert Columns(bench.rows).all() == wanted
    assert Columns(bench.rows).are_shown


def test_an_empty_deck_stays_empty(bench: Workbench):
    Columns(bench.rows).keep(())
    assert Columns(bench.rows).all() == ()


def test_columns_of_a_disconnected_account_go_with_it(bench: Workbench):
    Columns(bench.rows).keep((Column(ColumnKind.MENTIONS), Column(ColumnKind.HOME, 7)))
    assert Columns(bench.rows).all() == (Column(ColumnKind.MENTIONS),)


def test_a_kind_from_a_later_version_is_passed_over(bench: Workbench):
    bench.rows.settings.put("deck", [["hologram", 0, "", "", ""], ["mentions", 0, "", "", ""], []])
    assert Columns(bench.rows).all() == (Column(ColumnKind.MENTIONS),)
