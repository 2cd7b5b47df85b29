"""Lay out the top of a post: why it is shown, who wrote it, when, and for whom."""

from collections.abc import Callable
from datetime import MAXYEAR
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale, QRect

from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.post import Author, Post
from desktop.ui.avatars import initials
from desktop.ui.post_card import Face, Mark
from desktop.ui.post_sheet import Sheet
from desktop.ui.text import clean_name, isolate
from desktop.ui.wording import full_date

_KEPT_NAMES = 2_048
_MARK = 18
_GAP = 8


class _Badge(NamedTuple):
    icon: str
    text: str
    tip: str


@lru_cache(_KEPT_NAMES)
def handle_of(handle: str) -> str:
    """Return a handle as people write it, with one @ in front."""
    return "@" + clean_name(handle).lstrip("@")


@lru_cache(_KEPT_NAMES)
def name_of(author: Author) -> str:
    """Return what to call a person: their name, or their handle if they gave none."""
    return clean_name(author.name) or handle_of(author.handle)


def add_context(
    sheet: Sheet, entry: FeedEntry, post: Post, network_name: Callable[[str], str]
) -> None:
    """Say above the post why it stands here: a repost, a twin, an answer."""
    twins = QLocale().createSeparatedList([network_name(each) for each in entry.also_on])
    for icon, text in _context(sheet, entry, post, twins):
        line = sheet.measures.line("small") + 4
        middle = sheet.y + line // 2 - 1
        icon_side = sheet.measures.px(14)
        icon_left = sheet.face_left + sheet.face_side - icon_side + 8
        sheet.glyph(icon_left, middle, icon, "text3", 14)
        top = middle - sheet.measures.line("small") // 2
        sheet.words(sheet.left, top, text, "small", "text3", most=sheet.column)
        sheet.y += line


def add_head(sheet: Sheet, entry: FeedEntry, post: Post) -> None:
    """Set the face, the name, the handle, the badges and the time."""
    _add_face(sheet, post)
    line = sheet.measures.px(22)
    middle = sheet.y + line // 2
    right = _add_time(sheet, post, middle)
    badges = _badges(entry, post)
    width = sum(_badge_width(sheet, badge) + _GAP for badge in badges)
    name = name_of(post.author)
    natural = sheet.measures.width(name, "strong")
    is_wrapped = bool(badges) and right - width - sheet.left < min(natural, sheet.measures.px(140))
    if not is_wrapped:
        for badge in reversed(badges):
            right = _add_badge(sheet, badge, right, middle) - _GAP
    _add_name(sheet, post, name, middle, right)
    sheet.y += line
    if is_wrapped:
        _add_badge_lines(sheet, badges)


