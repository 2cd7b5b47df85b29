"""The double of X takes and answers what X's public description says."""

from collections.abc import Iterator
from typing import Any

import pytest
import requests
from services.networks.x_description import (
    faults_of,
    needs_description,
    parameters,
    scopes,
)
from services.networks.x_double import XDouble
from services.networks.x_street import WORDS
from services.networks.x_vocabulary import EXPANSIONS, FIELDS, SHOWN

pytestmark = needs_description

RENAMED = {
    "edit_history_tweet_ids": "edit_history_post_ids",
    "note_tweet": "note_post",
    "referenced_tweets": "referenced_posts",
    "retweet_count": "repost_count",
    "total_tweet_count": "total_post_count",
    "tweet_count": "post_count",
    "tweets": "posts",
}
READS = [
    ("GET /2/users/me", {}),
    ("GET /2/users", {"ids": "<me>,7"}),
    ("GET /2/users/by", {"usernames": "lea,nobody"}),
    ("GET /2/users/by/username/lea", {}),
    ("GET /2/users/by/username/nobody", {}),
    ("GET /2/users/<me>", {}),
    ("GET /2/users/<me>/timelines/reverse_chronological", {"max_results": "3"}),
    ("GET /2/users/<me>/mentions", {"max_results": "5"}),
    ("GET /2/users/<me>/tweets", {"max_results": "5"}),
    ("GET /2/users/<tom>/tweets", {}),
    ("GET /2/users/<me>/followers", {"max_results": "1"}),
    ("GET /2/users/<me>/following", {}),
    ("GET /2/users/<me>/muting", {}),
    ("GET /2/users/<me>/blocking", {}),
    ("GET /2/users/<me>/owned_lists", {}),
    ("GET /2/lists/<list>/tweets", {"max_results": "2"}),
    ("GET /2/lists/7/tweets", {}),
    ("GET /2/tweets", {"ids": "<post>,7"}),
    ("GET /2/tweets/<post>", {}),
    ("GET /2/tweets/7", {}),
    ("GET /2/tweets/search/recent", {"query": "shop"}),
    ("GET /2/tweets/search/recent", {"query": "nothing_at_all"}),
    ("GET /2/tweets/counts/recent", {"query": "pain", "granularity": "day"}),
]
WRITES: list[tuple[str, dict[str, Any]]] = [
    ("POST /2/tweets", {"text": "Bonjour $A https://shop.fr", "media": {"media_ids": ["<media>"]}}),
    ("POST /2/tweets", {"text": "Merci", "reply": {"in_reply_to_tweet_id": "<mention>"}}),
    ("POST /2/users/<me>/retweets", {"tweet_id": "<mention>"}),
    ("DELETE /2/users/<me>/retweets/<mention>", {}),
    ("DELETE /2/tweets/<post>", {}),
    ("POST /2/users/<me>/muting", {"target_user_id": "<lea>"}),
    ("DELETE /2/users/<me>/muting/<lea>", {}),
    ("POST /2/media/upload", {"media": "aGVsbG8=", "media_category": "tweet_image"}),
    ("POST /2/media/metadata", {"id": "<media>", "metadata": {"alt_text": {"text": "Du pain"}}}),
]
REFUSED: list[tuple[str, dict[str, Any], int]] = [
    ("POST /2/tweets", {"text": "Bonjour", "quote_tweet_id": "<post>"}, 403),
    ("POST /2/tweets", {"text": ""}, 400),
    ("POST /2/users/<me>/likes", {"tweet_id": "<post>"}, 403),
    ("POST /2/users/<me>/following", {"target_user_id": "<lea>"}, 403),
]


