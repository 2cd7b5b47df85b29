"""Settings, look: colours, size of text, contrast, movement, type and language."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.buttons import Button
from desktop.ui.combos import ComboBox
from desktop.ui.history import Step, Way
from desktop.ui.keymap import Keymap
from desktop.ui.labels import Label
from desktop.ui.languages import languages
from desktop.ui.segmented import Segmented
from desktop.ui.setting_rows import SettingCard, SettingRow
from desktop.ui.switches import Switch
from desktop.ui.tasks import STORE
from desktop.ui.theme import Theme
from desktop.ui.wording import percent

TEXT_SIZES = (90, 100, 110, 120, 130, 140, 150)


@dataclass(frozen=True, slots=True)
class _Look:
    """Everything that was chosen about the look; None follows the computer."""

    look: str = "system"
    text_size: int = 100
    contrast: bool | None = None
    reduced: bool | None = None
    own_font: bool = True

    @classmethod
    def of(cls, theme: Theme) -> "_Look":
        return cls(
            theme.look,
            theme.text_size,
            theme.wants_high_contrast,
            theme.wants_reduced_motion,
            theme.uses_own_font,
        )

    def put_on(self, theme: Theme) -> None:
        theme.set_look(self.look)
        theme.set_text_size(self.text_size)
        theme.set_high_contrast(self.contrast)
        theme.set_reduced_motion(self.reduced)
        theme.set_own_font(self.own_font)


_DESIGNED = _Look()


class LookSection(QWidget):
    """What the window looks like; every choice is applied at once.

    Signals:
        language_chosen: Speak another language; carries "system", "en" or "fr".
        stepped: Something was done that can be taken back; carries the `Step`.
    """

    language_chosen = Signal(str)
    stepped = Signal(object)

    def __init__(self, theme: Theme, language: str, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(theme, self.tr("Look and language"), "heading"))
        self._contrast = self._switch(theme.is_high_contrast, self._on_contrast)
        self._motion = self._switch(theme.is_motion_reduced, self._on_motion)
        self._font = self._switch(not theme.uses_own_font, self._on_font)
        column.addWidget(
            SettingCard(
                theme,
                SettingRow(theme, self.tr("Colours"), "", self._look_control()),
                self._size_row(),
                SettingRow(
                    theme,
                    self.tr("Strong edges"),
                    self.tr("Draws every edge clearly and leaves soft fills out."),
                    self._contrast,
                ),
                SettingRow(
                    theme,
                    self.tr("No movement"),
                    self.tr("Nothing slides or fades."),
                    self._motion,
                ),
                SettingRow(
                    theme,
                    self.tr("Use the computer’s font"),
                    self.tr("Instead of Inter, which looks the same on every computer."),
                    self._font,
                ),
                SettingRow(theme, self.tr("Language"), "", self._language_control(language)),
            )
        )
        reset = Button(theme, self.tr("Reset the look"), icon="rotate-ccw")
        reset.setObjectName("resetLook")
        reset.clicked.connect(self._on_reset)
        column.addWidget(reset, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        theme.changed.connect(self._on_theme_changed)

    def _look_control(self) -> Segmented:
        control = Segmented(
            self._theme,
            self.tr("Colours"),
            (
                ("system", self.tr("Like the computer"), "monitor"),
                ("light", self.tr("Light"), "sun"),
                ("dark", self.tr("Dark"), "moon"),
            ),
        )
        control.setObjectName("look")
        control.set_choice(self._theme.look)
        control.chosen.connect(self._theme.set_look)
        self._look = control
        return control

    def _size_row(self) -> SettingRow:
        self._size = SettingRow(self._theme, self.tr("Size of text"), "", self._size_control())
        self._keymap.changed.connect(self._tell_keys)
        self._tell_keys()
        return self._size

    def _tell_keys(self) -> None:
        keys = [self._keymap.shown(each) for each in ("larger", "smaller", "designed_size")]
        sentence = self.tr("{larger} and {smaller} change it from anywhere, {reset} resets it.")
        told = sentence.format(larger=keys[0], smaller=keys[1], reset=keys[2])
        self._size.setText(told if all(keys) else "")

    def _size_control(self) -> ComboBox:
        control = ComboBox(self._theme)
        control.setObjectName("textSize")
        for size in TEXT_SIZES:
            control.addItem(percent(size / 100), size)
        control.setCurrentIndex(control.findData(self._theme.text_size))
        control.activated.connect(self._on_size)
        self._sizes = control
        return control

    def _language_control(self, language: str) -> ComboBox:
        control = ComboBox(self._theme)
        control.setObjectName("language")
        control.addItem(self.tr("Like the computer"), "system")
        for code, name in languages().items():
            control.addItem(name, code)
        control.setCurrentIndex(max(0, control.findData(language)))
        control.activated.connect(self._on_language)
        self._languages = control
        return control

    def _switch(self, is_on: bool, work: object) -> Switch:
        control = Switch(self._theme, "")
        control.setChecked(is_on)
        control.toggled.connect(work)
        return control

    def _on_size(self) -> None:
        self._theme.set_text_size(self._sizes.currentData())

    def _on_contrast(self, wanted: bool) -> None:
        self._theme.set_high_contrast(wanted)

    def _on_motion(self, wanted: bool) -> None:
        self._theme.set_reduced_motion(wanted)

    def _on_font(self, wants_the_computers: bool) -> None:
        self._theme.set_own_font(not wants_the_computers)

    def _on_language(self) -> None:
        self.language_chosen.emit(self._languages.currentData())

    def _on_reset(self) -> None:
        before = _Look.of(self._theme)
        step = Step(
            self.tr("The look is as designed again"),
            self.tr("Your own look is back"),
            undo=self._way_to(before),
            redo=self._way_to(_DESIGNED),
        )
        _DESIGNED.put_on(self._theme)
        self.stepped.emit(step)

    def _way_to(self, look: "_Look") -> Way:
        theme = self._theme
        return Way(theme, STORE, _nothing, lambda _outcome: look.put_on(theme))

    def _on_theme_changed(self) -> None:
        theme = self._theme
        for switch, is_on in (
            (self._contrast, theme.is_high_contrast),
            (self._motion, theme.is_motion_reduced),
            (self._font, not theme.uses_own_font),
        ):
            with QSignalBlocker(switch):
                switch.setChecked(is_on)
        self._look.set_choice(self._theme.look)
        self._sizes.setCurrentIndex(self._sizes.findData(self._theme.text_size))


def _nothing() -> None:
    """Do nothing on a lane: the look is the window's own."""
