"""Settings, about: which version this is, under which licence, and whether all is well."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.labels import Label
from desktop.ui.setting_rows import SettingCard, SettingRow
from desktop.ui.theme import Theme


class AboutSection(QWidget):
    """Versions and licences, the command that examines the installation, and what is left out."""

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
        column.addWidget(Label(theme, self.tr("What Crieur leaves out"), "heading"))
        column.addWidget(self._left_out(theme))
        column.addStretch(1)

    def _left_out(self, theme: Theme) -> SettingCard:
        return SettingCard(
            theme,
            SettingRow(
                theme,
                self.tr("Private messages"),
                self.tr(
                    "The networks’ own mailboxes are not read. On Mastodon a post for named "
                    "people only is shown with a lock, and your answer is for them only as well."
                ),
            ),
            SettingRow(
                theme,
                self.tr("Playing videos"),
                self.tr("A video shows its still picture here and opens in the browser."),
            ),
            SettingRow(
                theme,
                self.tr("Voting in polls"),
                self.tr("A poll shows its choices here; you vote on its own page, in the browser."),
            ),
        )
