"""Publish on a Mastodon-API server, and find out whether that happened."""

import re
import threading
import unicodedata
from collections.abc import Callable
from datetime import timedelta

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.draft import Attachment, Draft, Published, PublishKey
from desktop.services.domain.errors import (
    BadAnswer,
    InvalidField,
    Missing,
    OutcomeUnknown,
    Refused,
    Unreachable,
    Unsupported,
)
from desktop.services.domain.post import FacetKind, Post
from desktop.services.networks.hostile_json import Json, items, mapping, text
from desktop.services.networks.mastodon_content import optional_id
from desktop.services.networks.mastodon_reading import read_own_post, read_post
from desktop.services.networks.mastodon_session import Session

Pause = Callable[[float], object]

_VISIBILITIES = {
    "": "",
    "public": "public",
    "unlisted": "unlisted",
    "followers": "private",
    "direct": "direct",
}
_NARROWING = ("public", "unlisted", "private", "direct")
_CLOCKS_DIFFER = timedelta(minutes=2)
_PAGES = 10
_PAGE = 40
_PROCESSING_TRIES = 20
_PROCESSING_WAIT = 1.0
_ANY = "*"
"""Stands for the local id of a post that the server cannot find any more."""
_MENTION = re.compile(r"(?<![\w/=@])@(\w(?:[\w.-]*\w)?)(?:@([\w.-]*\w(?::\d{1,5})?))?")
_LEADING = re.compile(r"^(?:@\S+\s+)+")
_SCHEME = re.compile(r"https?://")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufe0f\ufeff]")


def _pause(seconds: float) -> None:
    """Wait for a server that prepares a picture; the account's lane has nothing else to do."""
    threading.Event().wait(seconds)


