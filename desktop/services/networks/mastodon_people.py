"""Read and change how an account stands to people, on its Mastodon-API server."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from desktop.services.domain.errors import Missing
from desktop.services.domain.page import Page
from desktop.services.domain.post import Author, Relation
from desktop.services.networks.hostile_json import Json, mapping
from desktop.services.networks.mastodon_content import optional_id
from desktop.services.networks.mastodon_reading import read_author, read_relation
from desktop.services.networks.mastodon_session import Session

_PAGE = 80
_RELATIONS_A_CALL = 40


class People:
    """The people whom an account follows, is followed by and asks for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._client = session.client
        self._ids = session.ids

    def profile(self, handle: str) -> Author:
        """Return a person with their bio and counts."""
        return self._session.one(self._ids.account(handle), read_author)

    def listed(self, kind: str, native_id: str, cursor: str, limit: int) -> Page[Author]:
        """Return a person's "followers", or those of their "following"."""
        path = f"/api/v1/accounts/{self._ids.person(native_id)}/{kind}"
        limit = min(limit, _PAGE)
        reply, raw, older = self._session.listed(path, {}, cursor, limit, is_by_id=False)
        self._ids.learn_people(raw)
        found, bad = self._session.each(raw, read_author)
        people = {person.native_id: person for person in found}
        return Page(tuple(people.values()), older, reply.quota, bad)

    def relations(self, native_ids: Sequence[str]) -> dict[str, Relation]:
        """Return how the account and each of the people stand, by native id."""
        asked: dict[str, str] = {}
        for native_id in native_ids:
            with suppress(Missing):
                asked[self._ids.person(native_id)] = native_id
        told: dict[str, Relation] = {}
        local_ids = list(asked)
        for start in range(0, len(local_ids), _RELATIONS_A_CALL):
            for view in self._relationships(local_ids[start : start + _RELATIONS_A_CALL]):
                native_id = asked.get(optional_id(view.get("id")), "")
                if native_id:
                    told[native_id] = relation_of(view)
        return told

    def _relationships(self, local_ids: list[str]) -> list[Json]:
        reply = self._client.read(lambda api: api.account_relationships(list(local_ids)))
        return [mapping(view) for view in reply.items]

    def follow(self, native_id: str) -> str:
        """Follow a person, or ask them to let the account follow; return what takes it back."""
        local_id = self._ids.person(native_id)
        self._client.write(lambda api: api.account_follow(local_id))
        return _follow_id(local_id)

    def block(self, native_id: str) -> str:
        """Block a person on the network; return what takes it back."""
        local_id = self._ids.person(native_id)
        self._client.write(lambda api: api.account_block(local_id))
        return f"block {local_id}"

    def answer_follow_request(self, native_id: str, *, is_welcome: bool) -> None:
        """Let a person follow the account, or not; answering twice is no error."""
        local_id = self._ids.person(native_id)
        with suppress(Missing):
            if is_welcome:
                self._client.read(lambda api: api.follow_request_authorize(local_id))
            else:
                self._client.read(lambda api: api.follow_request_reject(local_id))


def relation_of(view: Json) -> Relation:
    """Read how the account and a person stand.

    Whom it asked to be let follow counts as followed: many servers ask at first for everybody,
    and what takes the request back takes the follow back.
    """
    relation = read_relation(view)
    if not relation.following_id and view.get("requested") is True:
        return replace(relation, following_id=_follow_id(optional_id(view.get("id"))))
    return relation


def _follow_id(local_id: str) -> str:
    return f"follow {local_id}"
