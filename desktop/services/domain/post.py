"""What people say: posts, the people who wrote them, and what hangs on a post."""

import enum
from dataclasses import dataclass, field
from datetime import datetime


class FacetKind(enum.StrEnum):
    """What a marked stretch of text stands for."""

    LINK = "link"
    MENTION = "mention"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Facet:
    """A stretch of the text that leads somewhere; `start` and `end` count UTF-8 bytes.

    Bytes, because two of the networks do and no other unit is the same in every language.
    `target` is an address for a link, a native id for a mention, the bare word for a tag.
    """

    kind: FacetKind
    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Author:
    """A person or a business on one network."""

    network: str
    native_id: str
    handle: str
    name: str
    avatar_url: str = ""
    bio: str = ""
    followers: int | None = None
    following: int | None = None
    posts: int | None = None
    web_url: str = ""


@dataclass(frozen=True, slots=True)
class Media:
    """One picture or video; sizes in pixels, 0 where the network does not say.

    `kind` is "image", "video" or "gif". `thumb_url` is a still image small enough for a list.
    """

    kind: str
    url: str
    thumb_url: str
    alt: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class LinkCard:
    """The preview of a page that a post links to."""

    url: str
    title: str
    description: str = ""
    thumb_url: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How often a post was acted on; None where the network does not say."""

    replies: int | None = None
    reposts: int | None = None
    likes: int | None = None
    quotes: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The quoted post, as much as is shown under the one that quotes it."""

    native_id: str
    author: Author
    text: str
    created_at: datetime
    url: str = ""


@dataclass(frozen=True, slots=True)
class Viewer:
    """What the account that fetched a post did to it; the texts are the native ids of the acts."""

    like_id: str = ""
    repost_id: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """One post as a network tells it; (`network`, `native_id`) is its identity.

    `version` is the network's mark of this very text (a CID on Bluesky), needed to act on it.
    `created_at` is what the author's program said, `indexed_at` when the server saw it.
    """

    network: str
    native_id: str
    author: Author
    created_at: datetime
    text: str
    url: str = ""
    version: str = ""
    facets: tuple[Facet, ...] = ()
    lang: str = ""
    reply_to: str = ""
    reply_to_author: str = ""
    """The handle of the person replied to, where known."""
    root: str = ""
    media: tuple[Media, ...] = ()
    card: LinkCard | None = None
    quote: Quote | None = None
    visibility: str = "public"
    """"public", "unlisted", "followers" or "direct"."""
    warning: str = ""
    """The content warning the author or the server set; empty for none."""
    paid: bool = False
    edited_at: datetime | None = None
    counts: Counts = field(default_factory=Counts)
    viewer: Viewer = field(default_factory=Viewer)
    indexed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """One line of an account's home feed: a post, or someone's repost of it at `at`."""

    post: Post
    at: datetime
    reposter: Author | None = None


class NotificationKind(enum.StrEnum):
    """Why the network tells the account something."""

    MENTION = "mention"
    REPLY = "reply"
    QUOTE = "quote"
    LIKE = "like"
    REPOST = "repost"
    FOLLOW = "follow"
    FOLLOW_REQUEST = "follow_request"


@dataclass(frozen=True, slots=True)
class Notification:
    """Something another person did towards the account.

    `post` is what they wrote (mention, reply, quote) where the network gives it; `subject_id` is
    the native id of the account's own post they acted on (like, repost, reply, quote).
    """

    native_id: str
    kind: NotificationKind
    actor: Author
    at: datetime
    post: Post | None = None
    subject_id: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """How the account and another person stand; the texts are the native ids of the acts."""

    following_id: str = ""
    followed_by: bool = False

    @property
    def is_friend(self) -> bool:
        """Say whether the two follow each other."""
        return bool(self.following_id) and self.followed_by


@dataclass(frozen=True, slots=True)
class PeopleList:
    """A list of people that an account keeps on its network, and whose posts are a feed."""

    native_id: str
    name: str
