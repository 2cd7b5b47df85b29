"""One Bluesky account's door to its network, through the server that holds the account."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from desktop.services.domain.account import Account, Cap, Limits
from desktop.services.domain.draft import Draft, Published, PublishKey
from desktop.services.domain.errors import Missing, Refused, Unsupported
from desktop.services.domain.origin import typed_origin
from desktop.services.fetcher import ServerDoor
from desktop.services.networks.bluesky_pages import BlueskyPages
from desktop.services.networks.bluesky_reading import NO_HANDLE
from desktop.services.networks.bluesky_records import Records
from desktop.services.networks.bluesky_writing import (
    BLOCK,
    FOLLOW,
    LIKE,
    POST,
    REPOST,
    check,
    post_record,
    resolved_facets,
    strong_ref,
    timestamp,
)
from desktop.services.networks.contract import Credential, KeepCredential
from desktop.services.networks.hostile_json import Json, text
from desktop.services.networks.xrpc import Xrpc, tokens_of, utc_now
from desktop.services.way_out import WayOut

CAPS = (
    Cap.HOME
    | Cap.MENTIONS
    | Cap.SEARCH
    | Cap.THREAD
    | Cap.POST
    | Cap.REPLY
    | Cap.QUOTE
    | Cap.REPOST
    | Cap.LIKE
    | Cap.FOLLOW
    | Cap.DELETE
    | Cap.MEDIA
    | Cap.ALT_TEXT
    | Cap.FOLLOWERS
    | Cap.RELATIONSHIPS
    | Cap.IDEMPOTENT_CREATE
    | Cap.HASHTAGS
    | Cap.LISTS
    | Cap.BLOCK
)
LIMITS = Limits(max_units=300, counter="graphemes", max_bytes=3000, image_bytes=1_000_000)


def open_network(
    account: Account,
    credential: Credential,
    keep: KeepCredential,
    *,
    way: WayOut | None = None,
) -> "Bluesky":
    """Return the adapter of a connected account."""
    door = ServerDoor(typed_origin(account.server), way)
    return Bluesky(account, Xrpc(door, tokens_of(credential), keep))


class Bluesky(BlueskyPages):
    """`contract.Network` over XRPC."""

    def __init__(
        self, account: Account, xrpc: Xrpc, clock: Callable[[], datetime] = utc_now
    ) -> None:
        super().__init__(account, xrpc)
        self._clock = clock
        self._records = Records(xrpc, account.native_id, clock)

    def me(self) -> Account:
        """Return the account as its server describes it now, with capabilities and limits."""
        try:
            author = self.profile(self._account.native_id)
        except Missing:
            # A new account has no profile until the network has indexed it.
            return replace(self._account, caps=CAPS, limits=LIMITS)
        return replace(
            self._account,
            handle=self._account.handle if author.handle == NO_HANDLE else author.handle,
            name=author.name,
            avatar_url=author.avatar_url,
            caps=CAPS,
            limits=LIMITS,
        )

    def publish(self, draft: Draft, key: PublishKey) -> Published:
        """Create the post under `key`; `OutcomeUnknown` when the answer was lost."""
        check(draft, LIMITS.max_images, LIMITS.image_bytes)
        draft = self._rooted(draft)
        facets = resolved_facets(draft, self._did_of)
        record = post_record(draft, facets, self._records.upload, key.created_at)
        return self._published(self._records.create(POST, key.record_key, record))

    def _rooted(self, draft: Draft) -> Draft:
        """Name the version of the conversation's root, which a stored answer does not know.

        A root that is gone gives way to the post that is answered.
        """
        target = draft.reply_to
        if target is None or target.root_version:
            return draft
        found = self.posts([target.root_native_id])
        root, version = target.native_id, target.version
        if found:
            root, version = found[0].native_id, found[0].version
        rooted = replace(target, root_native_id=root, root_version=version)
        return replace(draft, reply_to=rooted)

    def find_published(self, draft: Draft, key: PublishKey) -> Published | None:
        """Look up whether `publish` with this very key happened; None when it surely did not."""
        found = self._records.find(POST, key.record_key)
        return None if found is None else self._published(found)

    def delete(self, native_id: str) -> None:
        """Delete one of the account's own posts; deleting twice is no error."""
        self._records.remove(native_id)

    def like(self, native_id: str, version: str) -> str:
        """Like a post and return the native id of the like."""
        return self._records.act(LIKE, strong_ref(native_id, version))

    def repost(self, native_id: str, version: str) -> str:
        """Repost a post and return the native id of the repost."""
        return self._records.act(REPOST, strong_ref(native_id, version))

    def follow(self, native_id: str) -> str:
        """Follow a person and return the native id of the follow."""
        return self._records.act(FOLLOW, native_id)

    def block(self, native_id: str) -> str:
        """Block a person on the network, for everybody to see, and return the block's native id."""
        return self._records.act(BLOCK, native_id)

    def undo(self, act_id: str) -> None:
        """Take back a like, a repost, a follow or a block by the native id it was given."""
        self._records.remove(act_id)

    def answer_follow_request(self, native_id: str, *, is_welcome: bool) -> None:
        """Raise `Unsupported`: on this network everybody may follow everybody."""
        raise Unsupported("follow_requests")

    def keep_reading_place(self, native_id: str) -> None:
        """Raise `Unsupported`: no server of this network remembers a place."""
        raise Unsupported("reading_place")

    def sign_out(self) -> None:
        """End the session on the server, so that its credential opens nothing any more."""
        self._xrpc.end_session()

    def mark_seen(self) -> None:
        """Tell the server that the notifications were seen."""
        values: Json = {"seenAt": timestamp(self._clock())}
        self._xrpc.procedure("app.bsky.notification.updateSeen", values, is_write=False)

    def close(self) -> None:
        """Let go of connections; the adapter is not used afterwards."""
        self._xrpc.close()

    def _did_of(self, handle: str) -> str:
        try:
            reply = self._xrpc.query("com.atproto.identity.resolveHandle", {"handle": handle})
        except (Missing, Refused):
            return ""
        did = text(reply.values.get("did"), 2_000)
        return did if did.startswith("did:") else ""

    def _published(self, created: Json) -> Published:
        uri, cid = text(created.get("uri")), text(created.get("cid"))
        handle = self._account.handle
        return Published(
            uri, cid, f"https://bsky.app/profile/{handle}/post/{uri.rpartition('/')[2]}"
        )
