"""A bakery's account on a real `mastodon_mock`, with its neighbours, and faults to order."""

import re
from typing import Any
from unittest import mock

import requests
from mastodon_mock.config import (
    MastodonMockConfig,
    SeedAccount,
    SeedConfig,
    StreamingConfig,
)
from mastodon_mock.content_format import render_status_html
from mastodon_mock.testing import MockServer

from desktop.services.networks import registry
from desktop.services.networks.mastodon import Mastodon

DOMAIN = "town.example"
TOKENS = {name: f"{name}_token_0123456789" for name in ("bakery", "lea", "tom", "zoe", "martin")}
"""Everybody who lives there; martin decides who follows him."""


_TAG = re.compile(r"#(\w+)")
_MENTION = re.compile(r"@(\w+)")


def rendered(words: str) -> str:
    """Write a post's HTML with the links to people and hashtags that Mastodon puts into it."""
    place = f'<a href="https://{DOMAIN}'
    html = _TAG.sub(
        rf'{place}/tags/\1" class="mention hashtag" rel="tag">#<span>\1</span></a>',
        render_status_html(words),
    )
    return _MENTION.sub(
        rf'<span class="h-card">{place}/@\1" class="u-url mention">@<span>\1</span></a></span>',
        html,
    )


class Town:
    """The server, and what its people do on it."""

    def __init__(self) -> None:
        people = [
            SeedAccount(
                username=name,
                display_name=name.title(),
                locked=name == "martin",
                access_token=token,
            )
            for name, token in TOKENS.items()
        ]
        people.append(SeedAccount(username="dave", display_name="Dave", domain="far.example"))
        config = MastodonMockConfig(
            domain=DOMAIN,
            seed=SeedConfig(accounts=people),
            streaming=StreamingConfig(enabled=False),
        )
        self._words = mock.patch("mastodon_mock.routers.statuses.render_status_html", rendered)
        self._words.start()
        self.server = MockServer(config=config, log_level="critical").start()
        self._session = requests.Session()
        self._session.trust_env = False
        self.ids = {name: self.call("GET", "accounts/lookup", acct=name)["id"] for name in TOKENS}

    @property
    def url(self) -> str:
        """Return the server's address."""
        return self.server.base_url

    def call(self, method: str, path: str, who: str = "", **params: Any) -> Any:
        """Call the server as one of its people, and return what it answers."""
        headers = {"Authorization": f"Bearer {TOKENS[who]}"} if who else {}
        place = "params" if method == "GET" else "data"
        answer = self._session.request(
            method, f"{self.url}/api/v1/{path}", headers=headers, timeout=10, **{place: params}
        )
        answer.raise_for_status()
        return answer.json()

    def post(self, who: str, words: str, **fields: Any) -> dict[str, Any]:
        """Let somebody write something."""
        return self.call("POST", "statuses", who, status=words, **fields)

    def act(self, who: str, verb: str, status: dict[str, Any]) -> None:
        """Let somebody favourite, reblog... a post."""
        self.call("POST", f"statuses/{status['id']}/{verb}", who)

    def follow(self, who: str, whom: str) -> None:
        """Let somebody follow somebody."""
        self.call("POST", f"accounts/{self.ids[whom]}/follow", who)

    def fail(self, path: str, effect: dict[str, Any], count: int | None = 1) -> None:
        """Let the next calls of a path go wrong."""
        rule = {"match": {"path_regex": path}, "effect": effect, "count": count}
        answer = self._session.post(f"{self.url}/api/v1/_mock/faults", json=rule, timeout=10)
        answer.raise_for_status()

    def heal(self) -> None:
        """Let nothing go wrong any more."""
        self._session.delete(f"{self.url}/api/v1/_mock/faults", timeout=10).raise_for_status()

    def close(self) -> None:
        """End the server."""
        self._session.close()
        self.server.stop()
        self._words.stop()


def inhabited() -> Town:
    """Return the town on a busy morning."""
    town = Town()
    town.follow("bakery", "lea")
    town.follow("lea", "bakery")
    town.follow("tom", "bakery")
    ours = town.post("bakery", "Le pain du matin est prêt", language="fr")
    for number in range(8):
        town.post("lea", f"Promenade {number} dans le parc")
    strange = town.post("zoe", "Marché de Noël samedi #noel", language="fr")
    town.act("lea", "reblog", strange)
    town.post("tom", "@bakery Délicieux !", in_reply_to_id=ours["id"])
    town.post("lea", "Bravo à @bakery")
    town.act("tom", "favourite", ours)
    town.act("lea", "reblog", ours)
    kept = town.call("POST", "lists", "bakery", title="Quartier")
    town.call(
        "POST", f"lists/{kept['id']}/accounts", "bakery", **{"account_ids[]": town.ids["tom"]}
    )
    return town


def opened_again(shop: Mastodon) -> Mastodon:
    """Open an account as after a restart: nothing is remembered."""
    account, token = shop._session.account, shop._token
    network = registry.Networks().open_network(account, token.credential(), lambda _: None)
    assert isinstance(network, Mastodon)
    return network
