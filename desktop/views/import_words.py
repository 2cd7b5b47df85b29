"""Say in words what an archive holds and what became of it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.services.domain.account import Account
from desktop.services.domain.imported import Found, Imported
from desktop.ui.text import clean_name, isolate
from desktop.ui.wording import short_date
from desktop.views.networks import network_name

translate = QCoreApplication.translate


def ways_to_get_it() -> tuple[tuple[str, str], ...]:
    """Return each network with where in it one asks for one's archive."""
    return (
        (
            "x",
            translate(
                "ImportDialog",
                "Settings, Your account, Download an archive of your data. "
                "X takes about a day to make it. Leave the .zip as it is.",
            ),
        ),
        (
            "mastodon",
            translate(
                "ImportDialog",
                "Preferences, Import and export, Data export: "
                "your archive, and the lists of people as .csv.",
            ),
        ),
        (
            "bluesky",
            translate(
                "ImportDialog", "Settings, Account, Export my data: a file that ends in .car."
            ),
        ),
    )


def title_of(found: Found) -> str:
    """Return what the file is, with whose it is."""
    network = network_name(found.network)
    if not found.handle:
        if found.followers is not None:
            return translate("ImportDialog", "A list of followers from {network}").format(
                network=network
            )
        return translate("ImportDialog", "A list of people followed, from {network}").format(
            network=network
        )
    return translate("ImportDialog", "{network} archive of {handle}").format(
        network=network, handle=_at(found.handle)
    )


def contents(found: Found, now: datetime) -> tuple[str, ...]:
    """Return what would be taken, a line each."""
    lines = []
    if found.posts:
        lines.append(_posts(found, now))
    if found.followers is not None:
        lines.append(translate("ImportDialog", "%n follower(s)", "", found.followers))
    if found.following is not None:
        lines.append(translate("ImportDialog", "%n person(s) you follow", "", found.following))
    return tuple(lines)


def destination(found: Found) -> str:
    """Return to which account it would go; empty when the user is to choose."""
    if len(found.accounts) > 1:
        return ""
    if found.accounts:
        return translate("ImportDialog", "It goes to your account {handle}.").format(
            handle=_at(found.accounts[0].handle)
        )
    text = translate(
        "ImportDialog",
        "{handle} is not connected here. Crieur adds it as an account that shows its archive only; "
        "you can sign in to it later.",
    )
    return text.format(handle=_at(found.handle))


def left_aside(found: Found) -> tuple[str, ...]:
    """Return what stays in the file, and why, a sentence each."""
    names = {
        "messages": translate("ImportDialog", "private messages"),
        "likes": translate("ImportDialog", "likes"),
        "bookmarks": translate("ImportDialog", "bookmarks"),
        "pictures": translate("ImportDialog", "picture and video files"),
        "advertising": translate("ImportDialog", "advertising data"),
        "blocks": translate("ImportDialog", "blocked and muted people"),
        "deleted": translate("ImportDialog", "deleted posts"),
        "details": translate("ImportDialog", "addresses, phone numbers and devices"),
    }
    lines = []
    kept_out = [names[key] for key in found.left_aside if key in names]
    if kept_out:
        lines.append(
            translate("ImportDialog", "Left in the file and not read: {things}.").format(
                things=QLocale().createSeparatedList(kept_out)
            )
        )
    if found.reposts:
        lines.append(
            translate(
                "ImportDialog",
                "%n repost(s) left out: the archive does not hold what other people wrote.",
                "",
                found.reposts,
            )
        )
    if found.unreadable:
        lines.append(
            translate(
                "ImportDialog",
                "%n item(s) left out because they cannot be read.",
                "",
                found.unreadable,
            )
        )
    return tuple(lines)


def outcome_title(outcome: Imported) -> str:
    """Return how the import ended."""
    if outcome.was_stopped:
        return translate("ImportDialog", "The import was stopped")
    return translate("ImportDialog", "Your archive is imported")


def outcome_lines(outcome: Imported, now: datetime) -> tuple[str, ...]:
    """Return what was stored, a line each."""
    found, lines = outcome.found, []
    if found.posts:
        lines.append(translate("ImportDialog", "%n new post(s) stored", "", outcome.new_posts))
        if outcome.known_posts:
            lines.append(
                translate("ImportDialog", "%n post(s) were here already", "", outcome.known_posts)
            )
        if found.first is not None and found.last is not None and not outcome.was_stopped:
            lines.append(_period(found.first, found.last, now))
    if found.followers is not None:
        lines.append(translate("ImportDialog", "%n follower(s)", "", outcome.followers))
    if found.following is not None:
        lines.append(translate("ImportDialog", "%n person(s) you follow", "", outcome.following))
    return tuple(lines)


def outcome_text(outcome: Imported) -> str:
    """Return what one should know after an import."""
    if outcome.was_stopped:
        return translate(
            "ImportDialog",
            "What was stored so far stays. Import the file again to go on; nothing is doubled.",
        )
    return translate(
        "ImportDialog",
        "Search finds all of it, and your own profile shows it. Nothing was sent anywhere.",
    )


def account_name(account: Account) -> str:
    """Return an account as a choice among several."""
    return f"@{clean_name(account.handle)}"


def _posts(found: Found, now: datetime) -> str:
    said = translate("ImportDialog", "%n post(s)", "", found.posts)
    if found.first is None or found.last is None:
        return said
    return f"{said} · {_period(found.first, found.last, now)}"


def _period(first: datetime, last: datetime, now: datetime) -> str:
    text = translate("ImportDialog", "from {first} to {last}")
    return text.format(first=short_date(first, now), last=short_date(last, now))


def _at(handle: str) -> str:
    name = clean_name(handle)
    return isolate(name if name.startswith("did:") else f"@{name}")
