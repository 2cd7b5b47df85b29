"""Four networks on this machine, on which a bakery and its customers live."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from services.networks.feed_server import Blog, entries
from services.networks.mastodon_town import Town, inhabited
from services.networks.pds_double import PdsDouble
from services.networks.x_double import XDouble
from services.networks.x_shop import populate

from desktop.services.redaction import Redaction
from desktop.services.vault import MemoryKeyring, Vault

EVERY = ("bluesky", "mastodon", "x", "feed")
TWIN = "Le marché couvert ouvre dimanche à 8 h"
"""What Léa writes on two networks at once."""


class Market:
    """The servers, and what is said on them."""

    def __init__(self) -> None:
        self.pds = PdsDouble()
        self.shop = self.pds.world.sign_up("lumiere.test")
        self.lea = self.pds.world.sign_up("lea.test")
        self.town: Town = inhabited()
        self.x = XDouble()
        self.x.bill.app_owner = ""  # as long as nobody says so in the settings
        populate(self.x)
        self.blog = Blog(entries(1, 8))
        now = datetime.now(UTC)
        for number in range(20):
            self.say(f"Fournée numéro {number}", now - timedelta(minutes=90 - number))
        self.say(TWIN, now)
        self.town.post("lea", TWIN)

    def say(self, words: str, at: datetime | None = None, **record: object) -> str:
        """Have Léa say something on Bluesky."""
        moment = (at or datetime.now(UTC)).isoformat().replace("+00:00", "Z")
        uri = self.pds.world.post(self.lea, words, createdAt=moment, **record)
        self.pds.world.records[uri]["indexedAt"] = moment
        return uri

    def said_on_bluesky(self) -> list[str]:
        """Return all that was ever posted there."""
        return [post["text"] for _, post in self.pds.world.of("app.bsky.feed.post")]

    def answers_in_town(self, words: str) -> list[dict[str, Any]]:
        """Return what the bakery said with these words on its Mastodon server."""
        who = self.town.ids["bakery"]
        said = self.town.call("GET", f"accounts/{who}/statuses", "bakery")
        return [each for each in said if words in each["content"]]

    def asked_of_x(self) -> list[str]:
        """Return what X was asked for apart from the sign-in."""
        sign_in = ("/i/oauth2/authorize", "/2/oauth2/token", "/2/users/me")
        return [each.path for each in self.x.server.requests if each.path not in sign_in]

    def close(self) -> None:
        """End the servers."""
        self.pds.close()
        self.town.close()
        self.x.close()
        self.blog.server.close()


class Pulse(QObject):
    """Measures the longest that the window was not able to react, in milliseconds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest = 0
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer(self)
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        self.longest = max(self.longest, self._since.restart())

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()


class Answered:
    """Says yes to every question of a dialog, and remembers what was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *places: str) -> None:
        self.questions: list[str] = []
        for place in places:
            monkeypatch.setattr(f"{place}.ask", self._ask)

    def _ask(
        self, _theme: object, _parent: object, title: str, text: str, *_: object, **__: object
    ):
        self.questions.append(f"{title} {text}")
        return True


def keys_that_stay(monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    """Give every start of the program the same keyring, and return it."""
    keyring = MemoryKeyring()

    def vault(redaction: Redaction, find: Callable[[], object] = lambda: keyring) -> Vault:
        return Vault(redaction, find)

    monkeypatch.setattr("desktop.program.Vault", vault)
    return keyring
