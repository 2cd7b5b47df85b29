"""What a server is, what it offers and how long its posts may be, as far as it says so."""

from collections.abc import Iterator

import pytest
from services.loopback import json_response
from services.networks.mastodon_town import TOKENS, Town
from services.networks.plain_mastodon_double import PlainDouble, said
from services.networks.plain_mastodon_world import TOKEN

from desktop.services.domain.account import Cap
from desktop.services.domain.errors import BadAnswer, Missing, SignedOut
from desktop.services.domain.origin import typed_origin
from desktop.services.fetcher import LibraryDoor
from desktop.services.networks.mastodon_client import Client
from desktop.services.networks.mastodon_server import Offer, account_of, offer_of

INSTANCE = "/api/v1/instance"


@pytest.fixture
def client(plain: PlainDouble) -> Iterator[Client]:
    client = Client(LibraryDoor(typed_origin(plain.url)), TOKEN)
    yield client
    client.close()


def offer(town: Town) -> Offer:
    client = Client(LibraryDoor(typed_origin(town.url)), TOKENS["bakery"])
    try:
        return offer_of(client)
    finally:
        client.close()


def test_mastodon_offers_everything(town: Town):
    found = offer(town)
    assert (found.software, found.domain) == ("mastodon", "town.example")
    assert found.version > (4,)
    wanted = Cap.LISTS | Cap.READING_PLACE | Cap.IDEMPOTENT_CREATE | Cap.SEARCH | Cap.QUOTE
    assert wanted in found.caps
    assert Cap.SEARCH_PARTIAL in found.caps
    assert Cap.COUNTS not in found.caps
    assert (found.limits.max_units, found.limits.url_units) == (500, 23)


def test_a_server_that_describes_itself_in_the_old_form_only(client: Client):
    found = offer_of(client)
    assert (found.software, found.version, found.domain) == (
        "gotosocial",
        (0, 20, 0),
        "plain.example",
    )
    limits = found.limits
    assert (limits.max_units, limits.max_images, limits.url_units) == (5000, 6, 25)
    assert limits.image_bytes == 10_485_760
    absent = Cap.LISTS | Cap.READING_PLACE | Cap.QUOTE | Cap.IDEMPOTENT_CREATE
    assert not found.caps & absent
    assert Cap.SEARCH | Cap.SEARCH_PARTIAL in found.caps


def test_what_a_server_lacks_is_found_out_by_asking(plain: PlainDouble, client: Client):
    plain.unknown = {"/api/v2/search"}
    found = offer_of(client)
    assert not found.caps & (Cap.SEARCH | Cap.SEARCH_PARTIAL | Cap.LISTS)
    assert Cap.HASHTAGS in found.caps
    assert offer_of(client, has_account=False).caps == found.caps


def test_a_server_may_describe_itself_under_an_address_with_a_slash_only(
    plain: PlainDouble, client: Client
):
    told = {"version": "4.4.0", "domain": "plain.example"}
    plain.unknown.add(INSTANCE)
    plain.fail("/api/v2/instance/", lambda _, act: json_response(told))
    assert offer_of(client).domain == "plain.example"


def test_a_server_that_breaks_down_over_what_it_lacks_is_still_a_server(
    plain: PlainDouble, client: Client
):
    plain.fail("/.well-known/nodeinfo", said(500))
    plain.fail("/api/v1/lists", said(500))
    plain.fail("/api/v2/search", said(502))
    found = offer_of(client)
    assert found.software == "gotosocial"
    assert not found.caps & (Cap.SEARCH | Cap.LISTS)


