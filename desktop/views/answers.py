"""What an answer is before it is written: what it hangs on, whom it names, who may see it."""

from PySide6.QtCore import QLocale

from desktop.services.domain.account import Account
from desktop.services.domain.addressees import opening
from desktop.services.domain.draft import Draft, ReplyTarget
from desktop.services.domain.feed import FeedEntry
from desktop.ui.languages import languages


def reply_target(entry: FeedEntry) -> ReplyTarget | None:
    """Return what an answer to the entry's post hangs on, None for a post that has no identity."""
    post = entry.post
    if post is None:
        return None
    return ReplyTarget(
        native_id=post.native_id,
        version=post.version,
        root_native_id=post.root or post.native_id,
        root_version="" if post.root else post.version,
    )


def begun_answer(reply_to: FeedEntry, account: Account | None) -> Draft:
    """Return an answer before it is written: whom it names, and seen by no more than the asker."""
    post = reply_to.post
    target = reply_target(reply_to)
    if post is None or account is None:
        return Draft("", language_of(reply_to), target)
    narrow = post.visibility if post.visibility in ("direct", "followers") else ""
    text = opening(post, account.native_id)
    return Draft(text, language_of(reply_to), target, visibility=narrow)


def language_of(reply_to: FeedEntry | None) -> str:
    """Return the language of what is answered, else the one that the window speaks."""
    asked = reply_to.post.lang if reply_to is not None and reply_to.post is not None else ""
    return asked if asked in languages() else QLocale().name()[:2]
