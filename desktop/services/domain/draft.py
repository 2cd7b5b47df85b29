"""What the user is about to say, and how far it got on its way out."""

import enum
from dataclasses import dataclass
from datetime import datetime

from desktop.services.domain.post import Facet


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture ready to leave: already re-encoded, with no metadata in it."""

    content: bytes
    mime_type: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ReplyTarget:
    """The post that is answered and the root of its conversation, as the network names them.

    An empty `root_version` is looked up by the adapter: an answer that was fetched names its root
    but not which version of it.
    """

    native_id: str
    version: str
    root_native_id: str
    root_version: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One post before it leaves. Facets are found by the adapter where `facets` is None."""

    text: str
    lang: str = ""
    reply_to: ReplyTarget | None = None
    quote_of: tuple[str, str] | None = None
    """Native id and version of the quoted post."""
    attachments: tuple[Attachment, ...] = ()
    warning: str = ""
    facets: tuple[Facet, ...] | None = None
    visibility: str = ""
    """Who may see it, as in `Post.visibility`; empty for the account's own default."""


class OutboxState(enum.StrEnum):
    """How far a post got: every change is committed before the next step is taken."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    """The answer was lost; only a look-up decides, never a blind resend."""
    FAILED = "failed"
    HELD = "held"
    """Waits for a person: after a restore, for an approval, or too late."""


@dataclass(frozen=True, slots=True)
class PublishKey:
    """What makes a retry recognisable: chosen when the post is queued, never again.

    `record_key` and `created_at` are what the post will be stored under; `uuid` is what a network
    with idempotency keys is given.
    """

    uuid: str
    record_key: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Published:
    """A post that the network has: its native id, version and address for a browser."""

    native_id: str
    version: str
    url: str


@dataclass(frozen=True, slots=True)
class OutboxItem:
    """A post on its way out, as the outbox keeps it."""

    id: int
    account_id: int
    draft: Draft
    key: PublishKey
    state: OutboxState
    queued_at: datetime
    problem: str = ""
    """The class name of what went wrong last ("Unreachable", "Refused"...), empty for nothing."""
    problem_reason: str = ""
    published: Published | None = None
