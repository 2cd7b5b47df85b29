"""How things stand, in words: the connection line of the rail and the banner over a feed."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.account import Account, AccountState, Cap
from desktop.services.domain.errors import CrieurError, RateLimited, Unreachable
from desktop.ui.notices import notice_for
from desktop.ui.text import isolate
from desktop.ui.wording import clock, until
from desktop.views.account_book import AccountBook
from desktop.views.feed.paid_offer import is_silent
from desktop.views.refresher import Refresher
from desktop.views.session import Session


class ConnectionWords(NamedTuple):
    """What the connection line says, its tone and its icon."""

    text: str
    tone: str
    icon: str


class BannerWords(NamedTuple):
    """What the banner says, and the one action it offers.

    That is "retry", "reconnect", "connection" or none.
    """

    title: str
    text: str
    tone: str
    icon: str
    action: str = ""
    action_text: str = ""
    account_id: int = 0


def connection_words(
    session: Session, book: AccountBook, refresher: Refresher, waiting: int
) -> ConnectionWords:
    """Return how things stand in a few words."""
    if session.is_demo:
        text = QCoreApplication.translate("Status", "Demo: nothing is sent")
        return ConnectionWords(text, "neutral", "store")
    if not book.all():
        text = QCoreApplication.translate("Status", "No account yet")
        return ConnectionWords(text, "neutral", "plug")
    if refresher.is_offline:
        if waiting:
            text = QCoreApplication.translate("Status", "Offline · %n waiting", "", waiting)
        else:
            text = QCoreApplication.translate("Status", "Offline")
        return ConnectionWords(text, "warn", "wifi-off")
    limited = [each for each in refresher.troubles().values() if isinstance(each, RateLimited)]
    if limited:
        wait = until(max(each.until for each in limited), session.clock())
        text = QCoreApplication.translate("Status", "Waiting {time}").format(time=wait)
        return ConnectionWords(text, "warn", "hourglass")
    if refresher.troubles():
        text = QCoreApplication.translate("Status", "Not everything is up to date")
        return ConnectionWords(text, "warn", "triangle-alert")
    if not refresher.is_busy and not any(map(_is_fetched_by_itself, book.all())):
        # As the rows of these accounts say it: from the archive only, or asked when the user says.
        if all(map(is_silent, book.all())):
            text = QCoreApplication.translate("AccountRow", "Archive")
            return ConnectionWords(text, "neutral", "folder-open")
        text = QCoreApplication.translate("AccountRow", "Connected")
        return ConnectionWords(text, "ok", "circle-check")
    if refresher.is_busy or refresher.last_updated is None:
        text = QCoreApplication.translate("Status", "Fetching…")
        return ConnectionWords(text, "neutral", "refresh-cw")
    text = QCoreApplication.translate("Status", "Up to date · {time}")
    return ConnectionWords(text.format(time=clock(refresher.last_updated)), "ok", "circle-check")


def _is_fetched_by_itself(account: Account) -> bool:
    return Cap.HOME in account.caps and Cap.METERED not in account.caps


def banner_words(session: Session, book: AccountBook, refresher: Refresher) -> BannerWords | None:
    """Return the one thing that the user should know now, None when all is well.

    What needs the user comes first, then what only time can mend.
    """
    for account in book.all():
        if account.state is AccountState.SIGNED_OUT:
            return _signed_out(account.id, account.handle)
    if refresher.is_offline:
        return _offline(refresher)
    now = session.clock()
    for account_id, trouble in refresher.troubles().items():
        if isinstance(trouble, CrieurError):
            notice = notice_for(trouble, book.name_of(account_id), now)
            icon = "wifi-off" if isinstance(trouble, Unreachable) else "triangle-alert"
            action, action_text = "", ""
            if notice.action in ("retry", "connection"):
                action, action_text = notice.action, notice.action_text
            elif notice.action in ("keyring", "reconnect"):
                # Keys for this session only are offered where they are made: at the sign-in.
                action, action_text = "reconnect", _sign_in_again()
            return BannerWords(
                notice.title, notice.text, "warn", icon, action, action_text, account_id
            )
    return None


def _sign_in_again() -> str:
    return QCoreApplication.translate("Status", "Sign in again")


def _signed_out(account_id: int, handle: str) -> BannerWords:
    title = QCoreApplication.translate("Status", "{account} needs you to sign in again.")
    return BannerWords(
        title.format(account=isolate(f"@{handle}")),
        QCoreApplication.translate(
            "Status", "Its saved posts are still here, and what you wrote waits in the outbox."
        ),
        "warn",
        "triangle-alert",
        "reconnect",
        _sign_in_again(),
        account_id,
    )


def _offline(refresher: Refresher) -> BannerWords:
    since = refresher.last_updated
    if since is None:
        title = QCoreApplication.translate("Status", "You are offline. Reading saved posts.")
    else:
        title = QCoreApplication.translate(
            "Status", "You are offline. Reading saved posts from {time}."
        ).format(time=clock(since))
    return BannerWords(
        title,
        QCoreApplication.translate(
            "Status", "Posts you write wait here and go out when you are back."
        ),
        "neutral",
        "wifi-off",
        "retry",
        QCoreApplication.translate("Status", "Try again"),
    )
