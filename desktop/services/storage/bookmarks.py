"""Keep the posts the user wants to find again; known to nobody else."""

from desktop.services.storage.database import Database


class BookmarkRows:
    """The bookmarks of one workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, post_id: int) -> None:
        """Bookmark a post; twice is no error."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO bookmark (post_id) VALUES (?) ON CONFLICT DO NOTHING", (post_id,)
            )

    def take(self, post_id: int) -> None:
        """Take the bookmark away."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM bookmark WHERE post_id = ?", (post_id,))
