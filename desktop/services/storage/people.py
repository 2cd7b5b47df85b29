"""Keep the people behind the posts: who they are, how they stand to each account, a note."""

from collections.abc import Iterable, Mapping

from desktop.services.domain.feed import FeedEntry, Person
from desktop.services.domain.muting import MuteKind
from desktop.services.domain.post import Author, Relation
from desktop.services.storage import author_search, authors, feed_entries, mutes
from desktop.services.storage.columns import storable
from desktop.services.storage.database import Database
from desktop.services.storage.keys import key_time

ONE = f"""SELECT {authors.columns("a")},
        (SELECT count(*) FROM post p WHERE p.author_id = a.id),
        (SELECT min(p.id) FROM post p WHERE p.author_id = a.id),
        coalesce((SELECT n.text FROM note n WHERE n.author_id = a.id), ''),
        coalesce(r.following_id, ''), coalesce(r.followed_by, 0),
        coalesce((SELECT b.act_id FROM blocked b
            WHERE b.author_id = a.id AND b.account_id = ?1), '')
    FROM author a LEFT JOIN relation r ON r.author_id = a.id AND r.account_id = ?1
    WHERE a.id = ?2"""

RECENT = """SELECT coalesce(
        (SELECT f.id FROM feed_item f WHERE f.post_id = p.id ORDER BY f.reposter_id LIMIT 1), p.id)
    FROM post p WHERE p.author_id = ? ORDER BY p.id DESC LIMIT ?"""

RELATE = """INSERT INTO relation (author_id, account_id, following_id, followed_by)
    VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET following_id = excluded.following_id,
        followed_by = excluded.followed_by"""


BLOCK = """INSERT INTO blocked (author_id, account_id, act_id) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET act_id = excluded.act_id"""


class PeopleRows:
    """The people a workspace has come across."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, people: Iterable[Author]) -> dict[str, int]:
        """Insert or update people and return the id of each by native id."""
        with self._database.writing() as connection:
            ids = authors.save_authors(connection, people)
        return {native_id: author_id for (_, native_id), author_id in ids.items()}

    def author_id(self, network: str, native_id: str) -> int | None:
        """Return the id of a person, None when nothing of theirs was ever stored."""
        rows = self._database.rows(
            "SELECT id FROM author WHERE network = ? AND native_id = ?",
            (network, storable(native_id)),
        )
        return rows[0][0] if rows else None

    def person(self, author_id: int, account_id: int, recent: int = 20) -> Person | None:
        """Return what is held of a person, as one account sees them; topics are left empty."""
        for row in self._database.rows(ONE, (account_id, author_id)):
            stored, oldest, note, following_id, followed_by, block_id = row[authors.WIDTH :]
            return Person(
                author_id=author_id,
                author=authors.author_of(row),
                relation=Relation(following_id, bool(followed_by)),
                account_id=account_id,
                first_seen=None if oldest is None else key_time(oldest),
                stored_posts=stored,
                recent=self.recent(author_id, recent),
                note=note,
                block_id=block_id,
            )
        return None

    def recent(self, author_id: int, limit: int) -> tuple[FeedEntry, ...]:
        """Return the person's newest stored posts."""
        ids = [row[0] for row in self._database.rows(RECENT, (author_id, limit))]
        return tuple(feed_entries.entries(self._database, ids))

    def texts_of(self, author_id: int, limit: int) -> tuple[str, ...]:
        """Return the texts of the person's newest stored posts."""
        rows = self._database.rows(
            "SELECT text FROM post WHERE author_id = ? ORDER BY id DESC LIMIT ?",
            (author_id, limit),
        )
        return tuple(row[0] for row in rows)

    def find(self, typed: str, limit: int) -> tuple[Author, ...]:
        """Return people whose name and handle hold words that begin so, the best answers first."""
        return author_search.find(self._database, typed, limit)

    def save_relations(self, account_id: int, relations: Mapping[str, Relation]) -> None:
        """Keep how the account stands to people, by their native id; strangers are left out."""
        with self._database.writing() as connection:
            network = connection.execute(
                "SELECT network FROM account WHERE id = ?", (account_id,)
            ).fetchone()
            if network is None:
                return
            told = {(network[0], storable(name)): relation for name, relation in relations.items()}
            ids = authors.author_ids(connection, told)
            connection.executemany(
                RELATE,
                [
                    (ids[k], account_id, storable(relation.following_id), relation.followed_by)
                    for k, relation in told.items()
                    if k in ids
                ],
            )

    def block(self, account_id: int, author: Author, act_id: str) -> None:
        """Keep that an account blocks a person; what is stored of them leaves the feeds."""
        with self._database.writing() as connection:
            author_id = authors.save_authors(connection, [author])[authors.key_of(author)]
            connection.execute(BLOCK, (author_id, account_id, storable(act_id)))
            mutes.hide(connection, MuteKind.PERSON, *authors.key_of(author))

    def unblock(self, account_id: int, author_id: int) -> None:
        """Keep that an account blocks a person no longer."""
        with self._database.writing() as connection:
            connection.execute(
                "DELETE FROM blocked WHERE author_id = ? AND account_id = ?",
                (author_id, account_id),
            )
            mutes.hide_anew(connection)

    def note(self, author_id: int, text: str) -> None:
        """Keep the user's own words about a person; no words take the note away."""
        with self._database.writing() as connection:
            if text:
                connection.execute(
                    "INSERT OR REPLACE INTO note (author_id, text) VALUES (?, ?)",
                    (author_id, storable(text)),
                )
            else:
                connection.execute("DELETE FROM note WHERE author_id = ?", (author_id,))
