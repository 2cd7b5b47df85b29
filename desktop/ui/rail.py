"""The rail: whose window this is, what to do first, where to go, and how things stand."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from desktop.ui.buttons import Button
from desktop.ui.cards import Rule
from desktop.ui.key_hints import with_keys
from desktop.ui.pane_walk import be_pane
from desktop.ui.rail_items import ConnectionLine, IdentitySwitcher, RailItem
from desktop.ui.text import set_tooltip
from desktop.ui.theme import Theme

WIDE, NARROW = 233, 65
"""Words or icons, each with the line that ends the rail."""


class Rail(QFrame):
    """Navigation in words, or in icons where the window is narrow.

    Signals:
        place_chosen: The user wants to go to the place of that key.
        new_post_asked: The user wants to write.
        workspace_menu_asked: The identity was pressed; show its menu below `identity`.
    """

    accessible_role = QAccessible.Role.Grouping

    place_chosen = Signal(str)
    new_post_asked = Signal()
    workspace_menu_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_narrow = False
        self._items: dict[str, RailItem] = {}
        self.setAccessibleName(self.tr("Places"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.identity = IdentitySwitcher(theme)
        self.identity.setObjectName("identity")
        self.identity.clicked.connect(self.workspace_menu_asked)
        self.new_post = Button(theme, self.tr("New post"), "primary", "pen-line", size="main")
        self.new_post.setObjectName("newPost")
        self.new_post.clicked.connect(self.new_post_asked)
        self._writing_keys = ""
        self._line = ConnectionLine(theme)
        self._line.setObjectName("connection")
        be_pane(self)
        self._build()
        theme.changed.connect(self.update)
        theme.resized.connect(self.updateGeometry)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 12, 13, 10)
        self._column.setSpacing(0)
        self._column.addWidget(self.identity)
        self._column.addSpacing(20)
        self._column.addWidget(self.new_post)
        self._column.addSpacing(16)
        self._places, self._foot = QVBoxLayout(), QVBoxLayout()
        for group in (self._places, self._foot):
            group.setSpacing(4)
        self._column.addLayout(self._places)
        self._column.addStretch(1)
        self._column.addLayout(self._foot)
        self._column.addSpacing(4)
        self._column.addWidget(Rule(self._theme))
        self._column.addSpacing(8)
        self._column.addWidget(self._line)

    @property
    def place(self) -> str:
        """Return the key of the place that is marked as shown."""
        return next((key for key, item in self._items.items() if item.is_current), "")

    def add_place(
        self, key: str, icon: str, text: str, keys: str = "", *, in_foot: bool = False
    ) -> None:
        """Add a place, at the end of the list or in the foot."""
        item = RailItem(self._theme, key, icon, text)
        item.set_keys(keys)
        item.setObjectName(f"place-{key}")
        item.set_narrow(self._is_narrow)
        item.clicked.connect(self._on_clicked)
        self._items[key] = item
        (self._foot if in_foot else self._places).addWidget(item)

    def set_place(self, key: str) -> None:
        """Mark the place that is shown now."""
        for each, item in self._items.items():
            item.set_current(each == key)

    def set_place_text(self, key: str, text: str) -> None:
        """Give a place another word."""
        self._items[key].setText(text)

    def set_keys(self, key: str, keys: str) -> None:
        """Say that these keys lead to a place."""
        self._items[key].set_keys(keys)

    def set_writing_keys(self, keys: str) -> None:
        """Say that these keys write a post; empty for none."""
        self._writing_keys = keys
        self._tell_of_new_post()

    def set_count(self, key: str, count: str, spoken: str = "", *, is_alarm: bool = False) -> None:
        """Show how many wait at a place; `spoken` says it in words, empty `count` hides it."""
        self._items[key].set_count(count, spoken, is_alarm)

    def set_identity(self, name: str, detail: str) -> None:
        """Show whose window this is."""
        self.identity.set_identity(name, detail)

    def set_connection(self, text: str, tone: str = "ok", icon: str = "circle-check") -> None:
        """Say how things stand: "Up to date · 10:42"; `tone` is "ok", "warn" or "neutral"."""
        self._line.show_state(text, tone, icon)

    def set_narrow(self, is_narrow: bool) -> None:
        """Show icons alone, or words again."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        self.new_post.setText("" if is_narrow else self.tr("New post"))
        self.new_post.setAccessibleName(self.tr("New post"))
        self._tell_of_new_post()
        self.identity.set_narrow(is_narrow)
        self._line.set_narrow(is_narrow)
        for item in self._items.values():
            item.set_narrow(is_narrow)
        self.updateGeometry()

    def _tell_of_new_post(self) -> None:
        keys = self._writing_keys
        set_tooltip(
            self.new_post, with_keys(self.tr("New post"), keys) if self._is_narrow else keys
        )

    def sizeHint(self) -> QSize:
        """Return the width of the rail in its present form."""
        if self._is_narrow:
            return QSize(max(NARROW, self._theme.px(40) + 25), 400)
        # Words grow with the text size, but never take more than a fifth of a common screen.
        return QSize(max(WIDE, min(self._theme.px(WIDE), 320)), 400)

    def minimumSizeHint(self) -> QSize:
        """Return the same width and whatever height the places need."""
        return QSize(self.sizeHint().width(), self._column.minimumSize().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line at its end."""
        painter, tokens = QPainter(self), self._theme.tokens
        painter.fillRect(self.rect(), tokens.rail)
        end = 0 if self.isRightToLeft() else self.width() - 1
        painter.fillRect(end, 0, 1, self.height(), tokens.border)

    def _on_clicked(self) -> None:
        item = self.sender()
        if isinstance(item, RailItem):
            self.place_chosen.emit(item.key)
