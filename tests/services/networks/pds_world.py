"""The people and records behind the double of a Bluesky server, and how they are shown."""

import json
from collections.abc import Iterator
from itertools import count
from typing import Any

from services.loopback import Request, Response, json_response

Values = dict[str, Any]

_PAGE = 5


class World:
    """Who is there and what they did, oldest first; the first person is the reader."""

    def __init__(self) -> None:
        self.records: dict[str, Values] = {}
        self.people: dict[str, str] = {}
        self.seen_at = ""
        self.numbers = count(1)

    def sign_up(self, handle: str) -> str:
        """Make a person and return their DID."""
        did = f"did:plc:{handle.partition('.')[0]}"
        self.people[did] = handle
        return did

    def write(self, did: str, collection: str, record: Values, key: str = "") -> str:
        """Store a record for a person and return its address."""
        number = next(self.numbers)
        uri = f"at://{did}/{collection}/{key or f'3l{number:011}'}"
        stamp = f"2026-11-21T10:{number // 60 % 60:02}:{number % 60:02}.000Z"
        value = {"$type": collection, "createdAt": stamp, **record}
        cid = f"bafyrei{number:052}"
        self.records[uri] = {"uri": uri, "cid": cid, "value": value, "indexedAt": stamp}
        return uri

    def post(self, did: str, text: str, **record: Any) -> str:
        """Have a person post something."""
        return self.write(did, "app.bsky.feed.post", {"text": text, **record})

    def reference(self, uri: str) -> Values:
        """Name one version of a record."""
        return {"uri": uri, "cid": self.records[uri]["cid"]}

    def of(self, collection: str) -> Iterator[tuple[str, Values]]:
        for uri, record in self.records.items():
            if f"/{collection}/" in uri:
                yield uri, record["value"]

    def newest_first(self) -> list[Values]:
        return list(self.records.values())[::-1]

    def posts(self) -> Iterator[Values]:
        for record in self.newest_first():
            if "/app.bsky.feed.post/" in record["uri"]:
                yield self._view(record)

    def _view(self, record: Values) -> Values:
        uri, reader = record["uri"], next(iter(self.people))
        counts: Values = {"likeCount": 0, "repostCount": 0}
        viewer = {}
        for name in ("like", "repost"):
            acts = [u for u, v in self.of(f"app.bsky.feed.{name}") if v["subject"]["uri"] == uri]
            counts[f"{name}Count"] = len(acts)
            own = [act for act in acts if act.startswith(f"at://{reader}/")]
            viewer |= {name: own[0]} if own else {}
        named = {"uri": uri, "cid": record["cid"], "indexedAt": record["indexedAt"]}
        author = self.person(uri.split("/")[2])
        return {**named, "author": author, "record": record["value"], "viewer": viewer, **counts}

    def person(self, did: str) -> Values:
        handle = self.people[did]
        return {"did": did, "handle": handle, "displayName": handle.partition(".")[0].title()}


