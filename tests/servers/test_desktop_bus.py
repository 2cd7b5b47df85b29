"""Notifications over a real session bus, to a small service that keeps what it is asked to show."""

import shutil
import subprocess
from collections.abc import Iterator
from threading import Thread  # noqa: TID251 - a service of another program has no lanes

import pytest
from screens import heard

from desktop.ui.desktop_bus import BusPopUps, open_bus

jeepney = pytest.importorskip("jeepney")
from jeepney.io.blocking import DBusConnection, open_dbus_connection  # noqa: E402 - Linux alone

pytestmark = pytest.mark.servers

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator["subprocess.Popen[str]"]:
    """A session bus of the test's own."""
    program = shutil.which("dbus-daemon")
    assert program, "install dbus"
    asked = [program, "--session", "--nofork", "--print-address"]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", running.stdout.readline().strip())
        yield running
        running.terminate()


class Desktop:
    """Shows notifications: numbers them, keeps them, and lets one be pressed."""

    def __init__(self) -> None:
        self._connection: DBusConnection = open_dbus_connection("SESSION")
        asked = jeepney.message_bus.RequestName(NAME)
        self._connection.send_and_get_reply(asked)
        self.shown: dict[int, tuple[str, str]] = {}
        self.closed: list[int] = []
        self.served = Thread(target=self._serve, daemon=True)
        self.served.start()

    def _serve(self) -> None:
        while True:
            try:
                message = self._connection.receive()
            except OSError:
                self._connection.close()
                return
            if message.header.message_type == jeepney.MessageType.method_call:
                self._answer(message)

    def _answer(self, message: object) -> None:
        member = message.header.fields[jeepney.HeaderFields.member]
        if member == "GetCapabilities":
            reply = jeepney.new_method_return(message, "as", (["body", "body-markup", "actions"],))
        elif member == "Notify":
            number = message.body[1] or len(self.shown) + 1
            self.shown[number] = (message.body[3], message.body[4])
            reply = jeepney.new_method_return(message, "u", (number,))
        else:
            self.closed.append(message.body[0])
            reply = jeepney.new_method_return(message)
        self._connection.send(reply)

    def press(self, number: int) -> None:
        """Press a notification."""
        emitter = jeepney.DBusAddress(PATH, interface=NAME)
        pressed = jeepney.new_signal(emitter, "ActionInvoked", "us", (number, "default"))
        self._connection.send(pressed)


@pytest.fixture
def desktop(bus: "subprocess.Popen[str]") -> Iterator[Desktop]:
    made = Desktop()
    yield made
    bus.terminate()
    made.served.join()


def test_a_notification_is_shown_replaced_pressed_and_taken_away(qtbot, desktop: Desktop):
    opened = open_bus()
    assert opened is not None
    assert opened.has_markup
    pop_ups = BusPopUps(opened)
    pressed = heard(pop_ups.pressed)
    pop_ups.pop_up("account 1", "@shop needs you", "Salt & pepper")
    pop_ups.pop_up("mentions", "1 new mention", "")
    qtbot.waitUntil(lambda: pop_ups._ids == {"account 1": 1, "mentions": 2})
    pop_ups.pop_up("mentions", "3 new mentions", "")
    desktop.press(2)
    qtbot.waitUntil(lambda: pressed == [("mentions",)])
    pop_ups.withdraw("account 1")
    qtbot.waitUntil(lambda: desktop.closed == [1])
    assert desktop.shown == {
        1: ("@shop needs you", "Salt &amp; pepper"),
        2: ("3 new mentions", ""),
    }
    pop_ups.close()


def test_a_bus_where_nobody_shows_notifications_is_none(bus):
    assert open_bus() is None


def test_a_bus_that_goes_away_is_noticed(qtbot, bus, desktop: Desktop):
    opened = open_bus()
    assert opened is not None
    pop_ups = BusPopUps(opened)
    bus.terminate()
    qtbot.waitUntil(lambda: not pop_ups.is_open)
    pop_ups.pop_up("mentions", "1 new mention", "")
