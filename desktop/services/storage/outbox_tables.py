"""The tables of what is on its way out."""

from peewee import AutoField, BlobField, CompositeKey, IntegerField, TextField

from desktop.services.storage.engine import Table


class OutboxTable(Table):
    """One row for each post that was ever asked to be sent."""

    id = AutoField()
    uuid = TextField(unique=True)
    account_id = IntegerField()
    record_key = TextField()
    created_at = TextField()
    draft = TextField()
    sha256 = TextField()
    state = TextField()
    queued_ms = IntegerField()
    problem = TextField()
    problem_reason = TextField()
    published = TextField(null=True)

    class Meta:
        """Name the table."""

        table_name = "outbox"


class AttachmentTable(Table):
    """The pictures that go with a post, complete."""

    outbox_id = IntegerField()
    position = IntegerField()
    content = BlobField()
    mime_type = TextField()
    alt = TextField()
    width = IntegerField()
    height = IntegerField()

    class Meta:
        """Name the table and its key."""

        table_name = "attachment"
        primary_key = CompositeKey("outbox_id", "position")
