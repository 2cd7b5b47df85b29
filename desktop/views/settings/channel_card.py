"""Settings, notifications: the one address that alarms are also sent to, and a way to try it."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.domain.alarm_note import alarm_note, channel_address
from desktop.services.domain.errors import CrieurError, InvalidField
from desktop.services.domain.origin import origin_of
from desktop.ui.buttons import Button
from desktop.ui.cards import Card, Rule
from desktop.ui.fields import Field, LineEdit
from desktop.ui.labels import Label
from desktop.ui.notices import notice_for
from desktop.ui.setting_rows import SettingRow
from desktop.ui.tasks import ALARMS, Tasks
from desktop.ui.theme import Theme
from desktop.views.hub import Hub


class ChannelCard(Card):
    """The address, what exactly is sent to it, and a test message.

    An address is kept as soon as it will do; an empty one switches the channel off.
    """

    def __init__(self, theme: Theme, hub: Hub, tasks: Tasks, *, is_demo: bool) -> None:
        super().__init__(theme, padding=0)
        self._hub = hub
        self._tasks = tasks
        self.column.setSpacing(0)
        self._test = Button(theme, self.tr("Send a test message"), icon="send")
        self._test.setObjectName("testChannel")
        self._test.clicked.connect(self._on_test)
        self._row = SettingRow(
            theme,
            self.tr("Send alarms to an address of yours too"),
            self.tr(
                "For instance to a service that rings your phone, or to your own server. Leave it "
                "empty to send them nowhere. In quiet hours nothing is sent."
            ),
            self._test,
        )
        if is_demo:
            self._row.setText(self.tr("Nothing is sent from the demo."))
        self.column.addWidget(self._row)
        self.column.addWidget(Rule(theme))
        self.column.addWidget(self._fields(theme))
        self._edit.setEnabled(not is_demo)
        self._can_test = not is_demo
        self._show_state()

    def _fields(self, theme: Theme) -> QWidget:
        self._edit = LineEdit(theme, "https://…", "link")
        self._edit.setObjectName("channelAddress")
        self._edit.setText(self._hub.preferences.second_channel)
        self._edit.textEdited.connect(self._on_typed)
        self._edit.editingFinished.connect(self._keep)
        self._field = Field(
            theme,
            self.tr("Address"),
            self._edit,
            self.tr("It begins with https:// and takes plain text as a POST."),
        )
        self._outcome = Label(theme, "", "small", "ok_text", wraps=True)
        self._outcome.hide()
        sample = Card(theme, padding=12, radius=7, tone="sunken")
        self._sample = Label(theme, alarm_note(*self._words()), "small", wraps=True)
        self._sample.setObjectName("channelSample")
        sample.column.addWidget(self._sample)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._field)
        column.addWidget(self._outcome)
        column.addWidget(
            Label(theme, self.tr("The test sends exactly this, and nothing else:"), "label")
        )
        column.addWidget(sample)
        return inside

    def _words(self) -> tuple[str, str]:
        return (
            self.tr("Test: alarms from Crieur arrive here."),
            self.tr(
                "A real one says what happened, what is safe and what to do, in two lines like "
                "these. It holds neither posts nor keys."
            ),
        )

    def _on_typed(self) -> None:
        self._field.set_problem(None)
        self._outcome.hide()
        self._show_state()

    def _show_state(self) -> None:
        self._test.setEnabled(self._can_test and bool(self._edit.text().strip()))

    def _keep(self) -> bool:
        """Keep what was typed, or say what is wrong with it; say whether there is an address."""
        typed = self._edit.text().strip()
        try:
            address = channel_address(typed) if typed else ""
        except InvalidField as error:
            self._say_trouble(error)
            return False
        self._edit.setText(address)
        self._hub.save_preferences(replace(self._hub.preferences, second_channel=address))
        return bool(address)

    def _on_test(self) -> None:
        if not self._keep():
            return
        self._test.set_busy(self.tr("Sending…"))
        self._outcome.hide()
        self._tasks.run(
            ALARMS,
            partial(
                self._hub.second_channel.send, self._hub.preferences.second_channel, *self._words()
            ),
            owner=self,
            done=self._on_sent,
            failed=self._on_not_sent,
        )

    def _on_sent(self, _outcome: object) -> None:
        self._test.set_busy(None)
        self._field.set_problem(None)
        self._outcome.setText(
            self.tr("The address accepted it. Check that the message has reached you.")
        )
        self._outcome.show()

    def _on_not_sent(self, error: Exception) -> None:
        self._test.set_busy(None)
        if isinstance(error, CrieurError):
            self._say_trouble(error)
        else:
            self._tasks.unhandled.emit(error)

    def _say_trouble(self, error: CrieurError) -> None:
        address = self._hub.preferences.second_channel
        host = origin_of(address).host if address else ""
        notice = notice_for(error, host, self._hub.now())
        # The field says which one is meant; what to do about it is all that is missing.
        is_field = isinstance(error, InvalidField)
        self._field.set_problem(notice.text if is_field else notice.title)
