"""Entries of an invented feed, and a list that shows them, for the tests of the timeline."""

import sys
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from fakes import TasksNow
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from desktop.services.domain.feed import FeedEntry, FeedWindow, Gap
from desktop.services.domain.post import Author, Counts, Facet, FacetKind, Post
from desktop.ui.keymap import Keymap
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.post_card import Card, Glyph, Photo, Plate, Prose, Words
from desktop.ui.post_list import PostList
from desktop.ui.theme import Theme
from desktop.views.designed_keys import DESIGNED

NOW = datetime(2026, 11, 21, 10, 42, tzinfo=UTC)
CLAIRE = Author("demo-place", "id:claire", "clairef_lyon", "Claire Fontaine")
LINK, MENTION, TAG = FacetKind.LINK, FacetKind.MENTION, FacetKind.TAG


def post(text: str = "Bonjour", *, minutes: float = 4, **fields: Any) -> Post:
    """Return a post of Claire's, a few minutes old."""
    fields = {"author": CLAIRE, "counts": Counts(2, 12, 48), **fields}
    at = NOW - timedelta(minutes=minutes)
    return Post("demo-place", f"native-{minutes}", created_at=at, text=text, **fields)


def entry(of: Post | None = None, *, tie: int = 0, **fields: Any) -> FeedEntry:
    """Return the feed's entry of a post, keyed by its time."""
    of = of or post()
    key = int(of.created_at.timestamp() * 1000) << 20 | tie
    return FeedEntry(key, of.created_at, (1,), of, tie + 1, **fields)


def gap(minutes: float) -> FeedEntry:
    """Return a stretch that was not fetched."""
    at = NOW - timedelta(minutes=minutes)
    return FeedEntry(int(at.timestamp() * 1000) << 20, at, (1,), gap=Gap(1))


def facets(text: str, *marks: tuple[FacetKind, str, str]) -> tuple[Facet, ...]:
    """Return facets over words of a text, as (kind, words, target)."""
    raw = text.encode()
    found = []
    for kind, words, target in marks:
        start = raw.index(words.encode())
        found.append(Facet(kind, start, start + len(words.encode()), target))
    return tuple(found)


def feed(count: int, *, first: int = 0) -> list[FeedEntry]:
    """Return entries of very different heights, newest first."""
    return [
        entry(post(f"{number}: " + "pain " * (number * 37 % 90), minutes=number), tie=number + 1000)
        for number in range(first, first + count)
    ]


class Shelf:
    """Holds entries as the store does, and remembers which were read."""

    def __init__(self, entries: Iterable[FeedEntry] = ()) -> None:
        self.by_id: dict[int, FeedEntry] = {}
        self.readings: list[list[int]] = []
        self.put(entries)

    def put(self, entries: Iterable[FeedEntry]) -> None:
        """Keep entries, in place of former ones."""
        self.by_id.update({each.id: each for each in entries})

    def load(self, ids: Sequence[int]) -> list[FeedEntry]:
        """Return what there is of those."""
        self.readings.append(list(ids))
        return [self.by_id[each] for each in ids if each in self.by_id]

    def window(self) -> FeedWindow:
        """Return all of it, newest first."""
        return FeedWindow(array("q", sorted(self.by_id, reverse=True)))


class Lens:
    """A list on screen, its entries, and what it has asked for."""

    def __init__(
        self, qtbot: Any, entries: Iterable[FeedEntry], size: tuple[int, int] = (619, 700)
    ) -> None:
        self.theme = Theme()
        self.theme.set_look("light")
        self.shelf = Shelf(entries)
        self.pictures: dict[str, bytes] = {}
        self.loader = PictureLoader(TasksNow(), self.pictures.__getitem__)
        self.keymap = Keymap(DESIGNED)
        self.list = PostList(self.theme, self.shelf.load, self.loader, self.keymap)
        qtbot.addWidget(self.list)
        self.asked: list[tuple[str, int]] = []
        self.list.opened.connect(lambda each: self.asked.append(("opened", each.id)))
        self.list.author_opened.connect(lambda each: self.asked.append(("author", each.id)))
        self.list.action_asked.connect(lambda what, each: self.asked.append((what, each.id)))
        self.list.set_now(NOW)
        self.list.resize(*size)
        # Away from the pointer, which would hover.
        self.list.move(200, 200)
        self.list.set_window(self.shelf.window())
        self.list.show()

    def top_of(self, entry_id: int) -> int:
        """Return where an entry is painted, in pixels below the top edge."""
        ids = list(self.list.model().ids)
        return self.list.rowViewportPosition(ids.index(entry_id))

    def box_of(self, action: str, row: int = 0, number: int = 0) -> QRect:
        """Return where on the list an action can be pressed."""
        box = self.list.card(row).zone(action).boxes[number]
        return box.translated(0, self.list.rowViewportPosition(row))

    def click(self, action: str, row: int = 0, number: int = 0) -> None:
        """Press an action with the pointer."""
        self.click_at(self.box_of(action, row, number).center())

    def click_at(self, point: QPoint) -> None:
        """Press a point with the pointer."""
        QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def picture(self) -> QImage:
        """Return what is seen, without the scroll bar."""
        return self.list.viewport().grab().toImage()

    def change(self, entry_id: int, **fields: Any) -> None:
        """Let the store hold another version of an entry, and tell the list."""
        self.shelf.put([replace(self.shelf.by_id[entry_id], **fields)])
        self.list.refresh_entries([entry_id])


