"""Lay out the rows of a list of posts, and keep the last ones for the next painting."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QRect

from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.post import FacetKind, Post
from desktop.ui.post_card import Card, Setting
from desktop.ui.post_layout_actions import add_actions
from desktop.ui.post_layout_attachments import add_attachments
from desktop.ui.post_layout_head import add_context, add_head
from desktop.ui.post_prose import lay_text
from desktop.ui.post_sheet import Measures, Sheet
from desktop.ui.post_warnings import warning_in_words
from desktop.ui.text import clean
from desktop.ui.theme import Theme
from desktop.ui.wording import clock, full_date, short_date

_KEPT = 512
_FOLDED_LINES = 16
_MOST_LINES = 1_000
_DOT = 7


class PostLayouts:
    """Lays out entries at a width and remembers the last 512.

    A remembered card is used again as long as the entry, the width and the setting are the same;
    `forget` is for a change of theme or language.
    """

    def __init__(self, theme: Theme, network_name: Callable[[str], str]) -> None:
        self._theme = theme
        self._network_name = network_name
        self._measures = Measures(theme)
        self._kept: OrderedDict[int, tuple[FeedEntry, int, Setting, Card]] = OrderedDict()

    def card(self, entry: FeedEntry, width: int, setting: Setting) -> Card:
        """Return the entry's card."""
        kept = self._kept.get(entry.id)
        if kept is not None:
            former, at_width, in_setting, card = kept
            # Mostly the very same object, so that nothing is compared field by field.
            is_same = former is entry or former == entry
            if is_same and at_width == width and in_setting == setting:
                self._kept.move_to_end(entry.id)
                return card
        card = self._lay(entry, width, setting)
        self._kept[entry.id] = (entry, width, setting, card)
        self._kept.move_to_end(entry.id)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return card

    def vacant(self, width: int) -> Card:
        """Return the card of an entry that is no longer stored."""
        sheet = Sheet(self._measures, width, Setting())
        words = QCoreApplication.translate("PostList", "This post is no longer here.")
        box = sheet.words(sheet.left, sheet.y, words, "small", "text3", most=sheet.column)
        return sheet.finished(Card(None, width, box.bottom() + 15))

    def forget(self) -> None:
        """Lay out everything anew from now on."""
        self._kept.clear()
        self._measures = Measures(self._theme)

    def _lay(self, entry: FeedEntry, width: int, setting: Setting) -> Card:
        sheet = Sheet(self._measures, width, setting)
        if entry.post is None:
            return _lay_gap(sheet, entry)
        return _lay_post(sheet, entry, entry.post, self._network_name)


