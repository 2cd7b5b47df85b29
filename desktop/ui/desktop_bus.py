"""Notifications of a Linux desktop, over its session bus: each can be replaced and taken away.

Qt itself reaches them through the tray only, so not where there is none, stacks what should be
replaced, and never hears of a press on an ordinary one.
"""

import html
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from desktop.ui.resources import resource

if TYPE_CHECKING:
    from jeepney import DBusAddress, Message
    from jeepney.io.blocking import DBusConnection

_NAME, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_PATIENCE_SECONDS = 2.0
_ORDINARY, _AS_THE_DESKTOP_LIKES = 1, -1


@dataclass(frozen=True)
class Bus:
    """An open session bus with somebody on it who shows notifications.

    `has_markup` says that texts, though never titles, are taken for markup there.
    """

    connection: "DBusConnection"
    has_markup: bool


def open_bus() -> Bus | None:
    """Return the session's bus, None where there is none that shows notifications; blocks."""
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return None
    # Only Linux has the library, and only a bus needs it.
    from jeepney import DBusErrorResponse, MatchRule, message_bus, new_method_call
    from jeepney.io.blocking import Proxy, open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    try:
        connection = open_dbus_connection("SESSION")
    except (OSError, ValueError, RuntimeError):
        # No such place, not spoken to there, or a kind of address that nobody uses on a desktop.
        return None
    try:
        can = new_method_call(_address(), "GetCapabilities")
        (abilities,) = unwrap_msg(connection.send_and_get_reply(can, timeout=_PATIENCE_SECONDS))
        heard = MatchRule(type="signal", interface=_NAME, path=_PATH)
        Proxy(message_bus, connection, timeout=_PATIENCE_SECONDS).AddMatch(heard)
    except (OSError, DBusErrorResponse):
        connection.close()
        return None
    return Bus(connection, "body-markup" in abilities)


class BusPopUps(QObject):
    """Shows one notification a group; what it asks is sent at once and answered later.

    Signals:
        pressed: A notification was pressed; carries its group.
    """

    pressed = Signal(str)

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._ids: dict[str, int] = {}
        self._asked: dict[int, str] = {}
        self.is_open = True
        self._ear = QSocketNotifier(bus.connection.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._ear.activated.connect(self._on_heard)

    def pop_up(self, group: str, title: str, text: str) -> None:
        """Show a notification in place of the group's former one."""
        body = html.escape(text, quote=False) if self._bus.has_markup else text
        hints = {"desktop-entry": ("s", "crieur"), "urgency": ("y", _ORDINARY)}
        actions = ["default", self.tr("Open")]
        icon = str(resource("app/crieur.svg"))
        known = self._ids.get(group, 0)
        serial = self._call(
            "Notify",
            "susssasa{sv}i",
            ("Crieur", known, icon, title, body, actions, hints, _AS_THE_DESKTOP_LIKES),
        )
        self._asked[serial] = group

    def withdraw(self, group: str) -> None:
        """Take the notification of a group away, where it still stands."""
        known = self._ids.pop(group, None)
        if known is not None:
            self._call("CloseNotification", "u", (known,))

    def close(self) -> None:
        """Hear and say nothing any more."""
        if self.is_open:
            self.is_open = False
            self._ear.setEnabled(False)
            self._bus.connection.close()

    def _call(self, method: str, signature: str, values: tuple[object, ...]) -> int:
        from jeepney import new_method_call

        connection = self._bus.connection
        serial: int = next(connection.outgoing_serial)
        try:
            if self.is_open:
                message = new_method_call(_address(), method, signature, values)
                connection.send(message, serial=serial)
        except OSError:
            self.close()
        return serial

    def _on_heard(self) -> None:
        while self.is_open:
            try:
                self._take(self._bus.connection.receive(timeout=0))
            except TimeoutError:
                return
            except OSError:
                # The session ends, or its bus does.
                self.close()

    def _take(self, message: "Message") -> None:
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        if message.header.message_type == MessageType.signal:
            self._on_signal(fields.get(HeaderFields.member), message.body)
            return
        group = self._asked.pop(fields.get(HeaderFields.reply_serial), None)
        if group is not None and message.header.message_type == MessageType.method_return:
            (self._ids[group],) = message.body

    def _on_signal(self, member: str, body: tuple[object, ...]) -> None:
        group = next((each for each, known in self._ids.items() if known == body[0]), None)
        if group is None:
            return
        if member == "NotificationClosed":
            del self._ids[group]
        elif member == "ActionInvoked":
            self.pressed.emit(group)


def _address() -> "DBusAddress":
    from jeepney import DBusAddress

    return DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
