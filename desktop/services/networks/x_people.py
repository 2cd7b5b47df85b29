"""The people of X and the lists they are kept in, as the X adapter reads them."""

from collections.abc import Sequence

from desktop.services.domain.account import Account
from desktop.services.domain.charges import Charge
from desktop.services.domain.errors import BadAnswer, Missing, Unsupported
from desktop.services.domain.page import Page
from desktop.services.domain.post import Author, PeopleList, Relation
from desktop.services.networks.hostile_json import read_each
from desktop.services.networks.x_answer import handle_of, id_of, problems
from desktop.services.networks.x_client import Reply, XClient
from desktop.services.networks.x_paging import USER_FIELDS, at, known_id, page_of
from desktop.services.networks.x_reading import read_author, read_list

_MOST_PEOPLE = 50
_LISTS = 20
_LIST_PAGES = 5


class XPeople:
    """What the adapter reads of people rather than of posts."""

    def __init__(self, account: Account, x: XClient) -> None:
        self._account = account
        self._x = x
        self._me = account.native_id

    def profile(self, native_id_or_handle: str) -> Author:
        """Return a person with their bio and counts."""
        handle = handle_of(native_id_or_handle.removeprefix("@"))
        if not handle:
            raise Missing("not a handle")
        who = {"id": handle} if id_of(handle) else {"username": handle}
        reply = self._x.call(
            Charge("user_read", 1),
            lambda library: library.get_user(user_fields=USER_FIELDS, **who),
        )
        return person_of(reply)

    def followers(self, native_id: str, cursor: str = "", limit: int = 100) -> Page[Author]:
        """Return who follows a person."""
        who, most = known_id(native_id), min(limit, _MOST_PEOPLE)
        reply = self._x.call(
            Charge("user_read", most, is_own=who == self._me),
            lambda library: library.get_users_followers(
                who, max_results=most, user_fields=USER_FIELDS, **at(cursor)
            ),
        )
        return page_of(reply, lambda raw, _: read_author(raw), cursor)

    def following(self, native_id: str, cursor: str = "", limit: int = 100) -> Page[Author]:
        """Return whom a person follows."""
        who, most = known_id(native_id), min(limit, _MOST_PEOPLE)
        reply = self._x.call(
            Charge("user_read", most, is_own=who == self._me),
            lambda library: library.get_users_following(
                who, max_results=most, user_fields=USER_FIELDS, **at(cursor)
            ),
        )
        return page_of(reply, lambda raw, _: read_author(raw), cursor)

    def relations(self, native_ids: Sequence[str]) -> dict[str, Relation]:
        """Raise `Unsupported`: X tells who follows whom in whole lists only."""
        raise Unsupported("relationships")

    def lists(self) -> tuple[PeopleList, ...]:
        """Return the account's own lists of people."""
        found: list[PeopleList] = []
        cursor = ""
        for _ in range(_LIST_PAGES):
            page = self._lists_page(cursor)
            found += page.items
            cursor = page.older
            if not cursor:
                break
        return tuple(found)

    def _lists_page(self, cursor: str) -> Page[PeopleList]:
        reply = self._x.call(
            Charge("list_read", _LISTS, is_own=True),
            lambda library: library.get_owned_lists(self._me, max_results=_LISTS, **at(cursor)),
        )
        return page_of(reply, lambda raw, _: read_list(raw), cursor)


def person_of(reply: Reply) -> Author:
    """Read an answer about one person; `Missing` when X says that there is none."""
    good, _ = read_each([reply.values.get("data")], read_author)
    if good:
        return good[0]
    if problems(reply.values):
        raise Missing
    raise BadAnswer("no person")
