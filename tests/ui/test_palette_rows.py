"""The lines of a palette: groups, headings, and what a screen reader is told of them."""

from PySide6.QtCore import Qt

from desktop.ui.palette_rows import AT_MOST, OFFERED, Found, PaletteModel, in_groups


def row(text: str, group: str = "Actions", **about: object) -> Found:
    return Found(text, group, "search", text, lambda: None, **about)


def texts(found) -> list[str]:
    return [each.text for each in found]


def test_the_group_with_the_best_row_comes_first_and_its_best_row_on_top():
    found = [row("a", rank=2), row("b", "Places", rank=1), row("c", rank=2), row("d", "Places")]

    assert texts(in_groups(found)) == ["d", "b", "a", "c"]


def test_what_is_equally_good_stays_in_order():
    found = [row("a"), row("b", "Places"), row("c"), row("d", "Places")]

    assert texts(in_groups(found)) == ["a", "c", "b", "d"]


def test_a_long_group_is_cut_but_offers_nothing_less():
    found = [row(str(number)) for number in range(AT_MOST + 3)] + [row("offer", rank=OFFERED)]

    assert texts(in_groups(found)) == [*map(str, range(AT_MOST)), "offer"]


def test_headings_stand_above_their_rows_and_cannot_be_chosen(qtmodeltester):
    model = PaletteModel()
    model.show([row("a"), row("b", "Places")])
    model.append([row("c", "Places"), row("d", "Posts")])
    model.note("Nothing else")
    qtmodeltester.check(model, force_py=True)

    lines = [model.data(model.index(at)) for at in range(model.rowCount())]
    assert lines == ["Actions", "a", "Places", "b", "c", "Posts", "d", "Nothing else"]
    assert model.rows() == [1, 3, 4, 6]
    assert model.found(0) is None
    assert model.found(99) is None
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags


def test_a_row_is_said_with_its_detail_and_its_keys():
    model = PaletteModel()
    model.show([row("New post", detail="about bread", keys="Ctrl N")])
    said = Qt.ItemDataRole.AccessibleTextRole

    assert model.data(model.index(0), said) == "Actions"
    assert model.data(model.index(1), said) == "New post, about bread, Ctrl N"
