"""One account's door to its Mastodon-API server: Mastodon itself, or one of its kin."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.draft import Draft, Published, PublishKey
from desktop.services.domain.errors import Missing, Unsupported
from desktop.services.domain.origin import typed_origin
from desktop.services.domain.page import Bucket, Page
from desktop.services.domain.post import (
    Arrival,
    Author,
    Notification,
    PeopleList,
    Post,
    Relation,
)
from desktop.services.fetcher import LibraryDoor, ServerDoor
from desktop.services.networks.contract import Credential
from desktop.services.networks.hostile_json import mapping
from desktop.services.networks.mastodon_client import Ask, Client
from desktop.services.networks.mastodon_content import optional_id
from desktop.services.networks.mastodon_feeds import Feeds
from desktop.services.networks.mastodon_oauth import Token, revoke, token_of
from desktop.services.networks.mastodon_people import People
from desktop.services.networks.mastodon_server import GOTOSOCIAL, account_of
from desktop.services.networks.mastodon_session import Session
from desktop.services.networks.mastodon_writing import Writing
from desktop.services.way_out import WayOut


def open_network(
    account: Account, credential: Credential, *, way: WayOut | None = None
) -> "Mastodon":
    """Return the adapter of a connected account."""
    token = token_of(credential)
    client = Client(LibraryDoor(typed_origin(account.server), way), token.access)
    return Mastodon(account, client, token, way)


class Mastodon:
    """`contract.Network` over Mastodon.py."""

    def __init__(
        self, account: Account, client: Client, token: Token, way: WayOut | None = None
    ) -> None:
        self._client = client
        self._token = token
        self._way = way
        self._session = Session(account, client)
        self._feeds = Feeds(self._session)
        self._people = People(self._session)
        self._writing = Writing(self._session)

    def me(self) -> Account:
        """Return the account as its server describes it now, with capabilities and limits."""
        known = self._session.account
        told, offer = account_of(self._client, known.server)
        self._client.is_gotosocial = offer.software == GOTOSOCIAL
        account = replace(
            known,
            name=told.name,
            avatar_url=told.avatar_url,
            caps=told.caps,
            limits=told.limits,
        )
        self._session.account = account
        return account

    def home(self, cursor: str = "", limit: int = 50) -> Page[Arrival]:
        """Return the home feed, newest first."""
        return self._feeds.home(cursor, limit)

    def notifications(self, cursor: str = "", limit: int = 50) -> Page[Notification]:
        """Return what others did towards the account, with the posts they wrote, newest first."""
        return self._feeds.notifications(cursor, limit)

    def author_posts(self, native_id: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return one person's posts, newest first."""
        return self._feeds.author_posts(native_id, cursor, limit)

    def search(self, words: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return those public posts with `words` that the server looks through, newest first."""
        return self._feeds.search(words, cursor, limit)

    def tagged(self, word: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return public posts with a hashtag, given without its sign, newest first."""
        return self._feeds.tagged(word, cursor, limit)

    def lists(self) -> tuple[PeopleList, ...]:
        """Return the account's own lists of people."""
        return self._feeds.lists()

    def list_posts(self, native_id: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Return what the people of a list posted, newest first."""
        return self._feeds.list_posts(native_id, cursor, limit)

    def counts(self, words: str) -> tuple[Bucket, ...]:
        """Raise `Unsupported`: these servers do not count."""
        raise Unsupported("counts")

    def thread(self, native_id: str, version: str = "") -> tuple[Post, ...]:
        """Return the conversation round a post, ancestors first, then replies in reading order."""
        return self._feeds.thread(native_id, version)

    def posts(self, native_ids: Sequence[str], versions: Sequence[str] = ()) -> tuple[Post, ...]:
        """Return those of the posts that still exist, in any order."""
        return self._feeds.posts(native_ids, versions)

    def profile(self, native_id_or_handle: str) -> Author:
        """Return a person with their bio and counts."""
        return self._people.profile(native_id_or_handle)

    def followers(self, native_id: str, cursor: str = "", limit: int = 100) -> Page[Author]:
        """Return who follows a person."""
        return self._people.listed("followers", native_id, cursor, limit)

    def following(self, native_id: str, cursor: str = "", limit: int = 100) -> Page[Author]:
        """Return whom a person follows."""
        return self._people.listed("following", native_id, cursor, limit)

    def relations(self, native_ids: Sequence[str]) -> dict[str, Relation]:
        """Return how the account and each of the people stand, by native id."""
        return self._people.relations(native_ids)

    def publish(self, draft: Draft, key: PublishKey) -> Published:
        """Create the post under `key`; `OutcomeUnknown` when the answer was lost."""
        return self._writing.publish(draft, key)

    def find_published(self, draft: Draft, key: PublishKey) -> Published | None:
        """Look up whether `publish` with this very key happened; None when it surely did not."""
        return self._writing.find(draft, key)

    def delete(self, native_id: str) -> None:
        """Delete one of the account's own posts; deleting twice is no error."""
        with suppress(Missing):
            local_id = self._session.ids.post(native_id)
            self._client.write(lambda api: api.status_delete(local_id))

    def like(self, native_id: str, version: str) -> str:
        """Like a post and return the native id of the like."""
        local_id = self._session.ids.post(native_id, version)
        self._client.write(lambda api: api.status_favourite(local_id))
        return f"favourite {local_id}"

    def repost(self, native_id: str, version: str) -> str:
        """Repost a post and return the native id of the repost."""
        local_id = self._session.ids.post(native_id, version)
        self._client.write(lambda api: api.status_reblog(local_id))
        return f"reblog {local_id}"

    def follow(self, native_id: str) -> str:
        """Follow a person and return the native id of the follow, or of the request to follow."""
        return self._people.follow(native_id)

    def block(self, native_id: str) -> str:
        """Block a person on the network and return the native id of the block."""
        return self._people.block(native_id)

    def undo(self, act_id: str) -> None:
        """Take back a like, a repost, a follow or a block by the native id it was given."""
        kind, _, local_id = act_id.partition(" ")
        if kind == "follow" and "@" in local_id:
            # Archives name those whom their owner follows by their handles.
            local_id = self._session.ids.person(local_id)
        if not local_id or local_id != optional_id(local_id):
            raise Missing("not the id of an act")
        ways: dict[str, Ask] = {
            "favourite": lambda api: api.status_unfavourite(local_id),
            "reblog": lambda api: api.status_unreblog(local_id),
            "follow": lambda api: api.account_unfollow(local_id),
            "block": lambda api: api.account_unblock(local_id),
        }
        if kind not in ways:
            raise Missing("not the id of an act")
        with suppress(Missing):
            self._client.write(ways[kind])

    def answer_follow_request(self, native_id: str, *, is_welcome: bool) -> None:
        """Let a person follow the account, or not; answering twice is no error."""
        self._people.answer_follow_request(native_id, is_welcome=is_welcome)

    def mark_seen(self) -> None:
        """Tell the server that the notifications were seen, if it cares."""
        if Cap.READING_PLACE not in self._session.account.caps:
            return
        newest = self._feeds.newest_notification()
        if newest:
            self._client.read(lambda api: api.markers_set("notifications", newest))

    def reading_place(self) -> str:
        """Return the native id of the newest home post that was read elsewhere; empty for none."""
        with self._session.offered(Cap.READING_PLACE, "reading_place"):
            markers = self._client.read(lambda api: api.markers_get("home")).values
        local_id = optional_id(mapping(markers.get("home")).get("last_read_id"))
        return self._feeds.post_at(local_id) if local_id else ""

    def keep_reading_place(self, native_id: str) -> None:
        """Tell the server that the home feed was read up to this post."""
        self._session.need(Cap.READING_PLACE, "reading_place")
        entry = self._feeds.entry_of(native_id)
        with self._session.offered(Cap.READING_PLACE, "reading_place"):
            self._client.read(lambda api: api.markers_set("home", entry))

    def sign_out(self) -> None:
        """Give the token back to the server, so that it opens nothing any more."""
        door = ServerDoor(typed_origin(self._session.account.server), self._way)
        try:
            revoke(door, self._token)
        finally:
            door.close()

    def close(self) -> None:
        """Let go of connections; the adapter is not used afterwards."""
        self._client.close()
