"""What the double of X's API answers when it is asked for people and their lists."""

from collections.abc import Iterable, Sequence
from typing import Any

from services.loopback import Response, json_response
from services.networks.x_bill import DELETE, INTERACTION, Bill
from services.networks.x_calls import OF_PAGES, Call, Route, as_id, cut
from services.networks.x_problems import missing
from services.networks.x_views import Views
from services.networks.x_vocabulary import Invalid
from services.networks.x_world import Person, World

Values = dict[str, Any]


class PeopleRoutes:
    """Answers and charges."""

    def __init__(self, world: World, views: Views, bill: Bill) -> None:
        self._world = world
        self._views = views
        self._bill = bill

    def routes(self) -> list[Route]:
        """Return the methods about people."""
        users = "users.read tweet.read"
        follows, lists, mutes = f"{users} follows.read", f"{users} list.read", f"{users} mute.read"
        blocks, muting = f"{users} block.read", f"{users} mute.write"
        ids, names, pages = frozenset({"ids"}), frozenset({"usernames"}), OF_PAGES
        unmute = "DELETE /2/users/:id/muting/:target"
        return [
            Route("GET /2/users/me", self.me, users, 75, "user"),
            Route("GET /2/users", self.users, users, 900, "user", ids),
            Route("GET /2/users/by", self.users_by, users, 900, "user", names),
            Route("GET /2/users/by/username/:username", self.by_username, users, 900, "user"),
            Route("GET /2/users/:id", self.user, users, 900, "user"),
            Route("GET /2/users/:id/followers", self.followers, follows, 300, "user", pages),
            Route("GET /2/users/:id/following", self.following, follows, 300, "user", pages),
            Route("GET /2/users/:id/muting", self.muting, mutes, 15, "user", pages),
            Route("GET /2/users/:id/blocking", self.blocking, blocks, 15, "user", pages),
            Route("GET /2/users/:id/owned_lists", self.owned_lists, lists, 15, "list", pages),
            Route("POST /2/users/:id/muting", self.mute, muting, 50),
            Route(unmute, self.unmute, muting, 50),
        ]

    def me(self, call: Call) -> Response:
        return self._one(call, "id", call.user_id, self._world.people[call.user_id])

    def user(self, call: Call) -> Response:
        person_id = as_id("id", call.path["id"])
        return self._one(call, "id", person_id, self._world.people.get(person_id))

    def by_username(self, call: Call) -> Response:
        name = _as_username("username", call.path["username"])
        return self._one(call, "username", name, self._world.person_called(name))

    def users(self, call: Call) -> Response:
        pairs = [(each, self._world.people.get(each)) for each in call.ids("ids")]
        return self._several(call, "ids", pairs)

    def users_by(self, call: Call) -> Response:
        names = [_as_username("usernames", name) for name in call.several("usernames")]
        return self._several(
            call, "usernames", [(name, self._world.person_called(name)) for name in names]
        )

    def followers(self, call: Call) -> Response:
        return self._ties(call, [(whom, who) for who, whom in self._world.follows])

    def following(self, call: Call) -> Response:
        return self._ties(call, self._world.follows)

    def muting(self, call: Call) -> Response:
        call.me()
        return self._ties(call, self._world.muted)

    def blocking(self, call: Call) -> Response:
        call.me()
        return self._ties(call, self._world.blocked)

    def owned_lists(self, call: Call) -> Response:
        owner = call.path["id"]
        keyed = [(int(i), i) for i, held in self._world.lists.items() if held[0] == owner]
        found, meta = cut(call, keyed, 1, 100, 100)
        self._bill.read(self._world.now, "list", found, is_owned=self._bill.owns(call))
        shown = [self._views.people_list(each, call.asked) for each in found]
        return json_response(({"data": shown} if shown else {}) | {"meta": meta})

    def mute(self, call: Call) -> Response:
        tie = (call.me(), call.body_id("target_user_id"))
        if tie not in self._world.muted:
            self._world.muted.append(tie)
        self._bill.act(self._world.now, "mute", INTERACTION, tie[1])
        return json_response({"data": {"muting": True}})

    def unmute(self, call: Call) -> Response:
        tie = (call.me(), call.path["target"])
        if tie in self._world.muted:
            self._world.muted.remove(tie)
        self._bill.act(self._world.now, "unmute", DELETE, tie[1])
        return json_response({"data": {"muting": False}})

    def _one(self, call: Call, by: str, value: str, person: Person | None) -> Response:
        if person is None:
            return json_response({"errors": [missing("user", by, value)]})
        self._bill.read(self._world.now, "user", [person.id])
        return json_response({"data": self._views.user(person, call.asked, call.user_id)})

    def _several(self, call: Call, by: str, pairs: Iterable[tuple[str, Person | None]]) -> Response:
        pairs = list(pairs)
        people = {person.id: person for _, person in pairs if person is not None}
        errors = [missing("user", by, value) for value, person in pairs if person is None]
        return self._shown(call, list(people.values()), {"errors": errors} if errors else {})

    def _ties(self, call: Call, ties: Sequence[tuple[str, str]]) -> Response:
        whose = as_id("id", call.path["id"])
        if whose not in self._world.people:
            return json_response({"errors": [missing("user", "id", whose)]})
        keyed = [(i, other) for i, (one, other) in enumerate(ties) if one == whose]
        found, meta = cut(call, keyed, 1, 1000, 100)
        return self._shown(call, [self._world.people[each] for each in found], {"meta": meta})

    def _shown(self, call: Call, people: Sequence[Person], beside: Values) -> Response:
        owned = self._bill.owns(call)
        ids = [person.id for person in people]
        self._bill.read(self._world.now, "user", ids, is_owned=owned)
        shown = [self._views.user(person, call.asked, call.user_id) for person in people]
        return json_response(({"data": shown} if shown else {}) | beside)


def _as_username(parameter: str, name: str) -> str:
    if not (name.replace("_", "a").isalnum() and name.isascii() and len(name) <= 15):
        detail = f"The `{parameter}` value [{name}] does not match ^[A-Za-z0-9_]{{1,15}}$"
        raise Invalid(parameter, detail)
    return name
