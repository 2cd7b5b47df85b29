"""A post of the user's own, shown as soon as it is public."""

from desktop.services.domain.account import Account
from desktop.services.domain.draft import OutboxItem, Published
from desktop.services.domain.facets import find_facets
from desktop.services.domain.post import Author, Counts, Post


def as_post(account: Account, item: OutboxItem, published: Published) -> Post:
    """Return the post as the network will tell it, as far as we know."""
    draft = item.draft
    author = Author(
        account.network, account.native_id, account.handle, account.name, account.avatar_url
    )
    reply = draft.reply_to
    return Post(
        network=account.network,
        native_id=published.native_id,
        author=author,
        created_at=item.key.created_at,
        text=draft.text,
        url=published.url,
        version=published.version,
        facets=find_facets(draft.text) if draft.facets is None else draft.facets,
        lang=draft.lang,
        reply_to="" if reply is None else reply.native_id,
        root="" if reply is None else reply.root_native_id,
        visibility=draft.visibility or "public",
        warning=draft.warning,
        counts=Counts(0, 0, 0, 0),
    )
