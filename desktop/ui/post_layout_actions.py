"""Lay out the row under a post: what can be done with it, and how often others did."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRect

from desktop.services.domain.account import Cap
from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.post import Post
from desktop.ui.post_sheet import NARROW, Sheet
from desktop.ui.wording import short_count


class _Action(NamedTuple):
    name: str
    icon: str
    tip: str
    count: int | None = None
    is_active: bool = False
    needs: Cap = Cap.NONE


def add_actions(sheet: Sheet, entry: FeedEntry, post: Post) -> None:
    """Set the icons with their counts; what the account cannot do is dimmed and says why."""
    px = sheet.measures.px
    height = px(28)
    top = sheet.y + 4
    left = sheet.left + 1
    spacing = 2 if sheet.width < NARROW else 9
    allowed = Cap(sheet.setting.can)
    actions = _actions(entry, post)
    room = sheet.right - left - height
    needed = sum(_width(sheet, action) for action in actions)
    if needed + spacing * len(actions) > room:
        spacing = 0
    if needed > room:
        # Better no counts than icons out of reach.
        actions = tuple(action._replace(count=None) for action in actions)
    for action in actions:
        left = _add(sheet, action, left, top, allowed) + spacing
    more = QRect(sheet.right + 3 - height, top, height, height)
    sheet.glyph(more.center().x() - px(18) // 2 + 1, more.center().y() + 1, "ellipsis", "text2", 18)
    tip = QCoreApplication.translate("PostList", "More actions")
    sheet.press("more", more, tip, shape="button")
    sheet.y = top + height + 6


def _width(sheet: Sheet, action: _Action) -> int:
    icon = 8 + sheet.measures.px(16) + 8
    if not action.count:
        return icon
    return icon + 6 + sheet.measures.width(short_count(action.count), "strong")


def _add(sheet: Sheet, action: _Action, left: int, top: int, allowed: Cap) -> int:
    """Set one icon and its count; return where it ends."""
    px = sheet.measures.px
    height = px(28)
    is_enabled = action.needs in allowed
    token = "disabled"
    if is_enabled:
        token = "accent_text" if action.is_active else "text2"
    middle = top + height // 2
    icon = sheet.glyph(left + 8, middle, action.icon, token, 16)
    end = icon.right() + 1
    if action.count:
        line = sheet.measures.line("label")
        role = "strong" if action.is_active else "label"
        words = sheet.words(end + 6, middle - line // 2, short_count(action.count), role, token)
        end = words.right() + 1
    box = QRect(left, top, end + 8 - left, height)
    tip = action.tip if is_enabled else f"{action.tip}\n{_why_not()}"
    sheet.press(action.name, box, tip, enabled=is_enabled, shape="button")
    return box.right() + 1


def _why_not() -> str:
    return QCoreApplication.translate(
        "PostList",
        "Not with this account: its network does not offer it, or you set it to read only.",
    )


def _actions(entry: FeedEntry, post: Post) -> tuple[_Action, ...]:
    is_liked, is_reposted = bool(entry.liked_by), bool(entry.reposted_by)
    like = (
        QCoreApplication.translate("PostList", "Take back your like")
        if is_liked
        else QCoreApplication.translate("PostList", "Like")
    )
    repost = (
        QCoreApplication.translate("PostList", "Take back your repost")
        if is_reposted
        else QCoreApplication.translate("PostList", "Repost")
    )
    keep = (
        QCoreApplication.translate("PostList", "Remove the bookmark")
        if entry.is_bookmarked
        else QCoreApplication.translate("PostList", "Bookmark on this computer")
    )
    counts = post.counts
    return (
        _Action(
            "reply",
            "reply",
            QCoreApplication.translate("PostList", "Reply"),
            counts.replies,
            needs=Cap.REPLY,
        ),
        _Action("repost", "repeat-2", repost, counts.reposts, is_reposted, Cap.REPOST),
        _Action(
            "like", "heart-filled" if is_liked else "heart", like, counts.likes, is_liked, Cap.LIKE
        ),
        _Action(
            "bookmark",
            "bookmark-filled" if entry.is_bookmarked else "bookmark",
            keep,
            is_active=entry.is_bookmarked,
        ),
    )
