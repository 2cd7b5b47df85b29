"""Find the ids that only one server understands for posts and people whom everybody can name.

The account's server numbers all it knows, and takes nothing but its own numbers. Which number
stands for what is remembered as answers pass by, and asked for where that is not enough.
"""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from desktop.services.domain.errors import Missing, Unsupported
from desktop.services.networks.hostile_json import Json, items, mapping, text, web_address
from desktop.services.networks.mastodon_client import Client
from desktop.services.networks.mastodon_content import optional_id
from desktop.services.networks.mastodon_reading import native_ids
from desktop.services.networks.mastodon_server import NOT_OFFERED

_REMEMBERED = 20_000
_FOUND = 5
_DEEPEST = 500
_LOCAL_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,199}")
_HANDLE = re.compile(r"[^\s@/]+@[^\s@/]+")


class _Memory(dict[str, str]):
    """Remembers the newest so many."""

    def __setitem__(self, key: str, value: str) -> None:
        super().__setitem__(key, value)
        if len(self) > _REMEMBERED:
            del self[next(iter(self))]


class Ids:
    """What one server's ids stand for."""

    def __init__(self, client: Client, domain: str) -> None:
        self._client = client
        self._domain = domain
        self.native_ids: dict[str, str] = _Memory()
        """Posts' native ids by their local ids; it grows with every answer."""
        self._local_ids = _Memory()
        self._parents = _Memory()
        self._people = _Memory()

    def learn(self, statuses: Iterable[object]) -> None:
        """Remember the posts and people in what the server said."""
        for raw in statuses:
            status = mapping(raw)
            for local_id, native_id in native_ids(status):
                self.native_ids[local_id] = native_id
                self._local_ids[native_id] = local_id
            quoted = mapping(mapping(status.get("quote")).get("quoted_status"))
            for view in (status, mapping(status.get("reblog")), quoted):
                if local_id := optional_id(view.get("id")):
                    self._parents[local_id] = optional_id(view.get("in_reply_to_id"))
                self.learn_people([view.get("account"), *items(view.get("mentions"))])

    def learn_people(self, accounts: Iterable[object]) -> None:
        """Remember people."""
        for raw in accounts:
            account = mapping(raw)
            handle = self.whole(text(account.get("acct"), 500))
            local_id = optional_id(account.get("id"))
            if handle and local_id:
                self._people[handle] = local_id

    def whole(self, handle: str) -> str:
        """Return a handle in lower case, with its domain."""
        handle = handle.strip().removeprefix("@").lower()
        return handle if "@" in handle or not handle else f"{handle}@{self._domain}"

    def unknown_parents(self, statuses: Iterable[object]) -> list[str]:
        """Return the local ids of the posts that are answered and that nobody spoke of so far."""
        views = [mapping(raw) for raw in statuses]
        asked = [optional_id((mapping(v.get("reblog")) or v).get("in_reply_to_id")) for v in views]
        return list(dict.fromkeys(each for each in asked if each and each not in self.native_ids))

    def root(self, local_id: str) -> str:
        """Return the native id of the post a conversation began with; empty where not known."""
        for _ in range(_DEEPEST):
            parent = self._parents.get(local_id)
            if parent is None:
                return ""
            if not parent:
                return self.native_ids.get(local_id, "")
            local_id = parent
        return ""

    def post(self, native_id: str, version: str = "") -> str:
        """Return a post's local id; `Missing` when it is a post of this server that is gone.

        `Unsupported` where the server does not find another one's post: it also finds none while
        that other one is down, or keeps the post for some people, so that it need not be gone.
        """
        for mark in (version, native_id):
            host, _, local_id = mark.rpartition("/")
            if host == self._client.host and _LOCAL_ID.fullmatch(local_id):
                return local_id
        if native_id in self._local_ids:
            return self._local_ids[native_id]
        if not web_address(native_id):
            raise Missing("not a post's address")
        return self._own(native_id) or self._searched(native_id)

    def person(self, handle: str) -> str:
        """Return a person's local id; `Missing` when the server does not know them."""
        handle = self.whole(handle)
        if handle not in self._people:
            self.account(handle)
        return self._people[handle]

    def account(self, handle: str) -> Json:
        """Return a person as the server describes them; `Missing` when it does not know them."""
        handle = self.whole(handle)
        if not _HANDLE.fullmatch(handle):
            raise Missing("not a handle")
        found = self._looked_up(handle) or self._found(handle)
        local_id = optional_id(found.get("id"))
        if not local_id:
            raise Missing("nobody of that name")
        self.learn_people([found])
        self._people[handle] = local_id
        return found

    def _own(self, native_id: str) -> str:
        """Find a post of this very server, whose addresses mostly end with the local id."""
        guess = urlsplit(native_id).path.rpartition("/")[2]
        if not (self._is_own(native_id) and _LOCAL_ID.fullmatch(guess)):
            return ""
        try:
            status = self._client.read(lambda api: api.status(guess)).values
        except NOT_OFFERED:
            return ""
        return self._recognised([status], native_id)

    def _searched(self, native_id: str) -> str:
        """Let the server look for a post, on its own server if need be."""
        params = {"q": native_id, "type": "statuses", "resolve": "true", "limit": str(_FOUND)}
        try:
            values = self._client.get("/api/v2/search", params).values
        except NOT_OFFERED as cause:
            raise Unsupported("resolve", native_id) from cause
        found = self._recognised(items(values.get("statuses")), native_id)
        if not found and self._is_own(native_id):
            raise Missing("no post of that address")
        if not found:
            raise Unsupported("resolve", native_id)
        return found

    def _is_own(self, native_id: str) -> bool:
        """Say whether a post was written on this very server."""
        own = (self._domain, self._client.host, self._client.host.partition(":")[0])
        return urlsplit(native_id).netloc.lower() in own

    def _recognised(self, statuses: Iterable[object], native_id: str) -> str:
        for raw in statuses:
            status = mapping(raw)
            if native_id in (status.get("uri"), status.get("url")):
                self.learn([status])
                local_id = optional_id(status.get("id"))
                self._local_ids[native_id] = local_id
                return local_id
        return ""

    def _looked_up(self, handle: str) -> Json:
        name, _, domain = handle.partition("@")
        acct = name if domain == self._domain else handle
        try:
            return self._client.read(lambda api: api.account_lookup(acct)).values
        except NOT_OFFERED:
            return {}

    def _found(self, handle: str) -> Json:
        """Let the server ask another one for a person whom it never heard of."""
        try:
            found = self._client.read(
                lambda api: api.account_search(f"@{handle}", limit=_FOUND, resolve=True)
            ).items
        except NOT_OFFERED:
            return {}
        accounts = (mapping(raw) for raw in found)
        same = (each for each in accounts if self.whole(text(each.get("acct"), 500)) == handle)
        return next(same, {})
