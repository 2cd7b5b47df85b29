"""Whom an answer has to name so that they hear of it, where the network does not do that itself."""

from desktop.services.domain.post import FacetKind, Post

NAMING = frozenset({"mastodon"})
"""Networks on which only who is named in the text is told, and may read what is not public."""


def addressees(post: Post, own_id: str) -> tuple[str, ...]:
    """Return the handles that an answer to `post` begins with: its author, then who it named.

    The account that answers is left out, and so is everybody on networks that tell by themselves.
    """
    if post.network not in NAMING:
        return ()
    named = [post.author.native_id]
    named += [facet.target for facet in post.facets if facet.kind is FacetKind.MENTION]
    return tuple(dict.fromkeys(each for each in named if each and each != own_id))


def opening(post: Post, own_id: str) -> str:
    """Return the words that an answer begins with; empty where none are needed."""
    return "".join(f"@{handle} " for handle in addressees(post, own_id))
