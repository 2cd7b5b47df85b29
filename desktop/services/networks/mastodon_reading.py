"""Turn what Mastodon-API servers say into posts, people and notifications."""

from collections.abc import Iterator
from functools import partial

from desktop.services.domain.account import Limits
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
from desktop.services.networks.hostile_json import (
    Json,
    Unreadable,
    items,
    mapping,
    read_each,
    required_text,
    text,
    web_address,
    whole,
)
from desktop.services.networks.html_text import read_html
from desktop.services.networks.mastodon_content import (
    HomeServer,
    local_id,
    optional_id,
    read_card,
    read_media,
    read_warning,
    read_words,
    time_of,
    written_at,
)

NETWORK = "mastodon"

_NAME = 640
_ADDRESS = 4_000
_VISIBILITIES = {"": "public", "public": "public", "unlisted": "unlisted", "direct": "direct"}
_KINDS = {
    "mention": NotificationKind.MENTION,
    "quote": NotificationKind.QUOTE,
    "favourite": NotificationKind.LIKE,
    "reblog": NotificationKind.REPOST,
    "follow": NotificationKind.FOLLOW,
    "follow_request": NotificationKind.FOLLOW_REQUEST,
}
_WRITTEN = {NotificationKind.MENTION, NotificationKind.QUOTE}
_ACTED_ON = {NotificationKind.LIKE, NotificationKind.REPOST}


def read_author(account: Json, server: HomeServer) -> Author:
    """Read a person, also one of whom the server tells no more than name and picture."""
    handle = server.handle(account.get("acct"))
    return Author(
        network=NETWORK,
        native_id=handle.lower(),
        handle=handle,
        name=text(account.get("display_name"), _NAME).strip() or handle.partition("@")[0],
        avatar_url=web_address(account.get("avatar_static")) or web_address(account.get("avatar")),
        bio=read_html(text(account.get("note")))[0],
        followers=whole(account.get("followers_count")),
        following=whole(account.get("following_count")),
        posts=whole(account.get("statuses_count")),
        web_url=web_address(account.get("url")) or web_address(account.get("uri")),
    )


def native_ids(status: Json) -> Iterator[tuple[str, str]]:
    """Yield the local and the native id of a post and of those inside it, where both are there."""
    quote = mapping(status.get("quote"))
    for view in (status, mapping(status.get("reblog")), mapping(quote.get("quoted_status")), quote):
        known_as, native_id = optional_id(view.get("id")), _native_id(view)
        if known_as and native_id:
            yield known_as, native_id


def read_post(status: Json, server: HomeServer) -> Post:
    """Read a post; one that only carries another's on is read as that other."""
    status = mapping(status.get("reblog")) or status
    known_as, native_id = local_id(status.get("id")), _native_id(status)
    if not native_id:
        raise Unreadable("a post without an address")
    author = read_author(mapping(status.get("account")), server)
    url = web_address(status.get("url")) or web_address(native_id)
    said, facets = read_words(status, server)
    visibility = text(status.get("visibility"), 40)
    parent = optional_id(status.get("in_reply_to_id"))
    is_liked, is_reposted = status.get("favourited") is True, status.get("reblogged") is True
    return Post(
        network=NETWORK,
        native_id=native_id,
        author=author,
        created_at=written_at(status, known_as),
        text=said,
        url=url,
        version=server.version(known_as),
        facets=facets,
        lang=text(status.get("language"), 20),
        reply_to=server.native_id(parent) if parent else "",
        reply_to_author=_person_answered(status, author, server) if parent else "",
        media=read_media(status),
        card=read_card(status, url),
        quote=_read_quote(mapping(status.get("quote")), server),
        # What other software calls by names of its own is shown to some people only.
        visibility=_VISIBILITIES.get(visibility, "followers"),
        warning=read_warning(status),
        edited_at=time_of(status.get("edited_at")),
        counts=Counts(
            whole(status.get("replies_count")),
            whole(status.get("reblogs_count")),
            whole(status.get("favourites_count")),
            whole(status.get("quotes_count")),
        ),
        viewer=Viewer(
            f"favourite {known_as}" if is_liked else "", f"reblog {known_as}" if is_reposted else ""
        ),
    )


def read_arrival(status: Json, server: HomeServer) -> Arrival:
    """Read one line of a timeline."""
    post = read_post(status, server)
    if not mapping(status.get("reblog")):
        return Arrival(post, post.created_at)
    reposted_at = written_at(status, local_id(status.get("id")))
    return Arrival(post, reposted_at, read_author(mapping(status.get("account")), server))


def read_own_post(status: Json, server: HomeServer) -> Post | None:
    """Read a line of a person's own posts; their reposts of others are no posts of theirs."""
    return None if mapping(status.get("reblog")) else read_post(status, server)


def read_notification(view: Json, server: HomeServer) -> Notification | None:
    """Read a notification; None for a kind that Crieur does not show."""
    return _notification(view, local_id(view.get("id")), mapping(view.get("account")), server)


