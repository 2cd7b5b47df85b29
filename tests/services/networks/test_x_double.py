"""The double of X keeps state, pages, limits and refusals as X does."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import requests
from services.networks.x_asking import Client, home
from services.networks.x_double import XDouble


@pytest.fixture
def double() -> Iterator[XDouble]:
    double = XDouble()
    yield double
    double.close()


@pytest.fixture
def client(double: XDouble) -> Client:
    return Client(double)


@pytest.fixture
def lea(double: XDouble) -> str:
    lea = double.world.sign_up("lea")
    double.world.follow(double.me, lea)
    return lea


def test_pages_lead_to_the_end_and_back(double: XDouble, client: Client, lea: str):
    posts = [double.world.post(lea, f"Jour {number}") for number in range(7)]
    first = client.get(home(double), max_results=3)
    second = client.get(home(double), max_results=3, pagination_token=first["meta"]["next_token"])
    token = second["meta"]["next_token"]
    third = client.get(home(double), max_results=3, pagination_token=token)
    found = [each["id"] for page in (first, second, third) for each in page["data"]]
    assert found == posts[::-1]
    assert "next_token" not in third["meta"]
    assert "previous_token" not in first["meta"]
    back = third["meta"]["previous_token"]
    assert client.get(home(double), max_results=3, pagination_token=back)["data"] == second["data"]
    assert client.ask("GET", home(double), pagination_token="rubbish").status_code == 400


def test_what_was_seen_is_left_out(double: XDouble, client: Client, lea: str):
    old, middle, new = (double.world.post(lea, f"Jour {number}") for number in range(3))
    assert client.ids(home(double), since_id=middle) == [new]
    assert client.ids(home(double), until_id=middle) == [old]
    double.world.now += timedelta(hours=1)
    start = double.world.now.isoformat()
    late = double.world.post(lea, "Tard")
    assert client.ids(home(double), start_time=start) == [late]
    assert client.ask("GET", home(double), since_id="12a").status_code == 400


def test_replies_and_reposts_can_be_left_out(double: XDouble, client: Client, lea: str):
    post = double.world.post(lea, "Un")
    reply = double.world.post(lea, "Deux", reply_to=post)
    double.world.repost(lea, post)
    assert client.ids(f"/2/users/{lea}/tweets", exclude="retweets") == [reply, post]
    assert client.ids(f"/2/users/{lea}/tweets", exclude="replies,retweets") == [post]


def test_what_is_gone_or_hidden_is_named_beside_the_rest(double: XDouble, client: Client, lea: str):
    tom = double.world.sign_up("tom", protected=True)
    secret, seen = double.world.post(tom, "Secret"), double.world.post(lea, "Vu")
    answer = client.get("/2/tweets", ids=f"{secret},{seen},7")
    assert [each["id"] for each in answer["data"]] == [seen]
    kinds = {each["resource_id"]: each["type"].rpartition("/")[2] for each in answer["errors"]}
    assert kinds == {secret: "not-authorized-for-resource", "7": "resource-not-found"}
    assert "data" not in client.get("/2/tweets/7")
    assert "data" not in client.get("/2/users/by/username/nobody")
    assert client.ask("GET", "/2/tweets", ids="7,x").status_code == 400


def test_the_search_knows_groups_negation_and_operators(double: XDouble, client: Client, lea: str):
    bread = double.world.post(lea, "Du pain frais #boulangerie")
    wine = double.world.post(double.me, "Du vin")
    both = double.world.post(lea, "Du pain et du vin", reply_to=wine)
    old = double.world.post(lea, "Du pain rassis")
    double.world.posts[old].created_at -= timedelta(days=8)
    double.world.repost(double.me, bread)

    def found(query: str) -> set[str]:
        return set(client.ids("/2/tweets/search/recent", query=query))

    assert found("pain") == {bread, both}
    assert found('"pain et" OR #boulangerie') == {bread, both}
    assert found("(pain OR vin) -from:lea") == {wine}
    assert found(f"conversation_id:{wine} is:reply") == {both}
    assert found("xyzzyplugh") == set()
    for wrong in ("", "(pain", "colour:red", "p" * 513):
        answer = client.ask("GET", "/2/tweets/search/recent", query=wrong)
        assert answer.status_code == 400


def test_posts_are_counted_by_the_hour(double: XDouble, client: Client, lea: str):
    past = double.world.now.minute < 50
    double.world.now = double.world.now.replace(minute=50) - timedelta(hours=past)
    double.world.post(lea, "pain")
    double.world.now += timedelta(minutes=100)
    double.world.post(lea, "pain encore")
    answer = client.get("/2/tweets/counts/recent", query="pain")
    counts = [each["tweet_count"] for each in answer["data"]]
    assert (sum(counts), answer["meta"]["total_tweet_count"]) == (2, 2)
    assert counts[-1] + counts[-2] < 2
    assert len(counts) in (168, 169, 170)


def test_the_wrong_vocabulary_is_refused_where_one_is_known():
    for word, other in (("tweet", "post"), ("post", "tweet")):
        double = XDouble(word, strict=True)
        path, asked = f"/2/users/{double.me}/tweets", {f"{other}.fields": "lang"}
        assert Client(double).ask("GET", path, **asked).status_code == 400
        assert Client(double).ask("GET", path, **{f"{word}.fields": "lang"}).status_code == 200
        wrong = {f"{word}.fields": "colour"}
        assert Client(double).ask("GET", path, **wrong).status_code == 400
        double.close()


def test_both_vocabularies_are_taken_where_nothing_is_said(double: XDouble, client: Client):
    for asked in ({"tweet.fields": "author_id"}, {"post.fields": "note_post,author_id"}):
        assert client.ask("GET", home(double), **asked).status_code == 200
    assert client.ask("GET", home(double), colour="red").status_code == 400


def test_the_same_words_are_not_taken_twice(double: XDouble, client: Client):
    first = client.post("Bonjour & bienvenue")
    assert first.status_code == 201
    assert first.json()["data"]["text"] == "Bonjour &amp; bienvenue"
    again = client.post("Bonjour & bienvenue")
    assert (again.status_code, "duplicate content" in again.json()["detail"]) == (403, True)
    post_id = first.json()["data"]["id"]
    assert client.ask("DELETE", f"/2/tweets/{post_id}").json() == {"data": {"deleted": True}}
    assert client.ask("DELETE", f"/2/tweets/{post_id}").status_code == 404
    assert client.post("Bonjour & bienvenue").status_code == 201


def test_only_those_who_spoke_to_the_account_are_answered(
    double: XDouble, client: Client, lea: str
):
    def answer(post_id: str) -> int:
        reply = {"in_reply_to_tweet_id": post_id}
        return client.post(f"Merci {post_id}", reply=reply).status_code

    own = double.world.post(double.me, "Pain frais")
    assert answer(double.world.post(lea, "Le pain de shop")) == 403
    assert answer(double.world.post(lea, "Le pain de @Shop")) == 201
    assert answer(double.world.post(lea, "Voyez", quoted=own)) == 201
    assert answer(own) == 201
    double.writes.threads_allowed = False
    assert answer(own) == 403
    assert answer("7") == 403


def test_what_the_plan_lost_is_refused(double: XDouble, client: Client, lea: str):
    post = double.world.post(lea, "Pain")
    me = f"/2/users/{double.me}"
    for answer in (
        client.ask("POST", f"{me}/likes", {"tweet_id": post}),
        client.ask("DELETE", f"{me}/likes/{post}"),
        client.ask("POST", f"{me}/following", {"target_user_id": lea}),
        client.ask("DELETE", f"{me}/following/{lea}"),
        client.post("Voyez", quote_tweet_id=post),
    ):
        assert answer.status_code == 403
        assert answer.json()["type"].endswith("/client-forbidden")
    assert client.ask("POST", f"{me}/blocking", {"target_user_id": lea}).status_code == 404


@pytest.mark.parametrize("text", ["x" * 281, "é" * 281, "パ" * 141, "$AA $BB", " "])
def test_posts_that_x_does_not_take_are_refused(client: Client, text: str):
    assert client.post(text).status_code in (400, 403)


def test_a_repost_shows_until_it_is_taken_back(double: XDouble, client: Client, lea: str):
    post = double.world.post(lea, "Pain")
    path = f"/2/users/{double.me}/retweets"
    assert client.ask("POST", path, {"tweet_id": post}).json()["data"]["retweeted"]
    assert client.ask("POST", path, {"tweet_id": post}).status_code == 403
    counts = client.get(f"/2/tweets/{post}", **{"tweet.fields": "public_metrics"})
    assert counts["data"]["public_metrics"]["retweet_count"] == 1
    client.ask("DELETE", f"{path}/{post}")
    assert client.ids(f"/2/users/{double.me}/tweets") == []


def test_muted_people_leave_the_home_feed(double: XDouble, client: Client, lea: str):
    post = double.world.post(lea, "Pain")
    path = f"/2/users/{double.me}/muting"
    client.ask("POST", path, {"target_user_id": lea})
    assert (client.ids(home(double)), client.ids(path)) == ([], [lea])
    client.ask("DELETE", f"{path}/{lea}")
    assert client.ids(home(double)) == [post]


def test_a_new_post_shows_when_it_was_indexed(double: XDouble, client: Client):
    double.writes.lag = 3
    post_id = client.post("Bientôt").json()["data"]["id"]
    assert client.get(f"/2/tweets/{post_id}")["data"]["id"] == post_id
    assert client.ids(home(double)) == []
    assert client.ids(home(double)) == [post_id]


def test_a_picture_is_uploaded_described_and_posted(double: XDouble, client: Client):
    files = {"media": ("a.png", b"\x89PNG..."), "media_category": (None, "tweet_image")}
    headers = {"Authorization": f"Bearer {double.access_token}"}
    url = f"{double.url}/2/media/upload"
    media_id = requests.post(url, files=files, headers=headers, timeout=10).json()["data"]["id"]
    alt = {"id": media_id, "metadata": {"alt_text": {"text": "Du pain"}}}
    assert client.ask("POST", "/2/media/metadata", alt).status_code == 200
    posted = client.post("", media={"media_ids": [media_id]}).json()["data"]["id"]
    asked = {"expansions": "attachments.media_keys", "media.fields": "alt_text"}
    assert (
        client.get(f"/2/tweets/{posted}", **asked)["includes"]["media"][0]["alt_text"] == "Du pain"
    )
    assert client.post("Sans", media={"media_ids": ["7"]}).status_code == 400


def test_requests_are_counted_and_too_many_refused(double: XDouble, client: Client):
    double.world.now = double.world.now.replace(minute=1)
    answers = [client.ask("GET", f"/2/users/{double.me}/muting") for _ in range(16)]
    left = [int(each.headers["x-rate-limit-remaining"]) for each in answers]
    assert left == [*range(14, -1, -1), 0]
    assert [each.status_code for each in answers] == [200] * 15 + [429]
    reset = int(answers[-1].headers["x-rate-limit-reset"])
    assert 0 < reset - double.world.now.timestamp() <= 900
    double.world.now += timedelta(minutes=15)
    assert client.ask("GET", f"/2/users/{double.me}/muting").status_code == 200
