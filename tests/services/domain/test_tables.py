"""Tables for spreadsheets: numbers stay numbers, nothing is worked out."""

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.tables import neutral, table


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+33 1 23",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\u00a0=1",
        "＝1",
        "=cmd|' /C calc'!A0",
    ],
)
def test_what_looks_like_a_formula_is_shown_as_it_is(cell: str):
    assert neutral(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Pain", "1=1", "a@b", "'=1", "é"])
def test_other_words_are_left_alone(cell: str):
    assert neutral(cell) == cell


def test_numbers_stay_numbers():
    made = table(
        ["a", "=b"], [[1, Decimal("-0.005")], ["x,y\nz", Decimal(2)], [0, Decimal("1E-6")]]
    )

    assert list(csv.reader(io.StringIO(made, newline=""))) == [
        ["a", "'=b"],
        ["1", "-0.005"],
        ["x,y\nz", "2"],
        ["0", "0.000001"],
    ]


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5))
def test_every_cell_is_read_back_and_none_begins_a_formula(rows: list[list[str]]):
    read = list(csv.reader(io.StringIO(table(["a", "b"], rows), newline="")))

    assert read[1:] == [[neutral(cell) for cell in row] for row in rows]
    assert not any(cell.startswith(tuple("=+-@\t\r\n")) for row in read for cell in row)