def read_notification_groups(
    answer: Json, server: HomeServer
) -> tuple[tuple[Notification, ...], tuple[str, ...]]:
    """Read grouped notifications, newest first, as one for each person whom the server names.

    Groups that cannot be read come second, as the text the server sent.
    """
    groups, bad = read_each(
        items(answer.get("notification_groups")),
        partial(
            _read_group,
            people=_by_id([*items(answer.get("partial_accounts")), *items(answer.get("accounts"))]),
            statuses=_by_id(items(answer.get("statuses"))),
            server=server,
        ),
    )
    found = [each for group in groups for each in group]
    return tuple(sorted(found, key=lambda each: each.at, reverse=True)), bad


def read_relation(view: Json) -> Relation:
    """Read how the account and the person with the local id `view["id"]` stand."""
    is_following = view.get("following") is True
    act = f"follow {local_id(view.get('id'))}" if is_following else ""
    return Relation(act, view.get("followed_by") is True)


def read_list(view: Json) -> PeopleList:
    """Read one of the account's lists of people."""
    native_id = local_id(view.get("id"))
    return PeopleList(native_id, text(view.get("title"), _NAME).strip() or native_id)


def read_domain(instance: Json) -> str:
    """Return what ends the handles of a server's own people; empty where it does not say."""
    # GoToSocial tells apart where it is and what its people's handles end in.
    names = (text(instance.get(name), 300) for name in ("account_domain", "domain", "uri"))
    told = next(filter(None, names), "")
    return told.partition("://")[2].partition("/")[0] if "://" in told else told


def read_limits(instance: Json) -> Limits:
    """Read how much one post may hold, from either form of a server's description of itself."""
    configuration = mapping(instance.get("configuration"))
    statuses = mapping(configuration.get("statuses"))
    media = mapping(configuration.get("media_attachments"))
    return Limits(
        max_units=whole(statuses.get("max_characters"))
        or whole(instance.get("max_toot_chars"))
        or 500,
        counter="mastodon",
        max_images=_or(whole(statuses.get("max_media_attachments")), 4),
        image_bytes=whole(media.get("image_size_limit")) or 8_000_000,
        url_units=whole(statuses.get("characters_reserved_per_url")) or 23,
    )


def _or(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value


def _native_id(status: Json) -> str:
    return text(status.get("uri"), _ADDRESS).strip() or web_address(status.get("url"))


def _person_answered(status: Json, author: Author, server: HomeServer) -> str:
    """Return the handle of whom a post answers, where the post itself tells it."""
    answered = optional_id(status.get("in_reply_to_account_id"))
    if answered == optional_id(mapping(status.get("account")).get("id")):
        return author.handle
    person = _by_id(items(status.get("mentions"))).get(answered, {})
    try:
        return server.handle(person.get("acct"))
    except Unreadable:
        return ""


def _read_quote(quote: Json, server: HomeServer) -> Quote | None:
    """Read the quoted post; None where its author did not agree, and when it is gone or hidden."""
    if "state" in quote and quote.get("state") != "accepted":
        return None
    # Other software gives the post itself.
    quoted = mapping(quote.get("quoted_status")) or quote
    try:
        post = read_post({**quoted, "quote": None}, server)
    except Unreadable:
        return None
    shown = post.warning or post.text
    return Quote(post.native_id, post.author, shown, post.created_at, post.url)


def _by_id(views: list[object]) -> dict[str, Json]:
    return {known_as: mapping(v) for v in views if (known_as := optional_id(mapping(v).get("id")))}


def _read_group(
    group: Json, people: dict[str, Json], statuses: dict[str, Json], server: HomeServer
) -> tuple[Notification, ...]:
    key = required_text(group.get("group_key"), 300)
    view = {
        "type": group.get("type"),
        "created_at": group.get("latest_page_notification_at"),
        "status": statuses.get(optional_id(group.get("status_id"))),
    }
    found = []
    for raw in items(group.get("sample_account_ids")):
        person = optional_id(raw)
        if person in people:
            is_alone = key.startswith("ungrouped-")
            native_id = key.removeprefix("ungrouped-") if is_alone else f"{key}/{person}"
            found.append(_notification(view, native_id, people[person], server))
    return tuple(each for each in found if each is not None)


def _notification(
    view: Json, native_id: str, account: Json, server: HomeServer
) -> Notification | None:
    kind = _KINDS.get(text(view.get("type"), 60))
    if kind is None:
        return None
    at = time_of(view.get("created_at"))
    if at is None:
        raise Unreadable("a notification without a time")
    actor = read_author(account, server)
    status = mapping(view.get("status"))
    if kind in _WRITTEN:
        post = read_post(status, server)
        subject = post.quote.native_id if kind is NotificationKind.QUOTE and post.quote else ""
        answered = optional_id(status.get("in_reply_to_account_id"))
        if kind is NotificationKind.MENTION and answered and answered == server.me:
            kind, subject = NotificationKind.REPLY, post.reply_to
        return Notification(native_id, kind, actor, at, post, subject)
    subject = _native_id(mapping(status.get("reblog")) or status) if kind in _ACTED_ON else ""
    return Notification(native_id, kind, actor, at, None, subject)
