"""What an adapter answers to all that its network does not offer."""

from collections.abc import Sequence

from desktop.services.domain.draft import Draft, Published, PublishKey
from desktop.services.domain.errors import Unsupported
from desktop.services.domain.page import Bucket, Page
from desktop.services.domain.post import Author, Notification, PeopleList, Post, Relation


class Refusals:
    """Raises `Unsupported` for whatever needs people, or somebody who signed in.

    An adapter that can do something, or knows the page that does, says so in place of this.
    """

    def notifications(self, cursor: str = "", limit: int = 50) -> Page[Notification]:
        """Raise `Unsupported`."""
        raise Unsupported("mentions")

    def search(self, words: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Raise `Unsupported`."""
        raise Unsupported("search")

    def tagged(self, word: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Raise `Unsupported`."""
        raise Unsupported("hashtags")

    def lists(self) -> tuple[PeopleList, ...]:
        """Raise `Unsupported`."""
        raise Unsupported("lists")

    def list_posts(self, native_id: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Raise `Unsupported`."""
        raise Unsupported("lists")

    def counts(self, words: str) -> tuple[Bucket, ...]:
        """Raise `Unsupported`."""
        raise Unsupported("counts")

    def followers(self, native_id: str, cursor: str = "", limit: int = 100) -> Page[Author]:
        """Raise `Unsupported`."""
        raise Unsupported("followers")

    def following(self, native_id: str, cursor: str = "", limit: int = 100) -> Page[Author]:
        """Raise `Unsupported`."""
        raise Unsupported("followers")

    def relations(self, native_ids: Sequence[str]) -> dict[str, Relation]:
        """Raise `Unsupported`."""
        raise Unsupported("relationships")

    def publish(self, draft: Draft, key: PublishKey) -> Published:
        """Raise `Unsupported`."""
        raise Unsupported("publish")

    def find_published(self, draft: Draft, key: PublishKey) -> Published | None:
        """Raise `Unsupported`."""
        raise Unsupported("publish")

    def delete(self, native_id: str) -> None:
        """Raise `Unsupported`."""
        raise Unsupported("delete")

    def like(self, native_id: str, version: str) -> str:
        """Raise `Unsupported`."""
        raise Unsupported("like")

    def repost(self, native_id: str, version: str) -> str:
        """Raise `Unsupported`."""
        raise Unsupported("repost")

    def follow(self, native_id: str) -> str:
        """Raise `Unsupported`."""
        raise Unsupported("follow")

    def block(self, native_id: str) -> str:
        """Raise `Unsupported`."""
        raise Unsupported("block")

    def undo(self, act_id: str) -> None:
        """Raise `Unsupported`."""
        raise Unsupported("undo")

    def answer_follow_request(self, native_id: str, *, is_welcome: bool) -> None:
        """Raise `Unsupported`."""
        raise Unsupported("follow_requests")

    def mark_seen(self) -> None:
        """Do nothing: there is no server that counts what was seen."""

    def reading_place(self) -> str:
        """Raise `Unsupported`."""
        raise Unsupported("reading_place")

    def keep_reading_place(self, native_id: str) -> None:
        """Raise `Unsupported`."""
        raise Unsupported("reading_place")

    def sign_out(self) -> None:
        """Do nothing: nobody signed in."""
