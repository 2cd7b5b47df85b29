"""A stand-in for the humbler servers of Mastodon's API: GoToSocial, Pleroma, Pixelfed and others.

It describes itself in the old form only, ignores idempotency keys, asks before it lets anybody
follow, and knows neither lists nor markers nor many posts at once. Its posts' addresses do not
hold the ids it knows them by. Faults and gaps are ordered by path.
"""

import re
from collections.abc import Callable
from typing import Any

from services.loopback import Answer, Loopback, Request, Response, json_response
from services.networks.plain_mastodon_world import DOMAIN, TOKEN, World, missing

Fault = Callable[[Request, Callable[[], Response]], Answer]
Handler = Callable[[Request, str], Response]


def said(status: int, error: str = "", **headers: str) -> Fault:
    """Refuse and do nothing."""
    return lambda _, act: json_response({"error": error}, status, **headers)


def answers(values: object, **headers: str) -> Fault:
    """Answer with something else and do nothing."""
    return lambda _, act: json_response(values, 200, **headers)


class PlainDouble:
    """The server; `version` and `nodeinfo` are what it says of its software."""

    def __init__(self) -> None:
        self.world = World()
        self.version = "3.5.3+0.20.0+git-57cb4fe"
        self.nodeinfo: dict[str, Any] | None = {"name": "gotosocial", "version": "0.20.0"}
        self.uri: str = DOMAIN
        self.unknown: set[str] = {"/api/v1/lists", "/api/v1/markers", "/api/v2/notifications"}
        self.takes_every_scope = False
        self.page = 40
        self._faults: list[tuple[re.Pattern[str], Fault]] = []
        self.server = Loopback(self._answer)

    @property
    def url(self) -> str:
        """Return the server's address."""
        return self.server.url

    def fail(self, path: str, *faults: Fault) -> None:
        """Let the next calls of paths that match go wrong, one after the other."""
        self._faults += [(re.compile(path), fault) for fault in faults]

    def calls(self, path: str) -> list[Request]:
        """Return what was asked of paths that match."""
        return [each for each in self.server.requests if re.fullmatch(path, each.path)]

    def close(self) -> None:
        """End the server."""
        self.server.close()

    def _answer(self, request: Request) -> Answer:
        for number, (path, fault) in enumerate(self._faults):
            if path.fullmatch(request.path):
                del self._faults[number]
                return fault(request, lambda: self._act(request))
        return self._act(request)

    def _act(self, request: Request) -> Response:
        if request.path in self.unknown:
            return missing()
        for method, path, handler, is_open in self._routes():
            found = re.fullmatch(path, request.path)
            if found is None or method != request.method:
                continue
            if not is_open and request.headers.get("authorization") != f"Bearer {TOKEN}":
                return json_response({"error": "Unauthorized"}, 401)
            return handler(request, *found.groups("")) if found.groups() else handler(request, "")
        return missing()

    def _routes(self) -> list[tuple[str, str, Handler, bool]]:
        world, one = self.world, "/api/v1/statuses/([^/]+)"
        account = "/api/v1/accounts/([^/]+)"
        return [
            ("GET", "/api/v1/instance", self._instance, True),
            ("GET", "/.well-known/nodeinfo", self._nodeinfo_links, True),
            ("GET", "/nodeinfo/2.0", self._nodeinfo, True),
            ("POST", "/api/v1/apps", self._app, True),
            ("POST", "/oauth/token", self._token, True),
            ("POST", "/oauth/revoke", lambda *_: json_response({}), True),
            ("GET", "/api/v1/accounts/verify_credentials", world.me, False),
            ("GET", "/api/v1/accounts/lookup", world.lookup, False),
            ("GET", "/api/v1/accounts/search", world.people, False),
            ("GET", "/api/v1/accounts/relationships", world.relationships, False),
            ("GET", f"{account}/statuses", self._listed(world.posts_of), False),
            ("GET", f"{account}/followers", self._listed(world.followers), False),
            ("GET", f"{account}/following", self._listed(world.following), False),
            ("POST", f"{account}/(?:un)?(?:follow|block)", world.change, False),
            ("POST", "/api/v1/follow_requests/([^/]+)/(?:authorize|reject)", world.admit, False),
            ("GET", "/api/v1/timelines/home", self._listed(world.home), False),
            ("GET", "/api/v1/timelines/tag/([^/]+)", self._listed(world.tagged), False),
            ("GET", "/api/v1/notifications", self._listed(world.notices), False),
            ("GET", "/api/v2/search", world.search, False),
            ("POST", "/api/v1/statuses", world.write, False),
            ("GET", one, world.status, False),
            ("DELETE", one, world.delete, False),
            ("GET", f"{one}/context", world.context, False),
            ("POST", f"{one}/(?:un)?(?:favourite|reblog)", world.mark, False),
            ("POST", "/api/v2/media", world.upload, False),
            ("GET", "/api/v1/media/([^/]+)", world.media, False),
        ]

    def _listed(self, find: Callable[[str], list[dict[str, Any]]]) -> Handler:
        """Serve a list page by page; the last page names no other."""

        def serve(request: Request, name: str) -> Response:
            values = find(name)
            if before := request.params.get("max_id"):
                values = [each for each in values if each["id"] < before[0]]
            limit = min(int(request.params.get("limit", ["20"])[0]), self.page)
            page, headers = values[:limit], {}
            if len(values) > limit:
                last = page[-1]["id"]
                address = f"{self.url}{request.path}?limit={limit}&max_id={last}"
                headers["Link"] = f'<{address}>; rel="next", <{self.url}>; rel="prev"'
            return json_response(page, 200, **headers)

        return serve

    def _instance(self, _request: Request, _name: str) -> Response:
        statuses = {"max_characters": 5000, "max_media_attachments": 6}
        statuses["characters_reserved_per_url"] = 25
        media = {"image_size_limit": 10_485_760}
        configuration = {"statuses": statuses, "media_attachments": media}
        told = {"uri": self.uri, "title": "Plain", "version": self.version}
        return json_response({**told, "configuration": configuration})

    def _nodeinfo_links(self, _request: Request, _name: str) -> Response:
        if self.nodeinfo is None:
            return missing()
        rel = "http://nodeinfo.diaspora.software/ns/schema/2.0"
        return json_response({"links": [{"rel": rel, "href": f"{self.url}/nodeinfo/2.0"}]})

    def _nodeinfo(self, _request: Request, _name: str) -> Response:
        return json_response({"version": "2.0", "software": self.nodeinfo})

    def _app(self, request: Request, _name: str) -> Response:
        asked = self.world.form(request)
        if ":" in asked["scopes"] and not self.takes_every_scope:
            return json_response({"error": "invalid scopes"}, 400)
        return json_response({"client_id": "01APP", "client_secret": "app-secret-0123456789"})

    def _token(self, request: Request, _name: str) -> Response:
        asked = self.world.form(request)
        if asked.get("code") != "right-code" or asked["client_id"] != "01APP":
            return json_response({"error": "invalid_grant"}, 400)
        return json_response({"access_token": TOKEN, "token_type": "Bearer", "scope": "read"})
