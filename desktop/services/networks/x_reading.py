"""Turn what X's API says into posts, people and notifications."""

import re
from collections.abc import Mapping
from datetime import datetime

from desktop.services.domain.post import (
    Arrival,
    Author,
    Counts,
    LinkCard,
    Media,
    Notification,
    NotificationKind,
    PeopleList,
    Post,
    Quote,
)
from desktop.services.networks.hostile_json import (
    Json,
    Unreadable,
    items,
    mapping,
    moment,
    text,
    web_address,
    whole,
)
from desktop.services.networks.x_answer import (
    Includes,
    either,
    handle_of,
    id_of,
    referenced,
    renamed,
    required_id,
    time_of,
)
from desktop.services.networks.x_text import (
    LONGEST,
    WEB,
    Words,
    linked_status,
    read_words,
    unescaped,
)

NETWORK = "x"

_PICTURES = 20
_KINDS = {"photo": "image", "video": "video", "animated_gif": "gif"}
_OLD_LANGS = {"in": "id", "iw": "he"}
_NO_LANG = re.compile(r"und|zxx|art|q[a-t][a-z]")


def read_author(raw: Json) -> Author:
    """Read a person."""
    native_id = required_id(raw.get("id"))
    handle = handle_of(raw.get("username"))
    metrics = mapping(raw.get("public_metrics"))
    bio = mapping(mapping(raw.get("entities")).get("description"))
    return Author(
        network=NETWORK,
        native_id=native_id,
        handle=handle or native_id,
        name=unescaped(raw.get("name"), 300).strip() or handle or native_id,
        avatar_url=web_address(raw.get("profile_image_url")),
        bio=read_words(raw.get("description"), bio).text,
        followers=whole(metrics.get("followers_count")),
        following=whole(metrics.get("following_count")),
        posts=whole(either(metrics, "post_count", "tweet_count")),
        web_url=f"{WEB}/{handle}" if handle else f"{WEB}/i/user/{native_id}",
    )


def read_post(raw: Json, includes: Includes) -> Post:
    """Read a post; of a repost this is the line "RT @..." itself, see `read_arrival`."""
    native_id = required_id(raw.get("id"))
    author = _author_of(raw, includes)
    media = _read_media(raw, includes)
    quote = _read_quote(raw, includes)
    words = _words(raw, native_id, media, quote)
    created_at = _created_at(raw, native_id)
    versions = [*filter(None, map(id_of, items(renamed(raw, "edit_history_{}_ids"))))]
    newest = max(versions, key=int, default=native_id)
    metrics = mapping(raw.get("public_metrics"))
    reply_to = referenced(raw, "replied_to")
    root = id_of(raw.get("conversation_id"))
    return Post(
        network=NETWORK,
        native_id=native_id,
        author=author,
        created_at=created_at,
        text=words.text,
        url=_address(author.handle, native_id),
        version=newest,
        facets=words.facets,
        lang=_lang(raw.get("lang")),
        reply_to=reply_to,
        reply_to_author=_handle_replied_to(raw, includes) if reply_to else "",
        root=root if reply_to else "",
        media=tuple(media.values()),
        card=_read_card(raw),
        quote=quote,
        visibility=_visibility(raw, includes),
        paid=raw.get("paid_partnership") is True,
        edited_at=time_of(newest) if len(versions) > 1 else None,
        counts=Counts(
            whole(metrics.get("reply_count")),
            whole(either(metrics, "repost_count", "retweet_count")),
            whole(metrics.get("like_count")),
            whole(metrics.get("quote_count")),
        ),
        indexed_at=created_at,
    )


def read_arrival(raw: Json, includes: Includes) -> Arrival | None:
    """Read a line of a feed; None for a repost of something that X does not show."""
    original_id = referenced(raw, "retweeted")
    if not original_id:
        post = read_post(raw, includes)
        return Arrival(post, post.created_at)
    original = includes.posts.get(original_id)
    if original is None:
        return None
    at = _created_at(raw, required_id(raw.get("id")))
    return Arrival(read_post(original, includes), at, _author_of(raw, includes))


def read_own_post(raw: Json, includes: Includes) -> Post | None:
    """Read a line of a person's own feed; their reposts of others are no posts of theirs."""
    return None if referenced(raw, "retweeted") else read_post(raw, includes)


def read_notification(raw: Json, includes: Includes, me_id: str) -> Notification | None:
    """Read a line of the mentions; None for what the account wrote itself, and for reposts."""
    post = read_own_post(raw, includes)
    if post is None or post.author.native_id == me_id:
        return None
    quoted = mapping(includes.posts.get(referenced(raw, "quoted")))
    kind, subject_id = NotificationKind.MENTION, ""
    if post.reply_to and _answered(raw, includes) == me_id:
        kind, subject_id = NotificationKind.REPLY, post.reply_to
    elif quoted and id_of(quoted.get("author_id")) == me_id:
        kind, subject_id = NotificationKind.QUOTE, referenced(raw, "quoted")
    return Notification(post.native_id, kind, post.author, post.created_at, post, subject_id)


def read_list(raw: Json) -> PeopleList:
    """Read a list of people."""
    native_id = required_id(raw.get("id"))
    return PeopleList(native_id, unescaped(raw.get("name"), 300).strip() or native_id)


