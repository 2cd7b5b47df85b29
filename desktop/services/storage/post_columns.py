"""Turn a post into its row and back; what hangs on it is kept as compact JSON."""

import json
from typing import Any

from desktop.services.domain.post import (
    Author,
    Counts,
    Facet,
    FacetKind,
    LinkCard,
    Media,
    Post,
    Quote,
)
from desktop.services.storage.columns import (
    count,
    from_ms,
    from_optional_ms,
    storable,
    to_json,
    to_ms,
    to_optional_ms,
)
from desktop.services.storage.keys import time_key

NAMES = (
    "id, network, native_id, author_id, created_ms, text, attached, url, version, lang, "
    "reply_to, reply_to_author, root, visibility, warning, is_paid, edited_ms, indexed_ms, "
    "replies, reposts, likes, quotes, extra"
)
READ = """p.network, p.native_id, p.created_ms, p.text, p.url, p.version, p.lang, p.reply_to,
    p.reply_to_author, p.root, p.visibility, p.warning, p.is_paid, p.edited_ms, p.indexed_ms,
    p.replies, p.reposts, p.likes, p.quotes, p.extra"""
WIDTH = 20
"""How many columns `READ` has."""


def key_of(post: Post) -> int:
    """Return the key a post asks for: when it was written, but never later than it was seen.

    Some write from the future to stay on top.
    """
    at = post.created_at
    if post.indexed_at is not None and post.indexed_at < at:
        at = post.indexed_at
    return time_key(to_ms(at), f"{post.network} {post.native_id}", is_post=True)


def row_of(post: Post, post_id: int, author_id: int) -> tuple[Any, ...]:
    """Return the values of `NAMES`."""
    counts = post.counts
    return (
        post_id,
        post.network,
        storable(post.native_id),
        author_id,
        to_ms(post.created_at),
        storable(post.text),
        _attached_words(post),
        storable(post.url),
        storable(post.version),
        storable(post.lang),
        storable(post.reply_to),
        storable(post.reply_to_author),
        storable(post.root),
        storable(post.visibility),
        storable(post.warning),
        bool(post.paid),
        to_optional_ms(post.edited_at),
        to_optional_ms(post.indexed_at),
        count(counts.replies),
        count(counts.reposts),
        count(counts.likes),
        count(counts.quotes),
        _extra_json(post),
    )


def post_of(row: tuple[Any, ...], author: Author) -> Post:
    """Return the post that `READ` was read of."""
    extra = row[19]
    facets, media, card, quote = ((), (), None, None) if extra is None else _extra(extra)
    return Post(
        network=row[0],
        native_id=row[1],
        author=author,
        created_at=from_ms(row[2]),
        text=row[3],
        url=row[4],
        version=row[5],
        facets=facets,
        lang=row[6],
        reply_to=row[7],
        reply_to_author=row[8],
        root=row[9],
        media=media,
        card=card,
        quote=quote,
        visibility=row[10],
        warning=row[11],
        paid=bool(row[12]),
        edited_at=from_optional_ms(row[13]),
        counts=Counts(row[15], row[16], row[17], row[18]),
        indexed_at=from_optional_ms(row[14]),
    )


def pictures_in(extra: str | None) -> list[str]:
    """Return the addresses of the pictures that a stored post shows, given its `extra`."""
    if extra is None:
        return []
    _, media, card, _ = _extra(extra)
    shown = [url for each in media for url in (each.url, each.thumb_url)]
    return [url for url in (*shown, card.thumb_url if card else "") if url]


def _attached_words(post: Post) -> str:
    """Return what else of the post can be searched: descriptions, the card, the quoted text."""
    if not (post.media or post.card or post.quote or post.warning):
        return ""
    words = [post.warning, *(media.alt for media in post.media)]
    if post.card is not None:
        words += [post.card.title, post.card.description]
    if post.quote is not None:
        words.append(post.quote.text)
    return storable("\n".join(word for word in words if word))


def _extra_json(post: Post) -> str | None:
    if not (post.facets or post.media or post.card or post.quote):
        return None
    card, quote = post.card, post.quote
    return to_json(
        [
            [[f.kind.value, count(f.start), count(f.end), storable(f.target)] for f in post.facets],
            [
                [
                    storable(m.kind),
                    storable(m.url),
                    storable(m.thumb_url),
                    storable(m.alt),
                    count(m.width),
                    count(m.height),
                ]
                for m in post.media
            ],
            card
            and [
                storable(text) for text in (card.url, card.title, card.description, card.thumb_url)
            ],
            quote
            and [
                storable(quote.native_id),
                _author_list(quote.author),
                storable(quote.text),
                to_ms(quote.created_at),
                storable(quote.url),
            ],
        ]
    )


def _author_list(author: Author) -> list[str]:
    told = (author.network, author.native_id, author.handle, author.name, author.avatar_url)
    return [storable(text) for text in told]


_Extra = tuple[tuple[Facet, ...], tuple[Media, ...], LinkCard | None, Quote | None]


def _extra(extra: str) -> _Extra:
    facets, media, card, quote = json.loads(extra)
    return (
        tuple(Facet(FacetKind(kind), start, end, target) for kind, start, end, target in facets),
        tuple(Media(*fields) for fields in media),
        LinkCard(*card) if card else None,
        Quote(quote[0], Author(*quote[1]), quote[2], from_ms(quote[3]), quote[4])
        if quote
        else None,
    )