def _lay_post(
    sheet: Sheet, entry: FeedEntry, post: Post, network_name: Callable[[str], str]
) -> Card:
    add_context(sheet, entry, post, network_name)
    dot_middle = sheet.y + sheet.face_side // 2
    least = sheet.y + sheet.face_side
    add_head(sheet, entry, post)
    if post.warning:
        _add_cover(sheet, post)
    if not post.warning or sheet.setting.is_revealed:
        _add_text(sheet, post)
        add_attachments(sheet, post, network_name)
    if sheet.setting.is_focus:
        box = sheet.words(sheet.left, sheet.y + 6, full_date(sheet.setting.at), "small", "text3")
        sheet.y = box.bottom() + 1
    sheet.y = max(sheet.y, least - 10)
    add_actions(sheet, entry, post)
    dot = None
    if entry.is_unread:
        dot = QRect(sheet.face_left - 14, dot_middle - _DOT // 2, _DOT, _DOT)
    return sheet.finished(Card(entry, sheet.width, sheet.y, dot=dot))


def _add_text(sheet: Sheet, post: Post) -> None:
    if not post.text.strip():
        return
    most = _MOST_LINES if sheet.setting.is_in_thread else _FOLDED_LINES
    hand = sheet.measures.hand("reading")
    laid = lay_text(post.text, post.facets, sheet.column, hand, most)
    top = sheet.y + 2
    for spot in laid.spots:
        facet = spot.facet
        kind = {FacetKind.LINK: "link", FacetKind.MENTION: "mention", FacetKind.TAG: "tag"}
        boxes = tuple(box.translated(sheet.left, top) for box in spot.boxes)
        # Where a link really leads is said, whatever its words claim.
        tip = clean(facet.target, 300) if facet.kind is FacetKind.LINK else ""
        action = f"{kind[facet.kind]}:{facet.target}"
        sheet.press(action, boxes[0], tip, shape="link")
        sheet.zones[-1] = sheet.zones[-1]._replace(boxes=boxes)
    box = sheet.prose(laid, sheet.left, top, sheet.column)
    sheet.y = box.bottom() + 1
    if laid.is_cut and not sheet.setting.is_in_thread:
        words = QCoreApplication.translate("PostList", "Show more")
        more = sheet.words(sheet.left, sheet.y + 2, words, "label", "link")
        sheet.press("open", more, shape="link")
        sheet.y = more.bottom() + 1


def _add_cover(sheet: Sheet, post: Post) -> None:
    """Set the content warning: what follows is seen only after it was asked for."""
    is_open = sheet.setting.is_revealed
    words = (
        QCoreApplication.translate("PostList", "Hide")
        if is_open
        else QCoreApplication.translate("PostList", "Show")
    )
    px, top = sheet.measures.px, sheet.y + 4
    button_width = sheet.measures.width(words, "label") + px(24)
    text_left = sheet.left + 12 + px(18) + 10
    room = max(sheet.right - 12 - button_width - 12 - text_left, 60)
    hand = sheet.measures.hand("small", "text2")
    laid = lay_text(warning_in_words(post.warning), (), room, hand, 4)
    height = max(laid.height, px(28)) + 20
    ground = QRect(sheet.left, top, sheet.column, height)
    sheet.ground(ground, "sunken", radius=10)
    sheet.glyph(sheet.left + 12, top + height // 2, "eye-off", "text2", 18)
    sheet.prose(laid, text_left, top + (height - laid.height) // 2, room)
    button = QRect(
        ground.right() - 11 - button_width, top + (height - px(28)) // 2, button_width, px(28)
    )
    sheet.ground(button, "surface", edge="control", radius=7)
    line = sheet.measures.line("label")
    sheet.words(button.x() + px(12), button.center().y() - line // 2 + 1, words, "label", "text")
    tip = QCoreApplication.translate("PostList", "Show or hide this post")
    sheet.press("warning", button, tip)
    sheet.y = ground.bottom() + 3


def _lay_gap(sheet: Sheet, entry: FeedEntry) -> Card:
    """Lay out a stretch of the feed that was not fetched, with the means to fetch it."""
    is_busy = sheet.setting.is_fetching
    words = (
        QCoreApplication.translate("PostList", "Fetching…")
        if is_busy
        else QCoreApplication.translate("PostList", "Fetch them")
    )
    px = sheet.measures.px
    button_width = sheet.measures.width(words, "label") + px(24)
    fits_beside = sheet.column - button_width - 12 >= px(200)
    room = sheet.column - (button_width + 12 if fits_beside else 0)
    hand = sheet.measures.hand("small", "text2")
    laid = lay_text(_gap_words(sheet.setting), (), room, hand, 4)
    height = max(laid.height, px(28)) if fits_beside else laid.height
    middle = sheet.y + height // 2
    side = px(18)
    face_middle = sheet.face_left + sheet.face_side // 2
    sheet.glyph(face_middle - side // 2, middle, "history", "text3", 18)
    sheet.prose(laid, sheet.left, middle - laid.height // 2, room)
    top = middle - px(14) if fits_beside else sheet.y + height + 8
    left = sheet.right - button_width if fits_beside else sheet.left
    button = QRect(left, top, button_width, px(28))
    sheet.ground(button, "surface", edge="" if is_busy else "control", radius=7)
    line = sheet.measures.line("label")
    token = "disabled" if is_busy else "text"
    sheet.words(left + px(12), button.center().y() - line // 2 + 1, words, "label", token)
    sheet.press("gap", button, enabled=not is_busy)
    bottom = max(sheet.y + height, button.bottom() + 1)
    return sheet.finished(Card(entry, sheet.width, bottom + 15))


def _gap_words(setting: Setting) -> str:
    newer = _from_ms(setting.newer_ms)
    older = _from_ms(setting.older_ms)
    if newer and older:
        words = QCoreApplication.translate(
            "PostList", "Some posts between {older} and {newer} are not here."
        )
        is_one_day = older.astimezone().date() == newer.astimezone().date()
        say = clock if is_one_day else _day_and_time
        return words.format(older=say(older), newer=say(newer))
    if newer:
        words = QCoreApplication.translate("PostList", "Some posts before {time} are not here.")
        return words.format(time=_day_and_time(newer))
    return QCoreApplication.translate("PostList", "Some posts are not here.")


def _from_ms(milliseconds: int) -> datetime | None:
    return datetime.fromtimestamp(milliseconds / 1000, UTC) if milliseconds > 0 else None


def _day_and_time(at: datetime) -> str:
    words = QCoreApplication.translate("PostList", "{day} at {time}")
    return words.format(day=short_date(at, at), time=clock(at))
