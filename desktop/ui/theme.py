"""The look of the window: which colours, which type, how large, and when it changes."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.ui.resources import resource
from desktop.ui.tokens import DARK, LIGHT, TYPE, Tokens, in_high_contrast

LOOKS = ("system", "light", "dark")
SMALLEST_TEXT, LARGEST_TEXT = 90, 150
_TEXT_STEP = 10
_SMALLEST_PX = 12


class Theme(QObject):
    """What every painted control asks before it paints; one per application.

    Signals:
        changed: Colours, type or sizes are no longer what they were: paint again.
        resized: Type or sizes are no longer what they were: lay out again; comes before `changed`.
    """

    changed = Signal()
    resized = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = "system"
        self._text_size = 100
        self._uses_own_font = True
        self._contrast: bool | None = None
        self._reduced: bool | None = None
        self._fonts: dict[str, QFont] = {}
        self._app: QApplication | None = None
        self.tokens: Tokens = LIGHT
        self._choose_tokens()

    @property
    def look(self) -> str:
        """Return the user's choice: "system", "light" or "dark"."""
        return self._look

    @property
    def text_size(self) -> int:
        """Return the size of all text in percent."""
        return self._text_size

    @property
    def is_dark(self) -> bool:
        """Say whether the dark colours are in use; a computer that does not say means light."""
        if self._look == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._look == "dark"

    @property
    def is_high_contrast(self) -> bool:
        """Say whether edges must be strong: the user's choice, or else the computer's."""
        if self._contrast is not None:
            return self._contrast
        hints = QGuiApplication.styleHints()
        wanted = hints.accessibility().contrastPreference()
        return wanted == Qt.ContrastPreference.HighContrast

    @property
    def wants_high_contrast(self) -> bool | None:
        """Return the user's choice of strong edges, None where the computer is followed."""
        return self._contrast

    @property
    def is_motion_reduced(self) -> bool:
        """Say whether nothing may move: the user's choice, or else the computer's."""
        if self._reduced is not None:
            return self._reduced
        accessibility = QGuiApplication.styleHints().accessibility()
        # Qt tells this from 6.12 on.
        preference = getattr(accessibility, "motionPreference", None)
        return preference is not None and "Reduced" in str(preference())

    @property
    def wants_reduced_motion(self) -> bool | None:
        """Return the user's choice that nothing moves, None where the computer is followed."""
        return self._reduced

    @property
    def uses_own_font(self) -> bool:
        """Say whether the type that travels with the program is used."""
        return self._uses_own_font

    def set_look(self, look: str) -> None:
        """Choose "system", "light" or "dark"."""
        if look not in LOOKS:
            raise ValueError(look)
        if look != self._look:
            self._look = look
            self._tell_the_computer()
            self._renew()

    def set_text_size(self, percent: int) -> None:
        """Choose the size of all text, held between 90 and 150 percent."""
        percent = max(SMALLEST_TEXT, min(LARGEST_TEXT, percent))
        if percent != self._text_size:
            self._text_size = percent
            self._renew(is_resizing=True)

    def enlarge_text(self) -> None:
        """Make all text one step larger."""
        self.set_text_size(self._text_size + _TEXT_STEP)

    def reduce_text(self) -> None:
        """Make all text one step smaller."""
        self.set_text_size(self._text_size - _TEXT_STEP)

    def reset_text(self) -> None:
        """Bring all text back to its designed size."""
        self.set_text_size(100)

    def set_high_contrast(self, wanted: bool | None) -> None:
        """Choose strong edges; None follows the computer."""
        self._contrast = wanted
        self._renew()

    def set_reduced_motion(self, wanted: bool | None) -> None:
        """Choose that nothing moves; None follows the computer."""
        self._reduced = wanted
        self._renew()

    def set_own_font(self, wanted: bool) -> None:
        """Choose between the type that travels with the program and the computer's own."""
        self._uses_own_font = wanted
        self._renew(is_resizing=True)

    def px(self, length: float) -> int:
        """Return a control's designed length in pixels at the present text size."""
        return round(length * self._text_size / 100)

    def font(self, role: str) -> QFont:
        """Return the font of a role of the type scale, figures all of one width."""
        if role not in self._fonts:
            scale = TYPE[role]
            font = QFont(self._family())
            font.setPixelSize(max(_SMALLEST_PX, self.px(scale.px)))
            font.setWeight(QFont.Weight(scale.weight))
            font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[role] = font
        return QFont(self._fonts[role])

    def line(self, role: str) -> int:
        """Return the height of one line of a role of the type scale."""
        return self.px(TYPE[role].line)

    def duration(self, milliseconds: int) -> int:
        """Return how long a movement lasts: nothing when movement is not wanted."""
        return 0 if self.is_motion_reduced else milliseconds

    def apply(self, app: QApplication) -> None:
        """Dress the application and follow the computer from now on."""
        app.setStyle("Fusion")
        _load_fonts(app)
        self._app = app
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_computer_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_computer_changed)
        self._tell_the_computer()
        self._renew(is_resizing=True)

    def palette(self) -> QPalette:
        """Return the palette that real Qt widgets paint themselves from."""
        return palette_of(self.tokens)

    def _family(self) -> str:
        if self._uses_own_font:
            return "Inter"
        return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()

    def _choose_tokens(self) -> None:
        tokens = DARK if self.is_dark else LIGHT
        self.tokens = in_high_contrast(tokens) if self.is_high_contrast else tokens

    def _tell_the_computer(self) -> None:
        # Title bars and the computer's file dialogs follow this; our palette never relies on it.
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        scheme = schemes.get(self._look, Qt.ColorScheme.Unknown)
        QGuiApplication.styleHints().setColorScheme(scheme)

    def _renew(self, *, is_resizing: bool = False) -> None:
        self._choose_tokens()
        if is_resizing:
            self._fonts.clear()
            if self._app is not None:
                self._app.setFont(self.font("body"))
                QToolTip.setFont(self.font("small"))
            self.resized.emit()
        if self._app is not None:
            self._app.setPalette(self.palette())
            QToolTip.setPalette(self.palette())
        self.changed.emit()

    def _on_computer_changed(self) -> None:
        self._renew()


def _load_fonts(app: QApplication) -> None:
    if app.property("hasOwnFonts"):
        return
    for path in sorted(resource("fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))
    QFontDatabase.setApplicationEmojiFontFamilies(["Noto Color Emoji"])
    app.setProperty("hasOwnFonts", True)


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette that real Qt widgets paint themselves from in one look."""
    palette = QPalette()
    role = QPalette.ColorRole
    for part, colour in (
        (role.Window, tokens.window),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.sunken),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.text3),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.danger),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Accent, tokens.accent),
        (role.Link, tokens.link),
        (role.LinkVisited, tokens.link),
        (role.ToolTipBase, tokens.toast),
        (role.ToolTipText, tokens.on_toast),
        (role.Light, tokens.raised),
        (role.Midlight, tokens.border),
        (role.Mid, tokens.border),
        (role.Dark, tokens.control),
        (role.Shadow, tokens.control),
    ):
        palette.setColor(part, colour)
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, tokens.disabled)
    palette.setColor(QPalette.ColorGroup.Disabled, role.Base, tokens.sunken)
    return palette
