"""The settings of one workspace: the page with its sections, and what they ask for."""

from functools import partial

from PySide6.QtCore import Signal

from desktop.ui.commands import Commands
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.views.account_book import AccountBook
from desktop.views.hub import Hub
from desktop.views.key_commands import groups
from desktop.views.refresher import Refresher
from desktop.views.session import Session
from desktop.views.settings.about_section import AboutSection
from desktop.views.settings.accounts_section import AccountsSection
from desktop.views.settings.connection_section import ConnectionSection
from desktop.views.settings.data_section import DataSection
from desktop.views.settings.look_section import LookSection
from desktop.views.settings.muted_section import MutedSection
from desktop.views.settings.notifications_section import NotificationsSection
from desktop.views.settings.page import SettingsPage
from desktop.views.settings.privacy_section import PrivacySection
from desktop.views.settings.shortcuts_section import ShortcutsSection
from desktop.views.settings.spending_section import SpendingSection
from desktop.views.settings.words_section import WordsSection


class Settings(SettingsPage):
    """Accounts, privacy, look and language, about.

    Signals:
        connect_asked: Connect one more account.
        reconnect_asked: Sign in again; carries the `Account`.
        language_chosen: Speak another language; carries "system", "en" or "fr".
        failed: Something did not work; carries the account's id, or 0, and the exception.
        said: A short sentence confirms what was done; carries it.
        stepped: Something was done that can be taken back; carries the `Step`.
        import_asked: Take in a downloaded archive.
        fetch_asked: Fetch an account that costs money; carries the `Account`.
        muted_changed: Something was muted or brought back, or old posts are gone.
        errand_asked: Close the workspace for an `Errand`; carries it.
    """

    connect_asked = Signal()
    reconnect_asked = Signal(object)
    language_chosen = Signal(str)
    failed = Signal(int, object)
    said = Signal(str)
    stepped = Signal(object)
    import_asked = Signal()
    fetch_asked = Signal(object)
    muted_changed = Signal()
    errand_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        book: AccountBook,
        refresher: Refresher,
        *,
        hub: Hub,
        tasks: Tasks,
        pictures: PictureLoader,
        commands: Commands,
    ) -> None:
        super().__init__(theme)
        accounts = AccountsSection(theme, session, book, refresher, tasks)
        muted = MutedSection(theme, session, tasks)
        spending = SpendingSection(theme, session, book, tasks)
        privacy = PrivacySection(theme, session, hub, tasks, pictures)
        data = DataSection(theme, session, hub, tasks)
        way_out = ConnectionSection(theme, session, book, hub=hub, tasks=tasks)
        keymap = commands.keymap
        shortcuts = ShortcutsSection(theme, keymap, lambda: groups(commands.offered(), keymap))
        shortcuts.stepped.connect(self.stepped)
        look = LookSection(theme, hub.preferences.language or "system", keymap)
        look.language_chosen.connect(self.language_chosen)
        look.stepped.connect(self.stepped)
        told = NotificationsSection(theme, hub, tasks, is_demo=session.is_demo)
        self._listen_to(accounts, muted)
        accounts.spending_asked.connect(partial(self.open_section, "spending"))
        privacy.erased.connect(self.muted_changed)
        data.errand_asked.connect(self.errand_asked)
        for each in (muted, spending, privacy, data):
            each.failed.connect(self.failed)
            self.section_chosen.connect(each.refresh)
        for each in (spending, privacy, data, way_out):
            each.said.connect(self.said)
        self.section_chosen.connect(way_out.show_section)
        for key, icon, name, section in (
            ("accounts", "users", self.tr("Accounts"), accounts),
            ("privacy", "shield-check", self.tr("Privacy"), privacy),
            ("notifications", "bell", self.tr("Notifications"), told),
            ("shortcuts", "keyboard", self.tr("Shortcuts"), shortcuts),
            ("look", "sparkles", self.tr("Look and language"), look),
            ("data", "database", self.tr("Data"), data),
            ("connection", "plug", self.tr("Connection"), way_out),
            ("spending", "wallet", self.tr("Spending"), spending),
            ("muted", "eye-off", self.tr("Muted"), muted),
            ("words", "book-open", self.tr("Words explained"), WordsSection(theme)),
            ("about", "info", self.tr("About"), AboutSection(theme, hub.version)),
        ):
            self.add_section(key, icon, name, section)

    def _listen_to(self, accounts: AccountsSection, muted: MutedSection) -> None:
        muted.changed.connect(self.muted_changed)
        muted.stepped.connect(self.stepped)
        accounts.connect_asked.connect(self.connect_asked)
        accounts.reconnect_asked.connect(self.reconnect_asked)
        accounts.failed.connect(self.failed)
        accounts.import_asked.connect(self.import_asked)
        accounts.fetch_asked.connect(self.fetch_asked)
        self.section_chosen.connect(accounts.refresh_bill)
