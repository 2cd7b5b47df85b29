"""Every adapter as the contract's tests open it, and what they ask of all of them alike.

A new adapter adds one function and names it in `OPENERS`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from services.networks.feed_server import Blog, entries
from services.networks.mastodon_town import TOKENS, Town
from services.networks.pds_double import PASSWORD, PdsDouble
from services.networks.plain_mastodon_double import PlainDouble
from services.networks.plain_mastodon_world import TOKEN
from services.networks.x_double import XDouble
from services.networks.x_shop import REDIRECT, agree, populate

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.draft import PublishKey
from desktop.services.domain.errors import Unsupported
from desktop.services.domain.page import Page
from desktop.services.domain.post import Arrival, Post
from desktop.services.domain.tid import tid
from desktop.services.networks import registry
from desktop.services.networks.contract import Network, SignIn

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

Opened = tuple[Account, Network]


def open_bluesky(request: pytest.FixtureRequest) -> Opened:
    """Sign a bakery in to the double of a Bluesky server."""
    pds: PdsDouble = request.getfixturevalue("pds")
    asked = SignIn("bluesky", pds.server.url, "bakery.test", PASSWORD)
    account, credential = registry.Networks().sign_in(asked)
    return account, registry.Networks().open_network(account, credential, lambda _: None)


def open_mastodon(request: pytest.FixtureRequest) -> Opened:
    """Sign a bakery in to a real `mastodon_mock`."""
    town: Town = request.getfixturevalue("town")
    account, credential = registry.Networks().sign_in(
        SignIn("mastodon", town.url, "", TOKENS["bakery"])
    )
    return account, registry.Networks().open_network(account, credential, lambda _: None)


def open_plain_mastodon(request: pytest.FixtureRequest) -> Opened:
    """Sign a bakery in to a double of the humbler servers of Mastodon's API."""
    plain: PlainDouble = request.getfixturevalue("plain")
    account, credential = registry.Networks().sign_in(SignIn("mastodon", plain.url, "", TOKEN))
    return account, registry.Networks().open_network(account, credential, lambda _: None)


def open_demonstration(number: int) -> Callable[[pytest.FixtureRequest], Opened]:
    """Return what opens one of the invented networks; each lacks something else."""

    def opened(_: pytest.FixtureRequest) -> Opened:
        material = Path(__file__).parents[3] / "resources" / "demo"
        demonstration = registry.demonstration(material, lambda: NOW)
        asked = SignIn(demonstration.networks[number], "", "", "")
        account, credential = demonstration.sign_in(asked)
        return account, demonstration.open_network(account, credential, lambda _: None)

    return opened


def open_x(vocabulary: str) -> Callable[[pytest.FixtureRequest], Opened]:
    """Return what signs a shop in to a double of X's API that knows one vocabulary."""

    def opened(request: pytest.FixtureRequest) -> Opened:
        double = XDouble(vocabulary, strict=True, now=NOW)
        request.addfinalizer(double.close)
        populate(double)
        handshake = registry.Networks().begin(
            SignIn("x", double.url, double.client_id, ""), REDIRECT
        )
        account, credential = handshake.finish(agree(handshake.address)["code"])
        return account, registry.Networks().open_network(account, credential, lambda _: None)

    return opened


def open_feed(written: str) -> Callable[[pytest.FixtureRequest], Opened]:
    """Return what follows a blog on loopback whose feed is in one of the formats."""

    def opened(request: pytest.FixtureRequest) -> Opened:
        blog = Blog(entries(1, 8), format=written)
        request.addfinalizer(blog.server.close)
        account, credential = registry.Networks().sign_in(SignIn("feed", blog.url, "", ""))
        return account, registry.Networks().open_network(account, credential, lambda _: None)

    return opened


OPENERS: dict[str, Callable[[pytest.FixtureRequest], Opened]] = {
    "bluesky": open_bluesky,
    "mastodon": open_mastodon,
    "mastodon-plain": open_plain_mastodon,
    "demonstration": open_demonstration(0),
    "demonstration-forum": open_demonstration(1),
    "x-tweet": open_x("tweet"),
    "x-post": open_x("post"),
    "feed-rss": open_feed("rss"),
    "feed-atom": open_feed("atom"),
    "feed-json": open_feed("json"),
}


@contextmanager
def needs(account: Account, cap: Cap) -> Iterator[None]:
    """Hold an account to what it offers: without `cap`, what is asked must raise `Unsupported`.

    The first thing asked inside has to be one that needs the capability.
    """
    if cap in account.caps:
        yield
    else:
        with pytest.raises(Unsupported):
            yield


def key_of(number: int) -> PublishKey:
    """Return a key under which something is published."""
    moment = NOW + timedelta(seconds=number)
    return PublishKey(f"uuid-{number}", tid(moment, number), moment)


def every(ask: Callable[[str], Page[object]]) -> list[object]:
    """Follow the cursors to the end."""
    found: list[object] = []
    cursor = ""
    for _ in range(100):
        page = ask(cursor)
        found += page.items
        cursor = page.older
        if not cursor:
            return found
    raise AssertionError("the pages never end")


def home(network: Network) -> list[Arrival]:
    """Return the whole home feed."""
    return [each for each in every(network.home) if isinstance(each, Arrival)]


def others_post(network: Network, account: Account) -> Post:
    """Return the newest post that somebody else wrote."""
    newest = network.home().items
    return next(each.post for each in newest if each.post.author.native_id != account.native_id)


def assert_sound(post: Post, network: str) -> None:
    """Check what the rest of Crieur relies on in every post."""
    assert post.network == post.author.network == network
    assert post.native_id
    assert post.version
    assert post.author.native_id
    assert post.author.handle
    assert post.author.name
    assert post.created_at.utcoffset() == timedelta(0)
    size = len(post.text.encode())
    end = 0
    for facet in post.facets:
        assert end <= facet.start < facet.end <= size
        assert facet.target
        post.text.encode()[facet.start : facet.end].decode()
        end = facet.end