def _add_badge_lines(sheet: Sheet, badges: list[_Badge]) -> None:
    line = sheet.measures.px(26)
    left = sheet.left
    for badge in badges:
        side = _badge_width(sheet, badge)
        if left > sheet.left and left + side > sheet.right:
            left = sheet.left
            sheet.y += line
        _add_badge(sheet, badge, left + side, sheet.y + line // 2)
        left += side + _GAP
    sheet.y += line


def _context(sheet: Sheet, entry: FeedEntry, post: Post, twins: str) -> list[tuple[str, str]]:
    found = []
    if entry.reposter is not None:
        name = name_of(entry.reposter)
        words = QCoreApplication.translate("PostList", "{name} reposted")
        found.append(("repeat-2", words.format(name=isolate(name))))
    if entry.also_on:
        words = QCoreApplication.translate("PostList", "Same post on {network}, shown once")
        found.append(("link", words.format(network=isolate(twins))))
    if post.reply_to and not sheet.setting.is_in_thread:
        if post.reply_to_author:
            words = QCoreApplication.translate("PostList", "Replying to {handle}")
            words = words.format(handle=isolate(handle_of(post.reply_to_author)))
        else:
            words = QCoreApplication.translate("PostList", "Part of a conversation")
        found.append(("reply", words))
    return found


def _add_face(sheet: Sheet, post: Post) -> None:
    author = post.author
    box = QRect(sheet.face_left, sheet.y, sheet.face_side, sheet.face_side)
    letters = initials(author.name, author.handle)
    sheet.parts.append(Face(box, author.avatar_url, letters, author.native_id or author.handle))
    corner = box.bottomRight()
    sheet.parts.append(Mark(QRect(corner.x() - 14, corner.y() - 14, _MARK, _MARK), post.network))
    sheet.press("author", box)


def _add_name(sheet: Sheet, post: Post, name: str, middle: int, right: int) -> None:
    room = max(right - sheet.left, 24)
    top = middle - sheet.measures.line("strong") // 2
    box = sheet.words(sheet.left, top, name, "strong", "text", most=room)
    handle = handle_of(post.author.handle)
    left = box.right() + 1 + _GAP
    if name != handle and right - left >= sheet.measures.px(48):
        top = middle - sheet.measures.line("small") // 2
        box = box.united(sheet.words(left, top, handle, "small", "text3", most=right - left))
    sheet.press("author", box, f"{isolate(name)} {isolate(handle)}", shape="link")


def _add_time(sheet: Sheet, post: Post, middle: int) -> int:
    """Set the time, the edited mark and the visibility; return where they begin."""
    line = sheet.measures.line("small")
    text = told = sheet.setting.time
    tip = full_date(sheet.setting.at)
    if post.edited_at is not None:
        edited = QCoreApplication.translate("PostList", "Edited {time}")
        text = QCoreApplication.translate("PostList", "edited · {time}").format(time=told)
        if sheet.setting.at <= post.edited_at and post.edited_at.year < MAXYEAR:
            tip = f"{tip}\n{edited.format(time=full_date(post.edited_at))}"
    width = sheet.measures.width(text, "small")
    box = sheet.words(sheet.right - width, middle - line // 2, text, "small", "text3")
    sheet.press("open", box, tip)
    left = box.x()
    sight = _visibility(post.visibility)
    if sight is not None:
        icon, meaning = sight
        side = sheet.measures.px(14)
        left -= side + 6
        sheet.press("open", sheet.glyph(left, middle, icon, "text3", 14), meaning)
    return left - _GAP


def _visibility(visibility: str) -> tuple[str, str] | None:
    if visibility == "public":
        return None
    return {
        "unlisted": (
            "eye-off",
            QCoreApplication.translate("PostList", "Unlisted: seen by those who look for it"),
        ),
        "followers": (
            "lock",
            QCoreApplication.translate("PostList", "Only for the author’s followers"),
        ),
        "direct": (
            "mail",
            QCoreApplication.translate("PostList", "Only for the people it names"),
        ),
    }.get(visibility)


def _badges(entry: FeedEntry, post: Post) -> list[_Badge]:
    found = []
    if post.paid:
        tip = QCoreApplication.translate("PostList", "The author says that this post is paid for")
        found.append(_Badge("tag", QCoreApplication.translate("PostList", "Paid"), tip))
    if entry.is_friend:
        tip = QCoreApplication.translate("PostList", "You follow each other")
        found.append(_Badge("users", QCoreApplication.translate("PostList", "Friend"), tip))
    return found


def _badge_width(sheet: Sheet, badge: _Badge) -> int:
    px = sheet.measures.px
    return 8 + px(14) + 6 + sheet.measures.width(badge.text, "caption_strong") + 8


def _add_badge(sheet: Sheet, badge: _Badge, right: int, middle: int) -> int:
    """Set a badge that ends at `right`; return where it begins."""
    width, height = _badge_width(sheet, badge), sheet.measures.px(22)
    box = QRect(right - width, middle - height // 2, width, height)
    sheet.ground(box, "sunken", radius=6)
    icon = sheet.glyph(box.x() + 8, middle, badge.icon, "text2", 14)
    line = sheet.measures.line("caption_strong")
    left = icon.right() + 1 + 6
    sheet.words(left, middle - line // 2, badge.text, "caption_strong", "text2")
    sheet.press("open", box, badge.tip)
    return box.x()
