"""The index of names is in step with the people, whatever is saved in which order."""

import sqlite3
from contextlib import closing
from dataclasses import replace

from fakes import START
from hypothesis import given, settings
from hypothesis import strategies as st
from stored import author

from desktop.services.storage import authors
from desktop.services.storage.migrations import MIGRATIONS, migrate

NAMES = st.sampled_from(["", "Ana", "Éléa", "Bo Bo", "\ud800\0"])
PEOPLE = st.lists(
    st.builds(
        lambda who, name, handle: replace(author(who), name=name, handle=handle),
        st.sampled_from(["a", "b", "c"]),
        NAMES,
        NAMES,
    ),
    max_size=4,
)


@given(st.lists(PEOPLE, max_size=4))
@settings(max_examples=40)
def test_the_index_is_what_a_new_one_would_be(saved):
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, START, MIGRATIONS)
        for people in saved:
            authors.save_authors(connection, people)
        connection.execute(
            "INSERT INTO author_fts (author_fts, rank) VALUES ('integrity-check', 1)"
        )
