"""A bakery's writing desk at a humble server of Mastodon's API."""

from dataclasses import replace
from datetime import UTC, datetime

from services.networks.plain_mastodon_double import PlainDouble
from services.networks.plain_mastodon_world import TOKEN

from desktop.services.domain.draft import Attachment, PublishKey, ReplyTarget
from desktop.services.domain.origin import typed_origin
from desktop.services.fetcher import LibraryDoor
from desktop.services.networks.mastodon_client import Client
from desktop.services.networks.mastodon_server import account_of
from desktop.services.networks.mastodon_session import Session
from desktop.services.networks.mastodon_writing import Writing

STATUSES = "/api/v1/statuses"
PICTURE = Attachment(b"\x89PNG", "image/png", "Une tarte aux prunes", 2, 2)


def key_now() -> PublishKey:
    """Return a key for something that is published now."""
    return PublishKey("uuid-1", "3l", datetime.now(UTC))


class Desk:
    """The bakery's writing desk and what it sends."""

    def __init__(self, plain: PlainDouble) -> None:
        self.plain = plain
        self.client = Client(LibraryDoor(typed_origin(plain.url)), TOKEN)
        account, _ = account_of(self.client, plain.url)
        self.pauses: list[float] = []
        self.session = Session(account, self.client)
        self.writing = Writing(self.session, self.pauses.append)

    def become(self, **changes: object) -> None:
        self.session.account = replace(self.session.account, **changes)

    def reply_to(self, **fields: object) -> ReplyTarget:
        world = self.plain.world
        post = world.say(world.lea, "Vous ouvrez quand ?", **fields)
        version = f"{self.client.host}/{post['id']}"
        return ReplyTarget(post["uri"], version, post["uri"], version)

    def sent(self) -> dict[str, str]:
        return self.plain.world.form(self.plain.calls(STATUSES)[-1])
