"""Strangers write whatever they like; the window shows it as the plain words it is."""

import sys
from collections.abc import Iterator

import pytest
from hostile_words import WORDS
from journeys.test_connected import connect
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from services.networks.pds_double import PdsDouble

_opened: list[str] = []
_watching = [False]


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if _watching[0] and event == "open" and isinstance(arguments[0], str):
        _opened.append(arguments[0])


sys.addaudithook(_watch)


@pytest.fixture
def pds() -> Iterator[PdsDouble]:
    double = PdsDouble()
    double.world.sign_up("lumiere.test")
    said = {double.world.sign_up(f"stranger{n}.test"): words for n, words in enumerate(WORDS[:15])}
    plainly = double.world.person

    def person(did: str) -> dict[str, object]:
        words = said.get(did, "")
        return plainly(did) | ({"displayName": words, "description": words} if words else {})

    double.world.person = person
    for did, words in said.items():
        double.world.post(did, f"{words} sort du four")
    yield double
    double.close()


def test_no_hostile_words_are_taken_for_markup_or_open_a_file(start, pds):
    reader = start()
    connect(reader, pds)
    home = reader.shell.feeds.home
    _opened.clear()
    _watching[0] = True
    for row in range(home.panel.list.model().rowCount()):
        home.panel.list.scrollTo(home.panel.list.model().index(row, 0))
        home.panel.list.viewport().repaint()
    home.side.open_author(home.panel.list.model().entry(0))
    reader.wait(lambda: home.side.person.list.model().rowCount() > 0)
    home.side.open_thread(home.panel.list.model().entry(1))
    reader.wait(lambda: home.side.thread.list.model().rowCount() > 0)
    _watching[0] = False
    labels = reader.desk.window.findChildren(QLabel)
    assert len(labels) > 20
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert not [path for path in _opened if "secret" in path or path.startswith("/dev/zero")]
