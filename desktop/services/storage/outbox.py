"""Keep every post on its way out, and how far it got, before anything is sent."""

import hashlib
import json
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from desktop.services.domain.draft import (
    Attachment,
    Draft,
    OutboxItem,
    OutboxState,
    Published,
    PublishKey,
    ReplyTarget,
)
from desktop.services.domain.errors import IllegalMove, StoreTrouble
from desktop.services.domain.post import Facet, FacetKind
from desktop.services.storage.columns import from_ms, storable, to_json, to_ms
from desktop.services.storage.database import Database
from desktop.services.storage.outbox_tables import AttachmentTable, OutboxTable

State = OutboxState
MOVES: dict[State, frozenset[State]] = {
    State.QUEUED: frozenset({State.SENDING, State.FAILED, State.HELD}),
    # Back to queued only when it surely was not sent.
    State.SENDING: frozenset({State.SENT, State.UNKNOWN, State.FAILED, State.QUEUED}),
    State.UNKNOWN: frozenset({State.SENT, State.QUEUED, State.FAILED, State.HELD}),
    State.FAILED: frozenset({State.QUEUED, State.HELD, State.SENT}),
    State.HELD: frozenset({State.QUEUED, State.FAILED, State.SENT}),
    State.SENT: frozenset(),
}


