"""Turn what Bluesky's servers say into posts, people and notifications."""

from dataclasses import replace
from datetime import datetime

from desktop.services.domain.post import (
    Arrival,
    Author,
    Counts,
    Notification,
    NotificationKind,
    PeopleList,
    Post,
    Quote,
    Relation,
    Viewer,
)
from desktop.services.networks.bluesky_content import (
    read_card,
    read_facets,
    read_media,
    read_warning,
)
from desktop.services.networks.hostile_json import (
    Json,
    Unreadable,
    items,
    mapping,
    moment,
    required_text,
    text,
    web_address,
    whole,
)

NETWORK = "bluesky"
WEB = "https://bsky.app"

_NAME = 640
_ADDRESS = 4_000
NO_HANDLE = "handle.invalid"
"""What servers say when a name no longer leads to its owner."""
_KINDS = {
    "mention": NotificationKind.MENTION,
    "reply": NotificationKind.REPLY,
    "quote": NotificationKind.QUOTE,
    "like": NotificationKind.LIKE,
    "like-via-repost": NotificationKind.LIKE,
    "repost": NotificationKind.REPOST,
    "repost-via-repost": NotificationKind.REPOST,
    "follow": NotificationKind.FOLLOW,
}
WRITTEN = {NotificationKind.MENTION, NotificationKind.REPLY, NotificationKind.QUOTE}
"""The kinds of notification that come with a post."""


def post_url(author: Author, uri: str) -> str:
    """Return where a browser shows a post."""
    return f"{author.web_url}/post/{uri.rpartition('/')[2]}" if author.web_url else ""


def read_author(view: Json) -> Author:
    """Read any of the profile views."""
    did = _did(view.get("did"))
    handle = text(view.get("handle"), 253) or NO_HANDLE
    shown = did if handle == NO_HANDLE else handle
    return Author(
        network=NETWORK,
        native_id=did,
        handle=handle,
        name=text(view.get("displayName"), _NAME).strip() or shown,
        avatar_url=web_address(view.get("avatar")),
        bio=text(view.get("description"), 4_000),
        followers=whole(view.get("followersCount")),
        following=whole(view.get("followsCount")),
        posts=whole(view.get("postsCount")),
        web_url=f"{WEB}/profile/{shown}",
    )


def read_relation(view: Json) -> Relation:
    """Read how the account and a person stand."""
    return Relation(text(view.get("following"), _ADDRESS), bool(text(view.get("followedBy"))))


def read_post(view: Json) -> Post:
    """Read a post as a feed shows it."""
    author = read_author(mapping(view.get("author")))
    uri = _uri(view.get("uri"))
    record = mapping(view.get("record"))
    viewer = mapping(view.get("viewer"))
    indexed_at = moment(view.get("indexedAt"))
    said = text(record.get("text"))
    reply = mapping(record.get("reply"))
    embed = mapping(view.get("embed"))
    langs = items(record.get("langs"))
    return Post(
        network=NETWORK,
        native_id=uri,
        author=author,
        created_at=_created_at(record, indexed_at),
        text=said,
        url=post_url(author, uri),
        version=required_text(view.get("cid"), 200),
        facets=read_facets(record.get("facets"), said),
        lang=text(langs[0], 20) if langs else "",
        reply_to=text(mapping(reply.get("parent")).get("uri"), _ADDRESS),
        root=text(mapping(reply.get("root")).get("uri"), _ADDRESS),
        media=read_media(embed),
        card=read_card(embed),
        quote=_read_quote(embed),
        warning=read_warning(view, record),
        counts=Counts(
            whole(view.get("replyCount")),
            whole(view.get("repostCount")),
            whole(view.get("likeCount")),
            whole(view.get("quoteCount")),
        ),
        viewer=Viewer(text(viewer.get("like"), _ADDRESS), text(viewer.get("repost"), _ADDRESS)),
        indexed_at=indexed_at,
    )


def read_arrival(view: Json) -> Arrival:
    """Read one line of the home feed."""
    post = read_post(mapping(view.get("post")))
    parent = mapping(mapping(mapping(view.get("reply")).get("parent")).get("author"))
    if post.reply_to and parent:
        post = replace(post, reply_to_author=text(parent.get("handle"), 253))
    reason = mapping(view.get("reason"))
    if _type(reason).endswith("#reasonRepost"):
        reposted_at = moment(reason.get("indexedAt")) or post.created_at
        return Arrival(post, reposted_at, read_author(mapping(reason.get("by"))))
    return Arrival(post, min(post.created_at, post.indexed_at or post.created_at))


def read_feed_post(view: Json) -> Post | None:
    """Read a line of a person's own feed; their reposts of others are no posts of theirs."""
    arrival = read_arrival(view)
    return arrival.post if arrival.reposter is None else None


def read_list(view: Json) -> PeopleList | None:
    """Read a list of people; None for one that only serves to mute or block them."""
    if not text(view.get("purpose"), 200).endswith("#curatelist"):
        return None
    uri = _uri(view.get("uri"))
    return PeopleList(uri, text(view.get("name"), _NAME).strip() or uri.rpartition("/")[2])


def read_notification(view: Json) -> Notification | None:
    """Read a notification; None for a kind that Crieur does not show."""
    kind = _KINDS.get(text(view.get("reason"), 60))
    if kind is None:
        return None
    at = moment(view.get("indexedAt"))
    if at is None:
        raise Unreadable("a notification without a time")
    return Notification(
        native_id=_uri(view.get("uri")),
        kind=kind,
        actor=read_author(mapping(view.get("author"))),
        at=at,
        post=read_post(view) if kind in WRITTEN else None,
        subject_id=text(view.get("reasonSubject"), _ADDRESS),
    )


def _type(value: Json) -> str:
    return text(value.get("$type"), 200)


def _did(value: object) -> str:
    did = required_text(value, 2_000)
    if not did.startswith("did:"):
        raise Unreadable("not a DID")
    return did


def _uri(value: object) -> str:
    uri = required_text(value, _ADDRESS)
    if not uri.startswith("at://") or uri.count("/") != 4:
        raise Unreadable("not a record's address")
    return uri


def _created_at(record: Json, indexed_at: datetime | None) -> datetime:
    """Return when the post was written; its author's clock cannot put it in the future."""
    created_at = moment(record.get("createdAt")) or indexed_at
    if created_at is None:
        raise Unreadable("a post without a time")
    return min(created_at, indexed_at) if indexed_at else created_at


def _read_quote(embed: Json) -> Quote | None:
    """Read the quoted post; None when it is gone, blocked or no post at all."""
    quoted = mapping(embed.get("record"))
    # With pictures beside it, the quote lies one level deeper.
    quoted = mapping(quoted.get("record")) or quoted
    if not _type(quoted).endswith("#viewRecord"):
        return None
    value = mapping(quoted.get("value"))
    indexed_at = moment(quoted.get("indexedAt"))
    try:
        author = read_author(mapping(quoted.get("author")))
        uri = _uri(quoted.get("uri"))
        created_at = _created_at(value, indexed_at)
    except Unreadable:
        return None
    return Quote(uri, author, text(value.get("text")), created_at, post_url(author, uri))
