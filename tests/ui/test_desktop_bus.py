"""Notifications over the session bus: replaced, taken away, pressed, and never taken for markup."""

import socket
from collections.abc import Iterator
from itertools import count

import pytest
from screens import heard

jeepney = pytest.importorskip("jeepney")

from desktop.ui.desktop_bus import Bus, BusPopUps, open_bus  # noqa: E402 - only where there is one

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


class Connection:
    """The near end of a bus whose far end is the test."""

    def __init__(self) -> None:
        self.sock, self._far = socket.socketpair()
        self.sock.setblocking(False)
        self.outgoing_serial = count(1)
        self.sent: list[tuple[int, str, tuple[object, ...]]] = []
        self._arrived: list[object] = []
        self.trouble: Exception | None = None
        self.is_closed = False

    def send(self, message: object, serial: int) -> None:
        if self.trouble is not None:
            raise self.trouble
        member = message.header.fields[jeepney.HeaderFields.member]
        self.sent.append((serial, member, message.body))

    def receive(self, timeout: float) -> object:
        if self.trouble is not None:
            raise self.trouble
        if not self._arrived:
            self.sock.recv(64)
            raise TimeoutError
        return self._arrived.pop(0)

    def say(self, *messages: object) -> None:
        """Let messages arrive."""
        self._arrived.extend(messages)
        self._far.send(b".")

    def close(self) -> None:
        self.is_closed = True
        self.sock.close()
        self._far.close()


@pytest.fixture
def connection() -> Iterator[Connection]:
    made = Connection()
    yield made
    made.close()


@pytest.fixture
def pop_ups(qapp, connection) -> Iterator[BusPopUps]:
    made = BusPopUps(Bus(connection, has_markup=True))
    yield made
    made._ear.setEnabled(False)
    made.deleteLater()


def answered(serial: int, number: int) -> object:
    address = jeepney.DBusAddress(PATH, bus_name=NAME, interface=NAME)
    asked = jeepney.new_method_call(address, "Notify")
    asked.header.serial = serial
    asked.header.fields[jeepney.HeaderFields.sender] = ":1.1"
    return jeepney.new_method_return(asked, "u", (number,))


def refused(serial: int) -> object:
    asked = answered(serial, 0)
    asked.header.message_type = jeepney.MessageType.error
    asked.header.fields[jeepney.HeaderFields.reply_serial] = serial
    return asked


def told(member: str, *body: object) -> object:
    emitter = jeepney.DBusAddress(PATH, interface=NAME)
    return jeepney.new_signal(emitter, member, "us" if len(body) > 1 else "u", body)


def show(qtbot, connection: Connection, pop_ups: BusPopUps, group: str, number: int) -> None:
    """Show a notification, which the desktop numbers."""
    pop_ups.pop_up(group, "A title", "A text")
    connection.say(answered(connection.sent[-1][0], number))
    qtbot.waitUntil(lambda: pop_ups._ids.get(group) == number)


def test_the_next_one_of_a_group_takes_the_place_of_the_former(qtbot, connection, pop_ups):
    show(qtbot, connection, pop_ups, "mentions", 7)
    show(qtbot, connection, pop_ups, "account 1", 8)
    pop_ups.pop_up("mentions", "5 new mentions", "")
    replaced = [body[1] for _, member, body in connection.sent if member == "Notify"]
    assert replaced == [0, 0, 7]


def test_a_text_is_never_taken_for_markup(connection, pop_ups):
    pop_ups.pop_up("mentions", "Ben <b>Oit</b>", "<img src='x'> & co")
    _, _, (_, _, _, title, text, *_) = connection.sent[0]
    assert (title, text) == ("Ben <b>Oit</b>", "&lt;img src='x'&gt; &amp; co")


def test_where_there_is_no_markup_a_text_stays_as_it_is(qapp, connection):
    plain = BusPopUps(Bus(connection, has_markup=False))
    plain.pop_up("mentions", "A title", "Salt & pepper")
    assert connection.sent[0][2][4] == "Salt & pepper"
    plain.close()


def test_a_press_tells_which_one_was_pressed(qtbot, connection, pop_ups):
    pressed = heard(pop_ups.pressed)
    show(qtbot, connection, pop_ups, "mentions", 7)
    show(qtbot, connection, pop_ups, "account 1", 8)
    connection.say(told("ActionInvoked", 99, "default"), told("ActionInvoked", 8, "default"))
    qtbot.waitUntil(lambda: pressed == [("account 1",)])


def test_one_is_taken_away_once_and_a_closed_one_is_forgotten(qtbot, connection, pop_ups):
    show(qtbot, connection, pop_ups, "mentions", 7)
    pop_ups.withdraw("mentions")
    pop_ups.withdraw("mentions")
    pop_ups.withdraw("never shown")
    assert [body for _, member, body in connection.sent if member == "CloseNotification"] == [(7,)]
    show(qtbot, connection, pop_ups, "mentions", 9)
    connection.say(told("NotificationClosed", 9))
    qtbot.waitUntil(lambda: not pop_ups._ids)


def test_a_refusal_is_no_number(qtbot, connection, pop_ups):
    pop_ups.pop_up("mentions", "A title", "")
    connection.say(refused(connection.sent[0][0]))
    qtbot.waitUntil(lambda: not pop_ups._asked)
    assert pop_ups._ids == {}


@pytest.mark.parametrize("is_speaking", [True, False])
def test_a_bus_that_is_gone_closes_it_and_nothing_fails(qtbot, connection, pop_ups, is_speaking):
    connection.trouble = ConnectionResetError()
    if is_speaking:
        pop_ups.pop_up("mentions", "A title", "")
    else:
        connection.say()
    qtbot.waitUntil(lambda: not pop_ups.is_open)
    assert connection.is_closed
    pop_ups.pop_up("mentions", "A title", "")
    pop_ups.close()
    assert connection.sent == []


def test_without_a_bus_there_is_none(monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert open_bus() is None


@pytest.mark.parametrize("address", ["unix:path=/nowhere/bus", "nonsense", "tcp:host=localhost"])
def test_a_bus_that_cannot_be_reached_is_none(monkeypatch, address):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert open_bus() is None
