"""Put other people's words on screen harmlessly: the one maker of labels and tooltips.

A name that looks like markup would be drawn as markup by a plain QLabel, and would then read
files or hang the window. Here everything is plain text, without control characters.
"""

import re
import unicodedata

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from desktop.ui.theme import Theme

LONGEST_TEXT = 10_000
LONGEST_NAME = 200
_MARKS_PER_LETTER = 8
_ISOLATE, _END_ISOLATE, _JOINER = "\u2068", "\u2069", "\u2060"
# Controls but tab and line feed, bidirectional overrides, lone surrogates, annotations.
_DROPPED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffc\ud800-\udfff]"
)
_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")


def clean(text: str, limit: int = LONGEST_TEXT) -> str:
    """Return `text` without anything that could disturb the screen, at most `limit` long."""
    text = _DROPPED.sub("", _LINE_ENDS.sub("\n", text[: limit * 2]))
    if not text.isascii():
        text = _without_towers(text)
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def clean_name(text: str) -> str:
    """Return a person's or account's name on one line, at most 200 characters long."""
    return clean(" ".join(clean(text, LONGEST_NAME).split()), LONGEST_NAME)


def isolate(text: str) -> str:
    """Wrap text of unknown direction so that it cannot reorder the words around it."""
    return f"{_ISOLATE}{text}{_END_ISOLATE}" if text else text


def tooltip_text(text: str) -> str:
    """Return `text` so that Qt cannot take it for markup in a tooltip.

    Qt decides by looking for a tag or an entity; an invisible joiner after each sign that could
    begin one keeps what is read, and what a screen reader says, exactly the same.
    """
    return clean(text).replace("<", f"<{_JOINER}").replace("&", f"&{_JOINER}")


def set_tooltip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip that is always plain text."""
    widget.setToolTip(tooltip_text(text))


def show_tooltip(at: QPoint, text: str, widget: QWidget) -> None:
    """Show a plain tooltip now, for what a delegate painted."""
    QToolTip.showText(at, tooltip_text(text), widget)


def _without_towers(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character).startswith("M") else 0
        if marks <= _MARKS_PER_LETTER:
            kept.append(character)
    return "".join(kept)


class Label(QLabel):
    """Words in one role and one colour of the theme; always plain text.

    An elided label stays on one line, ends in "…" where the room does, and then shows the whole
    in its tooltip. A wrapped one takes the height that its width asks for.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        token: str = "text",
        *,
        wraps: bool = False,
        elides: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._role = role
        self._token = token
        self._elides = elides
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(wraps)
        if elides:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        elif wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def setText(self, text: str) -> None:
        """Show `text`, cleaned first."""
        cleaned = clean(text)
        if self._elides:
            cleaned = " ".join(cleaned.split())
        if cleaned != self.text():
            super().setText(cleaned)
            self._offer_whole_text()

    def set_token(self, token: str) -> None:
        """Paint the words in another colour of the theme."""
        self._token = token
        self._on_theme_changed()

    def set_role(self, role: str) -> None:
        """Set the words in another role of the type scale."""
        self._role = role
        self._on_theme_changed()

    def minimumSizeHint(self) -> QSize:
        """Return the least room: an elided label may shrink to a few letters."""
        hint = super().minimumSizeHint()
        if self._elides:
            hint.setWidth(min(hint.width(), self.fontMetrics().horizontalAdvance("Abcde…")))
        return self._on_the_line(hint)

    def sizeHint(self) -> QSize:
        """Return the room for the whole text, on the type scale's line height."""
        return self._on_the_line(super().sizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, cut with an ellipsis where they do not fit an elided label."""
        if not self._elides:
            super().paintEvent(event)
            return
        box = self.contentsRect()
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(box, self.alignment() | Qt.TextFlag.TextSingleLine, cut)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text in the tooltip as soon as it does not fit."""
        super().resizeEvent(event)
        self._offer_whole_text()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the font changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._offer_whole_text()

    def _on_the_line(self, hint: QSize) -> QSize:
        if not self.wordWrap() and "\n" not in self.text():
            hint.setHeight(max(hint.height(), self._theme.line(self._role)))
        return hint

    def _offer_whole_text(self) -> None:
        if self._elides:
            is_cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
            set_tooltip(self, self.text() if is_cut else "")

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(self._role))
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.tokens.named(self._token))
        self.setPalette(palette)
        self.updateGeometry()
