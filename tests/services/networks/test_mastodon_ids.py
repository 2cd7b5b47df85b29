"""Posts and people whom everybody can name, and the numbers one server knows them by."""

from collections.abc import Iterator

import pytest
from services.networks.plain_mastodon_double import PlainDouble, said
from services.networks.plain_mastodon_world import DOMAIN, TOKEN

from desktop.services.domain.errors import Missing, Unsupported
from desktop.services.domain.origin import typed_origin
from desktop.services.fetcher import LibraryDoor
from desktop.services.networks import mastodon_ids
from desktop.services.networks.mastodon_client import Client
from desktop.services.networks.mastodon_ids import Ids

SEARCH = "/api/v2/search"


@pytest.fixture
def client(plain: PlainDouble) -> Iterator[Client]:
    client = Client(LibraryDoor(typed_origin(plain.url)), TOKEN)
    yield client
    client.close()


@pytest.fixture
def ids(client: Client) -> Ids:
    return Ids(client, DOMAIN)


def test_what_an_answer_spoke_of_is_not_asked_for_again(plain: PlainDouble, ids: Ids):
    post = next(iter(plain.world.statuses.values()))
    ids.learn([post])
    assert ids.post(post["uri"]) == post["id"]
    assert ids.person("@Bakery") == plain.world.bakery
    assert ids.native_ids[post["id"]] == post["uri"]
    assert not plain.server.requests


def test_posts_inside_posts_and_people_who_are_mentioned_are_learnt(ids: Ids):
    quoted = {"id": "3", "uri": "https://far.example/3", "in_reply_to_id": "9"}
    inner = {"id": "2", "uri": "https://far.example/2", "quote": {"quoted_status": quoted}}
    mention = {"id": "70", "acct": "Ana@Far.example"}
    ids.learn([{"id": "1", "uri": "https://x/1", "reblog": inner, "mentions": [mention]}, None, 7])
    ids.learn([inner])
    assert [ids.post(f"https://far.example/{number}") for number in (2, 3)] == ["2", "3"]
    assert ids.person("ana@far.example") == "70"


def test_a_version_of_this_server_names_the_post_at_once(
    plain: PlainDouble, client: Client, ids: Ids
):
    assert ids.post("https://far.example/1", f"{client.host}/01JX") == "01JX"
    assert ids.post(f"{client.host}/01JX") == "01JX"
    assert not plain.server.requests


def test_a_version_of_another_server_is_looked_up(plain: PlainDouble, ids: Ids):
    post = next(iter(plain.world.statuses.values()))
    assert ids.post(post["uri"], "elsewhere.example/77") == post["id"]
    assert plain.calls(SEARCH)[0].params["resolve"] == ["true"]


def test_the_end_of_an_own_address_is_tried_and_checked(plain: PlainDouble, ids: Ids):
    post = next(iter(plain.world.statuses.values()))
    address = f"https://{DOMAIN}/@bakery/statuses/{post['id']}"
    plain.world.statuses[post["id"]]["uri"] = address
    assert ids.post(address) == post["id"]
    assert not plain.calls(SEARCH)
    with pytest.raises(Missing):
        ids.post(f"https://{DOMAIN}/@somebody-else/{post['id']}")


@pytest.mark.parametrize("native_id", ["", "rubbish", "at://did:plc:x/app.bsky.feed.post/3l", "/x"])
def test_what_is_no_address_is_nowhere(plain: PlainDouble, ids: Ids, native_id: str):
    with pytest.raises(Missing):
        ids.post(native_id)
    assert not plain.server.requests


def test_a_post_of_another_server_that_is_not_found_need_not_be_gone(ids: Ids):
    with pytest.raises(Unsupported) as caught:
        ids.post("https://far.example/@ana/1")
    assert caught.value.web_url == "https://far.example/@ana/1"


def test_a_server_that_cannot_look_for_posts_says_so_in_words(plain: PlainDouble, ids: Ids):
    plain.unknown.add(SEARCH)
    with pytest.raises(Unsupported) as caught:
        ids.post("https://far.example/@ana/1")
    assert caught.value.web_url == "https://far.example/@ana/1"


def test_a_person_is_looked_up_by_name_and_asked_for_elsewhere(plain: PlainDouble, ids: Ids):
    assert ids.person("lea") == plain.world.lea
    assert ids.person("@LEA@Plain.example") == plain.world.lea
    assert len(plain.calls("/api/v1/accounts/lookup")) == 1
    plain.world.accounts["99"] = {"id": "99", "username": "ana", "acct": "ana@far.example"}
    plain.fail("/api/v1/accounts/lookup", said(404))
    assert ids.person("ana@far.example") == "99"
    assert plain.calls("/api/v1/accounts/search")[0].params["q"] == ["@ana@far.example"]


@pytest.mark.parametrize(
    "handle", ["", "@", "nobody.invalid", "a@b@c", "a/b", "nobody@far.example"]
)
def test_nobody_is_missing(ids: Ids, handle: str):
    with pytest.raises(Missing):
        ids.person(handle)


def test_neither_of_two_ways_to_a_person_is_needed(plain: PlainDouble, ids: Ids):
    plain.unknown |= {"/api/v1/accounts/lookup", "/api/v1/accounts/search"}
    with pytest.raises(Missing):
        ids.person("lea")


def test_a_conversation_is_followed_up_as_far_as_it_is_known(ids: Ids):
    first = {"id": "1", "uri": "https://x/1", "in_reply_to_id": None}
    second = {"id": "2", "uri": "https://x/2", "in_reply_to_id": "1"}
    third = {"id": "3", "uri": "https://x/3", "in_reply_to_id": 2}
    ids.learn([third])
    assert ids.root("3") == ""
    assert ids.unknown_parents([third, first, {"reblog": third}]) == ["2"]
    ids.learn([first, second])
    assert ids.root("3") == "https://x/1"
    assert ids.root("4") == ""


def test_posts_that_answer_each_other_in_a_circle_have_no_root(ids: Ids):
    ids.learn([{"id": "1", "uri": "https://x/1", "in_reply_to_id": "2"}])
    ids.learn([{"id": "2", "uri": "https://x/2", "in_reply_to_id": "1"}])
    assert ids.root("1") == ""


def test_the_oldest_is_forgotten_first(ids: Ids, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(mastodon_ids, "_REMEMBERED", 3)
    for number in range(5):
        ids.learn([{"id": str(number), "uri": f"https://x/{number}"}])
    assert list(ids.native_ids) == ["2", "3", "4"]
