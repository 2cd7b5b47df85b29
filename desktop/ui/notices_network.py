"""Say what went wrong between this computer and a network."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.errors import (
    AllowanceUsedUp,
    CrieurError,
    RateLimited,
    Refused,
    Unreachable,
    Unsupported,
)
from desktop.ui.notice import Notice
from desktop.ui.wording import clock, until

translate = QCoreApplication.translate


def unreachable(error: CrieurError, name: str, _now: datetime) -> Notice:
    """Say that the server cannot be reached, or that the proxy on the way is why."""
    if isinstance(error, Unreachable) and error.proxy:
        return _proxy_trouble(error.proxy, name)
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


def _proxy_trouble(reason: str, name: str) -> Notice:
    titles = {
        "password": translate("Notices", "The proxy asks for another password."),
        "refused": translate("Notices", "The proxy lets nothing through to {name}."),
        "not_supported": translate(
            "Notices", "This computer’s proxy is of a kind that Crieur cannot use."
        ),
    }
    texts = {
        "password": translate(
            "Notices",
            "Nothing was sent, and your saved posts are still here. "
            "Type the proxy’s user name and password in the settings.",
        ),
        "refused": translate(
            "Notices",
            "Nothing was sent, and your saved posts are still here. "
            "Ask whoever looks after the proxy, or choose another way in the settings.",
        ),
        "not_supported": translate(
            "Notices",
            "Nothing was sent, and your saved posts are still here. "
            "Type the address of an HTTP or HTTPS proxy in the settings.",
        ),
    }
    title = titles.get(reason, translate("Notices", "The proxy cannot be reached."))
    text = texts.get(
        reason,
        translate(
            "Notices",
            "Nothing was sent, and your saved posts are still here. "
            "Check the connection, or choose another way in the settings.",
        ),
    )
    action = translate("Notices", "See the connection")
    return Notice(title.format(name=name), text, action, "connection")


def rate_limited(error: CrieurError, name: str, now: datetime) -> Notice:
    """Say that the server asks to wait."""
    at = error.until if isinstance(error, RateLimited) else now
    text = translate(
        "Notices", "Your saved posts are still here. Next try in {wait}, at {time}; nothing to do."
    )
    return Notice(
        translate("Notices", "{name} asks Crieur to wait.").format(name=name),
        text.format(wait=until(at, now), time=clock(at)),
    )


def signed_out(_error: CrieurError, name: str, _now: datetime) -> Notice:
    """Say that the account has to sign in again."""
    return Notice(
        translate("Notices", "{name} needs you to sign in again.").format(name=name),
        translate(
            "Notices", "Your saved posts are still here, and posts for it wait in the outbox."
        ),
        translate("Notices", "Reconnect"),
        "reconnect",
    )


def refused(error: CrieurError, name: str, _now: datetime) -> Notice:
    """Say that the server said no."""
    reason = error.reason if isinstance(error, Refused) else "other"
    reasons = {
        "duplicate": translate("Notices", "The same words were posted there a short while ago."),
        "too_long": translate("Notices", "The text is too long for this network."),
        "policy": translate("Notices", "It is against the rules of this network."),
        "scope": translate("Notices", "The key of this account does not allow this."),
        "blocked": translate("Notices", "One of the two accounts blocks the other."),
        "media": translate("Notices", "A picture is too large or of a kind it does not take."),
        "tier": translate("Notices", "It does not let programs do this. Its own page does."),
        "not_summoned": translate(
            "Notices",
            "It lets programs answer only people who mentioned you. Its own page lets you answer.",
        ),
    }
    why = reasons.get(reason, translate("Notices", "The network gave no reason that is known."))
    kept = translate("Notices", "Your text is kept. Change it, then send it again.")
    if reason in ("tier", "not_summoned"):
        # Other words would be refused as well.
        kept = translate("Notices", "Your text is kept.")
    return Notice(
        translate("Notices", "{name} refused this.").format(name=name),
        f"{why} {kept}",
        translate("Notices", "Edit"),
        "edit",
    )


def payment_required(_error: CrieurError, name: str, _now: datetime) -> Notice:
    """Say that the bought credit is used up."""
    return Notice(
        translate("Notices", "Your credit with {name} is used up.").format(name=name),
        translate(
            "Notices",
            "Your saved posts are still here, and posts for it wait in the outbox. "
            "Buy credit on the network’s own page, then try again.",
        ),
        translate("Notices", "Try again"),
        "retry",
    )


def allowance_used_up(error: CrieurError, name: str, now: datetime) -> Notice:
    """Say that the network gives no more for now."""
    until_then = error.until if isinstance(error, AllowanceUsedUp) else None
    text = translate(
        "Notices", "Your saved posts are still here, and posts for it wait in the outbox."
    )
    if until_then is not None:
        wait = translate("Notices", "It goes on in {wait}.").format(wait=until(until_then, now))
        text = f"{text} {wait}"
    title = translate("Notices", "{name} gives no more this month.").format(name=name)
    return Notice(title, text)


def missing(_error: CrieurError, name: str, _now: datetime) -> Notice:
    """Say that something is gone."""
    return Notice(
        translate("Notices", "{name} does not have this any more.").format(name=name),
        translate("Notices", "It was deleted or hidden by its author. Nothing of yours is lost."),
    )


def outcome_unknown(_error: CrieurError, name: str, _now: datetime) -> Notice:
    """Say that an answer was lost."""
    return Notice(
        translate("Notices", "The answer of {name} was lost on the way.").format(name=name),
        translate(
            "Notices",
            "Crieur looks whether the post is there before anything is sent again, "
            "so it never appears twice. Nothing to do.",
        ),
    )


def bad_answer(_error: CrieurError, name: str, _now: datetime) -> Notice:
    """Say that an answer makes no sense."""
    return Notice(
        translate("Notices", "{name} gave an answer that makes no sense.").format(name=name),
        translate("Notices", "Your saved posts are still here. It may work again in a moment."),
        translate("Notices", "Try again"),
        "retry",
    )


def unsupported(error: CrieurError, name: str, _now: datetime) -> Notice:
    """Say that the network does not offer it."""
    has_page = isinstance(error, Unsupported) and bool(error.web_url)
    return Notice(
        translate("Notices", "{name} does not offer this to programs.").format(name=name),
        translate("Notices", "You can do it on the network’s own page in the browser.")
        if has_page
        else translate("Notices", "Nothing was changed."),
        translate("Notices", "Open in the browser") if has_page else "",
        "browser" if has_page else "",
    )
