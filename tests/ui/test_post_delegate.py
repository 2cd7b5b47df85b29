"""Painting is plain, quick, and true to the look of the moment."""

import gc
import sys
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from timeline_entries import (
    CLAIRE,
    LINK,
    NOW,
    Lens,
    entry,
    facets,
    feed,
    gap,
    hostile_texts,
    png,
    post,
)

from desktop.services.domain.post import LinkCard, Media, Quote


def colours(image: QImage, step: int = 1) -> set[int]:
    return {
        image.pixel(x, y)
        for x in range(0, image.width(), step)
        for y in range(0, image.height(), step)
    }


files_opened: list[str] = []
# A hook can never be taken away again, so there is one for all the tests.
sys.addaudithook(
    lambda event, arguments: files_opened.append(str(arguments[0])) if event == "open" else None
)


def everywhere(text: str):
    """Return an entry with the same text in every field that a stranger can fill."""
    author = replace(CLAIRE, name=text, handle=text, avatar_url=text, native_id=text)
    hostile = replace(
        post(text, warning="", minutes=2),
        author=author,
        reply_to="x",
        reply_to_author=text,
        media=(Media("image", text, text, text), Media(text, text, text, text)),
        card=LinkCard(text, text, text, text),
        quote=Quote(text, author, text, NOW),
        visibility=text,
    )
    return entry(hostile, reposter=author)


@pytest.mark.parametrize("number", range(60))
def test_a_hostile_text_in_every_field_is_painted_plain_and_at_once(qtbot, qapp, number):
    text = hostile_texts()[number]
    files_opened.clear()
    began = time.thread_time()
    lens = Lens(qtbot, [everywhere(text), entry(post("x", minutes=9, warning=text))])
    image = lens.picture()
    took = time.thread_time() - began
    red = [each for each in colours(image, 7) if QColor(each).getRgb()[:3] == (255, 0, 0)]

    assert took < 0.5
    assert not red
    assert lens.list.rowHeight(0) < 3_000
    assert not [path for path in files_opened if "passwd" in path or "/dev/" in path]
    assert "\u202e" not in lens.list.model().data(
        lens.list.model().index(0, 0), Qt.ItemDataRole.AccessibleTextRole
    )


def test_the_slowest_repaint_of_hostile_posts_takes_no_longer_than_a_blink(qtbot, qapp):
    entries = [
        replace(everywhere(text), id=each.id)
        for text, each in zip(hostile_texts(), feed(60), strict=True)
    ]
    lens = Lens(qtbot, entries)
    slowest = 0.0
    for value in range(0, lens.list.verticalScrollBar().maximum(), 300):
        lens.list.verticalScrollBar().setValue(value)
        began = time.thread_time()
        lens.picture()
        slowest = max(slowest, time.thread_time() - began)

    assert slowest < 0.1


def test_another_look_repaints_everything_at_once(qtbot, qapp):
    lens = Lens(qtbot, feed(50))
    light = lens.picture()
    lens.theme.set_look("dark")
    dark = lens.picture()
    lens.theme.set_look("light")

    assert light.pixel(100, 3) == lens.theme.tokens.surface.rgb()
    assert QColor(dark.pixel(100, 3)).lightness() < 60
    assert lens.picture() == light


def test_text_of_a_post_changes_its_colour_with_the_look(qtbot, qapp):
    text = "lumiere.fr " * 20
    lens = Lens(
        qtbot, [entry(post(text, facets=facets(text, (LINK, "lumiere.fr", "https://l.fr"))))]
    )
    assert lens.theme.tokens.link.rgb() in colours(lens.picture())

    lens.theme.set_look("dark")
    assert lens.theme.tokens.link.rgb() in colours(lens.picture())


def test_a_face_has_initials_until_its_picture_is_there(qtbot, qapp):
    lens = Lens(qtbot, [entry(post(author=replace(CLAIRE, avatar_url="https://x/face")))])
    before = lens.picture()
    lens.pictures["https://x/face"] = png(80, 80, "#112233")
    lens.loader.try_again("https://x/face")
    after = lens.picture()

    assert before.pixel(24, 34) != after.pixel(24, 34)
    assert after.pixel(34, 30) == QColor("#112233").rgb()
    # Round: the corner of its box is the page.
    assert after.pixel(21, 15) == before.pixel(21, 15)


