"""Say a row of the list in words, for those who hear it instead of seeing it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.post import Counts, Media, Post
from desktop.ui.post_layout_head import handle_of, name_of
from desktop.ui.post_moments import moment_of
from desktop.ui.post_warnings import warning_in_words
from desktop.ui.text import clean, clean_name
from desktop.ui.wording import time_in_words

_LONGEST_SPOKEN = 2_000


def spoken(
    entry: FeedEntry, network_name: Callable[[str], str], now: datetime, receivers: str = ""
) -> str:
    """Return author, network, time, text, descriptions and counts, in the order of reading.

    `receivers` names the accounts that received the post, where there are several to choose from.
    """
    if entry.post is None:
        return QCoreApplication.translate(
            "PostList", "Some posts are not here. Enter fetches them."
        )
    post = entry.post
    said = [
        *_head(entry, post, network_name, now),
        *_body(post),
        *_counts(post.counts),
        *_received(receivers),
        *_state(entry),
    ]
    return ". ".join(part.rstrip(" .") for part in said if part)


def _head(
    entry: FeedEntry, post: Post, network_name: Callable[[str], str], now: datetime
) -> list[str]:
    said = []
    if entry.is_unread:
        said.append(QCoreApplication.translate("PostList", "Unread"))
    said.append(name_of(post.author))
    said.append(network_name(post.network))
    said.append(time_in_words(moment_of(entry, now), now))
    if entry.reposter is not None:
        name = name_of(entry.reposter)
        said.append(QCoreApplication.translate("PostList", "{name} reposted").format(name=name))
    if entry.also_on:
        names = QLocale().createSeparatedList([network_name(each) for each in entry.also_on])
        said.append(
            QCoreApplication.translate("PostList", "Same post on {network}, shown once").format(
                network=names
            )
        )
    if post.reply_to_author:
        handle = handle_of(post.reply_to_author)
        said.append(
            QCoreApplication.translate("PostList", "Replying to {handle}").format(handle=handle)
        )
    if entry.is_friend:
        said.append(QCoreApplication.translate("PostList", "Friend"))
    if post.paid:
        said.append(QCoreApplication.translate("PostList", "Paid"))
    if post.edited_at is not None:
        said.append(QCoreApplication.translate("PostList", "Edited"))
    return said


def _body(post: Post) -> list[str]:
    if post.warning:
        words = QCoreApplication.translate("PostList", "Hidden behind a warning: {warning}")
        return [words.format(warning=clean(warning_in_words(post.warning), 300))]
    said = [clean(post.text, _LONGEST_SPOKEN)]
    said.extend(_picture(picture) for picture in post.media)
    if post.quote is not None:
        words = QCoreApplication.translate("PostList", "Quotes {name}: {text}")
        name = name_of(post.quote.author)
        said.append(words.format(name=name, text=clean(post.quote.text, 500)))
    if post.card is not None:
        words = QCoreApplication.translate("PostList", "Link: {title}")
        said.append(words.format(title=clean_name(post.card.title) or clean(post.card.url, 100)))
    return said


def _picture(picture: Media) -> str:
    is_film = picture.kind != "image"
    if not picture.alt:
        if is_film:
            return QCoreApplication.translate("PostList", "Video without description")
        return QCoreApplication.translate("PostList", "Picture without description")
    words = (
        QCoreApplication.translate("PostList", "Video: {description}")
        if is_film
        else QCoreApplication.translate("PostList", "Picture: {description}")
    )
    return words.format(description=clean(picture.alt, 1_000))


def _counts(counts: Counts) -> list[str]:
    said = []
    if counts.replies:
        said.append(QCoreApplication.translate("PostList", "%n reply(s)", "", counts.replies))
    if counts.reposts:
        said.append(QCoreApplication.translate("PostList", "%n repost(s)", "", counts.reposts))
    if counts.likes:
        said.append(QCoreApplication.translate("PostList", "%n like(s)", "", counts.likes))
    return said


def _received(receivers: str) -> list[str]:
    if not receivers:
        return []
    words = QCoreApplication.translate("PostList", "Received by {accounts}")
    return [words.format(accounts=receivers)]


def _state(entry: FeedEntry) -> list[str]:
    said = []
    if entry.liked_by:
        said.append(QCoreApplication.translate("PostList", "You like it"))
    if entry.reposted_by:
        said.append(QCoreApplication.translate("PostList", "You reposted it"))
    if entry.is_bookmarked:
        said.append(QCoreApplication.translate("PostList", "Bookmarked"))
    return said
