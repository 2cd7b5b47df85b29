"""The one peewee database object that every table of a workspace is bound to, once."""

from peewee import Model, SqliteDatabase

engine = SqliteDatabase(None, lock_type="IMMEDIATE")
"""Deferred: `Database.open` tells it which file; switching workspaces tells it another."""


class Table(Model):
    """A table of the workspace file; models hold columns and no behaviour."""

    class Meta:
        """Tie every table to the one engine."""

        database = engine
