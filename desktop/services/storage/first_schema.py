"""The tables of the first released workspace file; frozen, later changes are migrations."""

STATEMENTS = (
    """CREATE TABLE account (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        network TEXT NOT NULL,
        native_id TEXT NOT NULL,
        handle TEXT NOT NULL,
        name TEXT NOT NULL,
        server TEXT NOT NULL,
        avatar_url TEXT NOT NULL,
        caps TEXT NOT NULL,
        limits TEXT NOT NULL,
        may_post INTEGER NOT NULL,
        state TEXT NOT NULL,
        connected_ms INTEGER,
        refreshed_ms INTEGER,
        UNIQUE (network, native_id, server)
    ) STRICT""",
    """CREATE TABLE author (
        id INTEGER PRIMARY KEY,
        network TEXT NOT NULL,
        native_id TEXT NOT NULL,
        handle TEXT NOT NULL,
        name TEXT NOT NULL,
        avatar_url TEXT NOT NULL,
        bio TEXT NOT NULL,
        followers INTEGER,
        following INTEGER,
        posts INTEGER,
        web_url TEXT NOT NULL,
        UNIQUE (network, native_id)
    ) STRICT""",
    """CREATE TABLE post (
        id INTEGER PRIMARY KEY,
        network TEXT NOT NULL,
        native_id TEXT NOT NULL,
        author_id INTEGER NOT NULL REFERENCES author (id),
        created_ms INTEGER NOT NULL,
        text TEXT NOT NULL,
        attached TEXT NOT NULL,
        url TEXT NOT NULL,
        version TEXT NOT NULL,
        lang TEXT NOT NULL,
        reply_to TEXT NOT NULL,
        reply_to_author TEXT NOT NULL,
        root TEXT NOT NULL,
        visibility TEXT NOT NULL,
        warning TEXT NOT NULL,
        is_paid INTEGER NOT NULL,
        edited_ms INTEGER,
        indexed_ms INTEGER,
        replies INTEGER,
        reposts INTEGER,
        likes INTEGER,
        quotes INTEGER,
        extra TEXT,
        UNIQUE (network, native_id)
    ) STRICT""",
    "CREATE INDEX post_author ON post (author_id, id)",
    "CREATE INDEX post_root ON post (network, root, id) WHERE root <> ''",
    # No triggers: they may not touch a virtual table where the schema is not trusted, and rows
    # enter the index three times as fast a batch at a time. `posts.py` keeps it in step.
    """CREATE VIRTUAL TABLE post_fts USING fts5 (
        text, attached, content='post', content_rowid='id',
        tokenize='unicode61 remove_diacritics 2'
    )""",
    """CREATE TABLE feed_item (
        id INTEGER PRIMARY KEY,
        post_id INTEGER REFERENCES post (id) ON DELETE CASCADE,
        reposter_id INTEGER NOT NULL,
        kinds INTEGER NOT NULL,
        is_reply INTEGER NOT NULL,
        twin_key INTEGER,
        twin_of INTEGER REFERENCES feed_item (id) ON DELETE SET NULL,
        UNIQUE (post_id, reposter_id)
    ) STRICT""",
    "CREATE INDEX feed_item_said ON feed_item (twin_key) WHERE twin_key IS NOT NULL",
    "CREATE INDEX feed_item_twin ON feed_item (twin_of) WHERE twin_of IS NOT NULL",
    """CREATE TABLE feed_source (
        account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        kind INTEGER NOT NULL,
        item_id INTEGER NOT NULL,
        is_read INTEGER NOT NULL,
        PRIMARY KEY (account_id, kind, item_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE INDEX feed_source_unread ON feed_source (account_id, kind, item_id)
        WHERE is_read = 0""",
    """CREATE TABLE gap (
        item_id INTEGER PRIMARY KEY REFERENCES feed_item (id) ON DELETE CASCADE,
        account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        cursor TEXT NOT NULL,
        until_id INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE reaction (
        post_id INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
        account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        act_id TEXT NOT NULL,
        PRIMARY KEY (post_id, account_id, kind)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE relation (
        author_id INTEGER NOT NULL REFERENCES author (id) ON DELETE CASCADE,
        account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        following_id TEXT NOT NULL,
        followed_by INTEGER NOT NULL,
        PRIMARY KEY (author_id, account_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE note (
        author_id INTEGER PRIMARY KEY REFERENCES author (id) ON DELETE CASCADE,
        text TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE bookmark (
        post_id INTEGER PRIMARY KEY REFERENCES post (id) ON DELETE CASCADE
    ) STRICT""",
    """CREATE TABLE notification (
        id INTEGER PRIMARY KEY,
        account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        native_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        actor_id INTEGER NOT NULL REFERENCES author (id),
        post_id INTEGER REFERENCES post (id) ON DELETE SET NULL,
        subject_id TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        is_seen INTEGER NOT NULL,
        UNIQUE (account_id, native_id)
    ) STRICT""",
    "CREATE INDEX notification_time ON notification (account_id, id)",
    "CREATE INDEX notification_subject ON notification (account_id, kind, subject_id, id)",
    "CREATE INDEX notification_post ON notification (post_id) WHERE post_id IS NOT NULL",
    "CREATE INDEX notification_actor ON notification (actor_id)",
    """CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        record_key TEXT NOT NULL,
        created_at TEXT NOT NULL,
        draft TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        state TEXT NOT NULL,
        queued_ms INTEGER NOT NULL,
        problem TEXT NOT NULL,
        problem_reason TEXT NOT NULL,
        published TEXT
    ) STRICT""",
    "CREATE INDEX outbox_state ON outbox (state, id)",
    """CREATE TABLE attachment (
        outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        content BLOB NOT NULL,
        mime_type TEXT NOT NULL,
        alt TEXT NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        PRIMARY KEY (outbox_id, position)
    ) STRICT""",
    """CREATE TABLE setting (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE sync (
        account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        feed TEXT NOT NULL,
        newest TEXT NOT NULL,
        cursor TEXT NOT NULL,
        refreshed_ms INTEGER,
        PRIMARY KEY (account_id, feed)
    ) STRICT, WITHOUT ROWID""",
)
