"""Labels: the one maker of words on a page, always plain text; and icons in a soft tile."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from desktop.ui.icons import draw_icon, draw_mark
from desktop.ui.painting import antialiased, panel
from desktop.ui.text import heard, runs_right_to_left, sentence, set_tooltip
from desktop.ui.theme import Theme

_HEADINGS = ("display", "title", "heading")


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
        quotes: bool = False,
    ) -> None:
        """Take the words and how they are set; what `quotes` somebody keeps its own direction."""
        super().__init__()
        self._quotes = quotes
        self._theme = theme
        self._role = role
        self._token = token
        self._elides = elides
        self._heights: dict[int, int] = {}
        self._names_itself = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        sideways = QSizePolicy.Policy.Preferred if elides or wraps else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(sideways, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self.setText(text)
        self._on_theme_resized()
        theme.changed.connect(self.update)
        theme.resized.connect(self._on_theme_resized)

    @property
    def accessible_role(self) -> QAccessible.Role | None:
        """Return that large words are a heading; of all others Qt knows what they are."""
        return QAccessible.Role.Heading if self._role in _HEADINGS else None

    def setText(self, text: str) -> None:
        """Show `text`, cleaned first."""
        cleaned = sentence(text)
        if self._elides:
            cleaned = " ".join(cleaned.split())
        if cleaned != self.text():
            super().setText(cleaned)
            self._heights.clear()
            self.updateGeometry()
            self._say()
            self._offer_whole_text()

    def set_token(self, token: str) -> None:
        """Paint the words in another colour of the theme."""
        self._token = token
        self.update()

    def set_role(self, role: str) -> None:
        """Set the words in another role of the type scale."""
        self._role = role
        self._on_theme_resized()

    def hasHeightForWidth(self) -> bool:
        """Say whether the height depends on the width."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at that width."""
        margins = self.contentsMargins()
        if not self.wordWrap():
            lines = self.text().count("\n") + 1
            return lines * self._theme.line(self._role) + margins.top() + margins.bottom()
        inner = max(1, width - margins.left() - margins.right())
        # Layouts ask again and again for the same few widths.
        if inner not in self._heights:
            self._heights[inner] = self._height_of(self._laid_out(inner))
        return self._heights[inner] + margins.top() + margins.bottom()

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

    def _say(self) -> None:
        """Be known by a name of its own where Qt would read out what is shown, sign by sign."""
        name = heard(self.text())
        is_needed = name != self.text() or self.accessible_role is not None
        if is_needed or self._names_itself:
            self.setAccessibleName(name if is_needed else "")
        self._names_itself = is_needed

    def _laid_out(self, width: int) -> list[QTextLayout]:
        text, mode = self.text(), QTextOption.WrapMode.NoWrap
        if self._elides:
            text = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        elif self.wordWrap():
            mode = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        return [self._paragraph(words, mode, width) for words in text.split("\n")]

    def _option_of(self, words: str, mode: QTextOption.WrapMode) -> QTextOption:
        around = self.layoutDirection()
        own = _direction_of(words) if self._quotes else around
        side = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        # What QTextLayout calls left is the left, whichever way is read. A name in another script
        # stands where the window's own words would stand; a paragraph where it is read from.
        option = QTextOption(QStyle.visualAlignment(own if self.wordWrap() else around, side))
        option.setTextDirection(own)
        option.setWrapMode(mode)
        return option

    def _paragraph(self, words: str, mode: QTextOption.WrapMode, width: int) -> QTextLayout:
        option = self._option_of(words, mode)
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

    def _on_theme_resized(self) -> None:
        self.setFont(self._theme.font(self._role))
        self._heights.clear()
        self.updateGeometry()
        self.update()
        self._offer_whole_text()


def _direction_of(words: str) -> Qt.LayoutDirection:
    if runs_right_to_left(words):
        return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight


class IconTile(QWidget):
    """An icon or a network's mark in a soft square; decoration, so nameless to a screen reader."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(
        self,
        theme: Theme,
        icon: str = "",
        *,
        mark: str = "",
        size: int = 44,
        icon_size: int = 20,
        tone: str = "accent_soft",
        ink: str = "accent_text",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._mark = mark
        self._side = size
        self._icon_side = icon_size
        self._tone = tone
        self._ink = ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        theme.resized.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the tile's square."""
        side = self._theme.px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint tile and icon."""
        painter = antialiased(QPainter(self))
        tokens, px = self._theme.tokens, self._theme.px
        edge = tokens.border if self._theme.is_high_contrast else None
        panel(painter, self.rect(), px(10), tokens.named(self._tone), edge)
        box = QRectF(0, 0, px(self._icon_side), px(self._icon_side))
        box.moveCenter(QRectF(self.rect()).center())
        if self._mark:
            draw_mark(painter, self._mark, box, tokens.named(self._ink))
        else:
            draw_icon(painter, self._icon, box, tokens.named(self._ink))
