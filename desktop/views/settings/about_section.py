"""Settings, about: which version this is, under which licence, and whether all is well."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.labels import Label
from desktop.ui.setting_rows import SettingCard, SettingRow
from desktop.ui.theme import Theme


class AboutSection(QWidget):
    """Versions and licences, and the command that examines the installation."""

    def __init__(self, theme: Theme, version: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(theme, self.tr("About Crieur"), "heading"))
        column.addWidget(
            SettingCard(
                theme,
                SettingRow(
                    theme,
                    self.tr("Crieur {version}").format(version=version),
                    self.tr("Free software under the Apache License 2.0."),
                ),
                SettingRow(
                    theme,
                    self.tr("Type, icons and marks"),
                    self.tr(
                        "Inter (SIL Open Font License), Lucide (ISC), Simple Icons (CC0). "
                        "The networks’ marks belong to the networks."
                    ),
                ),
                SettingRow(
                    theme,
                    self.tr("Is something not working?"),
                    self.tr(
                        "The command “crieur doctor” examines this computer "
                        "and says what is missing and how to mend it."
                    ),
                ),
            )
        )
        column.addStretch(1)
