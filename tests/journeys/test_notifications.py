"""The owner looks elsewhere: what rings, where else it is told, and when it may not."""

import ssl
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
import trustme
from journeys.reader import Reader
from journeys.test_connected import connect
from journeys.test_connected import pds as pds
from PySide6.QtWidgets import QLineEdit, QSystemTrayIcon
from screens import heard
from services.loopback import Loopback, Response
from services.networks.pds_double import PASSWORD, PdsDouble

from desktop.program import utc_now
from desktop.services.domain.account import AccountState
from desktop.services.fetcher import ServerDoor
from desktop.services.redaction import Redaction
from desktop.services.second_channel import SecondChannel
from desktop.ui.tray import TrayIcon

ISOLATES = str.maketrans("", "", "\u2068\u2069")


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def phone(authority: trustme.CA) -> Iterator[Loopback]:
    """The owner's own server, which rings a phone."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    server = Loopback(lambda _: Response(200), context)
    yield server
    server.close()


class Away:
    """The owner of a connected account, who has closed the window and lets Crieur go on."""

    def __init__(self, reader: Reader, phone: Loopback, ca_file: Path) -> None:
        self.reader = reader
        self.phone = phone
        self._program = reader.desk._program
        self._program.second_channel = SecondChannel(
            Redaction(), utc_now, partial(ServerDoor, ca_file=str(ca_file))
        )
        self.notifier = reader.desk.tray.notifier
        self.popped = heard(self.notifier.pop_up_asked)
        self.choose(second_channel=f"{phone.url}/ring", stays_in_tray=True, tray_told=True)
        reader.desk.window.close()

    def choose(self, **choices: object) -> None:
        self._program.save_preferences(replace(self._program.preferences, **choices))
        self.notifier.look()

    def fetch(self, is_so: Callable[[], bool]) -> None:
        self.reader.shell.refresher.refresh_all()
        self.reader.wait(is_so)

    def is_signed_out(self) -> bool:
        return self.reader.shell.book.all()[0].state is AccountState.SIGNED_OUT

    @property
    def titles(self) -> list[str]:
        return [each.title.translate(ISOLATES) for (each,) in self.popped]

    @property
    def rung(self) -> list[str]:
        return [request.body.decode() for request in self.phone.requests]


@pytest.fixture
def away(start, pds: PdsDouble, authority, phone: Loopback, tmp_path: Path, monkeypatch) -> Away:
    monkeypatch.setattr(QSystemTrayIcon, "isVisible", lambda _: True)
    monkeypatch.setattr(TrayIcon, "pop_up", lambda *_: None)
    reader = start()
    connect(reader, pds)
    reader.wait(lambda: not reader.shell.refresher.is_busy)
    ca_file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(ca_file)
    return Away(reader, phone, ca_file)


def sign_in_again(reader: Reader) -> None:
    dialog = reader.dialog()
    reader.type_into(QLineEdit, "appPassword", PASSWORD)
    dialog.verb_button.click()
    reader.wait(lambda: reader.shell.book.all()[0].state is AccountState.CONNECTED)


def test_an_account_that_is_signed_out_rings_once_here_and_once_on_the_phone(away, pds):
    pds.expire_sessions()
    away.fetch(lambda: away.rung != [])
    assert away.is_signed_out()
    assert away.titles == ["@lumiere.test needs you to sign in again."]
    kept = "Its saved posts are still here, and what you wrote waits in the outbox."
    assert away.rung == [f"{away.titles[0]}\n{kept}"]
    assert away.reader.desk.tray.tray.count == 1
    away.fetch(lambda: not away.reader.shell.refresher.is_busy)
    assert len(away.popped) == len(away.rung) == 1
    away.reader.desk.tray.tray.pop_up_pressed.emit(away.popped[0][0].group)
    sign_in_again(away.reader)
    away.reader.wait(lambda: away.notifier.waiting == ())
    assert away.reader.desk.tray.tray.count == 0


def test_quiet_hours_hold_it_back_and_one_summary_follows(away, pds):
    now = datetime.now().astimezone()
    begin, end = (f"{now + timedelta(hours=hours):%H:%M}" for hours in (-1, 1))
    away.choose(quiet_hours=True, quiet_from=begin, quiet_until=end)
    pds.world.post(pds.lea, "@lumiere.test ouvert demain ?", facets=mention_of(pds.shop))
    away.fetch(lambda: away.notifier.count == 1)
    pds.expire_sessions()
    away.fetch(lambda: away.notifier.count == 2)
    assert (away.popped, away.rung) == ([], [])
    away.choose(quiet_hours=False)
    away.reader.wait(lambda: away.rung != [])
    ((summary,),) = away.popped
    assert summary.title.startswith("2 thing")
    assert [body.split("\n")[0] for body in away.rung] == [
        "@lumiere.test needs you to sign in again."
    ]


def mention_of(did: str) -> list[dict[str, object]]:
    feature = {"$type": "app.bsky.richtext.facet#mention", "did": did}
    return [{"index": {"byteStart": 0, "byteEnd": 13}, "features": [feature]}]