def test_a_picture_fills_its_box_and_its_corners_are_round(qtbot, qapp):
    media = (Media("image", "full", "thumb", "Un four", 800, 400),)
    lens = Lens(qtbot, [entry(post("x", media=media))])
    box = lens.box_of("picture:0")
    waiting = lens.picture()
    lens.pictures["thumb"] = png(800, 400, "#112233")
    lens.loader.try_again("thumb")
    image = lens.picture()
    colour = QColor("#112233").rgb()

    assert waiting.pixel(box.center()) != colour
    assert image.pixel(box.center()) == colour
    assert image.pixel(box.left() + 1, box.center().y()) == colour
    assert image.pixel(box.right() - 1, box.top() + 40) == colour
    assert image.pixel(box.topLeft()) == lens.theme.tokens.surface.rgb()
    assert image.pixel(box.bottomRight()) == lens.theme.tokens.surface.rgb()


def test_no_picture_is_asked_for_that_nobody_sees(qtbot, qapp):
    asked = []
    entries = [
        entry(post(minutes=n, media=(Media("image", f"p{n}", f"p{n}", ""),)), tie=n)
        for n in range(100)
    ]
    lens = Lens(qtbot, entries)
    lens.loader._fetch = lambda url: asked.append(url) or png()
    lens.picture()

    assert asked
    assert len(asked) < 6


def test_pictures_that_are_switched_off_are_described_instead(qtbot, qapp):
    media = (Media("image", "p", "p", "Un four à pain"),)
    lens = Lens(qtbot, [entry(post(media=media))])
    lens.pictures["p"] = png(colour="#112233")
    lens.loader.set_on(False)
    off = lens.picture()
    lens.loader.set_on(True)
    lens.loader.try_again("p")

    assert QColor("#112233").rgb() not in colours(off, 3)
    assert QColor("#112233").rgb() in colours(lens.picture(), 3)


def test_a_mirrored_list_is_mirrored(qtbot, qapp):
    lens = Lens(qtbot, [replace(entry(), is_unread=True), gap(20), *feed(3, first=30)])
    lens.list.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    width = lens.list.viewport().width()
    card = lens.list.card(0)
    reply, more = card.zone("reply").boxes[0], card.zone("more").boxes[0]
    lens.click("like")

    assert card.dot.center().x() > width - 20
    assert reply.left() > more.right()
    assert lens.asked == [("like", lens.list.model().ids[0])]
    assert lens.picture().pixel(card.dot.center()) == lens.theme.tokens.accent.rgb()


def test_arrows_are_mirrored_and_hearts_are_not(qtbot, qapp):
    lens = Lens(qtbot, [entry(), entry(post(minutes=9))])
    straight = lens.picture()
    reply, like = lens.box_of("reply"), lens.box_of("like")
    arrow = straight.copy(reply.x() + 8, reply.y() + 6, 16, 16)
    heart = straight.copy(like.x() + 8, like.y() + 6, 16, 16)
    lens.list.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = lens.picture()
    reply, like = lens.box_of("reply"), lens.box_of("like")
    turned = mirrored.copy(reply.right() - 8 - 15, reply.y() + 6, 16, 16)
    same = mirrored.copy(like.right() - 8 - 15, like.y() + 6, 16, 16)

    assert turned == arrow.flipped(Qt.Orientation.Horizontal)
    assert same == heart


def test_another_language_lays_the_words_out_again(qtbot, qapp):
    lens = Lens(qtbot, feed(5))
    card = lens.list.card(0)
    QApplication.sendEvent(lens.list, QEvent(QEvent.Type.LanguageChange))

    assert lens.list.card(0) is not card


def test_times_move_on_with_the_clock(qtbot, qapp):
    lens = Lens(qtbot, [entry()])
    before = lens.list.card(0)
    lens.list.set_now(NOW.replace(minute=59))

    assert {part.text for part in before.parts if hasattr(part, "text")} >= {"4 min"}
    assert {part.text for part in lens.list.card(0).parts if hasattr(part, "text")} >= {"21 min"}


def test_painting_thousands_of_cards_costs_no_reference_to_none(qtbot, qapp):
    lens = Lens(qtbot, feed(200), size=(400, 4_000))
    lens.picture()
    bar = lens.list.verticalScrollBar()
    painted = 0
    gc.collect()
    before = sys.getrefcount(None)
    while painted < 2_000:
        bar.setValue((bar.value() + 1_000) % max(bar.maximum(), 1))
        lens.picture()
        painted += lens.list.rowAt(3_999) - lens.list.rowAt(0) + 1

    assert sys.getrefcount(None) > before - 100
