"""One X account's door to its network, with the user's own key and on the user's own bill."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, timedelta
from functools import partial

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.charges import FREE, Charge, Meter
from desktop.services.domain.draft import Attachment, Draft, Published, PublishKey
from desktop.services.domain.errors import (
    BadAnswer,
    Missing,
    NetworkTrouble,
    OutcomeUnknown,
    Refused,
    Unsupported,
)
from desktop.services.domain.hand_off import NETWORK, Action, page_for
from desktop.services.domain.origin import typed_origin
from desktop.services.fetcher import ServerDoor
from desktop.services.networks.contract import Credential, KeepCredential, Network
from desktop.services.networks.hostile_json import Json, mapping, text
from desktop.services.networks.x_answer import Includes, id_of
from desktop.services.networks.x_client import XClient
from desktop.services.networks.x_hand_off import LIMITS, HandOff
from desktop.services.networks.x_pages import XPages
from desktop.services.networks.x_paging import FIELDS, USER_FIELDS, known_id, page_of
from desktop.services.networks.x_people import person_of
from desktop.services.networks.x_reading import full_text, read_own_post
from desktop.services.networks.x_tokens import tokens_of
from desktop.services.networks.x_writing import (
    check,
    is_of,
    picture_upload,
    picture_words,
    price_of,
    repost_act,
    reposted,
)
from desktop.services.way_out import WayOut

CAPS = (
    Cap.HOME
    | Cap.MENTIONS
    | Cap.SEARCH
    | Cap.THREAD
    | Cap.POST
    | Cap.REPLY
    | Cap.REPOST
    | Cap.DELETE
    | Cap.MEDIA
    | Cap.ALT_TEXT
    | Cap.FOLLOWERS
    | Cap.LISTS
    | Cap.HASHTAGS
    | Cap.COUNTS
    | Cap.METERED
    | Cap.HAND_OFF
)

_LOOKED_AT = 10
_CLOCKS_DIFFER = timedelta(minutes=5)


def open_network(
    account: Account,
    credential: Credential,
    keep: KeepCredential,
    meter: Meter = FREE,
    *,
    way: WayOut | None = None,
) -> Network:
    """Return the adapter of a connected account; one without a key asks X for nothing."""
    if Cap.KEYLESS in account.caps:
        return HandOff(account)
    door = ServerDoor(typed_origin(account.server), way)
    return X(account, XClient(door, tokens_of(credential), keep, meter=meter))


class X(XPages):
    """`contract.Network` over X's API."""

    def __init__(self, account: Account, x: XClient) -> None:
        super().__init__(account, x)
        self._lost: tuple[str, Charge] | None = None
        """The last post whose answer was lost: what it was to cost is settled when it is found."""

    def me(self) -> Account:
        """Return the account as its server describes it now, with capabilities and limits."""
        reply = self._x.call(
            Charge("user_read", 1), lambda library: library.get_me(user_fields=USER_FIELDS)
        )
        author = person_of(reply)
        return replace(
            self._account,
            handle=author.handle,
            name=author.name,
            avatar_url=author.avatar_url,
            caps=CAPS,
            limits=LIMITS,
        )

    def publish(self, draft: Draft, key: PublishKey) -> Published:
        """Create the post; `OutcomeUnknown` when the answer was lost.

        X knows no keys. When it refuses the words as said already, they are looked for: an earlier
        try may have arrived after all.
        """
        check(draft, LIMITS)
        body: dict[str, object] = {"text": draft.text} if draft.text else {}
        answered = known_id(draft.reply_to.native_id) if draft.reply_to else ""
        if answered:
            body["in_reply_to_tweet_id"] = answered
        if draft.attachments:
            body["media_ids"] = [self._uploaded(picture) for picture in draft.attachments]
        charge = price_of(draft, is_own_thread=answered in self._own)
        self._lost = None
        try:
            reply = self._x.call(charge, lambda library: library.create_tweet(**body))
        except OutcomeUnknown:
            self._lost = (key.uuid, charge)
            raise
        except Refused as refusal:
            found = self.find_published(draft, key) if refusal.reason == "duplicate" else None
            if found is None:
                raise
            return found
        native_id = id_of(mapping(reply.values.get("data")).get("id"))
        if not native_id:
            raise OutcomeUnknown("a post without an id")
        return self._published(native_id)

    def find_published(self, draft: Draft, key: PublishKey) -> Published | None:
        """Look for the words among the account's newest posts; None when they are not there."""
        since = key.created_at.astimezone(UTC) - _CLOCKS_DIFFER
        reply = self._x.call(
            Charge("post_read", _LOOKED_AT, is_own=True),
            lambda library: library.get_users_tweets(
                self._me, max_results=_LOOKED_AT, start_time=since, exclude="retweets", **FIELDS
            ),
        )
        found = page_of(reply, partial(_of_draft, draft=draft)).items
        if not found:
            return None
        if self._lost is not None and self._lost[0] == key.uuid:
            self._x.confirm(self._lost[1], "POST /2/tweets", found[0])
            self._lost = None
        return self._published(found[0])

    def delete(self, native_id: str) -> None:
        """Delete one of the account's own posts; deleting twice is no error."""
        which = known_id(native_id)
        with suppress(Missing):
            self._x.call(Charge("delete", 1), lambda library: library.delete_tweet(which))

    def repost(self, native_id: str, version: str) -> str:
        """Repost a post and return the native id of the repost."""
        values = {"tweet_id": known_id(native_id)}
        route = f"/2/users/{self._me}/retweets"
        try:
            # tweepy's own way to this route first asks, and pays, for who the account is.
            self._x.call(
                Charge("interaction", 1),
                lambda library: library.request("POST", route, json=values),
            )
        except Refused as refusal:
            if refusal.reason != "duplicate":
                raise
        self._reposted.add(native_id)
        return repost_act(native_id)

    def undo(self, act_id: str) -> None:
        """Take back a repost by the native id it was given."""
        which = known_id(reposted(act_id))
        route = f"/2/users/{self._me}/retweets/{which}"
        with suppress(Missing):
            self._x.call(Charge("delete", 1), lambda library: library.request("DELETE", route))
        self._reposted.discard(which)

    def like(self, native_id: str, version: str) -> str:
        """Raise `Unsupported`: X lets no program like, but its page does."""
        raise Unsupported("like", page_for(Action.LIKE, NETWORK, native_id))

    def follow(self, native_id: str) -> str:
        """Raise `Unsupported`: X lets no program follow, but its page does."""
        raise Unsupported("follow", page_for(Action.FOLLOW, NETWORK, native_id))

    def block(self, native_id: str) -> str:
        """Raise `Unsupported`: X lets no program block, but its page does."""
        raise Unsupported("block", page_for(Action.BLOCK, NETWORK, native_id))

    def answer_follow_request(self, native_id: str, *, is_welcome: bool) -> None:
        """Raise `Unsupported`: X tells programs of no requests."""
        raise Unsupported("follow_requests")

    def mark_seen(self) -> None:
        """Do nothing: X does not ask programs what was seen."""

    def reading_place(self) -> str:
        """Raise `Unsupported`: X remembers no place."""
        raise Unsupported("reading_place")

    def keep_reading_place(self, native_id: str) -> None:
        """Raise `Unsupported`: X remembers no place."""
        raise Unsupported("reading_place")

    def sign_out(self) -> None:
        """End the session on the server, as far as it can be reached."""
        with suppress(NetworkTrouble):
            self._x.revoke()

    def close(self) -> None:
        """Let go of connections; the adapter is not used afterwards."""
        self._x.close()

    def _uploaded(self, picture: Attachment) -> str:
        """Send a picture with its description and return its id."""
        reply = self._x.call_for_free(
            lambda library: library.request("POST", "/2/media/upload", json=picture_upload(picture))
        )
        media_id = id_of(mapping(reply.values.get("data")).get("id"))
        if not media_id:
            raise BadAnswer("a picture without an id")
        if picture.alt:
            words = picture_words(media_id, picture.alt)
            self._x.call_for_free(
                lambda library: library.request("POST", "/2/media/metadata", json=words)
            )
        return media_id

    def _published(self, native_id: str) -> Published:
        self._own.add(native_id)
        url = f"https://x.com/{self._account.handle}/status/{native_id}"
        return Published(native_id, native_id, url)


def _of_draft(raw: Json, includes: Includes, draft: Draft) -> str | None:
    """Return the id of a post that is what became of a draft, None for any other."""
    post = read_own_post(raw, includes)
    if post is None or not is_of(draft, post, full_text(raw)):
        return None
    return text(raw.get("id"))