@pytest.mark.parametrize(
    ("version", "nodeinfo", "software", "number"),
    [
        ("3.5.3+0.20.0+git-57cb4fe", None, "gotosocial", (0, 20, 0)),
        ("2.7.2 (compatible; Pleroma 2.6.50)", None, "pleroma", (2, 7, 2)),
        ("2.7.2 (compatible; Akkoma 3.13.2)", {"name": "Akkoma"}, "akkoma", (2, 7, 2)),
        ("3.5.3 (compatible; Pixelfed 0.12.3)", None, "pixelfed", (3, 5, 3)),
        ("4.4.1", None, "mastodon", (4, 4, 1)),
        ("4.5.0-beta.1+glitch", {"name": "mastodon", "version": "4.5.0"}, "mastodon", (4, 5, 0)),
        ("4.2.0 (compatible; Something 1.0)", None, "other", (4, 2, 0)),
        ("nightly", {"name": "snac", "version": ""}, "snac", ()),
        ("nightly", None, "other", ()),
    ],
)
def test_software_is_named_by_what_it_says_of_itself(
    plain: PlainDouble,
    client: Client,
    version: str,
    nodeinfo: dict[str, str] | None,
    software: str,
    number: tuple[int, ...],
):
    plain.version, plain.nodeinfo = version, nodeinfo
    found = offer_of(client)
    assert (found.software, found.version) == (software, number)
    assert (Cap.IDEMPOTENT_CREATE in found.caps) == (software == "mastodon")
    assert (Cap.QUOTE in found.caps) == (version.startswith("4.5"))


@pytest.mark.parametrize("links", [{}, {"links": "x"}, {"links": [{"href": "http://[bad"}]}, []])
def test_a_nodeinfo_that_is_none_does_no_harm(plain: PlainDouble, client: Client, links: object):
    plain.fail("/.well-known/nodeinfo", lambda _, act: json_response(links))
    assert offer_of(client).software == "gotosocial"


def test_a_domain_may_come_as_an_address_or_not_at_all(plain: PlainDouble, client: Client):
    plain.uri = "https://plain.example/"
    assert offer_of(client).domain == "plain.example"
    plain.uri = ""
    account, _ = account_of(client, plain.url)
    assert account.native_id == "bakery@plain.example"


def test_people_may_be_named_after_another_domain_than_their_servers(
    client: Client, plain: PlainDouble
):
    told = {"version": "4.4.0", "uri": "gts.plain.example", "account_domain": "plain.example"}
    plain.fail(INSTANCE, lambda _, act: json_response(told))
    assert offer_of(client).domain == "plain.example"


def test_limits_that_are_none_are_not_believed(plain: PlainDouble, client: Client):
    statuses = {"max_characters": -4, "max_media_attachments": 9_000_000}
    media = {"image_size_limit": 10**15}
    configuration = {"statuses": statuses, "media_attachments": media}
    told = {"version": "4.4.0", "uri": "x.example", "configuration": configuration}
    plain.fail(INSTANCE, lambda _, act: json_response(told))
    limits = offer_of(client).limits
    assert (limits.max_units, limits.max_images, limits.image_bytes) == (500, 100, 16_777_216)


@pytest.mark.parametrize(
    "fault",
    [
        said(404),
        said(403),
        lambda _, act: json_response({"name": "a shop"}),
        lambda _, act: json_response([]),
    ],
)
def test_a_page_that_is_no_such_server_is_missing(
    plain: PlainDouble, client: Client, fault: object
):
    plain.fail(INSTANCE, fault)
    with pytest.raises(Missing):
        offer_of(client)


def test_a_server_that_shows_itself_to_its_own_people_only_is_one_all_the_same(
    plain: PlainDouble, client: Client
):
    plain.fail(INSTANCE, said(401))
    assert Cap.HOME in offer_of(client).caps


def test_an_account_is_named_with_its_domain(plain: PlainDouble, client: Client):
    account, offer = account_of(client, plain.url)
    assert (account.native_id, account.handle) == ("bakery@plain.example",) * 2
    assert (account.name, account.server, account.id) == ("Bakery", plain.url, 0)
    assert (account.caps, account.limits) == (offer.caps, offer.limits)


def test_an_account_without_a_name_is_a_bad_answer(plain: PlainDouble, client: Client):
    verify = "/api/v1/accounts/verify_credentials"
    plain.fail(verify, lambda _, act: json_response({"id": "1"}))
    with pytest.raises(BadAnswer):
        account_of(client, plain.url)
    plain.fail(verify, said(401))
    with pytest.raises(SignedOut):
        account_of(client, plain.url)
