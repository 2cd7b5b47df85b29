"""What a network refuses to programs: its own page opens, and a sentence says why."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.hand_off import Action, page_for, reason_key
from desktop.services.domain.post import Author, FacetKind, Post
from desktop.ui.links import open_link
from desktop.ui.theme import Theme
from desktop.views.networks import network_name

CAPS = {
    Action.POST: Cap.POST,
    Action.REPLY: Cap.REPLY,
    Action.QUOTE: Cap.QUOTE,
    Action.LIKE: Cap.LIKE,
    Action.REPOST: Cap.REPOST,
    Action.FOLLOW: Cap.FOLLOW,
    Action.BLOCK: Cap.BLOCK,
}


class HandOffs(QObject):
    """Opens the page where a person does an action that a program may not.

    Signals:
        said: The browser was opened; carries the sentence that says why.
    """

    said = Signal(str)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window

    def towards_post(self, action: Action, account: Account, post: Post) -> bool:
        """Open the page that acts on a post; False where there is none."""
        return self._open(action, account, page_for(action, post.network, post.native_id))

    def towards_person(self, action: Action, account: Account, author: Author) -> bool:
        """Open the page that follows or blocks a person; False where there is none."""
        return self._open(action, account, page_for(action, author.network, author.native_id))

    def _open(self, action: Action, account: Account, page: str | None) -> bool:
        if page is None:
            return False
        if open_link(page, self._window, self._theme):
            self.said.emit(self.reason(action, account))
        return True

    def reason(self, action: Action, account: Account) -> str:
        """Return why the browser has to do it."""
        name = network_name(account.network)
        sentences = {
            "no_api": self.tr("Opened on {network}: this account works without a key there."),
            "not_summoned": self.tr(
                "Opened on {network}: programs may answer there only those who mentioned you."
            ),
        }
        key = reason_key(action, is_keyless=Cap.KEYLESS in account.caps)
        other = self.tr("Opened on {network}: it does not let programs do this.")
        return sentences.get(key, other).format(network=name)


def is_by_hand(action: Action, account: Account) -> bool:
    """Say whether an account does this in the browser, and the user lets it write at all."""
    return Cap.HAND_OFF in account.caps and account.may_post and CAPS[action] not in account.caps


def may_answer(account: Account, post: Post) -> bool:
    """Say whether a program may answer this post as the account.

    Where the network hands off what it refuses, only those who named the account, or quoted it,
    may be answered.
    """
    if Cap.HAND_OFF not in account.caps:
        return True
    own = {account.native_id.lower(), account.handle.lower()}
    is_named = any(
        facet.kind is FacetKind.MENTION and facet.target.lower().removeprefix("@") in own
        for facet in post.facets
    )
    is_quoted = post.quote is not None and post.quote.author.native_id == account.native_id
    return is_named or is_quoted or post.author.native_id == account.native_id
