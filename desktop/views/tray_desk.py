"""Crieur beside its window: the sign in the tray, the system's notifications, the dock's badge."""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.services.domain.account import AccountState
from desktop.services.domain.announcement import Announcement
from desktop.ui.desktop_bus import Bus, BusPopUps, open_bus
from desktop.ui.tasks import FILES, Tasks
from desktop.ui.text import heard
from desktop.ui.theme import Theme
from desktop.ui.tray import TrayIcon
from desktop.ui.wording import moment
from desktop.views.hub import Hub
from desktop.views.main_window import MainWindow
from desktop.views.news_desk import NewsDesk
from desktop.views.notifier import Notifier

_TRAY = "tray"


class TrayDesk(QObject):
    """Lets the program be seen, heard and led while its window is hidden or behind others.

    `notifier` is the door through which everything that watches something tells of it.
    """

    def __init__(self, theme: Theme, hub: Hub, tasks: Tasks, window: MainWindow) -> None:
        super().__init__(window)
        self._hub = hub
        self._tasks = tasks
        self._window = window
        self._workspace = ""
        self.notifier = Notifier(hub, tasks, _is_in_front, self)
        self.tray = TrayIcon(theme, window)
        self._bus: BusPopUps | None = None
        self._lines: dict[str, QAction] = {}
        self._offer_lines()
        self._connect()
        self.tray.appear()
        self._on_shell_changed()
        tasks.run(FILES, open_bus, owner=self, done=self._on_bus_opened)

    def _connect(self) -> None:
        self.tray.opened.connect(self._window.come_forward)
        self.tray.pop_up_pressed.connect(self.notifier.follow)
        self.notifier.pop_up_asked.connect(self._on_pop_up_asked)
        self.notifier.withdrawn.connect(self._on_withdrawn)
        self.notifier.spoken.connect(self._on_spoken)
        self.notifier.opened.connect(self._on_opened)
        self.notifier.changed.connect(self._show)
        self._window.shell_changed.connect(self._on_shell_changed)
        # The words are installed by then: who installs them was connected first.
        self._window.language_chosen.connect(self._on_language_chosen)
        self._window.may_stay = self._stay
        QGuiApplication.instance().focusWindowChanged.connect(self._on_focus_moved)

    def _offer_lines(self) -> None:
        menu, window = self.tray.menu, self._window
        for key, icon, work in (
            ("open", "external-link", window.come_forward),
            ("new_post", "pen-line", self._on_new_post),
            ("refresh", "refresh-cw", self._on_refresh),
            ("pause", "pause", self._on_pause),
            ("quit", "log-out", window.quit),
        ):
            if key in ("pause", "quit"):
                menu.addSeparator()
            self._lines[key] = menu.add(icon, "")
            self._lines[key].triggered.connect(work)
        self._name_lines()

    def _name_lines(self) -> None:
        # The lines stay the same ones: what leads to them from elsewhere must not dangle.
        for key, words in (
            ("open", self.tr("Open Crieur")),
            ("new_post", self.tr("Write a post")),
            ("refresh", self.tr("Fetch new posts")),
            ("quit", self.tr("Quit Crieur")),
        ):
            self._lines[key].setText(words)

    def _show(self) -> None:
        quiet = self.notifier.quiet
        is_paused = quiet.paused_until is not None
        for key in ("new_post", "refresh"):
            self._lines[key].setEnabled(self._window.shell is not None)
        self._lines["pause"].setText(
            self.tr("Resume notifications")
            if is_paused
            else self.tr("Pause notifications until tomorrow")
        )
        lines = ["Crieur", *(each.title for each in self.notifier.waiting)]
        if quiet.until is not None:
            until = moment(quiet.until, self._hub.now())
            lines.append(self.tr("Quiet until {time}").format(time=until))
        self.tray.set_count(self.notifier.count)
        self.tray.set_words(lines)
        QGuiApplication.instance().setBadgeNumber(self.notifier.count)

    def _on_shell_changed(self) -> None:
        shell = self._window.shell
        workspace = shell.session.slug if shell is not None else ""
        if workspace != self._workspace:
            self.notifier.clear()
            self._workspace = workspace
        if shell is not None and not shell.session.is_demo:
            NewsDesk(shell, self._tasks, self.notifier)
        self._show()

    def _on_language_chosen(self) -> None:
        self._name_lines()
        self._show()

    def _stay(self) -> bool:
        shell = self._window.shell
        wanted = self._hub.preferences.stays_in_tray and self.tray.isVisible()
        if not wanted or shell is None or shell.session.is_demo:
            return False
        if not self._hub.preferences.tray_told:
            self._hub.save_preferences(replace(self._hub.preferences, tray_told=True))
            title = self.tr("Crieur goes on in the tray.")
            text = self.tr("It fetches as before. Open it or quit it from its icon there.")
            self._pop_up(_TRAY, title, text)
        return True

    def _on_bus_opened(self, bus: Bus | None) -> None:
        if bus is not None:
            self._bus = BusPopUps(bus, self)
            self._bus.pressed.connect(self.notifier.follow)
            QGuiApplication.instance().aboutToQuit.connect(self._bus.close)

    def _on_pop_up_asked(self, announcement: Announcement) -> None:
        self._pop_up(announcement.group, announcement.title, announcement.text)

    def _pop_up(self, group: str, title: str, text: str) -> None:
        is_heard = self._bus is not None and self._bus.is_open
        way = self._bus if is_heard else self.tray
        way.pop_up(group, title, text)

    def _on_withdrawn(self, group: str) -> None:
        if self._bus is not None:
            self._bus.withdraw(group)

    def _on_spoken(self, words: str) -> None:
        event = QAccessibleAnnouncementEvent(self._window, heard(words))
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def _on_opened(self, announcement: Announcement | None) -> None:
        self._window.come_forward()
        shell = self._window.shell
        if shell is None or announcement is None:
            return
        shell.go_to(announcement.place)
        account = shell.book.get(announcement.account_id)
        if account is not None and account.state is AccountState.SIGNED_OUT:
            shell.connect_account(account)

    def _on_new_post(self) -> None:
        self._window.come_forward()
        if self._window.shell is not None:
            self._window.shell.desk.write_post()

    def _on_refresh(self) -> None:
        if self._window.shell is not None:
            self._window.shell.refresher.refresh_all()

    def _on_pause(self) -> None:
        if self.notifier.quiet.paused_until is None:
            self.notifier.pause_until_tomorrow()
        else:
            self.notifier.resume()

    def _on_focus_moved(self) -> None:
        if _is_in_front():
            self.notifier.see()
            self._on_withdrawn(_TRAY)


def _is_in_front() -> bool:
    return QApplication.activeWindow() is not None
