"""Lay out what a person wrote: plain paragraphs in which links, mentions and tags can be pressed.

The text is a stranger's, so it is never given to anything that reads markup. Facets count UTF-8
bytes of the text as the network told it, so the text is cut at them first and cleaned afterwards,
piece by piece: cleaning drops characters and would move every facet behind them.
"""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from desktop.services.domain.post import Facet
from desktop.ui.text import LONGEST_TEXT, clean, runs_right_to_left

_MANY_BLANK_LINES = re.compile("\n{3,}")
_FOLDED_LINES, _FOLDED_CHARACTERS = 16, 2_400
# French sets a space before these signs; most people type one at which a line may end.
_SPACE_BEFORE_SIGN = re.compile(" (?=[!?:;»])|(?<=«) ")
_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Hand:
    """How a text is written: type, line height and colours."""

    font: QFont
    line: int
    ink: QColor
    link: QColor


@dataclass(frozen=True, slots=True)
class Spot:
    """The boxes that a facet takes, one for each line it is on."""

    facet: Facet
    boxes: tuple[QRect, ...]


@dataclass(slots=True)
class LaidText:
    """Paragraphs with their distances from the top, and where the facets are."""

    paragraphs: list[tuple[QTextLayout, int]] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    height: int = 0
    is_cut: bool = False


@dataclass(slots=True)
class _Paragraph:
    text: str = ""
    facets: list[tuple[int, int, Facet]] = field(default_factory=list)


def lay_text(
    text: str, facets: Iterable[Facet], width: int, hand: Hand, most_lines: int
) -> LaidText:
    """Return `text` wrapped at `width`; an ellipsis ends what is cut after `most_lines` lines."""
    limit = LONGEST_TEXT if most_lines > _FOLDED_LINES else _FOLDED_CHARACTERS
    laid = LaidText(is_cut=len(text) > limit)
    paragraphs = _paragraphs(text[:limit], facets)
    left = most_lines
    for number, paragraph in enumerate(paragraphs):
        layout, used, end = _wrap(paragraph, width, hand, left)
        is_last = number == len(paragraphs) - 1
        is_stopped = end < _units(paragraph.text) or (layout.lineCount() == left and not is_last)
        if is_stopped or (is_last and laid.is_cut):
            paragraph = _with_ellipsis(paragraph, end)
            layout, used, end = _wrap(paragraph, width, hand, left)
            laid.is_cut = True
        laid.paragraphs.append((layout, laid.height))
        laid.spots.extend(_spots(layout, paragraph, laid.height, hand.line))
        laid.height += used
        left -= layout.lineCount()
        if is_stopped:
            break
    return laid


def _pieces(text: str, facets: Iterable[Facet]) -> Iterator[tuple[str, Facet | None]]:
    raw = text.encode("utf-8", "surrogatepass")
    position = 0
    for facet in sorted(facets, key=lambda each: each.start):
        is_inside = position <= facet.start < facet.end <= len(raw)
        if not (is_inside and _is_edge(raw, facet.start) and _is_edge(raw, facet.end)):
            continue
        yield _read(raw[position : facet.start]), None
        yield _read(raw[facet.start : facet.end]), facet
        position = facet.end
    yield _read(raw[position:]), None


def _is_edge(raw: bytes, position: int) -> bool:
    """Say whether a character begins there; a facet that cuts one in two is not honoured."""
    return position == len(raw) or raw[position] & 0xC0 != 0x80


def _read(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogatepass")


def _paragraphs(text: str, facets: Iterable[Facet]) -> list[_Paragraph]:
    found = [_Paragraph()]
    for piece, facet in _pieces(text, facets):
        for number, part in enumerate(_MANY_BLANK_LINES.sub("\n\n", clean(piece)).split("\n")):
            if number:
                found.append(_Paragraph())
            if not part:
                continue
            start = _units(found[-1].text)
            found[-1].text += part
            if facet is not None:
                found[-1].facets.append((start, start + _units(part), facet))
    while len(found) > 1 and not found[-1].text.strip():
        found.pop()
    return found


def _units(text: str) -> int:
    """Count as Qt does, in UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _with_ellipsis(paragraph: _Paragraph, end: int) -> _Paragraph:
    """Return the first `end` units of a paragraph with their last letters given to an ellipsis."""
    whole = paragraph.text.encode("utf-16-le")[: 2 * end].decode("utf-16-le", "ignore")
    kept = whole.rstrip()
    if len(kept) > 3 and end < _units(paragraph.text):
        kept = kept[:-2].rstrip()
    length = _units(kept)
    facets = [(a, min(b, length), facet) for a, b, facet in paragraph.facets if a < length]
    return _Paragraph(kept + "…", facets)


def _layout(paragraph: _Paragraph, hand: Hand) -> QTextLayout:
    layout = QTextLayout(_SPACE_BEFORE_SIGN.sub(_NO_BREAK, paragraph.text), hand.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    if runs_right_to_left(paragraph.text):
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    ranges = [_range(0, _units(paragraph.text), hand.ink)]
    ranges.extend(_range(start, end - start, hand.link) for start, end, _ in paragraph.facets)
    layout.setFormats(ranges)
    layout.setCacheEnabled(True)
    return layout


def _range(start: int, length: int, colour: QColor) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setForeground(colour)
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = length
    made.format = look
    return made


def _wrap(paragraph: _Paragraph, width: int, hand: Hand, most: int) -> tuple[QTextLayout, int, int]:
    """Make at most `most` lines; return them, their height, and how many units they hold."""
    layout = _layout(paragraph, hand)
    height = end = 0
    layout.beginLayout()
    while layout.lineCount() < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        step = max(hand.line, math.ceil(line.height()))
        line.setPosition(QPointF(0, height + (step - line.height()) / 2))
        height += step
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, max(height, hand.line), end


def _spots(
    layout: QTextLayout, paragraph: _Paragraph, top: int, line_height: int
) -> Iterator[Spot]:
    for start, end, facet in paragraph.facets:
        boxes = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first >= last:
                continue
            edges = (line.cursorToX(first)[0], line.cursorToX(last)[0])
            y = top + round(line.y() + (line.height() - line_height) / 2)
            left, right = math.floor(min(edges)), math.ceil(max(edges))
            boxes.append(QRect(left, y, right - left, line_height))
        if boxes:
            yield Spot(facet, tuple(boxes))