class AppView:
    """Answers the methods that show things, in the shapes that a real server was recorded in."""

    def __init__(self, world: World) -> None:
        self._world = world

    def app_bsky_actor_getProfile(self, request: Request) -> Response:
        actor = request.params["actor"][0]
        for did, handle in self._world.people.items():
            if actor in (did, handle):
                return json_response(
                    self._world.person(did) | {"description": "Bio", "postsCount": 1}
                )
        return json_response({"error": "InvalidRequest", "message": "Profile not found"}, 400)

    def app_bsky_feed_getTimeline(self, request: Request) -> Response:
        return _paged(request, "feed", [{"post": view} for view in self._world.posts()])

    def app_bsky_feed_getAuthorFeed(self, request: Request) -> Response:
        own = [
            view
            for view in self._world.posts()
            if [view["author"]["did"]] == request.params["actor"]
        ]
        return _paged(request, "feed", [{"post": view} for view in own])

    def app_bsky_feed_searchPosts(self, request: Request) -> Response:
        words = request.params["q"][0].lower()
        found = [view for view in self._world.posts() if words in view["record"]["text"].lower()]
        for tag in request.params.get("tag", []):
            found = [view for view in found if tag.lower() in _tags(view)]
        return _paged(request, "posts", found)

    def app_bsky_graph_getLists(self, request: Request) -> Response:
        own = f"at://{request.params['actor'][0]}/"
        found = [
            {"uri": uri, "name": value["name"], "purpose": value["purpose"]}
            for uri, value in self._world.of("app.bsky.graph.list")
            if uri.startswith(own)
        ]
        return _paged(request, "lists", found)

    def app_bsky_feed_getListFeed(self, request: Request) -> Response:
        asked = request.params["list"][0]
        if asked not in self._world.records:
            return refused("UnknownList")
        members = [
            value["subject"]
            for _, value in self._world.of("app.bsky.graph.listitem")
            if value["list"] == asked
        ]
        shown = [view for view in self._world.posts() if view["author"]["did"] in members]
        return _paged(request, "feed", [{"post": view} for view in shown])

    def app_bsky_feed_getPosts(self, request: Request) -> Response:
        wanted = request.params.get("uris", [])
        return json_response(
            {"posts": [view for view in self._world.posts() if view["uri"] in wanted]}
        )

    def app_bsky_feed_getPostThread(self, request: Request) -> Response:
        views = {view["uri"]: view for view in self._world.posts()}
        focus = views.get(request.params["uri"][0])
        if focus is None:
            return refused("NotFound")
        thread: Values = {"post": focus, "replies": []}
        thread["replies"] = [
            {"post": view} for view in views.values() if _parent(view) == focus["uri"]
        ]
        at, above = thread, _parent(focus)
        while above in views:
            at["parent"] = {"post": views[above]}
            at, above = at["parent"], _parent(views[above])
        return json_response({"thread": thread})

    def app_bsky_notification_listNotifications(self, request: Request) -> Response:
        reader = next(iter(self._world.people))
        found = []
        for record in self._world.newest_first():
            reason, subject = _reason(record["value"], reader)
            if reason and not record["uri"].startswith(f"at://{reader}/"):
                did = record["uri"].split("/")[2]
                view = {**record, "record": record["value"], "author": self._world.person(did)}
                found.append(view | {"reason": reason, "reasonSubject": subject})
        return _paged(request, "notifications", found)

    def app_bsky_notification_updateSeen(self, request: Request) -> Response:
        self._world.seen_at = str(request.values["seenAt"])
        return Response()

    def app_bsky_graph_getFollowers(self, request: Request) -> Response:
        who = request.params["actor"][0]
        dids = [
            u.split("/")[2]
            for u, v in self._world.of("app.bsky.graph.follow")
            if v["subject"] == who
        ]
        return _paged(request, "followers", [self._world.person(did) for did in dids])

    def app_bsky_graph_getFollows(self, request: Request) -> Response:
        own = f"at://{request.params['actor'][0]}/"
        dids = [
            v["subject"] for u, v in self._world.of("app.bsky.graph.follow") if u.startswith(own)
        ]
        return _paged(request, "follows", [self._world.person(did) for did in dids])

    def app_bsky_graph_getRelationships(self, request: Request) -> Response:
        actor = request.params["actor"][0]
        found = []
        for other in request.params["others"]:
            ties = {}
            for uri, value in self._world.of("app.bsky.graph.follow"):
                pair = (uri.split("/")[2], value["subject"])
                ties |= {"following": uri} if pair == (actor, other) else {}
                ties |= {"followedBy": uri} if pair == (other, actor) else {}
            found.append({"did": other, **ties})
        return json_response({"relationships": found})


def _paged(request: Request, field: str, found: list[Values]) -> Response:
    start = int(request.params.get("cursor", ["0"])[0])
    end = start + min(_PAGE, int(request.params.get("limit", ["50"])[0]))
    older = {"cursor": str(end)} if end < len(found) else {}
    return json_response({field: found[start:end], **older})


def _tags(view: Values) -> set[str]:
    features = [each["features"][0] for each in view["record"].get("facets", [])]
    return {each["tag"].lower() for each in features if "tag" in each}


def _parent(view: Values) -> str:
    return view["record"].get("reply", {}).get("parent", {}).get("uri", "")


def _reason(value: Values, reader: str) -> tuple[str, str]:
    """Say why a record concerns the reader, and which of their posts it is about."""
    mine = f"at://{reader}/"
    subject = value.get("subject", "")
    about = subject.get("uri", "") if isinstance(subject, dict) else subject
    kind = value["$type"].rpartition(".")[2]
    if kind in ("like", "repost") and about.startswith(mine):
        return kind, about
    if kind == "follow" and about == reader:
        return kind, ""
    parent = value.get("reply", {}).get("parent", {}).get("uri", "")
    if parent.startswith(mine):
        return "reply", parent
    return ("mention", "") if reader in json.dumps(value.get("facets", [])) else ("", "")


def refused(name: str, code: int = 400) -> Response:
    """Say no, as these servers do."""
    return json_response({"error": name, "message": name}, code)
