"""The tables of what belongs to an account or to the workspace itself."""

from peewee import AutoField, BooleanField, CompositeKey, IntegerField, TextField

from desktop.services.storage.engine import Table


class AccountTable(Table):
    """One row for each connected account; never a secret."""

    id = AutoField()
    network = TextField()
    native_id = TextField()
    handle = TextField()
    name = TextField()
    server = TextField()
    avatar_url = TextField()
    caps = TextField()
    limits = TextField()
    may_post = BooleanField()
    state = TextField()
    connected_ms = IntegerField(null=True)
    refreshed_ms = IntegerField(null=True)

    class Meta:
        """Name the table and what is unique in it."""

        table_name = "account"
        indexes = ((("network", "native_id", "server"), True),)


class SyncTable(Table):
    """How far each feed of an account was fetched."""

    account_id = IntegerField()
    feed = TextField()
    newest = TextField()
    cursor = TextField()
    refreshed_ms = IntegerField(null=True)

    class Meta:
        """Name the table and its key."""

        table_name = "sync"
        primary_key = CompositeKey("account_id", "feed")


class SettingTable(Table):
    """What the workspace remembers, as JSON."""

    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        """Name the table."""

        table_name = "setting"
