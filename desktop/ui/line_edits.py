"""Real one-line text fields painted from the theme: plain, secret and to search with."""

from PySide6.QtCore import QEvent, QMargins, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from desktop.ui.buttons import IconButton
from desktop.ui.field_face import field_palette, field_panel
from desktop.ui.icons import draw_icon
from desktop.ui.painting import antialiased, keycap, keycap_size, mirrored
from desktop.ui.theme import Theme


class LineEdit(QLineEdit):
    """One line of text; `icon` stands before it, `is_secret` hides it until the eye is pressed.

    A line that can only be read shows a lock.
    """

    def __init__(
        self,
        theme: Theme,
        placeholder: str = "",
        icon: str | None = None,
        *,
        is_secret: bool = False,
        height: int = 32,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._height = height
        self._has_problem = False
        self._eye: IconButton | None = None
        self.setFrame(False)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if is_secret:
            self._add_eye()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def theme(self) -> Theme:
        """Return the theme the field is painted from."""
        return self._theme

    def set_problem(self, has_problem: bool) -> None:
        """Show the edge and the sign of something that needs mending, or take them away."""
        self._has_problem = has_problem
        self._lay_out()
        self.update()

    def setReadOnly(self, is_read_only: bool) -> None:
        """Lock the line, with its sign, or unlock it."""
        super().setReadOnly(is_read_only)
        self._lay_out()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a control and room for some thirty letters."""
        width = self.fontMetrics().averageCharWidth() * 30
        return QSize(width, self._theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Return the height of a control and room for a word."""
        return QSize(self._theme.px(96), self._theme.px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, let Qt paint the text, then the signs."""
        painter = QPainter(self)
        field_panel(painter, self._theme, self, self._has_problem)
        painter.end()
        super().paintEvent(event)
        painter = antialiased(QPainter(self))
        tokens, px = self._theme.tokens, self._theme.px
        ink = tokens.text2 if self.isEnabled() else tokens.disabled
        top, side = (self.height() - px(16)) / 2, px(16)
        if sign := self._leading_sign():
            self._sign(painter, sign, QRectF(px(10), top, side, side), ink)
        if self._has_problem:
            left = self.width() - px(10) - side - self._trailing_room()
            self._sign(painter, "triangle-alert", QRectF(left, top, side, side), tokens.danger)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the signs at the ends."""
        super().resizeEvent(event)
        self._lay_out()

    def _sign(self, painter: QPainter, name: str, box: QRectF, ink: QColor) -> None:
        draw_icon(painter, name, mirrored(box, self.rect(), self.layoutDirection()), ink)

    def _leading_sign(self) -> str | None:
        return "lock" if self.isReadOnly() else self._icon

    def _trailing_room(self) -> int:
        return self._theme.px(28) if self._eye is not None else 0

    def _add_eye(self) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = IconButton(
            self._theme, "eye", self.tr("Show the password"), size=26, icon_size=16
        )
        self._eye.setParent(self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._on_eye_toggled)

    def _on_eye_toggled(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        if self._eye is not None:
            self._eye.set_icon("eye-off" if is_shown else "eye")
            self._eye.set_name(
                self.tr("Hide the password") if is_shown else self.tr("Show the password")
            )

    def _lay_out(self) -> None:
        px = self._theme.px
        leading = px(34) if self._leading_sign() else px(10)
        trailing = px(10) + self._trailing_room() + (px(22) if self._has_problem else 0)
        margins = QMargins(leading, 0, trailing, 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            margins = QMargins(trailing, 0, leading, 0)
        # QLineEdit keeps two pixels of its own on each side.
        self.setTextMargins(margins - QMargins(2, 0, 2, 0))
        if self._eye is not None:
            side = self._eye.sizeHint()
            box = QRectF(self.width() - side.width() - px(3), 0, side.width(), side.height())
            box.moveTop((self.height() - side.height()) / 2)
            self._eye.setGeometry(
                mirrored(box, self.rect(), self.layoutDirection()).toAlignedRect()
            )

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("body"))
        self.setPalette(field_palette(self._theme))
        self._lay_out()
        self.updateGeometry()
        self.update()


class SearchBox(LineEdit):
    """A line to search with: Escape and the cross empty it, a key's name shows how to get there.

    Signals:
        cleared: The user emptied the line with Escape or the cross.
    """

    cleared = Signal()

    def __init__(self, theme: Theme, placeholder: str, shortcut_hint: str = "") -> None:
        self._keys = shortcut_hint
        super().__init__(theme, placeholder, "search")
        self.setAccessibleName(placeholder.rstrip("….").strip())
        self._cross = IconButton(theme, "x", self.tr("Clear the search"), size=24, icon_size=14)
        self._cross.setParent(self)
        self._cross.hide()
        self._cross.clicked.connect(self._on_cross)
        self.textChanged.connect(self._on_text_changed)

    def set_keys(self, keys: str) -> None:
        """Show that these keys lead here; empty for none."""
        self._keys = keys
        self._lay_out()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and the key's name while it is empty."""
        super().paintEvent(event)
        if self._keys and not self.text() and not self.hasFocus():
            size = keycap_size(self._theme, self._keys)
            left = self.width() - size.width() - self._theme.px(8)
            box = QRectF(left, (self.height() - size.height()) / 2, size.width(), size.height())
            box = mirrored(box, self.rect(), self.layoutDirection())
            painter = antialiased(QPainter(self))
            keycap(painter, self._theme, box, self._keys, self._theme.tokens.text2)

    def event(self, event: QEvent) -> bool:
        """Claim Escape before a shortcut of the window takes it, while there is text to empty."""
        is_override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_override and event.key() == Qt.Key.Key_Escape and self.text():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the line with Escape; an empty one leaves Escape to the page."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self._on_cross()
            return
        super().keyPressEvent(event)

    def _trailing_room(self) -> int:
        keys = keycap_size(self._theme, self._keys).width() if self._keys else 0
        return max(self._theme.px(20), keys)

    def _lay_out(self) -> None:
        super()._lay_out()
        cross = getattr(self, "_cross", None)
        if cross is not None:
            side = cross.sizeHint()
            box = QRectF(self.width() - side.width() - 4, 0, side.width(), side.height())
            box.moveTop((self.height() - side.height()) / 2)
            cross.setGeometry(mirrored(box, self.rect(), self.layoutDirection()).toAlignedRect())

    def _on_text_changed(self, text: str) -> None:
        self._cross.setVisible(bool(text))

    def _on_cross(self) -> None:
        self.clear()
        self.setFocus()
        self.cleared.emit()
