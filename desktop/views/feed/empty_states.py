"""What a feed says when nothing passes its filter, and the one action that helps."""

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.ui.states import EmptyState
from desktop.ui.theme import Theme

translate = QCoreApplication.translate


def empty_state_for(
    theme: Theme, shown: FeedFilter, *, has_accounts: bool, is_silent: bool = False
) -> tuple[EmptyState, str]:
    """Return the state and what its button does.

    That is "connect", "everything", "refresh", "import" or nothing; `is_silent` says that no
    account can be asked for posts.
    """
    if not has_accounts:
        return _without_accounts(theme), "connect"
    if shown.search:
        return _nothing_found(theme), "everything"
    if shown.unread_only:
        return _all_read(theme), "everything"
    if shown.bookmarked_only:
        return _no_bookmark(theme), ""
    if shown.kind is FeedKind.MENTION:
        return _no_mention(theme), "refresh"
    if is_silent:
        return _no_archive(theme), "import"
    return _nothing_yet(theme), "refresh"


def _without_accounts(theme: Theme) -> EmptyState:
    return EmptyState(
        theme,
        "plug",
        translate("EmptyFeed", "Nothing here yet"),
        translate("EmptyFeed", "Connect an account, and the posts it receives appear here."),
        translate("EmptyFeed", "Connect an account"),
        translate("EmptyFeed", "Import an archive"),
        action_icon="plus",
    )


def _nothing_found(theme: Theme) -> EmptyState:
    return EmptyState(
        theme,
        "search",
        translate("EmptyFeed", "Nothing found"),
        translate("EmptyFeed", "No stored post holds these words."),
        translate("EmptyFeed", "Show everything"),
        kind="secondary",
    )


def _all_read(theme: Theme) -> EmptyState:
    return EmptyState(
        theme,
        "circle-check",
        translate("EmptyFeed", "All read"),
        translate("EmptyFeed", "You have seen every post. New ones appear as they arrive."),
        translate("EmptyFeed", "Show everything"),
        kind="secondary",
    )


def _no_bookmark(theme: Theme) -> EmptyState:
    return EmptyState(
        theme,
        "bookmark",
        translate("EmptyFeed", "No bookmark yet"),
        translate("EmptyFeed", "Press the bookmark under a post to find it again here."),
    )


def _no_mention(theme: Theme) -> EmptyState:
    return EmptyState(
        theme,
        "at-sign",
        translate("EmptyFeed", "No mention yet"),
        translate("EmptyFeed", "Posts that name you or answer you appear here."),
        translate("EmptyFeed", "Fetch new posts"),
        action_icon="refresh-cw",
        kind="secondary",
    )


def _no_archive(theme: Theme) -> EmptyState:
    return EmptyState(
        theme,
        "inbox",
        translate("EmptyFeed", "Nothing here yet"),
        translate(
            "AccountsSection",
            "Archives of X, Mastodon and Bluesky bring years of posts at no cost. "
            "You can also drop the file onto this window.",
        ),
        translate("EmptyFeed", "Import an archive"),
        action_icon="upload",
    )


def _nothing_yet(theme: Theme) -> EmptyState:
    return EmptyState(
        theme,
        "inbox",
        translate("EmptyFeed", "Nothing here yet"),
        translate("EmptyFeed", "Posts appear here as soon as they are fetched."),
        translate("EmptyFeed", "Fetch new posts"),
        action_icon="refresh-cw",
    )