def png(width: int = 40, height: int = 30, colour: str = "#C79A3A", kind: str = "PNG") -> bytes:
    """Return a picture of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return bytes(buffer.data())


def hostile_texts() -> list[str]:
    """Return sixty texts made to disturb a screen."""
    markup = [
        '<img src="/etc/passwd">',
        '<img src="/dev/zero">',
        '<img src="file:///dev/random">',
        '<img src="//attacker.example/share/a.png">',
        "<b>bold</b>",
        "<h1>huge</h1>",
        "<script>alert(1)</script>",
        "<a href='javascript:alert(1)'>click</a>",
        "<table>" * 2_000,
        "<div>" * 50_000,
        "<blockquote>" * 20_000,
        "&lt;b&gt;&amp;amp;",
        "&#0;&#x202e;",
        "<![CDATA[x]]>",
        "<?xml version='1.0'?><svg onload='x'/>",
        "![x](file:///etc/passwd)",
        "# heading\n\n- list\n\n> quote",
        "&&&Accelerator &File",
        "<font size=100>x",
        "<style>*{color:red}</style>",
    ]
    directions = [
        "\u202eexe.txt",
        "\u202e" * 100_000,
        "\u202a\u202b\u202c\u202d\u202e",
        "\u2066\u2067\u2068\u2069",
        "\u2068" * 500,
        "\u200f\u200eא" * 200,
        "שלום " * 500,
        "مرحبا " * 500,
        "abc אבג 123 مرحبا def " * 100,
        "\u061c\u200f",
    ]
    towers = [
        "Z" + "\u0335\u0315" * 200,
        ("a" + "\u0301" * 300) * 20,
        "\u0489" * 5_000,
        "é" * 10_000,
        "👨‍👩‍👧‍👦" * 500,
        "🏳️‍🌈" * 500,
        "\u200d" * 3_000,
        "\ufe0f" * 1_000,
        "\U000e0061" * 1_000,
        "🥐" * 5_000,
    ]
    controls = [
        "",
        " ",
        "\x00",
        "a\x00b",
        "".join(map(chr, range(32))),
        "".join(map(chr, range(127, 160))),
        "\ud800",
        "a\udfffb",
        "\ufeff\ufff9\ufffa\ufffb",
        "\ufffc" * 50,
        "\r\n" * 3_000,
        "\n" * 10_000,
        "\t" * 5_000,
        "\u2028\u2029\u0085" * 100,
        "\u00a0" * 3_000,
    ]
    lengths = [
        "x" * 50_000,
        "x " * 25_000,
        "https://" + "a" * 5_000 + ".example/",
        "\u3042" * 20_000,
        str(sys.maxsize) * 500,
    ]
    return markup + directions + towers + controls + lengths


def words(card: Card) -> list[str]:
    """Return the single lines of a card, in the order of painting."""
    return [part.text for part in card.parts if isinstance(part, Words | Plate)]


def prose(card: Card) -> list[str]:
    """Return the wrapped texts of a card."""
    found = [part for part in card.parts if isinstance(part, Prose)]
    return ["\n".join(layout.text() for layout, _ in part.paragraphs) for part in found]


def icons(card: Card) -> list[str]:
    """Return the names of a card's icons."""
    return [part.name for part in card.parts if isinstance(part, Glyph)]


def photos(card: Card) -> list[Photo]:
    """Return the pictures of a card."""
    return [part for part in card.parts if isinstance(part, Photo)]
