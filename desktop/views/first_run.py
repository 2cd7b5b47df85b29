"""The first screen: open the invented shop, or connect a real account."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.buttons import Button
from desktop.ui.cards import Card
from desktop.ui.combos import ComboBox
from desktop.ui.labels import IconTile, Label
from desktop.ui.languages import languages
from desktop.ui.panes import ScrollPane
from desktop.ui.points import Point
from desktop.ui.theme import Theme
from desktop.ui.welcome_art import WelcomeArt

NARROW = 1000
_WIDEST_COLUMN = 760


class FirstRun(QWidget):
    """Offer two ways to start, and the language.

    Signals:
        demo_asked: Open the invented shop.
        connect_asked: Connect a real account.
        language_chosen: Speak another language; carries "en" or "fr".
    """

    demo_asked = Signal()
    connect_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._art = WelcomeArt(
            theme, self.tr("Your shop’s voice on its networks.\nOne window, on your computer.")
        )
        pane = ScrollPane(theme, "surface", margin=32, widest=_WIDEST_COLUMN)
        column = pane.column
        column.setContentsMargins(32, 20, 32, 16)
        column.setSpacing(0)
        column.addLayout(self._language_row(language))
        column.addStretch(2)
        column.addWidget(Label(theme, self.tr("Welcome"), "display"))
        column.addSpacing(8)
        column.addWidget(Label(theme, self.tr("How would you like to start?"), "body", "text2"))
        column.addSpacing(20)
        column.addWidget(self._demo_card())
        column.addSpacing(12)
        column.addWidget(self._connect_card())
        column.addStretch(3)
        column.addSpacing(12)
        column.addWidget(self._promise())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._art)
        whole.addWidget(pane, 1)

    def _language_row(self, language: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        box = ComboBox(self._theme, icon="globe", is_bare=True)
        box.setAccessibleName(self.tr("Language"))
        for code, name in languages().items():
            box.addItem(name, code)
        box.setCurrentIndex(max(0, box.findData(language)))
        box.activated.connect(self._on_language_activated)
        self._languages = box
        row.addWidget(box)
        return row

    def _on_language_activated(self) -> None:
        self.language_chosen.emit(self._languages.currentData())

    def _demo_card(self) -> Card:
        open_demo = Button(
            self._theme,
            self.tr("Open the demo"),
            kind="primary",
            icon="play",
            size="large",
            shortcut_hint="↵",
        )
        open_demo.setObjectName("openDemo")
        open_demo.clicked.connect(self.demo_asked)
        self._open_demo = open_demo
        return self._card(
            "store",
            self.tr("Explore the demo shop"),
            self.tr("Boulangerie Lumière, with 14 months of invented posts, mentions and people."),
            (self.tr("Works without internet"), self.tr("Nothing is sent, nothing is kept")),
            open_demo,
        )

    def _connect_card(self) -> Card:
        connect = Button(self._theme, self.tr("Choose a network"), icon="arrow-right", size="large")
        connect.setObjectName("connectAccount")
        connect.clicked.connect(self.connect_asked)
        return self._card(
            "plug",
            self.tr("Connect an account"),
            self.tr("Bluesky, Mastodon, X, and any website that you follow."),
            (
                self.tr("Crieur never asks for your main password"),
                self.tr("The key stays in this computer’s keyring"),
            ),
            connect,
        )

    def _card(
        self, icon: str, title: str, text: str, points: tuple[str, ...], button: Button
    ) -> Card:
        card = Card(self._theme, padding=0, radius=12)
        row = QHBoxLayout()
        row.setContentsMargins(20, 18, 20, 18)
        row.setSpacing(16)
        row.addWidget(IconTile(self._theme, icon), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self._theme, title, "heading"))
        words.addSpacing(4)
        words.addWidget(Label(self._theme, text, "body", "text2", wraps=True))
        words.addSpacing(4)
        for point in points:
            words.addWidget(Point(self._theme, "check", point))
        words.addSpacing(8)
        words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        card.column.addLayout(row)
        return card

    def _promise(self) -> QWidget:
        return Point(
            self._theme,
            "shield-check",
            self.tr(
                "No Crieur account, no usage tracking. Your data is one file, "
                "to copy or delete as you like."
            ),
            role="caption",
            token="text2",
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Let Enter open the demo at once."""
        super().showEvent(event)
        self._open_demo.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words all the room on a narrow window."""
        super().resizeEvent(event)
        self._art.setFixedWidth(300 if self.width() < NARROW else min(440, self.width() // 3 + 20))
