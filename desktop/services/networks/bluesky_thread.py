"""Put a Bluesky conversation into reading order."""

from desktop.services.domain.errors import Missing
from desktop.services.domain.post import Post
from desktop.services.networks.bluesky_reading import read_post
from desktop.services.networks.hostile_json import Json, items, mapping, read_each

_MOST = 2_000


def read_thread(view: Json) -> tuple[Post, ...]:
    """Return ancestors first, then the post, then each reply followed by its own replies.

    Posts that are deleted, blocked or unreadable are left out and what hangs on them stays. No
    recursion: a conversation is as deep as its authors like.
    """
    focus = _post(view)
    if focus is None:
        raise Missing("the post is gone")
    posts = [*_ancestors(view), focus]
    waiting = _replies(view)
    while waiting and len(posts) < _MOST:
        reply = waiting.pop()
        post = _post(reply)
        if post is not None:
            posts.append(post)
        waiting += _replies(reply)
    return tuple(_without_doubles(posts))


def _ancestors(view: Json) -> list[Post]:
    found: list[Post] = []
    parent = mapping(view.get("parent"))
    while parent and len(found) < _MOST:
        post = _post(parent)
        if post is not None:
            found.append(post)
        parent = mapping(parent.get("parent"))
    return found[::-1]


def _replies(view: Json) -> list[Json]:
    """Return the replies, last first, to be taken from the end."""
    return [reply for reply in map(mapping, items(view.get("replies"))[::-1]) if reply]


def _post(view: Json) -> Post | None:
    good, _ = read_each([view.get("post")], read_post)
    return good[0] if good else None


def _without_doubles(posts: list[Post]) -> list[Post]:
    return list({post.native_id: post for post in posts}.values())
