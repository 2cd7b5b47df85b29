"""Exchanges with Mastodon servers as Mastodon.py's own tests recorded them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop.services.networks.mastodon_content import HomeServer

FOLDER = Path(__file__).parents[2] / "recordings" / "mastodon"
EVERY_FOLDER = Path(__file__).parents[4] / "shared" / "samples" / "mastodon_py_cassettes"
"""Where all of them lie on the machines that have them."""

HERE = HomeServer("localhost:3000", "localhost:3000", me="117440810532227399")
"""The server that was recorded; the account is that of @mastodonpy_test."""

ME = "mastodonpy_test@localhost:3000"
AP = "http://localhost:3000/ap/users/117440810532227399/statuses"
"""What the native ids of that account's posts begin with."""


def answers(name: str, path: str = "") -> list[Any]:
    """Return the successful answers of a recording to requests whose address holds `path`."""
    exchanges = json.loads((FOLDER / f"{name}.json").read_text())
    return [e["body"] for e in exchanges if e["status"] == 200 and path in e["uri"]]


def entities(value: object) -> Iterator[dict[str, Any]]:
    """Yield every object in an answer, however deep it lies."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from entities(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from entities(inner)


def status(**changes: object) -> dict[str, Any]:
    """Return a recorded post with something else in it."""
    return answers("status_post_with_quote")[0] | changes


def person(**changes: object) -> dict[str, Any]:
    return status()["account"] | changes
