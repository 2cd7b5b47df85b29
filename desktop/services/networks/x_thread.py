"""Put the posts of one conversation on X into reading order."""

from collections.abc import Iterable

from desktop.services.domain.post import Post


def in_reading_order(posts: Iterable[Post], native_id: str) -> tuple[Post, ...]:
    """Return the ancestors of a post, the post, then each reply followed by its own replies.

    X gives a conversation in pieces: where an ancestor is missing, the chain goes on with the post
    that began it all, if that one is known. No recursion: a conversation is as deep as its authors
    like, and what says that it answers itself ends the chain.
    """
    known = {post.native_id: post for post in posts}
    focus = known.get(native_id)
    if focus is None:
        return ()
    ancestors = _ancestors(focus, known)
    replies: dict[str, list[Post]] = {}
    for post in sorted(known.values(), key=lambda each: (each.created_at, each.native_id)):
        replies.setdefault(post.reply_to, []).append(post)
    told = {post.native_id: post for post in [*ancestors, focus]}
    waiting = replies.get(native_id, [])[::-1]
    while waiting:
        post = waiting.pop()
        if post.native_id not in told:
            told[post.native_id] = post
            waiting += replies.get(post.native_id, [])[::-1]
    return tuple(told.values())


def _ancestors(focus: Post, known: dict[str, Post]) -> list[Post]:
    """Return what the post answers, oldest first."""
    chain: dict[str, Post] = {}
    post = focus
    while post.reply_to:
        parent = known.get(post.reply_to) or known.get(focus.root)
        if parent is None or parent.native_id in {*chain, focus.native_id}:
            break
        chain[parent.native_id] = parent
        post = parent
    return [*chain.values()][::-1]
