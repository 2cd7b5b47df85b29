"""Made-up things to store: accounts, people, posts, arrivals and notifications."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from fakes import START

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.post import (
    Arrival,
    Author,
    Notification,
    NotificationKind,
    Post,
)

NETWORK = "bluesky"


def at(minutes: float) -> datetime:
    """Return a moment so many minutes after the tests' clock starts."""
    return START + timedelta(minutes=minutes)


def account(name: str, network: str = NETWORK, **fields: Any) -> Account:
    """Return an account that is not stored yet."""
    return replace(
        Account(
            id=0,
            network=network,
            native_id=f"did:{name}",
            handle=f"{name}.test",
            name=name.title(),
            server="https://server.test",
            caps=Cap.HOME | Cap.LIKE,
            connected_at=START,
        ),
        **fields,
    )


def author(name: str = "ana", network: str = NETWORK, **fields: Any) -> Author:
    """Return a person, as told under a post."""
    return Author(network, f"did:{name}", f"{name}.test", name.title(), **fields)


def post(name: str = "one", text: str = "Fresh bread", minutes: float = 0, **fields: Any) -> Post:
    """Return a post by Ana unless told otherwise."""
    fields.setdefault("author", author(network=fields.get("network", NETWORK)))
    fields.setdefault("network", NETWORK)
    return Post(native_id=f"at:{name}", created_at=at(minutes), text=text, **fields)


def arrival(
    name: str = "one", minutes: float = 0, reposter: Author | None = None, **fields: Any
) -> Arrival:
    """Return a post as it arrives in a feed when it is written."""
    return Arrival(post(name, minutes=minutes, **fields), at(minutes), reposter)


def arrivals(names: Iterable[int], **fields: Any) -> list[Arrival]:
    """Return one arrival a minute, named by its minute."""
    return [arrival(str(name), minutes=name, **fields) for name in names]


def notification(
    name: str, kind: NotificationKind = NotificationKind.LIKE, minutes: float = 0, **fields: Any
) -> Notification:
    """Return what someone did towards an account."""
    fields.setdefault("actor", author(name))
    return Notification(f"note:{name}", kind, at=at(minutes), **fields)
