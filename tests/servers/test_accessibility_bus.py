"""The shop can be run by ear: what a screen reader is told of the real window, and does with it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.servers

READER = Path(__file__).with_name("screen_reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
"""Debian's bindings of the accessibility bus belong to Debian's Python."""
NEEDS_NO_NAME = {"filler", "panel", "scroll pane", "viewport", "scroll bar", "separator"}

Node = dict[str, Any]


class Ear:
    """A screen reader that is told what to do, and what it said."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def ask(self, do: str, **what: object) -> Any:
        """Give one order and return what was said."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": do, **what}) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert "trouble" not in answer, answer["trouble"]
        return answer["said"]

    def nodes(self, most: int = 12) -> list[Node]:
        """Return everything that is shown."""
        return list(_flat(self.ask("tree", most=most)))

    def named(self, role: str) -> list[str]:
        """Return the names of everything shown in a role."""
        return [each["name"] for each in self.nodes() if each["role"] == role]


def _flat(node: Node) -> Iterator[Node]:
    if "showing" in node["states"] or node["role"] in ("application", "desktop frame"):
        yield node
        for child in node["children"]:
            yield from _flat(child)


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen of its own, of a size that laptops have."""
    reading, writing = os.pipe()
    screen = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(screen, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
        server.terminate()


@pytest.fixture(scope="module")
def ear(display: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ear]:
    """A screen reader beside the demonstration in a real window."""
    folder = tmp_path_factory.mktemp("heard")
    (folder / "preferences.json").write_text('{"tour_seen": true}', "utf-8")
    around = {
        name: value for name, value in os.environ.items() if not name.startswith(("QT_", "PYTEST"))
    }
    around |= {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    crieur = [sys.executable, "-m", "desktop", "--demo", "--lang", "en", "--data", str(folder)]
    with (
        subprocess.Popen(crieur, env=around) as window,
        subprocess.Popen(
            [SYSTEM_PYTHON, str(READER)],
            env={name: value for name, value in around.items() if name != "PYTHONPATH"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as reader,
    ):
        ear = Ear(reader)
        ear.ask("wait", name="Places")
        yield ear
        reader.kill()
        window.terminate()


def test_every_place_has_its_name(ear):
    names = " | ".join(ear.named("push button") + ear.named("radio button"))

    for place in ("Home", "Mentions", "Digest", "Bookmarks", "Outbox", "Accounts", "Settings"):
        assert place in names
    assert "New post" in names


def test_whatever_takes_the_keyboard_says_what_it_is(ear):
    nameless = [
        each["role"]
        for each in ear.nodes()
        if "focusable" in each["states"]
        and not each["name"].strip()
        and each["role"] not in NEEDS_NO_NAME
    ]
    assert nameless == []


def test_a_post_is_read_with_its_author_its_network_its_time_and_its_words(ear):
    ear.ask("wait", name="Posts")
    read = [name for name in ear.named("list item") + ear.named("table cell") if name]

    told = next(each for each in read if "Claire Fontanel" in each)
    assert "Place" in told
    assert "minutes ago" in told
    assert "Les pains au chocolat" in told
    assert "48" in told


def test_a_place_is_gone_to_by_pressing_its_name(ear):
    mentions = next(name for name in ear.named("push button") if name.startswith("Mentions"))
    ear.ask("press", name=mentions)

    assert ear.ask("wait", name="Likes, reposts, new followers")


def test_a_post_can_be_written_by_ear(ear):
    ear.ask("press", name="New post")
    ear.ask("wait", name="Cancel")
    dialogs = [each for each in ear.nodes() if each["role"] == "dialog"]
    assert [each["name"] for each in dialogs] == ["New post"]
    fields = [each for each in _flat(dialogs[0]) if each["role"] == "text"]
    assert all(each["name"] for each in fields)
    assert any("focused" in each["states"] for each in fields)

    ear.ask("press", name="Cancel")
    ear.ask("wait", name="Places")
