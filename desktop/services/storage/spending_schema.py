"""The tables of what metered calls cost and of what was read on the present UTC day."""

STATEMENTS = (
    # The bill stays when its account goes: `handle` then says whose it was.
    """CREATE TABLE spending (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at_ms INTEGER NOT NULL,
        utc_day TEXT NOT NULL,
        network TEXT NOT NULL,
        account_id INTEGER REFERENCES account (id) ON DELETE SET NULL,
        handle TEXT NOT NULL,
        endpoint TEXT NOT NULL,
        operation TEXT NOT NULL,
        units INTEGER NOT NULL,
        charged_units INTEGER NOT NULL,
        unit_price INTEGER NOT NULL,
        cost INTEGER NOT NULL,
        is_owned INTEGER NOT NULL,
        is_confirmed INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX spending_day ON spending (network, utc_day)",
    "CREATE INDEX spending_account ON spending (account_id) WHERE account_id IS NOT NULL",
    """CREATE TABLE read_once (
        account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        utc_day TEXT NOT NULL,
        operation TEXT NOT NULL,
        native_id TEXT NOT NULL,
        unit_price INTEGER NOT NULL,
        PRIMARY KEY (account_id, utc_day, operation, native_id)
    ) STRICT, WITHOUT ROWID""",
)
