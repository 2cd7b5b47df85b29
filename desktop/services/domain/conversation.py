"""Put the posts of a conversation into the order in which people read it."""

from collections import defaultdict
from collections.abc import Sequence

from desktop.services.domain.post import Post


def reading_order(posts: Sequence[Post], focus: str) -> tuple[tuple[Post, int], ...]:
    """Return the posts round the one with the native id `focus`, each with its depth.

    First what it answers, oldest first, then the post, then its replies, each followed by the
    replies to it. Replies to the ancestors that lead elsewhere are left out, as is what is not
    connected. Depth 0 is the oldest ancestor present: one that is missing costs only itself.
    """
    by_id = {post.native_id: post for post in posts}
    if focus not in by_id:
        return ()
    ancestors: list[Post] = []
    above = by_id.get(by_id[focus].reply_to)
    while above is not None and above not in ancestors and above.native_id != focus:
        ancestors.insert(0, above)
        above = by_id.get(above.reply_to)
    replies: defaultdict[str, list[Post]] = defaultdict(list)
    for post in by_id.values():
        replies[post.reply_to].append(post)
    order = [(post, depth) for depth, post in enumerate(ancestors)]
    passed = {post.native_id for post in ancestors}
    waiting = [(by_id[focus], len(ancestors))]
    while waiting:
        post, depth = waiting.pop()
        if post.native_id in passed:
            continue
        passed.add(post.native_id)
        order.append((post, depth))
        below = sorted(replies[post.native_id], key=lambda reply: reply.created_at, reverse=True)
        waiting += [(reply, depth + 1) for reply in below]
    return tuple(order)