def full_text(raw: Json) -> str:
    """Return a post's words as its author sent them: links written out, nothing attached."""
    keys = items(mapping(raw.get("attachments")).get("media_keys"))
    quoted = referenced(raw, "quoted")
    attached = {text(key, 100) for key in keys} | {quoted, id_of(raw.get("id"))}
    return read_words(*_source(raw), frozenset(attached - {""})).full


def _address(handle: str, native_id: str) -> str:
    return f"{WEB}/{'i' if handle.isdecimal() else handle}/status/{native_id}"


def _author_of(raw: Json, includes: Includes) -> Author:
    """Return who wrote a post, without a name where X does not tell it."""
    native_id = required_id(raw.get("author_id"))
    known = {"id": native_id, "username": raw.get("username")}
    return read_author(known | mapping(includes.users.get(native_id)))


def _created_at(raw: Json, native_id: str) -> datetime:
    found = moment(raw.get("created_at")) or time_of(native_id)
    if found is None:
        raise Unreadable("a post without a time")
    return found


def _answered(raw: Json, includes: Includes) -> str:
    """Return the id of the person that a reply answers, empty where X does not say."""
    parent = mapping(includes.posts.get(referenced(raw, "replied_to")))
    return id_of(raw.get("in_reply_to_user_id")) or id_of(parent.get("author_id"))


def _handle_replied_to(raw: Json, includes: Includes) -> str:
    answered = _answered(raw, includes)
    if not answered:
        return ""
    mentions = items(mapping(raw.get("entities")).get("mentions"))
    named = [mapping(includes.users.get(answered)), *map(mapping, mentions)]
    handles = [handle_of(user.get("username")) for user in named if user.get("id") == answered]
    return next(filter(None, handles), "")


def _source(raw: Json) -> tuple[str, Json]:
    """Return a post's text and what is marked in it; a long one is whole in its note only."""
    note = mapping(renamed(raw, "note_{}"))
    long, short = text(note.get("text"), LONGEST), text(raw.get("text"), LONGEST)
    if len(long) > len(short):
        return long, mapping(note.get("entities"))
    return short, mapping(raw.get("entities"))


def _words(raw: Json, native_id: str, media: Mapping[str, Media], quote: Quote | None) -> Words:
    attached = {*media, native_id} if media else set()
    attached |= {quote.native_id} if quote else set()
    return read_words(*_source(raw), frozenset(attached))


def _lang(value: object) -> str:
    found = text(value, 20)
    return "" if _NO_LANG.fullmatch(found) else _OLD_LANGS.get(found, found)


def _visibility(raw: Json, includes: Includes) -> str:
    author = mapping(includes.users.get(id_of(raw.get("author_id"))))
    followers_only = mapping(raw.get("scopes")).get("followers") is True
    return "followers" if followers_only or author.get("protected") is True else "public"


def _read_media(raw: Json, includes: Includes) -> dict[str, Media]:
    found = {}
    for key in items(mapping(raw.get("attachments")).get("media_keys"))[:_PICTURES]:
        media = _read_one(mapping(includes.media.get(text(key, 100))))
        if media is not None:
            found[text(key, 100)] = media
    return found


def _read_one(raw: Json) -> Media | None:
    kind = _KINDS.get(text(raw.get("type"), 30), "")
    still = web_address(raw.get("preview_image_url"))
    url = web_address(raw.get("url")) or _best_variant(raw) or still
    if not kind or not url:
        return None
    width, height = whole(raw.get("width")) or 0, whole(raw.get("height")) or 0
    if max(width, height) > 100_000 or not (width and height):
        width = height = 0
    thumb = still or (url if kind == "image" else "")
    return Media(kind, url, thumb, unescaped(raw.get("alt_text"), 5_000), width, height)


def _best_variant(raw: Json) -> str:
    variants = [*map(mapping, items(raw.get("variants"))[:_PICTURES])]
    variants.sort(key=lambda variant: whole(variant.get("bit_rate")) or 0, reverse=True)
    return next(filter(None, (web_address(variant.get("url")) for variant in variants)), "")


def _read_card(raw: Json) -> LinkCard | None:
    """Return the preview of the last page linked to; links to posts and pictures have none."""
    links = items(mapping(raw.get("entities")).get("urls"))
    for link in reversed([*map(mapping, links)]):
        url = web_address(link.get("unwound_url")) or web_address(link.get("expanded_url"))
        title = unescaped(link.get("title"), 1_000).strip()
        if not url or not title or link.get("media_key") or linked_status(url):
            continue
        picture = mapping(next(iter(items(link.get("images"))), None))
        description = unescaped(link.get("description"), 4_000)
        return LinkCard(url, title, description, web_address(picture.get("url")))
    return None


def _read_quote(raw: Json, includes: Includes) -> Quote | None:
    """Read the quoted post; None when it did not come along or cannot be read."""
    quoted = includes.posts.get(referenced(raw, "quoted"))
    if quoted is None:
        return None
    try:
        native_id = required_id(quoted.get("id"))
        author = _author_of(quoted, includes)
        created_at = _created_at(quoted, native_id)
    except Unreadable:
        return None
    media = _read_media(quoted, includes)
    said = _words(quoted, native_id, media, None).text
    return Quote(native_id, author, said, created_at, _address(author.handle, native_id))
