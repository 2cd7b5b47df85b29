import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.storage.search_words import letters, match_expression

HOSTILE = [
    *('"', "c++", "#promo", "covid-19", "l'été", "NEAR(a b", "((((", "*", "a AND", "NOT", "-"),
    *("text:", "{text} : a", 'a" OR "b'),
]


@pytest.fixture(scope="module")
def words():
    with sqlite3.connect(":memory:") as memory:
        memory.execute(
            "CREATE VIRTUAL TABLE words USING fts5 (text, tokenize='unicode61 remove_diacritics 2')"
        )
        memory.executemany(
            "INSERT INTO words VALUES (?)",
            [
                ("fresh bread and cake",),
                ("bread without salt",),
                ("L'été à Crémieu",),
                ("C++ now",),
            ],
        )
        yield memory
    memory.close()


def found(words: sqlite3.Connection, typed: str) -> list[int]:
    expression = match_expression(typed)
    if not expression:
        return []
    sql = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid"
    return [row[0] for row in words.execute(sql, (expression,))]


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_questions_are_never_an_error(words: sqlite3.Connection, typed: str):
    found(words, typed)


@given(st.text(max_size=60) | st.text(alphabet='ab"-*()^:{}+ ANDORT', max_size=40))
def test_nothing_that_can_be_typed_is_an_error(words: sqlite3.Connection, typed: str):
    found(words, typed.replace("\ud800", ""))


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("bread", [1, 2]),
        ("BREAD cake", [1]),
        ("cake bread", [1]),
        ('"bread and"', [1]),
        ('"and bread"', []),
        ("bread -salt", [1]),
        ('bread -"without salt"', [1]),
        ("-salt", []),
        ("bre", [1, 2]),
        ("bre cake", []),
        ("ete", [3]),
        ("l'été", [3]),
        ("cremieu", [3]),
        ("c++", [4]),
        ("((((", []),
        ("", []),
        ('"bread', [1, 2]),
        ("bread OR", []),
    ],
)
def test_words_are_found_as_people_expect(words: sqlite3.Connection, typed: str, rows: list[int]):
    assert found(words, typed) == rows


def test_a_very_long_question_is_cut():
    assert match_expression("word " * 10_000).count("word") == 20


def test_only_letters_and_digits_are_looked_for():
    assert letters("été") == 3
    assert letters("--7") == 1
    assert letters("🥐 !?") == 0
