"""Which words on a screen are the program's own, and which of those are cut short by "…"."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QWidget
from wholeness import Fault, said, shown_in

from desktop.ui import painting, palette_delegate
from desktop.ui.labels import Label
from desktop.ui.post_card import Words
from desktop.ui.post_list_rows import PostRows

WORDS = Path(__file__).parent.parent / "resources" / "words" / "crieur_fr.ts"
"""Every sentence that the program says; `test_words.py` sees to that."""
_NUMBER = "\ue000"
_SOME_ROWS = 20
_LEAST = 6
"""Letters by which words are known; a name could begin with fewer of them."""


class OwnWords:
    """What the program says in the language of the moment, nobody else's words among them."""

    def __init__(self) -> None:
        self._said: set[str] = set()
        counted: set[str] = set()
        for context in ET.parse(WORDS).getroot().iter("context"):
            for sentence in context.iter("message"):
                forms = _forms(context.findtext("name", ""), sentence)
                # What is named in a sentence is somebody's: an account, a person, a place.
                whole = {form for form in forms if "{" not in form}
                if sentence.get("numerus"):
                    counted |= {re.sub(r"\b[12]\b", _NUMBER, form) for form in whole}
                else:
                    self._said |= whole
        patterns = (re.escape(each).replace(_NUMBER, r"[\d\s.,]+") for each in counted)
        self._counted = re.compile("|".join(patterns))

    def begin_with(self, text: str) -> bool:
        """Say whether a sentence of ours begins like that and goes on."""
        return any(each.startswith(text) and each != text for each in self._said)

    def __contains__(self, text: str) -> bool:
        return text in self._said or bool(self._counted.fullmatch(text))


def shortened_words(root: QWidget) -> list[Fault]:
    """Find words of the program's own that end in "…"; names and posts may, if all is told."""
    faults = []
    own = _own_words(QLocale().name())
    for widget in shown_in(root):
        if isinstance(widget, Label) and not widget.wordWrap():
            text, room = widget.text(), widget.contentsRect().width()
        elif isinstance(widget, QLineEdit) and not widget.text():
            text = widget.placeholderText()
            margins = widget.textMargins()
            room = widget.contentsRect().width() - margins.left() - margins.right()
        else:
            continue
        if widget.fontMetrics().horizontalAdvance(text) > room and text in own:
            faults.append(f"{said(widget)} has no room for {text!r}")
    with _cut_while_painting() as cut:
        root.grab()
    faults += [f"{text!r} is cut short" for text in sorted(set(cut)) if text in own]
    return faults + [f"a post says {text!r}" for text in _cut_in_posts(root, own)]


def _cut_in_posts(root: QWidget, own: OwnWords) -> list[str]:
    """Return what is cut in posts, which are laid out long before they are painted."""
    cards = (
        view.card(row)
        for view in shown_in(root)
        if isinstance(view, PostRows)
        for row in range(min(_SOME_ROWS, view.model().rowCount()))
    )
    lines = {part.text for card in cards for part in card.parts if isinstance(part, Words)}
    ends = {line: line.removesuffix("…").rstrip() for line in lines if line.endswith("…")}
    return sorted(
        line for line, begun in ends.items() if len(begun) >= _LEAST and own.begin_with(begun)
    )


def _forms(context: str, sentence: ET.Element) -> set[str]:
    """Return what the sentence is in the language of the moment, told of one and of two."""
    source, note = sentence.findtext("source", ""), sentence.findtext("comment", "")
    numbers = (1, 2) if sentence.get("numerus") else (-1,)
    return {QCoreApplication.translate(context, source, note, each) for each in numbers}


@cache
def _own_words(_language: str) -> OwnWords:
    return OwnWords()


@contextmanager
def _cut_while_painting() -> Iterator[list[str]]:
    """Collect each text that the kit's painter has to cut."""
    cut: list[str] = []

    class Metrics(QFontMetrics):
        def elidedText(self, text: str, mode: Qt.TextElideMode, width: int) -> str:
            cut.append(text)
            return super().elidedText(text, mode, width)

    painters = (painting, palette_delegate)
    for each in painters:
        each.QFontMetrics = Metrics
    try:
        yield cut
    finally:
        for each in painters:
            each.QFontMetrics = QFontMetrics
