"""The tour of five steps: offered once, to be had again at any time, ends on a real task."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.services.domain.account import Cap
from desktop.services.domain.feed import FeedEntry
from desktop.ui.coach import Coach, Stop
from desktop.ui.keymap import Keymap
from desktop.ui.rail import Rail
from desktop.ui.text import clean_name, isolate
from desktop.ui.theme import Theme
from desktop.views.feed.feeds import Feeds
from desktop.views.hand_offs import may_answer
from desktop.views.hub import Hub
from desktop.views.post_desk import PostDesk
from desktop.views.session import Session
from desktop.views.status_board import Offer, StatusBoard

NEWEST = 20
"""Among so many mentions the tour looks for one that can be answered."""


@dataclass(frozen=True, slots=True)
class Task:
    """What the tour ends on: a verb phrase, what to say about it, and the way there."""

    verb: str
    text: str
    work: Callable[[], object]


class TourDesk(QObject):
    """Knows when the tour is offered, what it shows, and what there is to do at its end."""

    def __init__(
        self,
        theme: Theme,
        session: Session,
        hub: Hub,
        window: QWidget,
        *,
        rail: Rail,
        feeds: Feeds,
        desk: PostDesk,
        keymap: Keymap,
        status: StatusBoard,
        go_to: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._session = session
        self._hub = hub
        self._window = window
        self._rail = rail
        self._feeds = feeds
        self._desk = desk
        self._keymap = keymap
        self._status = status
        self._go_to = go_to
        status.offer_closed.connect(self._remember)

    def offer(self) -> None:
        """Offer the tour over the home feed to whoever has not seen it and has posts to look at."""
        has_posts = self._session.is_demo or bool(self._session.accounts.all())
        if has_posts and not self._hub.preferences.tour_seen:
            self._status.offer(
                Offer(
                    self.tr("New here? Five steps show where everything is."),
                    self.tr(
                        "It takes a minute, and the search at the top finds it again at any time."
                    ),
                    self.tr("Start the tour"),
                    self.start,
                )
            )

    def start(self) -> None:
        """Show the tour from its first step."""
        self._remember()
        self._status.withdraw_offer()
        self._go_to("home")
        task = self._task()
        coach = Coach(self._theme, self._window, self._stops(task), task.verb)
        coach.ended.connect(lambda is_done: task.work() if is_done else self._go_to("home"))
        coach.start()

    def _remember(self) -> None:
        self._hub.save_preferences(replace(self._hub.preferences, tour_seen=True))

    def _stops(self, task: Task) -> tuple[Stop, ...]:
        home = self._feeds.home
        return (
            Stop(
                self.tr("Every place is one click away"),
                self.tr(
                    "Home holds the posts of all your networks. The number beside a place says "
                    "how much is new there."
                ),
                lambda: self._rail,
            ),
            Stop(
                self.tr("All networks in one list"),
                self.tr(
                    "The coloured band says which of your accounts received a post. The same post "
                    "on two networks is shown once."
                ),
                lambda: home.panel,
            ),
            Stop(
                self.tr("One account at a time"),
                self.tr(
                    "Press a name to read that account alone. Your place in the list is kept when "
                    "you come back."
                ),
                lambda: home.filters,
            ),
            Stop(
                self.tr("Find a person, a post or a setting"),
                self.tr("Type a few letters here, or press {keys} anywhere.").format(
                    keys=isolate(self._keymap.shown("palette"))
                ),
                lambda: home.header,
            ),
            Stop(self.tr("Who speaks to you comes first"), task.text, lambda: home.side),
        )

    def _task(self) -> Task:
        entry = self._answerable()
        if entry is not None and entry.post is not None:
            author = entry.post.author
            name = isolate(clean_name(author.name or author.handle))
            text = self.tr(
                "{name} has written to you. Answer now: nothing leaves before you press the button."
            )
            if self._session.is_demo:
                text = self.tr(
                    "{name} has written to the shop. Answer now: the demo sends nothing."
                )
            return Task(
                self.tr("Answer {name}").format(name=name),
                text.format(name=name),
                lambda: self._feeds.actions.reply(entry),
            )
        if any(account.can(Cap.POST) for account in self._session.accounts.all()):
            return Task(
                self.tr("Write your first post"),
                self.tr(
                    "Nobody waits for an answer. Write a post: nothing leaves before you press "
                    "the button."
                ),
                self._desk.write_post,
            )
        return Task(
            self.tr("Read the mentions"),
            self.tr("Posts that name you or answer you are gathered here."),
            lambda: self._go_to("mentions"),
        )

    def _answerable(self) -> FeedEntry | None:
        """Return the newest mention that one of the accounts can answer."""
        actions, model = self._feeds.actions, self._feeds.beside.list.model()
        for row in range(min(NEWEST, model.rowCount())):
            entry = model.entry(row)
            if entry is None or entry.post is None:
                continue
            account = actions.account_for("reply", entry)
            if account is not None and may_answer(account, entry.post):
                return entry
        return None
