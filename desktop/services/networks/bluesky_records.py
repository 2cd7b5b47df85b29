"""Create, find and remove an account's own records, each of them at most once."""

from collections.abc import Callable
from datetime import datetime

from desktop.services.domain.draft import Attachment
from desktop.services.domain.errors import Missing, OutcomeUnknown, Refused
from desktop.services.networks.bluesky_writing import parts_of, record_key, timestamp
from desktop.services.networks.hostile_json import Json, text
from desktop.services.networks.xrpc import Xrpc


class Records:
    """One account's repository on its server.

    Every record is created under a key chosen here: whether a write whose answer was lost took
    place is then one look-up away, and repeating it cannot make a second record.
    """

    def __init__(self, xrpc: Xrpc, did: str, clock: Callable[[], datetime]) -> None:
        self._xrpc = xrpc
        self._did = did
        self._clock = clock

    def create(self, collection: str, key: str, record: Json) -> Json:
        """Create a record under `key` and return its address and version."""
        values: Json = {"repo": self._did, "collection": collection, "rkey": key, "record": record}
        created = self._xrpc.procedure("com.atproto.repo.createRecord", values).values
        if not (text(created.get("uri")) and text(created.get("cid"))):
            raise OutcomeUnknown("a record without an address")
        return created

    def find(self, collection: str, key: str) -> Json | None:
        """Return the address and version of a record, None when there surely is none."""
        params = {"repo": self._did, "collection": collection, "rkey": key}
        try:
            return self._xrpc.query("com.atproto.repo.getRecord", params).values
        except Missing:
            return None

    def act(self, collection: str, subject: object) -> str:
        """Like, repost or follow; a lost answer is looked up and, at need, the act repeated."""
        now = self._clock()
        key = record_key(now)
        record: Json = {"$type": collection, "subject": subject, "createdAt": timestamp(now)}
        try:
            created = self.create(collection, key, record)
        except OutcomeUnknown:
            created = self.find(collection, key) or self.create(collection, key, record)
        return text(created.get("uri"))

    def remove(self, uri: str) -> None:
        """Delete a record; one that is gone already counts as deleted."""
        repository, collection, key = parts_of(uri)
        if repository != self._did:
            raise Refused("other")
        values: Json = {"repo": repository, "collection": collection, "rkey": key}
        try:
            self._xrpc.procedure("com.atproto.repo.deleteRecord", values)
        except OutcomeUnknown:
            # Deleting what is gone already is no error, so asking again settles it.
            self._xrpc.procedure("com.atproto.repo.deleteRecord", values)

    def upload(self, picture: Attachment) -> Json:
        """Send a picture and return the reference to put in a record."""
        return self._xrpc.upload(picture.content, picture.mime_type)
