"""Say what went wrong on this computer, or what the user can put right."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.errors import (
    ArchiveRefused,
    CrieurError,
    InvalidField,
    StoreTrouble,
    VaultTrouble,
)
from desktop.ui.notice import Notice

translate = QCoreApplication.translate


def budget_reached(_error: CrieurError, name: str, _now: datetime) -> Notice:
    """Say that the user’s own cap is reached."""
    return Notice(
        translate("Notices", "The monthly cap for {name} is reached.").format(name=name),
        translate(
            "Notices",
            "Nothing was asked and nothing was spent. Your saved posts are still here. "
            "It goes on next month, or when you raise the cap.",
        ),
        translate("Notices", "See the spending"),
        "spending",
    )


def given_up(_error: CrieurError, _name: str, _now: datetime) -> Notice:
    """Say that the user stopped it."""
    return Notice(
        translate("Notices", "This was stopped."),
        translate("Notices", "Nothing was changed. You can begin again at any time."),
    )


def archive_refused(error: CrieurError, _name: str, _now: datetime) -> Notice:
    """Say why a file is not imported."""
    reason = error.reason if isinstance(error, ArchiveRefused) else ""
    reasons = {
        "not_an_archive": translate(
            "Notices",
            "It is no archive of X, Mastodon or Bluesky that Crieur knows. "
            "Choose the file as the network gave it to you.",
        ),
        "truncated": translate(
            "Notices",
            "A part of it is missing or damaged: the download may have broken off. "
            "Download it again, then try again.",
        ),
        "unsafe": translate(
            "Notices",
            "It is built like a trap: it would fill the computer or reach outside of its folder. "
            "Only open archives that you asked for yourself.",
        ),
        "too_large": translate("Notices", "It is larger than any archive that Crieur can read."),
        "encrypted": translate(
            "Notices", "It is locked with a password. Unlock it first, then try again."
        ),
        "empty": translate("Notices", "There are no posts and no people in it."),
        "unreadable": translate(
            "Notices", "Crieur cannot read what is in it. Download it again, then try again."
        ),
        "other_account": translate(
            "Notices",
            "This list does not say whose it is. Connect the account that it comes from, "
            "or import its archive of posts first.",
        ),
    }
    why = reasons.get(reason, translate("Notices", "It is of a kind that Crieur does not know."))
    return Notice(translate("Notices", "This file was not imported; nothing was changed."), why)


def store_trouble(error: CrieurError, _name: str, _now: datetime) -> Notice:
    """Say that the workspace file cannot be used."""
    reason = error.reason if isinstance(error, StoreTrouble) else ""
    retry = (translate("Notices", "Try again"), "retry")
    known = {
        "disk_full": (
            translate("Notices", "The disk is full."),
            translate("Notices", "What was saved is safe. Free some space, then try again."),
            *retry,
        ),
        "locked": (
            translate("Notices", "Another program is using your file."),
            translate("Notices", "Close the other window of Crieur, then try again."),
            *retry,
        ),
        "newer_version": (
            translate("Notices", "This file was made by a newer Crieur."),
            translate("Notices", "It was left untouched. Update Crieur to open it."),
            "",
            "",
        ),
        "damaged": (
            translate("Notices", "This file is damaged and no good copy was found."),
            translate("Notices", "It was kept as it is. A copy you saved elsewhere can be opened."),
            translate("Notices", "Show the folder"),
            "folder",
        ),
        "read_only": (
            translate("Notices", "Crieur may not write to its folder."),
            translate("Notices", "What was saved is safe. Allow writing there, then try again."),
            *retry,
        ),
        "not_a_workspace": (
            translate("Notices", "This file is not one of Crieur’s."),
            translate("Notices", "It was left untouched. Choose another one."),
            "",
            "",
        ),
    }
    other = (
        translate("Notices", "Your file cannot be used at present."),
        translate("Notices", "What was saved is safe. Try again in a moment."),
        *retry,
    )
    return Notice(*known.get(reason, other))


def vault_trouble(error: CrieurError, _name: str, _now: datetime) -> Notice:
    """Say that the keyring cannot be used."""
    reason = error.reason if isinstance(error, VaultTrouble) else ""
    titles = {
        "absent": translate("Notices", "This computer has no keyring that can be used."),
        "locked": translate("Notices", "The keyring of this computer is locked."),
        "unsafe": translate("Notices", "The keyring here would store your key in plain sight."),
        "lost": translate("Notices", "The keyring no longer has the key of this account."),
    }
    texts = {
        "locked": translate(
            "Notices", "Unlock it, then try again. Your saved posts stay readable."
        ),
        "lost": translate("Notices", "Sign in again to make a new one. Your saved posts are here."),
    }
    text = texts.get(
        reason,
        translate(
            "Notices",
            "Crieur never writes keys to a file. You can stay signed in until you close it.",
        ),
    )
    action = {
        "locked": (translate("Notices", "Try again"), "retry"),
        "lost": (translate("Notices", "Sign in again"), "reconnect"),
    }.get(reason, (translate("Notices", "Keep until Crieur closes"), "keyring"))
    title = titles.get(reason, translate("Notices", "The keyring cannot be used at present."))
    return Notice(title, text, *action)


def invalid_field(error: CrieurError, _name: str, _now: datetime) -> Notice:
    """Say that a field needs attention."""
    reasons = {
        "empty": translate("Notices", "It is empty. Fill it in, then try again."),
        "too_long": translate("Notices", "It is too long. Shorten it, then try again."),
        "not_an_address": translate("Notices", "It is not a full address. Check it."),
        "not_secure": translate(
            "Notices",
            "Others could read along on the way. Use an address that begins with https://.",
        ),
        "has_name": translate("Notices", "Leave out the name and the password before the @."),
        "main_password": translate(
            "Notices", "It looks like your main password. Use an app password instead."
        ),
        "rejected": translate("Notices", "The server does not accept it. Check it."),
    }
    reason = error.reason if isinstance(error, InvalidField) else ""
    return Notice(
        translate("Notices", "One of the fields needs your attention."),
        reasons.get(reason, translate("Notices", "Check what you typed, then try again.")),
        translate("Notices", "Edit"),
        "edit",
    )


def illegal_move(_error: CrieurError, _name: str, _now: datetime) -> Notice:
    """Say that something changed meanwhile."""
    return Notice(
        translate("Notices", "This cannot be done any more."),
        translate("Notices", "It changed meanwhile. What you see now is up to date."),
    )
