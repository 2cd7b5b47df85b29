"""The tables of mutes, blocks and gathered lists, as they were released; frozen."""

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
    """CREATE TABLE blocked (
        author_id INTEGER NOT NULL REFERENCES author (id) ON DELETE CASCADE,
        account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        act_id TEXT NOT NULL,
        PRIMARY KEY (author_id, account_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX blocked_account ON blocked (account_id)",
    """CREATE VIEW hidden_person AS
        SELECT network, value AS native_id FROM mute WHERE kind = 'person'
        UNION SELECT a.network, a.native_id
            FROM blocked b CROSS JOIN author a ON a.id = b.author_id""",
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
