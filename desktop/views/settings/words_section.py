"""Settings, words explained: every word of the glossary with what it means."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.labels import Label
from desktop.ui.setting_rows import SettingCard, SettingRow
from desktop.ui.theme import Theme
from desktop.views.glossary import glossary


class WordsSection(QWidget):
    """The words of the networks, in the order of the alphabet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(theme, self.tr("Words explained"), "heading"))
        rows = [SettingRow(theme, term.word, term.meaning) for term in glossary()]
        column.addWidget(SettingCard(theme, *rows))
        column.addStretch(1)
