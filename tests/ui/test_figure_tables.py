"""A small table to read: words at the beginning, figures at the end of each row."""

from screens import settle

from desktop.ui.cards import Rule
from desktop.ui.figure_tables import FigureTable
from desktop.ui.labels import Label


def cells(table: FigureTable) -> list[str]:
    settle()
    return [label.text() for label in table.findChildren(Label)]


def test_it_shows_heads_and_rows(theme, shown):
    table = shown(FigureTable(theme, "What", "Number", "Sum"))
    table.show_rows([("Posts read", "3", "0.015 $"), ("Counts", "1", "0.005 $")])

    assert cells(table)[:3] == ["What", "Number", "Sum"]
    assert cells(table)[3:] == ["Posts read", "3", "0.015 $", "Counts", "1", "0.005 $"]
    assert len(table.findChildren(Rule)) == 2


def test_other_rows_take_the_place_of_the_former(theme, shown):
    table = shown(FigureTable(theme, "What", "Sum"))
    table.show_rows([("Posts read", "1 $")])
    table.show_rows([("Posts published", "2 $"), ("Counts", "3 $")])

    assert cells(table) == ["What", "Sum", "Posts published", "2 $", "Counts", "3 $"]


def test_figures_end_below_one_another_and_words_wrap(theme, shown):
    table = shown(FigureTable(theme, "What", "Sum"))
    table.show_rows(
        [("Posts published with a link that leads far away " * 3, "0.20 $"), ("A", "1 $")]
    )
    table.resize(300, 400)
    settle()

    labels = {label.text(): label for label in table.findChildren(Label)}
    edges = {labels[text].geometry().right() for text in ("0.20 $", "1 $", "Sum")}
    assert len(edges) == 1
    assert max(label.height() for label in labels.values()) > labels["A"].height()


def test_each_figure_is_heard_with_what_it_counts(theme, shown):
    table = shown(FigureTable(theme, "What", "Number", "Sum"))
    table.show_rows([("Posts read", "3", "0.015 $")])
    told = [each.accessibleName() or each.text() for each in table.findChildren(Label)]

    assert table.accessibleName() == "What"
    assert told[3:] == ["Posts read", "Number, 3", "Sum, 0.015 $"]
