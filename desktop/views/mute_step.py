"""Muting and bringing back as steps: the words for both, and the ways between them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from desktop.services.domain.muting import Mute, MuteKind
from desktop.services.mutes import Mutes
from desktop.ui.history import Step, Way
from desktop.ui.tasks import STORE
from desktop.ui.text import clean_name, isolate

translate = QCoreApplication.translate


def muted_step(mutes: Mutes, mute: Mute, owner: QObject, then: Callable[[object], object]) -> Step:
    """Return the step of having muted; `then` shows the other posts, unless `owner` is gone."""
    hidden, shown = _sentences(mute)
    back, again = _ways(mutes, mute, owner, then)
    return Step(hidden, shown, undo=back, redo=again)


def brought_back_step(
    mutes: Mutes, mute: Mute, owner: QObject, then: Callable[[object], object]
) -> Step:
    """Return the step of having brought back; `then` shows the other posts."""
    hidden, shown = _sentences(mute)
    back, again = _ways(mutes, mute, owner, then)
    return Step(shown, hidden, undo=again, redo=back)


def _ways(
    mutes: Mutes, mute: Mute, owner: QObject, then: Callable[[object], object]
) -> tuple[Way, Way]:
    back = Way(owner, STORE, partial(mutes.unmute, mute), then)
    return back, Way(owner, STORE, partial(mutes.restore, mute), then)


def _sentences(mute: Mute) -> tuple[str, str]:
    """Return the sentences for what is hidden now, and for what is shown again."""
    sentences = {
        MuteKind.PERSON: (
            translate("MuteStep", "{what} is muted"),
            translate("MuteStep", "{what} is shown again"),
        ),
        MuteKind.WORD: (
            translate("MuteStep", "“{what}” is muted"),
            translate("MuteStep", "“{what}” is shown again"),
        ),
        MuteKind.THREAD: (
            translate("MuteStep", "The conversation is muted"),
            translate("MuteStep", "The conversation is shown again"),
        ),
    }
    label = clean_name(mute.label)
    what = isolate(f"@{label}" if mute.kind is MuteKind.PERSON else label)
    hidden, shown = sentences[mute.kind]
    return hidden.format(what=what), shown.format(what=what)