class Shop(XDouble):
    """A shop that everything was done to, on a server that takes one vocabulary only."""

    def __init__(self, vocabulary: str) -> None:
        super().__init__(vocabulary, strict=True)
        self.word = vocabulary
        world, me = self.world, self.me
        lea, tom = world.sign_up("lea", bio="Lyon"), world.sign_up("tom", protected=True)
        for who, whom in ((me, lea), (lea, me), (tom, me)):
            world.follow(who, whom)
        world.muted.append((me, tom))
        world.blocked.append((me, tom))
        ours = world.post(me, "Pain & vin #pain $PAIN https://shop.fr/carte @lea 🥖")
        mention = world.post(lea, "@shop Oui", reply_to=ours)
        media = [world.upload(alt="Pain"), world.upload("video"), world.upload("animated_gif")]
        world.post(lea, "@shop voyez", quoted=ours, media=media)
        world.repost(lea, ours)
        world.post(lea, "@shop " + "long " * 100)
        gone = world.post(tom, "Bientôt effacé")
        world.post(lea, "Encore là", reply_to=gone)
        world.delete(gone)
        people_list = world.make_list(me, "Clients", lea)
        self.names = {"me": me, "lea": lea, "tom": tom, "post": ours, "mention": mention}
        self.names |= {"list": people_list, "media": media[0]}

    def filled(self, value: Any) -> Any:
        """Put the ids of this world where "<name>" stands for one."""
        if isinstance(value, list):
            return [self.filled(each) for each in value]
        if isinstance(value, dict):
            return {name: self.filled(each) for name, each in value.items()}
        if not isinstance(value, str):
            return value
        for name, native_id in self.names.items():
            value = value.replace(f"<{name}>", native_id)
        return value

    def ask(self, route: str, params: dict[str, str], body: Any = None) -> requests.Response:
        """Ask a route for everything it can show."""
        method, path = self.filled(route).split()
        name, _ = self.routed(method, path)
        returns = self.routes[name].returns
        shown = {self.word if thing == "post" else thing for thing in SHOWN[returns]}
        params = {f"{kind}.fields": ",".join(sorted(FIELDS[self.word][kind])) for kind in shown} | {
            key: self.filled(value) for key, value in params.items()
        }
        if returns:
            params["expansions"] = ",".join(sorted(EXPANSIONS[self.word][returns]))
        headers = {"Authorization": f"Bearer {self.access_token}"}
        more = {"json": self.filled(body)} if body else {}
        return requests.request(
            method, self.url + path, params=params, headers=headers, timeout=10, **more
        )

    def described(self, route: str) -> str:
        """Return a route as the description writes it."""
        return self.routed(*self.filled(route).split())[0]


@pytest.fixture(params=WORDS)
def shop(request: pytest.FixtureRequest) -> Iterator[Shop]:
    shop = Shop(request.param)
    yield shop
    shop.close()


def newer(value: Any) -> Any:
    """Put an answer into the newer vocabulary, which is the one described."""
    if isinstance(value, list):
        return [newer(each) for each in value]
    if isinstance(value, dict):
        return {RENAMED.get(name, name): newer(each) for name, each in value.items()}
    return value


def test_what_is_read_is_as_described(shop: Shop):
    for route, params in READS:
        answer = shop.ask(route, params)
        assert answer.status_code == 200, (route, answer.text)
        assert not faults_of(shop.described(route), 200, newer(answer.json())), route


def test_what_is_written_is_answered_as_described(shop: Shop):
    for route, body in WRITES:
        answer = shop.ask(route, {}, body)
        assert answer.status_code == (201 if route == "POST /2/tweets" else 200), answer.text
        name = shop.described(route)
        assert not faults_of(name, answer.status_code, newer(answer.json())), route


def test_an_upload_in_parts_is_answered_as_described(shop: Shop):
    body = {"media_type": "image/png", "total_bytes": 10, "media_category": "tweet_image"}
    ticket = shop.ask("POST /2/media/upload/initialize", {}, body)
    assert not faults_of("POST /2/media/upload/initialize", 200, ticket.json())
    upload = f"POST /2/media/upload/{ticket.json()['data']['id']}"
    for number in range(2):
        part = shop.ask(f"{upload}/append", {}, {"media": "aGVsbG8=", "segment_index": number})
        assert not faults_of(shop.described(f"{upload}/append"), 200, part.json())
    done = shop.ask(f"{upload}/finalize", {})
    assert done.json()["data"]["size"] == 10
    assert not faults_of(shop.described(f"{upload}/finalize"), 200, done.json())


def test_refusals_are_problems(shop: Shop):
    for route, body, status in REFUSED:
        answer = shop.ask(route, {}, body)
        assert answer.status_code == status
        assert {"title", "detail", "type"} <= set(answer.json())


def test_routes_take_the_parameters_and_scopes_that_are_described(shop: Shop):
    for name, route in shop.routes.items():
        chosen = set(parameters(name))
        kinds = {"post" if kind == shop.word else kind for kind in SHOWN[route.returns]}
        assert route.own | {f"{kind}.fields" for kind in kinds} <= chosen, name
        if "likes" not in name and "POST /2/users/:id/following" not in name:
            assert route.scopes == "" or set(route.scopes.split()) == scopes(name), name


def test_the_newer_vocabulary_is_the_one_described():
    names = parameters("GET /2/tweets")
    for kind in SHOWN["post"]:
        assert set(names[f"{kind}.fields"]["items"]["enum"]) == FIELDS["post"][kind]
    assert set(names["expansions"]["items"]["enum"]) == EXPANSIONS["post"]["post"]
    lists = parameters("GET /2/users/:id/owned_lists")
    assert set(lists["list.fields"]["items"]["enum"]) == FIELDS["post"]["list"]


def test_pages_are_as_long_as_described(shop: Shop):
    for route, params in READS:
        size = parameters(shop.described(route)).get("max_results")
        if size is None or "7" in route:
            continue
        for wrong in (size["minimum"] - 1, size["maximum"] + 1):
            answer = shop.ask(route, params | {"max_results": str(wrong)})
            assert answer.status_code == 400 or "errors" in answer.json(), (route, wrong)
        assert shop.ask(route, params | {"max_results": str(size["maximum"])}).status_code == 200
