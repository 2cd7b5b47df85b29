"""What the double of X's API answers when it is asked for posts and how many there are."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from services.loopback import Response, json_response
from services.networks.x_bill import COUNTS, Bill
from services.networks.x_calls import OF_PAGES, OF_TIMES, Call, Route, as_id, cut, moment, within
from services.networks.x_problems import hidden, missing
from services.networks.x_search import matcher
from services.networks.x_views import Views, stamp
from services.networks.x_vocabulary import Invalid
from services.networks.x_world import Person, Said, World

Values = dict[str, Any]

SEARCHABLE = timedelta(days=7)
_STEPS = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1)}


class PostRoutes:
    """Answers and charges."""

    def __init__(self, world: World, views: Views, bill: Bill) -> None:
        self._world = world
        self._views = views
        self._bill = bill

    def routes(self) -> list[Route]:
        """Return the methods that read posts."""
        users, timed = "users.read tweet.read", OF_PAGES | OF_TIMES
        home = "GET /2/users/:id/timelines/reverse_chronological"
        search = timed | {"query", "next_token", "sort_order"}
        counts = OF_TIMES | {"query", "next_token", "pagination_token", "granularity"}
        ids, feed, lists = frozenset({"ids"}), timed | {"exclude"}, f"{users} list.read"
        return [
            Route(home, self.home, users, 180, "post", feed),
            Route("GET /2/users/:id/mentions", self.mentions, users, 300, "post", timed),
            Route("GET /2/users/:id/tweets", self.written, users, 900, "post", feed),
            Route("GET /2/lists/:id/tweets", self.listed, lists, 900, "post", OF_PAGES),
            Route("GET /2/tweets", self.posts, users, 900, "post", ids),
            Route("GET /2/tweets/search/recent", self.search, users, 300, "post", search),
            Route("GET /2/tweets/counts/recent", self.counts, "", 300, "", counts),
            Route("GET /2/tweets/:id", self.post, users, 900, "post"),
        ]

    def home(self, call: Call) -> Response:
        world, me = self._world, call.me()
        whom = {me} | {each for who, each in world.follows if who == me}
        whom -= {each for who, each in [*world.muted, *world.blocked] if who == me}
        found = [said for said in world.newest_first() if said.author.id in whom]
        return self._feed(call, found, (1, 100, 100))

    def mentions(self, call: Call) -> Response:
        person = self._person(call)
        if not isinstance(person, Person):
            return person
        found = [
            said
            for said in self._world.newest_first()
            if said.mentions(person) and not said.reposted and self._may_see(said.author, call)
        ]
        return self._feed(call, found, (5, 100, 10))

    def written(self, call: Call) -> Response:
        person = self._person(call)
        if not isinstance(person, Person):
            return person
        if not self._may_see(person, call):
            return json_response({"errors": [hidden("user", "id", person.id)]})
        found = [said for said in self._world.newest_first() if said.author is person]
        return self._feed(call, found, (5, 100, 10))

    def listed(self, call: Call) -> Response:
        list_id = as_id("id", call.path["id"])
        if list_id not in self._world.lists:
            return json_response({"errors": [missing("list", "id", list_id)]})
        _, _, members = self._world.lists[list_id]
        found = [
            said
            for said in self._world.newest_first()
            if said.author.id in members and self._may_see(said.author, call)
        ]
        return self._feed(call, found, (1, 100, 100))

    def posts(self, call: Call) -> Response:
        return json_response(self._looked_up(call, call.ids("ids"), "ids"))

    def post(self, call: Call) -> Response:
        answer = self._looked_up(call, [as_id("id", call.path["id"])], "id")
        if "data" in answer:
            answer["data"] = answer["data"][0]
        return json_response(answer)

    def search(self, call: Call) -> Response:
        return self._feed(call, self._found(call), (10, 100, 10))

    def counts(self, call: Call) -> Response:
        step = _STEPS.get(call.one("granularity", "hour"))
        if step is None:
            raise Invalid("granularity", "The granularity is not one of [minute,hour,day]")
        found = [said for _, said in within(call, self._found(call))]
        end = moment(call, "end_time") or self._world.now + timedelta(milliseconds=1)
        start = moment(call, "start_time") or end - SEARCHABLE
        word, data = f"{self._views.word}_count", []
        while start < end:
            stop = min(end, _floor(start, step) + step)
            count = sum(start <= said.created_at < stop for said in found)
            data.append({"start": stamp(start), "end": stamp(stop), word: count})
            start = stop
        self._bill.act(self._world.now, "counts", COUNTS)
        total = sum(bucket[word] for bucket in data)
        return json_response({"data": data, "meta": {f"total_{word}": total}})

    def _person(self, call: Call) -> Person | Response:
        person_id = as_id("id", call.path["id"])
        found = self._world.people.get(person_id)
        return found or json_response({"errors": [missing("user", "id", person_id)]})

    def _may_see(self, person: Person, call: Call) -> bool:
        me = call.user_id
        is_let_in = person.id == me or (me, person.id) in self._world.follows
        return (person.id, me) not in self._world.blocked and (not person.is_protected or is_let_in)

    def _found(self, call: Call) -> list[Said]:
        """Return what a search finds; reposts are not searched since May 2026."""
        test, oldest = matcher(call.one("query")), self._world.now - SEARCHABLE
        start = moment(call, "start_time")
        if start is not None and start < oldest:
            raise Invalid("start_time", "'start_time' must be within the last 7 days")
        return [
            said
            for said in self._world.newest_first()
            if said.created_at >= oldest
            and not said.reposted
            and not said.author.is_protected
            and test(said)
        ]

    def _feed(self, call: Call, found: Sequence[Said], bounds: tuple[int, int, int]) -> Response:
        excluded = call.one("exclude").split(",") if call.one("exclude") else []
        if not {*excluded} <= {"replies", "retweets"}:
            raise Invalid("exclude", "exclude is not one of [replies,retweets]")
        kept = [
            said
            for said in found
            if not ("replies" in excluded and said.reply_to)
            and not ("retweets" in excluded and said.reposted)
        ]
        page, meta = cut(call, within(call, kept), *bounds)
        if page and not call.request.path.startswith("/2/lists/"):
            meta |= {"newest_id": page[0].id, "oldest_id": page[-1].id}
        ids = [said.id for said in page]
        self._bill.read(self._world.now, "post", ids, is_owned=self._bill.owns(call))
        answer = self._views.answer(page, call.asked, call.user_id)
        errors = self._lost_references(page, call)
        return json_response(answer | {"meta": meta} | ({"errors": errors} if errors else {}))

    def _lost_references(self, page: Sequence[Said], call: Call) -> list[Values]:
        """Return what an expansion asks for and does not get, because it is gone."""
        if not call.asked.expansions & {"referenced_tweets.id", "referenced_posts"}:
            return []
        ids = {i for said in page for i in (said.reply_to, said.quoted) if i}
        gone = sorted(ids - set(self._world.posts))
        return [missing(self._views.word, "referenced_tweets.id", each) for each in gone]

    def _looked_up(self, call: Call, ids: list[str], by: str) -> Values:
        found, errors = [], []
        for post_id in dict.fromkeys(ids):
            said = self._world.posts.get(post_id)
            if said is None:
                errors.append(missing(self._views.word, by, post_id))
            elif not self._may_see(said.author, call):
                errors.append(hidden(self._views.word, by, post_id))
            else:
                found.append(said)
        self._bill.read(self._world.now, "post", [said.id for said in found])
        answer = self._views.answer(found, call.asked, call.user_id)
        return answer | ({"errors": errors} if errors else {})


def _floor(at: datetime, step: timedelta) -> datetime:
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + (at - midnight) // step * step
