"""A small stateful stand-in for a Bluesky server, with faults to order.

What it answers is shaped like the recorded answers of a real network. A fault is a function that is
given the request and the act it asks for: it may do the act or not, and answer what it likes.
"""

from collections.abc import Callable
from typing import Any

from services.loopback import Answer, Loopback, Request, Response, json_response, reset
from services.networks.pds_world import AppView, World, refused

Values = dict[str, Any]
Fault = Callable[[Request, Callable[[], Response]], Answer]

PASSWORD = "abcd-efgh-ijkl-mnop"
_OPEN = {"com.atproto.server.createSession", "com.atproto.identity.resolveHandle"}


def lost(_: Request, act: Callable[[], Response]) -> Answer:
    """Do what was asked, and let the answer be lost."""
    act()
    return reset


def dropped(_: Request, act: Callable[[], Response]) -> Answer:
    """Hang up without doing anything."""
    return reset


def truncated(_: Request, act: Callable[[], Response]) -> Answer:
    """Do what was asked, and answer with half of the JSON, announced as if it were all."""
    answer = act()
    return Response(answer.status, answer.body[: len(answer.body) // 2], answer.headers)


def status(code: int, name: str = "", **headers: str) -> Fault:
    """Answer with an error and do nothing."""
    return lambda _, act: json_response({"error": name, "message": name}, code, **headers)


class PdsDouble:
    """Sessions and records in memory, behind the methods that Crieur calls."""

    def __init__(self) -> None:
        self.world = World()
        self.refreshes = 0
        self._access: set[str] = set()
        self._refresh: set[str] = set()
        self._faults: dict[str, list[Fault]] = {}
        self._methods = _methods(self) | _methods(AppView(self.world))
        self.server = Loopback(self._answer)

    def expire_access(self) -> None:
        """Let every access token expire, as after two hours."""
        self._access.clear()

    def expire_sessions(self) -> None:
        """Let every session end, as after two months or a changed password."""
        self._access.clear()
        self._refresh.clear()

    def fail(self, method: str, *faults: Fault) -> None:
        """Let the next calls of a method go wrong, one after the other."""
        self._faults.setdefault(method, []).extend(faults)

    def calls(self, method: str) -> int:
        """Count how often a method was called."""
        return sum(request.path == f"/xrpc/{method}" for request in self.server.requests)

    def close(self) -> None:
        """End the server."""
        self.server.close()

    def _answer(self, request: Request) -> Answer:
        method = request.path.removeprefix("/xrpc/")
        faults = self._faults.get(method)
        if faults:
            return faults.pop(0)(request, lambda: self._act(method, request))
        return self._act(method, request)

    def _act(self, method: str, request: Request) -> Response:
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if method == "com.atproto.server.refreshSession":
            return self._refreshed(token)
        if method == "com.atproto.server.deleteSession":
            return self._ended(token)
        handler = self._methods.get(method)
        if handler is None:
            return refused("MethodNotImplemented", 501)
        if method not in _OPEN and token not in self._access:
            return refused("ExpiredToken" if token.startswith("eyJ") else "AuthMissing")
        return handler(request)

    def _session(self, did: str) -> Response:
        number = next(self.world.numbers)
        access, refresh = f"eyJaccess{number:020}.a.b", f"eyJrefresh{number:020}.a.b"
        self._access.add(access)
        self._refresh.add(refresh)
        tokens = {"accessJwt": access, "refreshJwt": refresh}
        return json_response({"did": did, "handle": self.world.people[did], **tokens})

    def _refreshed(self, token: str) -> Response:
        """A refresh token works once."""
        if token not in self._refresh:
            return refused("ExpiredToken")
        self._refresh.remove(token)
        self.refreshes += 1
        return self._session(next(iter(self.world.people)))

    def _ended(self, token: str) -> Response:
        """A session ends by its refresh token, and its access tokens open nothing from then on."""
        if token not in self._refresh:
            return refused("ExpiredToken")
        self.expire_sessions()
        return Response()

    def com_atproto_server_createSession(self, request: Request) -> Response:
        asked = request.values
        for did, handle in self.world.people.items():
            if asked["identifier"] in (did, handle) and asked["password"] == PASSWORD:
                return self._session(did)
        return refused("AuthenticationRequired", 401)

    def com_atproto_identity_resolveHandle(self, request: Request) -> Response:
        for did, handle in self.world.people.items():
            if [handle] == request.params["handle"]:
                return json_response({"did": did})
        return refused("HandleNotFound")

    def com_atproto_repo_createRecord(self, request: Request) -> Response:
        asked = request.values
        key = str(asked.get("rkey", ""))
        if f"at://{asked['repo']}/{asked['collection']}/{key}" in self.world.records:
            return refused("InternalServerError", 500)
        uri = self.world.write(asked["repo"], asked["collection"], asked["record"], key)
        return json_response(self.world.reference(uri))

    def com_atproto_repo_getRecord(self, request: Request) -> Response:
        repo, collection, key = (request.params[name][0] for name in ("repo", "collection", "rkey"))
        found = self.world.records.get(f"at://{repo}/{collection}/{key}")
        return json_response(found) if found else refused("RecordNotFound")

    def com_atproto_repo_deleteRecord(self, request: Request) -> Response:
        asked = request.values
        self.world.records.pop(f"at://{asked['repo']}/{asked['collection']}/{asked['rkey']}", None)
        return json_response({})

    def com_atproto_repo_uploadBlob(self, request: Request) -> Response:
        link = {"$link": f"bafkrei{len(request.body):052}"}
        mime_type = request.headers["content-type"]
        blob = {"$type": "blob", "ref": link, "mimeType": mime_type, "size": len(request.body)}
        return json_response({"blob": blob})


def _methods(server: object) -> dict[str, Callable[[Request], Response]]:
    """Map method names to what answers them: app_bsky_feed_getPosts is app.bsky.feed.getPosts."""
    names = [name for name in dir(server) if name.startswith(("com_atproto_", "app_bsky_"))]
    return {name.replace("_", "."): getattr(server, name) for name in names}
