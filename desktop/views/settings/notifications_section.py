"""Settings, notifications: what rings, when it may, and where alarms go besides."""

from dataclasses import replace
from datetime import time

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.labels import Label
from desktop.ui.setting_rows import SettingCard, SettingRow
from desktop.ui.spin_boxes import TimeBox
from desktop.ui.switches import Switch
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.ui.tray import has_tray
from desktop.views.hub import Hub
from desktop.views.settings.channel_card import ChannelCard


class NotificationsSection(QWidget):
    """Every choice counts at once."""

    def __init__(self, theme: Theme, hub: Hub, tasks: Tasks, *, is_demo: bool) -> None:
        super().__init__()
        self._theme = theme
        self._hub = hub
        kept = hub.preferences
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(theme, self.tr("Notifications"), "heading"))
        column.addWidget(self._what_rings())
        column.addWidget(Label(theme, self.tr("Quiet hours"), "heading"))
        column.addWidget(self._when())
        column.addWidget(Label(theme, self.tr("Second channel for alarms"), "heading"))
        column.addWidget(ChannelCard(theme, hub, tasks, is_demo=is_demo))
        column.addStretch(1)
        self._show_hours(kept.quiet_hours)

    def _what_rings(self) -> SettingCard:
        shows = self._switch("notifications")
        stays = self._switch("stays_in_tray")
        goes_on = self.tr(
            "Crieur goes on fetching, and your posts go on leaving. Its icon in the tray opens it "
            "again or quits it."
        )
        if not has_tray():
            goes_on = self.tr(
                "This desktop has no tray, so a hidden window could not be found again: closing "
                "it ends Crieur."
            )
            stays.setEnabled(False)
            stays.setChecked(False)
        return SettingCard(
            self._theme,
            SettingRow(
                self._theme,
                self.tr("Show notifications"),
                self.tr(
                    "One for each matter while you look elsewhere: an account that needs you, "
                    "a post that could not leave, new mentions, your monthly cap."
                ),
                shows,
            ),
            SettingRow(
                self._theme,
                self.tr("Keep running in the tray when the window is closed"),
                goes_on,
                stays,
            ),
        )

    def _when(self) -> SettingCard:
        kept = self._hub.preferences
        self._from = TimeBox(
            self._theme, self.tr("Quiet from"), time.fromisoformat(kept.quiet_from)
        )
        self._until = TimeBox(
            self._theme, self.tr("Quiet until"), time.fromisoformat(kept.quiet_until)
        )
        for box, name in ((self._from, "quietFrom"), (self._until, "quietUntil")):
            box.setObjectName(name)
            box.timeChanged.connect(self._on_hours)
        quiet = self._switch("quiet_hours")
        quiet.toggled.connect(self._show_hours)
        self._hours = SettingRow(
            self._theme, self.tr("Quiet from and until"), "…", self._from, self._until
        )
        return SettingCard(
            self._theme,
            SettingRow(
                self._theme,
                self.tr("Quiet hours"),
                self.tr(
                    "Nothing pops up and no alarm is sent; the tray goes on counting. One summary "
                    "follows when they end."
                ),
                quiet,
            ),
            self._hours,
        )

    def _switch(self, choice: str) -> Switch:
        made = Switch(self._theme, "")
        made.setObjectName(choice)
        made.setChecked(getattr(self._hub.preferences, choice))
        made.clicked.connect(self._on_switched)
        return made

    def _on_switched(self, is_on: bool) -> None:
        choice = self.sender().objectName()
        self._hub.save_preferences(replace(self._hub.preferences, **{choice: is_on}))

    def _on_hours(self) -> None:
        begins, ends = self._from.time_of_day, self._until.time_of_day
        self._hub.save_preferences(
            replace(
                self._hub.preferences, quiet_from=f"{begins:%H:%M}", quiet_until=f"{ends:%H:%M}"
            )
        )
        self._show_hours(self._hub.preferences.quiet_hours)

    def _show_hours(self, are_wanted: bool) -> None:
        begins, ends = self._from.time_of_day, self._until.time_of_day
        for box in (self._from, self._until):
            box.setEnabled(are_wanted)
        if begins == ends:
            text = self.tr("The two times are the same, so it is never quiet.")
        elif begins < ends:
            text = self.tr("Every day, within the same day.")
        else:
            text = self.tr("Every night, until the next morning.")
        self._hours.setText(text)
