"""The one door for whatever is worth telling: it rings once, and not while it should be quiet."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.services.domain.announcement import Announcement
from desktop.ui.tasks import ALARMS, Tasks
from desktop.views.hub import Hub
from desktop.views.quiet import Quiet

LOOK_MS = 20_000
"""How often it is seen whether quiet hours are over; also notices that a laptop woke up."""
_SUMMARY = "quiet"


class Notifier(QObject):
    """Decide what rings, how often and where; whoever watches something only calls `tell`.

    All that concerns one matter has one group. A matter is told once, until it is settled; what is
    no alarm is told again when more waits behind it. While Crieur is in front, nothing pops up:
    the window shows it, and an alarm is spoken. Quiet hours and a pause hold everything back; when
    they end, what is still not settled rings once, all together. An alarm goes to the second
    channel exactly when it rings.

    Signals:
        changed: What waits is different, or it became quiet or is so no longer.
        pop_up_asked: Show a notification of the system; carries the `Announcement`.
        withdrawn: What was shown for a group is over; carries the group.
        spoken: Say an alarm aloud to whoever is in front of the window; carries the words.
        opened: The user follows a pop-up; carries its `Announcement`, None for the program itself.
        failed: The second channel did not take an alarm; carries the exception.
    """

    changed = Signal()
    pop_up_asked = Signal(object)
    withdrawn = Signal(str)
    spoken = Signal(str)
    opened = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        hub: Hub,
        tasks: Tasks,
        is_in_front: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._hub = hub
        self._tasks = tasks
        self._is_in_front = is_in_front
        self._waiting: dict[str, Announcement] = {}
        self._told: dict[str, int] = {}
        """The groups that rang or are to ring, with how much waited behind each by then."""
        self._held: dict[str, None] = {}
        """The groups that are to ring when it is quiet no longer, in the order they came."""
        self._last: Announcement | None = None
        self.quiet = Quiet(hub)
        self._was_quiet = self.quiet.is_now()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def waiting(self) -> tuple[Announcement, ...]:
        """Return what is not settled, alarms first."""
        return tuple(sorted(self._waiting.values(), key=lambda each: not each.is_alarm))

    @property
    def count(self) -> int:
        """Return how many things wait altogether."""
        return sum(each.count for each in self._waiting.values())

    def tell(self, announcement: Announcement) -> None:
        """Tell of a matter, unless it was told already; it waits until it is settled."""
        group, count = announcement.group, announcement.count
        self.note(announcement)
        former = self._told.get(group)
        if former is not None and (announcement.is_alarm or count <= former):
            return
        self._told[group] = count
        if self.quiet.is_now():
            self._held[group] = None
        else:
            self._ring(announcement)

    def note(self, announcement: Announcement) -> None:
        """Count a matter that is no news, or say it with other words; nothing rings."""
        if self._waiting.get(announcement.group) != announcement:
            self._waiting[announcement.group] = announcement
            self.changed.emit()

    def settle(self, group: str) -> None:
        """Let a matter be over: it is mended, or the user has seen it."""
        self._told.pop(group, None)
        self._held.pop(group, None)
        if self._waiting.pop(group, None) is not None:
            self.withdrawn.emit(group)
            self.changed.emit()

    def clear(self) -> None:
        """Let every matter be over: another workspace is opened."""
        for group in tuple(self._waiting):
            self.settle(group)

    def see(self) -> None:
        """Note that the user looks at the window, which shows all that waits."""
        self._held.clear()
        self.withdrawn.emit(_SUMMARY)
        for each in self.waiting:
            self.withdrawn.emit(each.group)
            if not each.count:
                self.settle(each.group)

    def follow(self, group: str) -> None:
        """Lead to what a pop-up was about, as far as it is the last one or still waits."""
        last = self._last if self._last is not None and self._last.group == group else None
        self.opened.emit(self._waiting.get(group, last))

    def pause_until_tomorrow(self) -> None:
        """Let nothing ring until tomorrow."""
        self.quiet.pause_until_tomorrow()
        self.look()

    def resume(self) -> None:
        """End the pause; what was held back meanwhile rings now."""
        self.quiet.resume()
        self.look()

    def look(self) -> None:
        """Ring what was held back, if it is quiet no longer."""
        is_quiet = self.quiet.is_now()
        if is_quiet is self._was_quiet:
            return
        self._was_quiet = is_quiet
        if not is_quiet:
            held = [self._waiting[group] for group in self._held]
            self._held.clear()
            self._ring_together(held)
        self.changed.emit()

    def _ring(self, announcement: Announcement) -> None:
        if announcement.is_alarm:
            self._send(announcement)
        self._show(announcement)

    def _ring_together(self, held: Sequence[Announcement]) -> None:
        alarms = [each for each in held if each.is_alarm]
        if alarms:
            self._send(self._summary(alarms))
        if held:
            self._show(self._summary(held))

    def _summary(self, held: Sequence[Announcement]) -> Announcement:
        if len(held) == 1:
            return held[0]
        first = next((each for each in held if each.is_alarm), held[0])
        return Announcement(
            _SUMMARY,
            self.tr("%n thing(s) happened while it was quiet", "", len(held)),
            "\n".join(each.title for each in held),
            first.place,
            is_alarm=first.is_alarm,
        )

    def _show(self, announcement: Announcement) -> None:
        if self._is_in_front():
            if announcement.is_alarm:
                self.spoken.emit("\n".join((announcement.title, announcement.text)))
        elif self._hub.preferences.notifications:
            self._last = announcement
            self.pop_up_asked.emit(announcement)

    def _send(self, announcement: Announcement) -> None:
        address = self._hub.preferences.second_channel
        if address:
            send = self._hub.second_channel.send
            self._tasks.run(
                ALARMS,
                partial(send, address, announcement.title, announcement.text),
                owner=self,
                done=_take_no_notice,
                failed=self.failed.emit,
            )


def _take_no_notice(_outcome: object) -> None:
    """Do nothing: an alarm that arrived is nothing that the user has to hear of."""
