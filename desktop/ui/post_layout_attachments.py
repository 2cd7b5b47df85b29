"""Lay out what hangs on a post: pictures, the post it quotes, the page it links to."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRect

from desktop.services.domain.post import LinkCard, Media, Post, Quote
from desktop.ui.avatars import initials
from desktop.ui.links import check
from desktop.ui.post_card import Corners, Face, Photo, Plate, Prose
from desktop.ui.post_layout_head import handle_of, name_of
from desktop.ui.post_prose import lay_text
from desktop.ui.post_sheet import NARROW, Sheet
from desktop.ui.text import clean, isolate

_GAP = 4
_TALLEST, _FLATTEST = 340, 96
_GROUP_HEIGHT = 260
_MOST_PICTURES = 4
_RADIUS = 10
_ARTICLES = "feed"


def add_attachments(sheet: Sheet, post: Post, network_name: Callable[[str], str]) -> None:
    """Set the pictures, the quoted post and the link card, in that order."""
    if post.media:
        _add_pictures(sheet, post.media)
    if post.quote is not None:
        _add_quote(sheet, post.quote)
    if post.card is not None and not post.media:
        _add_link_card(sheet, post.card, _vote(post, network_name))


def _vote(post: Post, network_name: Callable[[str], str]) -> str:
    """Return where one votes, if the card is a poll: it leads to the post's own page.

    An article's card does so too.
    """
    if post.card is None or post.card.url != post.url or post.network == _ARTICLES:
        return ""
    words = QCoreApplication.translate("PostList", "Vote on {network}")
    return words.format(network=network_name(post.network))


def _add_pictures(sheet: Sheet, media: tuple[Media, ...]) -> None:
    """Set one to four pictures; their boxes follow from what is known before they arrive."""
    shown = media[:_MOST_PICTURES]
    top = sheet.y + 8
    boxes = _boxes(shown, QRect(sheet.left, top, sheet.column, _GROUP_HEIGHT))
    area = boxes[0]
    for box in boxes[1:]:
        area = area.united(box)
    for number, (picture, box) in enumerate(zip(shown, boxes, strict=True)):
        _add_picture(sheet, picture, number, box, area)
    hidden = len(media) - len(shown)
    if hidden:
        _add_plate(sheet, f"+{hidden}", boxes[-1], is_trailing=True)
    sheet.y = area.bottom() + 1


def _boxes(media: tuple[Media, ...], area: QRect) -> list[QRect]:
    if len(media) == 1:
        return [_single(media[0], area)]
    half = (area.width() - _GAP) // 2
    height = min(area.height(), round(area.width() * 0.52))
    low = (height - _GAP) // 2
    x, y = area.x(), area.y()
    right, bottom = x + area.width() - half, y + height - low
    if len(media) == 2:
        return [QRect(x, y, half, height), QRect(right, y, half, height)]
    first = QRect(x, y, half, height if len(media) == 3 else low)
    boxes = [first, QRect(right, y, half, low), QRect(right, bottom, half, low)]
    if len(media) == 4:
        boxes.insert(2, QRect(x, bottom, half, low))
    return boxes


def _single(picture: Media, area: QRect) -> QRect:
    ratio = 9 / 16
    if picture.width > 0 and picture.height > 0:
        ratio = picture.height / picture.width
    tall = round(area.width() * ratio)
    return QRect(area.x(), area.y(), area.width(), max(_FLATTEST, min(_TALLEST, tall)))


def _add_picture(sheet: Sheet, picture: Media, number: int, box: QRect, area: QRect) -> None:
    is_left, is_right = box.left() == area.left(), box.right() == area.right()
    is_top, is_bottom = box.top() == area.top(), box.bottom() == area.bottom()
    corners = Corners(
        is_left and is_top, is_right and is_top, is_right and is_bottom, is_left and is_bottom
    )
    standby = None
    room = box.width() - 32
    if picture.alt and room >= 80:
        lines = max(1, (box.height() - 64) // sheet.measures.line("small"))
        laid = lay_text(picture.alt, (), room, sheet.measures.hand("small", "text2"), lines)
        place = QRect(box.x() + 16, box.center().y() - laid.height // 2, room, laid.height)
        standby = Prose(place, tuple(laid.paragraphs))
    is_film = picture.kind != "image"
    url = picture.thumb_url or ("" if is_film else picture.url)
    sheet.parts.append(Photo(box, url, corners, standby, is_film))
    tip = clean(picture.alt, 1_000) or QCoreApplication.translate("PostList", "No description")
    if is_film:
        plays = QCoreApplication.translate("PostList", "Plays in the browser")
        tip = f"{plays}\n{tip}"
    sheet.press(f"picture:{number}", box, tip)
    if picture.alt:
        _add_plate(sheet, QCoreApplication.translate("PostList", "ALT"), box)
    if picture.kind == "gif":
        _add_plate(sheet, "GIF", box, is_trailing=True)


def _add_plate(sheet: Sheet, text: str, over: QRect, *, is_trailing: bool = False) -> None:
    width = sheet.measures.width(text, "caption_strong") + 14
    height = sheet.measures.px(20)
    left = over.right() + 1 - 8 - width if is_trailing else over.x() + 8
    sheet.parts.append(Plate(QRect(left, over.bottom() + 1 - 8 - height, width, height), text))


def _add_quote(sheet: Sheet, quote: Quote) -> None:
    top, pad = sheet.y + 8, 12
    left, room = sheet.left + pad, sheet.column - 2 * pad
    place = len(sheet.parts)
    face = sheet.measures.px(20)
    middle = top + pad - 2 + face // 2
    author = quote.author
    letters = initials(author.name, author.handle)[:1]
    identity = author.native_id or author.handle
    face_box = QRect(left, middle - face // 2, face, face)
    sheet.parts.append(Face(face_box, author.avatar_url, letters, identity))
    name_left = left + face + 8
    right = left + room
    name = name_of(author)
    line = sheet.measures.line("strong")
    box = sheet.words(name_left, middle - line // 2, name, "strong", "text", most=right - name_left)
    handle_left = box.right() + 9
    handle = handle_of(author.handle)
    if name != handle and right - handle_left >= sheet.measures.px(48):
        line = sheet.measures.line("small")
        place_top = middle - line // 2
        sheet.words(handle_left, place_top, handle, "small", "text3", most=right - handle_left)
    hand = sheet.measures.hand("body")
    laid = lay_text(quote.text, (), room, hand, 4)
    prose = sheet.prose(laid, left, face_box.bottom() + 7, room)
    ground = QRect(sheet.left, top, sheet.column, prose.bottom() + pad - top)
    _put_ground_under(sheet, place, ground)
    tip = QCoreApplication.translate("PostList", "Open the quoted post of {name}")
    sheet.press("quote", ground, tip.format(name=isolate(name)))
    sheet.y = ground.bottom() + 1


def _add_link_card(sheet: Sheet, card: LinkCard, vote: str) -> None:
    top, pad = sheet.y + 8, 12
    place = len(sheet.parts)
    left = sheet.left + pad
    thumb = None
    if card.thumb_url and sheet.width >= NARROW:
        thumb = sheet.measures.px(104)
        left = sheet.left + thumb + 14
    else:
        side = sheet.measures.px(18)
        left = sheet.left + pad + side + 10
    room = sheet.right - pad - left
    y = top + pad - 2
    if card.title:
        laid = lay_text(card.title, (), room, sheet.measures.hand("strong"), 2)
        y = sheet.prose(laid, left, y, room).bottom() + 1
    if card.description:
        laid = lay_text(card.description, (), room, sheet.measures.hand("small", "text2"), 2)
        y = sheet.prose(laid, left, y, room).bottom() + 1
    # The host an address really leads to, in letters that cannot be disguised.
    said = vote or check(card.url).host.removeprefix("www.")
    y = sheet.words(left, y + 1, said, "caption", "text3", most=room).bottom() + 1
    ground = QRect(sheet.left, top, sheet.column, y + pad - 1 - top)
    if thumb is None:
        sheet.glyph(sheet.left + pad, ground.center().y() + 1, "link", "text2", 18)
    else:
        box = QRect(ground.x(), ground.y(), thumb, ground.height())
        sheet.parts.append(Photo(box, card.thumb_url, Corners(True, False, False, True)))
    _put_ground_under(sheet, place, ground)
    sheet.press(f"link:{card.url}", ground, vote or clean(card.url, 300))
    sheet.y = ground.bottom() + 1


def _put_ground_under(sheet: Sheet, place: int, box: QRect) -> None:
    sheet.ground(box, "surface", edge="border", radius=_RADIUS)
    sheet.parts.insert(place, sheet.parts.pop())