class OutboxRows:
    """The outbox of a workspace; every change of state is a commit of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def queue(
        self,
        account_id: int,
        draft: Draft,
        key: PublishKey,
        now: datetime,
        *,
        state: OutboxState = OutboxState.QUEUED,
    ) -> OutboxItem:
        """Keep a post that is to be sent under `key`, which is chosen now and never again."""
        return self.put_back(OutboxItem(0, account_id, draft, key, state, now))

    def put_back(self, item: OutboxItem) -> OutboxItem:
        """Keep a post as it was when it was taken out; only its number here may be another."""
        key, draft = item.key, item.draft
        written = _draft_json(draft)
        with self._database.writing():
            row = OutboxTable.create(
                uuid=key.uuid,
                account_id=item.account_id,
                record_key=key.record_key,
                created_at=key.created_at.isoformat(),
                draft=written,
                sha256=_checksum(key, written, draft.attachments),
                state=item.state.value,
                queued_ms=to_ms(item.queued_at),
                problem=item.problem,
                problem_reason=item.problem_reason,
            )
            for position, picture in enumerate(draft.attachments):
                AttachmentTable.insert(
                    outbox_id=row.id,
                    position=position,
                    content=picture.content,
                    mime_type=picture.mime_type,
                    alt=storable(picture.alt),
                    width=picture.width,
                    height=picture.height,
                ).execute()
            return self._item(row)

    def move(
        self,
        item_id: int,
        to: OutboxState,
        *,
        from_: OutboxState | tuple[OutboxState, ...],
        problem: str = "",
        reason: str = "",
        published: Published | None = None,
    ) -> OutboxItem:
        """Change how far a post got, if it still is where the caller believes.

        Raises:
            IllegalMove: it is elsewhere by now, or the step is never allowed.
        """
        expected = from_ if isinstance(from_, tuple) else (from_,)
        with self._database.writing():
            row = self._row(item_id)
            state = OutboxState(row.state)
            if state not in expected or to not in MOVES[state]:
                raise IllegalMove(state.value, to.value)
            row.state = to.value
            row.problem = problem
            row.problem_reason = reason
            if published is not None:
                row.published = to_json(
                    [
                        storable(text)
                        for text in (published.native_id, published.version, published.url)
                    ]
                )
            row.save()
            return self._item(row)

    def get(self, item_id: int) -> OutboxItem:
        """Return one post of the outbox.

        Raises:
            StoreTrouble: what is stored is not what was queued, so it must not be sent.
            IllegalMove: it was taken out of the outbox.
        """
        with self._database.reading():
            item = self._item(self._row(item_id))
        if _is_damaged(item):
            raise StoreTrouble("damaged")
        return item

    def of_key(self, key: PublishKey) -> OutboxItem:
        """Return the post that was queued under a key; raises as `get` does."""
        with self._database.reading():
            row = OutboxTable.get_or_none(OutboxTable.uuid == key.uuid)
        if row is None:
            raise IllegalMove("removed", "used")
        return self.get(row.id)

    def waiting(
        self, account_id: int | None = None, states: Collection[OutboxState] = (State.QUEUED,)
    ) -> tuple[OutboxItem, ...]:
        """Return what may be sent now, or is in other states, in the order it was queued."""
        wanted = OutboxTable.state.in_([state.value for state in states])
        if account_id is not None:
            wanted &= OutboxTable.account_id == account_id
        with self._database.reading():
            items = self._items(OutboxTable.select().where(wanted).order_by(OutboxTable.id))
        return tuple(item for item in items if not _is_damaged(item))

    def count(self, states: Collection[OutboxState]) -> int:
        """Return how many posts are in one of the states, without reading them."""
        wanted = OutboxTable.state.in_([state.value for state in states])
        with self._database.reading():
            number: int = OutboxTable.select().where(wanted).count()
            return number

    def all(self, limit: int = 200) -> tuple[OutboxItem, ...]:
        """Return the newest posts of the outbox, whatever their state, newest first."""
        with self._database.reading():
            return self._items(OutboxTable.select().order_by(OutboxTable.id.desc()).limit(limit))

    def remove(self, item_id: int) -> None:
        """Take a post out of the outbox.

        Raises:
            IllegalMove: it is being sent, or nobody knows whether it was.
        """
        with self._database.writing():
            row = OutboxTable.get_or_none(OutboxTable.id == item_id)
            if row is None:
                return
            if row.state == OutboxState.SENDING.value:
                raise IllegalMove(row.state, "removed")
            OutboxTable.delete().where(OutboxTable.id == item_id).execute()

    def crashed_to_unknown(self) -> int:
        """At start: what was being sent when the program ended may or may not have arrived."""
        with self._database.writing():
            changed: int = (
                OutboxTable.update(state=OutboxState.UNKNOWN.value, problem="OutcomeUnknown")
                .where(OutboxTable.state == OutboxState.SENDING.value)
                .execute()
            )
            return changed

    def _row(self, item_id: int) -> OutboxTable:
        row = OutboxTable.get_or_none(OutboxTable.id == item_id)
        if row is None:
            raise IllegalMove("removed", "used")
        return row

    def _items(self, rows: Iterable[OutboxTable]) -> tuple[OutboxItem, ...]:
        return tuple(self._item(row) for row in rows)

    def _item(self, row: OutboxTable) -> OutboxItem:
        pictures = tuple(
            Attachment(bytes(p.content), p.mime_type, p.alt, p.width, p.height)
            for p in AttachmentTable.select()
            .where(AttachmentTable.outbox_id == row.id)
            .order_by(AttachmentTable.position)
        )
        key = PublishKey(row.uuid, row.record_key, datetime.fromisoformat(row.created_at))
        is_whole = row.sha256 == _checksum(key, row.draft, pictures)
        return OutboxItem(
            id=row.id,
            account_id=row.account_id,
            draft=_draft(row.draft, pictures) if is_whole else Draft(""),
            key=key,
            state=OutboxState(row.state),
            queued_at=from_ms(row.queued_ms),
            problem=row.problem if is_whole else StoreTrouble.__name__,
            problem_reason=row.problem_reason if is_whole else "damaged",
            published=Published(*json.loads(row.published)) if row.published else None,
        )


def _is_damaged(item: OutboxItem) -> bool:
    return (item.problem, item.problem_reason) == (StoreTrouble.__name__, "damaged")


def _checksum(key: PublishKey, draft: str, pictures: Iterable[Attachment]) -> str:
    """Return the sum over everything that will be sent: a flipped byte must not go public."""
    told = hashlib.sha256()
    for text in (key.uuid, key.record_key, key.created_at.isoformat(), draft):
        told.update(text.encode() + b"\0")
    for picture in pictures:
        told.update(hashlib.sha256(picture.content).digest())
        told.update(f"{picture.mime_type}\0{storable(picture.alt)}\0".encode())
        told.update(f"{picture.width}x{picture.height}\0".encode())
    return told.hexdigest()


def _draft_json(draft: Draft) -> str:
    reply = draft.reply_to
    return to_json(
        {
            "text": storable(draft.text),
            "lang": storable(draft.lang),
            "warning": storable(draft.warning),
            "visibility": draft.visibility,
            "quote_of": draft.quote_of,
            "reply_to": reply
            and [reply.native_id, reply.version, reply.root_native_id, reply.root_version],
            "facets": None
            if draft.facets is None
            else [[f.kind.value, f.start, f.end, storable(f.target)] for f in draft.facets],
        }
    )


def _draft(written: str, pictures: tuple[Attachment, ...]) -> Draft:
    told: dict[str, Any] = json.loads(written)
    facets = told["facets"]
    return Draft(
        text=told["text"],
        lang=told["lang"],
        reply_to=ReplyTarget(*told["reply_to"]) if told["reply_to"] else None,
        quote_of=(told["quote_of"][0], told["quote_of"][1]) if told["quote_of"] else None,
        attachments=pictures,
        warning=told["warning"],
        facets=None if facets is None else tuple(Facet(FacetKind(f[0]), *f[1:]) for f in facets),
        visibility=told.get("visibility", ""),  # drafts of the first release know none
    )
