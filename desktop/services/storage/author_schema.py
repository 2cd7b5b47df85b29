"""The index of the names of people, as it was released; frozen."""

STATEMENTS = (
    # Without triggers, like the words of posts: `author_index.py` keeps it in step.
    """CREATE VIRTUAL TABLE author_fts USING fts5 (
        name, handle, content='author', content_rowid='id',
        tokenize='unicode61 remove_diacritics 2'
    )""",
    "INSERT INTO author_fts (author_fts) VALUES ('rebuild')",
)
