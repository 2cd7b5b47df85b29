"""Mute people, words and conversations here, without anybody being told."""

from collections.abc import Callable
from datetime import datetime

from desktop.services.domain.errors import InvalidField, Missing
from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.muting import Mute, MuteKind
from desktop.services.storage.rows import Rows
from desktop.services.storage.search_words import letters

LONGEST = 100
"""Characters of a muted word or phrase, and of what a muted thread is known by."""


class Mutes:
    """What the user does not want to see; each method returns at once what was done.

    A mute is undone with `unmute`, and taking one away is undone with `restore`.
    """

    def __init__(self, rows: Rows, clock: Callable[[], datetime]) -> None:
        self._rows = rows
        self._clock = clock

    def all(self) -> tuple[Mute, ...]:
        """Return what is muted, the newest first."""
        return self._rows.mutes.all()

    def mute_person(self, network: str, native_id: str, label: str) -> Mute:
        """Hide what a person posts or reposts; `label` is the handle that the user knows."""
        return self._add(MuteKind.PERSON, network, native_id, label)

    def mute_word(self, typed: str) -> Mute:
        """Hide every post that holds a word or a phrase.

        Raises:
            InvalidField: "empty" where there is no letter and no digit, "too_long".
        """
        words = " ".join(typed.split())
        if not letters(words):
            raise InvalidField("word", "empty")
        if len(words) > LONGEST:
            raise InvalidField("word", "too_long")
        return self._add(MuteKind.WORD, "", words.casefold(), words)

    def mute_thread(self, entry: FeedEntry) -> Mute:
        """Hide the whole conversation that an entry's post belongs to."""
        post = entry.post
        if post is None:
            raise Missing
        root = post.root or post.native_id
        first_id = self._rows.posts.id_of(post.network, root)
        first = None if first_id is None else self._rows.posts.get(first_id)
        label = " ".join((first or post).text.split())[:LONGEST]
        return self._add(MuteKind.THREAD, post.network, root, label)

    def unmute(self, mute: Mute) -> None:
        """Bring back what was muted, except what another mute hides as well.

        It is known by what it hides: one that was restored meanwhile has another id.
        """
        hidden = (mute.kind, mute.network, mute.value)
        for held in self.all():
            if (held.kind, held.network, held.value) == hidden:
                self._rows.mutes.remove(held.id)

    def restore(self, mute: Mute) -> Mute:
        """Mute again what was unmuted by mistake."""
        return self._add(mute.kind, mute.network, mute.value, mute.label)

    def _add(self, kind: MuteKind, network: str, value: str, label: str) -> Mute:
        now = self._clock()
        mute_id = self._rows.mutes.add(kind, network, value, label, now)
        return Mute(mute_id, kind, network, value, label, now)
