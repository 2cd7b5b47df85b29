"""The tables of mutes and of gathered lists, as they were released; frozen."""

STATEMENTS = (
    """CREATE TABLE mute (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        network TEXT NOT NULL,
        value TEXT NOT NULL,
        label TEXT NOT NULL,
        created_ms INTEGER NOT NULL,
        UNIQUE (kind, network, value)
    ) STRICT""",
    # Tables of their own rather than columns: muting somebody with thousands of posts touches a
    # few pages here, and thousands there.
    """CREATE TABLE muted_post (
        post_id INTEGER PRIMARY KEY REFERENCES post (id) ON DELETE CASCADE
    ) STRICT""",
    """CREATE TABLE muted_item (
        item_id INTEGER PRIMARY KEY REFERENCES feed_item (id) ON DELETE CASCADE
    ) STRICT""",
    "CREATE INDEX feed_item_reposter ON feed_item (reposter_id) WHERE reposter_id <> 0",
    """CREATE TABLE gathered (
        key TEXT NOT NULL,
        post_id INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
        PRIMARY KEY (key, post_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX gathered_post ON gathered (post_id)",
)
