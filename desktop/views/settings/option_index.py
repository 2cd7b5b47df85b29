"""Every option of the settings in words, for those who look for one before any section exists.

Each title is the one of its row on the screen, word for word; `also` holds what else people call
it. A test holds the sections against this list, so that none is missing here.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.views.glossary import glossary

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the settings: its key, its icon and its name."""

    key: str
    icon: str
    name: str


@dataclass(frozen=True, slots=True)
class Option:
    """One row of a section: what it is called there, and other words for it."""

    section: str
    title: str
    also: str = ""


def sections() -> tuple[Section, ...]:
    """Return the sections in the order of their list."""
    return (
        Section("accounts", "users", translate("Settings", "Accounts")),
        Section("privacy", "shield-check", translate("Settings", "Privacy")),
        Section("notifications", "bell", translate("Settings", "Notifications")),
        Section("shortcuts", "keyboard", translate("Settings", "Shortcuts")),
        Section("look", "sparkles", translate("Settings", "Look and language")),
        Section("data", "database", translate("Settings", "Data")),
        Section("connection", "plug", translate("Settings", "Connection")),
        Section("spending", "wallet", translate("Settings", "Spending")),
        Section("muted", "eye-off", translate("Settings", "Muted")),
        Section("words", "book-open", translate("Settings", "Words explained")),
        Section("about", "info", translate("Settings", "About")),
    )


def options() -> tuple[Option, ...]:
    """Return every option, section by section."""
    return (
        *_accounts(),
        *_privacy(),
        *_notifications(),
        *_shortcuts(),
        *_look(),
        *_data(),
        *_connection(),
        *_spending(),
        *(Option("words", term.word) for term in glossary()),
        *_about(),
    )


def _accounts() -> tuple[Option, ...]:
    return (
        Option(
            "accounts",
            translate("AccountsSection", "Your earlier posts"),
            translate("Options", "import archive download history"),
        ),
        Option(
            "accounts",
            translate("KeyringRow", "Test the keyring"),
            translate("Options", "password secret key security"),
        ),
    )


def _privacy() -> tuple[Option, ...]:
    return (
        Option(
            "privacy",
            translate("PrivacySection", "Load pictures from other servers"),
            translate("Options", "images tracking internet address"),
        ),
        Option(
            "privacy",
            translate("PrivacySection", "Keep other people’s posts for"),
            translate("Options", "erase delete old months retention"),
        ),
    )


def _data() -> tuple[Option, ...]:
    return (
        Option(
            "data",
            translate("DataSection", "This workspace is one file"),
            translate("Options", "save copy backup export size"),
        ),
        Option(
            "data",
            translate("DataSection", "All workspaces are in one folder"),
            translate("Options", "move directory disk"),
        ),
        Option(
            "data",
            translate("CopiesCard", "A copy kept elsewhere"),
            translate("Options", "restore backup file"),
        ),
        Option(
            "data",
            translate("DataSection", "Delete this workspace"),
            translate("Options", "erase everything remove"),
        ),
    )


def _spending() -> tuple[Option, ...]:
    return (
        Option(
            "spending",
            translate("MonthCard", "Monthly cap"),
            translate("Options", "money price budget limit"),
        ),
        Option(
            "spending",
            translate("CallsCard", "Every request"),
            translate("Options", "export CSV bill"),
        ),
    )


def _notifications() -> tuple[Option, ...]:
    return (
        Option(
            "notifications",
            translate("NotificationsSection", "Show notifications"),
            translate("Options", "alert alarm sound system"),
        ),
        Option(
            "notifications",
            translate("NotificationsSection", "Keep running in the tray when the window is closed"),
            translate("Options", "background close badge"),
        ),
        Option(
            "notifications",
            translate("NotificationsSection", "Quiet hours"),
            translate("Options", "do not disturb night silence"),
        ),
        Option("notifications", translate("NotificationsSection", "Quiet from and until")),
        Option(
            "notifications",
            translate("ChannelCard", "Send alarms to an address of yours too"),
            translate("Options", "webhook phone https second channel"),
        ),
    )


def _shortcuts() -> tuple[Option, ...]:
    return (
        Option(
            "shortcuts",
            translate("ShortcutsSection", "Single letters work in lists"),
            translate("Options", "keyboard keys speech accessibility"),
        ),
        Option(
            "shortcuts",
            translate("ShortcutsSection", "Designed shortcuts"),
            translate("Options", "keyboard keys reset"),
        ),
    )


def _look() -> tuple[Option, ...]:
    return (
        Option(
            "look",
            translate("LookSection", "Colours"),
            translate("Options", "theme dark light night mode appearance"),
        ),
        Option(
            "look",
            translate("LookSection", "Size of text"),
            translate("Options", "zoom larger smaller letters"),
        ),
        Option(
            "look",
            translate("LookSection", "Strong edges"),
            translate("Options", "high contrast accessibility"),
        ),
        Option(
            "look",
            translate("LookSection", "No movement"),
            translate("Options", "animation reduced motion accessibility"),
        ),
        Option(
            "look",
            translate("LookSection", "Use the computer’s font"),
            translate("Options", "typeface Inter"),
        ),
        Option(
            "look",
            translate("LookSection", "Language"),
            translate("Options", "English français French translation"),
        ),
    )


def _connection() -> tuple[Option, ...]:
    return (
        Option(
            "connection",
            translate("ConnectionSection", "How Crieur connects"),
            translate("Options", "proxy network internet address port"),
        ),
        Option(
            "connection",
            translate("ConnectionSection", "Test the connection"),
            translate("Options", "proxy network internet works"),
        ),
    )


def _about() -> tuple[Option, ...]:
    return (
        Option(
            "about",
            translate("AboutSection", "Type, icons and marks"),
            translate("Options", "licence font credits"),
        ),
        Option(
            "about",
            translate("AboutSection", "Is something not working?"),
            translate("Options", "help problem error bug doctor"),
        ),
        Option("about", translate("AboutSection", "Private messages")),
        Option("about", translate("AboutSection", "Playing videos")),
        Option("about", translate("AboutSection", "Voting in polls")),
    )
