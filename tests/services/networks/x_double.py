"""A stateful stand-in for X's API on loopback, with a bill of its own and faults to order.

    double = XDouble(vocabulary="post", strict=True)        # or "tweet"; lenient by default
    double.url                                              # where everything is served
    shop = double.me                                        # the account's id; its handle is "shop"
    lea = double.world.sign_up("lea", bio="Lyon")
    post = double.world.post(lea, "Merci @shop & à demain https://example.com")
    double.world.post(lea, "Oui", reply_to=post, quoted="", media=[...], edits="")
    double.world.repost(lea, post); double.world.follow(shop, lea); double.world.delete(post)
    double.world.make_list(shop, "Clients", lea); double.world.upload("photo", alt="Du pain")
    double.client_id, double.access_token, double.refresh_token   # signed in already
    double.oauth.expire_access(); double.oauth.is_denied = True   # and the browser's page is at
                                                                  # <url>/i/oauth2/authorize
    double.world.now                                        # the clock; set it to move it
    double.bill.total, double.bill.count("post")            # millionths of a dollar; lines
    double.bill.app_owner                                   # "" for somebody else's app
    double.writes.lag = 2                                   # new posts show 2 requests later
    double.fail("GET /2/users/:id/mentions", usage_capped(), lost)   # the next calls, in order
    double.always("GET /2/tweets/search/recent", looping)   # every call from now on
    double.always("*", out_of_credit); double.recover()
    double.calls("POST /2/tweets")                          # how often it was asked

The faults are in `x_faults`. Written from X's public description of its API and from its published
prices and plan rules.
"""

import json
import re
from collections import Counter
from datetime import datetime, timedelta

from services.loopback import Answer, Loopback, Request, Response
from services.networks.x_bill import Bill
from services.networks.x_calls import Call, Route
from services.networks.x_faults import Fault
from services.networks.x_oauth import OAuth
from services.networks.x_people_routes import PeopleRoutes
from services.networks.x_post_routes import PostRoutes
from services.networks.x_problems import forbidden, invalid, problem, unauthorized
from services.networks.x_views import Views
from services.networks.x_vocabulary import Invalid, read_asked
from services.networks.x_world import World
from services.networks.x_write_routes import WriteRoutes

WINDOW = timedelta(minutes=15)


class XDouble:
    """X's API for one app; the account is the first person, who owns the app."""

    def __init__(
        self, vocabulary: str = "tweet", *, strict: bool = False, now: datetime | None = None
    ) -> None:
        self.client_id = "Y3JpZXVyLXRlc3Q6MTpjaQ"
        self.world = World(now)
        self.me = self.world.sign_up("shop", "Boulangerie Martin", "Pain au levain, Lyon")
        self.bill = Bill()
        self.bill.app_owner = self.me
        self.oauth = OAuth(self.client_id, lambda: self.world.now)
        self.oauth.user_id = self.me
        tokens = self.oauth.grant(self.me)
        self.access_token, self.refresh_token = tokens["access_token"], tokens["refresh_token"]
        views = Views(self.world, vocabulary)
        self.writes = WriteRoutes(self.world, views, self.bill, self.client_id)
        people, posts = (kind(self.world, views, self.bill) for kind in (PeopleRoutes, PostRoutes))
        routes = [*people.routes(), *posts.routes(), *self.writes.routes()]
        self.routes = {route.name: route for route in routes}
        self._patterns = {route.name: _pattern(route.name) for route in routes}
        self._known = (vocabulary,) if strict else ("tweet", "post")
        self._faults: dict[str, list[Fault]] = {}
        self._lasting: dict[str, Fault] = {}
        self._asked: Counter[str] = Counter()
        self._used: Counter[tuple[str, datetime]] = Counter()
        self.server = Loopback(self._answer)

    @property
    def url(self) -> str:
        """Return the address that stands for https://api.x.com and https://x.com."""
        return self.server.url

    def fail(self, route: str, *faults: Fault) -> None:
        """Let the next calls of a route go wrong, one after the other."""
        self._faults.setdefault(route, []).extend(faults)

    def always(self, route: str, fault: Fault) -> None:
        """Let every call of a route, or of all ("*"), go wrong."""
        self._lasting[route] = fault

    def recover(self) -> None:
        """Let nothing go wrong any more."""
        self._faults.clear()
        self._lasting.clear()

    def calls(self, route: str) -> int:
        """Count how often a route was asked."""
        return self._asked[route]

    def close(self) -> None:
        """End the server."""
        self.server.close()

    def _answer(self, request: Request) -> Answer:
        name, path = self.routed(request.method, request.path)
        self._asked[name] += 1
        faults = self._faults.get(name)
        fault = faults.pop(0) if faults else self._lasting.get(name, self._lasting.get("*"))
        if fault is not None:
            return fault(request, lambda: self._act(name, path, request))
        return self._act(name, path, request)

    def routed(self, method: str, path: str) -> tuple[str, dict[str, str]]:
        """Return the name of the route that a request takes, and what its path names."""
        asked = f"{method} {path}"
        for name, pattern in self._patterns.items():
            if found := pattern.fullmatch(asked):
                return name, found.groupdict()
        return asked, {}

    def _act(self, name: str, path: dict[str, str], request: Request) -> Response:
        open_to_all = {
            "GET /i/oauth2/authorize": self.oauth.authorize,
            "POST /2/oauth2/token": self.oauth.token,
            "POST /2/oauth2/revoke": self.oauth.revoke,
        }
        if name in open_to_all:
            return open_to_all[name](request)
        if name not in self.routes:
            return Response(404)
        route = self.routes[name]
        grant = self.oauth.holder(request)
        if grant is None:
            return unauthorized()
        limits = self._limits(route)
        if int(limits["x-rate-limit-remaining"]) < 0:
            limits["x-rate-limit-remaining"] = "0"
            answer = problem(429, "Too Many Requests", "Too Many Requests")
        elif not set(route.scopes.split()) <= grant.scopes:
            answer = forbidden("The token lacks a scope that the endpoint requires.")
        else:
            answer = self._handled(route, grant.user_id, path, request)
        self.world.pass_a_request()
        return Response(answer.status, answer.body, answer.headers | limits)

    def _handled(
        self, route: Route, user_id: str, path: dict[str, str], request: Request
    ) -> Response:
        try:
            asked = read_asked(request, route.returns, route.own, self._known)
            return route.handler(Call(request, user_id, path, asked))
        except Invalid as wrong:
            return invalid(wrong.parameter, wrong.detail)
        except json.JSONDecodeError:
            return invalid("body", "The body is not JSON")

    def _limits(self, route: Route) -> dict[str, str]:
        now = self.world.now
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        start = midnight + (now - midnight) // WINDOW * WINDOW
        self._used[route.name, start] += 1
        return {
            "x-rate-limit-limit": str(route.limit),
            "x-rate-limit-remaining": str(route.limit - self._used[route.name, start]),
            "x-rate-limit-reset": str(int((start + WINDOW).timestamp())),
        }


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(re.sub(r":(\w+)", r"(?P<\1>[^/]+)", name))