class Writing:
    """The writing half of an account's adapter."""

    def __init__(self, session: Session, pause: Pause = _pause) -> None:
        self._session = session
        self._client = session.client
        self._pause = pause

    @property
    def _account(self) -> Account:
        return self._session.account

    def publish(self, draft: Draft, key: PublishKey) -> Published:
        """Create the post under `key`; `OutcomeUnknown` when the answer was lost."""
        self._check(draft)
        if Cap.IDEMPOTENT_CREATE not in self._account.caps:
            # The server would make a second post of a second attempt.
            found = self.find(draft, key)
            if found is not None:
                return found
        answered = self._answered(draft)
        quoted = None if draft.quote_of is None else self._session.ids.post(*draft.quote_of)
        said = self._addressed(draft.text, answered)
        visibility = self._visibility(draft, answered)
        media = [self._upload(picture) for picture in draft.attachments]
        reply = self._client.write(
            lambda api: api.status_post(
                said,
                in_reply_to_id=optional_id(answered.get("id")) or None,
                media_ids=media or None,
                sensitive=bool(draft.warning),
                visibility=visibility or None,
                spoiler_text=draft.warning or None,
                language=draft.lang or None,
                idempotency_key=key.uuid,
                quoted_status_id=quoted,
            )
        )
        try:
            self._session.ids.learn([reply.values])
            return _published(self._session.one(reply.values, read_post))
        except BadAnswer as cause:
            raise OutcomeUnknown from cause

    def find(self, draft: Draft, key: PublishKey) -> Published | None:
        """Look for the post among the account's newest; None when it surely is not there."""
        since = key.created_at - _CLOCKS_DIFFER
        answered = self._answered_id(draft)
        path = f"/api/v1/accounts/{self._session.own.local_id}/statuses"
        cursor = ""
        for _ in range(_PAGES):
            _, raw, cursor = self._session.listed(path, {"exclude_reblogs": "true"}, cursor, _PAGE)
            self._session.ids.learn(raw)
            for status in map(mapping, raw):
                if answered not in (_ANY, optional_id(status.get("in_reply_to_id"))):
                    continue
                post = next(iter(self._session.each([status], read_own_post)[0]), None)
                if post is not None and post.created_at >= since and _is_same(draft, status, post):
                    return _published(post)
            oldest = self._session.each(raw[-1:], read_own_post)[0]
            if not cursor or (oldest and oldest[0].created_at < since):
                return None
        raise OutcomeUnknown("too many posts to look through")

    def _answered_id(self, draft: Draft) -> str:
        """Return the local id of the post that is answered, empty for none."""
        if draft.reply_to is None:
            return ""
        try:
            return self._session.ids.post(draft.reply_to.native_id, draft.reply_to.version)
        except (Missing, Unsupported):
            return _ANY

    def _check(self, draft: Draft) -> None:
        """Refuse before anything is sent what the server would refuse half-way."""
        limits = self._account.limits
        if draft.quote_of is not None and Cap.QUOTE not in self._account.caps:
            raise Unsupported("quote", draft.quote_of[0])
        if not draft.text.strip() and not draft.attachments:
            raise InvalidField("text", "empty")
        if draft.visibility not in _VISIBILITIES:
            raise InvalidField("visibility", "unknown")
        too_big = any(len(picture.content) > limits.image_bytes for picture in draft.attachments)
        if len(draft.attachments) > limits.max_images or too_big:
            raise Refused("media")

    def _answered(self, draft: Draft) -> Json:
        """Return the post that is answered, as it is now; nothing for a post of its own."""
        if draft.reply_to is None:
            return {}
        local_id = self._session.ids.post(draft.reply_to.native_id, draft.reply_to.version)
        status = self._session.status(local_id)
        self._session.learn([status])
        return {**status, "id": local_id}

    def _visibility(self, draft: Draft, answered: Json) -> str:
        """Return who may see the post; an answer is not shown to more people than its question.

        Empty leaves it to the account's own default.
        """
        wanted = _VISIBILITIES[draft.visibility]
        asked = text(answered.get("visibility"), 40)
        if not answered or asked == "public":
            return wanted
        wanted = wanted or self._session.own.visibility
        return max(_known(wanted), _known(asked), key=_NARROWING.index)

    def _addressed(self, said: str, answered: Json) -> str:
        """Name the person who is answered, who would not hear of the answer otherwise.

        A name without a domain is that of somebody else, except for the server's own people.
        """
        person = mapping(answered.get("account"))
        acct = text(person.get("acct"), 500)
        if not acct or optional_id(person.get("id")) == self._session.own.local_id:
            return said
        whole = self._session.ids.whole
        named = {whole("@".join(filter(None, found))) for found in _MENTION.findall(said)}
        return said if whole(acct) in named else f"@{acct} {said}"

    def _upload(self, picture: Attachment) -> str:
        """Send a picture and return its id, once the server has prepared it.

        Not a write: a picture that no post shows is forgotten by the server.
        """
        told = self._client.read(
            lambda api: api.media_post(
                picture.content, mime_type=picture.mime_type, description=picture.alt or None
            )
        ).values
        local_id = optional_id(told.get("id"))
        if not local_id:
            raise BadAnswer("a picture without an id")
        for _ in range(_PROCESSING_TRIES):
            if told.get("url"):
                return local_id
            self._pause(_PROCESSING_WAIT)
            try:
                told = self._client.read(lambda api: api.media(local_id)).values
            except (Missing, Unsupported):
                return local_id  # the server does not tell, and takes it as it is
        raise Unreachable("the server still prepares the picture")


def _known(visibility: str) -> str:
    """Return who sees a post in Mastodon's own words; other software's mean some people only."""
    return visibility if visibility in _NARROWING else "private" if visibility else "public"


def _published(post: Post) -> Published:
    return Published(post.native_id, post.version, post.url)


def _is_same(draft: Draft, status: Json, post: Post) -> bool:
    """Say whether a post of the account is the draft, as far as a server leaves words alone."""
    if len(items(status.get("media_attachments"))) != len(draft.attachments):
        return False
    wanted = _essence(draft.text)
    return wanted in (_essence(_spelled_out(post)), _essence(text(status.get("text"))))


def _spelled_out(post: Post) -> str:
    """Return what a post says with its links in full, which servers show cut short."""
    said = post.text.encode()
    for facet in reversed(post.facets):
        if facet.kind is FacetKind.LINK and said[facet.start : facet.start + 1] not in b"@#":
            said = said[: facet.start] + facet.target.encode() + said[facet.end :]
    return said.decode("utf-8", "replace")


def _essence(said: str) -> str:
    """Return a text without what servers change in it: blanks, whole handles, leading mentions."""
    said = _UNSEEN.sub("", unicodedata.normalize("NFC", said))
    said = " ".join(_MENTION.sub(r"@\1", _SCHEME.sub("", said)).split())
    return (_LEADING.sub("", said) or said).rstrip("/")
