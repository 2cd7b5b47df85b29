"""Turn rows into a CSV table whose cells no spreadsheet takes for formulas."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Cell = str | int | Decimal


def table(head: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    """Return a CSV text; numbers stay numbers, words that look like a formula get an apostrophe."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([neutral(cell) for cell in head])
    for row in rows:
        writer.writerow([_written(cell) for cell in row])
    return text.getvalue()


def neutral(text: str) -> str:
    """Return words that a spreadsheet shows as they are and never works out."""
    text = text.replace("\0", "")
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA_STARTS) else text


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return neutral(cell)
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
