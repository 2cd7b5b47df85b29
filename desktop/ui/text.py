"""Put other people's words on screen harmlessly: the one maker of labels and tooltips.

A name that looks like markup would be drawn as markup by a plain QLabel, and would then read
files or hang the window. Here everything is plain text, without control characters.
"""

import re
import unicodedata

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QToolTip, QWidget

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
    in its tooltip. A wrapped one takes the height that its width asks for. Lines stand at the
    distance of the type scale, which QLabel itself cannot do.
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
        self.setWordWrap(wraps)
        sideways = QSizePolicy.Policy.Preferred if elides or wraps else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(sideways, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wraps)
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
            self.updateGeometry()
            self._offer_whole_text()

    def set_token(self, token: str) -> None:
        """Paint the words in another colour of the theme."""
        self._token = token
        self.update()

    def set_role(self, role: str) -> None:
        """Set the words in another role of the type scale."""
        self._role = role
        self._on_theme_changed()

    def hasHeightForWidth(self) -> bool:
        """Say whether the height depends on the width."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at that width."""
        margins = self.contentsMargins()
        inner = max(1, width - margins.left() - margins.right())
        return self._height_of(self._laid_out(inner)) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Return the room for the whole text; a wrapped one asks for some 60 letters a line."""
        margins = self.contentsMargins()
        width = self._text_width() + 1
        if self.wordWrap():
            width = min(width, self.fontMetrics().averageCharWidth() * 60)
        width += margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least room: whole words when wrapped, a few letters when elided."""
        hint = self.sizeHint()
        if self._elides:
            hint.setWidth(min(hint.width(), self.fontMetrics().horizontalAdvance("Abcde…")))
        elif self.wordWrap():
            hint.setWidth(min(hint.width(), self._theme.px(80)))
            hint.setHeight(self._theme.line(self._role))
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words line by line, on the type scale's distances."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setPen(tokens.named(self._token) if self.isEnabled() else tokens.disabled)
        box = self.contentsRect()
        paragraphs = self._laid_out(box.width())
        top = float(box.top())
        if not self.alignment() & Qt.AlignmentFlag.AlignTop:
            top += max(0.0, (box.height() - self._height_of(paragraphs)) / 2)
        for paragraph in paragraphs:
            paragraph.draw(painter, QPointF(box.left(), top))
            top += paragraph.lineCount() * self._theme.line(self._role)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text in the tooltip as soon as it does not fit."""
        super().resizeEvent(event)
        self._offer_whole_text()

    def _laid_out(self, width: int) -> list[QTextLayout]:
        text, mode = self.text(), QTextOption.WrapMode.NoWrap
        if self._elides:
            text = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        elif self.wordWrap():
            mode = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        side = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        if not self.wordWrap():
            # A name in another script stands where the window's own words would stand.
            side = QStyle.visualAlignment(self.layoutDirection(), side)
            side |= Qt.AlignmentFlag.AlignAbsolute
        option = QTextOption(side)
        option.setWrapMode(mode)
        return [self._paragraph(words, option, width) for words in text.split("\n")]

    def _paragraph(self, words: str, option: QTextOption, width: int) -> QTextLayout:
        metrics, height = self.fontMetrics(), self._theme.line(self._role)
        baseline = (height + metrics.ascent() - metrics.descent()) / 2
        layout = QTextLayout(words, self.font())
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            row = layout.lineCount() - 1
            line.setPosition(QPointF(0, row * height + baseline - line.ascent()))
        layout.endLayout()
        return layout

    def _height_of(self, paragraphs: list[QTextLayout]) -> int:
        return sum(each.lineCount() for each in paragraphs) * self._theme.line(self._role)

    def _text_width(self) -> int:
        metrics = self.fontMetrics()
        return max(metrics.horizontalAdvance(line) for line in self.text().split("\n"))

    def _offer_whole_text(self) -> None:
        if self._elides:
            is_cut = self._text_width() > self.contentsRect().width()
            set_tooltip(self, self.text() if is_cut else "")

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(self._role))
        self.updateGeometry()
        self.update()
        self._offer_whole_text()
