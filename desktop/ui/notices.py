"""Say every foreseen trouble in words: what happened, what is safe, what to do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.errors import (
    BadAnswer,
    CrieurError,
    IllegalMove,
    InvalidField,
    Missing,
    OutcomeUnknown,
    RateLimited,
    Refused,
    SignedOut,
    StoreTrouble,
    Unreachable,
    Unsupported,
    VaultTrouble,
)
from desktop.ui.text import clean_name, isolate
from desktop.ui.wording import clock, until

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Notice:
    """What the screen says about a trouble, and the one action it offers.

    `action` is a key for the page that shows it: "retry", "reconnect", "edit", "browser",
    "keyring", "update", "folder", or empty where only waiting helps; `action_text` is its button.
    """

    title: str
    text: str
    action_text: str = ""
    action: str = ""


def notice_for(error: Exception, account_name: str, now: datetime) -> Notice:
    """Return the words for a trouble; what nobody foresaw gets honest words too."""
    name = isolate(clean_name(account_name)) or translate("Notices", "The network")
    for kind, words in _WORDS:
        if isinstance(error, kind):
            return words(error, name, now)
    return Notice(
        translate("Notices", "Something happened that Crieur did not foresee."),
        translate("Notices", "What was saved is safe. The details are in the report you can copy."),
        translate("Notices", "Copy the report"),
        "report",
    )


def _unreachable(_error: CrieurError, name: str, _now: datetime) -> Notice:
    return Notice(
        translate("Notices", "{name} cannot be reached.").format(name=name),
        translate(
            "Notices",
            "Your saved posts are still here, and what you write waits in the outbox. "
            "Check the connection, then try again.",
        ),
        translate("Notices", "Try again"),
        "retry",
    )


def _rate_limited(error: CrieurError, name: str, now: datetime) -> Notice:
    at = error.until if isinstance(error, RateLimited) else now
    text = translate(
        "Notices", "Your saved posts are still here. Next try in {wait}, at {time}; nothing to do."
    )
    return Notice(
        translate("Notices", "{name} asks Crieur to wait.").format(name=name),
        text.format(wait=until(at, now), time=clock(at)),
    )


def _signed_out(_error: CrieurError, name: str, _now: datetime) -> Notice:
    return Notice(
        translate("Notices", "{name} needs you to sign in again.").format(name=name),
        translate(
            "Notices", "Your saved posts are still here, and posts for it wait in the outbox."
        ),
        translate("Notices", "Reconnect"),
        "reconnect",
    )


def _refused(error: CrieurError, name: str, _now: datetime) -> Notice:
    reason = error.reason if isinstance(error, Refused) else "other"
    reasons = {
        "duplicate": translate("Notices", "The same words were posted there a short while ago."),
        "too_long": translate("Notices", "The text is too long for this network."),
        "policy": translate("Notices", "It is against the rules of this network."),
        "scope": translate("Notices", "The app password does not allow this."),
        "blocked": translate("Notices", "One of the two accounts blocks the other."),
        "media": translate("Notices", "A picture is too large or of a kind it does not take."),
    }
    why = reasons.get(reason, translate("Notices", "The network gave no reason that is known."))
    kept = translate("Notices", "Your text is kept. Change it, then send it again.")
    return Notice(
        translate("Notices", "{name} refused this.").format(name=name),
        f"{why} {kept}",
        translate("Notices", "Edit"),
        "edit",
    )


def _missing(_error: CrieurError, name: str, _now: datetime) -> Notice:
    return Notice(
        translate("Notices", "{name} does not have this any more.").format(name=name),
        translate("Notices", "It was deleted or hidden by its author. Nothing of yours is lost."),
    )


def _outcome_unknown(_error: CrieurError, name: str, _now: datetime) -> Notice:
    return Notice(
        translate("Notices", "The answer of {name} was lost on the way.").format(name=name),
        translate(
            "Notices",
            "Crieur looks whether the post is there before anything is sent again, "
            "so it never appears twice. Nothing to do.",
        ),
    )


def _bad_answer(_error: CrieurError, name: str, _now: datetime) -> Notice:
    return Notice(
        translate("Notices", "{name} gave an answer that makes no sense.").format(name=name),
        translate("Notices", "Your saved posts are still here. It may work again in a moment."),
        translate("Notices", "Try again"),
        "retry",
    )


def _unsupported(error: CrieurError, name: str, _now: datetime) -> Notice:
    has_page = isinstance(error, Unsupported) and bool(error.web_url)
    return Notice(
        translate("Notices", "{name} does not offer this to programs.").format(name=name),
        translate("Notices", "You can do it on the network’s own page in the browser.")
        if has_page
        else translate("Notices", "Nothing was changed."),
        translate("Notices", "Open in the browser") if has_page else "",
        "browser" if has_page else "",
    )


def _store_trouble(error: CrieurError, _name: str, _now: datetime) -> Notice:
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


def _vault_trouble(error: CrieurError, _name: str, _now: datetime) -> Notice:
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


def _invalid_field(error: CrieurError, _name: str, _now: datetime) -> Notice:
    reasons = {
        "empty": translate("Notices", "It is empty. Fill it in, then try again."),
        "too_long": translate("Notices", "It is too long. Shorten it, then try again."),
        "not_an_address": translate("Notices", "It is not a full address. Check it."),
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


def _illegal_move(_error: CrieurError, _name: str, _now: datetime) -> Notice:
    return Notice(
        translate("Notices", "This cannot be done any more."),
        translate("Notices", "It changed meanwhile. What you see now is up to date."),
    )


_Words = Callable[[CrieurError, str, datetime], Notice]
_WORDS: tuple[tuple[type[CrieurError], _Words], ...] = (
    (Unreachable, _unreachable),
    (RateLimited, _rate_limited),
    (SignedOut, _signed_out),
    (Refused, _refused),
    (Missing, _missing),
    (OutcomeUnknown, _outcome_unknown),
    (BadAnswer, _bad_answer),
    (Unsupported, _unsupported),
    (StoreTrouble, _store_trouble),
    (VaultTrouble, _vault_trouble),
    (InvalidField, _invalid_field),
    (IllegalMove, _illegal_move),
)
