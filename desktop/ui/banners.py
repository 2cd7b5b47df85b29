"""The banner of a page: one at a time, for a state, beside what it is about."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.buttons import Button, IconButton
from desktop.ui.icons import draw_icon
from desktop.ui.labels import Label
from desktop.ui.painting import antialiased, panel, soft_edge
from desktop.ui.text import heard
from desktop.ui.theme import Theme

_ICONS = {
    "neutral": "info",
    "warn": "triangle-alert",
    "danger": "circle-alert",
    "ok": "circle-check",
}


class _Sign(QWidget):
    accessible_role = QAccessible.Role.Graphic

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.name, self.token = "info", "text2"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        theme.resized.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(20), self._theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self._theme.tokens.named(self.token)
        draw_icon(antialiased(QPainter(self)), self.name, QRectF(self.rect()), ink)


class Banner(QFrame):
    """A state of the page in one bold sentence and one plain one, with one action.

    `tone` is "neutral", "warn", "danger" or "ok".
    """

    accessible_role = QAccessible.Role.AlertMessage

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tone = "neutral"
        self._on_action: Callable[[], object] | None = None
        self._sign = _Sign(theme)
        self.title = Label(theme, "", "strong", wraps=True)
        self.text = Label(theme, "", "small", wraps=True)
        self.button = Button(theme, "", "secondary")
        self.button.clicked.connect(self._on_clicked)
        self.close_button = IconButton(theme, "x", self.tr("Close this message"), size=28)
        self.close_button.clicked.connect(self.hide)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._build()
        theme.changed.connect(self.update)
        self.hide()

    def _build(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.title)
        lines.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 12, 9)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addLayout(lines, 1)
        row.addWidget(self.button)
        row.addWidget(self.close_button)

    def show_message(
        self,
        title: str,
        text: str = "",
        tone: str = "neutral",
        action_text: str = "",
        on_action: Callable[[], object] | None = None,
        *,
        icon: str = "",
        action_icon: str | None = None,
        can_close: bool = False,
    ) -> None:
        """Show a state in place of whatever the banner showed before."""
        self._tone = tone
        self._on_action = on_action
        ink = {"warn": "warn_text", "danger": "danger_text", "ok": "ok_text"}.get(tone, "text2")
        self._sign.name, self._sign.token = icon or _ICONS[tone], ink
        self.title.set_token(ink)
        self.text.set_token("text2")
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.button.set_icon(action_icon)
        self.button.setText(action_text)
        self.button.setVisible(bool(action_text))
        self.close_button.setVisible(can_close)
        title, text = heard(title), heard(text)
        is_news = self.isHidden() or self.accessibleName() != title
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.show()
        self.update()
        if is_news:
            self._announce(f"{title} {text}".strip())

    def _announce(self, words: str) -> None:
        event = QAccessibleAnnouncementEvent(self, words)
        urgent, calm = (
            QAccessible.AnnouncementPoliteness.Assertive,
            QAccessible.AnnouncementPoliteness.Polite,
        )
        event.setPoliteness(urgent if self._tone == "danger" else calm)
        QAccessible.updateAccessibility(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the edge of the tone."""
        tokens = self._theme.tokens
        fill, line = {
            "neutral": (tokens.sunken, tokens.control),
            "warn": (tokens.warn_soft, tokens.warn),
            "danger": (tokens.danger_soft, tokens.danger),
            "ok": (tokens.ok_soft, tokens.ok),
        }[self._tone]
        edge = soft_edge(self._theme, line, 0.6)
        panel(antialiased(QPainter(self)), self.contentsRect(), 10, fill, edge)

    def _on_clicked(self) -> None:
        if self._on_action is not None:
            self._on_action()
